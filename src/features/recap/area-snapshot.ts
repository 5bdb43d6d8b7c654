import {
  type AreaRecap,
  type AreaSummary,
  byAttention,
  establishedOf,
  type RecapPart,
} from '../../domain/area-recap.ts';
import { dayNumber, dayNumberOf, daysBetween, lastMinuteOf, localDate } from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { AreaCode, Instant } from '../../domain/ids.ts';
import { type Counts, NO_COUNTS, UNITS, type Unit } from '../../domain/units.ts';
import { PART_LENGTH } from '../../domain/upper-areas.ts';
import { type Week, weekEnd } from '../../domain/weeks.ts';
import type { MessageTx } from '../../store/tx.ts';
import { toMinute } from './snapshot.ts';

const WEEK = 7;

/**
 * The state of a kabupaten, a province or the nation without its units: now, beside seven days ago, or at the end of a full week, beside
 * its beginning. Of two weeks that follow one another the later recap begins where the earlier one ends.
 */
export function areaSummary(
  tx: MessageTx,
  { area, opened, timeZone }: UpperScope,
  now: Instant,
  week?: Week,
): AreaSummary {
  const day = week ? dayNumberOf(week.to) : dayNumber(now);
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
    asOf: week ? lastMinuteOf(week.to) : toMinute(now),
    ...(week && { week }),
    timeZone,
    deadline: opened.deadline,
    daysLeft: daysBetween(localDate(week ? weekEnd(week) : now, timeZone), opened.deadline),
    parts: byAttention(parts),
  };
}

/** The same with the units. */
export function areaRecap(tx: MessageTx, scope: UpperScope, now: Instant, week?: Week): AreaRecap {
  const summary = areaSummary(tx, scope, now, week);
  const units = unitsNow(tx, scope);
  if (week) takeBackSince(tx, scope, week, units);
  return {
    ...summary,
    parts: summary.parts.map((part): RecapPart => ({ ...part, units: units.get(part.code)! })),
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

/** Takes out of the units what was recorded after a week. */
function takeBackSince(tx: MessageTx, { area }: UpperScope, week: Week, units: PartUnits): void {
  for (const district of tx.counters.changedAfter(area.code, dayNumberOf(week.to))) {
    const part = units.get(district.slice(0, PART_LENGTH[area.level]) as AreaCode)!;
    for (const { unit, status: before, now } of tx.ledger.before(district, weekEnd(week))) {
      const counts = { ...part[unit] };
      if (now) counts[now] -= 1;
      if (before) counts[before] += 1;
      part[unit] = counts;
    }
  }
}
