import { afterEach, beforeEach, describe, it } from 'vitest';
import { openDistrict, openReportingRegency, REPORTED_AT } from '../regency.ts';
import type { Person, Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// In a private chat a question goes on from the place that was shown last, but for what its own words say of where.

const PRIVATELY = { privately: true };

let stage: Stage;
let kadis: Person;
beforeEach(async () => {
  stage = await simulatorStage();
  kadis = await openReportingRegency(stage);
  openDistrict(stage.store, '14.03.02', REPORTED_AT);
  await stage.at('2027-04-12T02:00:00Z');
});
afterEach(() => stage.close());

const RECAP = /^Rekap KDKMP Kabupaten Bengkalis/;
const EACH_SHARE =
  /^Unit berdiri minimal 0% menurut kecamatan di Kabupaten Bengkalis[^\n]*\n1\. Rupat Utara: 2\/56 unit berdiri \(4%\)/;
const PACE = /^Laju KDKMP Kabupaten Bengkalis/;
const SILENT = /^Belum melapor dalam 7 hari terakhir di Kabupaten Bengkalis/;
const NEVER = /^Belum pernah melapor di Kabupaten Bengkalis/;
const MISSING = /^Yang belum berdiri atau belum dilaporkan di Kabupaten Bengkalis/;

/** What was shown, and what is asked then. */
const ASKED_AFTER: Readonly<Record<string, Readonly<Record<string, string | RegExp>>>> = {
  // A village has no parts, and no course of its own.
  '/riwayat petani': {
    'siapa yang paling lama tidak lapor': SILENT,
    'siapa yang belum lapor': SILENT,
    'desa mana yang belum lapor': /^Belum melapor[^\n]* Kecamatan Bathin Solapan/,
    'naik berapa persen dibanding minggu lalu':
      /^"persen" belum terbaca[^\n]*\nPerubahan [^\n]* di Kabupaten Bengkalis/,
    'sudah berapa persen': /^Sudah berdiri 2% dari semua unit di Kabupaten Bengkalis/,
    'kecamatan apa yg belum pernah lapor': NEVER,
    'ada berapa desa di kabupaten ini': RECAP,
    'berapa total unit yg blm berdiri': MISSING,
    'kapan terakhir lapor': /^Riwayat Desa Petani/,
    'kenapa turun': /^Sebabnya[^\n]*\nRiwayat Desa Petani/,
    'kecamatan ini gimana': /^Riwayat Kecamatan Bathin Solapan/,
  },
  'duri timur?': {
    'kapan terakhir lapor': /^Riwayat Kelurahan Duri Timur/,
    'sudah lapor belum': /^Kelurahan Duri Timur/,
  },
  // Of a kecamatan is asked what names no other level.
  '/rekap laju mandau': {
    'kapan selesai': /^Laju KDKMP Kecamatan Mandau/,
    'kecamatan ini kapan selesai': /^Laju KDKMP Kecamatan Mandau/,
    'desa mana yang belum lapor': /^Belum melapor[^\n]* Kecamatan Mandau/,
    'kapan target kabupaten tercapai': PACE,
    'bupati minta data per kecamatan dalam persen': EACH_SHARE,
    'tabel persen per kecamatan': EACH_SHARE,
    'kecamatan mana yang belum lapor': SILENT,
  },
  '/belum lapor mandau': { 'semua?': SILENT, 'semua kecamatan': SILENT },
  // So many of something is no place in the list that was shown.
  '/rekap': { 'dua kecamatan yg blm pakai itu apa?': /^Yang belum memakai bot ini/ },
};

describe('a question in a private chat after a place was shown', () => {
  it('is about that place, unless it names another level or asks for what it has not', async () => {
    for (const [shown, asked] of Object.entries(ASKED_AFTER))
      for (const [words, heard] of Object.entries(asked)) {
        await kadis.says(shown, PRIVATELY).hears(/./);
        await kadis.says(words, PRIVATELY).hears(heard);
      }
  });
});

describe('a question about somebody who reports', () => {
  it('is answered with what was reported there', async () => {
    await kadis
      .says('bot pak camat mandau sudah lapor?')
      .hears('Belum melapor dalam 7 hari terakhir di Kecamatan Mandau: 11 dari 11');
    await kadis.says('bot kades petani sudah lapor belum?').hears(/^Desa Petani, Kecamatan Bathin Solapan/);
    await kadis.says('bot kades petani rajin lapor?').hears(/^"rajin" belum terbaca[^\n]*\nDesa Petani/);
  });
});
