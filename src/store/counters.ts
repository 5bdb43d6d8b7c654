import { dayEnd, dayNumber } from '../domain/dates.ts';
import {
  type AreaCode,
  below,
  type DistrictCode,
  districtOf,
  type Instant,
  type VillageCode,
} from '../domain/ids.ts';
import { type Counts, NO_COUNTS, STATUSES, type Status, type Unit } from '../domain/units.ts';
import type { Db } from './db.ts';
import { frozenDays, RECENT } from './frozen-days.ts';
import { carriedTo, EMPTY_DAY, type FrozenDay, plus, REPORTING_DAYS, recentOf } from './recount.ts';
import { recounter } from './recounter.ts';
import { tallies } from './tallies.ts';

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

/** A unit in all villages of an area. */
export interface UnitCounts extends Counts {
  readonly unit: Unit;
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

/**
 * Sums of the ledger by kecamatan, so that a recap of the whole country need not read it. `length` is that of the parts' codes: 2 for
 * provinces, 5 for kabupaten, 8 for kecamatan.
 */
export interface CountersReader {
  /** The units of an area, by what the ledger says now; those without any report are left out. */
  units(area: AreaCode): readonly UnitCounts[];
  /**
   * The parts of an area that have an open kecamatan, at the end of a day; one that was opened later is none. `isToday`: with what is dated
   * later, which was recorded while the machine's clock was ahead.
   */
  days(area: AreaCode, length: number, day: number, isToday?: boolean): readonly DayCounts[];
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
const NEVER = '9999-12-31T23:59:59.999Z' as Instant;

/** Sums of the ledger, kept with it. */
export function counters(db: Db): Counters {
  const days = frozenDays(db);
  const units = tallies(db);
  const again = recounter(db, units, days);
  const [anyStatus, anyTally] = ['unit_status', 'tally'].map((table) =>
    db.value<[], 1>(`SELECT 1 FROM ${table} LIMIT 1`),
  );

  return {
    ...countersReader(db),

    note(change, at) {
      const district = districtOf(change.village);
      const day = dayNumber(at);
      const moved = movement(change);
      if (!days.add(district, applied({ ...EMPTY_DAY, day }, change, moved))) {
        const latest = days.latest(district) ?? EMPTY_DAY;
        // The clock was set back: what later days have counted contains this too.
        if (latest.day > day) {
          again.count(district);
          return;
        }
        days.put(district, applied(carriedTo(day, latest), change, moved));
      }
      if (change.from !== change.to) units.add(district, change.unit, moved);
    },

    rebuild: again.countAll,
    isMissing: () => anyStatus!.get() === 1 && anyTally!.get() === undefined,
  };
}

function countersReader(db: Db): CountersReader {
  const sum = (what: string) => `CAST(coalesce(sum(${what}), 0) AS INTEGER)`;
  const sums = STATUSES.map((status) => `${sum(status)} AS ${status}`).join(', ');
  const units = db.prepare<[string, string], UnitCounts>(
    `SELECT unit, ${sums} FROM tally WHERE district >= ? AND district < ? GROUP BY unit ORDER BY unit`,
  );
  // What was recent on a day is less so on a later one.
  const recent = (frozen: string) =>
    RECENT.map((column, n) => `WHEN ${REPORTING_DAYS - 1 - n} THEN ${frozen}.${column}`).join(' ');
  const recentOn = (frozen: string) => `CASE :day - ${frozen}.day ${recent(frozen)} ELSE 0 END`;
  // A village that reported before and after the clock was ahead is counted once where all have.
  const recentAhead = `f.recent${REPORTING_DAYS - 1} + ${recentOn('before')}`;
  const days = db.prepare<
    { length: number; day: number; until: number; end: string; from: string; to: string },
    DayCounts
  >(
    `SELECT substr(d.code, 1, :length) AS code, count(*) AS districts,
       min(coalesce(d.opened_at, d.deadline_set_at)) AS "openedAt",
       ${STATUSES.map((status) => `${sum(`f.${status}`)} AS ${status}`).join(', ')}, ${sum('f.reporting')} AS reporting,
       ${sum(`CASE WHEN f.day <= :day THEN ${recentOn('f')} WHEN f.reporting < ${recentAhead} THEN f.reporting ELSE ${recentAhead} END`)} AS recent
     FROM district d LEFT JOIN frozen_day f ON f.district = d.code
       AND f.day = (SELECT max(day) FROM frozen_day WHERE district = d.code AND day <= :until)
     LEFT JOIN frozen_day before ON before.district = d.code AND before.day = CASE WHEN f.day > :day
       THEN (SELECT max(day) FROM frozen_day WHERE district = d.code AND day <= :day) END
     WHERE d.code >= :from AND d.code < :to AND length(d.code) = 8
       AND (f.day IS NOT NULL OR d.opened_at IS NULL OR d.opened_at < :end) GROUP BY 1 ORDER BY 1`,
  );
  const changedAfter = db.value<[string, string, number], DistrictCode>(
    `SELECT code FROM district d WHERE code >= ? AND code < ? AND length(code) = 8
       AND EXISTS (SELECT 1 FROM frozen_day WHERE district = d.code AND day > ?) ORDER BY code`,
  );
  const firstDay = db.value<[string, string], number | null>(
    'SELECT min(day) FROM frozen_day WHERE district >= ? AND district < ?',
  );

  return {
    units(area) {
      const { from, to } = below(area);
      return units.all(from, to);
    },
    days(area, length, day, isToday = false) {
      const { from, to } = below(area);
      const times = isToday ? { until: FAR_AHEAD, end: NEVER } : { until: day, end: dayEnd(day) };
      return days.all({ length, day, ...times, from, to });
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

function applied(frozen: FrozenDay, { lastBefore, lastNow }: Change, moved: Counts): FrozenDay {
  const [before, now] = [lastBefore, lastNow].map((last) => recentOf(frozen.day, last)) as [
    readonly number[],
    readonly number[],
  ];
  return {
    ...plus(frozen, moved),
    day: frozen.day,
    reporting: frozen.reporting + Number(lastNow !== null) - Number(lastBefore !== null),
    recent: frozen.recent.map((count, n) => count + now[n]! - before[n]!),
  };
}
