import { addDays, dayAndMonth, instantAt, localDate, parseDate, weekdayOf } from '../domain/dates.ts';
import { nextDeadline } from '../domain/district.ts';
import type { Instant, LocalDate } from '../domain/ids.ts';
import { ABOVE_MINUTE } from '../features/reminders/slots.ts';

/** When reminders go out, in minutes after local midnight. */
const MORNING = 8 * 60;
const MAX_YEAR = 2100;
const MONDAY = 1;
const WEEK = 7;
/** A new trial has at least so many days before its deadline. */
const TRIAL_DAYS = 7;

/**
 * Parses `besok`, `h-3` (days before the deadline), `15 Mei`, `15 Mei 2027` or `2027-05-15`, with an optional time after it
 * (`09.30`, `09:30`; otherwise 08.00). Undefined for anything else.
 */
export function parseMoment(
  words: string,
  now: Instant,
  timeZone: string,
  deadline: LocalDate,
): Instant | undefined {
  const [, day = '', hour, minute] =
    /^(.+?)(?:[ t]+(\d{1,2})[.:](\d\d))?$/.exec(words.trim().toLowerCase()) ?? [];
  const date = parseDay(day, localDate(now, timeZone), deadline);
  const at = hour === undefined ? MORNING : Number(hour) * 60 + Number(minute);
  if (!date || Number(date.slice(0, 4)) > MAX_YEAR || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59)
    return undefined;
  return instantAt(date, at, timeZone);
}

function parseDay(day: string, today: LocalDate, deadline: LocalDate): LocalDate | undefined {
  if (day === 'besok') return addDays(today, 1);
  const before = /^h-(\d{1,3})$/.exec(day);
  if (before) return addDays(deadline, -Number(before[1]));
  return parseDate(day, today);
}

/** A jump of the clock that the page offers: its label, and the text that `parseMoment` reads. */
export interface Step {
  readonly label: string;
  readonly to: string;
}

/**
 * The jumps to tomorrow or to the morning of the next Monday, to the next reminder near the deadline, and to the deadline's morning, as
 * far as these are in the future.
 */
export function stepsAhead(
  now: Instant,
  timeZone: string,
  deadline: LocalDate,
  first: 'Besok' | 'Senin',
): readonly Step[] {
  const ahead = (to: string): boolean => parseMoment(to, now, timeZone, deadline)! > now;
  const before = [3, 1].find((days) => ahead(addDays(deadline, -days)));
  return [
    { label: first, to: first === 'Besok' ? 'besok' : nextMonday(localDate(now, timeZone)) },
    ...(before ? [{ label: `H-${before}`, to: addDays(deadline, -before) }] : []),
    ...(ahead(deadline) ? [{ label: `${dayAndMonth(deadline)} 08.00`, to: deadline }] : []),
  ];
}

/** The first Monday after a day. */
function nextMonday(today: LocalDate): LocalDate {
  let day = addDays(today, 1);
  while (weekdayOf(day) !== MONDAY) day = addDays(day, 1);
  return day;
}

/**
 * The mornings between now and a moment, from the Monday on that lies a week before it or more, and then the moment itself: what is sent
 * on the way is sent on its day, a Monday's recap on the Monday. On a long way that Monday has one stop: at an earlier one the recap of
 * the Monday before, which was left out, would come late, and half an hour later the next.
 */
export function stopsUntil(to: Instant, now: Instant, timeZone: string): readonly Instant[] {
  const last = localDate(to, timeZone);
  const first = addDays(nextMonday(last), -2 * WEEK);
  const mornings: Instant[] = [];
  for (let day = first; day <= last; day = addDays(day, 1))
    mornings.push(...[ABOVE_MINUTE, MORNING].map((minutes) => instantAt(day, minutes, timeZone)));
  const isFar = instantAt(addDays(first, -WEEK), MORNING, timeZone) > now;
  return [...mornings.slice(isFar ? 1 : 0).filter((morning) => morning > now && morning < to), to];
}

/** The morning at which a far jump first stops; undefined where no morning before it is left out. */
export function leftOutBefore(to: Instant, now: Instant, timeZone: string): Instant | undefined {
  const [first = to] = stopsUntil(to, now, timeZone);
  return localDate(first, timeZone) > addDays(localDate(now, timeZone), 1) && first !== to
    ? first
    : undefined;
}

/** The deadline of a new trial: the next 15 May that leaves enough days to try things in. */
export const trialDeadline = (now: Instant, timeZone: string): LocalDate =>
  nextDeadline(addDays(localDate(now, timeZone), TRIAL_DAYS));
