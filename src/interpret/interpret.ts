import { type Heading, headingOf, isAboutOther } from './heading.ts';
import { type Row, rowsOf, saysSomething } from './lines.ts';
import { isCertain, isCertainRow } from './overheard.ts';
import { isOwnText } from './own-text.ts';
import { type Reading, type Scan, scan, understand, withOnly } from './reading.ts';
import type { Statement } from './statements.ts';
import type { Interpretation, Message, VillageReport } from './types.ts';
import { asking, sourceOf, weigh } from './weigh.ts';

/** Rows that an overheard list needs before anyone takes it for one. */
const ROWS_OF_A_LIST = 3;

const AS_OF = /\bkeadaan\s+(\d{1,2}-\d{1,2}-\d{4}\s+\d{1,2}\.\d{2})\b/iu;
const SILENCE: Interpretation = { kind: 'none', why: 'no-report' };
const isByName = ({ byName, scope }: Statement): boolean => byName && scope === 'these';

/** What a row says under a heading that is not of units, or is of units that lack something. */
const underHeading = (
  heading: Heading,
  report: VillageReport,
  { statements }: Reading,
): VillageReport | undefined => {
  if (heading === 'units' || heading === 'none') return report;
  if (heading === 'other' && !statements.some(isByName)) return undefined;
  if (statements.every((one) => !one.bare && isByName(one))) return report;
  const units = [...new Set(statements.flatMap((one) => one.units))];
  return { ...report, units: [], asks: [...report.asks, { kind: 'no-status', units }], answers: [] };
};

/** A reposted list: each row says something of its village, or nothing. */
const interpretList = (message: Message, scanned: Scan, rows: readonly Row[]): Interpretation => {
  const heading = headingOf(scanned.lines.slice(0, scanned.lines.indexOf(rows[0]!.lines[0]!)));
  const isOfUnits = heading === 'units' || heading === 'none';
  const isList = message.mode === 'addressed' || (isOfUnits && rows.length >= ROWS_OF_A_LIST);
  const reports: VillageReport[] = [];
  const otherMatters: string[] = [];
  for (const { lines } of rows) {
    if (!lines.some(saysSomething)) continue;
    const reading = understand(withOnly(scanned, lines));
    const meaning = weigh(message, reading);
    if (meaning.kind === 'none') continue;
    const certain = isList && (message.mode === 'addressed' || isCertainRow(reading));
    for (const report of meaning.reports) {
      const read = underHeading(heading, report, reading);
      if (read) reports.push({ ...read, certain });
    }
    otherMatters.push(...meaning.otherMatters);
  }
  if (reports.length === 0) return SILENCE;
  const asOf = AS_OF.exec(message.text)?.[1];
  return {
    kind: 'report',
    reports,
    list: asOf === undefined ? {} : { asOf },
    otherMatters,
    ...sourceOf(message),
    vague: false,
  };
};

/** What is said of another matter is said of no unit, unless one is named. */
const aboutOther = (
  message: Message,
  meaning: Interpretation,
  { lines, statements, signs }: Reading,
): Interpretation => {
  if (meaning.kind === 'none' || statements.some(isByName) || !isAboutOther(lines)) return meaning;
  if (signs.some(({ is }) => is === 'village')) return SILENCE;
  return meaning.reports.some(({ asks }) => asks.length > 0) ? meaning : asking(message, { kind: 'unclear' });
};

const interpretText = (message: Message, scanned: Scan): Interpretation => {
  const rows = rowsOf(scanned.lines);
  if (rows.length > 1) return interpretList(message, scanned, rows);
  const reading = understand(scanned);
  const meaning = aboutOther(message, weigh(message, reading), reading);
  if (message.mode === 'addressed' || meaning.kind === 'none') return meaning;
  return isCertain(reading, meaning.reports) ? meaning : SILENCE;
};

/** What a text means, whoever wrote it: a report, with what has to be asked first, or none. Pure: same message, same meaning. */
export const interpret = (message: Message): Interpretation => {
  if (message.forwarded && message.mode === 'overheard') return SILENCE;
  const scanned = scan(message);
  if (isOwnText(scanned.text)) return SILENCE;
  if (scanned.tooMuch) return message.mode === 'addressed' ? asking(message, { kind: 'unclear' }) : SILENCE;
  return interpretText(message, scanned);
};
