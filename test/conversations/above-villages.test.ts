import { afterEach, beforeEach, describe, it } from 'vitest';
import { openDistrict, openReportingRegency, REPORTED_AT, report } from '../regency.ts';
import type { Person, Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// Which villages have as much as is asked for, which parts of an area, and how many have a unit.

let stage: Stage;
let kadis: Person;
beforeEach(async () => {
  stage = await simulatorStage();
  kadis = await openReportingRegency(stage);
  openDistrict(stage.store, '14.03.01', REPORTED_AT);
  report(stage.store, '14.03.09', ['14.03.09.1002' as never], [1], REPORTED_AT, 'proses');
});
afterEach(() => stage.close());

const ALL =
  /7\/7 \(1 desa\/kelurahan\): Petani di Bathin Solapan\n5\/7 [^\n]*: Air Kulim di Bathin Solapan\n/;
const COMPLETE =
  /Bengkalis\n7\/7 \(1 desa\/kelurahan\): Petani di Bathin Solapan\nBelum pernah melapor: \d+ desa/;
const EMPTY = /Bengkalis\n0\/7 \(1 desa\/kelurahan\): [^\n]+ di Mandau\nBelum pernah melapor/;
const NO_PART = 'Unit berdiri minimal 100% menurut kecamatan di Kabupaten Bengkalis: 0 dari 4 kecamatan';
const BELOW =
  /di bawah 5% [^\n]*: 2 dari 4 kecamatan[^\n]*\n1\. Rupat Utara: 2\/56 [^\n]*\n2\. Mandau: 3\/77/;

const ASKED: Readonly<Record<string, string | RegExp>> = {
  'yang sudah 7/7': COMPLETE,
  'desa mana yg 7/7': COMPLETE,
  'berapa desa yang udah lengkap?': COMPLETE,
  'desa yg sudah lengkap 7 unit apa saja': COMPLETE,
  'yang masih 0/7': EMPTY,
  'desa mana yang masih nol': EMPTY,
  'desa yg 0': EMPTY,
  'desa terbaik': ALL,
  '5 desa terbaik': ALL,
  'desa terbaik se kabupaten': ALL,
  'ranking desa se mandau': /di Kecamatan Mandau\n3\/7/,
  'desa terbaik di mandau': /di Kecamatan Mandau\n3\/7 [^\n]*: Air Jamban\n0\/7/,
  'desa dgn unit paling sedikit di mandau': /di Kecamatan Mandau\n0\/7 [^\n]*\n3\/7/,
  'desa yang lebih dari 4 unit': ALL,
  'kecamatan di bawah 5 persen': BELOW,
  'berapa kecamatan yang di bawah 5%': BELOW,
  'ada kecamatan yg sudah selesai?': NO_PART,
  'berapa yg sudah 100 persen': NO_PART,
  'berapa persen klinik': 'Klinik sudah berdiri di 2 dari 63 desa/kelurahan (3%).',
  'desa yang punya klinik': 'berdiri di: Petani di Bathin Solapan, Air Kulim di Bathin Solapan',
  'kantor yg masih proses dimana': /proses di: [^\n]+ di Mandau/,
  'yang sudah beroperasi berapa': /semua unit: 20 berdiri, 1 proses dan \d+ belum lapor/,
  'desa yang belum lengkap': /^Desa\/kelurahan menurut unit berdiri[^\n]*\n5\/7/,
  // Bounds of what cannot be kept to are told of.
  'klinik di atas 50 persen': /^"di atas 50[^"]*" belum terbaca/,
};

describe('who has as much as is asked for', () => {
  it('is answered from what was reported', async () => {
    for (const [words, heard] of Object.entries(ASKED)) await kadis.says(`bot ${words}`).hears(heard);
  });

  it('is typed behind /rekap too, and is gone down from', async () => {
    await kadis.says('/rekap peringkat desa').hears(ALL);
    const complete = await kadis.says('/rekap desa 7/7').hears(COMPLETE);
    await kadis
      .replies(complete, 'mandau')
      .hears('Tidak ada di antara yang sudah melapor di Kecamatan Mandau');
    const below = await kadis.says('/rekap persen di bawah 5%').hears(BELOW);
    await kadis.replies(below, '2').hears('Rekap KDKMP Kecamatan Mandau');
    const mandau = await kadis.says('/rekap mandau').hears('Kecamatan Mandau');
    await kadis.replies(mandau, 'desa terbaik').hears(/di Kecamatan Mandau\n3\/7/);
  });
});
