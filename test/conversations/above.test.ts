import { expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import {
  type DistrictCode,
  type Instant,
  type LocalDate,
  NATION,
  type OutboxId,
} from '../../src/domain/ids.ts';
import {
  BELOW,
  openDistrict,
  openRegency,
  openReportingRegency,
  REPORTED_AT,
  report,
  threeReport,
} from '../regency.ts';
import { person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const NOW = REPORTED_AT;

onEveryPlatform('a kabupaten', (stage) => {
  it('is opened by its invitation, and shows its kecamatan: those behind first, those without the bot apart', async () => {
    const kadis = await openRegency(stage());
    await kadis
      .says('/rekap')
      .hears(
        'Rekap KDKMP Kabupaten Bengkalis',
        /Tenggat .*\nBelum ada laporan dari 155 desa\/kelurahan\n/,
        'Belum memakai bot ini: kecamatan Bengkalis, ',
      );
    threeReport(stage());
    const recap = await kadis
      .says('/rekap')
      .hears(
        'Melapor 7 hari terakhir: 7 dari 155 desa/kelurahan (sebelumnya 0)',
        'Berdiri 20 dari 1.085 unit, 7 hari terakhir bertambah 20',
        'Per kecamatan: unit berdiri · yang melapor dalam 7 hari terakhir',
      );
    const rows = recap.text.split('\n');
    expect(rows.filter((row) => /^\d/.test(row))).toEqual([
      '1. Rupat Utara 2/56 · 2/8',
      '2. Mandau 3/77 · 1/11',
      '3. Bathin Solapan 15/91 · 4/13',
    ]);
    expect(recap.text).toMatch(
      /Belum memakai bot ini: kecamatan Bengkalis, Bantan, [^\n]*Talang Muandau \(123 dari 155 desa\/kelurahan\)\n/,
    );
    expect(recap.text).not.toMatch(/0\/\d/);
  });

  it('has no figure of a kecamatan that never reported, neither from above nor in its own recap', async () => {
    const kadis = await openReportingRegency(stage());
    openDistrict(stage().store, '14.03.02', NOW);
    await kadis.says('/rekap').hears('1. Bantan: belum pernah melapor');
    const own = await kadis
      .says('/rekap Bantan')
      .hears('Belum ada laporan dari 23 desa', 'Belum pernah melapor: ');
    expect(own.text).not.toMatch(/\b0\b|\/161/);
    await stage().at('2027-04-12T03:00:00Z');
    await kadis.says('/rekap').hears('Mandau 3/77 · 0/11', 'melapor dalam 7 hari terakhir');
    await kadis
      .says('/rekap Mandau')
      .hears('3/77 unit berdiri', /Belum pernah melapor: (?:[^,\n]+, ){9}[^,\n]+$/m);
  });

  it('is gone down by a number or a name, to the village, and up again', async () => {
    const kadis = await openReportingRegency(stage());
    await kadis.says('/rekap');
    const mandau = await kadis.says('2').hears('Kecamatan Mandau', 'Belum pernah melapor: ');
    await kadis.replies(mandau, 'ke atas').hears('Kabupaten Bengkalis');
    const solapan = await kadis.says('Bathin Solapan').hears('Kecamatan Bathin Solapan', 'Petani 7/7');
    await kadis
      .replies(solapan, 'Petani')
      .hears('Desa Petani, Kecamatan Bathin Solapan · 7 dari 7 berdiri', 'kepala desa');
    await kadis.replies(solapan, '/rekap ke atas').hears('Kabupaten Bengkalis');
    await kadis.says('/rekap rupat utara').hears('Kecamatan Rupat Utara');
    await kadis.says('/rekap Talang Muandau').hears('Kecamatan Talang Muandau belum memakai bot ini');
    await kadis.says('/rekap Atlantis').hears('"Atlantis" tidak ditemukan di Kabupaten Bengkalis');
    await kadis.says('/rekap daftar').hears('untuk grup kecamatan', /\/rekap(@\w+)? Bengkalis/);
  });

  it('says which kecamatan lack something, how the units stand, and the ledger of one', async () => {
    const kadis = await openReportingRegency(stage());
    const missing = await kadis.says('/belum').hears('2. Mandau: 74 unit belum dilaporkan');
    await kadis
      .replies(missing, '3')
      .hears('Yang belum berdiri atau belum dilaporkan di Kecamatan Bathin Solapan', 'Air Kulim: ');
    await kadis
      .says('/status')
      .hears(
        'Status KDKMP Kabupaten Bengkalis',
        'menurut status, dari 32:',
        'kantor koperasi: 7 berdiri dan 25 belum lapor',
        /Belum memakai bot ini: kecamatan .*\d+ dari 155/,
      );
    await kadis
      .says('/status bathin solapan')
      .hears('Kecamatan Bathin Solapan', 'kantor koperasi: 4 berdiri dan 9 belum lapor');
    await kadis.says('/riwayat Mandau').hears('Riwayat Kecamatan Mandau', /(lurah|kepala desa)/);
    await kadis.says('/riwayat').hears('Riwayat kecamatan mana');
    await kadis.says('/lapor kantor sudah').hears('untuk grup kecamatan');
    await kadis.says('/bantuan').hears('Di sini: Kabupaten Bengkalis', 'Mengundang kecamatan');
  });

  it('sets the deadline for what lies below, where it may be earlier and not later', async () => {
    const kadis = await openReportingRegency(stage());
    await kadis.says('/tenggat').hears('Kabupaten Bengkalis', '15 Mei 2027');
    await person(stage(), 'Pak Tamu').says('/tenggat 1 Mei 2027').hears('hanya untuk yang memegang');
    await kadis.says('/tenggat 10 Mei 2027').hears('10 Mei 2027', 'Berlaku juga untuk kecamatan');
    expect(stage().store.read((tx) => tx.chats.opened('14.03.16' as DistrictCode))!.deadline).toBe(
      '2027-05-10',
    );
    for (const [words, date] of [
      ['9 mei', 'Minggu, 9 Mei 2027'],
      ['8/5 ya pak', 'Sabtu, 8 Mei 2027'],
    ] as const)
      await kadis.says(`/tenggat ${words}`).hears(date);
    await kadis.says('/tenggat mandau').hears('Tenggat Kecamatan Mandau: Sabtu, 8 Mei 2027');
    await kadis
      .says('/tenggat mandau 1 mei')
      .hears('Tenggat Kecamatan Mandau: Sabtu, 8 Mei 2027', 'Tidak ada yang diubah');
    await kadis.says('/tenggat 31/2').hears('belum terbaca');
    stage().store.transaction((tx) =>
      tx.chats.setDeadline('14.03.09' as DistrictCode, '2027-04-20' as LocalDate, NOW, true),
    );
    await kadis.says('bot tenggat mandau kapan').hears('Tenggat Kecamatan Mandau: Selasa, 20 April 2027');
    await kadis
      .says('bot tenggat kab. bengkalis kapan')
      .hears('Tenggat Kabupaten Bengkalis: Sabtu, 8 Mei 2027');
    await kadis
      .says('bot tenggat talang muandau kapan')
      .hears('Kecamatan Talang Muandau belum memakai bot ini');
  });

  it('asks which of its kecamatan lack a unit, and goes down to the villages; so does a camat', async () => {
    const kadis = await openReportingRegency(stage());
    const list = await kadis
      .says('/belum klinik')
      .hears(
        'Desa/kelurahan di Kabupaten Bengkalis yang belum memiliki atau belum melaporkan klinik: 30 dari 32',
      );
    expect(list.text.split('\n').filter((row) => /^\d/.test(row))).toEqual([
      '1. Mandau: 11 dari 11',
      '2. Bathin Solapan: 11 dari 13',
      '3. Rupat Utara: 8 dari 8',
    ]);
    const below =
      'Desa yang belum memiliki atau belum melaporkan klinik di Kecamatan Bathin Solapan: 11 dari 13';
    await kadis.replies(list, '2').hears(below, 'Belum lapor: ');
    await kadis.says('/belum klinik bathin solapan').hears(below);
    const toBot = { mentionsBot: true };
    await kadis.says('desa mana yang belum punya klinik di Bathin Solapan?', toBot).hears(below);
    await kadis
      .says('desa mana saja yang tidak punya simpan pinjam dan gudang', toBot)
      .hears(
        'yang belum memiliki atau belum melaporkan simpan pinjam dan gudang: ',
        /1\. .*: simpan pinjam \d+ dan gudang \d+ dari/,
      );
  });

  it('gets the list of what is missing at once, and the whole history where the workbook has it', async () => {
    const kadis = await openReportingRegency(stage());
    const list = await kadis
      .says('/pengingat sekarang')
      .hears('Tenggat 15 Mei', '1. Rupat Utara: 54 unit belum dilaporkan');
    await kadis.replies(list, '2').hears('Yang belum berdiri atau belum dilaporkan di Kecamatan Mandau');
    await person(stage(), 'Pak Tamu').says('/pengingat sekarang').hears('hanya untuk yang memegang');
    const villages = area('14.03.09' as DistrictCode)!.villages.map(({ code }) => code);
    report(stage().store, '14.03.09', villages, [7, 7, 7], NOW);
    await kadis.says('/riwayat mandau').hears(/selengkapnya di \/rekap(@\w+)? Mandau xlsx/);
    expect((await kadis.says('/rekap Mandau xlsx').hears('Mandau')).files).toEqual([
      'rekap-mandau-2027-04-01.xlsx',
    ]);
  });

  it.each([
    ['gambar', 'png'],
    ['xlsx', 'xlsx'],
    ['pdf', 'pdf'],
  ])('has its recap as a file: %s', async (word, ending) => {
    const kadis = await openReportingRegency(stage());
    const said = await kadis.says(`/rekap ${word}`).hears('Kabupaten Bengkalis');
    expect(said.files).toEqual([`rekap-kabupaten-bengkalis-2027-04-01.${ending}`]);
    expect((await kadis.says(`/rekap mandau ${word}`).hears('Mandau')).files).toEqual([
      `rekap-mandau-2027-04-01.${ending}`,
    ]);
  });

  it('invites one kecamatan, or all as a file, in a private chat alone', async () => {
    const kadis = await openReportingRegency(stage());
    const privately = { privately: true };
    await kadis.says('/undang Talang Muandau').hears('percakapan pribadi');
    await kadis
      .says('/undang Talang Muandau', privately)
      .hears(/Kecamatan Talang Muandau: \w{5}-\w{5}/, '1. Tambahkan');
    await kadis
      .says('/undang Mandau', privately)
      .hears('Kecamatan Mandau sudah memakai bot ini', /cabut dahulu.*: \/cabut(@\w+)? Mandau/);
    await kadis.says('/undang Rokan', privately).hears('tidak ditemukan satu tingkat di bawah');
    const all = await kadis
      .says('/undang semua', privately)
      .hears('8 undangan, satu halaman untuk setiap kecamatan', 'Untuk: Bengkalis, Bantan, ');
    expect(all.files).toEqual(['undangan.pdf']);
    await person(stage(), 'Pak Tamu').says('/undang Mandau', privately).hears('mendaftar di grup kecamatan');
  });

  it('tells how fast it comes along, with a band only where there are four weeks of reports', async () => {
    const kadis = await openRegency(stage());
    const villages = area('14.03.16' as DistrictCode)!.villages.map(({ code }) => code);
    openDistrict(stage().store, '14.03.16', NOW);
    openDistrict(stage().store, '14.03.11', NOW);
    const utara = area('14.03.11' as DistrictCode)!.villages.map(({ code }) => code);
    report(stage().store, '14.03.11', utara, [1], NOW);
    const week = (n: number) => new Date(Date.parse(NOW) + n * 7 * 86_400_000).toISOString() as Instant;
    const all = (units: number, count = villages.length) =>
      report(stage().store, '14.03.16', villages, Array<number>(count).fill(units), week(units - 1));
    for (const units of [1, 2, 3]) all(units);
    await stage().at(week(2));
    const young = await kadis
      .says('/rekap laju')
      .hears('Tercapai 40 dari 1.085 unit', 'sampai saat ini 2 pekan');
    expect(young.files).toEqual(['laju-kabupaten-bengkalis-2027-04-15.png']);
    expect(young.text).not.toContain('antara');
    all(4);
    all(5, 4);
    all(6);
    all(7, 6);
    await stage().at(week(6));
    const told = await kadis
      .says('/rekap laju')
      .hears(
        /^6 pekan terakhir bertambah rata-rata \d+(,\d)? unit per pekan\.$/m,
        /(antara .* dan|sekitar) /,
        'bukan dari kondisi lapangan',
      );
    expect(told.text).toContain('Tidak bergerak lebih dari 21 hari: Rupat Utara.');
    expect((await kadis.says('/rekap laju')).said.at(-1)!.text).toBe(told.text);
  });

  it('tells in the last week what is needed in the days that are left, and names all that stand still', async () => {
    const kadis = await openReportingRegency(stage());
    openDistrict(stage().store, '14.03.01', NOW);
    openDistrict(stage().store, '14.03.02', '2027-05-05T01:00:00.000Z' as Instant);
    await stage().at('2027-05-05T02:00:00Z');
    const late = await kadis
      .says('/rekap laju')
      .hears('Yang diperlukan sampai 15 Mei 2027: 746 unit per pekan', '4 pekan terakhir tidak bertambah.');
    expect(late.text).toContain(
      'Tidak bergerak lebih dari 21 hari: Bengkalis, Mandau, Rupat Utara, Bathin Solapan.',
    );
    await stage().at('2027-05-12T02:00:00Z');
    await kadis.says('/rekap laju').hears('Yang diperlukan sampai 15 Mei 2027: 1.065 unit dalam 3 hari.');
    await kadis.says('/rekap mandau laju').hears('74 unit dalam 3 hari');
    await stage().at('2027-05-15T02:00:00Z');
    await kadis.says('/rekap laju').hears('1.065 unit hari ini.');
    await stage().at('2027-05-16T02:00:00Z');
    await kadis.says('/rekap laju').hears(/^(?![\s\S]*diperlukan)/);
  });

  it('gets a picture and five lines on Mondays at 07.30, and the list of what is lacking three days and a day before the deadline', async () => {
    const kadis = await openReportingRegency(stage());
    const none = await stage().at('2027-04-05T00:29:00Z');
    expect(none.said).toEqual([]);
    const { said: monday } = await stage().at('2027-04-05T00:30:00Z');
    expect(monday).toHaveLength(1);
    expect(monday[0]!.files).toEqual(['rekap-kabupaten-bengkalis-2027-03-29-2027-04-04.png']);
    expect(monday[0]!.text).toMatch(
      /^Rekap Senin\nRekap KDKMP Kabupaten Bengkalis, pekan 29 Maret–4 April 2027\nData per 4 Apr 23\.59 WIB\n/,
    );
    expect(monday[0]!.text).toContain('Melapor pekan itu: 7 dari 155 desa/kelurahan (sebelumnya 0)');
    expect(monday[0]!.text).toContain('Berdiri 20 dari 1.085 unit, pekan itu bertambah 20 unit');
    expect(monday[0]!.text).toContain('Perlu perhatian: Rupat Utara, Mandau, Bathin Solapan');
    await kadis.replies(monday[0]!, 'mandau').hears('Kecamatan Mandau');
    expect((await stage().at('2027-04-05T02:00:00Z')).said).toEqual([]);
    await stage().at('2027-05-10T00:30:00Z');
    const { said: list } = await stage().at('2027-05-12T00:30:00Z');
    expect(list.map(({ text }) => text).join()).toMatch(
      /3 hari lagi[\s\S]*2\. Mandau: 74 unit belum dilaporkan[\s\S]*3\. Bathin Solapan: 76 unit/,
    );
    await kadis.says('/pengingat mati').hears('Senin pukul 07.30');
    expect((await stage().at('2027-05-14T00:30:00Z')).said).toEqual([]);
  });

  it('gets its picture on Mondays after the deadline too, while something is still lacking', async () => {
    await openReportingRegency(stage());
    await stage().at('2027-05-15T00:30:00Z');
    expect((await stage().at('2027-05-16T00:30:00Z')).said).toEqual([]);
    const { said: monday } = await stage().at('2027-05-17T00:30:00Z');
    expect(monday).toHaveLength(1);
    expect(monday[0]!.files).toEqual(['rekap-kabupaten-bengkalis-2027-05-10-2027-05-16.png']);
    expect(monday[0]!.text).toContain('Tenggat 15 Mei: sudah lewat 2 hari (per 17 Mei)');
  });

  it('gets one message for the latest week after a jump of its clock, and none of an older one', async () => {
    await openReportingRegency(stage());
    expect((await stage().at('2027-04-05T00:30:00Z')).said).toHaveLength(1);
    // A Wednesday: nothing was sent on Monday 12 and 19 April.
    const { said } = await stage().at('2027-04-21T02:00:00Z');
    expect(said).toHaveLength(1);
    expect(said[0]!.text).toMatch(
      /^Rekap Senin\n.*, pekan 12–18 April 2027\nData per 18 Apr 23\.59 WIB\n[\s\S]*Melapor pekan itu: 0 dari/,
    );
    expect((await stage().at('2027-04-22T02:00:00Z')).said).toEqual([]);
    const { said: next } = await stage().at('2027-04-26T00:30:00Z');
    expect(next.map(({ text }) => text.split('\n')[2])).toEqual(['Data per 25 Apr 23.59 WIB']);
  });

  it('says who was on time for a reminder only where one was due since the deadline was set', async () => {
    const kadis = await openReportingRegency(stage());
    await stage().at('2027-04-16T05:00:00Z');
    await kadis.says('/rekap').hears('Tepat waktu (melapor 8–14 April) untuk pengingat 15 April: 0 dari 155');
    // Of a reminder longer ago than a week nothing is told any more.
    await stage().at('2027-04-23T05:00:00Z');
    await kadis.says('/rekap').hears(/^(?![\s\S]*Tepat waktu)/);
    await kadis.says('/tenggat 15 Mei 2027');
    await kadis.says('/tenggat 12 Mei 2027');
    await kadis.says('/rekap').hears(/^(?![\s\S]*Tepat waktu)/);
    await stage().at('2027-04-28T05:00:00Z');
    await kadis
      .says('/rekap')
      .hears('Tepat waktu (melapor 21–27 April) untuk pengingat 28 April: 0 dari 155');
  });

  it('is told no name and no words of anybody below, whatever it asks for', async () => {
    const kadis = await openReportingRegency(stage());
    await stage().at('2027-04-05T00:30:00Z');
    for (const words of [
      '/rekap',
      '/rekap mandau',
      '/rekap bathin solapan xlsx',
      '/rekap xlsx',
      '/rekap pdf',
      '/belum',
    ])
      await kadis.says(words);
    for (const words of [
      '/belum mandau',
      '/status 14.03.16.2001',
      '/riwayat bathin solapan',
      '/riwayat 14.03.16.2001',
    ])
      await kadis.says(words);
    for (const words of [
      '/rekap peringkat',
      '/status Petani',
      '/rekap Petani',
      '/riwayat Petani',
      '/status Mandau',
    ])
      await kadis.says(words);
    await kadis.says('desa Petani gimana?', { mentionsBot: true });
    await stage().at('2027-05-12T00:30:00Z');
    const rows = stage().store.read((tx) =>
      Array.from({ length: 300 }, (_, id) => tx.outbox.get((id + 1) as OutboxId)).flatMap((row) => row ?? []),
    );
    expect(rows.length).toBeGreaterThan(12);
    const told = JSON.stringify(rows.map(({ content, context }) => ({ content, context })));
    expect(told).toContain('Mandau');
    for (const secret of [...Object.values(BELOW), 'Wiranto', 'Zulkarnain', 'kades-14', 'camat-14'])
      expect(told).not.toContain(secret);
  });

  it('says that no area has a code which is well-formed, and how one is named', async () => {
    const kadis = await openRegency(stage());
    for (const words of [
      'rekap 14.03.99',
      'status 14.03.99.2001',
      'belum 14.04',
      'rekap 14.03.99 gambar',
      'rekap 99',
    ])
      await kadis
        .says(`/${words}`)
        .hears(`"${words.split(' ')[1]}" tidak ditemukan di Kabupaten Bengkalis`, 'misalnya: /');
    const ministry = person(stage(), 'Bu Menteri');
    await ministry.says(`/mulai ${stage().invitation(NATION)}`, { privately: true });
    for (const code of ['99', '14.99', '99.99.99', '14.03.99.2001'])
      await ministry
        .says(`/rekap ${code}`, { privately: true })
        .hears(`"${code}" tidak ditemukan di Indonesia`);
  });

  it('takes back the role of who holds a kecamatan, after a yes and without a name, and may invite another', async () => {
    const kadis = await openReportingRegency(stage());
    const asked = await kadis.says('/cabut Mandau').hears('Cabut jabatan pimpinan Kecamatan Mandau');
    expect(asked.text).not.toContain(BELOW.camat);
    await kadis.presses(asked, 'Ya').hears('sudah dicabut');
    await kadis.says('/cabut Mandau').hears('Belum ada pimpinan Kecamatan Mandau');
    await kadis.says('/undang Mandau', { privately: true }).hears(/Kecamatan Mandau: \w{5}-\w{5}/);
  });

  it('is unlinked by who holds it, after a yes', async () => {
    const kadis = await openRegency(stage());
    await kadis.says('/rekp').hears('Maksudnya /rekap');
    await person(stage(), 'Pak Tamu').says('/lepas').hears('hanya untuk yang memegang');
    const asked = await kadis.says('/lepas').hears('Kabupaten Bengkalis');
    await kadis.presses(asked, 'Ya');
    await kadis.says('/rekap').hears('belum tersambung');
  });
});
