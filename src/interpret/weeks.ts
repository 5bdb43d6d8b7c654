import { addDays, parseDate, weekdayOf } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { isOfSevenDays, type Span, type Week, weekBefore, weekOf } from '../domain/weeks.ts';
import { months, nearest, numbers, without, wordsLike } from './time-words.ts';
import { WEEK_WORDS } from './words/asking-times.ts';
import { WEEKDAYS } from './words/days.ts';
import { formsIn, linesIn, oneOf, wordSet } from './words/tables.ts';

// Which week words mean: "minggu lalu", "2 pekan lalu", "16 november", "16–22 November 2026".

const WEEK_DAYS = 7;

/** The week that words mean, or that they mean the present; undefined where they say neither. `rest`: what else they say. */
export interface TakenWeek {
  readonly when: Week | 'now' | undefined;
  readonly rest: string;
}

/** Which day of the week a word is, 0 for Sunday; none that is a word for a week too. */
const weekdays: ReadonlyMap<string, number> = new Map(
  linesIn(WEEKDAYS).flatMap((line, i) => formsIn(line).map(({ form }) => [form, (i + 1) % 7] as const)),
);
const weekWords = wordSet(WEEK_WORDS.week);

const { week: WEEK, past: PAST, before: BEFORE_IT, present: PRESENT, on: ON } = WEEK_WORDS;
const BEFORE = `(?:${oneOf(wordSet(ON))}\\s+)?(?:${oneOf(wordSet(WEEK))}\\s+)?`;
const AGO = wordsLike(
  `(?:(?<weeks>\\d{1,2}|${oneOf(numbers.keys())})\\s+)?${oneOf(wordSet(WEEK))}\\s+(?:yang\\s+|yg\\s+)?${oneOf(wordSet(PAST))}`,
);
const WEEKDAY_AGO = wordsLike(
  `(?:hari\\s+)?(?<weekday>${oneOf([...weekdays.keys()].filter((word) => !weekWords.has(word)))})\\s+(?<week>${oneOf(weekWords)}\\s+)?(?:yang\\s+|yg\\s+)?${oneOf(wordSet(PAST))}`,
);
const PREVIOUS = wordsLike(`${oneOf(wordSet(WEEK))}\\s+${oneOf(wordSet(BEFORE_IT))}`);
const NOW = wordsLike(oneOf(wordSet(PRESENT)));
/** As a command names a week: its first day and its last. */
const EXACT = wordsLike('(?<from>\\d{4}-\\d\\d-\\d\\d)–(?<to>\\d{4}-\\d\\d-\\d\\d)');
/** "16 november", "16–22 Nov 2026", "30 November–6 Desember": the last day counts. */
const NAMED = wordsLike(
  `${BEFORE}(?:(?<first>\\d{1,2})(?:\\s+${oneOf(months.keys())})?\\s*[-–]\\s*)?(?<day>\\d{1,2})\\s+(?<month>${oneOf(months.keys())})(?:\\s+(?<year>\\d{4}))?`,
);
/** "desa yang sudah 7/7" has all units, and names no day in July. */
const NO_SHARE = `(?!(?<=${oneOf(wordSet(WEEK_WORDS.share))}\\s)[0-7]/7(?![\\d/]))`;
const NUMERIC = wordsLike(
  `${NO_SHARE}${BEFORE}(?<date>\\d{1,2}/\\d{1,2}(?:/(?:\\d{4}|\\d{2}))?|\\d{4}-\\d\\d-\\d\\d)`,
);

/**
 * Takes the week that words name out of them; a day stands for its week. Without a year it is the coming such day where that is nearer to
 * `today` than half a year, otherwise the latest. `shown`: the week of what they are a reply to.
 */
export function takeWeek(text: string, today: LocalDate, shown?: Week): TakenWeek {
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(text);
    const when = found && read(found.groups ?? {}, today, shown);
    if (!when) continue;
    return { when, rest: without(text, found) };
  }
  return { when: undefined, rest: text };
}

/** Takes out of a text in which `takeWeek` found no week a day that no calendar has: "30 feb". */
export function takeNoDate(text: string): { readonly words: string; readonly rest: string } | undefined {
  const found = NAMED.exec(text) ?? NUMERIC.exec(text);
  return found ? { words: found[0], rest: without(text, found) } : undefined;
}

/** A week, or other days, as a command names them. */
export const weekWord = ({ from, to }: Span): string => `${from}–${to}`;

type Groups = Readonly<Record<string, string | undefined>>;

type Read = (said: Groups, today: LocalDate, shown: Week | undefined) => TakenWeek['when'];

const READERS: readonly (readonly [RegExp, Read])[] = [
  [
    EXACT,
    ({ from, to }) =>
      isOfSevenDays({ from: from as LocalDate, to: to as LocalDate })
        ? { from: from as LocalDate, to: to as LocalDate }
        : undefined,
  ],
  [
    WEEKDAY_AGO,
    ({ weekday, week }, today) => {
      const sinceThen = (weekdayOf(today) - weekdays.get(weekday!.toLowerCase())! + 6) % 7;
      return weekOf(addDays(today, week ? -WEEK_DAYS : -sinceThen - 1));
    },
  ],
  [
    AGO,
    ({ weeks = '1' }, today) =>
      weekOf(addDays(today, -WEEK_DAYS * (numbers.get(weeks.toLowerCase()) ?? Number(weeks)))),
  ],
  [
    NAMED,
    ({ first, day, month, year }, today) => {
      const last = nearest(`${day}/${months.get(month!.toLowerCase())}`, year, today);
      if (!last) return undefined;
      // Seven days that are written out are meant as they are.
      const span = weekBefore(addDays(last, 1));
      return first !== undefined && Number(first) === Number(span.from.slice(8)) ? span : weekOf(last);
    },
  ],
  [
    NUMERIC,
    ({ date }, today) => {
      const found = date!.split('/').length === 2 ? nearest(date!, undefined, today) : parseDate(date!);
      return found && weekOf(found);
    },
  ],
  [PREVIOUS, (_, today, shown) => (shown ? weekBefore(shown.from) : weekOf(addDays(today, -WEEK_DAYS)))],
  [NOW, () => 'now'],
];
