import { daysBetween, parseDate } from '../domain/dates.ts';
import type { LocalDate } from '../domain/ids.ts';
import { MONTHS } from './words/asking-times.ts';
import { NUMBER_WORDS } from './words/sentences.ts';
import { formsIn, linesIn } from './words/tables.ts';

// What the patterns for weeks and other times are made of.

const HALF_A_YEAR = 183;

const BEGIN = '(?<![\\p{L}\\d./-])';
const END = '(?![\\p{L}\\d]|[./-]\\d)';
/** A pattern that matches whole words. */
export const wordsLike = (pattern: string): RegExp => new RegExp(`${BEGIN}(?:${pattern})${END}`, 'iu');

/** What each number word is. */
export const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries(NUMBER_WORDS).flatMap(([n, text]) =>
    formsIn(text).map(({ form }) => [form, Number(n)] as const),
  ),
);

/** Which month each name is, from 1 on. */
export const months: ReadonlyMap<string, number> = new Map(
  linesIn(MONTHS).flatMap((line, i) => formsIn(line).map(({ form }) => [form, i + 1] as const)),
);

/** A number in digits or in words, or 1 where there is none. */
export const countOf = (said = '1'): number => numbers.get(said.toLowerCase()) ?? Number(said);

/** A text without what a pattern found in it. */
export const without = (text: string, found: RegExpExecArray): string =>
  `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim();

/**
 * A day and a month in a year; without one the coming such day where it is nearer than half a year, otherwise the latest. A leap day may be
 * some years back.
 */
export function nearest(
  dayAndMonth: string,
  year: string | undefined,
  today: LocalDate,
): LocalDate | undefined {
  if (year) return parseDate(`${dayAndMonth}/${year}`);
  const nextYear = Number(today.slice(0, 4)) + 1;
  const dates = Array.from({ length: 10 }, (_, ago) => parseDate(`${dayAndMonth}/${nextYear - ago}`));
  const isNear = (date: LocalDate) => daysBetween(today, date) < HALF_A_YEAR;
  return dates.find((date) => date !== undefined && isNear(date));
}
