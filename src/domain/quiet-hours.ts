import { addDays, instantAt, localTime } from './dates.ts';
import type { Instant } from './ids.ts';

const MORNING = 7 * 60;
const EVENING = 20 * 60;
const FRIDAY = 5;
const PRAYER = { from: 11 * 60 + 30, to: 13 * 60 + 30 };

/**
 * When a scheduled message may go out: undefined for now, otherwise the end of the quiet hours that it is in
 * (20.00 to 07.00, and Friday 11.30 to 13.30, by the zone's own clocks).
 */
export function quietUntil(at: Instant, timeZone: string): Instant | undefined {
  const { date, minute, weekday } = localTime(at, timeZone);
  if (minute < MORNING) return instantAt(date, MORNING, timeZone);
  if (minute >= EVENING) return instantAt(addDays(date, 1), MORNING, timeZone);
  const praying = weekday === FRIDAY && minute >= PRAYER.from && minute < PRAYER.to;
  return praying ? instantAt(date, PRAYER.to, timeZone) : undefined;
}
