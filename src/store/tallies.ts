import type { DistrictCode } from '../domain/ids.ts';
import { type Counts, STATUSES, type Unit } from '../domain/units.ts';
import type { Db } from './db.ts';

/** How many villages of a kecamatan have each unit in each status. */
export interface Tallies {
  /** Adds to the counts of a unit; negative counts take away. */
  add(district: DistrictCode, unit: Unit, more: Counts): void;
}

export function tallies(db: Db): Tallies {
  const add = db.prepare<[DistrictCode, Unit, ...number[]]>(
    `INSERT INTO tally (district, unit, ${STATUSES.join(', ')}) VALUES (?, ?, ${STATUSES.map(() => '?').join(', ')})
     ON CONFLICT (district, unit) DO UPDATE
     SET ${STATUSES.map((status) => `${status} = tally.${status} + excluded.${status}`).join(', ')}`,
  );
  return {
    add(district, unit, more) {
      add.run(district, unit, ...STATUSES.map((status) => more[status]));
    },
  };
}
