import { addDays, parseDate } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { isFiller } from './requests.ts';
import { DATED } from './words/cues/times.ts';
import { DAY_WORDS, MOVING, ONE_OF, WEEKDAYS } from './words/days.ts';
import { NUMBER_WORDS } from './words/sentences.ts';
import { formsIn, wordSet } from './words/tables.ts';

// A day to come, as people write it: "10mei", "tgl 10 mei thn dpn", "akhir mei", "dua minggu lagi".

const named = (tables: Readonly<Record<string, string>>, as = (name: string) => name) =>
  Object.entries(tables).flatMap(([name, table]) =>
    [...wordSet(table)].map((word) => [word, as(name)] as const),
  );

const meanings: ReadonlyMap<string, string> = new Map([
  ...named(DAY_WORDS),
  ...named(ONE_OF, (unit) => `1 ${unit}`),
  ...Object.entries(NUMBER_WORDS).flatMap(([n, table]) =>
    formsIn(table).map(({ form }) => [form, n] as const),
  ),
]);
const weekdays = wordSet(WEEKDAYS);
const moving = wordSet(MOVING);
const dated = wordSet(DATED);

const IN_A_WHILE = /^(\d{1,3}) (day|week|month|year) (?:later|next)$/;
const OF_MONTH = /^(beginning|middle|end) (.+)$/;
const OF_YEAR = /^(.+?) year (next|this)$/;
const NEAR: Readonly<Record<string, number>> = { 'day this': 0, tomorrow: 1, overmorrow: 2 };
const LENGTH = { day: 1, week: 7, month: 0, year: 0 } as const;

/** The day that words mean, from `today` on; undefined where they mean none, or an impossible one. */
export function readDay(text: string, today: LocalDate): LocalDate | undefined {
  const said = meaningOf(text);
  const near = NEAR[said];
  if (near !== undefined) return addDays(today, near);
  const [, count, unit] = IN_A_WHILE.exec(said) ?? [];
  if (count && unit) return later(today, Number(count), unit as keyof typeof LENGTH);
  const [, part, of] = OF_MONTH.exec(said) ?? [];
  if (part && of) return partOf(part, of, today);
  return parseDate(withYear(said, today), today);
}

/** The words without those that tell nothing of the day, as what they mean. */
function meaningOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[\s,]+/)
    .map((word) => word.replace(/[.!?]+$/, ''))
    .filter((word) => word !== '' && !moving.has(word) && (meanings.has(word) || !isFiller(word)));
  const isTold = (word: string, i: number) =>
    (weekdays.has(word) && /^\d/.test(words[i + 1] ?? '')) || (dated.has(word) && !meanings.has(word));
  const isBeforeDay = (word: string, i: number) => i === 0 && dated.has(word) && /^\d/.test(words[1] ?? '');
  return words
    .filter((word, i) => !isTold(word, i) && !isBeforeDay(word, i))
    .map((word) => meanings.get(word) ?? word)
    .join(' ');
}

/** "10 mei year next" as "10 mei 2028". */
function withYear(said: string, today: LocalDate): string {
  const [, day, which] = OF_YEAR.exec(said) ?? [];
  return day ? `${day} ${yearOf(which!, today)}` : said;
}

const yearOf = (which: string, today: LocalDate): number =>
  Number(today.slice(0, 4)) + Number(which === 'next');

/** So many days, weeks, months or years after a day; in a shorter month its last day. */
function later(today: LocalDate, count: number, unit: keyof typeof LENGTH): LocalDate {
  if (LENGTH[unit] > 0) return addDays(today, count * LENGTH[unit]);
  const months = unit === 'year' ? count * 12 : count;
  const first = firstOfMonth(today, months);
  const last = addDays(firstOfMonth(first, 1), -1);
  return `${first.slice(0, 8)}${Math.min(Number(today.slice(8)), Number(last.slice(8)))
    .toString()
    .padStart(2, '0')}` as LocalDate;
}

/** The first day of the month so many months after that of a day. */
const firstOfMonth = (day: LocalDate, months: number): LocalDate =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1))
    .toISOString()
    .slice(0, 10) as LocalDate;

/** The beginning, the middle or the end of a month, or the end of a year. */
function partOf(part: string, of: string, today: LocalDate): LocalDate | undefined {
  const [, which] = /^year(?: (next|this))?$/.exec(of) ?? [];
  if (of.startsWith('year'))
    return part === 'end' ? parseDate(`31/12/${yearOf(which ?? 'this', today)}`) : undefined;
  const first = firstNamed(of, today);
  if (!first) return undefined;
  const day = { beginning: first, middle: addDays(first, 14), end: addDays(firstOfMonth(first, 1), -1) }[
    part
  ]!;
  // "akhir mei", said in June, is that of the next year.
  return day < today && !/\d|year/.test(of) && !of.startsWith('month')
    ? partOf(part, `${of} ${Number(first.slice(0, 4)) + 1}`, today)
    : day;
}

/** The first day of the month that words name. */
function firstNamed(of: string, today: LocalDate): LocalDate | undefined {
  const named = of.replace(/^month (?!next|this)/, '');
  if (/^month(?: this)?$/.test(named)) return firstOfMonth(today, 0);
  if (named === 'month next') return firstOfMonth(today, 1);
  const dated = withYear(named, today);
  return parseDate(`1 ${dated}${/\d{4}|\d{2}$/.test(dated) ? '' : ` ${today.slice(0, 4)}`}`);
}
