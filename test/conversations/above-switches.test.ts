import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReportingRegency } from '../regency.ts';
import { open, type Person, person, type Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// What is asked of commands above the kecamatan in words that they do not take, or that nobody says to the bot.

const PRIVATELY = { privately: true };
const NO_TIME = 'Di sini tidak dipilah menurut waktu; berikut yang terakhir';
const HANDOVER = /\/tunjuk/;

const ASKED: Readonly<Record<string, string | RegExp>> = {
  // A time that a command does not tell apart is said, and is no place.
  '/belum lapor minggu lalu': new RegExp(`^${NO_TIME}[^\n]*\nBelum melapor[^\n]* Kabupaten Bengkalis`),
  '/belum lapor mandau kemarin': new RegExp(`^${NO_TIME}[^\n]*\nBelum melapor[^\n]* Kecamatan Mandau`),
  '/riwayat mei': new RegExp(`^${NO_TIME}[^\n]*\nRiwayat kecamatan mana`),
  '/riwayat mandau minggu lalu': new RegExp(`^${NO_TIME}[^\n]*\nRiwayat Kecamatan Mandau`),
  '/status hari ini': /^Status KDKMP Kabupaten Bengkalis/,
  'bot laporan masuk hari ini dari mana saja': /^Melapor hari ini di Kabupaten Bengkalis: 7 dari 32/,
  'bot yang belum lapor hari ini siapa':
    /^Yang belum melapor dihitung per tujuh hari, bukan per hari:\nBelum melapor/,
  // What is switched is offered.
  'bot buka rekap untuk camat': 'Maksudnya /rekap buka?',
  'bot rekap tutup': 'Maksudnya /rekap tutup?',
  'bot pengingat dimatikan saja': 'Maksudnya /pengingat mati?',
  'bot hidupkan lagi pengingatnya': 'Maksudnya /pengingat nyala?',
  'bot pengingat mati?': /^Pengingat otomatis aktif|^"mati" belum terbaca/,
  'bot rekap yang sudah buka berapa': /^"buka" belum terbaca[^\n]*\nRekap KDKMP Kabupaten/,
  // An office is handed over by a command, of which the answer tells.
  'bot serahkan jabatan saya ke kabid': HANDOVER,
  'bot saya pindah tugas, gimana ganti kadis': HANDOVER,
  'bot bagaimana kalau camatnya ganti': HANDOVER,
};

let stage: Stage;
beforeEach(async () => {
  stage = await simulatorStage();
});
afterEach(() => stage.close());

describe('above the kecamatan', () => {
  let kadis: Person;
  beforeEach(async () => {
    kadis = await openReportingRegency(stage);
  });

  it('words that a command does not take are answered with what it does', async () => {
    for (const [words, heard] of Object.entries(ASKED)) await kadis.says(words).hears(heard);
  });

  it('what is switched in words is done after a yes', async () => {
    const asked = await kadis.says('bot pengingat dimatikan saja').hears('Maksudnya');
    await kadis.says('/pengingat').hears('Pengingat otomatis aktif');
    await kadis.presses(asked, 'Ya').hears('Pengingat otomatis nonaktif');
  });

  it('the invitations that are open are named, without their codes', async () => {
    await kadis.says('bot sudah berapa kecamatan yg diundang').hears('Tidak ada undangan yang masih berlaku');
    const { text } = await kadis.says('/undang Talang Muandau', PRIVATELY).hears('Kode undangan');
    const [code] = /[\w]{5}-[\w]{5}/.exec(text)!;
    for (const words of [
      '/undang daftar',
      'sudah berapa kecamatan yg diundang',
      'undangan siapa saja yang masih berlaku?',
    ]) {
      const told = await kadis
        .says(words, PRIVATELY)
        .hears('di Kabupaten Bengkalis, 1 kecamatan: Talang Muandau (sampai 8 April)');
      expect(told.text).not.toContain(code);
    }
    await stage.at('2027-04-09T02:00:00Z');
    await kadis.says('/undang daftar', PRIVATELY).hears('Tidak ada undangan yang masih berlaku');
    await person(stage, 'Warga').says('/undang daftar').hears('dibuat oleh yang memegang wilayah ini');
  });

  it('what is said to a person in reply to the bot is met with silence', async () => {
    const recap = await kadis.says('/rekap').hears('Rekap KDKMP');
    await person(stage, 'Bupati').replies(recap, 'pak kadis pmd tolong ditindaklanjuti').hearsNothing();
    await kadis.replies(recap, 'pak camat mandau sudah lapor?').hears('Kecamatan Mandau');
  });
});

describe('in a kecamatan', () => {
  it('the recap of the kabupaten is the one above, where that is open', async () => {
    const camat = await open(stage);
    for (const words of ['bot rekap kabupaten', '/rekap kab bengkalis'])
      await camat.says(words).hears('tidak terbuka di sini');
    await camat.says('/rekap kecamatan').hears('Kecamatan Bathin Solapan');
  });
});
