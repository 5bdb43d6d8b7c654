import { expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/ids.ts';
import {
  asOfLine,
  deadlineLine,
  nameOf,
  rowsHead,
  silentLine,
  statesOf,
  sumsOf,
  titleLine,
} from '../../src/features/recap/labels.ts';
import { named, sample, uniform } from './sample.ts';

test('the title follows the kinds of villages', () => {
  const titles = (['desa', 'kelurahan', 'mixed'] as const).map((kind) => {
    const recap = named(['Petani', 'Air Jamban'], kind === 'mixed' ? ['desa', 'kelurahan'] : [kind]);
    return [titleLine(recap), rowsHead(recap), nameOf(recap, recap.villages[1]!)];
  });
  expect(titles).toEqual([
    ['Rekap Koperasi Desa Merah Putih', 'Desa', 'Air Jamban'],
    ['Rekap Koperasi Kelurahan Merah Putih', 'Kelurahan', 'Air Jamban'],
    ['Rekap Koperasi Desa/Kelurahan Merah Putih', 'Desa/Kelurahan', 'Kel. Air Jamban'],
  ]);
});

test.each([
  [173, '2027-05-15', 'Tenggat: Sabtu, 15 Mei 2027 · 173 hari lagi'],
  [0, '2026-11-23', 'Tenggat: Senin, 23 November 2026 · hari ini'],
  [-12, '2026-11-11', 'Tenggat: Rabu, 11 November 2026 · sudah lewat 12 hari'],
])('%i days left', (daysLeft, deadline, line) => {
  expect(deadlineLine(sample(1, { daysLeft, deadline: deadline as LocalDate }))).toBe(line);
});

test('names the day that the days count from where it is told on a later one than that of its data', () => {
  const recap = sample(1, { daysLeft: 173, deadline: '2027-05-15' as LocalDate });
  expect(deadlineLine({ ...recap, toldOn: '2026-11-24' as LocalDate })).toBe(
    'Tenggat: Sabtu, 15 Mei 2027 · 173 hari lagi (per 24 November)',
  );
});

test.each([
  ['Asia/Jakarta', '16.05 WIB'],
  ['Asia/Makassar', '17.05 WITA'],
  ['Asia/Jayapura', '18.05 WIT'],
])('the time in %s', (timeZone, time) => {
  expect(asOfLine(sample(1, { timeZone }))).toBe(`Data per Senin, 23 November 2026 · ${time}`);
});

test('sums keep silence apart, and claim 100 % only when nothing is missing', () => {
  expect(sumsOf(uniform(3, 'berdiri'))).toMatchObject({ established: 21, of: 21, percent: 100 });
  expect(sumsOf(uniform(3, 'proses'))).toMatchObject({ established: 0, percent: 0 });
  const almost = uniform(108, 'beroperasi');
  const [first, ...rest] = almost.villages;
  const villages = [{ ...first!, units: { ...first!.units, klinik: 'proses' as const } }, ...rest];
  expect(sumsOf({ ...almost, villages })).toMatchObject({ established: 755, of: 756, percent: 99 });
  expect(statesOf(sample(5)).silent).toBe(12);
  expect(silentLine(sample(5))).toBe('1 desa belum pernah melapor');
  expect(silentLine(uniform(2, 'belum'))).toBe('semua desa sudah pernah melapor');
});
