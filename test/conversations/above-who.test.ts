import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import type { Status } from '../../src/domain/units.ts';
import { openReportingRegency, report, threeReport } from '../regency.ts';
import { open, type Person, person, type Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// Who reported, which village or unit is meant, and what no answer takes into account, asked as people type it.

const SOLAPAN = '14.03.16';
const MANDAU = '14.03.09';

let stage: Stage;
beforeEach(async () => {
  stage = await simulatorStage();
});
afterEach(() => stage.close());

/** A village of a kecamatan, by its place in the list, reports so many units on a day of April. */
function reports(code: string, place: number, units: number, day: string, status?: Status): void {
  const villages = area(code as DistrictCode)!.villages.map((village) => village.code);
  const at = `2027-04-${day}T03:00:00.000Z` as Instant;
  report(stage.store, code, villages.slice(place), [units], at, status);
}

/** What happens in the days before the Monday on which it is asked. */
async function aWeekPasses(): Promise<void> {
  reports(SOLAPAN, 4, 3, '09');
  reports(SOLAPAN, 1, 6, '10');
  reports(SOLAPAN, 3, 1, '11', 'proses');
  await stage.at('2027-04-12T02:00:00Z');
}

const CHANGES =
  /^Perubahan 7 hari terakhir[^\n]*bertambah 7 unit[\s\S]*\nDesa\/kelurahan yang bertambah: Babussalam di Mandau \(bertambah 4 unit\), Pamesi di Bathin Solapan \(bertambah 3 unit\), Air Kulim di Bathin Solapan \(bertambah 1 unit\)\nDesa\/kelurahan yang berkurang: Bumbung/;
const REPORTED =
  /^Melapor 7 hari terakhir di Kabupaten Bengkalis: 4 dari 32 desa\/kelurahan \(13%\)\n1\. Bathin Solapan \(3 dari 13\): Air Kulim, Bumbung, Pamesi\n2\. Mandau \(1 dari 11\): Babussalam\nTidak ada yang melapor: Rupat Utara\n/;
const OF_MANDAU = /^Melapor 7 hari terakhir di Kecamatan Mandau: 1 dari 11 [^\n]* \(9%\)\nBabussalam$/;
const VILLAGES = /^Desa\/kelurahan menurut unit berdiri di Kabupaten Bengkalis\n7\/7/;
const UNITS = /^Status KDKMP Kabupaten Bengkalis[\s\S]*semua unit: /;
const SILENT = /^Belum melapor dalam 7 hari terakhir di Kabupaten Bengkalis: 28 dari 32/;
const PACE = /^Laju KDKMP Kabupaten Bengkalis/;
const leftOut = (words: string) => new RegExp(`^"${words}" belum terbaca[^\\n]*Yang terdekat:\\n`);

const ASKED: Readonly<Record<string, string | RegExp>> = {
  // Who reported, on which days.
  'siapa yang sudah lapor': REPORTED,
  'desa mana saja yang sudah lapor': REPORTED,
  'berapa persen yang lapor': REPORTED,
  'desa paling rajin': REPORTED,
  'mandau sudah lapor belum': OF_MANDAU,
  'berapa persen desa di mandau yang melapor': OF_MANDAU,
  'mandau lapornya gimana': OF_MANDAU,
  'yang lapor kemarin desa mana':
    /^Melapor kemarin di Kabupaten Bengkalis: 1 dari 32 [^\n]*\n1\. Bathin Solapan \(1 dari 13\): Bumbung\n/,
  'hari ini siapa yang lapor': /^Melapor hari ini di Kabupaten Bengkalis: 0 dari 32 [^\n]* \(0%\)\nTidak ada/,
  'siapa yg telat?': /^Yang belum melapor disebut di bawah ini[^\n]*\nBelum melapor[^\n]*: 28 dari 32/,
  'kecamatan mana yang paling banyak belum lapor': SILENT,
  'yang malas lapor siapa': SILENT,
  'siapa yang terakhir lapor': /^Kapan suatu wilayah terakhir melapor[^\n]*\nRiwayat kecamatan mana/,
  'kapan terakhir mandau lapor': /^Riwayat Kecamatan Mandau/,
  // Which village rose.
  'desa yang naik paling banyak': CHANGES,
  'jelaskan naiknya dari mana': CHANGES,
  'desa yang turun': /Desa\/kelurahan yang berkurang: Bumbung di Bathin Solapan \(berkurang 1 unit\)/,
  'desa mana yang tidak ada perubahan': leftOut('desa'),
  // Units and villages in their order.
  'unit mana yang paling tertinggal': UNITS,
  'rekap per unit': UNITS,
  'gerai yang paling sedikit': UNITS,
  'desa paling tertinggal':
    /^Desa\/kelurahan menurut unit berdiri[^\n]*\n0\/7[^\n]*Bumbung di Bathin Solapan/,
  'tolong buat tabel per desa': VILLAGES,
  'berapa koperasi yang sudah lengkap': /^Desa\/kelurahan menurut unit berdiri[^\n]*\n7\/7[^\n]*: Petani/,
  '5 desa terbaik di bathin solapan':
    /^Desa\/kelurahan menurut unit berdiri di Kecamatan Bathin Solapan\n7\/7/,
  'gudang paling sedikit di kecamatan mana':
    /^Desa\/kelurahan di Kabupaten Bengkalis yang belum memiliki[^\n]* gudang: 30 dari 32/,
  'bandingkan klinik dan apotek': /\nklinik: 3 berdiri[^\n]*\napotek: 2 berdiri/,
  'mandau peringkat berapa': /^Rekap KDKMP Kabupaten Bengkalis[\s\S]*Yang terbaik dahulu/,
  'kecamatan peringkat 1 siapa': /Rekap KDKMP Kabupaten Bengkalis[\s\S]*Yang terbaik dahulu/,
  'rupat utara udah 50 persen belum': /^Sudah berdiri 4% dari semua unit di Kecamatan Rupat Utara/,
  // What lies ahead.
  'kondisi mandau di hari tenggat': /^Keadaan pada hari tenggat belum dapat diketahui[^\n]*\nLaju/,
  'tren 3 bulan terakhir': /^Laju selalu dihitung sampai sekarang:\nLaju/,
  'rata2 naik berapa per minggu': PACE,
  // What no answer takes into account.
  'ada berapa kelurahan': leftOut('kelurahan'),
  'kelurahan mana yang belum lapor': leftOut('kelurahan'),
  'klinik naik berapa minggu ini': leftOut('klinik'),
  'persentase klinik per kecamatan': leftOut('per kecamatan'),
  'bandingkan klinik mandau dan bathin solapan': leftOut('klinik'),
  'desa mana yang belum punya klinik tapi sudah punya kantor': leftOut('tapi'),
  'unit apa saja yg bertambah': leftOut('unit apa'),
  'kontak kades yang belum lapor': /^Nama dan nomor orang tidak ditampilkan/,
  'peringatkan kecamatan rupat utara': /^Saya tidak mengingatkan grup atau orang lain/,
  'selain mandau gimana': /^Pengecualian belum dapat saya buat/,
  // A refusal stands alone.
  'rata-rata provinsi berapa': /^Rekap di atas wilayah ini tidak terbuka di sini\.$/,
  'jumlah penduduk bengkalis': /^Kecamatan Bengkalis belum memakai bot ini/,
  'kenapa pinggir ga ada datanya': /^Kecamatan Pinggir belum memakai bot ini/,
  'kenapa angkanya turun': /^Sebabnya tidak tercatat[^\n]*\nPerubahan/,
  // Words of names that are written otherwise.
  'sei linau gimana': /^Kecamatan Siak Kecil belum memakai bot ini/,
  'tj medang udah ada apa': 'Desa Tanjung Medang, Kecamatan Rupat Utara',
};

describe('above the kecamatan', () => {
  let kadis: Person;
  beforeEach(async () => {
    kadis = await openReportingRegency(stage);
    reports(MANDAU, 1, 4, '08');
    await aWeekPasses();
  });

  it.each(Object.entries(ASKED))('%s', async (words, heard) => {
    await kadis.says(`bot ${words}`).hears(heard);
  });

  it('who reported is gone down from, of the same days', async () => {
    const list = await kadis.says('/rekap lapor minggu lalu').hears('Melapor pekan 5–11 April 2027');
    await kadis.replies(list, '2').hears('Melapor pekan 5–11 April 2027 di Kecamatan Mandau: 1 dari 11');
  });

  it('who reported in a week is told, however much others reported after that', async () => {
    const [, , , first, other] = area(MANDAU as DistrictCode)!.villages.map(({ code }) => code);
    report(stage.store, MANDAU, [first!], [1], '2027-04-08T03:00:00.000Z' as Instant);
    for (let i = 100; i < 400; i++)
      report(stage.store, MANDAU, [other!], [7], `2027-04-09T03:00:00.${i}Z` as Instant);
    await kadis.says('/rekap lapor minggu lalu di mandau').hears('Kecamatan Mandau: 3 dari 11');
  });

  it('"naik" in reply asks what rose, and does not go up', async () => {
    const recap = await kadis.says('/rekap mandau').hears('Kecamatan Mandau');
    await kadis.replies(recap, 'naik').hears('Perubahan 7 hari terakhir di Kecamatan Mandau');
    await kadis.replies(recap, 'naik satu tingkat').hears('Rekap KDKMP Kabupaten Bengkalis');
  });
});

describe('in a province', () => {
  it('areas below its parts are named where no answer tells of them', async () => {
    const governor = person(stage, 'Pak Gubernur');
    await governor.says(`/mulai ${stage.invitation('14')}`).hears('sudah aktif');
    threeReport(stage);
    for (const [words, heard] of Object.entries({
      'kecamatan mana yang naik': leftOut('kecamatan'),
      'desa mana yang naik': leftOut('desa'),
      'kabupaten mana yang naik': /^Perubahan 7 hari terakhir di Provinsi Riau/,
      'siapa yang sudah lapor': /^Yang melapor disebut namanya sampai tingkat kabupaten/,
    }))
      await governor.says(`bot ${words}`).hears(heard);
  });
});

describe('in a kecamatan', () => {
  it('the same holds, and what is not recorded is said', async () => {
    const camat = await open(stage);
    await aWeekPasses();
    for (const [words, heard] of Object.entries({
      'siapa yang lapor kemarin':
        /^Melapor kemarin di Kecamatan Bathin Solapan: 1 dari 13 desa \(8%\)\nBumbung$/,
      'berapa persen yang lapor': /^Melapor 7 hari terakhir[^\n]*: 3 dari 13 desa \(23%\)/,
      'kapan terakhir pamesi lapor': /Riwayat Desa Pamesi/,
      'unit mana yang paling tertinggal': /^Rekap KDMP Kecamatan Bathin Solapan/,
      'dana desa petani berapa': /^Uang dan anggaran koperasi tidak dicatat/,
      'kenapa bumbung turun': /^"kenapa" belum terbaca/,
    }))
      await camat.says(`bot ${words}`).hears(heard);
    expect(await camat.says('bot ini lambat')).toMatchObject({ said: [] });
  });
});
