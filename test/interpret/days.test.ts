import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayAndMonth, plainDate } from '../../src/domain/dates.ts';
import type { LocalDate } from '../../src/domain/ids.ts';
import { readDay } from '../../src/interpret/days.ts';

const TODAY = '2027-04-01' as LocalDate;

describe('a day as people write it', () => {
  it.each([
    ['10mei', '2027-05-10'],
    ['tgl 10 mei thn dpn', '2028-05-10'],
    ['10 mei tahun ini', '2027-05-10'],
    ['10 mei tahun depan', '2028-05-10'],
    ['senin 10 mei', '2027-05-10'],
    ['Minggu, 9 Mei', '2027-05-09'],
    ['akhir mei', '2027-05-31'],
    ['akhir bulan mei', '2027-05-31'],
    ['akhir maret', '2028-03-31'],
    ['akhir feb 2028', '2028-02-29'],
    ['awal juni', '2027-06-01'],
    ['pertengahan juni', '2027-06-15'],
    ['akhir bulan', '2027-04-30'],
    ['akhir bulan depan', '2027-05-31'],
    ['akhir tahun', '2027-12-31'],
    ['akhir tahun depan', '2028-12-31'],
    ['dua minggu lagi', '2027-04-15'],
    ['2minggu lg', '2027-04-15'],
    ['seminggu lagi', '2027-04-08'],
    ['10 hari lagi', '2027-04-11'],
    ['sebulan lagi', '2027-05-01'],
    ['3 bulan ke depan', '2027-07-01'],
    ['besok', '2027-04-02'],
    ['hari ini', '2027-04-01'],
    ['ganti jadi 20 april', '2027-04-20'],
    ['diundur sampai 20 april', '2027-04-20'],
    ['2 minggu lagi ya pak', '2027-04-15'],
    ['8/5 ya pak', '2027-05-08'],
    ['bulan 5', undefined],
    ['minggu depan', undefined],
    ['30 feb', undefined],
    ['31/2', undefined],
    ['mandau', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, date) => {
    expect(readDay(text, TODAY)).toBe(date);
  });

  it('in a shorter month is its last day', () => {
    expect(readDay('sebulan lagi', '2027-01-31' as LocalDate)).toBe('2027-02-28');
  });

  it('is read back from every way in which the bot writes one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (days) => {
        const date = addDays(TODAY, days);
        expect(readDay(plainDate(date), TODAY)).toBe(date);
        expect(readDay(dayAndMonth(date), TODAY)).toBe(date);
        expect(readDay(dayAndMonth(date).replace(' ', ''), TODAY)).toBe(date);
      }),
      { seed: 1403 },
    );
  });

  it('is nothing where it is nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(readDay(text, TODAY) ?? TODAY).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { seed: 1403 },
    );
  });
});
