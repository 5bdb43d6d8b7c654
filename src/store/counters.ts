import { dayEnd, dayNumber } from '../domain/dates.ts';
import {
  type AreaCode,
  below,
  type DistrictCode,
  districtOf,
  type Instant,
  type VillageCode,
} from '../domain/ids.ts';
import {
  type Counts,
  ESTABLISHED_STATUSES,
  NO_COUNTS,
  STATUSES,
  type Status,
  type Unit,
  type UnitCounts,
} from '../domain/units.ts';
import type { Db } from './db.ts';
import { type DayChange, frozenDays, RECENT, UNIT_COLUMNS, unitsIn } from './frozen-days.ts';
import { carriedTo, EMPTY_DAY, type FrozenDay, plus, REPORTING_DAYS, recentOf } from './recount.ts';
import { recounter } from './recounter.ts';

/** What a row of the ledger has changed. */
export interface Change {
  readonly village: VillageCode;
  readonly unit: Unit;
  /** Undefined where the unit has no status. */
  readonly from: Status | undefined;
  readonly to: Status | undefined;
  /** When a report of the village was last recorded, as it was before and as it is now; null where none of its reports stands. */
  readonly lastBefore: Instant | null;
  readonly lastNow: Instant | null;
}

/** One part of an area at the end of a day. */
export interface DayCounts extends Counts {
  readonly code: AreaCode;
  /** Kecamatan that are open, and since when the first of them is; where that was not kept, since when it has its deadline. */
  readonly districts: number;
  readonly openedAt: Instant;
  /** Villages that have reported anything. */
  readonly reporting: number;
  /** Villages of which a report was recorded in the seven days up to that day, so that none falls between two weeks. */
  readonly recent: number;
}

/** The same with its units. */
export interface DayUnits extends DayCounts {
  readonly units: UnitCounts;
}

/**
 * Sums of the ledger by kecamatan, so that a recap of the whole country need not read it. `length` is that of the parts' codes: 2 for
 * provinces, 5 for kabupaten, 8 for kecamatan.
 */
export interface CountersReader {
  /**
   * The parts of an area that have an open kecamatan, at the end of a day; one that was opened later is none. `isToday`: with what is dated
   * later, which was recorded while the machine's clock was ahead.
   */
  days(area: AreaCode, length: number, day: number, isToday?: boolean): readonly DayCounts[];
  daysByUnit(area: AreaCode, length: number, day: number, isToday?: boolean): readonly DayUnits[];
  /** How many units of an area were established at the end of each of up to nine days, read at once; `Infinity` for what is dated later too. */
  established(area: AreaCode, days: readonly number[]): readonly number[];
  /** The kecamatan of an area in which anything was recorded after a day. */
  changedAfter(area: AreaCode, day: number): readonly DistrictCode[];
  /** The number of the first day on which anything was recorded in an area. */
  firstDay(area: AreaCode): number | undefined;
}

/** The same to write: `ledger.ts` notes what it changes. */
export interface Counters extends CountersReader {
  note(change: Change, at: Instant): void;
  /** Counts everything again from the ledger; gives the kecamatan that were counted wrongly. */
  rebuild(): readonly DistrictCode[];
  /** Whether the ledger is of a version of this program that did not count. */
  isMissing(): boolean;
}

/** No clock is further ahead than this day, of the year 9999. */
const FAR_AHEAD = 2_932_896;
/** So many days are read at once at most. */
const MOST_DAYS = 9;
const NEVER = '9999-12-31T23:59:59.999Z' as Instant;

/** Sums of the ledger, kept with it. */
export function counters(db: Db): Counters {
  const days = frozenDays(db);
  const again = recounter(db, days);
  const [anyStatus, anyDay] = ['unit_status', 'frozen_day'].map((table) =>
    db.value<[], 1>(`SELECT 1 FROM ${table} LIMIT 1`),
  );

  return {
    ...countersReader(db),

    note(change, at) {
      const district = districtOf(change.village);
      const day = dayNumber(at);
      const more = dayChange(change, day);
      if (days.add(district, day, more)) return;
      const latest = days.latest(district) ?? EMPTY_DAY;
      // The clock was set back: what later days have counted contains this too.
      if (latest.day > day) again.count(district);
      else days.put(district, applied(carriedTo(day, latest), more));
    },

    rebuild: again.countAll,
    isMissing: () => anyStatus!.get() === 1 && anyDay!.get() === undefined,
  };
}

function countersReader(db: Db): CountersReader {
  const sum = (what: string) => `CAST(coalesce(sum(${what}), 0) AS INTEGER)`;
  // What was recent on a day is less so on a later one.
  const recent = (frozen: string) =>
    RECENT.map((column, n) => `WHEN ${REPORTING_DAYS - 1 - n} THEN ${frozen}.${column}`).join(' ');
  const recentOn = (frozen: string) => `CASE :day - ${frozen}.day ${recent(frozen)} ELSE 0 END`;
  // A village that reported before and after the clock was ahead is counted once where all have.
  const recentAhead = `f.recent${REPORTING_DAYS - 1} + ${recentOn('before')}`;
  const last = (day: string) => `(SELECT max(day) FROM frozen_day WHERE district = d.code AND day <= ${day})`;
  const parts = <Row>(columns: readonly string[]) =>
    db.prepare<{ length: number; day: number; until: number; end: string; from: string; to: string }, Row>(
      `SELECT substr(d.code, 1, :length) AS code, count(*) AS districts,
       min(coalesce(d.opened_at, d.deadline_set_at)) AS "openedAt",
       ${columns.map((column) => `${sum(`f.${column}`)} AS ${column}`).join(', ')},
       ${sum(`CASE WHEN f.day <= :day THEN ${recentOn('f')} WHEN f.reporting < ${recentAhead} THEN f.reporting ELSE ${recentAhead} END`)} AS recent
     FROM district d LEFT JOIN frozen_day f ON f.district = d.code AND f.day = ${last(':until')}
     LEFT JOIN frozen_day before ON before.district = d.code AND before.day = CASE WHEN f.day > :day THEN ${last(':day')} END
     WHERE d.code >= :from AND d.code < :to AND length(d.code) = 8
       AND (f.day IS NOT NULL OR d.opened_at IS NULL OR d.opened_at < :end) GROUP BY 1 ORDER BY 1`,
    );
  const days = parts<DayCounts>([...STATUSES, 'reporting']);
  const daysByUnit = parts<DayCounts & Readonly<Record<string, number>>>([
    ...STATUSES,
    'reporting',
    ...UNIT_COLUMNS,
  ]);
  const at = (area: AreaCode, length: number, day: number, isToday: boolean) => ({
    ...below(area),
    length,
    day,
    ...(isToday ? { until: FAR_AHEAD, end: NEVER } : { until: day, end: dayEnd(day) }),
  });
  const changedAfter = db.value<[string, string, number], DistrictCode>(
    `SELECT code FROM district d WHERE code >= ? AND code < ? AND length(code) = 8
       AND EXISTS (SELECT 1 FROM frozen_day WHERE district = d.code AND day > ?) ORDER BY code`,
  );
  const cuts = Array.from({ length: MOST_DAYS }, (_, n) => `day${n}`);
  const established = db.prepare<Readonly<Record<string, string | number>>, Readonly<Record<string, number>>>(
    `SELECT ${cuts
      .map(
        (cut) =>
          `${sum(`(SELECT ${ESTABLISHED_STATUSES.join(' + ')} FROM frozen_day
           WHERE district = d.code AND day <= :${cut} ORDER BY day DESC LIMIT 1)`)} AS ${cut}`,
      )
      .join(', ')}
     FROM district d WHERE d.code >= :from AND d.code < :to AND length(d.code) = 8`,
  );
  const firstDay = db.value<[string, string], number | null>(
    'SELECT min(day) FROM frozen_day WHERE district >= ? AND district < ?',
  );

  return {
    days: (area, length, day, isToday = false) => days.all(at(area, length, day, isToday)),
    daysByUnit: (area, length, day, isToday = false) =>
      daysByUnit.all(at(area, length, day, isToday)).map((row) => ({ ...row, units: unitsIn(row) })),
    established(area, days) {
      // The days that are not asked for cost little: nothing is before them.
      const asked = Object.fromEntries(cuts.map((cut, n) => [cut, Math.min(days[n] ?? -1, FAR_AHEAD)]));
      const row = established.get({ ...below(area), ...asked })!;
      return days.map((_, n) => row[cuts[n]!]!);
    },
    changedAfter(area, day) {
      const { from, to } = below(area);
      return changedAfter.all(from, to, day);
    },
    firstDay(area) {
      const { from, to } = below(area);
      return firstDay.get(from, to) ?? undefined;
    },
  };
}

/** What a change adds to each status. */
function movement({ from, to }: Change): Counts {
  const counts: Record<Status, number> = { ...NO_COUNTS };
  if (from) counts[from] -= 1;
  if (to) counts[to] += 1;
  return counts;
}

/** What a change adds to the day on which it is recorded. */
function dayChange(change: Change, day: number): DayChange {
  const { unit, lastBefore, lastNow } = change;
  const [before, now] = [recentOf(day, lastBefore), recentOf(day, lastNow)];
  return {
    unit,
    moved: movement(change),
    reporting: Number(lastNow !== null) - Number(lastBefore !== null),
    recent: now.map((count, n) => count - before[n]!),
  };
}

const applied = (frozen: FrozenDay, { unit, moved, reporting, recent }: DayChange): FrozenDay => ({
  ...plus(frozen, moved),
  day: frozen.day,
  units: { ...frozen.units, [unit]: plus(frozen.units[unit], moved) },
  reporting: frozen.reporting + reporting,
  recent: frozen.recent.map((count, n) => count + recent[n]!),
});
