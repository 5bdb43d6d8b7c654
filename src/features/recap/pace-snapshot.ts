import { establishedOf, unitsOf } from '../../domain/area-recap.ts';
import { addDays, dayNumber, daysBetween, localDate } from '../../domain/dates.ts';
import type { AreaCode, Instant, LocalDate } from '../../domain/ids.ts';
import { averageOf, forecast, type Pace, WEEKS_LOOKED_AT } from '../../domain/pace.ts';
import { STATUSES } from '../../domain/units.ts';
import { type AreaPart, levelOf, PART_LENGTH } from '../../domain/upper-areas.ts';
import type { MessageTx } from '../../store/tx.ts';
import { toMinute } from './snapshot.ts';

const WEEK = 7;
/** A part that has not changed for so long is named. */
const STILL_DAYS = 21;

/** What a pace is of: an area of any level. */
export interface Paced {
  readonly code: AreaCode;
  readonly name: string;
  readonly villages: number;
  readonly timeZone: string;
  readonly deadline: LocalDate;
  /** Its parts above the villages. */
  readonly parts: readonly Pick<AreaPart, 'code' | 'name' | 'villages'>[];
}

/** The pace of an area from its frozen days; the same area on the same day has the same forecast. */
export function paceOf(tx: MessageTx, area: Paced, now: Instant): Pace {
  const today = localDate(now, area.timeZone);
  const day = dayNumber(now);
  const of = unitsOf(area);
  const first = tx.counters.firstDay(area.code);
  const weeks = first === undefined ? 0 : Math.max(0, Math.floor((day - first) / WEEK));
  const shown = Math.min(weeks, WEEKS_LOOKED_AT);
  const ago = Array.from({ length: shown + 1 }, (_, i) => (shown - i) * WEEK);
  const established = tx.counters.established(
    area.code,
    ago.map((days) => (days === 0 ? Number.POSITIVE_INFINITY : day - days)),
  );
  const reached = ago.map((days, i) => ({ day: addDays(today, -days), units: established[i]! }));
  const weekly = reached.slice(1).map(({ units }, i) => units - reached[i]!.units);
  const current = reached.at(-1)!.units;
  return {
    name: area.name,
    asOf: toMinute(now),
    timeZone: area.timeZone,
    deadline: area.deadline,
    today,
    reached,
    of,
    weeks,
    // Of the same weeks as the forecast, so that one follows from the other.
    average: weekly.length > 0 ? averageOf(weekly) : undefined,
    daysLeft: daysBetween(today, area.deadline),
    forecast: forecast({ today, reached: current, of, weekly }, `${area.code} ${today}`),
    still: stillParts(tx, area, day),
  };
}

/**
 * The parts in which no status has changed for so long, those that have never reported among them; not those that are complete, and not
 * those that have not used the bot for so long.
 */
function stillParts(tx: MessageTx, { code, parts }: Paced, day: number): readonly string[] {
  const level = levelOf(code);
  if (!level || level === 'district') return [];
  const days = (at: number, isToday: boolean) =>
    new Map(tx.counters.days(code, PART_LENGTH[level], at, isToday).map((row) => [row.code, row]));
  const [now, before] = [days(day, true), days(day - STILL_DAYS, false)];
  return parts
    .filter((part) => {
      const [row, then] = [now.get(part.code), before.get(part.code)];
      if (!row || !then || establishedOf(row) === unitsOf(part)) return false;
      if (day - dayNumber(row.openedAt) <= STILL_DAYS) return false;
      return STATUSES.every((status) => then[status] === row[status]);
    })
    .map(({ name }) => name);
}
