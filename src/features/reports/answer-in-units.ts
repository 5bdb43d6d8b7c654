import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { putAgain } from '../../bot/prompts/asked.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { decodeButton } from '../../domain/report-command.ts';
import { isNumbers, type Row, type Unit } from '../../domain/units.ts';
import type { Interpretation, ReportedUnit } from '../../interpret/types.ts';
import type { Posted } from '../../store/outbox.ts';
import type { Choice } from '../../text/content.ts';
import { settling, writeReport } from './answer-report.ts';
import { isForwarded } from './forwarded.ts';

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
  const offered = prompt.context.completes && offeredBy(choices);
  const rows = offered && rowsNamed(offered, named);
  if (rows) {
    const report = [...stillOpen(context, prompt, offered, named), ...rows];
    return settling(writeReport(context, report, text));
  }
  // Where it asks for the village alone, they are another report, about which that is asked anew; one number may be a slip of a choice.
  const isOther = prompt.context.words !== undefined && !(named.length === 1 && isNumbers(text));
  if (isOther || !named.every(({ bare }) => bare)) return undefined;
  return putAgain(prompt);
}

/** The units of a text that is about no other village than the question. */
function unitsIn(meaning: Interpretation): readonly ReportedUnit[] {
  if (meaning.kind === 'none' || meaning.list) return [];
  const [report, ...others] = meaning.reports;
  return report && report.word === undefined && others.length === 0 ? report.units : [];
}

/** The reports that choices offer for a village. A lowering takes a yes, and is none. */
interface Offered {
  readonly village: VillageCode;
  /** What all of them say: that is understood. */
  readonly common: readonly Row<VillageCode>[];
  /** What one of them says, and not every other. */
  readonly own: readonly Row<VillageCode>[];
}

function offeredBy(choices: readonly Choice[]): Offered | undefined {
  const reports = choices.flatMap(({ command }) => {
    const button = decodeButton(command);
    if (button?.asks.kind !== 'report' || button.asks.rows.some(({ from }) => from)) return [];
    return [button.asks.rows.map(({ unit, status }) => ({ village: button.village, unit, status }))];
  });
  const key = ({ village, unit, status }: Row) => `${village} ${unit} ${status}`;
  const inAll = (row: Row) => reports.every((rows) => rows.some((other) => key(other) === key(row)));
  const [village, ...others] = new Set(reports.flat().map((row) => row.village));
  if (village === undefined || others.length > 0) return undefined;
  const common = reports[0]!.filter(inAll);
  return { village, common, own: reports.flat().filter((row) => !inAll(row)) };
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

/** What the question understood, without units that are named now or were reported since. */
function stillOpen(
  { tx, message }: DistrictContext,
  { at }: Posted,
  { common }: Offered,
  named: readonly ReportedUnit[],
): readonly Row<VillageCode>[] {
  const isNamed = (unit: Unit) => named.some((one) => one.unit === unit);
  const corrected = new Set(message.edits ? tx.ledger.ofMessage(message.edits).map(({ id }) => id) : []);
  const isNewer = ({ village, unit }: Row<VillageCode>) => {
    const current = tx.ledger.current(village, unit);
    return current !== undefined && current.at > at && !corrected.has(current.report);
  };
  return common.filter((row) => !isNamed(row.unit) && !isNewer(row));
}
