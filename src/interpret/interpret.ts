/*
 * The way of a message, a step a file:
 *
 *   normalise    one way of writing for all ways of typing; misread: digits that stand for letters
 *   tokens       words, digits, marks
 *   signs        each with its meaning (sign: what that can be), read one after another by
 *     lexicon      words and phrases: the tables of words/, held by vocabulary; slips of a letter are found by slips
 *     villages     names of villages
 *     numbers      units by number, percentages, quantities; literals: how they are written
 *     context      words whose meaning hangs on their neighbours
 *     things       what is said of other things than units: "foto gudang", "semua dokumen"
 *   lines        lines without bullets and indexes; the rows of a reposted list
 *   clauses      what is said in one breath: units, and what is said of them
 *     stretches    cut where a new thought begins; chunks: cut at commas, without what is of another matter
 *     parts        groups of units and status phrases, side by side; draft: the same while it is being read
 *     doubts       units of which it cannot be told which they are
 *     claims       what a status phrase claims; heads: what every word for a status does
 *   statements   units with their status, all clauses together
 *     assign       which status is said of which units
 *     settle       what several claims on one unit come to
 *   weigh        the verdict: whose villages, what holds together, what has to be asked
 *     filing       statements by village, and who may report for it
 *     account      what the statements on one village come to; correction ("eh"), exceptions ("kecuali")
 *     choices      the answers to a question that one tap can give
 *   overheard    whether a message that nobody asked for is a report beyond doubt
 *
 * reading.ts takes it through all but the last two. `npm run interpret -- --explain "…"` shows every step of a message.
 */
import { mayReport } from './filing.ts';
import { type Heading, headingOf, isAboutOther } from './heading.ts';
import { type Row, rowsOf, saysSomething } from './lines.ts';
import { isSureOverheard, isSureRow } from './overheard.ts';
import { isOwnText } from './own-text.ts';
import { type Reading, type Scan, scan, understand, withOnly } from './reading.ts';
import type { Statement } from './statements.ts';
import type { Message, Verdict } from './verdict.ts';
import { weigh } from './weigh.ts';

/** Rows that an overheard list needs before anyone takes it for one. */
const ROWS_OF_A_LIST = 3;

const AS_OF = /\bkeadaan\s+(\d{1,2}-\d{1,2}-\d{4}\s+\d{1,2}\.\d{2})\b/iu;
const SILENCE: Verdict = { kind: 'none', why: 'no-report' };
const UNCLEAR: Verdict = { kind: 'ask', reason: { kind: 'unclear' }, understood: [], readings: [] };

const asList = (verdict: Verdict, { text }: Message): Verdict => {
  if (verdict.kind !== 'report') return verdict;
  const asOf = AS_OF.exec(text)?.[1];
  return { ...verdict, list: asOf === undefined ? {} : { asOf } };
};

const isByName = ({ byName, scope }: Statement): boolean => byName && scope === 'these';

/** What rows say under a heading that is not of units, or is of units that lack something. */
const underHeading = (heading: Heading, verdict: Verdict, { statements }: Reading): Verdict => {
  if (heading === 'other' && !statements.some(isByName)) return SILENCE;
  if (verdict.kind !== 'report' || heading === 'units' || heading === 'none') return verdict;
  const said = statements.filter(({ bare }) => !bare);
  if (said.length === statements.length && said.every(isByName)) return verdict;
  return {
    kind: 'ask',
    reason: { kind: 'no-status', units: statements.flatMap(({ units }) => units) },
    understood: [],
    readings: [],
  };
};

/** What is said of another matter is said of no unit, unless one is named. */
const aboutOther = (verdict: Verdict, { lines, statements }: Reading): Verdict => {
  if (
    (verdict.kind !== 'report' && verdict.kind !== 'ask') ||
    statements.some(isByName) ||
    !isAboutOther(lines)
  )
    return verdict;
  const isRow = lines.some(({ signs }) => signs.some(({ is }) => is === 'village'));
  if (isRow) return SILENCE;
  return verdict.kind === 'ask' ? verdict : UNCLEAR;
};

/** A reposted list: the sender's own rows are taken, the others are as they were. */
const interpretList = (message: Message, scanned: Scan, rows: readonly Row[]): Verdict => {
  const heading = headingOf(scanned.lines.slice(0, scanned.lines.indexOf(rows[0]!.lines[0]!)));
  const own = rows.filter(({ village }) => village.length === 1 && mayReport(message, village[0]!));
  const lines = own.flatMap((row) => row.lines);
  if (!lines.some(saysSomething)) return SILENCE;
  const reading = understand(withOnly(scanned, lines));
  const verdict = underHeading(heading, asList(weigh(message, reading), message), reading);
  if (message.mode === 'addressed') return verdict;
  const isOfUnits = heading === 'units' || heading === 'none';
  return isOfUnits && rows.length >= ROWS_OF_A_LIST && isSureRow(reading, verdict) ? verdict : SILENCE;
};

/** What a message means: a report, a question to ask back, a refusal, or nothing. Pure: same message, same verdict. */
export const interpret = (message: Message): Verdict => {
  const scanned = scan(message);
  if (isOwnText(scanned.text)) return SILENCE;
  if (scanned.tooMuch) return message.mode === 'addressed' ? UNCLEAR : SILENCE;
  const rows = rowsOf(scanned.lines);
  if (rows.length > 1) return interpretList(message, scanned, rows);
  const reading = understand(scanned);
  const verdict = aboutOther(weigh(message, reading), reading);
  return message.mode === 'addressed' || isSureOverheard(reading, verdict) ? verdict : SILENCE;
};
