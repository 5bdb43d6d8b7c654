import type { Reply } from '../../bot/command.ts';
import type { DistrictContext } from '../../bot/context.ts';
import { decodeButton } from '../../domain/report-command.ts';
import type { Row, Unit } from '../../domain/units.ts';
import type { Interpretation } from '../../interpret/types.ts';
import type { Choice } from '../../text/content.ts';
import { writeReport } from './write.ts';

/**
 * What a reply to a question with choices comes to that names units without a status ("apotek", "semua"): the choice that
 * those units tell from the others, or else the question again. Undefined for every other message: under a checklist or a
 * reminder such words are a report.
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
  const named = bareUnits(meaning);
  if (named.length === 0) return undefined;
  const [rows, ...others] = readingsOf(choices).filter((each) => areUnits(each.own, named));
  if (rows && others.length === 0) return writeReport(context, rows.all, text);
  return {
    answer: prompt.content,
    context: prompt.context,
    awaitsAnswer: true,
    ...(prompt.asks && { senderOnly: true }),
  };
}

/** The units of a text that says no status of any. */
function bareUnits(meaning: Interpretation): readonly Unit[] {
  const units = meaning.kind === 'report' ? meaning.reports.flatMap((report) => report.units) : [];
  return units.every(({ bare }) => bare) ? units.map(({ unit }) => unit) : [];
}

/** The reports that choices offer: all their rows, and those that not every choice has. A lowering takes a yes. */
function readingsOf(choices: readonly Choice[]) {
  const reports = choices.flatMap(({ command }) => {
    const button = decodeButton(command);
    if (button?.asks.kind !== 'report' || button.asks.rows.some(({ from }) => from)) return [];
    return [button.asks.rows.map(({ unit, status }): Row => ({ village: button.village, unit, status }))];
  });
  const key = ({ village, unit, status }: Row) => `${village} ${unit} ${status}`;
  const inAll = (row: Row) => reports.every((rows) => rows.some((other) => key(other) === key(row)));
  return reports.map((all) => {
    const own = all.filter((row) => !inAll(row));
    return { all, own: own.length > 0 ? own : all };
  });
}

const areUnits = (rows: readonly Row[], units: readonly Unit[]): boolean =>
  rows.length === new Set(units).size && rows.every(({ unit }) => units.includes(unit));
