import { expect, it } from 'vitest';
import { openReportingRegency } from '../regency.ts';
import type { Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

async function regency(stage: Stage) {
  const kadis = await openReportingRegency(stage);
  await stage.at('2027-04-12T02:00:00Z');
  return kadis;
}

const CHANGES = 'Perubahan 7 hari terakhir di Kecamatan';
const LAST_WEEK = 'pekan 5–11 April 2027';
const LACKING = 'yang belum memiliki atau belum melaporkan klinik di Kecamatan';

/** What was asked, and what people reply to its answer: each is of its kind, its week and its place, but for what the reply says. */
const FOLLOW_UPS: Readonly<Record<string, Readonly<Record<string, string | RegExp>>>> = {
  '/rekap mandau': {
    'kalau rupat utara?': 'Rekap KDMP Kecamatan Rupat Utara',
    'trus bantan?': 'Kecamatan Bantan belum memakai bot ini',
    'kalau minggu lalu?': `Kecamatan Mandau, ${LAST_WEEK}`,
    'kalo minggu kemarin': `Kecamatan Mandau, ${LAST_WEEK}`,
    pdfkan: 'Rekap KDKMP Kecamatan Mandau',
    'nomor 3': '"nomor 3" tidak dikenali di sini; berikut Kecamatan Mandau',
  },
  '/rekap laju': {
    mandau: 'Laju KDKMP Kecamatan Mandau',
    'kalau mandau?': 'Laju KDKMP Kecamatan Mandau',
    'yang mandau gimana': 'Laju KDKMP Kecamatan Mandau',
    'nomor 1': '"nomor 1" tidak ditemukan',
    petani: /^Desa Petani/,
  },
  '/rekap laju mandau': { 'kalau rupat utara?': 'Laju KDMP Kecamatan Rupat Utara' },
  '/rekap perubahan minggu lalu': {
    mandau: `Perubahan ${LAST_WEEK} di Kecamatan Mandau`,
    'yang mandau': `Perubahan ${LAST_WEEK} di Kecamatan Mandau`,
    'kalau 2 minggu lalu?': 'Perubahan pekan 29 Maret–4 April 2027 di Kabupaten Bengkalis',
  },
  '/rekap perubahan': {
    'kalau mandau?': `${CHANGES} Mandau`,
    petani: 'Riwayat Desa Petani',
    'kalau minggu lalu?': `Perubahan ${LAST_WEEK} di Kabupaten Bengkalis`,
    'mandau gambar': 'Rekap KDKMP Kecamatan Mandau',
  },
  '/rekap perubahan 2 minggu lalu': {
    1: 'Perubahan pekan 29 Maret–4 April 2027 di Kecamatan Bathin Solapan',
  },
  '/rekap peringkat': { mandau: 'Yang terbaik dahulu', 2: 'Yang terbaik dahulu' },
  '/rekap persen mandau': { 'kalau rupat utara?': 'Sudah berdiri 4% dari semua unit di Kecamatan Rupat' },
  '/rekap minggu lalu': { 'kalau mandau?': `Kecamatan Mandau, ${LAST_WEEK}` },
  '/belum lapor': { 'kalau mandau?': 'hari terakhir di Kecamatan Mandau' },
  '/belum klinik': { 1: `${LACKING} Mandau`, 'klo rupat utara': `${LACKING} Rupat Utara` },
  '/belum klinik mandau': { 'kalau rupat utara?': `${LACKING} Rupat Utara`, 1: 'tidak dikenali di sini' },
  '/status': { mandau: 'Status KDKMP Kecamatan Mandau' },
  '/status klinik': {
    mandau: 'Klinik sudah berdiri di 0 dari 11',
    'kalau apotek?': 'Apotek sudah berdiri di',
  },
};

onEveryPlatform('a reply that goes on from an answer above the kecamatan', (stage) => {
  it('is answered in the same way, of what it names itself', async () => {
    const kadis = await regency(stage());
    for (const [words, replies] of Object.entries(FOLLOW_UPS)) {
      const answer = await kadis.says(words).hears(/./);
      for (const [reply, heard] of Object.entries(replies)) await kadis.replies(answer, reply).hears(heard);
    }
  });

  it('gives files of what was shown', async () => {
    const kadis = await regency(stage());
    const pictures = await kadis.says('/rekap gambar').hears('Kabupaten Bengkalis');
    expect((await kadis.replies(pictures, 'mandau').hears('Mandau')).files).toEqual([
      'rekap-mandau-2027-04-12.png',
    ]);
    const changes = await kadis.says('/rekap perubahan').hears('Perubahan');
    const opened = await kadis.replies(changes, 'mandau').hears(`${CHANGES} Mandau`);
    expect((await kadis.replies(opened, 'gambar').hears('Mandau')).files).toHaveLength(1);
    await kadis.says('/rekap perubahan gambar').hears('hanya sebagai teks', 'Perubahan 7 hari terakhir');
  });
});
