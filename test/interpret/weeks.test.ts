import { expect, it } from 'vitest';
import type { LocalDate } from '../../src/domain/ids.ts';
import { takeNoDate, takeWeek, weekWord } from '../../src/interpret/weeks.ts';

/** A Friday. */
const TODAY = '2026-11-27' as LocalDate;
const LAST = '2026-11-16–2026-11-22';

const taken = (text: string) => {
  const { when, rest } = takeWeek(text, TODAY);
  return [when === undefined || when === 'now' ? when : weekWord(when), rest];
};

it.each([
  ['minggu lalu', LAST, ''],
  ['Pekan Lalu', LAST, ''],
  ['minggu yg lalu', LAST, ''],
  ['mgg kmrn', LAST, ''],
  ['mandau minggu lalu pdf', LAST, 'mandau pdf'],
  ['2 minggu lalu', '2026-11-09–2026-11-15', ''],
  ['dua pekan lalu', '2026-11-09–2026-11-15', ''],
  ['16 november', LAST, ''],
  ['pekan 22 nov', LAST, ''],
  ['tgl 18/11', LAST, ''],
  ['18/11/2026', LAST, ''],
  ['2026-11-18', LAST, ''],
  ['16–22 November 2026', LAST, ''],
  ['16-22 nov pdf', LAST, 'pdf'],
  ['30 November 2025', '2025-11-24–2025-11-30', ''],
  // A coming day is no day of last year.
  ['30 november', '2026-11-30–2026-12-06', ''],
  ['12 desember', '2026-12-07–2026-12-13', ''],
  ['10/1', '2027-01-04–2027-01-10', ''],
  ['12 agustus', '2026-08-10–2026-08-16', ''],
  ['29 februari', '2024-02-26–2024-03-03', ''],
  ['senin lalu', '2026-11-23–2026-11-29', ''],
  ['hari sabtu kemarin', LAST, ''],
  ['jumat lalu', LAST, ''],
  ['rabu minggu lalu pdf', LAST, 'pdf'],
  ['26 Oktober–1 November', '2026-10-26–2026-11-01', ''],
  // The seven days before the recap that closes a deadline are no week of the calendar.
  ['9–15 Mei 2026', '2026-05-09–2026-05-15', ''],
  ['2026-05-09–2026-05-15 gambar', '2026-05-09–2026-05-15', 'gambar'],
  // The week of a day that is not over is named; who shows it says so.
  ['27 november', '2026-11-23–2026-11-29', ''],
  ['mandau sekarang', 'now', 'mandau'],
])('%s', (text, week, rest) => expect(taken(text)).toEqual([week, rest]));

it('takes no code of an area, no impossible day and no part of a name for a week', () => {
  for (const text of ['14.03.16', '14.03.16.2001', '31 februari', '2 Marga', 'minggu', '13', '1 3 5', ''])
    expect(taken(text), text).toEqual([undefined, text]);
});

it('goes back from the week that is shown', () => {
  const shown = { from: '2026-11-09' as LocalDate, to: '2026-11-15' as LocalDate };
  expect(takeWeek('pekan sebelumnya', TODAY, shown).when).toEqual({ from: '2026-11-02', to: '2026-11-08' });
  expect(taken('pekan sebelumnya')).toEqual([LAST, '']);
});

it('tells of a day that no calendar has', () => {
  expect(takeNoDate('mandau 30 februari')).toEqual({ words: '30 februari', rest: 'mandau' });
  expect(takeNoDate('pdf 31/4')).toMatchObject({ rest: 'pdf' });
  for (const text of ['mandau', '14.03.16', '2 Marga', 'bulan']) expect(takeNoDate(text)).toBeUndefined();
});
