import { expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { openDistrict, openReportingRegency, REPORTED_AT, report } from '../regency.ts';
import type { Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

/** Kabupaten Bengkalis, of which three kecamatan report, and the kecamatan of its own name. */
async function regency(stage: Stage) {
  const kadis = await openReportingRegency(stage);
  openDistrict(stage.store, '14.03.01', REPORTED_AT);
  return kadis;
}

const KABUPATEN = 'Rekap KDKMP Kabupaten Bengkalis';

onEveryPlatform('the level that stands before a name', (stage) => {
  it('tells an area from another of its name, in a reply, behind a command and in a private chat', async () => {
    const kadis = await regency(stage());
    for (const options of [{}, { privately: true }]) {
      const own = await kadis.says('/rekap kec bengkalis', options).hears('Kecamatan Bengkalis');
      await kadis.replies(own, 'kab bengkalis', options).hears(KABUPATEN);
      await kadis.replies(own, 'bengkalis', options).hears('Kecamatan Bengkalis');
      await kadis.says('/rekap kec bengkalis', options);
      await kadis.says('kab. bengkalis', options).hears(KABUPATEN);
      for (const words of ['/rekap kab bengkalis', 'bot kab bengkalis gimana'])
        await kadis.says(words, options).hears(KABUPATEN);
      for (const name of ['kota bengkalis', 'prov bengkalis', 'kab mandau', 'kec petani'])
        await kadis.says(`/rekap ${name}`, options).hears(`"${name}" tidak ditemukan di Kabupaten Bengkalis`);
    }
    const privately = { privately: true };
    for (const name of ['kota mandau', 'prov mandau'])
      await kadis.says(`/undang ${name}`, privately).hears(`"${name}" tidak ditemukan`);
    await kadis.says('/tenggat kab bengkalis').hears('Tenggat Kabupaten Bengkalis');
    await kadis.says('/tenggat kec bengkalis').hears('Tenggat Kecamatan Bengkalis');
    await kadis.says('/tenggat kota bengkalis').hears('belum terbaca');
  });
});

onEveryPlatform('going up in people’s own words', (stage) => {
  it('goes a step up, or to the level that is said', async () => {
    const kadis = await regency(stage());
    const village = await kadis.says('/rekap Petani').hears('Desa Petani');
    for (const words of ['kembali', 'balik', 'atas', 'naik satu tingkat dong', 'ke kecamatan', 'bot kembali'])
      await kadis.replies(village, words).hears('Kecamatan Bathin Solapan', 'Petani 7/7');
    for (const words of ['kabupaten', 'ke kabupaten', 'balik ke kabupaten pak', 'kab. bengkalis'])
      await kadis.replies(village, words).hears(KABUPATEN);
    const district = await kadis.says('/rekap mandau').hears('Kecamatan Mandau', 'Kembali');
    for (const words of ['kembali', 'balik', 'kabupaten', 'kembali ke kab', 'bot balik'])
      await kadis.replies(district, words).hears(KABUPATEN);
    for (const words of ['bot kembali', 'kabupaten', 'bot balik ke kabupaten', 'balik']) {
      await kadis.says('/rekap mandau');
      await kadis.says(words).hears(KABUPATEN);
    }
    const top = await kadis.says('/rekap').hears(KABUPATEN);
    await kadis.replies(top, 'kabupaten').hears(KABUPATEN);
    for (const words of ['kembali', 'provinsi', 'ke provinsi riau'])
      await kadis.replies(top, words).hears('tidak terbuka di sini');
    for (const words of [
      'bot kembali',
      'bot ke atas',
      'bot balik',
      'bot kabupaten',
      'bot kabupaten gimana',
    ]) {
      await kadis.says('bot makasih').hears('Sama-sama');
      await kadis.says(words).hears(KABUPATEN);
    }
    expect(top.text).not.toContain('Kembali');
  });
});

const RECAP = 'Rekap KDKMP Kabupaten Bengkalis';
const PACE = 'Laju KDKMP Kabupaten Bengkalis';
const RANKED = /1\. Bathin Solapan 15\/91/;
const REPORTED = 'Melapor 7 hari terakhir di Kabupaten Bengkalis: 7 dari 63';
const SILENT = 'Belum melapor dalam 7 hari terakhir di Kabupaten Bengkalis: 56 dari 63';
const MISSING = 'Yang belum berdiri atau belum dilaporkan di Kabupaten Bengkalis';
const CHANGES =
  /Perubahan 7 hari terakhir di Kabupaten Bengkalis: bertambah 20 unit\n1\. Bathin Solapan: bertambah 15 unit/;
const CHANGES_OF_MANDAU =
  'Perubahan 7 hari terakhir di Kecamatan Mandau: bertambah 3 unit\n1. Air Jamban: bertambah 3 unit';
const DEADLINE = 'Tenggat Kabupaten Bengkalis: Sabtu, 15 Mei 2027';
const NOT_KNOWN = 'Pertanyaan itu belum dapat saya jawab.\nMelihat: /rekap';
const NO_NAMES = 'Nama dan nomor orang tidak ditampilkan';
const BY_UNIT = 'kantor koperasi: 7 berdiri';

/** What people above the camat ask, in their own words, and how the answer is known. */
const QUESTIONS: Readonly<Record<string, string | RegExp>> = {
  'naik berapa minggu ini?': CHANGES,
  'nambah brp unit minggu ni': CHANGES,
  'yg turun siapa': 'Tidak ada yang berkurang di Kabupaten Bengkalis dalam 7 hari terakhir.',
  'desa mana yang turun?': 'Tidak ada yang berkurang',
  'siapa yang paling banyak naik': CHANGES,
  'naik brp mandau': CHANGES_OF_MANDAU,
  'perubahan mandau': CHANGES_OF_MANDAU,
  'bulan ini naik berapa': 'Perubahan hari ini di Kabupaten Bengkalis: bertambah 20 unit',
  'brp yg tepat waktu?': /^Yang tepat waktu dihitung pada hari pengingat[^\n]*\nRekap KDKMP Kabupaten/,
  'siapa yang belum?': MISSING,
  'sisa brp unit lagi': MISSING,
  'sapa yg blm lapor': SILENT,
  'sopo sing durung lapor': SILENT,
  'siape yang belum lapor': SILENT,
  'belum lapor': SILENT,
  'siapa paling lambat lapor': SILENT,
  'belum lapor mandau': 'Belum melapor dalam 7 hari terakhir di Kecamatan Mandau: 10 dari 11',
  'mandau yg blm lapor siapa': 'Belum melapor dalam 7 hari terakhir di Kecamatan Mandau: 10 dari 11',
  'belum mandau': 'Yang belum berdiri atau belum dilaporkan di Kecamatan Mandau',
  'kapan tenggatnya?': DEADLINE,
  'bile tenggat': DEADLINE,
  'sisa berapa hari': DEADLINE,
  'tinggal brp hari lagi pak': DEADLINE,
  'batas waktunya kapan': DEADLINE,
  'deadline mandau kapan': 'Tenggat Kecamatan Mandau: Sabtu, 15 Mei 2027',
  'kecamatan mana paling lambat?': /2\. Rupat Utara 2\/56/,
  'mana yg paling rendah': /2\. Rupat Utara 2\/56/,
  'kecamatan mana paling bagus': RANKED,
  'siapa juaranya': RANKED,
  'yg sdh 100% mana aja': 'Unit berdiri minimal 100% menurut kecamatan di Kabupaten Bengkalis: 0 dari',
  'kecamatan mana yg sudah selesai': 'Unit berdiri minimal 100% menurut kecamatan',
  'kenapa mandau rendah sekali':
    /^Sebabnya tidak tercatat[^\n]*\nYang belum berdiri atau belum dilaporkan di Kecamatan Mandau/,
  'kenapa cuma segitu': /^Sebabnya tidak tercatat di bot ini/,
  'kapan selesai semua': PACE,
  'kira2 kapan rampung mandau': 'Laju KDKMP Kecamatan Mandau',
  'lajunya gimana': PACE,
  'bandingkan mandau dan bathin solapan':
    /Perbandingan di Kabupaten Bengkalis\n1\. Mandau: 3\/77 unit berdiri \(4%\), 1 dari 11 melapor/,
  'mandau vs pinggir gimana': 'Pinggir: belum memakai bot ini',
  'bandingkan petani': /Sebutkan dua kecamatan atau lebih, misalnya: \/rekap\S* banding Bengkalis, Bantan/,
  'besok ada pengingat?': 'Pengingat otomatis aktif',
  'pengingat aktif gak': 'Pengingat otomatis aktif',
  'siapa camat mandau': NO_NAMES,
  'minta nomor hp camat mandau': NO_NAMES,
  'unit apa yg paling sedikit': BY_UNIT,
  'klinik sudah berapa': /:\nklinik: 2 berdiri dan 61 belum lapor\nKlinik sudah berdiri di 2 dari 63/,
  'apotek di mandau brp': /:\napotek: 11 belum lapor\n[^\n]*\nNama desanya: \/belum\S* apotek Mandau/,
  'desa petani gimana': 'Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri',
  'kades petani sudah lapor?': 'Desa Petani, Kecamatan Bathin Solapan',
  'piye mandau?': 'Rekap KDKMP Kecamatan Mandau',
  'macam mane mandau': 'Rekap KDKMP Kecamatan Mandau',
  'mndau gmn': 'Maksudnya Mandau?',
  'mandau gimna': 'Rekap KDKMP Kecamatan Mandau',
  'gmna mandau': 'Rekap KDKMP Kecamatan Mandau',
  'piro sing wis lapor': REPORTED,
  'berape desa dah lapor': REPORTED,
  'berapa banyak yang sudah lapor': REPORTED,
  'data per kapan?': RECAP,
  'update terakhir kapan': RECAP,
  'ada berapa kecamatan': RECAP,
  'kabupaten gimana': RECAP,
  gimana: RECAP,
  'minggu lalu gimana?': 'Rekap KDKMP Kabupaten Bengkalis, pekan 22–28 Maret 2027',
  'naik berapa minggu lalu?': 'Perubahan pekan 22–28 Maret 2027 di Kabupaten Bengkalis',
  'kapan desa petani terakhir lapor': 'Riwayat Desa Petani',
  'kapan terakhir mandau lapor': 'Riwayat Kecamatan Mandau',
  'dibanding kemarin naik gak':
    /Hari ini: bertambah 20 unit, pada akhirnya 20\/1\.085[^\n]*\nKemarin: jumlah unit/,
  'naik berapa minggu ini? terus mandau udah brp persen':
    /^Pertanyaan dijawab satu per satu; ini jawaban untuk "naik berapa minggu ini":\nPerubahan 7 hari terakhir di Kabupaten Bengkalis: bertambah 20/,
  'mandau gimana? makasih ya pak': /^Rekap KDKMP Kecamatan Mandau/,
  'hari ini naik berapa?': 'Perubahan hari ini di Kabupaten Bengkalis: bertambah 20 unit',
  'kemarin naik berapa': 'Perubahan kemarin di Kabupaten Bengkalis: jumlah unit berdiri tetap',
  'mandau hari ini naik brp': 'Perubahan hari ini di Kecamatan Mandau: bertambah 3 unit',
  'foto kantor petani ada?': /^Foto unit tidak disimpan di bot ini[^\n]*\n[^\n]*Desa Petani/,
  'datanya kok beda': RECAP,
  'lebih bagus mana mandau atau bathin solapan': 'Perbandingan di Kabupaten Bengkalis',
  'rupat dan rupat utara': /1\. Rupat: belum memakai bot ini/,
  'selisih mandau dan pinggir': 'Perbandingan di Kabupaten Bengkalis',
  'yang masih proses berapa': BY_UNIT,
  'desa yang sudah lengkap': '7/7 (1 desa/kelurahan): Petani di Bathin Solapan',
  'sudah sampai mana': RECAP,
  'target kita berapa': PACE,
  'bulan lalu gimana': 'Perubahan 1–31 Maret 2027 di Kabupaten Bengkalis: jumlah unit berdiri tetap',
  'rangkuman dong': RECAP,
  'yang nomor 3 gimana': 'Kecamatan Mandau',
  'rekap 3': 'Kecamatan Mandau',
  'prov riau gimana': 'tidak terbuka di sini',
  'provinsi gimana': 'tidak terbuka di sini',
  'cara ganti tenggat': 'Tenggat diubah dengan tanggal barunya',
  help: 'Di sini: Kabupaten Bengkalis',
  'rekap senin kapan': 'rekap Senin',
  'jam berapa rekap dikirim': 'rekap Senin',
  'berapa lama lagi': DEADLINE,
  'daftar desa mandau': 'Rekap KDKMP Kecamatan Mandau',
  'siapa yang belum pakai bot': /^Yang belum memakai bot ini disebut di bagian akhir:/,
  'riwayat mandau': 'Riwayat Kecamatan Mandau',
  'bisa apa aja': 'Di sini: Kabupaten Bengkalis',
  'ada anggaran berapa': 'Uang dan anggaran koperasi tidak dicatat',
  'kapan rapat?': NOT_KNOWN,
  halo: 'Melihat: /rekap',
  '': 'Melihat: /rekap',
};

onEveryPlatform('the bot, asked by its name above the kecamatan', (stage) => {
  it('answers each question with what it knows, or says that it cannot', async () => {
    const kadis = await regency(stage());
    for (const [words, heard] of Object.entries(QUESTIONS)) await kadis.says(`bot ${words}`).hears(heard);
    await kadis.says('bot ini kok lambat').hearsNothing();
  });

  it('compares what is named one after the other, also behind the command', async () => {
    const kadis = await regency(stage());
    const compared = await kadis.says('/rekap Mandau, Pinggir').hears('2. Pinggir: belum memakai bot ini');
    await kadis.replies(compared, '1').hears('Kecamatan Mandau');
    await kadis.says('/rekap perubahan').hears(CHANGES, 'Belum pernah melapor: Bengkalis');
    await kadis.says('/rekap perubahan mandau').hears(CHANGES_OF_MANDAU, 'Belum pernah melapor: ');
  });

  it('names the villages that fell where the sum of their kecamatan hides it', async () => {
    const kadis = await regency(stage());
    const at = '2027-04-10T02:00:00.000Z' as Instant;
    await stage().at(at);
    await kadis.says('bot ada yang turun?').hears('Tidak ada yang berkurang di Kabupaten Bengkalis');
    const [fell, , rose] = area('14.03.11' as DistrictCode)!.villages;
    report(stage().store, '14.03.11', [fell!.code], [1], at, 'proses');
    report(stage().store, '14.03.11', [rose!.code], [1], at);
    const named = `Desa/kelurahan yang berkurang: ${fell!.name} di Rupat Utara (berkurang 1 unit)`;
    for (const words of ['bot ada yang turun?', '/rekap perubahan', 'bot hari ini ada yang turun?']) {
      const { text } = await kadis.says(words).hears(named);
      expect(text).not.toContain('Tidak ada yang berkurang');
    }
    await stage().at('2027-04-20T02:00:00.000Z' as Instant);
    await kadis.says('bot ada yang turun?').hears('Tidak ada yang berkurang di Kabupaten Bengkalis');
    await kadis.says('/rekap perubahan 5-11 april').hears(named);
  });

  it('reads words that are no answer to an offer by themselves', async () => {
    const kadis = await regency(stage());
    const privately = { privately: true };
    await kadis.says('mndau', privately).hears('Maksudnya Mandau?');
    await kadis.says('bantn', privately).hears('Maksudnya Bantan?');
    await kadis.says('rupat utara', privately).hears('Kecamatan Rupat Utara');
    await kadis.says('batal', privately).hears(/Maksudnya \/batal\S*\?/);
    await kadis.says('bantn', privately).hears('Maksudnya Bantan?');
    await kadis.says('ya', privately).hears('Kecamatan Bantan belum memakai bot ini');
    await kadis.says('batal', privately).hears(/Maksudnya \/batal\S*\?/);
    const { text } = await kadis.says('assalamualaikum', privately).hears('Melihat: /rekap');
    expect(text).not.toContain('Maksudnya');
    await kadis
      .says('cabut jabatan camat mandau', privately)
      .hears('Cabut jabatan pimpinan Kecamatan Mandau');
  });

  it('offers what is to be changed, and does it after a yes alone', async () => {
    const kadis = await regency(stage());
    const privately = { privately: true };
    const asked = await kadis
      .says('bot undang talang muandau', privately)
      .hears(/Maksudnya \/undang\S* Talang Muandau\?/);
    await kadis.presses(asked, 'Ya', privately).hears(/Kecamatan Talang Muandau: \w{5}-\w{5}/);
    await kadis.says('/undang rupt', privately).hears('Maksudnya Rupat?');
    await kadis.says('undang bantan', privately).hears(/Maksudnya \/undang\S* Bantan\?/);
    for (const words of [
      'bot tenggat 20 april',
      'bot ganti tenggat jadi 20 april',
      'bot tolong tenggatnya diubah ke 20 april',
    ]) {
      const moved = await kadis.says(words).hears(/Maksudnya \/tenggat\S* [^?]*20 april\?/);
      await kadis.says('/tenggat').hears('15 Mei 2027');
      expect(moved.buttons).toHaveLength(2);
    }
    const place = await kadis.says('/bantan').hears(/Maksudnya \/rekap\S* bantan\?/);
    await kadis.presses(place, 'Ya').hears('Kecamatan Bantan belum memakai bot ini');
  });
});

onEveryPlatform('an invitation of all', (stage) => {
  it('is what "semua" means with words that leave out nobody who lacks the bot', async () => {
    const kadis = await regency(stage());
    const privately = { privately: true };
    const asked = await kadis.says('bot undang semua yg belum pake ya', privately).hears('Maksudnya');
    const { files } = await kadis.presses(asked, 'Ya', privately).hears('kecamatan');
    expect(files).toHaveLength(1);
    for (const words of ['semua', 'semua kecamatan yg blm gabung', 'semua camat dong pak'])
      expect((await kadis.says(`/undang ${words}`, privately).hears('kecamatan')).files).toHaveLength(1);
    for (const words of ['semua kecuali mandau', 'semua yg sudah pakai', 'semua yg belum lapor']) {
      const { files: none } = await kadis
        .says(`/undang ${words}`, privately)
        .hears('Maksudnya /undang semua?');
      expect(none).toEqual([]);
    }
  });
});

onEveryPlatform('a deadline', (stage) => {
  it('is read as people write it, and its change says the old and the new date', async () => {
    const kadis = await regency(stage());
    await kadis
      .says('/tenggat')
      .hears('Tenggat Kabupaten Bengkalis: Sabtu, 15 Mei 2027', 'Mengubahnya: /tenggat');
    for (const [words, before, date] of [
      ['10mei', '15 Mei 2027', 'Senin, 10 Mei 2027'],
      ['akhir mei', '10 Mei 2027', 'Senin, 31 Mei 2027'],
      ['dua minggu lagi', '31 Mei 2027', 'Kamis, 15 April 2027'],
      ['diundur ke 20 april ya pak', '15 April 2027', 'Selasa, 20 April 2027'],
    ])
      await kadis
        .says(`/tenggat ${words}`)
        .hears(`Tenggat Kabupaten Bengkalis diubah dari ${before} menjadi ${date}`);
    for (const words of ['30 feb', 'minggu depan', 'secepatnya'])
      await kadis.says(`/tenggat ${words}`).hears('belum terbaca, atau tidak ada di kalender');
    await kadis.says('/tenggat').hears('20 April 2027');
  });

  it('that lies far from the one so far, or is near, is asked about', async () => {
    const kadis = await regency(stage());
    const far = await kadis
      .says('/tenggat 31 des')
      .hears(
        'saat ini Sabtu, 15 Mei 2027. Ubah menjadi Jumat, 31 Desember 2027',
        'Itu 230 hari lebih lambat',
      );
    await kadis.says('/tenggat').hears('15 Mei 2027');
    await kadis.presses(far, 'Tidak');
    await kadis.says('/tenggat').hears('15 Mei 2027');
    const near = await kadis.says('/tenggat besok').hears('2 April 2027, besok? Itu 43 hari lebih awal');
    await kadis.presses(near, 'Ya, ubah').hears('diubah dari 15 Mei 2027 menjadi Jumat, 2 April 2027');
    await kadis.says('/tenggat 10 mei thn dpn').hears('Rabu, 10 Mei 2028', 'Itu 404 hari lebih lambat');
    await kadis.says('/tenggat 2028-05-10 ya').hears('2 April 2027');
    const offered = await kadis.says('bot tenggat ganti jadi 20 april').hears('Maksudnya');
    await kadis.presses(offered, 'Ya').hears('diubah dari 2 April 2027 menjadi Selasa, 20 April 2027');
  });
});
