import type { DistrictCode, Instant, LocalDate, VillageCode } from '../../src/domain/ids.ts';
import type { RecapTable } from '../../src/domain/progress.ts';
import { type Status, UNITS } from '../../src/domain/units.ts';
import { STATES } from '../../src/features/recap/theme.ts';

const NAMES = ['Petani', 'Air Kulim', 'Buluh Manis', 'Bumbung', 'Pamesi', 'Sebangar', 'Balai Makam'];

/** A kecamatan of `count` villages in which every state turns up; the fifth village never reported. */
export function sample(count: number, changes: Partial<RecapTable> = {}): RecapTable {
  return {
    district: {
      code: '14.03.16' as DistrictCode,
      name: 'Bathin Solapan',
      regency: 'Kabupaten Bengkalis',
      province: 'Riau',
    },
    asOf: '2026-11-23T09:05:00.000Z' as Instant,
    timeZone: 'Asia/Jakarta',
    deadline: '2027-05-15' as LocalDate,
    daysLeft: 173,
    villages: Array.from({ length: count }, (_, i) => ({
      code: `14.03.16.${2001 + i}` as VillageCode,
      name: NAMES[i % NAMES.length]!,
      kind: 'desa' as const,
      units: i === 4 ? {} : unitsOf(i),
    })),
    ...changes,
  };
}

const unitsOf = (i: number) =>
  Object.fromEntries(
    UNITS.flatMap((unit, j) => {
      const state = STATES[(i + j) % STATES.length]!;
      return state === 'silent' ? [] : [[unit, state]];
    }),
  );

/** All villages with one status everywhere. */
export const uniform = (count: number, status: Status): RecapTable => ({
  ...sample(count),
  villages: sample(count).villages.map((village) => ({
    ...village,
    units: Object.fromEntries(UNITS.map((unit) => [unit, status])),
  })),
});

/** A kecamatan with villages of these names, all reported. */
export const named = (
  names: readonly string[],
  kinds: readonly ('desa' | 'kelurahan')[] = ['desa'],
): RecapTable => ({
  ...sample(0),
  villages: uniform(names.length, 'proses').villages.map((village, i) => {
    const kind = kinds[i % kinds.length]!;
    const code = (kind === 'kelurahan' ? `14.03.16.${1001 + i}` : village.code) as VillageCode;
    return { ...village, code, kind, name: names[i]! };
  }),
});
