import { addDays, daysBetween, parseDate } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { isOfSevenDays, type Span, type Week, weekBefore, weekOf } from '../domain/weeks.ts';
import { wordsIn } from './requests.ts';
import { countOf, months, nearest, numbers, without, wordsLike } from './time-words.ts';
import { type TakenWeek, takeWeek } from './weeks.ts';
import { SHOWN_WORDS } from './words/asking.ts';
import { ONE_DAY, SPAN_WORDS } from './words/asking-times.ts';
import { DAY_WORDS, ONE_OF } from './words/days.ts';
import { oneOf, wordSet } from './words/tables.ts';

// Which days words mean: a week, or any from a first to a last one: "bulan mei", "14 hari terakhir", "sejak 1 juni", "kemarin".

/** The time that words mean, and what else they say. */
export interface TakenTime {
  /** A week, or the present. */
  readonly when: TakenWeek['when'];
  /** Other days than a week; some of them may be to come. */
  readonly span: Span | undefined;
  /** They name a time of which nothing is shown: a quarter, "besok". */
  readonly isUnread: boolean;
  readonly rest: string;
}

const any = (...tables: readonly string[]): string => oneOf(tables.flatMap((table) => [...wordSet(table)]));
const { part, since, until, last, now, past, ahead, unread, dated } = SPAN_WORDS;
const { day: DAY, week: WEEK, month: MONTH_WORD, year: YEAR } = DAY_WORDS;

const MONTH = oneOf(months.keys());
/** Short names of months are other words too. */
const MONTH_ALONE = oneOf([...months.keys()].filter((name) => name.length > 3 || name === 'mei'));
const COUNT = `\\d{1,3}|${oneOf(numbers.keys())}`;
const YANG = '(?:yang\\s+|yg\\s+)?';
const PART = `(?:(?<part>${any(...Object.values(part))})\\s+)`;

type Groups = Readonly<Record<string, string | undefined>>;
type Read = (said: Groups, today: LocalDate) => Span | undefined;

const oneDay = (day: LocalDate | undefined): Span | undefined => day && { from: day, to: day };

/** The days of a month that is so many months away from that of a day. */
function monthFrom(day: LocalDate, away: number): Span {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = (n: number) =>
    new Date(Date.UTC(year, month - 1 + n, 1)).toISOString().slice(0, 10) as LocalDate;
  return { from: first(away), to: addDays(first(away + 1), -1) };
}

const yearOf = (year: number): Span => ({
  from: `${year}-01-01` as LocalDate,
  to: `${year}-12-31` as LocalDate,
});

/** The beginning, the middle or the end of a month or of a year. */
function partOf(span: Span, word: string | undefined): Span {
  const name = Object.entries(part).find(([, words]) => word && wordSet(words).has(word.toLowerCase()))?.[0];
  const isYear = span.from.slice(5, 7) !== span.to.slice(5, 7);
  const at = (end: string) => `${span.from.slice(0, isYear ? 5 : 8)}${end}` as LocalDate;
  const [first, second] = isYear ? (['04-30', '08-31'] as const) : (['10', '20'] as const);
  if (name === 'beginning') return { from: span.from, to: at(first) };
  if (name === 'middle') return { from: addDays(at(first), 1), to: at(second) };
  return name === 'end' ? { from: addDays(at(second), 1), to: span.to } : span;
}

function monthNamed({ part: which, month, year }: Groups, today: LocalDate): Span | undefined {
  const first = nearest(`1/${months.get(month!.toLowerCase())}`, year, today);
  return first && partOf(monthFrom(first, 0), which);
}

/** The days that a phrase means as a whole, in the order in which they are tried. */
const NAMED: readonly (readonly [string, Read])[] = [
  ['(?<date>\\d{4}-\\d\\d-\\d\\d)', ({ date }) => oneDay(parseDate(date!))],
  [
    '(?<date>\\d{1,2}/\\d{1,2})(?:/(?<year>\\d{4}|\\d{2}))?',
    ({ date, year }, today) => oneDay(nearest(date!, year, today)),
  ],
  [
    `(?:${any(dated)}\\s+)?(?<day>\\d{1,2})\\s+(?<month>${MONTH})(?:\\s+(?<year>\\d{4}))?`,
    ({ day, month, year }, today) =>
      oneDay(nearest(`${day}/${months.get(month!.toLowerCase())}`, year, today)),
  ],
  [`${PART}?(?:${any(MONTH_WORD)}\\s+)?(?<month>${MONTH})(?:\\s+(?<year>\\d{4}))?`, monthNamed],
  [
    `${PART}?${any(MONTH_WORD)}(?:\\s+${YANG}(?:${any(now)}|(?<past>${any(past)})))?`,
    ({ part: which, past: isPast }, today) => partOf(monthFrom(today, isPast ? -1 : 0), which),
  ],
  [
    `${PART}?${any(YEAR)}(?:\\s+${YANG}(?:${any(now)}|(?<past>${any(past)})|(?<year>\\d{4})))?`,
    ({ part: which, past: isPast, year }, today) =>
      partOf(yearOf(year ? Number(year) : Number(today.slice(0, 4)) - (isPast ? 1 : 0)), which),
  ],
  [any(ONE_DAY.dayBefore), (_, today) => oneDay(addDays(today, -2))],
  [any(ONE_DAY.yesterday), (_, today) => oneDay(addDays(today, -1))],
  [`${any(ONE_DAY.today)}|${any(SPAN_WORDS.present)}`, (_, today) => oneDay(today)],
];
const whole = NAMED.map(([pattern, read]) => [new RegExp(`^(?:${pattern})$`, 'iu'), read] as const);
const unnamed = (pattern: string): string => pattern.replaceAll(/\(\?<\w+>/g, '(?:');
const ANY_NAMED = NAMED.map(([pattern]) => unnamed(pattern)).join('|');

/** The days that are named; `month`: what stands behind the last day of a span, for a first one without its own ("1–30 juni"). */
function spanNamed(text: string, today: LocalDate, month = ''): Span | undefined {
  const said = /^\d{1,2}$/.test(text) ? `${text} ${month}` : text;
  for (const [pattern, read] of whole) {
    const found = pattern.exec(said.trim());
    if (found) return read(found.groups ?? {}, today);
  }
  return undefined;
}

/** From the first day of one to the last of another; a first one that would lie behind is of the year before. */
function fromTo(first: string, second: string, today: LocalDate): Span | undefined {
  const to = spanNamed(second, today);
  const from = spanNamed(first, today, second.replace(/^.*?\d{1,2}\s+/, ''));
  if (!from || !to) return undefined;
  const year = Number(from.from.slice(0, 4));
  const begin = from.from > to.to ? (`${year - 1}${from.from.slice(4)}` as LocalDate) : from.from;
  return begin <= to.to ? { from: begin, to: to.to } : undefined;
}

/** So many days, weeks, months or years up to today. */
function lastOf({ count, unit, one }: Groups, today: LocalDate): Span | undefined {
  const said = (unit ?? one)!.toLowerCase();
  const is = (name: 'day' | 'week' | 'month' | 'year') =>
    wordSet(DAY_WORDS[name]).has(said) || wordSet(ONE_OF[name]).has(said);
  // "Hari terakhir" is the last of others.
  if (is('day') && count === undefined) return undefined;
  const n = countOf(count);
  if (is('day') || is('week'))
    return { from: addDays(today, 1 - n * (is('day') ? 1 : WEEK_DAYS)), to: today };
  const then = monthFrom(today, is('year') ? -12 * n : -n);
  const same = addDays(then.from, Number(today.slice(8)) - 1);
  return { from: addDays(same < then.to ? same : then.to, 1), to: today };
}

const FROM = `(?<from>${ANY_NAMED}|\\d{1,2})`;
const READERS: readonly (readonly [RegExp, Read])[] = [
  [
    wordsLike(`(?:${any(since)}\\s+)?${FROM}\\s*(?:${any(until)}|[-–—])\\s*(?<to>${ANY_NAMED})`),
    ({ from, to }, today) => fromTo(from!, to!, today),
  ],
  [
    wordsLike(`${any(since)}\\s+(?<from>${ANY_NAMED})`),
    ({ from }, today) => {
      const span = spanNamed(from!, today);
      return span && { from: span.from, to: today };
    },
  ],
  [
    wordsLike(
      `(?:(?:(?<count>${COUNT})\\s+)?(?<unit>${any(DAY, WEEK, MONTH_WORD, YEAR)})|(?<one>${any(...Object.values(ONE_OF))}))\\s+${any(last)}`,
    ),
    lastOf,
  ],
  [wordsLike(`(?<count>${COUNT})\\s+(?<unit>${any(DAY, WEEK, MONTH_WORD, YEAR)})\\s+${any(now)}`), lastOf],
  [
    wordsLike(`(?<count>${COUNT})\\s+(?:(?<day>${any(DAY)})|${any(MONTH_WORD)})\\s+${YANG}${any(past)}`),
    ({ count, day }, today) =>
      day ? oneDay(addDays(today, -countOf(count))) : monthFrom(today, -countOf(count)),
  ],
  [
    wordsLike(
      `(?<!\\d\\s*)(?<span>(?:${any(...Object.values(part), MONTH_WORD)}\\s+)+${MONTH}(?:\\s+\\d{4})?|${MONTH}\\s+\\d{4})`,
    ),
    ({ span }, today) => spanNamed(span!, today),
  ],
  [
    wordsLike(
      `(?<span>(?:${any(...Object.values(part))}\\s+)?(?:${any(MONTH_WORD)}|${any(YEAR)})\\s+${YANG}(?:${any(now, past)})|${any(YEAR)}\\s+\\d{4})`,
    ),
    ({ span }, today) => spanNamed(span!, today),
  ],
];
const ALONE = wordsLike(`(?<!\\d\\s*)(?<month>${MONTH_ALONE})`);
const OF_DAY = wordsLike(any(...Object.values(ONE_DAY)));
const UNREAD = wordsLike(`${any(unread)}|${any(WEEK, MONTH_WORD, YEAR)}\\s+${YANG}${any(ahead)}`);

/** What is to come, where hardly anything else is said: "rekap besok", and not "rekap buat rapat besok". */
const TOMORROW = new RegExp(`(?<=^(?:\\p{L}+\\s+)?)${any(SPAN_WORDS.tomorrow)}$`, 'iu');

/** Whether words name a single day: "hari ini", "kemarin". */
export const namesDay = (text: string): boolean => OF_DAY.test(text);

/**
 * Takes the time that words name out of them. `shown`: the week of what they are a reply to; `isName`: whether a word belongs to the name of
 * a place, so that it is no month.
 */
export function takeTime(
  text: string,
  today: LocalDate,
  shown?: Week,
  isName: (word: string) => boolean = () => false,
): TakenTime {
  const none = { when: undefined, span: undefined, isUnread: false };
  // Most commands are said alone, and each of the patterns is long.
  if (text === '') return { ...none, rest: text };
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(text);
    const span = found && read(found.groups ?? {}, today);
    if (span) return { ...asWeek(span, today), isUnread: false, rest: without(text, found) };
  }
  const { when, rest } = takeWeek(text, today, shown);
  if (when && when !== 'now') return { ...none, when, rest };
  const ofDay = OF_DAY.exec(text);
  if (ofDay)
    return {
      ...none,
      when,
      span: spanNamed(ofDay[0], today),
      rest: without(rest, OF_DAY.exec(rest) ?? NOTHING),
    };
  const month = ALONE.exec(text);
  if (month && !isName(month[0]))
    return { ...none, span: monthNamed(month.groups!, today), rest: without(text, month) };
  const other = UNREAD.exec(text) ?? TOMORROW.exec(text);
  if (other) return { ...none, isUnread: true, rest: without(text, other) };
  return { ...none, when, rest };
}

const comparing = wordSet(SHOWN_WORDS.compare);
const WEEK_DAYS = 7;
const BETTER = wordsLike(`lebih\\s+\\p{L}+\\s+${any(SPAN_WORDS.than)}`);
const THIS = wordsLike(`${any(WEEK)}\\s+${any(now)}`);
/** So many times are compared. */
const MOST_TIMES = 3;

/** The days so far of which others are the kind: of a week this week, of a month this month, of a day today. */
function soFar({ from, to }: Span, today: LocalDate): Span {
  if (from === to) return { from: today, to: today };
  if (isOfSevenDays({ from, to })) return { from: weekOf(today).from, to: today };
  const month = monthFrom(today, 0);
  return {
    from: from.slice(0, 7) === to.slice(0, 7) ? month.from : yearOf(Number(today.slice(0, 4))).from,
    to: today,
  };
}

const EACH_DAY = new RegExp(`(?<!${any(WEEK, MONTH_WORD, YEAR)}\\s+)${OF_DAY.source}`, 'giu');

/** The days that words name where they name several: "hari ini dibanding kemarin". */
function daysCompared(text: string, today: LocalDate): readonly Span[] {
  const days = [...text.matchAll(EACH_DAY)].flatMap(([day]) => spanNamed(day, today) ?? []);
  return days.filter(({ from }, at) => days.findIndex((each) => each.from === from) === at);
}

/**
 * The times that words compare, and what else they say: those that they name, or the one beside the week that is shown, or beside the
 * present one; undefined where they compare none.
 */
export function timesCompared(
  text: string,
  today: LocalDate,
  shown?: Week,
  isName?: (word: string) => boolean,
): { readonly spans: readonly Span[]; readonly rest: string } | undefined {
  const isCompared = BETTER.test(text) || wordsIn(text).some((word) => comparing.has(word.toLowerCase()));
  let rest = text.replace(BETTER, ' ');
  const days = daysCompared(text, today);
  if (days.length > 1) return { spans: days, rest: rest.replaceAll(EACH_DAY, ' ') };
  const found: Span[] = [];
  while (found.length < MOST_TIMES) {
    const ofNow = THIS.exec(rest);
    const taken = ofNow ? undefined : takeTime(rest, today, found.at(-1) ?? shown, isName);
    if (taken?.when === 'now' && !isCompared) break;
    const when = taken?.when === 'now' ? { from: weekOf(today).from, to: today } : taken?.when;
    const span = ofNow ? { from: weekOf(today).from, to: today } : (when ?? taken?.span);
    if (!span) break;
    rest = ofNow ? without(rest, ofNow) : taken!.rest;
    const upToNow = { from: span.from, to: span.to < today ? span.to : today };
    if (!found.some(({ from }) => from === span.from)) found.push(upToNow);
  }
  const [first, ...more] = found;
  if (more.length > 0) return { spans: found, rest };
  if (!isCompared) return undefined;
  if (shown)
    return { spans: [shown, first && first.from !== shown.from ? first : weekBefore(shown.from)], rest };
  if (!first) return undefined;
  const present = soFar(first, today);
  return { spans: present.from === first.from ? [first, timeBefore(first)] : [present, first], rest };
}

/** The day, the week, the month or the year before that in which some days begin. */
function timeBefore({ from, to }: Span): Span {
  if (from === to) return { from: addDays(from, -1), to: addDays(from, -1) };
  if (daysBetween(from, to) < WEEK_DAYS) return weekBefore(from);
  return from.slice(0, 7) === to.slice(0, 7) ? monthFrom(from, -1) : yearOf(Number(from.slice(0, 4)) - 1);
}

const NOTHING = Object.assign([''], { index: 0 }) as RegExpExecArray;

/** Seven days that are over are a week. */
const asWeek = (span: Span, today: LocalDate): Pick<TakenTime, 'when' | 'span'> =>
  isOfSevenDays(span) && span.to !== today ? { when: span, span: undefined } : { when: undefined, span };
