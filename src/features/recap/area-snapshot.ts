import {
  type AreaRecap,
  type AreaSummary,
  byAttention,
  establishedOf,
  type RecapPart,
  weekBefore,
} from '../../domain/area-recap.ts';
import {
  addDays,
  dayNumber,
  dayNumberOf,
  dayStart,
  daysBetween,
  lastMinuteOf,
  localDate,
} from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { AreaCode, Instant, LocalDate } from '../../domain/ids.ts';
import { type Counts, NO_COUNTS, UNITS, type Unit } from '../../domain/units.ts';
import { PART_LENGTH } from '../../domain/upper-areas.ts';
import type { MessageTx } from '../../store/tx.ts';
import { toMinute } from './snapshot.ts';

const WEEK = 7;

/** The present state of a kabupaten, a province or the nation without its units, and what the last seven days changed. */
export const areaSummary = (tx: MessageTx, scope: UpperScope, now: Instant): AreaSummary =>
  summaryOn(tx, scope, dayNumber(now), now);

/** The same with the units. */
export const areaRecap = (tx: MessageTx, scope: UpperScope, now: Instant): AreaRecap =>
  withUnits(areaSummary(tx, scope, now), unitsNow(tx, scope));

/**
 * The state of an area at the end of the full week before a Monday, and what that week changed: of two Mondays that follow one another
 * the later recap begins where the earlier one ends.
 */
export function weekRecap(tx: MessageTx, scope: UpperScope, monday: LocalDate, now: Instant): AreaRecap {
  const week = weekBefore(monday);
  const summary = summaryOn(tx, scope, dayNumberOf(week.to), now);
  const units = unitsNow(tx, scope);
  takeBackSince(tx, scope, monday, units);
  return { ...withUnits(summary, units), week, asOf: lastMinuteOf(week.to) };
}

/** An area at the end of a counted day, beside the day a week before; added up from the counters of its kecamatan. */
function summaryOn(
  tx: MessageTx,
  { area, opened, timeZone }: UpperScope,
  day: number,
  now: Instant,
): AreaSummary {
  const byCode = (on: number) =>
    new Map(tx.counters.days(area.code, PART_LENGTH[area.level], on).map((row) => [row.code, row]));
  const [then, before] = [byCode(day), byCode(day - WEEK)];
  const parts = area.parts.map(({ code, name, districts, villages }) => {
    const counts = then.get(code);
    const earlier = before.get(code);
    return {
      code,
      name,
      villages,
      districts: { open: counts?.districts ?? 0, of: districts },
      reporting: counts?.reporting ?? 0,
      reportingBefore: earlier?.reporting ?? 0,
      recent: counts?.recent ?? 0,
      recentBefore: earlier?.recent ?? 0,
      established: counts ? establishedOf(counts) : 0,
      establishedBefore: earlier ? establishedOf(earlier) : 0,
    };
  });
  return {
    area: { code: area.code, level: area.level, name: area.name },
    asOf: toMinute(now),
    timeZone,
    deadline: opened.deadline,
    daysLeft: daysBetween(localDate(now, timeZone), opened.deadline),
    parts: byAttention(parts),
  };
}

/** How many villages of each part have each unit in each status. */
type PartUnits = Map<AreaCode, Record<Unit, Counts>>;

function unitsNow(tx: MessageTx, { area }: UpperScope): PartUnits {
  const units: PartUnits = new Map(area.parts.map(({ code }) => [code, noUnits()]));
  for (const { code, unit, ...counts } of tx.counters.units(area.code, PART_LENGTH[area.level]))
    units.get(code)![unit] = counts;
  return units;
}

const noUnits = (): Record<Unit, Counts> =>
  Object.fromEntries(UNITS.map((unit) => [unit, NO_COUNTS])) as Record<Unit, Counts>;

/** Takes out of the units what was recorded since a counted day began. */
function takeBackSince(tx: MessageTx, { area }: UpperScope, day: LocalDate, units: PartUnits): void {
  for (const district of tx.counters.changedAfter(area.code, dayNumberOf(addDays(day, -1)))) {
    const part = units.get(district.slice(0, PART_LENGTH[area.level]) as AreaCode)!;
    for (const { village, unit, status: before } of tx.ledger.before(district, dayStart(day))) {
      const counts = { ...part[unit] };
      const now = tx.ledger.current(village, unit)?.status;
      if (now) counts[now] -= 1;
      if (before) counts[before] += 1;
      part[unit] = counts;
    }
  }
}

const withUnits = (summary: AreaSummary, units: PartUnits): AreaRecap => ({
  ...summary,
  parts: summary.parts.map((part): RecapPart => ({ ...part, units: units.get(part.code)! })),
});
