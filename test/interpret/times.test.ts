import { expect, it } from 'vitest';
import type { LocalDate } from '../../src/domain/ids.ts';
import type { Week } from '../../src/domain/weeks.ts';
import { takeTime, timesCompared } from '../../src/interpret/times.ts';
import { weekWord } from '../../src/interpret/weeks.ts';

/** A Monday. */
const TODAY = '2027-06-14' as LocalDate;
const LAST_WEEK = { from: '2027-06-07', to: '2027-06-13' } as Week;

const taken = (text: string) => {
  const { when, span, isUnread, rest } = takeTime(text, TODAY);
  const days = when && when !== 'now' ? when : span;
  return [isUnread ? 'unread' : days ? weekWord(days) : when, rest];
};

it.each([
  ['rekap bulan mei', '2027-05-01–2027-05-31', 'rekap'],
  ['mei naik berapa', '2027-05-01–2027-05-31', 'naik berapa'],
  ['april 2026', '2026-04-01–2026-04-30', ''],
  ['awal mei', '2027-05-01–2027-05-10', ''],
  ['pertengahan mei', '2027-05-11–2027-05-20', ''],
  ['akhir mei', '2027-05-21–2027-05-31', ''],
  ['bulan ini', '2027-06-01–2027-06-30', ''],
  ['bulan lalu', '2027-05-01–2027-05-31', ''],
  ['2 bulan lalu', '2027-04-01–2027-04-30', ''],
  ['tahun lalu', '2026-01-01–2026-12-31', ''],
  ['14 hari terakhir', '2027-06-01–2027-06-14', ''],
  ['dua minggu terakhir', '2027-06-01–2027-06-14', ''],
  ['sebulan terakhir', '2027-05-15–2027-06-14', ''],
  ['3 bulan terakhir', '2027-03-15–2027-06-14', ''],
  ['naik berapa sejak 1 mei', '2027-05-01–2027-06-14', 'naik berapa'],
  ['sejak awal tahun', '2027-01-01–2027-06-14', ''],
  ['dari awal mei sampai sekarang', '2027-05-01–2027-06-14', ''],
  ['dari 1 juni sampai 30 juni', '2027-06-01–2027-06-30', ''],
  ['1 juni - 10 juni', '2027-06-01–2027-06-10', ''],
  ['1-30 juni', '2027-06-01–2027-06-30', ''],
  ['3 mei s/d 16 mei', '2027-05-03–2027-05-16', ''],
  ['28 desember sampai 10 januari', '2026-12-28–2027-01-10', ''],
  ['2027-05-01–2027-05-31 gambar', '2027-05-01–2027-05-31', 'gambar'],
  ['semalam ada yg lapor', '2027-06-13–2027-06-13', 'ada yg lapor'],
  ['kemarin', '2027-06-13–2027-06-13', ''],
  ['kemarin lusa', '2027-06-12–2027-06-12', ''],
  ['2 hari lalu', '2027-06-12–2027-06-12', ''],
  // A week stays one, and a day alone stands for its week.
  ['minggu kemarin', '2027-06-07–2027-06-13', ''],
  ['7-13 juni', '2027-06-07–2027-06-13', ''],
  ['per 30 april', '2027-04-26–2027-05-02', ''],
  ['minggu depan', 'unread', ''],
  ['triwulan', 'unread', ''],
  ['update terakhir kapan', undefined, 'update terakhir kapan'],
  ['yang sudah 7/7', undefined, 'yang sudah 7/7'],
])('%s', (text, days, rest) => expect(taken(text)).toEqual([days, rest]));

it('leaves the name of a place that is called like a month', () => {
  expect(takeTime('rekap juli', TODAY, undefined, (word) => word === 'juli').span).toBeUndefined();
});

const compared = (text: string, shown?: Week) => timesCompared(text, TODAY, shown)?.spans.map(weekWord);
const WEEK = weekWord(LAST_WEEK);
const BEFORE = '2027-05-31–2027-06-06';

it.each([
  ['bandingkan minggu ini dengan minggu lalu', undefined, ['2027-06-14–2027-06-14', WEEK]],
  ['mandau minggu ini lebih baik dari minggu lalu ga', undefined, ['2027-06-14–2027-06-14', WEEK]],
  ['bandingkan minggu lalu dengan 2 minggu lalu', undefined, [WEEK, BEFORE]],
  ['bandingkan minggu lalu dengan minggu sebelumnya', undefined, [WEEK, BEFORE]],
  ['dibanding minggu lalu gimana', LAST_WEEK, [WEEK, BEFORE]],
  ['lebih baik dari minggu lalu?', LAST_WEEK, [WEEK, BEFORE]],
  ['perbandingan dengan minggu sebelumnya', LAST_WEEK, [WEEK, BEFORE]],
  ['progres hari ini dibanding kemarin', undefined, ['2027-06-14–2027-06-14', '2027-06-13–2027-06-13']],
  ['kemarin vs kemarin lusa', undefined, ['2027-06-13–2027-06-13', '2027-06-12–2027-06-12']],
  ['dibanding bulan lalu', undefined, ['2027-06-01–2027-06-14', '2027-05-01–2027-05-31']],
  ['banding 16 mei dan 6 juni', undefined, ['2027-05-10–2027-05-16', BEFORE]],
  ['dibanding kemarin', undefined, ['2027-06-14–2027-06-14', '2027-06-13–2027-06-13']],
  ['bandingkan mandau dan pinggir', undefined, undefined],
  ['naik berapa minggu ini', undefined, undefined],
])('%s, and no time is compared with itself', (text, shown, spans) =>
  expect(compared(text, shown)).toEqual(spans),
);
