import type { DistrictCode } from '../domain/ids.ts';
import {
  type Counts,
  eachStatus,
  eachUnit,
  STATUSES,
  type Status,
  UNITS,
  type Unit,
  type UnitCounts,
} from '../domain/units.ts';
import type { Db } from './db.ts';
import { EMPTY_DAY, type FrozenDay } from './recount.ts';

/** What a change of a unit adds to a day; negative counts take away. */
export interface DayChange extends Pick<FrozenDay, 'reporting' | 'recent'> {
  readonly unit: Unit;
  readonly moved: Counts;
}

/** The columns of how many villages reported last so many days before. */
export const RECENT = EMPTY_DAY.recent.map((_, n) => `recent${n}`);
const columnOf = (unit: Unit, status: Status) => `${unit}_${status}`;
const columnsOf = (unit: Unit): readonly string[] => STATUSES.map((status) => columnOf(unit, status));
export const UNIT_COLUMNS = UNITS.flatMap(columnsOf);
const SUMS = [...STATUSES, 'reporting', ...RECENT];
const COLUMNS = [...SUMS, ...UNIT_COLUMNS];

type DayRow = Pick<FrozenDay, 'day' | 'reporting'> & Readonly<Record<string, number>>;

/** The units in a row that has their columns. */
export const unitsIn = (row: Readonly<Record<string, number>>): UnitCounts =>
  eachUnit((unit) => eachStatus((status) => row[columnOf(unit, status)]!));

const dayOf = (row: DayRow): FrozenDay => ({
  ...eachStatus((status) => row[status]!),
  day: row.day,
  reporting: row.reporting,
  recent: RECENT.map((column) => row[column]!),
  units: unitsIn(row),
});

const byStatus = (counts: Counts): readonly number[] => STATUSES.map((status) => counts[status]);

/** How a kecamatan stood at the end of the days on which its ledger changed. */
export interface FrozenDays {
  /** Adds to a day, where that is the latest; false where it is not. */
  add(district: DistrictCode, day: number, change: DayChange): boolean;
  latest(district: DistrictCode): FrozenDay | undefined;
  put(district: DistrictCode, day: FrozenDay): void;
}

export function frozenDays(db: Db): FrozenDays {
  const latest = db.prepare<[DistrictCode], DayRow>(
    `SELECT day, ${COLUMNS.join(', ')} FROM frozen_day WHERE district = ? ORDER BY day DESC LIMIT 1`,
  );
  const put = db.prepare<(DistrictCode | number)[]>(
    `INSERT INTO frozen_day (${COLUMNS.join(', ')}, district, day) VALUES (${COLUMNS.map(() => '?').join(', ')}, ?, ?)
     ON CONFLICT (day, district) DO UPDATE
     SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  );
  const add = eachUnit((unit) =>
    db.prepare<(DistrictCode | number)[]>(
      `UPDATE frozen_day SET ${[...SUMS, ...columnsOf(unit)].map((column) => `${column} = ${column} + ?`).join(', ')}
       WHERE district = ? AND day = ? AND NOT EXISTS (SELECT 1 FROM frozen_day AS later
         WHERE later.district = frozen_day.district AND later.day > frozen_day.day)`,
    ),
  );

  return {
    add(district, day, { unit, moved, reporting, recent }) {
      const counts = byStatus(moved);
      return add[unit].run(...counts, reporting, ...recent, ...counts, district, day).changes === 1;
    },
    latest(district) {
      const row = latest.get(district);
      return row && dayOf(row);
    },
    put(district, frozen) {
      const units = UNITS.flatMap((unit) => byStatus(frozen.units[unit]));
      put.run(...byStatus(frozen), frozen.reporting, ...frozen.recent, ...units, district, frozen.day);
    },
  };
}
