import { expect, it } from 'vitest';
import { sumOfParts } from '../../src/domain/area-recap.ts';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant, OutboxId } from '../../src/domain/ids.ts';
import { establishedIn, type RecapTable } from '../../src/domain/progress.ts';
import type { AreaFile, FileContent } from '../../src/text/content.ts';
import { openReportingRegency, report } from '../regency.ts';
import { open, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const MONDAY_ABOVE = '2027-04-12T00:30:00Z';
const MONDAY = '2027-04-12T01:00:00Z';
const MANDAU = area('14.03.09' as DistrictCode)!.villages.map(({ code }) => code);
/** The workbooks that were sent. */
const workbooks = (stage: Stage): readonly FileContent[] =>
  stage.store.read((tx) =>
    Array.from({ length: 40 }, (_, id) => tx.outbox.get((id + 1) as OutboxId)).flatMap((row) => {
      const file = row?.content?.file;
      return file?.as === 'xlsx' ? [file] : [];
    }),
  );
const filesOf = (stage: Stage): readonly RecapTable[] =>
  workbooks(stage).flatMap((file) => ('recap' in file ? [file.recap] : []));
const areaFilesOf = (stage: Stage): readonly AreaFile[] =>
  workbooks(stage).flatMap((file) => ('area' in file ? [file] : []));

/** How Monday's recap of the kabupaten begins. */
const LAST_WEEK = 'Rekap KDKMP Kabupaten Bengkalis, pekan 5–11 April 2027';

onEveryPlatform('a full week above the kecamatan', (stage) => {
  /** Three kecamatan reported on 1 April; Mandau reports three units in the week of Monday's recap, and four on that Monday. */
  async function untilMonday() {
    const kadis = await openReportingRegency(stage());
    await stage().at('2027-04-07T02:00:00Z');
    report(stage().store, '14.03.09', MANDAU.slice(1), [3], '2027-04-07T02:00:00.000Z' as Instant);
    const { said } = await stage().at(MONDAY_ABOVE);
    report(stage().store, '14.03.09', MANDAU.slice(2), [4], '2027-04-12T00:40:00.000Z' as Instant);
    await stage().at('2027-04-14T03:00:00Z');
    return { kadis, monday: said[0]! };
  }

  it('is what a reply to its recap asks for, as a file and as the recap of a part', async () => {
    const { kadis, monday } = await untilMonday();
    expect(monday.text).toContain(LAST_WEEK);
    expect(monday.text).toContain('Berdiri 23 dari 1.085 unit, pekan itu bertambah 3 unit');
    for (const [word, ending] of [
      ['pdf', 'pdf'],
      ['excel', 'xlsx'],
      ['kirim gambarnya dong', 'png'],
    ] as const) {
      const { files } = await kadis.replies(monday, word).hears(LAST_WEEK);
      expect(files).toEqual([`rekap-kabupaten-bengkalis-2027-04-05-2027-04-11.${ending}`]);
    }
    await kadis.replies(monday, '/rekap pdf').hears(LAST_WEEK);
    const [{ area: whole, below }] = areaFilesOf(stage()) as [AreaFile];
    const villages = below!.villages!.flatMap((each) => each.villages);
    const established = villages.reduce((sum, { units }) => sum + establishedIn(units), 0);
    expect([established, sumOfParts(whole.parts).established]).toEqual([23, 23]);
    const mandau = await kadis.replies(monday, 'mandau').hears(
      'Rekap KDKMP Kecamatan Mandau, pekan 5–11 April 2027',
      'Data per 11 Apr 23.59 WIB',
      // From the day of its data on, not from today.
      /Tenggat 15 Mei: 34 hari lagi$/m,
      'Melapor pekan itu: 1 dari',
      '6/77 unit berdiri, pekan itu bertambah 3 unit',
      /Keadaan sekarang: \/rekap(@\w+)? sekarang/,
    );
    const up = await kadis.replies(mandau, 'ke atas').hears(LAST_WEEK, 'Berdiri 23 dari 1.085 unit');
    const { files } = await kadis.replies(mandau, 'pdf').hears('Kecamatan Mandau, pekan 5–11 April');
    expect(files).toEqual(['rekap-mandau-2027-04-05-2027-04-11.pdf']);
    await kadis.replies(up, 'sekarang').hears(/^Rekap KDKMP Kabupaten Bengkalis\n/, 'Berdiri 27 dari');
    await kadis.replies(up, 'pekan sebelumnya').hears('pekan 29 Maret–4 April 2027', 'Berdiri 20 dari');
  });

  it('is asked for in words, by name and by date', async () => {
    const { kadis } = await untilMonday();
    for (const words of [
      '/rekap minggu lalu',
      '/rekap pekan lalu',
      'bot rekap pekan 6 april',
      '/rekap 5-11 april',
    ])
      await kadis.says(words).hears(LAST_WEEK, 'Melapor pekan itu: 1 dari 155 desa/kelurahan (sebelumnya 7)');
    const now = await kadis
      .says('/rekap')
      .hears('Berdiri 27 dari 1.085 unit, 7 hari terakhir bertambah 4 unit');
    for (const words of ['minggu lalu', 'pekan lalu gimana?'])
      await kadis.replies(now, words).hears(LAST_WEEK);
    await kadis
      .says('bot brp yg lapor minggu lalu?')
      .hears('Melapor pekan 5–11 April 2027 di Kabupaten Bengkalis: 1 dari 32');
    await kadis.says('bot minggu lalu gimana').hears(LAST_WEEK);
    await kadis.says('/rekap mandau minggu lalu').hears('Kecamatan Mandau, pekan 5–11 April', '6/77 unit');
    const { files } = await kadis.says('/rekap mandau gambar minggu lalu').hears('pekan 5–11 April 2027');
    expect(files).toEqual(['rekap-mandau-2027-04-05-2027-04-11.png']);
    const picture = await kadis.says('/rekap mandau gambar').hears('Kecamatan Mandau');
    await kadis.replies(picture, '7').hears('Gajah Sakti');
    const changes = await kadis
      .says('/rekap perubahan minggu lalu')
      .hears('Perubahan pekan 5–11 April 2027', '1. Mandau');
    await kadis.replies(changes, '1').hears('Perubahan pekan 5–11 April 2027 di Kecamatan Mandau');
    await kadis.says('/rekap 2 minggu lalu').hears('pekan 29 Maret–4 April 2027', 'Berdiri 20 dari');
    await kadis.says('/rekap 16 maret').hears('pekan 15–21 Maret 2027', 'Belum ada laporan dari 155');
  });

  it('is the present where it is not over, and where there are no weeks, and that is said', async () => {
    const { kadis } = await untilMonday();
    await kadis
      .says('/rekap 14 april')
      .hears('Pekan 12–18 April 2027 belum selesai, jadi ini keadaan sekarang:', 'Berdiri 27 dari');
    await kadis
      .says('/rekap 12 juni')
      .hears('Pekan 7–13 Juni 2027 belum tiba, jadi ini keadaan sekarang', 'Berdiri 27 dari');
    for (const words of ['/rekap 30 februari', '/rekap mandau 31/4'])
      await kadis.says(words).hears(/^"[^"]+" tidak ada di kalender, jadi ini keadaan sekarang:\nRekap/);
    await kadis
      .says('/rekap bulan lalu')
      .hears(
        /^Perubahan 1–31 Maret 2027[^\n]*\nRekap dibuat per tujuh hari; ini yang berakhir pada 31 Maret 2027:\n/,
      );
    await kadis.says('/rekap minggu depan').hears('Waktu itu belum dapat saya baca', 'bulan Mei');
    await kadis.says('/rekap agustus').hears('1–31 Agustus 2027 belum tiba');
    await kadis.says('/rekap senin lalu').hears('Pekan 12–18 April 2027 belum selesai');
    await kadis.says('/rekap pematang pudu minggu lalu').hears('Ini keadaan sekarang.', 'Pematang Pudu');
    await kadis.says('bot siapa yg belum lapor minggu lalu?').hears('Ini keadaan sekarang.', 'Belum melapor');
  });
});

onEveryPlatform('a full week of a kecamatan', (stage) => {
  it('ends on Sunday night, and is what a reply to its recap and words ask for', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani 1 2');
    await stage().at('2027-04-05T01:00:00Z');
    await stage().at('2027-04-12T00:10:00Z');
    await camat.says('/lapor petani 3 4');
    const { said } = await stage().at(MONDAY);
    const [monday] = said;
    expect(monday!.text).toMatch(
      /^Rekap Senin\nRekap KDMP Kecamatan Bathin Solapan, pekan 5–11 April 2027\nData per 11 Apr 23\.59 WIB\n/,
    );
    expect(monday!.text).toContain('2/91 unit berdiri, pekan itu jumlahnya tetap');
    expect(monday!.text).toContain('Melapor pekan itu: 0 dari 13 desa (sebelumnya 1)');
    await stage().at('2027-04-13T01:00:00Z');
    for (const [word, ending] of [
      ['pdf', 'pdf'],
      ['excel', 'xlsx'],
      ['gambar', 'png'],
    ] as const) {
      const { files } = await camat.replies(monday!, word).hears('pekan 5–11 April 2027');
      expect(files).toEqual([`rekap-bathin-solapan-2027-04-05-2027-04-11.${ending}`]);
    }
    await camat.says('/rekap').hears('4/91');
    for (const words of ['/rekap minggu lalu', 'bot rekap pekan lalu', 'bot minggu lalu gimana?'])
      await camat.says(words).hears('pekan 5–11 April 2027', '2/91 unit berdiri');
    await camat.replies(monday!, 'sekarang').hears('4/91');
    await camat
      .says('/rekap perubahan 1 april')
      .hears('Perubahan pekan 29 Maret–4 April 2027 di Kecamatan Bathin Solapan', '1. Petani');
    await camat.says('/rekap petani minggu lalu').hears('Ini keadaan sekarang.', 'Desa Petani');
  });

  it('has a workbook with the ledger as it was at its end', async () => {
    const camat = await open(stage());
    const reported = await camat.says('/lapor petani 1 2').hears('2/7');
    await stage().at('2027-04-12T00:10:00Z');
    await camat.says('/lapor petani 3').hears('3/7');
    await camat.replies(reported, '/batal').hears('kembali ke status belum lapor');
    await camat.says('/tenggat 12 Mei 2027');
    await camat.says('/rekap xlsx minggu lalu').hears('pekan 5–11 April 2027');
    await camat.says('/rekap xlsx').hears('Rekap KDMP');
    const [week, now] = filesOf(stage());
    expect(week!.history!.map(({ unit, reversed }) => [unit, reversed])).toEqual([
      ['sembako', false],
      ['kantor', false],
    ]);
    expect(now!.history!.map(({ unit, reversed }) => [unit, reversed])).toEqual([
      ['simpan_pinjam', false],
      ['sembako', true],
      ['kantor', true],
    ]);
    expect(now!.acts!.length).toBeGreaterThan(week!.acts!.length);
  });

  it('takes nothing that is reported for a question about a week', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani 1');
    const { said } = await stage().at('2027-04-05T01:00:00Z');
    await camat
      .replies(said[0]!, 'petani: gudang sudah berdiri minggu lalu')
      .hears('Dicatat untuk Desa Petani');
  });
});
