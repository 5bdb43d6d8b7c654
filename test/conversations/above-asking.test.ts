import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import { openDistrict, openReportingRegency, REPORTED_AT } from '../regency.ts';
import type { Person, Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// What people above the camat ask, in words that need no platform of their own.

const PRIVATELY = { privately: true };
const COMPLETE = /\n7\/7 \(1 desa\/kelurahan\): Petani di Bathin Solapan/;
const BEST = /^Rekap KDKMP Kabupaten Bengkalis[\s\S]*Yang terbaik dahulu/;
const CHANGES = /^Perubahan 7 hari terakhir di Kabupaten Bengkalis/;
const NEVER = /^Belum pernah melapor di Kabupaten Bengkalis: 56 dari 63 [^\n]*\n1\. Bengkalis: \d+ dari/;
const HELP = 'Di sini: Kabupaten Bengkalis';

/** What is asked, and how the answer is known. */
const ASKED: Readonly<Record<string, string | RegExp>> = {
  // "siap" in a question is no farewell.
  'desa mana yang sudah siap semua': COMPLETE,
  'berape desa dah siap semua unit?': COMPLETE,
  'kecamatan mane yang dah siap semua': /^Unit berdiri minimal 100% menurut kecamatan/,
  'sudah siap semua belum kecamatannya?': 'Yang belum berdiri atau belum dilaporkan di Kabupaten Bengkalis',
  // What the bot cannot do, or does not know.
  'tolong kirimkan rekap ke pak gubernur': /^Saya hanya menjawab di percakapan ini[^\n]*\nRekap KDKMP/,
  'sampaikan ke camat mandau segera lapor': /^Saya hanya menjawab|^Saya tidak menyampaikan pesan/,
  'kabari semua camat besok rapat': /^Saya tidak menyampaikan pesan/,
  'tolong ingatkan yg blm lapor': /^Saya tidak mengingatkan grup atau orang lain[^\n]*\nBelum melapor/,
  'ingetin mandau dong': /^Saya tidak mengingatkan grup atau orang lain/,
  'jadikan sari satgas': /^Jabatan diberikan dengan membalas pesan/,
  'undur tenggat seminggu': /^Tenggat diubah dengan tanggal barunya[^\n]*\nTenggat Kabupaten/,
  'brp duit kopdes petani?': /^Uang dan anggaran koperasi tidak dicatat/,
  'anggota kopdes petani brp': /^Anggota dan pengurus koperasi tidak dicatat/,
  'foto kantor petani ada?': /^Foto unit tidak disimpan[^\n]*\n[^\n]*Desa Petani/,
  'kok petani turun?': /^Riwayat Desa Petani/,
  'mandau udah ada camat barunya blm?': 'Nama dan nomor orang tidak ditampilkan',
  'hapus laporan petani': /^Laporan hanya diubah oleh yang melaporkannya/,
  'batalin laporan petani': /^Laporan hanya diubah oleh yang melaporkannya/,
  'lapor petani klinik sudah': /^Dari sini tidak ada laporan yang dicatat/,
  'tolong catat klinik petani sudah berdiri': /^Dari sini tidak ada laporan yang dicatat/,
  'petani klinik sudah lapor?': /Desa Petani/,
  'jgn kirim gambar lagi': /^Jadwal dan bentuk kiriman tidak diubah dengan pesan[^\n]*\nPengingat/,
  'mulai sekarang kirim rekap tiap jumat': /^Jadwal dan bentuk kiriman tidak diubah/,
  'buatkan surat teguran untuk camat rupat': /^Surat tidak dibuat di bot ini/,
  'alamat koperasi petani dimana': /^Itu tidak dicatat di bot ini/,
  'tenggat maju 3 hari': /^Tenggat diubah dengan tanggal barunya/,
  'besok cuaca cerah': /^Itu belum saya pahami\.\nMelihat: \/rekap/,
  // About the bot itself.
  'selamat pagi': /^Salam, Bapak\/Ibu\.\nMelihat: \/rekap/,
  'ok mantap': /^Baik, Bapak\/Ibu/,
  'ini apa aja yg bisa ditanya?': HELP,
  'siapa kamu': HELP,
  'terima kasih ya': /^Sama-sama/,
  // Several questions in one.
  'kecamatan mana yg blm lapor n brp yg udah berdiri minggu ini?':
    /^Pertanyaan dijawab satu per satu; ini jawaban untuk "kecamatan mana yg blm lapor":\nBelum melapor/,
  'mandau sama bathin solapan brp persen masing2, trus yg blm lapor siapa?':
    /^Pertanyaan dijawab satu per satu[^\n]*\nPerbandingan di Kabupaten Bengkalis\n1\. Mandau: 3\/77 unit berdiri \(4%\)/,
  'pingir gimana skrg, trus bantan?': /^Pertanyaan dijawab satu per satu[^\n]*\n"pingir"/,
  'gimana perkembangan bathin solapan, udah dekat tenggat belum?':
    /^Pertanyaan dijawab satu per satu[^\n]*\nRekap KDMP Kecamatan Bathin Solapan/,
  'tolong cek desa petani sama bumbung': /^Wilayah ditanyakan satu per satu[^\n]*\nDesa Petani/,
  // Percent, one day, falls, weeks.
  'mandau brp persen': /^Sudah berdiri 4% dari semua unit di Kecamatan Mandau\.\nRekap/,
  'sudah berapa %': /^Sudah berdiri 2% dari semua unit di Kabupaten Bengkalis\.\nRekap/,
  'berapa persen klinik': 'klinik: 2 berdiri',
  '3 terbaik': BEST,
  '5 kecamatan terburuk': /^Rekap KDKMP Kabupaten/,
  'top 3': BEST,
  'mandau lawan bathin solapan': 'Perbandingan di Kabupaten Bengkalis',
  'siapa yg lapor hari ini': /^Melapor hari ini di Kabupaten Bengkalis: 7 dari/,
  'hari ini naik brp': /^Perubahan hari ini di Kabupaten Bengkalis: bertambah 20 unit/,
  'bandingkan minggu ini sama minggu lalu':
    /^Perbandingan[^\n]*\n29 Maret–1 April 2027: bertambah 20 unit[^\n]*\n22–28 Maret 2027: jumlah unit berdiri tetap/,
  'kecamatan yg gak gerak2 mana': CHANGES,
  'yg belum pernah lapor sama sekali siapa aja?': NEVER,
  'belum pernah lapor': NEVER,
  'mandau yg blm pernah lapor mana': /^Belum pernah melapor di Kecamatan Mandau: 10 dari 11/,
  'udah telat berapa hari kita ini': /^Tenggat Kabupaten Bengkalis/,
  'siapa yg paling rajin lapor': /^Melapor 7 hari terakhir di Kabupaten Bengkalis/,
  'unit apa yang paling banyak belum?': 'kantor koperasi: 7 berdiri',
  'sejak kapan petani diam': /^Riwayat Desa Petani/,
  'mandau masih pakai bot?': /^Rekap KDKMP Kecamatan Mandau/,
  'duri timur gimna': /^Kelurahan Duri Timur/,
  'buatkan laporan utk rapat besok pdf ya': /^"rapat besok" belum terbaca[^\n]*\nRekap KDKMP/,
  'mintak rekap': /^Rekap KDKMP Kabupaten Bengkalis/,
  'kecamatan tercepat minggu ini': CHANGES,
  'desa kosong': /^Desa\/kelurahan menurut unit berdiri[^\n]*\nTidak ada di antara yang sudah melapor/,
  'klinik kosong di kecamatan mana': /yang belum memiliki atau belum melaporkan klinik/,
  'mandau kosong ya?': /^Yang belum berdiri atau belum dilaporkan di Kecamatan Mandau/,
  'perkiraan selesai kapan': /^Laju KDKMP/,
  'perkembangan 2 minggu ini': /^Perubahan 19 Maret–1 April 2027/,
  'kecamatan yang nol laporan minggu ini': /^Belum melapor dalam 7 hari terakhir/,
  'sudah sejauh mana': /^Rekap KDKMP/,
  'masih berapa hari lagi': /^Tenggat Kabupaten Bengkalis/,
  'update terakhir jam berapa': /^Rekap KDKMP/,
  'rekap bks': '"bks" tidak ditemukan di Kabupaten Bengkalis',
  // Words that say neither where nor what are told beside the answer.
  'juni naik berapa': '1–30 Juni 2027 belum tiba',
  'kecamatan mana yg naik triwulanan': /^"triwulanan" belum terbaca dalam pertanyaan itu[^\n]*\nPerubahan/,
  'kecamatan mana yg tenggatnya beda': /^Tenggat Kabupaten/,
  // What is shown of a week keeps its week in what follows.
  'minggu lalu gimana mandau sama bathin solapan?': /^Perbandingan di Kabupaten Bengkalis\n1\. Mandau/,
  'mandau gimana': /^Rekap KDKMP Kecamatan Mandau, pekan 22–28 Maret 2027/,
};

describe('what is asked above the kecamatan', () => {
  let stage: Stage;
  let kadis: Person;
  beforeEach(async () => {
    stage = await simulatorStage();
    kadis = await openReportingRegency(stage);
    openDistrict(stage.store, '14.03.01', REPORTED_AT);
  });
  afterEach(() => stage.close());

  it('is answered, or met with an honest sentence', async () => {
    for (const [words, heard] of Object.entries(ASKED)) await kadis.says(`bot ${words}`).hears(heard);
    await kadis.says('mandau gimana bot?').hears('Rekap KDKMP Kecamatan Mandau, pekan 22–28');
    await kadis.says('/rekap rupat u').hears('Maksudnya Rupat Utara?');
    const meant = await kadis.says('/rekap pdff').hears('Maksudnya pdf?');
    expect((await kadis.presses(meant, 'Ya, pdf').hears('Rekap KDKMP')).files).toHaveLength(1);
    await kadis.says('/rekap perubahan kemarin mandau').hears('Perubahan kemarin di Kecamatan Mandau');
  });

  it('about a week that is over gets the same answer later, though a further kecamatan has begun', async () => {
    await stage.at('2027-04-12T03:00:00Z');
    const told = await kadis.says('/rekap 5 april').hears('pekan 5–11 April 2027', 'Data per 11 Apr');
    const compared = await kadis
      .says('bot minggu lalu gimana mandau sama bathin solapan?')
      .hears('pekan 5–11');
    await stage.at('2027-04-13T03:00:00Z');
    openDistrict(stage.store, '14.03.02', '2027-04-13T03:00:00.000Z' as Instant);
    await kadis.says('/rekap').hears('Bantan: belum pernah melapor');
    expect((await kadis.says('/rekap 5 april').hears('Bantan')).text).toBe(told.text);
    expect((await kadis.says('/rekap banding mandau, bathin solapan minggu lalu').hears('pekan')).text).toBe(
      compared.text,
    );
  });

  it('is invited and taken back by any words, as many as are named', async () => {
    await kadis
      .says('bot bikinkan undangan utk camat bandar laksamana', PRIVATELY)
      .hears('Maksudnya /undang Bandar Laksamana?');
    await kadis
      .says('/undang camat talang muandau', PRIVATELY)
      .hears('Kode undangan Kecamatan Talang Muandau');
    const several = await kadis
      .says('/undang talang muandau, mandau dan rupat', PRIVATELY)
      .hears('Sudah memakai bot ini, jadi tidak diundang: Mandau', 'Untuk: Rupat, Talang Muandau');
    expect(several.files).toEqual(['undangan.pdf']);
    await kadis.says('bot undang rupat sekarang juga').hears('lewat japri');
    await kadis.says('undang antah berantah', PRIVATELY).hears('tidak ditemukan');
    await kadis
      .says('bot tolong diundang camat siak kecil', PRIVATELY)
      .hears('Maksudnya /undang Siak Kecil?');
    await kadis.says('bot camat siak kecil sudah diundang?', PRIVATELY).hears('Undangan yang masih berlaku');
    await kadis.says('bot cabut camat pinggir').hears('Belum ada pimpinan Kecamatan Pinggir');
    const asked = await kadis.says('bot copot camat mandau').hears('Cabut jabatan pimpinan Kecamatan Mandau');
    await kadis.presses(asked, 'Tidak');
    await kadis.says('/cabut mandau dan bantan').hears('Jabatan dicabut satu per satu');
    await kadis
      .says('/status petani bumbung pamesi petani')
      .hears(/^Wilayah ditanyakan satu per satu[^\n]*\nDesa Petani/);
    // A message of WhatsApp may have 65,536 letters, and each is looked at.
    await kadis.says(`/rekap ${' '.repeat(4090)} mandau`).hears(/^Rekap KDKMP Kabupaten Bengkalis/);
  });
});
