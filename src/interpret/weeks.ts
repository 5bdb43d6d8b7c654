import { addDays, daysBetween, parseDate } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { type Week, weekBefore, weekOf } from '../domain/weeks.ts';
import { MONTHS, WEEK_WORDS } from './words/asking.ts';
import { NUMBER_WORDS } from './words/sentences.ts';
import { formsIn, linesIn, wordSet } from './words/tables.ts';

// Which week words mean: "minggu lalu", "2 pekan lalu", "16 november", "16–22 November 2026".

const WEEK_DAYS = 7;

/** The week that words mean, or that they mean the present; undefined where they say neither. `rest`: what else they say. */
export interface TakenWeek {
  readonly when: Week | 'now' | undefined;
  readonly rest: string;
}

const oneOf = (words: Iterable<string>): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
const BEGIN = '(?<![\\p{L}\\d./-])';
const END = '(?![\\p{L}\\d]|[./-]\\d)';
const wordsLike = (pattern: string): RegExp => new RegExp(`${BEGIN}${pattern}${END}`, 'iu');

const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries(NUMBER_WORDS).flatMap(([n, text]) =>
    formsIn(text).map(({ form }) => [form, Number(n)] as const),
  ),
);
const months: ReadonlyMap<string, number> = new Map(
  linesIn(MONTHS).flatMap((line, i) => formsIn(line).map(({ form }) => [form, i + 1] as const)),
);

const { week: WEEK, past: PAST, before: BEFORE_IT, present: PRESENT, on: ON } = WEEK_WORDS;
const BEFORE = `(?:${oneOf(wordSet(ON))}\\s+)?(?:${oneOf(wordSet(WEEK))}\\s+)?`;
const AGO = wordsLike(
  `(?:(?<weeks>\\d{1,2}|${oneOf(numbers.keys())})\\s+)?${oneOf(wordSet(WEEK))}\\s+(?:yang\\s+|yg\\s+)?${oneOf(wordSet(PAST))}`,
);
const PREVIOUS = wordsLike(`${oneOf(wordSet(WEEK))}\\s+${oneOf(wordSet(BEFORE_IT))}`);
const NOW = wordsLike(oneOf(wordSet(PRESENT)));
/** As a command names a week: its first day and its last. */
const EXACT = wordsLike('(?<from>\\d{4}-\\d\\d-\\d\\d)–(?<to>\\d{4}-\\d\\d-\\d\\d)');
/** "16 november", "16–22 Nov 2026", "30 November–6 Desember": the last day counts. */
const NAMED = wordsLike(
  `${BEFORE}(?:(?<first>\\d{1,2})(?:\\s+${oneOf(months.keys())})?\\s*[-–]\\s*)?(?<day>\\d{1,2})\\s+(?<month>${oneOf(months.keys())})(?:\\s+(?<year>\\d{4}))?`,
);
const NUMERIC = wordsLike(`${BEFORE}(?<date>\\d{1,2}/\\d{1,2}(?:/(?:\\d{4}|\\d{2}))?|\\d{4}-\\d\\d-\\d\\d)`);

/**
 * Takes the week that words name out of them; a day stands for its week, without a year for the latest such day up to `today`. `shown`: the
 * week of what they are a reply to.
 */
export function takeWeek(text: string, today: LocalDate, shown?: Week): TakenWeek {
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(text);
    const when = found && read(found.groups ?? {}, today, shown);
    if (!when) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
    return { when, rest: rest.replace(/\s+/g, ' ').trim() };
  }
  return { when: undefined, rest: text };
}

/** A week as a command names it. */
export const weekWord = ({ from, to }: Week): string => `${from}–${to}`;

type Groups = Readonly<Record<string, string | undefined>>;

type Read = (said: Groups, today: LocalDate, shown: Week | undefined) => TakenWeek['when'];

const READERS: readonly (readonly [RegExp, Read])[] = [
  [
    EXACT,
    ({ from, to }) =>
      isSevenDays(from as LocalDate, to as LocalDate)
        ? { from: from as LocalDate, to: to as LocalDate }
        : undefined,
  ],
  [
    AGO,
    ({ weeks = '1' }, today) =>
      weekOf(addDays(today, -WEEK_DAYS * (numbers.get(weeks.toLowerCase()) ?? Number(weeks)))),
  ],
  [
    NAMED,
    ({ first, day, month, year }, today) => {
      const last = latest(`${day}/${months.get(month!.toLowerCase())}`, year, today);
      if (!last) return undefined;
      // Seven days that are written out are meant as they are.
      const span = weekBefore(addDays(last, 1));
      return first !== undefined && Number(first) === Number(span.from.slice(8)) ? span : weekOf(last);
    },
  ],
  [
    NUMERIC,
    ({ date }, today) => {
      const found = date!.split('/').length === 2 ? latest(date!, undefined, today) : parseDate(date!);
      return found && weekOf(found);
    },
  ],
  [PREVIOUS, (_, today, shown) => (shown ? weekBefore(shown.from) : weekOf(addDays(today, -WEEK_DAYS)))],
  [NOW, () => 'now'],
];

const isSevenDays = (from: LocalDate, to: LocalDate): boolean =>
  parseDate(from) !== undefined && parseDate(to) !== undefined && daysBetween(from, to) === WEEK_DAYS - 1;

/** A day and a month in a year, without one in the latest in which it is no later than today. A leap day may be some years back. */
function latest(dayAndMonth: string, year: string | undefined, today: LocalDate): LocalDate | undefined {
  if (year) return parseDate(`${dayAndMonth}/${year}`);
  const thisYear = Number(today.slice(0, 4));
  const dates = Array.from({ length: 9 }, (_, ago) => parseDate(`${dayAndMonth}/${thisYear - ago}`));
  return dates.find((date) => date !== undefined && date <= today);
}
