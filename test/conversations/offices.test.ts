import { expect, it } from 'vitest';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('offices', (stage) => {
  it('have the titles of the region, and whoever types another is understood', async () => {
    const panewu = person(stage(), 'Pak Panewu');
    await panewu
      .says(`/mulai ${stage().invitation('34.04.07')}`)
      .hears('Kapanewon Depok', 'tercatat sebagai Panewu Kapanewon Depok', 'para lurah mengetik /daftar');
    const budi = person(stage(), 'Budi');
    const roles = await budi.says('/daftar Caturtunggal').hears('Kalurahan Caturtunggal');
    expect(roles.buttons).toEqual(expect.arrayContaining(['Lurah', 'Pj. lurah', 'Carik']));
    await budi.says('/daftar saya kades Caturtunggal').hears('Pendaftaran sebagai Lurah Caturtunggal');
    await panewu.says('/setujui semua').hears('Budi kini tercatat sebagai Lurah Caturtunggal');
    await budi.says('/lapor kantor sudah').hears('Dicatat untuk Kalurahan Caturtunggal (1/7)');
    await budi.says('/status').hears('oleh lurah');
  });

  it("are the cooperative's too: its officers report", async () => {
    const camat = await open(stage());
    const ketua = await register(stage(), camat, 'Sari', 'Petani', 'ketua koperasi');
    await ketua.says('/bantuan').hears('tercatat sebagai Pengurus KDMP Desa Petani');
    await ketua.says('/lapor gudang proses').hears('Dicatat untuk Desa Petani');
    await ketua.says('/lapor Bumbung gudang proses').hears('laporan untuk Desa Bumbung');
  });

  it('of a business assistant are as many as he has villages, asked for or given', async () => {
    const camat = await open(stage());
    const asks = person(stage(), 'Andi');
    await asks.says('/daftar Petani ba').hears('Pendaftaran sebagai BA Desa Petani');
    await asks.says('/daftar Bumbung ba').hears('Pendaftaran sebagai BA Desa Bumbung');
    for (const village of ['Petani', 'Bumbung']) {
      const list = await camat.says('/setujui').hears(village);
      await camat
        .presses(list, `Setujui Andi · ${village}`)
        .hears(`Andi kini tercatat sebagai BA Desa ${village}`);
    }
    await asks.says('/lapor Petani klinik sudah').hears('Dicatat untuk Desa Petani (1/7)');
    await asks.says('/lapor Bumbung klinik sudah').hears('Dicatat untuk Desa Bumbung (1/7)');
    await asks.says('/lapor Pamesi klinik sudah').hears('laporan untuk Desa Pamesi');

    const given = person(stage(), 'Rina');
    const { id } = await given.says('selamat pagi');
    await camat
      .says('/tunjuk ba Pamesi, Air Kulim dan Sebangar', { replyTo: id })
      .hears('Rina kini tercatat sebagai BA Desa Pamesi, Desa Air Kulim dan Desa Sebangar');
    await given.says('/lapor Sebangar kantor sudah').hears('Dicatat untuk Desa Sebangar (1/7)');
    await camat
      .says('/tunjuk ba Bumbung, Bumbung dan Petani', { replyTo: id })
      .hears('Rina kini tercatat sebagai BA Desa Bumbung dan Desa Petani');
    await camat.says('/tunjuk ba Pamesi, Antah', { replyTo: id }).hears('Balas pesan yang bersangkutan');
    // More than a kecamatan has: each name would be looked for among all.
    await camat
      .says(`/tunjuk ba ${'Pamesi,'.repeat(14)}`, { replyTo: id })
      .hears('Balas pesan yang bersangkutan');
  });

  it('that an edit of /tunjuk names no longer end, and are said to', async () => {
    const camat = await open(stage());
    const { id: spoken } = await person(stage(), 'Rina').says('pagi');
    const given = await camat.says('/tunjuk ba Petani, Pamesi', { replyTo: spoken });
    await camat
      .says('/tunjuk ba Petani, Bumbung', { edits: given.id, replyTo: spoken })
      .hears('Rina tidak lagi tercatat sebagai BA Desa Pamesi', 'kini tercatat');
    const held = () =>
      stage()
        .store.read((tx) => tx.people.holders('14.03.16' as never))
        .flatMap(({ kind, area }) => (kind === 'ba' ? [area] : []));
    expect(held()).toEqual(['14.03.16.2001', '14.03.16.2004']);
    await camat
      .says('maaf, salah orang', { edits: given.id, replyTo: spoken })
      .hears('Rina tidak lagi tercatat sebagai BA Desa Petani dan Desa Bumbung');
    expect(held()).toEqual([]);
  });

  it.each([
    ['names no village', '/tunjuk Antah kades', true],
    ['replies to nobody', '/tunjuk Bumbung kades', false],
    ['hands the office over', '/tunjuk camat', true],
  ])('end by an edit of /tunjuk that %s', async (_, words, isReply) => {
    const camat = await open(stage());
    const { id: spoken } = await person(stage(), 'Rina').says('pagi');
    const given = await camat.says('/tunjuk Petani kades', { replyTo: spoken });
    await camat
      .says(words, { edits: given.id, ...(isReply && { replyTo: spoken }) })
      .hears('Rina tidak lagi tercatat sebagai Kepala Desa Petani');
    const heads = stage().store.read((tx) => tx.people.holders('14.03.16.2001' as never));
    expect(heads).toEqual([]);
  });

  it('that an edit of /tunjuk still names stay, and one more is given, where it carries no reply', async () => {
    const camat = await open(stage());
    const joko = person(stage(), 'Joko');
    const { id: spoken } = await joko.says('selamat pagi');
    const given = await camat.says('/tunjuk Petani kades', { replyTo: spoken });
    const { text } = await camat
      .says('/tunjuk Petani dan Bumbung kades', { edits: given.id })
      .hears('Joko kini tercatat sebagai Kepala Desa Petani dan Bumbung');
    expect(text).not.toContain('tidak lagi');
    await joko.says('/lapor Petani klinik sudah').hears('Dicatat untuk Desa Petani (1/7)');
    await camat
      .says('/tunjuk Bumbung kades', { edits: given.id })
      .hears('Joko tidak lagi tercatat sebagai Kepala Desa Petani', 'kini tercatat');
    await joko.says('/lapor Bumbung klinik sudah').hears('(1/7)');
  });

  it('that the second question of one /tunjuk gave end by an edit as well', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Budi', 'Petani');
    const { id: spoken } = await person(stage(), 'Joko').says('pagi');
    const given = await camat.says('/tunjuk kades Petani, Sebangar', { replyTo: spoken });
    await camat.presses(given.said.at(-1)!, 'Ya, ganti').hears('Joko kini tercatat');
    await camat
      .says('/tunjuk kades Sebangar', { edits: given.id, replyTo: spoken })
      .hears('Joko tidak lagi tercatat sebagai Kepala Desa Petani');
  });

  it('are not given by a camat to himself', async () => {
    const camat = await open(stage());
    const { id } = await camat.says('pagi');
    for (const office of ['camat', 'kasi'])
      await camat.says(`/tunjuk ${office}`, { replyTo: id }).hears('Itu pesan Bapak/Ibu sendiri');
    expect(stage().store.read((tx) => tx.people.holders('14.03.16' as never))).toHaveLength(1);
  });

  it('of which some only read', async () => {
    const camat = await open(stage());
    const bendahara = await register(stage(), camat, 'Tuti', 'Petani', 'bendahara');
    await bendahara
      .says('/lapor kantor sudah')
      .hears(
        'Sebagai bendahara, Bapak/Ibu dapat melihat',
        'Laporan disampaikan oleh kepala desa, sekretaris',
      );
  });

  it('are asked for in the village that is named, whatever else stands beside it', async () => {
    await open(stage());
    const asks = (words: string) => person(stage(), words).says(`/daftar ${words}`);
    for (const words of ['jadi pengurus koperasi desa petani pak', 'tenaga ahli Petani'])
      await asks(words).hears(/Apa jabatan Bapak\/Ibu di Desa Petani/);
    await asks('ba untuk Petani').hears('Pendaftaran sebagai BA Desa Petani sudah diterima');
    for (const words of ['ba Semunai, Petani', 'ba Petani dan Semunai'])
      await asks(words).hears('Pendaftaran sebagai BA Desa Petani', '"Semunai" tidak ditemukan');
  });

  it('are asked for in several villages at once, whichever comes first', async () => {
    const camat = await open(stage());
    const asks = (words: string) => person(stage(), words).says(`/daftar ${words}`);
    for (const words of ['ba Petani, Bumbung', 'Petani BA, Bumbung BA', 'Petani dan Bumbung ba'])
      await asks(words).hears('Pendaftaran sebagai BA Desa Petani dan Desa Bumbung sudah diterima');
    await asks('Petani kades, Bumbung sekdes').hears(
      'Pendaftaran sebagai Kepala Desa Petani dan Sekretaris Desa Bumbung',
    );
    await asks('ba Petani, Bumbong').hears('"Bumbong" tidak ditemukan. Apakah yang dimaksud Desa Bumbung?');
    for (const words of ['Petani, Bumbung', 'Petani Bumbung'])
      await asks(words).hears(/misalnya: \/daftar\S* ba Petani, Bumbung$/);
    const list = await camat.says('/setujui').hears('ba Petani, Bumbung sebagai BA Desa Bumbung');
    await camat
      .presses(list, 'Setujui ba Petani, Bumbung · Petani')
      .hears('kini tercatat sebagai BA Desa Petani');
    await asks('ba Petani, Bumbung, Pamesi').hears(
      'Pendaftaran sebagai BA Desa Petani, Desa Bumbung dan Desa Pamesi',
    );
    await person(stage(), 'ba Petani, Bumbung')
      .says('/daftar ba Petani, Bumbung, Pamesi')
      .hears(
        'Pendaftaran sebagai BA Desa Pamesi sudah diterima',
        'Pendaftaran sebagai BA Desa Bumbung sudah diterima dan masih menunggu',
        'Bapak/Ibu sudah tercatat sebagai BA Desa Petani',
      );
    await asks('Petani Air Kulim Bumbung BA').hears(
      'Pendaftaran sebagai BA Desa Petani, Desa Air Kulim dan Desa Bumbung',
    );
  });

  it('have a button for who acts for a head of either kind, and examples from their own kecamatan', async () => {
    const camat = person(stage(), 'Ibu Camat');
    await camat.says(`/mulai ${stage().invitation('14.03.13')}`).hears('sudah aktif');
    const asked = await person(stage(), 'Andi').says('/daftar').hears('Apa jabatan Bapak/Ibu?');
    expect(asked.buttons.slice(0, 5)).toEqual([
      'Kepala desa',
      'Lurah',
      'Pj. kepala desa/lurah',
      'Plt. kepala desa/lurah',
      'Plh. kepala desa/lurah',
    ]);
    const which = await person(stage(), 'Andi')
      .presses(asked, 'Plt. kepala desa/lurah')
      .hears('desa atau kelurahan');
    await person(stage(), 'Andi')
      .presses(which, 'Titian Antui')
      .hears('Pendaftaran sebagai Plt. Lurah Titian Antui');
    const how = await camat.says('/tunjuk').hears('Balas pesan yang bersangkutan dengan /tunjuk');
    expect(how.text).not.toMatch(/Petani|Bumbung/);
    await camat
      .says('/tunjuk')
      .hears(
        /misalnya: \/tunjuk\S* Titian Antui lurah, \/tunjuk\S* kasi[\s\S]*\/tunjuk\S* ba Titian Antui, Balai Raja/,
      );
  });
});
