import { isAboutOther, isOfThings } from '../parse/headings.ts';
import type { Reading } from '../reading.ts';
import { holds, kinds } from '../tag/tags.ts';
import type { Interpretation, Message } from '../types.ts';
import { isCertain, isNeverReport } from './ambient.ts';
import { isByName } from './statement.ts';
import { asking, none, weigh } from './weigh.ts';

type Report = Extract<Interpretation, { kind: 'report' }>;
type Interpret = (message: Message) => Interpretation;

/** What is said of another matter is said of no unit, unless one is named. */
const withSubject = (
  message: Message,
  meaning: Interpretation,
  { lines, statements, tags }: Reading,
): Interpretation => {
  if (meaning.kind === 'none') return meaning;
  if (statements.some(isByName)) return isOfThings(lines) ? asking(message, { kind: 'unclear' }) : meaning;
  if (!isAboutOther(lines)) return meaning;
  if (tags.some(({ is }) => is === 'village')) return none('no-report');
  return meaning.reports.some(({ asks }) => asks.length > 0) ? meaning : asking(message, { kind: 'unclear' });
};

/** A text of more pieces is a story. */
const MOST_PIECES = 6;
const BETWEEN_PIECES = /[,;\n]|\.(?!\d)/;

/** What tells how far a unit is: "baru tanahnya", "hampir", "masih lahan". */
const HOW_FAR = kinds('baru', 'hampir', 'masih', 'left');

/** Of a village that is known, units of which it cannot be told how far they are, beside others. */
const isUnsureInPart = ({ reports: [report, ...others] }: Report, { tags, statements }: Reading): boolean =>
  others.length === 0 &&
  statements.every(isByName) &&
  report !== undefined &&
  report.villages.length === 1 &&
  report.units.length > 0 &&
  report.asks.length > 0 &&
  report.asks.every(({ kind }) => kind === 'uncertain') &&
  holds(tags, HOW_FAR) &&
  !isNeverReport(tags);

/** Whether a text says the same of the same units, beyond doubt, without the one piece that is unsure. */
const isCertainOtherwise = (
  message: Message,
  { reports: [report] }: Report,
  interpret: Interpret,
): boolean => {
  const pieces = message.text.split(BETWEEN_PIECES).filter((piece) => piece.trim() !== '');
  if (pieces.length > MOST_PIECES) return false;
  const told = JSON.stringify(report!.units);
  return pieces.some((_, without) => {
    const rest = interpret({ ...message, text: pieces.filter((_, at) => at !== without).join(', ') });
    const isReport =
      rest.kind === 'report' && rest.reports.length === 1 && rest.reports[0]!.asks.length === 0;
    return isReport && JSON.stringify(rest.reports[0]!.units) === told;
  });
};

/**
 * Weighs a text that is no list of villages. Overheard, it is a report only if it is one beyond doubt; one that is so but for a
 * piece of it may be asked about, as if it was said to the bot. `interpret` reads what is left without that piece.
 */
export const weighText = (message: Message, reading: Reading, interpret?: Interpret): Interpretation => {
  const meaning = withSubject(message, weigh(message, reading), reading);
  if (message.mode === 'addressed' || meaning.kind === 'none') return meaning;
  if (isCertain(reading, meaning.reports)) return meaning;
  return interpret && isUnsureInPart(meaning, reading) && isCertainOtherwise(message, meaning, interpret)
    ? { ...meaning, addressed: true }
    : none('no-report');
};
