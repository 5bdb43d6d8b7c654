import { describe, expect, it } from 'vitest';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('reports of somebody whose role is not approved yet', (stage) => {
  const BUMBUNG = '14.03.16.2004';
  const ledger = (village = '14.03.16.2001') =>
    stage()
      .store.read((tx) => tx.ledger.village(village as never))
      .map(({ unit, status }) => `${unit} ${status}`)
      .sort();

  it('are told in one message when it is, the newest few of them; /batal takes all of them back', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    for (let i = 0; i < 12; i++) await budi.says('/lapor petani kios sudah').hears('kami simpan');
    await budi.says('/lapor petani klinik sudah').hears('kami simpan');
    await budi.says('/lapor petani gudang proses').hears('kami simpan');
    await budi.says('/lapor petani apotek sudah').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    const echoes = said.filter(({ text }) => text.includes('Dicatat'));
    expect(echoes).toHaveLength(1);
    for (const unit of ['klinik', 'gudang', 'apotek']) expect(echoes[0]!.text).toContain(unit);
    expect(echoes[0]!.text.match(/\/batal/g)).toHaveLength(1);
    // What was said a dozen times before is out of date by then.
    expect(ledger()).toEqual(['apotek berdiri', 'gudang proses', 'klinik berdiri']);
    await budi.replies(echoes[0]!, '/batal').hears('Apotek, gudang dan klinik kembali ke status belum lapor');
    expect(ledger()).toEqual([]);
  });

  it('are held where they speak of several villages or leave something to ask', async () => {
    const camat = await open(stage());
    const ba = person(stage(), 'Budi');
    await ba.says('/daftar ba Petani, Bumbung').hears('menunggu persetujuan');
    await ba.says('/lapor Petani: kantor proses, gudang sudah. Bumbung: klinik sudah').hears('kami simpan');
    await ba.says('petani: apotek sudah, bumbung: gudang sudah').hears();
    const asking = person(stage(), 'Wati');
    await asking.says('/daftar pamesi kades').hears('menunggu persetujuan');
    await asking.says('/lapor toko sudah').hears('kami simpan');
    await camat.presses(await camat.says('/setujui').hears('Budi'), 'Setujui Budi · Petani');
    await camat
      .presses(await camat.says('/setujui').hears('Budi'), 'Setujui Budi · Bumbung')
      .hears('Petani', 'kantor koperasi: proses', 'Bumbung', 'klinik: berdiri');
    expect(ledger()).toEqual(['apotek berdiri', 'gudang berdiri', 'kantor proses']);
    expect(ledger(BUMBUNG)).toEqual(['gudang berdiri', 'klinik berdiri']);
    const { said } = await camat.presses(await camat.says('/setujui').hears('Wati'), 'Setujui');
    const asked = said.find(({ buttons }) => buttons.some((label) => label.startsWith('Apotek')))!;
    await asking.presses(asked, 'Apotek').hears('Pamesi', 'apotek: berdiri');
  });

  it('ask in that message what is to be lowered, once', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani kantor beroperasi, gudang beroperasi').hears('Dicatat');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await stage().at('2027-04-01T02:10:00.000Z');
    await budi.says('/lapor petani klinik sudah').hears('kami simpan');
    await budi.says('/lapor petani kantor belum').hears('kami simpan');
    await budi.says('/lapor petani gudang belum').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    const echoes = said.filter(({ text }) => /Dicatat|statusnya turun/.test(text));
    expect(echoes).toHaveLength(1);
    expect(echoes[0]!.text).toMatch(/klinik[\s\S]*kantor.*: beroperasi → belum\ngudang: beroperasi → belum/);
    expect(echoes[0]!.buttons).toEqual(['Ya, benar turun', 'Tidak']);
    await budi.presses(echoes[0]!, 'Ya, benar turun');
    expect(ledger()).toEqual(['gudang belum', 'kantor belum', 'klinik berdiri']);
  });

  it('ask one question that a newer one about any of its units takes the place of', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani klinik sudah, gudang sudah');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await stage().at('2027-04-01T02:05:00Z');
    await budi.says('/lapor petani klinik belum').hears('kami simpan');
    await budi.says('/lapor petani gudang belum').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    const old = said.find(({ buttons }) => buttons[0] === 'Ya, benar turun')!;
    await stage().at('2027-04-01T02:06:00Z');
    await camat.says('/lapor petani klinik proses').hears('klinik: berdiri → proses');
    await budi.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('klinik: berdiri', 'gudang: berdiri');
  });

  it('close the questions that they overtake, also of those that are held before them', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani klinik sudah, gudang sudah');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await stage().at('2027-04-01T02:05:00Z');
    const old = (await camat.says('/lapor petani klinik proses').hears('klinik: berdiri → proses'))!;
    await stage().at('2027-04-01T02:06:00Z');
    await budi.says('/lapor petani gudang belum').hears('kami simpan');
    await budi.says('/lapor petani klinik sudah, gudang beroperasi').hears('kami simpan');
    const { said } = await camat.says('/setujui semua');
    expect(said.find(({ text }) => text.includes('gudang: beroperasi'))).toMatchObject({ buttons: [] });
    await camat.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
  });

  it('are held for no other kecamatan by an edit after their group was linked to that', async () => {
    const camat = await open(stage());
    const sari = await register(stage(), camat, 'Sari', 'Bumbung');
    const taken = await sari.says('/lapor kantor sudah');
    await sari.says('/batal').hears('dibatalkan');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    const held = await budi.says('/lapor klinik sudah, gudang proses');
    await stage().at('2027-04-01T02:10:00Z');
    await camat.presses(await camat.says('/lepas').hears('Lepaskan'), 'Ya').hears('dilepas');
    const other = person(stage(), 'Camat Cibinong');
    await other.says(`/mulai ${stage().invitation('32.01.01')}`).hears('Cibinong');
    await stage().at('2027-04-01T02:20:00Z');
    for (const [head, { id }] of [
      [budi, held],
      [sari, taken],
    ] as const)
      await head
        .says('/lapor klinik sudah, kantor belum', { edits: id })
        .hears('sebelum grup ini tersambung');
    await person(stage(), 'Warga').says('/lapor klinik sudah').hears('kami simpan');
  });

  it('are held when they are said between people, too; that is told once an hour', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('Desa Petani klinik sudah').hearsNothing();
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await budi.says('klinik sudah berdiri, gudang masih proses').hears('kami simpan');
    await budi.says('kantor sudah berdiri').hearsNothing();
    await budi.says('terima kasih Pak').hearsNothing();
    await budi.says('Desa Bumbung apotek sudah berdiri').hearsNothing();
    await stage().at('2027-04-01T03:10:00Z');
    await budi.says('apotek sudah berdiri').hears('kami simpan');
    await camat.says('/setujui semua').hears('kini tercatat', 'Dicatat', 'apotek: berdiri');
    expect(ledger()).toEqual(['apotek berdiri', 'gudang proses', 'kantor berdiri', 'klinik berdiri']);
  });

  it('take the words of an edit, and are dropped by one that reports nothing and by /batal', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    const { id } = await budi.says('klinik sudah berdiri');
    await budi.says('gudang sudah berdiri');
    const { id: struck } = await budi.says('kantor sudah berdiri');
    await budi.says('klinik masih proses', { edits: id }).hearsNothing();
    await budi.says('kantor siapa itu', { edits: struck }).hearsNothing();
    const { id: command } = await budi.says('apotek sudah berdiri');
    await budi.says('/rekap', { edits: command }).hears('Rekap');
    const { id: same } = await budi.says('logistik sudah berdiri');
    await budi.says('/lapor logistik sudah berdiri', { edits: same }).hears('kami simpan');
    await budi.says('/lapor apotek sudah').hears('kami simpan');
    await budi.says('/batal').hears('kami simpan sudah dibatalkan');
    await camat.says('/setujui semua').hears('Dicatat');
    expect(ledger()).toEqual(['gudang berdiri', 'klinik proses', 'logistik berdiri']);
  });

  it.each(['an edit', 'a /batal', 'another answer'])(
    'are asked about once: %s closes the question',
    async (what) => {
      const camat = await open(stage());
      const anton = person(stage(), 'Anton');
      const held = await anton.says('/lapor klinik sudah');
      await anton.says('/daftar ba Petani, Bumbung').hears('menunggu persetujuan');
      await camat.presses(await camat.says('/setujui').hears('Anton sebagai'), 'Setujui Anton');
      const list = await camat.says('/setujui').hears('Anton sebagai');
      const { said } = await camat.presses(list, 'Setujui Anton');
      const asked = said.find(({ buttons }) => buttons.includes('Desa Petani'))!;
      if (what === 'an edit')
        await anton.says('/lapor petani apotek sudah', { edits: held.id }).hears('apotek: berdiri');
      else if (what === 'a /batal') await anton.replies(asked, '/batal').hears('tidak ada yang dicatat');
      else await anton.presses(asked, 'Desa Petani').hears('klinik: berdiri');
      const before = [...ledger(), ...ledger('14.03.16.2002')];
      await anton.presses(asked, 'Desa Bumbung').isAlerted(/tidak berlaku lagi/);
      // What was pressed shows its answer by now.
      if (what !== 'another answer') await anton.replies(asked, 'Bumbung').hears('tidak berlaku lagi');
      expect([...ledger(), ...ledger('14.03.16.2002')]).toEqual(before);
    },
  );

  it('are held of who reports for one village and asks to report for another', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Bumbung', 'ba');
    await budi.says('/lapor petani klinik sudah').hears('hanya dapat disampaikan');
    await budi.says('/daftar petani ba').hears('menunggu persetujuan');
    await budi.says('/lapor petani klinik sudah').hears('kami simpan');
    await budi.says('Desa Petani gudang sudah berdiri').hearsNothing();
    await camat.says('/setujui semua').hears('kini tercatat', 'Dicatat');
    expect(ledger()).toEqual(['gudang berdiri', 'klinik berdiri']);
  });

  it('are promised to none but the village and the role that were asked for', async () => {
    await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await budi.says('/lapor bumbung klinik sudah').hears('Apa jabatan Bapak/Ibu di sana');
    const ani = person(stage(), 'Ani');
    await ani.says('/daftar petani bpd').hears('menunggu persetujuan');
    await ani.says('/lapor klinik sudah').hears('dari desa atau kelurahan mana');
    await ani.says('/lapor bismillah').hears('masih menunggu persetujuan');
  });

  describe('of somebody who asked for two villages and named neither', () => {
    const both = () => [...ledger(), ...ledger('14.03.16.2002')];
    async function asked() {
      const camat = await open(stage());
      const rina = person(stage(), 'Rina');
      await rina.says('/daftar ba Petani, Bumbung').hears('menunggu persetujuan');
      await rina.says('/lapor kantor sudah').hears('kami simpan');
      const { id } = await rina.says('/lapor klinik proses');
      return { camat, rina, id };
    }

    it('wait while one request is open, and are then asked about one by one', async () => {
      const { camat, rina } = await asked();
      const list = await camat.says('/setujui').hears('Rina');
      const { said: first } = await camat.presses(list, 'Setujui Rina · Bumbung');
      expect(first.some(({ text }) => text.includes('Dicatat'))).toBe(false);
      const rest = await camat.says('/setujui').hears('Rina');
      const { said } = await camat.presses(rest, 'Setujui');
      const questions = said.filter(({ text }) => text.startsWith('Yang dimaksud Desa'));
      expect(questions).toHaveLength(2);
      expect(both()).toEqual([]);
      await rina.presses(questions[0]!, 'Desa Bumbung').hears('Dicatat untuk Desa Bumbung', 'kantor');
      await rina.presses(questions[1]!, 'Desa Petani').hears('Dicatat untuk Desa Petani', 'klinik');
    });

    it('are asked about where both roles are given at once', async () => {
      const { camat, id } = await asked();
      const { said } = await camat.says('/tunjuk ba Petani, Bumbung', { replyTo: id });
      expect(said.filter(({ text }) => text.startsWith('Yang dimaksud Desa'))).toHaveLength(2);
      expect(said.some(({ text }) => text.includes('Dicatat untuk'))).toBe(false);
    });

    it.each([
      ['Tolak Rina · Petani', 'Setujui'],
      ['Setujui Rina · Bumbung', 'Tolak'],
    ])('are recorded for the only one that is left: %s', async (one, other) => {
      const { camat } = await asked();
      const list = await camat.says('/setujui').hears('Rina');
      await camat.presses(list, one);
      const rest = await camat.says('/setujui').hears('Rina');
      await camat.presses(rest, other).hears('Dicatat untuk Desa Bumbung', /kantor[\s\S]*klinik/);
    });

    it('are recorded for no village that was asked for after they were said', async () => {
      const camat = await open(stage());
      const rina = person(stage(), 'Rina');
      await rina.says('/daftar Petani kades').hears('menunggu persetujuan');
      await rina.says('/lapor klinik sudah').hears('kami simpan');
      await stage().at('2027-04-01T03:00:00.000Z');
      await rina.says('/daftar Bumbung ba').hears('menunggu persetujuan');
      const list = await camat.says('/setujui').hears('Rina');
      await camat.presses(list, 'Tolak Rina · Petani').hears('tidak disetujui');
      const rest = await camat.says('/setujui').hears('Rina');
      await camat.presses(rest, 'Setujui').hears('Rina kini tercatat');
      expect(both()).toEqual([]);
    });

    it('are dropped with the last request', async () => {
      const { camat, id } = await asked();
      await camat.says('/tolak');
      await camat.says('/tolak semua').hears('tidak disetujui');
      const { said } = await camat.says('/tunjuk ba Petani', { replyTo: id });
      expect(said.some(({ text }) => text.includes('Dicatat untuk'))).toBe(false);
    });
  });
});
