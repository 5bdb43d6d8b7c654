import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDistrict, openReportingRegency, REPORTED_AT } from '../regency.ts';
import type { Person, Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// What is asked above the kecamatan and has no figures for an answer, and what is to be changed and is asked about first.

let stage: Stage;
let kadis: Person;
beforeEach(async () => {
  stage = await simulatorStage();
  kadis = await openReportingRegency(stage);
  openDistrict(stage.store, '14.03.01', REPORTED_AT);
});
afterEach(() => stage.close());

const MEANING = 'Beroperasi: sudah buka dan melayani';
const SOURCE = 'Data ini berasal dari laporan kepala desa, lurah, dan camat';
const SUCCESSOR = 'yang lama dicabut dengan /cabut';
const SCHEDULE = /^Rekap terkirim sendiri setiap Senin pagi[^\n]*\nPengingat otomatis aktif/;
const ATTENTION = /^Yang paling perlu perhatian disebut lebih dahulu:\nRekap KDKMP/;

const ASKED: Readonly<Record<string, string | RegExp>> = {
  'beda berdiri sama beroperasi apa': MEANING,
  'apa itu melapor': MEANING,
  'tlg jelaskan arti 22/70': MEANING,
  'data ini dari mana': SOURCE,
  'akurat ga': SOURCE,
  'kirim rekap tiap jumat': 'Jadwal dan bentuk kiriman tidak diubah dengan pesan',
  'jgn kirim gambar lagi': 'Jadwal dan bentuk kiriman tidak diubah dengan pesan',
  'kapan rupat utara terakhir naik': /^Riwayat Kecamatan Rupat Utara/,
  'kapan terakhir ada kenaikan': /^Kapan suatu wilayah terakhir naik[^\n]*\nRiwayat kecamatan mana/,
  'rekap senin mana kok ga masuk': SCHEDULE,
  'kenapa tadi pagi ga ada rekap': SCHEDULE,
  'siap salah, bukan itu maksud saya': 'Bila jawaban saya yang keliru, mohon maaf',
  'intinya apa': ATTENTION,
  'kecamatan yang perlu didatangi mana': ATTENTION,
  'bagaimana kalau camatnya ganti': SUCCESSOR,
  'serahkan jabatan saya ke kabid': SUCCESSOR,
  'kalau 3 unit per hari kapan selesai': 'Perhitungan dengan pengandaian belum dapat saya buat',
  'simulasi tenggat desember': 'Perhitungan dengan pengandaian belum dapat saya buat',
  'perlu berapa unit per minggu': /^Laju KDKMP/,
  'gimana posisi kita sekarang': /^Rekap KDKMP/,
  'gimana perkembangan kopdes kita hari ini?': /^Rekap KDKMP/,
  'di mana saja': 'balas daftar itu dengan nomor atau namanya',
  'mandau sejak kapan naik': /^Riwayat Kecamatan Mandau/,
  assalamualaikum: /^Salam, Bapak\/Ibu\.\nMelihat/,
  'siapa yang lewat tenggat': /^Tenggat Kabupaten Bengkalis/,
  'pengingat terakhir kapan': /^Yang sudah terkirim tampak di grupnya[^\n]*\nPengingat/,
  'kapan rekap terakhir dikirim': /^Yang sudah terkirim tampak di grupnya[^\n]*\nPengingat/,
  'siapa yang mengejar target': /^"siapa" belum terbaca[^\n]*\nLaju KDKMP/,
  'desa aja yg lapor': /^"desa aja" belum terbaca[^\n]*\nMelapor 7 hari terakhir/,
  'cuma desa yg belum lapor': /^"cuma desa" belum terbaca/,
  'khusus desa, kelurahan jangan': 'Pengecualian belum dapat saya buat',
  'bantuan truk sudah sampai?': 'Itu tidak dicatat di bot ini',
  'siapa camat yg belum pakai bot': /^Yang belum memakai bot ini disebut di bagian akhir/,
  'berapa desa yg tidak pernah lapor': /^Belum pernah melapor di Kabupaten Bengkalis/,
  'kirim ke pak wamen': /^Saya hanya menjawab di percakapan ini/,
  'berapa yg sudah RAT': 'Itu tidak dicatat di bot ini',
  'tambah admin satu lagi': /^Jabatan diberikan dengan membalas pesan orangnya/,
  'cara ganti tenggat gimana': /^Tenggat diubah dengan tanggal barunya/,
  'bisa diperpanjang ga': /^Tenggat diubah dengan tanggal barunya/,
  'siapa yang tetapkan tenggat': /^Tenggat kecamatan diubah oleh camat/,
  'rangkumkan 3 poin utk bupati': ATTENTION,
  'progres sejak pelantikan bupati': /^"pelantikan" belum terbaca[^\n]*\nRekap KDKMP/,
};

describe('what is no figure', () => {
  it('is answered with a sentence, and never with a plain recap', async () => {
    for (const [words, heard] of Object.entries(ASKED)) await kadis.says(`bot ${words}`).hears(heard);
  });

  it('is which kecamatan have another deadline', async () => {
    await kadis.says('/tenggat').hears('Tenggat itu berlaku di semua kecamatan');
    stage.store.transaction((tx) => {
      tx.chats.setDeadline('14.03.09' as never, '2027-05-01' as never, REPORTED_AT, true);
    });
    for (const words of [
      '/tenggat',
      'bot kecamatan lain tenggatnya kapan',
      'bot kecamatan mana yg tenggatnya beda',
    ])
      await kadis.says(words).hears('Tenggat sendiri: Mandau 1 Mei');
  });
});

/** What is to be changed, and the command that is offered for it. */
const OFFERED: Readonly<Record<string, string>> = {
  'bot matikan pengingat': '/pengingat mati',
  'bot pengingat dimatikan saja': '/pengingat mati',
  'bot nyalakan lagi pengingatnya': '/pengingat nyala',
  'bot perpanjang tenggat sampai 31 agustus': '/tenggat 31 agustus',
  'bot perpanjang sampai 31 agustus': '/tenggat 31 agustus',
  'bot matikan notif': '/pengingat mati',
  'bot majuin tenggat ke 10 mei': '/tenggat 10 mei',
  'bot mundurkan tenggat jadi 30 juni': '/tenggat 30 juni',
  'bot buka rekap untuk camat': '/rekap buka',
  'bot tutup rekap': '/rekap tutup',
};

describe('what is to be changed', () => {
  it('is offered as a question, and done after a yes alone', async () => {
    for (const [words, command] of Object.entries(OFFERED)) {
      const offer = await kadis.says(words).hears(`Maksudnya ${command}?`);
      expect(offer.buttons).toHaveLength(2);
      await kadis.replies(offer, 'gak jadi').hears('Tidak ada yang diubah');
    }
    await kadis.says('/tenggat').hears('15 Mei 2027');
    await kadis.says('/pengingat').hears('Pengingat otomatis aktif');
    const off = await kadis.says('bot matikan pengingat').hears('Maksudnya /pengingat mati?');
    await kadis.replies(off, 'ya').hears('Pengingat otomatis nonaktif');
    const moved = await kadis.says('bot perpanjang tenggat sampai 31 mei').hears('Maksudnya');
    await kadis.replies(moved, 'jadi').hears('diubah dari 15 Mei 2027 menjadi Senin, 31 Mei 2027');
  });

  it('is neither done nor asked again after a no in people’s own words', async () => {
    for (const words of ['gak jadi', 'ga jadi pak', 'batal', 'tidak jadi', 'jangan dulu']) {
      const asked = await kadis.says('/tenggat 31 desember').hears('Ubah menjadi Jumat, 31 Desember 2027');
      await kadis.replies(asked, words).hears('Tidak ada yang diubah');
    }
    const asked = await kadis.says('/tenggat 31 desember').hears('Ubah menjadi');
    await kadis.replies(asked, 'jadi').hears('diubah dari 15 Mei 2027 menjadi Jumat, 31 Desember 2027');
  });

  it('is refused at once to whom it is not for', async () => {
    await kadis.says('bot tenggat mandau jadikan 31 juli').hears('diubah oleh camat dan Kasi PMD-nya');
    await kadis.says('/tenggat').hears('15 Mei 2027');
  });
});
