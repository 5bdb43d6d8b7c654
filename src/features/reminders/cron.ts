import { createTask, parse } from 'node-cron';
import type { TimeZone } from '../../domain/areas.ts';
import { addDays, instantAt, localTime } from '../../domain/dates.ts';
import type { Instant, LocalDate } from '../../domain/ids.ts';

export const MINUTE_MS = 60_000;

/** The cron expression of every day at a minute after midnight. */
export const dailyAt = (minute: number): string => `${minute % 60} ${Math.floor(minute / 60)} * * *`;

/** Finds the last match of a cron expression in a zone within a day before a moment, the moment's minute included. */
export function lastMatch(cron: string): (now: Instant, zone: TimeZone) => Instant | undefined {
  const { hour: hours, minute: minutes, dayOfMonth, month, dayOfWeek } = parse(cron);
  const daily = dayOfMonth.length === 31 && month.length === 12 && dayOfWeek.length === 7;
  // The task is never started: only its matching is used. It takes the library milliseconds and megabytes to learn a zone,
  // so it is given what the zone's clocks show as UTC, and is not asked at all where the schedule matches every day.
  const task = createTask(cron, () => {}, { timezone: 'UTC' });
  const latestFirst = hours
    .flatMap((hour) => minutes.map((minute) => 60 * hour + minute))
    .sort((a, b) => b - a);
  const [last] = latestFirst as [number];
  return (now, zone) => {
    const { date, minute } = localTime(now, zone);
    const today = latestFirst.find((each) => each <= minute);
    const candidates: (readonly [LocalDate, number])[] = [];
    if (today !== undefined) candidates.push([date, today]);
    if (last > minute) candidates.push([addDays(date, -1), last]);
    // The expression's other fields are about the day, and match all day or not at all.
    const matches = ([day, at]: readonly [LocalDate, number]) =>
      daily || task.match(new Date(Date.parse(day) + at * MINUTE_MS));
    const found = candidates.find(matches);
    return found && instantAt(...found, zone);
  };
}
