import { type AreaRecap, type AreaSummary, byAttention, establishedOf } from '../../domain/area-recap.ts';
import { dayNumber, daysBetween, localDate } from '../../domain/dates.ts';
import type { UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import { type Counts, NO_COUNTS, UNITS, type Unit } from '../../domain/units.ts';
import { PART_LENGTH } from '../../domain/upper-areas.ts';
import type { MessageTx } from '../../store/tx.ts';
import { toMinute } from './snapshot.ts';

const WEEK = 7;

/** The present state of a kabupaten, a province or the nation without its units, added up from the counters of its kecamatan. */
export function areaSummary(
  tx: MessageTx,
  { area, opened, timeZone }: UpperScope,
  now: Instant,
): AreaSummary {
  const length = PART_LENGTH[area.level];
  const today = dayNumber(now);
  const byCode = (day: number) =>
    new Map(tx.counters.days(area.code, length, day).map((row) => [row.code, row]));
  const [days, before] = [byCode(today), byCode(today - WEEK)];
  const parts = area.parts.map(({ code, name, districts, villages }) => {
    const day = days.get(code);
    const earlier = before.get(code);
    return {
      code,
      name,
      villages,
      districts: { open: day?.districts ?? 0, of: districts },
      reporting: day?.reporting ?? 0,
      recent: day?.recent ?? 0,
      recentBefore: earlier?.recent ?? 0,
      established: day ? establishedOf(day) : 0,
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

/** The same with the units. */
export function areaRecap(tx: MessageTx, scope: UpperScope, now: Instant): AreaRecap {
  const summary = areaSummary(tx, scope, now);
  const units = new Map<string, Partial<Record<Unit, Counts>>>();
  for (const { code, unit, ...counts } of tx.counters.units(scope.area.code, PART_LENGTH[scope.area.level]))
    units.set(code, { ...units.get(code), [unit]: counts });
  const unitsOf = (code: string) =>
    Object.fromEntries(UNITS.map((unit) => [unit, units.get(code)?.[unit] ?? NO_COUNTS])) as Record<
      Unit,
      Counts
    >;
  return { ...summary, parts: summary.parts.map((part) => ({ ...part, units: unitsOf(part.code) })) };
}
