import { expect, it } from 'vitest';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('corners of reporting', (stage) => {
  it('keeps what an edited list still says', async () => {
    const camat = await open(stage());
    const list =
      '1. Petani : kantor sudah, kios sudah\n2. Air Kulim : kantor sudah\n3. Buluh Manis : kantor sudah';
    const { id } = await camat.says(`/lapor ${list}`);
    await camat.says(`/lapor ${list.replace('kios sudah', 'kios sudah, klinik sudah')}`, { edits: id });
    await camat.says('/rekap').hears('Petani 3/7', 'Air Kulim 1/7', '5/91');
  });

  it('counts what comes after a button that was pressed while the clock ran ahead', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const list = await budi.says('/lapor').hears('0 dari 7');
    await stage().at('2027-05-01T02:00:00Z');
    await budi.presses(list, '4 Klinik');
    await stage().at('2027-04-01T03:00:00Z');
    await budi.says('/lapor klinik sudah buka').hears('klinik: beroperasi');
    const question = await camat.says('/lapor petani klinik belum').hears('beroperasi → belum');
    await camat.presses(question, 'Ya').hears('klinik: belum');
    await camat.says('/status petani').hears('klinik: belum');
  });

  it('takes back what was reported last, whatever the clock said before it was set right', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await stage().at('2027-04-11T02:00:00Z');
    await budi.says('/lapor kantor sudah').hears('kantor');
    await stage().at('2027-04-01T03:00:00Z');
    await budi.says('/lapor klinik sudah').hears('klinik');
    await budi.says('/batal').hears('Klinik kembali ke status belum lapor');
  });

  it('takes no button of the kecamatan that the group belonged to before for words', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const list = await budi.says('/lapor').hears('0 dari 7');
    const unlink = await camat.says('/lepas').hears('Lepaskan');
    await camat.presses(unlink, 'Ya').hears('dilepas');
    const mandau = person(stage(), 'Camat Mandau');
    await mandau.says(`/mulai ${stage().invitation('14.03.09')}`).hears('Kecamatan Mandau');
    await budi.says('/daftar Harapan Baru kades').hears('menunggu');
    await mandau.says('/setujui semua').hears('Budi kini tercatat');
    // Where there are no buttons a number is typed, which says no village of this kecamatan.
    await budi.presses(list, '4 Klinik').isAlerted(/tidak berlaku/, /Belum ada yang dicatat/);
    await mandau.presses(list, '1 Kantor').isAlerted(/tidak berlaku/, /milik kecamatan lain/);
    await mandau.says('/rekap').hears('Belum ada laporan dari 11');
  });

  it('keeps what was asked before the group was linked to another kecamatan for that one', async () => {
    const camat = await open(stage());
    const { id: joko } = await person(stage(), 'Joko').says('pagi');
    const echo = await camat.says('/lapor petani klinik sudah').hears('klinik');
    const list = await camat.says('/lapor petani').hears('1 dari 7');
    const handover = await camat.says('/tunjuk camat', { replyTo: joko }).hears('Serahkan');
    const deadline = await camat.says('/tenggat 2 april 2027').hears('Ubah menjadi');
    await camat.presses(await camat.says('/lepas').hears('Lepaskan'), 'Ya');
    await camat.says(`/mulai ${stage().invitation('14.03.09')}`).hears('Kecamatan Mandau');
    await camat.presses(deadline, 'Ya').isAlerted(/tidak berlaku/);
    await camat.replies(deadline, 'yang pertama itu').hears('tidak berlaku');
    await camat.presses(handover, 'Ya').isAlerted(/tidak berlaku/);
    await camat.says('/tenggat').hears('Kecamatan Mandau', '15 Mei 2027');
    await camat.replies(echo, 'gudang sudah').hears('milik kecamatan lain');
    await camat.replies(list, '3 4').hears('milik kecamatan lain');
    await camat.says('/setujui').hears('Tidak ada');
    await camat.says('/rekap').hears('Kecamatan Mandau', 'Belum ada laporan');
  });

  it('records a held report only for the village that it was for', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi
      .says('/lapor Desa Air Kulim kantor sudah')
      .hears('Laporan untuk Desa Air Kulim kami simpan dulu');
    await budi.says('/daftar Petani kades').hears('menunggu');
    await camat.says('/setujui semua').hears('Budi kini tercatat');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  });

  it('drops a held report with the request that was declined', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('/lapor kantor sudah').hears('kami simpan');
    await budi.says('/daftar Petani kades');
    await camat.says('/tolak semua').hears('tidak disetujui');
    await budi.says('/daftar Bumbung kades');
    await camat.says('/setujui semua').hears('kini tercatat');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  });

  it('asks about a held report that would lower a unit, and takes one back by its echo', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani klinik sudah');
    const budi = person(stage(), 'Budi');
    await budi.says('/lapor klinik belum, kantor sudah').hears('kami simpan');
    await budi.says('/daftar Petani kades');
    const { said } = await camat.says('/setujui semua');
    const echo = said.find(({ text }) => text.startsWith('Dicatat untuk Desa Petani'))!;
    expect(said.some(({ text }) => /klinik: berdiri → belum/.test(text))).toBe(true);
    await camat.replies(echo, '/batal').hears('Kantor koperasi kembali ke status belum lapor');
  });

  it('records what was held when the role is given by /tunjuk', async () => {
    const camat = await open(stage());
    const { id } = await person(stage(), 'Budi').says('/lapor kantor sudah');
    await camat.says('/tunjuk Petani', { replyTo: id }).hears('Budi kini tercatat', 'Desa Petani (1/7)');
  });

  it('goes on with the status that was picked', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('0 dari 7');
    const pick = await petani.presses(list, 'Masih proses').hears('Unit mana yang statusnya proses');
    const next = await petani
      .presses(pick, '4 Klinik')
      .hears('4. ⏳ klinik: proses', 'Unit mana yang statusnya proses');
    await petani.presses(next, '6 Gudang').hears('6. ⏳ gudang: proses');
  });

  it('takes a yes only from whom it asked, said as well as pressed', async () => {
    const camat = await open(stage());
    const question = await camat.says('/lepas').hears('Lepaskan grup ini');
    await person(stage(), 'Tamu').replies(question, 'ya');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await camat.replies(question, 'ya').hears('dilepas');
  });

  it('takes back nothing by a reply to something that reported nothing', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani klinik sudah');
    const recap = await camat.says('/rekap').hears('1/91');
    await camat.replies(recap, '/batal').hears('Tidak ada laporan');
    await camat.says('/rekap').hears('1/91');
  });

  it('offers the near misses of a village with a role behind it', async () => {
    await open(stage());
    const near = await person(stage(), 'Budi').says('/daftar Bumbng kades').hears('Apakah yang dimaksud');
    expect(near.buttons).toEqual(['Bumbung']);
  });

  it('counts a report taken back today as a change of today', async () => {
    const camat = await open(stage());
    await camat.says('/lapor bumbung 1');
    const echo = await camat.says('/lapor petani 1').hears('1/7');
    await stage().at('2027-04-02T02:00:00Z');
    await camat.replies(echo, '/batal').hears('kembali ke status belum lapor');
    await camat.says('/rekap').hears('1/91', 'hari ini berkurang 1 unit');
  });

  it('asks somebody with roles in two kecamatan which one, and keeps what was said', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const { store } = stage();
    const at = '2027-04-01T02:00:00.000Z' as never;
    store.transaction((tx) => tx.chats.open('14.03.09' as never, '2027-05-15' as never, at));
    const petani = store.read((tx) => tx.people.holders('14.03.16.2001' as never))[0]!;
    store.transaction((tx) => tx.people.give(petani.person, 'operator', '14.03.09.2001' as never, at));
    const which = await budi.says('kantor sudah, klinik belum', { privately: true }).hears('kecamatan mana');
    await budi
      .presses(which, 'Kecamatan Bathin Solapan', { privately: true })
      .hears('Desa Petani (1/7)', 'klinik: belum');
    await stage().at('2027-04-01T02:05:00.000Z');
    const report = await camat.says('/lapor petani kantor sudah buka').hears('beroperasi');
    await camat.replies(report, '/batal').hears('kembali');
    // Answered: what was said holds for one kecamatan, once.
    await budi.presses(which, 'Kecamatan Mandau', { privately: true }).isAlerted(/tidak berlaku lagi/);
    await budi
      .presses(which, 'Kecamatan Bathin Solapan', { privately: true })
      .isAlerted(/tidak berlaku lagi/);
    const shown = await budi.says('/belum', { privately: true });
    for (const place of ['Kecamatan Mandau', 'Kecamatan Bathin Solapan'])
      await budi.presses(shown.said.at(-1)!, place, { privately: true }).hears(place);
  });
});
