import { addDays, countedDate, dayStart, daysBetween, weekdayOf } from './dates.ts';
import type { Instant, LocalDate } from './ids.ts';

/** The first and the last of some days; they begin and end with counted days. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Seven days, the first and the last of them; they begin and end with counted days, so that weeks of every area add up. */
export type Week = Span;

/** Whether days are as many as a week has; false where they are none. */
export const isOfSevenDays = ({ from, to }: Span): boolean =>
  Number.isFinite(Date.parse(from)) && daysBetween(from, to) === 6;

/** The seven days before a day. */
export const weekBefore = (day: LocalDate): Week => ({ from: addDays(day, -7), to: addDays(day, -1) });

/** The week from Monday to Sunday that a day lies in. */
export const weekOf = (day: LocalDate): Week => weekBefore(addDays(day, 7 - ((weekdayOf(day) + 6) % 7)));

/** When a week begins, and when the next one does. */
export const weekStart = ({ from }: Week): Instant => dayStart(from);
export const weekEnd = ({ to }: Week): Instant => dayStart(addDays(to, 1));

/** Whether a week has ended. */
export const isOver = ({ to }: Week, now: Instant): boolean => to < countedDate(now);
