import { expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('reporting', (stage) => {
  it('reads an answer to the checklist and says what was understood', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('Desa Petani', '0 dari 7', 'belum lapor');
    await petani
      .replies(list, '1 3 5')
      .hears('Desa Petani (3/7)', 'kantor koperasi, simpan pinjam dan apotek: berdiri');
    await petani
      .replies(list, 'klinik blm, gudang proses')
      .hears('3/7', 'gudang: proses', 'klinik: belum', '/batal');
    await camat
      .says('/status petani')
      .hears('4. ❌ klinik: belum, dilaporkan 1 Apr oleh kepala desa', '7. ▫️ logistik: belum lapor');
  });

  it('names what a list tells of a village that is not one of these', async () => {
    const camat = await open(stage());
    await camat
      .says('/lapor Pamesi: kantor sudah\nAir Jamban: sembako sudah\nBumbung: gudang sudah')
      .hears(
        'Desa Pamesi (1/7)',
        'Desa Bumbung (1/7)',
        'bukan nama desa/kelurahan di kecamatan ini: "air jamban"',
      );
    await camat
      .says('/lapor Pamesi: kantor sudah\nSukamaju: sembako sudah')
      .hears('bukan nama desa/kelurahan di kecamatan ini: "sukamaju"');
  });

  it('tells of a unit since when it stands, and who reported it last', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor sudah').hears('1/7');
    await stage().at('2027-04-03T02:00:00.000Z');
    await camat.says('/lapor petani kantor sudah').hears('Sudah tercatat sebelumnya');
    await camat
      .says('/status petani')
      .hears('1. ✅ kantor koperasi: berdiri sejak 1 Apr, terakhir dilaporkan 3 Apr oleh camat');
  });

  it('says of a report that is made again that it was recorded before', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor sudah, klinik belum').hears('Dicatat untuk Desa Petani (1/7)');
    const again = await petani
      .says('/lapor kantor sudah, klinik belum')
      .hears('Sudah tercatat sebelumnya untuk Desa Petani (1/7): kantor koperasi berdiri; klinik belum.');
    expect(again.text).not.toMatch(/Dicatat|batal/);
    await petani
      .says('/lapor kantor sudah, gudang proses')
      .hears('Dicatat untuk Desa Petani (1/7):\n⏳ gudang: proses\nSudah tercatat sebelumnya: ');
    await petani.says('/lapor sembako sudah').hears('2/7');
    await petani
      .says('/lapor kantor sudah, sembako sudah')
      .hears('Sudah tercatat sebelumnya untuk Desa Petani (2/7): kantor koperasi dan gerai sembako berdiri.');
  });

  it('takes taps: one for berdiri, two for any other status', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('0 dari 7');
    // Where there are buttons the list itself is brought up to date; elsewhere the number is typed and answered.
    await petani.presses(list, '1 Kantor').hears(/kantor koperasi: berdiri/);
    const pick = await petani.presses(list, 'Masih proses').hears('Unit mana yang statusnya proses');
    const tap = petani.presses(pick, '4 Klinik');
    await tap.hears('4. ⏳ klinik: proses');
    // Only Telegram shows notices.
    expect([undefined, 'Dicatat. Desa Petani 1/7']).toContain((await tap).toast);
  });

  it('says once that what is only planned is not recorded', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await petani
      .says('/lapor gudang rencana bulan depan')
      .hears('Gudang masih berupa rencana, jadi belum dicatat.');
    expect(asked.text).not.toContain('Belum ada yang dicatat');
  });

  it('refuses a neighbour and a stranger, typed and pressed', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const bumbung = await register(stage(), camat, 'Sari', 'Bumbung');
    const list = await petani.says('/lapor').hears('Desa Petani');
    await bumbung
      .presses(list, '1 Kantor')
      .isAlerted(/Hanya aparat Desa Petani/, /dimaksud Desa Bumbung|kami simpan/);
    await person(stage(), 'Tamu')
      .presses(list, '1 Kantor')
      .isAlerted(/Hanya aparat Desa Petani/, /dimaksud Desa Bumbung|kami simpan/);
    await bumbung.says('/lapor 14.03.16.2001 1b').hears('laporan untuk Desa Petani');
    await bumbung.says('/lapor petani kantor sudah').hears('laporan untuk Desa Petani');
    await bumbung.replies(list, 'desa petani klinik sudah').hears('laporan untuk Desa Petani');
    await camat.says('/rekap').hears('Belum pernah melapor: Petani', 'Belum ada laporan dari 13 desa');
  });

  it('asks before it lowers, and lowers only what was asked about', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah, kantor sudah').hears('2/7');
    const heard = await petani.says('/lapor klinik belum, gudang proses');
    expect(heard.said.map(({ text }) => text)).toEqual([
      expect.stringContaining('gudang: proses'),
      expect.stringContaining('klinik: berdiri → belum'),
    ]);
    const question = heard.said[1]!;
    expect(question.buttons).toEqual(['Ya, benar turun', 'Tidak']);
    await petani.presses(question, 'Tidak').hears('tidak ada yang diubah');
    await camat.says('/status petani').hears('klinik: berdiri');
    const again = await petani.says('/lapor klinik belum').hears('Apakah benar statusnya turun');
    await petani.replies(again, 'ya').hears('klinik: belum');
    await camat.says('/status petani').hears('klinik: belum');
  });

  it('does not lower by an old yes what was reported again', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah');
    const question = await petani.says('/lapor klinik belum').hears('Apakah benar statusnya turun');
    await petani.says('/lapor klinik sudah buka').hears('beroperasi');
    await petani.presses(question, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('klinik: beroperasi');
  });

  it('never lowers beroperasi by a bare number', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah buka').hears('beroperasi');
    await petani.says('/lapor 1 4').hears('kantor koperasi: berdiri', 'Tetap beroperasi: klinik');
  });

  it('says of a unit that was only named that it counts as established, and takes its status as a reply', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const assumed = 'Status gudang tidak disebut, jadi dicatat berdiri. Bila belum, balas pesan ini';
    const echo = await petani.says('/lapor gudang').hears('✅ gudang: berdiri', assumed);
    await petani.replies(echo, 'masih proses pak').hears('Dicatat untuk Desa Petani (0/7)', 'gudang: proses');
    // It is no longer as it was assumed: the second time the fall is asked about.
    await petani.replies(echo, 'belum ada').hears('Apakah benar statusnya turun');
    const other = await petani.says('/lapor logistik').hears('✅ logistik: berdiri');
    const { id } = await petani.replies(other, 'proses');
    await petani
      .replies(other, 'belum', { edits: id })
      .hears(/^Dicatat untuk Desa Petani \(0\/7\).*\n❌ logistik: belum\nBila ada yang keliru[^\n]*$/);
    const two = await petani
      .says('/lapor kantor, klinik')
      .hears('Status kantor koperasi dan klinik tidak disebut');
    await stage().at('2027-04-01T03:00:00Z');
    await petani.says('/lapor klinik sudah').hears('Sudah tercatat sebelumnya');
    await petani.replies(two, 'kantor belum').hears('kantor koperasi: belum');
    await petani.replies(two, 'klinik belum').hears('Apakah benar statusnya turun');
    const list = await petani.says('/lapor').hears('Desa Petani');
    for (const said of [
      petani.replies(list, 'apotek'),
      petani.says('/lapor 2'),
      petani.presses(list, '7 Logistik'),
    ])
      expect((await said).said.map(({ text }) => text).join()).not.toContain('tidak disebut');
  });

  it('asks where two readings are possible, and one tap finishes it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor 2 4 9').hears('Nomor 9 tidak ada', 'Belum ada yang dicatat');
    const question = await petani
      .says('/lapor kios sudah, klinik belum, kios belum')
      .hears('Mana yang benar');
    expect(question.buttons.length).toBeGreaterThan(1);
    await petani.presses(question, question.buttons[0]!).hears('Dicatat untuk Desa Petani');
  });

  it('takes a report back, and says what is restored', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const bumbung = await register(stage(), camat, 'Sari', 'Bumbung');
    await petani.says('/lapor klinik proses');
    const echo = await petani.says('/lapor klinik sudah, kantor sudah').hears('2/7');
    await bumbung.replies(echo, '/batal').hears('hanya dapat dibatalkan');
    await petani
      .says('/batal')
      .hears('Klinik kembali ke status proses', 'Kantor koperasi kembali ke status belum lapor');
    await camat.replies(echo, '/batal').hears('sudah dibatalkan');
    const other = await bumbung.says('/lapor apotek sudah').hears('1/7');
    await camat.replies(other, '/batal').hears('Apotek kembali ke status belum lapor');
    await bumbung.says('/batal').hears('Tidak ada laporan');
    await camat.says('/riwayat').hears('dibatalkan');
  });

  it('says once what is restored for units that stand alike again', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor semua sudah kecuali logistik').hears('6/7');
    await petani
      .says('/batal')
      .hears(/^Laporan untuk Desa Petani sudah dibatalkan:\nKetujuh unit kembali ke status belum lapor\.$/);
    await petani.says('/lapor gudang proses');
    await petani.says('/lapor kantor sudah, klinik sudah, gudang sudah').hears('3/7');
    await petani
      .says('/batal')
      .hears(
        /:\nKantor koperasi dan klinik kembali ke status belum lapor\.\nGudang kembali ke status proses\.$/,
      );
  });

  it('reads an edit as a correction', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor klinik sudah');
    await petani.says('/lapor apotek sudah', { edits: id }).hears('apotek: berdiri', '1/7');
    await camat.says('/status petani').hears('klinik: belum lapor', 'apotek: berdiri');
  });

  it('says of an edit that leaves no words that the report stands', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor klinik sudah', { photo: true });
    await petani.says('', { edits: id, photo: true }).hears('tetap tercatat', '/batal');
    await camat.says('/status petani').hears('klinik: berdiri');
  });

  it('holds the report of somebody unknown until the role is approved', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    const list = await budi
      .says('/lapor kantor sudah, klinik belum')
      .hears('kami simpan', 'desa atau kelurahan mana');
    const roles = await budi.presses(list, 'Petani').hears('jabatan');
    await budi.presses(roles, 'Kepala desa').hears('menunggu');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await camat
      .says('/setujui semua')
      .hears('Budi kini tercatat', 'Desa Petani (1/7)', 'kantor koperasi: berdiri');
  });

  it('answers courtesy with silence and confusion with help once an hour', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('Desa Petani');
    await petani.replies(list, 'siap pak 🙏').hearsNothing();
    await petani.replies(list, 'rapatnya jam berapa').hears('Untuk melapor');
    await petani.replies(list, 'rapatnya jam berapa').hearsNothing();
  });

  it('reads captions, counts an album once and asks for a word with a wordless photo', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('Desa Petani');
    await petani.replies(list, 'klinik sudah', { photo: true, album: 'a' }).hears('klinik: berdiri');
    await petani.replies(list, '', { photo: true, album: 'b' }).hears('mohon tuliskan unitnya');
    await petani.replies(list, '', { photo: true, album: 'b' }).hearsNothing();
    await petani.says('/lapor gudang sudah', { photo: true }).hears('gudang: berdiri');
  });

  it('keeps what was said late behind what was said after it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah');
    await petani.says('/lapor klinik belum', { at: '2027-03-31T01:00:00.000Z' as never }).hears('lebih baru');
    await camat.says('/status petani').hears('klinik: berdiri');
    await petani.says('/lapor gudang sudah', { at: '2027-03-01T01:00:00.000Z' as never }).hearsNothing();
  });

  it('asks whose report it is that names a village of another kecamatan', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    for (const words of ['klinik sudah harapan baru', 'klinik sudah di desa harapan baru'])
      await petani.says(`/lapor ${words}`).hears('kecamatan lain', 'Apakah ini laporan Desa Petani');
    // "Harapan" is a word of plans as well, and no such word in a name.
    await petani
      .says('/lapor kantor di desa Harapan Baru sudah berdiri')
      .hears('Harapan Baru berada di kecamatan lain', 'kantor koperasi berdiri');
    const asked = await petani.says('/lapor klinik sudah harapan baru').hears('Harapan Baru');
    await petani.presses(asked, 'Tidak').hears('tidak ada yang diubah');
    await camat.says('/status petani').hears('klinik: belum lapor');
    await camat.says('Alhamdulillah kantor baru sudah berdiri');
    await petani.says('/lapor kantor baru sudah berdiri').hears('1/7');
  });

  it('changes nothing where the list of units is called off', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('klinik');
    await petani.replies(list, 'gak jadi').hears(/^Tidak ada yang diubah\.$/);
    await petani.says('/lapor', { privately: true }).hears('klinik');
    await petani.says('tidak jadi', { privately: true }).hears(/^Tidak ada yang diubah\.$/);
  });

  it.each(['tidak jadi', 'batal'])(
    'says that what was recorded stands where the list of units is called off with %j',
    async (words) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const stands = ['yang sudah tercatat tetap tercatat', 'kirim /batal'];
      const list = await petani.says('/lapor').hears('klinik');
      await petani.presses(list, '4 Klinik');
      await petani.replies(list, words).hears(...stands);
      await petani.says('/batal').hears('Klinik kembali ke status belum lapor');
      const other = await petani.says('/lapor').hears('klinik');
      await petani.replies(other, '5').hears('apotek: berdiri');
      await petani.replies(other, words).hears(...stands);
      await petani.says('/batal').hears('Apotek kembali ke status belum lapor');
    },
  );

  it('says that it is not clear which villages are meant, and nothing else', async () => {
    const camat = await open(stage());
    for (const words of [
      'klinik sudah di Petani dan Air Kulim kecuali Pamesi',
      'semua sudah kecuali Bumbung',
      'Petani atau Bumbung kantor sudah',
    ])
      await camat
        .says(`/lapor ${words}`)
        .hears('desa/kelurahan mana yang dilaporkan belum dapat kami pahami');
  });

  it('takes no everyday word behind "desa" for a village of another kecamatan', async () => {
    const camat = person(stage(), 'Bu Camat');
    // The next kecamatan has a Desa Baru.
    await camat.says(`/mulai ${stage().invitation('12.07.32')}`).hears('sudah aktif');
    const [village] = area('12.07.32' as DistrictCode)!.villages;
    const head = await register(stage(), camat, 'Budi', village!.name);
    await head.says('/lapor kantor koperasi desa baru selesai dibangun').hears('(1/7)');
  });

  it('does not make stand again what was taken back after it was said', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const at = (clock: string) => ({ at: `2027-04-01T${clock}:00.000Z` as Instant });
    const gudang = await petani.says('/lapor gudang sudah').hears('1/7');
    const apotek = await petani.says('/lapor apotek sudah').hears('2/7');
    await stage().at('2027-04-01T04:00:00Z');
    await camat.replies(gudang, '/batal').hears('Gudang kembali');
    await petani.replies(apotek, '/batal', at('03:00')).hears('Apotek kembali');
    await petani
      .says('/lapor gudang sudah, klinik sudah', at('02:05'))
      .hears('klinik: berdiri', 'sudah dibatalkan: gudang');
    await petani.says('/lapor apotek sudah', at('02:06')).hears('sudah dibatalkan: apotek');
    await camat.says('/status petani').hears('1 dari 7');
    // That it was taken back came late too: it is the time of writing that counts.
    await petani.says('/lapor apotek sudah', at('03:05')).hears('apotek: berdiri');
    await petani.says('/lapor gudang sudah', at('04:00')).hears('gudang: berdiri');
  });

  it('says why somebody who no longer reports for a village takes back nothing of their own', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const echo = await budi.says('/lapor gudang sudah').hears('1/7');
    await camat.presses(await camat.says('/cabut Budi').hears('Budi'), 'Ya').hears('Budi');
    await budi.replies(echo, '/batal').hears('selama pelapornya tercatat');
  });

  it('lets the camat report for any village, but only for a named one', async () => {
    const camat = await open(stage());
    await camat.says('/lapor Sebangar: klinik proses').hears('Desa Sebangar (0/7)', 'klinik: proses');
    await camat.says('/lapor klinik sudah').hears('sebutkan desa');
    const list = await camat.says('/lapor bumbung').hears('Desa Bumbung');
    await camat.replies(list, '1 2').hears('Desa Bumbung (2/7)');
  });

  it('shows what stands to who says that nothing has changed, and changes nothing', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor sudah, klinik proses').hears('1/7');
    const reminder = await camat.says('/pengingat sekarang').hears('Yang masih perlu dilengkapi');
    for (const words of ['tidak ada perubahan pak', 'masih sama seperti kemarin 🙏'])
      await petani
        .replies(reminder, words)
        .hears('Tidak ada yang diubah', 'Desa Petani · 1 dari 7 berdiri', '4. ⏳ klinik: proses');
    await petani.says('tidak ada perubahan pak').hearsNothing();
  });

  it('loses nothing when it is stopped and started again', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('Desa Petani');
    await stage().restart();
    await petani.replies(list, '1 3').hears('2/7');
    await camat.says('/rekap').hears('Petani 2/7');
  });

  it('names every unit that it could not make out', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi
      .says('/lapor apotek batal dibangun, gudang terbakar, kantor sudah')
      .hears('Apotek dan gudang: kondisinya belum jelas', 'Yang terbaca: kantor koperasi berdiri');
    await budi
      .says('/lapor toko sudah, gudang terbakar, kantor sudah')
      .hears('"toko"', 'Belum jelas juga: gudang', 'kantor koperasi');
  });
});
