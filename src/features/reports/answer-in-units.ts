import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { putAgain } from '../../bot/prompts/asked.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { mayReport } from '../../domain/permissions.ts';
import { isNumbers, type Row } from '../../domain/units.ts';
import type { Interpretation, ReportedUnit } from '../../interpret/types.ts';
import { refuseVillage, settling, writeReport } from './answer-report.ts';
import { isForwarded } from './forwarded.ts';
import { type Offered, offeredBy, saidBefore } from './offered.ts';

/**
 * What a reply to a question with choices comes to that names units: what the question understood already, with these. Units
 * without a status ("apotek", "semua") have the one that the choices say; where they say none, the question is put again.
 * Undefined for every other message: a report by itself. Under a checklist or a reminder such words are one.
 */
export function answerInUnits(
  context: DistrictContext,
  text: string,
  meaning: Interpretation,
): Reply | undefined {
  const { prompt, message } = context;
  const choices = prompt?.content?.choices ?? [];
  const isReply = !message.pressedOn && !message.forwarded && message.text === text;
  if (!prompt?.content || choices.length === 0 || !isReply) return undefined;
  if (prompt.context.checklist || prompt.context.listed) return undefined;
  const isPasted = meaning.kind === 'report' && meaning.forwarded && !isForwarded(context);
  if (isPasted) return undefined;
  const named = unitsIn(meaning);
  if (named.length === 0) return undefined;
  const offered = prompt.context.completes && offeredBy(prompt);
  const rows = offered && rowsNamed(offered, named);
  if (rows) {
    const isNamed = ({ unit }: Row) => named.some((one) => one.unit === unit);
    const kept = [...offered.common, ...picked(offered, named)].filter((row) => !isNamed(row));
    return settling(writeReport(context, [...saidBefore(prompt, kept), ...rows], text));
  }
  // Where it asks for the village alone, they are another report, about which that is asked anew; one number may be a slip of a choice.
  const isOther = prompt.context.words !== undefined && !(named.length === 1 && isNumbers(text));
  if (isOther || !named.every(({ bare }) => bare)) return undefined;
  const { about } = prompt.context;
  return about && !mayReport(context.actor, about) ? refuseVillage(context, about) : putAgain(prompt);
}

/** The units of a text that is about no other village than the question. */
function unitsIn(meaning: Interpretation): readonly ReportedUnit[] {
  if (meaning.kind === 'none' || meaning.list) return [];
  const [report, ...others] = meaning.reports;
  return report && report.word === undefined && others.length === 0 ? report.units : [];
}

/** The named units with their status; undefined where they do not answer the question, or do not tell the choices apart. */
function rowsNamed(
  { village, own }: Offered,
  named: readonly ReportedUnit[],
): readonly Row<VillageCode>[] | undefined {
  const asked = new Set(own.map(({ unit }) => unit));
  if (asked.size === 0) return named.map((unit) => ({ village, ...unit }));
  if (!named.some(({ unit }) => asked.has(unit))) return undefined;
  const rows = named.map(({ unit, status, bare }) => {
    if (!bare) return { village, unit, status };
    const [meant, ...others] = new Set(own.filter((row) => row.unit === unit).map((row) => row.status));
    return meant && others.length === 0 ? { village, unit, status: meant } : undefined;
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** What the only reading says of other units that has the named ones. */
function picked({ readings, own }: Offered, named: readonly ReportedUnit[]): readonly Row<VillageCode>[] {
  const asked = named.filter(({ unit }) => own.some((row) => row.unit === unit));
  const fitting = readings.filter((rows) => asked.every(({ unit }) => rows.some((row) => row.unit === unit)));
  return fitting.length === 1 ? own.filter((row) => fitting[0]!.includes(row)) : [];
}
