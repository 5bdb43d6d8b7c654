import { dayNumber } from '../domain/dates.ts';
import type { Instant, VillageCode } from '../domain/ids.ts';
import {
  type Counts,
  eachStatus,
  eachUnit,
  NO_COUNTS,
  STATUSES,
  type Status,
  type Unit,
  type UnitCounts,
} from '../domain/units.ts';

/** A village's report counts in the reporting rate for so many days. */
export const REPORTING_DAYS = 7;

/** A kecamatan at the end of a day, with all its units together and each; days are numbers, see `dayNumber`. */
export interface FrozenDay extends Counts {
  readonly day: number;
  readonly units: UnitCounts;
  /** Villages that have reported anything. */
  readonly reporting: number;
  /** Villages by the age of their last report: the item at `n` counts those whose last report reached the ledger on that day or up to `n` days before. */
  readonly recent: readonly number[];
}

/** A row of the ledger, as much of it as is counted. */
export interface CountedReport {
  readonly id: number;
  readonly village: VillageCode;
  readonly unit: Unit;
  readonly status: Status;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly reversedAt: Instant | null;
}

export const EMPTY_DAY: FrozenDay = {
  ...NO_COUNTS,
  day: Number.NEGATIVE_INFINITY,
  units: eachUnit(() => NO_COUNTS),
  reporting: 0,
  recent: Array<number>(REPORTING_DAYS).fill(0),
};

/** The same kecamatan at the end of a later day on which nothing was written. */
export const carriedTo = (day: number, frozen: FrozenDay): FrozenDay => ({
  ...frozen,
  day,
  recent: frozen.recent.map((_, n) => frozen.recent[n - (day - frozen.day)] ?? 0),
});

/** When a village's last report was recorded, seen from the end of a day, as `FrozenDay.recent` counts it. */
export function recentOf(day: number, last: Instant | null): readonly number[] {
  const daysBefore = last === null ? REPORTING_DAYS : day - dayNumber(last);
  return EMPTY_DAY.recent.map((_, n) => Number(daysBefore <= n));
}

/** What the counters of a kecamatan are by its ledger: a day for every day on which a row was recorded or reversed. */
export function recount(reports: readonly CountedReport[]): readonly FrozenDay[] {
  const dated = reports.map((report) => ({
    ...report,
    from: dayNumber(report.recordedAt),
    until: report.reversedAt === null ? Number.POSITIVE_INFINITY : dayNumber(report.reversedAt),
  }));
  const byUnit = new Map<string, typeof dated>();
  for (const row of dated) {
    const key = `${row.village} ${row.unit}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), row]);
  }
  const holding = (day: number) =>
    [...byUnit.values()].flatMap(
      (rows) => latest(rows.filter(({ from, until }) => from <= day && until > day)) ?? [],
    );
  const days = new Set(dated.flatMap(({ from, until }) => [from, until]).filter(Number.isFinite));
  return [...days].sort((a, b) => a - b).map((day) => freeze(day, holding(day)));
}

/** Adds to some of the counts. */
export function plus(counts: Counts, more: Partial<Counts>): Counts {
  const sums = { ...NO_COUNTS };
  for (const status of STATUSES) sums[status] = counts[status] + (more[status] ?? 0);
  return sums;
}

/** The row that a unit's status is by: the one said last. */
const latest = (rows: readonly CountedReport[]): CountedReport | undefined =>
  rows.reduce<CountedReport | undefined>(
    (last, row) => (last && (last.at > row.at || (last.at === row.at && last.id > row.id)) ? last : row),
    undefined,
  );

const countsOf = (holding: readonly CountedReport[]): Counts =>
  eachStatus((status) => holding.filter((row) => row.status === status).length);

function freeze(day: number, holding: readonly CountedReport[]): FrozenDay {
  const lastOf = new Map<VillageCode, Instant>();
  for (const { village, recordedAt } of holding)
    if (recordedAt > (lastOf.get(village) ?? '')) lastOf.set(village, recordedAt);
  const recent = [...lastOf.values()].map((last) => recentOf(day, last));
  const units = eachUnit((unit) => countsOf(holding.filter((row) => row.unit === unit)));
  return {
    ...countsOf(holding),
    day,
    units,
    reporting: lastOf.size,
    recent: EMPTY_DAY.recent.map((_, n) => recent.reduce((sum, each) => sum + each[n]!, 0)),
  };
}
