import { type Heading, headingOf, isAboutOther, isOfThings } from './parse/headings.ts';
import { rowsOf, saysSomething, type VillageRow } from './parse/lines.ts';
import { type Reading, type Scan, scan, understand, withOnly } from './reading.ts';
import { isCertain, isCertainRow } from './resolve/ambient.ts';
import type { Statement } from './resolve/statements.ts';
import { asking, sourceOf, weigh } from './resolve/weigh.ts';
import { isOwnText } from './tag/own-text.ts';
import type { Interpretation, Message, VillageReport } from './types.ts';
import { AS_OF } from './words/cues.ts';
import { wordSet } from './words/tables.ts';

/*
 * Three stages, a folder and a noun each; `npm run interpret -- --explain "…"` shows what they hand on.
 *
 *   tag/      the text as words, each a Tag: its meaning from the tables of words/, then what numbers, names of
 *             villages and neighbours change (disambiguate.ts: rules with a name and an example)
 *   parse/    lines, segments and chunks of tags, each a Clause: groups of units, and what is said beside them
 *   resolve/  which is said of which: Statements; what they come to in each village; what has to be asked; whether
 *             an overheard text is a report beyond doubt
 *
 * reading.ts takes a text through the stages up to statements. Who may report for a village is not decided here.
 */

/** No list is longer: the bot's own holds 25 villages, and most kecamatan have fewer. */
const MOST_ROWS = 60;
/** Rows that an overheard list needs before anyone takes it for one. */
const ROWS_OF_A_LIST = 3;

const asOfPattern = new RegExp(
  `\\b(?:${[...wordSet(AS_OF)].join('|')})\\s+(\\d{1,2}-\\d{1,2}-\\d{4}\\s+\\d{1,2}\\.\\d{2})\\b`,
  'iu',
);
const SILENCE: Interpretation = { kind: 'none', why: 'no-report' };
const isByName = ({ byName, scope }: Statement): boolean => byName && scope === 'these';

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

/** A reposted list: each row says something of its village, or nothing. */
const interpretList = (message: Message, scanned: Scan, rows: readonly VillageRow[]): Interpretation => {
  const over = headingOf(scanned.lines.slice(0, scanned.lines.indexOf(rows[0]!.lines[0]!)));
  const about = over === 'none' && isAboutOther(scanned.lines) ? 'other' : over;
  const heading = isOfThings(scanned.lines) ? 'things' : about;
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

/** What is said of another matter is said of no unit, unless one is named. */
const aboutOther = (
  message: Message,
  meaning: Interpretation,
  { lines, statements, tags }: Reading,
): Interpretation => {
  if (meaning.kind === 'none') return meaning;
  if (statements.some(isByName)) return isOfThings(lines) ? asking(message, { kind: 'unclear' }) : meaning;
  if (!isAboutOther(lines)) return meaning;
  if (tags.some(({ is }) => is === 'village')) return SILENCE;
  return meaning.reports.some(({ asks }) => asks.length > 0) ? meaning : asking(message, { kind: 'unclear' });
};

/** More than anyone says. */
const tooMuch = (message: Message): Interpretation =>
  message.mode === 'addressed' ? asking(message, { kind: 'unclear' }) : SILENCE;

const interpretText = (message: Message, scanned: Scan): Interpretation => {
  const rows = rowsOf(scanned.lines);
  if (rows.length > MOST_ROWS) return tooMuch(message);
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
  if (scanned.tooMuch) return tooMuch(message);
  return interpretText(message, scanned);
};
