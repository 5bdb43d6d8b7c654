import type { DistrictCode } from '../domain/ids.ts';
import { type Counts, STATUSES } from '../domain/units.ts';
import type { Db } from './db.ts';
import { EMPTY_DAY, type FrozenDay } from './recount.ts';

interface DayRow extends Counts {
  readonly day: number;
  readonly reporting: number;
  readonly recent0: number;
  readonly recent1: number;
  readonly recent2: number;
  readonly recent3: number;
  readonly recent4: number;
  readonly recent5: number;
  readonly recent6: number;
}

/** The columns of how many villages reported last so many days before. */
export const RECENT = EMPTY_DAY.recent.map((_, n) => `recent${n}`);
const COLUMNS = [...STATUSES, 'reporting', ...RECENT];

const dayOf = (row: DayRow): FrozenDay => ({
  ...row,
  recent: RECENT.map((column) => row[column as 'recent0']),
});
/** The values of `COLUMNS`, and of the day. */
const valuesOf = (district: DistrictCode, frozen: FrozenDay): (DistrictCode | number)[] => [
  ...STATUSES.map((status) => frozen[status]),
  frozen.reporting,
  ...frozen.recent,
  district,
  frozen.day,
];

/** How a kecamatan stood at the end of the days on which its ledger changed. */
export interface FrozenDays {
  /** Adds to a day, where that is the latest; false where it is not. */
  add(district: DistrictCode, more: FrozenDay): boolean;
  latest(district: DistrictCode): FrozenDay | undefined;
  put(district: DistrictCode, day: FrozenDay): void;
}

export function frozenDays(db: Db): FrozenDays {
  const latest = db.prepare<[DistrictCode], DayRow>(
    `SELECT day, ${COLUMNS.join(', ')} FROM frozen_day WHERE district = ? ORDER BY day DESC LIMIT 1`,
  );
  const put = db.prepare<(DistrictCode | number)[]>(
    `INSERT INTO frozen_day (${COLUMNS.join(', ')}, district, day) VALUES (${COLUMNS.map(() => '?').join(', ')}, ?, ?)
     ON CONFLICT (district, day) DO UPDATE
     SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  );

  const add = db.prepare<(DistrictCode | number)[]>(
    `UPDATE frozen_day SET ${COLUMNS.map((column) => `${column} = ${column} + ?`).join(', ')}
     WHERE district = ? AND day = ? AND NOT EXISTS (SELECT 1 FROM frozen_day AS later
       WHERE later.district = frozen_day.district AND later.day > frozen_day.day)`,
  );

  return {
    add: (district, more) => add.run(...valuesOf(district, more)).changes === 1,
    latest(district) {
      const row = latest.get(district);
      return row && dayOf(row);
    },
    put(district, day) {
      put.run(...valuesOf(district, day));
    },
  };
}
