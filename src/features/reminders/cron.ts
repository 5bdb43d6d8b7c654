import { createTask, parse } from 'node-cron';
import type { TimeZone } from '../../domain/areas.ts';
import { addDays, instantAt, localTime } from '../../domain/dates.ts';
import type { Instant, LocalDate } from '../../domain/ids.ts';

export const MINUTE_MS = 60_000;

/** Finds the schedule's last moment in a zone within a day before a moment, the moment's minute included. */
export function lastMatch(cron: string): (now: Instant, zone: TimeZone) => Instant | undefined {
  const { hour: hours, minute: minutes, dayOfMonth, month, dayOfWeek } = parse(cron);
  const daily = dayOfMonth.length === 31 && month.length === 12 && dayOfWeek.length === 7;
  // Of the library's task only what it matches is used: it is never started. It takes milliseconds and megabytes to learn
  // a zone, so it is told what the zone's clocks show as UTC, and not asked about a schedule of every day.
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
    // What else the expression asks for is about the day, and the same all day.
    const matches = ([day, at]: readonly [LocalDate, number]) =>
      daily || task.match(new Date(Date.parse(day) + at * MINUTE_MS));
    const found = candidates.find(matches);
    return found && instantAt(...found, zone);
  };
}
