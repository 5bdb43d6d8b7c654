import { below, type DistrictCode } from '../domain/ids.ts';
import type { Db } from './db.ts';
import type { FrozenDays } from './frozen-days.ts';
import { type CountedReport, recount } from './recount.ts';

/** Counts kecamatan again from the ledger. */
export interface Recounter {
  count(district: DistrictCode): void;
  /** Counts all; gives those that were counted wrongly. */
  countAll(): readonly DistrictCode[];
}

export function recounter(db: Db, days: FrozenDays): Recounter {
  const reports = db.prepare<[string, string], CountedReport>(
    `SELECT id, village, unit, status, at, recorded_at AS "recordedAt", reversed_at AS "reversedAt" FROM report
     WHERE village >= ? AND village < ? ORDER BY id`,
  );
  const clear = db.prepare<[DistrictCode]>('DELETE FROM frozen_day WHERE district = ?');
  const rows = db.prepare<[DistrictCode]>('SELECT * FROM frozen_day WHERE district = ? ORDER BY day');
  const nextDistrict = [
    'SELECT substr(village, 1, 8) FROM report WHERE village >= ? ORDER BY village LIMIT 1',
    'SELECT district FROM frozen_day WHERE district >= ? ORDER BY district LIMIT 1',
  ].map((sql) => db.value<[string], DistrictCode>(sql));
  const kept = (district: DistrictCode): string => JSON.stringify(rows.all(district));

  function count(district: DistrictCode): void {
    const { from, to } = below(district);
    clear.run(district);
    for (const frozen of recount(reports.all(from, to))) days.put(district, frozen);
  }

  return {
    count,
    countAll() {
      const wrong: DistrictCode[] = [];
      for (let from = ''; ; ) {
        const [district] = nextDistrict.flatMap((next) => next.get(from) ?? []).sort();
        if (!district) return wrong;
        const before = kept(district);
        count(district);
        if (kept(district) !== before) wrong.push(district);
        from = below(district).to;
      }
    },
  };
}
