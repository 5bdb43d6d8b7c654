import { expect, it } from 'vitest';
import type { Instant, VillageCode } from '../../src/domain/ids.ts';
import { openDistrict, openRegency, report } from '../regency.ts';
import type { Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const at = (day: string) => `${day}T02:00:00.000Z` as Instant;

/** Two kecamatan of Bengkalis, which report on days of April, May and June; it is Monday 14 June. */
async function regency(stage: Stage) {
  const kadis = await openRegency(stage);
  for (const code of ['14.03.16', '14.03.09']) openDistrict(stage.store, code, at('2027-04-01'));
  const reports = [
    ['14.03.16', '14.03.16.2001', 3, '2027-04-20'],
    ['14.03.16', '14.03.16.2002', 2, '2027-05-04'],
    ['14.03.09', '14.03.09.1001', 4, '2027-05-31'],
    ['14.03.16', '14.03.16.2003', 1, '2027-06-02'],
    ['14.03.09', '14.03.09.1002', 2, '2027-06-13'],
  ] as const;
  for (const [district, village, units, day] of reports)
    report(stage.store, district, [village as VillageCode], [units], at(day));
  await stage.at(at('2027-06-14'));
  return kadis;
}

const IN = 'di Kabupaten Bengkalis';

/** Times in people's own words, and the days whose figures they are answered with. */
const TIMES: Readonly<Record<string, string | RegExp>> = {
  'bot rekap bulan mei':
    /^Perubahan 1–31 Mei 2027 di Kabupaten Bengkalis: bertambah 6 unit\n.*31 Mei 2027:\nRekap/,
  'bot bulan mei naik berapa': `Perubahan 1–31 Mei 2027 ${IN}: bertambah 6 unit\n1. Mandau: bertambah 4 unit`,
  'bot juni naik berapa': `Perubahan 1–14 Juni 2027 ${IN}: bertambah 3 unit`,
  'bot 14 hari terakhir': `Perubahan 1–14 Juni 2027 ${IN}: bertambah 3 unit`,
  'bot dari awal mei sampai sekarang naik berapa': `Perubahan 1 Mei–14 Juni 2027 ${IN}: bertambah 9 unit`,
  'bot rekap dari 1 juni sampai 30 juni': `Perubahan 1–14 Juni 2027 ${IN}: bertambah 3 unit`,
  'bot kemarin': `Perubahan kemarin ${IN}: bertambah 2 unit`,
  'bot semalam naik brp': `Perubahan kemarin ${IN}: bertambah 2 unit`,
  'bot mandau bulan mei naik berapa': 'Perubahan 1–31 Mei 2027 di Kecamatan Mandau: bertambah 4 unit',
  'bot bulan mei ada yang turun?': 'Tidak ada yang berkurang',
  'bot kemarin ada yang lapor?': /^Melapor kemarin di Kabupaten Bengkalis/,
  '/rekap mei': `Perubahan 1–31 Mei 2027 ${IN}: bertambah 6 unit`,
  '/rekap perubahan 1 april - 30 april': `Perubahan 1–30 April 2027 ${IN}: bertambah 3 unit`,
  '/rekap kemarin': `Perubahan kemarin ${IN}: bertambah 2 unit`,
  '/rekap laju mei': /^Laju selalu dihitung sampai sekarang:\nLaju KDKMP/,
  '/belum lapor minggu lalu': /^Di sini tidak dipilah menurut waktu[^\n]*\nBelum melapor/,
  '/riwayat mandau mei': /^Di sini tidak dipilah menurut waktu[^\n]*\nRiwayat Kecamatan Mandau/,
  'bot rekap pertanggal 1 mei': 'pekan 26 April–2 Mei 2027',
  'bot 7 hari terakhir': /^Rekap KDKMP Kabupaten Bengkalis\n/,
  'bot triwulan ini': 'Waktu itu belum dapat saya baca. Yang terbaca, misalnya: hari ini, kemarin',
  'bot rekap bulan depan': 'Waktu itu belum dapat saya baca',
  'bot desember naik berapa': '1–31 Desember 2027 belum tiba',
  'bot bandingkan minggu ini dengan minggu lalu':
    /^Perbandingan[^\n]*\nHari ini: jumlah unit berdiri tetap[^\n]*\n7–13 Juni 2027: bertambah 2 unit, pada akhirnya 12\/1\.085/,
  'bot banding 16 mei dan 6 juni':
    /10–16 Mei 2027: jumlah unit berdiri tetap[^\n]*\n31 Mei–6 Juni 2027: bertambah 5 unit/,
  'bot mandau bulan ini dibanding bulan lalu':
    /^Perbandingan di Kecamatan Mandau\n1–14 Juni 2027: bertambah 2/,
  '/rekap banding minggu lalu dan 2 minggu lalu':
    /7–13 Juni 2027: bertambah 2[^\n]*\n31 Mei–6 Juni 2027: bertambah 5/,
};

onEveryPlatform('a time that is asked for', (stage) => {
  it('is answered with its own days, which are named, or not at all', async () => {
    const kadis = await regency(stage());
    for (const [words, heard] of Object.entries(TIMES)) await kadis.says(words).hears(heard);
  });

  it('is that of what is opened from the answer', async () => {
    const kadis = await regency(stage());
    const changes = await kadis.says('/rekap perubahan mei').hears('1. Mandau: bertambah 4 unit');
    const mandau = await kadis
      .replies(changes, '1')
      .hears('Perubahan 1–31 Mei 2027 di Kecamatan Mandau: bertambah 4 unit');
    await kadis
      .replies(mandau, 'kalau bathin solapan?')
      .hears('Perubahan 1–31 Mei 2027 di Kecamatan Bathin Solapan');
    await kadis
      .replies(changes, 'kalau bulan ini?')
      .hears(`Perubahan 1–14 Juni 2027 ${IN}: bertambah 3 unit`);
    const recap = await kadis.says('/rekap mei').hears('pekan 25–31 Mei 2027');
    await kadis
      .replies(recap, 'mandau')
      .hears('Perubahan 1–31 Mei 2027 di Kecamatan Mandau', 'pekan 25–31 Mei 2027');
    const { files } = await kadis.replies(recap, 'gambar').hears('Perubahan 1–31 Mei 2027');
    expect(files).toEqual(['rekap-kabupaten-bengkalis-2027-05-25-2027-05-31.png']);
    const sides = await kadis
      .says('/rekap banding mei dan april')
      .hears('Perbandingan di Kabupaten Bengkalis');
    await kadis
      .replies(sides, 'mandau')
      .hears(/^Perbandingan di Kecamatan Mandau\n1–31 Mei 2027: bertambah 4 unit[^\n]*\n1–30 April 2027/);
    const week = await kadis.says('/rekap minggu lalu').hears('pekan 7–13 Juni 2027');
    await kadis.replies(week, 'siapa yang belum lapor').hears(/^Ini keadaan sekarang\.[^\n]*\nBelum melapor/);
    for (const words of [
      'bandingkan dengan minggu lalu',
      'lebih baik dari minggu lalu?',
      'selisih dengan minggu lalu',
    ])
      await kadis
        .replies(week, words)
        .hears(/\n7–13 Juni 2027: bertambah 2 unit[^\n]*\n31 Mei–6 Juni 2027: bertambah 5 unit/);
  });
});
