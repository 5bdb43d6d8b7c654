import { type Heading, headingOf, isAboutOther, isOfThings } from '../parse/headings.ts';
import { type Line, perhapsCount, saysSomething, type VillageRow } from '../parse/lines.ts';
import { type Reading, readingOf } from '../reading.ts';
import type { Interpretation, Message, VillageReport } from '../types.ts';
import { AS_OF } from '../words/cues/times.ts';
import { anyOf } from '../words/tables.ts';
import { isCertainRow } from './ambient.ts';
import { isByName } from './statement.ts';
import { none, sourceOf, weigh } from './weigh.ts';

/** Rows that an overheard list needs before anyone takes it for one. */
const ROWS_OF_A_LIST = 3;

const asOfPattern = new RegExp(
  `\\b${anyOf(AS_OF)}\\s+(\\d{1,2}-\\d{1,2}-\\d{4}\\s+\\d{1,2}\\.\\d{2})\\b`,
  'iu',
);
/** What a row says under a heading that is not of units, or is of units that lack something. */
const underHeading = (
  heading: Heading,
  report: VillageReport,
  { statements }: Reading,
): VillageReport | undefined => {
  if (heading === 'units' || heading === 'none') return report;
  if ((heading === 'other' || heading === 'things') && !statements.some(isByName)) return undefined;
  if (heading !== 'things' && statements.length > 0 && statements.every((one) => !one.bare && isByName(one)))
    return report;
  const units = [...new Set(statements.flatMap((one) => one.units))];
  return { ...report, units: [], asks: [...report.asks, { kind: 'no-status', units }], answers: [] };
};

/** Nobody knows which units a count means. */
const COUNTED = { units: [], asks: [{ kind: 'no-unit' }], answers: [], certain: false } as const;

/** A reposted list: each row says something of its village, or nothing. */
export const weighList = (
  message: Message,
  all: readonly Line[],
  rows: readonly VillageRow[],
): Interpretation => {
  const over = headingOf(all.slice(0, all.indexOf(rows[0]!.lines[0]!)));
  const about = over === 'none' && isAboutOther(all) ? 'other' : over;
  const heading = isOfThings(all) ? 'things' : about;
  const isOfUnits = heading === 'units' || heading === 'none';
  const isList = message.mode === 'addressed' || (isOfUnits && rows.length >= ROWS_OF_A_LIST);
  const counts = perhapsCount(rows);
  const reports: VillageReport[] = [];
  const otherMatters: string[] = [];
  for (const { lines } of rows) {
    if (!lines.some(saysSomething)) continue;
    const reading = readingOf(lines);
    const meaning = weigh(message, reading);
    if (meaning.kind === 'none') continue;
    const certain = isList && (message.mode === 'addressed' || isCertainRow(reading));
    for (const report of meaning.reports) {
      const read = underHeading(heading, report, reading);
      if (read) reports.push(counts ? { ...read, ...COUNTED } : { ...read, certain });
    }
    otherMatters.push(...meaning.otherMatters);
  }
  if (reports.length === 0) return none('no-report');
  const asOf = asOfPattern.exec(message.text)?.[1];
  return {
    kind: 'report',
    reports,
    list: asOf === undefined ? {} : { asOf },
    otherMatters,
    ...sourceOf(message),
    vague: false,
  };
};
