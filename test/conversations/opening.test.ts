import { expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant, UserRef, VillageCode } from '../../src/domain/ids.ts';
import { open, person, register, VILLAGES } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('opening a kecamatan', (stage) => {
  it('opens for the holder of an invitation, once', async () => {
    const camat = person(stage(), 'Ibu Camat');
    const code = stage().invitation();
    await camat.says('/mulai').hears('kode undangan');
    await camat
      .says(`/mulai ${code.toLowerCase()}`)
      .hears(
        'Kecamatan Bathin Solapan, Kabupaten Bengkalis sudah aktif',
        'tercatat sebagai Camat Bathin Solapan',
        '13 desa, tenggat',
        '15 Mei 2027',
      );
    await camat
      .says(`/mulai ${stage().invitation('14.03.09')}`)
      .hears('sudah tersambung ke Kecamatan Bathin Solapan');
  });

  it('takes an invitation link, which arrives as /start', async () => {
    const camat = person(stage(), 'Ibu Camat');
    await camat.says(`/start ${stage().invitation()}`).hears('sudah aktif');
  });

  it('refuses a wrong code five times, then makes the person wait an hour', async () => {
    const guest = person(stage(), 'Tamu');
    for (let i = 0; i < 5; i++) await guest.says('/mulai AAAAA-AAAAA').hears('tidak berlaku');
    await guest.says(`/mulai ${stage().invitation()}`).hears('5 kali salah', 'tidak berlaku lagi');
    await person(stage(), 'Ibu Camat').says(`/mulai ${stage().invitation()}`).hears('sudah aktif');
  });

  it('uses up a code that was seen in the group, whatever came of it, and says how to get a new one', async () => {
    const camat = person(stage(), 'Ibu Camat');
    const pasted = stage().invitation();
    await camat
      .says(`Yth. Camat. Mohon ketik di grup itu:\n/mulai ${pasted}\nKode berlaku 7 hari.`)
      .hears('tidak berlaku lagi', 'kepada yang memberikannya');
    await camat.says(`/mulai ${pasted}`).hears('tidak berlaku');
    const forwarded = stage().invitation();
    await camat
      .says(`/mulai ${forwarded}`, { forwarded: true })
      .hears('tidak dijalankan', 'tidak berlaku lagi');
    const own = stage().invitation();
    await camat.says(`/mulai ${own}`, { privately: true }).hears('tambahkan bot ini');
    await camat.says(`/mulai ${own}`).hears('sudah aktif');
    const other = stage().invitation('14.03.09');
    await camat.says(`/mulai ${other}`).hears('sudah tersambung ke Kecamatan Bathin', 'tidak berlaku lagi');
    const spelt = stage().invitation('14.03.09');
    await camat.says(`t.me/bot?startgroup=${spelt.replace('-', ' - ')}`).hears('tidak berlaku lagi');
    const spaced = stage().invitation('14.03.09');
    await camat.says(spaced.replace('-', '').split('').join(' ')).hears('tidak berlaku lagi');
    const quoted = stage().invitation('14.03.09');
    await camat.says(`ini kodenya\n> ${quoted}`).hears('tidak berlaku lagi');
    const passed = stage().invitation('14.03.09');
    await camat.says(`/mulai@lain_bot ${passed}`).hears('tidak berlaku lagi');
    const hidden = stage().invitation('14.03.09');
    const lures = Array.from({ length: 99 }, (_, n) => `KKKKKKK${String(n + 222).replace(/[01]/g, 'X')}`);
    await camat.says(`${lures.join(' ')} ${hidden}`).hears('tidak berlaku lagi');
    const behind = stage().invitation('14.03.09');
    await camat.says(`${'kabar '.repeat(680)}\n${behind}`).hears('tidak berlaku lagi');
    await camat.says('kode bupati BAHAN-PECAH, besok rapat').hearsNothing();
    const question = await camat.says('/lepas').hears('Lepaskan');
    await camat.presses(question, 'Ya').hears('dilepas');
    for (const code of [forwarded, other, spelt, spaced, quoted, passed, hidden, behind])
      await person(stage(), `Pembaca ${code}`).says(`/mulai ${code}`).hears('tidak berlaku:');
  });

  it('gets a camat again by a new invitation, in the group that is linked already', async () => {
    await open(stage());
    stage().store.transaction(({ people }) => {
      const [office] = people.holders('14.03.16' as DistrictCode);
      people.decide(office!.id, 'ended', '2027-04-01T02:00:00.000Z' as Instant);
    });
    const next = person(stage(), 'Pak Baru');
    await next
      .says(`/mulai ${stage().invitation('14.03.09')}`)
      .hears('sudah tersambung', 'tidak berlaku lagi');
    await next.says(`/mulai ${stage().invitation()}`).hears('tercatat sebagai Camat Bathin Solapan');
    await next.says('/setujui').hears('Tidak ada pendaftaran');
  });

  it('refuses a code that was used or is older than seven days', async () => {
    const code = stage().invitation();
    await stage().at('2027-04-09T02:00:00Z');
    await person(stage(), 'Ibu Camat').says(`/mulai ${code}`).hears('tidak berlaku');
  });

  it('unlinks after a yes, by the camat alone', async () => {
    const camat = await open(stage());
    await person(stage(), 'Tamu').says('/lepas').hears('Hanya camat');
    const question = await camat.says('/lepas').hears('Lepaskan grup ini');
    await person(stage(), 'Tamu')
      .presses(question, 'Ya')
      .isAlerted(/khusus untuk yang ditanya/);
    await camat.presses(question, 'Ya').hears('dilepas');
    await camat.says('/rekap').hears('belum tersambung');
    await camat.says('bot, rekap').hears('belum tersambung', '/mulai');
    // Its people's roles open nothing here, and the help names nothing that is refused.
    const { text } = await camat
      .says('/bantuan')
      .hears('belum tersambung', '/mulai', 'tercatat sebagai camat');
    expect(text).not.toMatch(/Melapor:|\/rekap|\/lapor|\/undang/);
  });

  it('leaves the reports of a kecamatan alone in a group that was linked to another one, and says so', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const said = await petani.says('/lapor kantor sudah, klinik sudah');
    const echo = said.said.at(-1)!;
    const own = await camat.says('/lapor petani gudang sudah');
    await camat.presses(await camat.says('/lepas').hears('Lepaskan'), 'Ya').hears('dilepas');
    await camat.says(`/mulai ${stage().invitation('14.03.09')}`).hears('sudah aktif');
    for (const who of [petani, camat]) await who.replies(echo, '/batal').hears('milik kecamatan lain');
    const { code, name } = area('14.03.09' as DistrictCode)!.villages[0]!;
    await camat.says(`/lapor ${name} kantor sudah`, { edits: own.id }).hears('milik kecamatan lain');
    const { text } = await petani
      .says('/lapor kantor belum', { edits: said.id })
      .hears('milik kecamatan lain');
    expect(text).not.toMatch(/simpan|tidak lagi terbaca/);
    // Nothing of it is held for who is given an office here.
    await camat.says(`/tunjuk ${name}`, { replyTo: said.id }).hears('kini tercatat');
    expect(stage().store.read((tx) => tx.ledger.village(code))).toEqual([]);
    expect(stage().store.read((tx) => tx.ledger.village('14.03.16.2001' as VillageCode))).toHaveLength(3);
  });
});

onEveryPlatform('roles', (stage) => {
  it('gathers requests in one message for the camat, who approves them all at once', async () => {
    const camat = await open(stage());
    const petani = person(stage(), 'Budi');
    const roles = await petani.says('/daftar').hears('Apa jabatan Bapak/Ibu');
    const villages = await petani.presses(roles, 'Kepala desa').hears('desa atau kelurahan mana');
    const first = await petani
      .presses(villages, 'Petani')
      .hears('menunggu persetujuan', 'Budi sebagai Kepala Desa Petani');
    expect(first.mentions).toEqual(['Ibu Camat']);
    const { said } = await person(stage(), 'Sari').says('/daftar bumbung sekdes');
    const second = said.find(({ edited }) => edited)!;
    expect(second.id).toBe(first.id);
    expect(second.text).toMatch(/Sari sebagai Sekretaris Desa Bumbung/);
    await camat
      .presses(second, 'Setujui semua')
      .hears('Kini tercatat:\n• Budi: Kepala Desa Petani\n• Sari: Sekretaris Desa Bumbung\nSilakan melapor');
    await petani.says('/bantuan').hears('Di sini: Kecamatan Bathin Solapan', 'Kepala Desa Petani');
  });

  it('lets an edit take the place of what the message asked for, and withdraws what it asks for no more', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    const { id } = await budi.says('/daftar Petani kades');
    const { said } = await budi.says('/daftar Pamesi kades', { edits: id });
    expect(said.map(({ text }) => text).join()).toMatch(/Kepala Desa Pamesi/);
    const list = await camat.says('/setujui').hears('Budi sebagai Kepala Desa Pamesi');
    expect(list.text).not.toMatch(/Petani/);
    await budi.says('/daftar Bumbung sekdes');
    await budi.says('/daftar kades', { edits: id });
    const left = await camat.says('/setujui').hears('Budi sebagai Sekretaris Desa Bumbung');
    expect(left.text).not.toMatch(/Pamesi/);
    const again = await budi.says('/daftar Petani kades');
    await budi.says('/daftar petani KADES.', { edits: again.id });
    await budi
      .says('maaf, salah kirim', { edits: again.id })
      .hears('pendaftaran sebagai Kepala Desa Petani ditarik kembali');
    const last = await camat.says('/setujui').hears('Budi sebagai Sekretaris Desa Bumbung');
    expect(last.text).not.toMatch(/Petani/);
  });

  it.each(['/rekap', '/lapor gudang sudah', '/batal', '/tenggat', '/lapr', '/bantuan', '/tunjuk Petani'])(
    'withdraws a request whose message becomes %j, and says so',
    async (words) => {
      const camat = await open(stage());
      const budi = person(stage(), 'Budi');
      await budi.says('/daftar Petani kades');
      const { id } = await budi.says('/daftar Pamesi kades');
      await budi.says(words, { edits: id }).hears('pendaftaran sebagai Kepala Desa Pamesi ditarik kembali');
      const list = await camat.says('/setujui').hears('Budi sebagai Kepala Desa Petani');
      expect(list.text).not.toMatch(/Pamesi/);
    },
  );

  it('shows the first twenty of many requests in that one message, and how many more there are', async () => {
    const camat = await open(stage());
    const now = '2027-04-01T02:00:00Z' as Instant;
    stage().store.transaction(({ people }) => {
      for (let n = 1; n <= 22; n++)
        people.ask(
          people.findOrAdd([`telegram:w${n}` as UserRef], `Warga ${n}`),
          'pendamping',
          '14.03.16.2001' as VillageCode,
          now,
        );
    });
    const list = await camat.says('/setujui').hears('Warga 20 sebagai', 'Masih ada 2 pendaftaran lain');
    expect(list.text).not.toMatch(/Warga 21/);
    await camat
      .presses(list, 'Tolak Warga 1 ')
      .hears('tidak disetujui', 'Warga 21 sebagai', 'Masih ada 1 pendaftaran');
  });

  it('shows one request of everybody before further ones of accounts that ask for everything', async () => {
    const camat = await open(stage());
    const villages = area('14.03.16' as DistrictCode)!.villages;
    const ask = (n: number, village: VillageCode) =>
      stage().store.transaction(({ people }) =>
        people.ask(
          people.findOrAdd([`telegram:w${n}` as UserRef], `Warga ${n}`),
          'bpd',
          village,
          '2027-04-01T02:00:00Z' as Instant,
        ),
      );
    for (const n of [8, 9]) for (const { code } of villages) ask(n, code);
    ask(3, villages[0]!.code);
    ask(4, villages[1]!.code);
    const list = await camat
      .says('/setujui')
      .hears(
        'Warga 3 sebagai',
        'Warga 4 sebagai',
        'Warga 8 sebagai',
        `Masih ada ${2 * villages.length - 18} pendaftaran lain`,
      );
    // What is hidden came earlier: "all" leaves it alone, and those who ask for several villages too.
    await camat
      .presses(list, 'Setujui semua')
      .hears(
        '• Warga 3: Anggota BPD',
        '• Warga 4: Anggota BPD',
        `Masih ada ${2 * villages.length - 20} pendaftaran`,
      );
    expect(stage().store.read(({ people }) => people.requests('14.03.16' as DistrictCode))).toHaveLength(
      2 * villages.length,
    );
  });

  it('keeps "all" for the honest where one account asks for every village', async () => {
    const camat = await open(stage());
    for (const village of ['Petani', 'Bumbung', 'Pamesi'])
      await person(stage(), 'Rakus').says(`/daftar ${village} kades`);
    await person(stage(), 'Budi').says('/daftar Petani kades');
    await person(stage(), 'Andi').says('/daftar Bumbung kades');
    const list = await camat.says('/setujui').hears('Rakus sebagai', 'mendaftar untuk beberapa desa');
    await camat.presses(list, 'Setujui semua').hears('• Budi: ', '• Andi: ', 'Rakus sebagai');
    await person(stage(), 'Rakus').says('/lapor pamesi klinik sudah').hears('simpan');
  });

  it('says of an office and of several villages how these are asked for, and takes one back by name or title', async () => {
    const camat = await open(stage());
    const rina = person(stage(), 'Rina');
    for (const office of ['camat', 'Kasi PMD'])
      await rina.says(`/daftar ${office}`).hears('Kasi PMD ditunjuk oleh camat', 'kode undangan');
    await camat.says('/setujui').hears('Tidak ada pendaftaran');
    await register(stage(), camat, 'Budi', 'Petani');
    await register(stage(), camat, 'Rina', 'Petani', 'sekdes');
    for (const words of ['budi', 'kades Petani', 'Petani kades'])
      await camat.says(`/cabut ${words}`).hears('Cabut jabatan Budi sebagai Kepala Desa Petani?');
    await camat.says('/cabut Petani').hears('Jabatan mana yang dicabut?');
    await camat.says('/cabut ud').hears('Tidak ada jabatan');
    await rina
      .says('/daftar ba Petani, Bumbung')
      .hears('Pendaftaran sebagai BA Desa Petani dan Desa Bumbung');
  });

  it('offers what was probably meant for a misspelt village', async () => {
    await open(stage());
    const near = await person(stage(), 'Budi').says('/daftar Petni').hears('Apakah yang dimaksud');
    expect(near.buttons).toEqual(['Petani']);
  });

  it('keeps rivals for one village out of "all" and replaces a head only after a yes', async () => {
    const camat = await open(stage());
    const old = await register(stage(), camat, 'Budi', 'Petani');
    await person(stage(), 'Andi').says('/daftar Petani kades');
    await camat.says('/setujui semua').hears('satu per satu: Andi');
    const list = await camat.says('/setujui').hears('satu per satu (sudah ada pejabatnya', 'Andi sebagai');
    const question = await camat.presses(list, 'Setujui Andi').hears('saat ini diwakili Budi');
    await camat.presses(question, 'Ya, ganti').hears('Andi kini tercatat');
    await old.says('/lapor 1 3').hears(/belum terdaftar|setelah pendaftaran disetujui/);
    await person(stage(), 'Andi').says('/lapor 1').hears('1/7');
  });

  it('lets nobody but camat and kasi decide, typed or pressed', async () => {
    const camat = await open(stage());
    const petani = person(stage(), 'Budi');
    const list = await petani.says('/daftar Petani kades').hears('Budi sebagai');
    await petani.presses(list, 'Setujui Budi').isAlerted(/Hanya camat dan Kasi PMD/);
    await petani.says('/setujui semua').hears('Hanya camat dan Kasi PMD');
    await petani.says('/tolak semua').hears('Hanya camat dan Kasi PMD');
    await camat.presses(list, 'Tolak Budi').hears('tidak disetujui');
    await camat
      .presses(list, 'Setujui Budi')
      .isAlerted(/sudah diputuskan|sudah dijawab/, /tidak berlaku|Untuk melapor|belum jelas/);
  });

  it('gives roles to whoever wrote the message replied to, and takes them back', async () => {
    const camat = await open(stage());
    const { id } = await person(stage(), 'Rina').says('selamat pagi');
    await camat
      .says('/tunjuk kasi', { replyTo: id })
      .hears('Rina kini tercatat sebagai Kasi PMD Kecamatan Bathin Solapan');
    const rina = person(stage(), 'Rina');
    const other = await person(stage(), 'Joko').says('pagi');
    await rina
      .says('/tunjuk Petani', { replyTo: other.id })
      .hears('Joko kini tercatat sebagai Kepala Desa Petani');
    await rina.says('/tunjuk kasi', { replyTo: other.id }).hears('Hanya camat');
    const which = await camat.says('/cabut Petani').hears('Cabut jabatan Joko sebagai Kepala Desa Petani?');
    await camat.presses(which, 'Ya, cabut').hears('dicabut');
    await person(stage(), 'Joko').says('/lapor 1').hears('kami simpan');
  });

  it('asks before a head is replaced, whom the yes names and nobody else', async () => {
    const camat = await open(stage());
    const lama = await register(stage(), camat, 'Lama', 'Petani');
    const sari = await person(stage(), 'Sari').says('selamat pagi');
    const joko = await person(stage(), 'Joko').says('pagi');
    const first = await camat
      .says('/tunjuk Petani kades', { replyTo: sari.id })
      .hears('Desa Petani saat ini diwakili Lama. Ganti dengan Sari?');
    await lama.presses(first, 'Ya, ganti').isAlerted(/khusus untuk yang ditanya/);
    await lama.says('/lapor kantor sudah').hears('1/7');
    const second = await camat.says('/tunjuk Petani pj', { replyTo: joko.id }).hears('Ganti dengan Joko?');
    await camat.presses(first, 'Ya, ganti').isAlerted(/tidak berlaku/);
    await camat.presses(second, 'Ya, ganti').hears('Joko kini tercatat sebagai Pj. Kepala Desa Petani');
    await lama.says('/lapor klinik sudah').hears('kami simpan');
    await person(stage(), 'Joko').says('/lapor klinik sudah').hears('2/7');
  });

  it('leaves everything as it is after a no, which is the no of whom it asked, and takes no yes then', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Lama', 'Petani');
    const joko = await register(stage(), camat, 'Joko', 'Bumbung');
    const { id } = await person(stage(), 'Sari').says('selamat pagi');
    const revoke = await camat.says('/cabut Petani').hears('Cabut jabatan Lama');
    const { said } = await camat.says('/tunjuk kades Petani, Bumbung', { replyTo: id });
    for (const question of [revoke, ...said]) {
      await joko.presses(question, 'Tidak').isAlerted(/khusus untuk yang ditanya/);
      await camat.presses(question, 'Tidak').hears('Tidak ada yang diubah');
      await camat.presses(question, 'Ya').isAlerted(/tidak berlaku/);
    }
    const held = await camat.says('/cabut').hears('Jabatan mana yang dicabut');
    expect(held.buttons.join()).toMatch(/Lama .*Joko/);
  });

  it('asks of many roles where they are held, and then about one', async () => {
    const camat = await open(stage());
    for (const village of VILLAGES.slice(0, 7)) await register(stage(), camat, `Kades ${village}`, village);
    const where = await camat.says('/cabut').hears('Jabatan di mana yang dicabut?');
    expect(where.buttons).toEqual(VILLAGES.slice(0, 7));
    const which = await camat.presses(where, 'Bumbung').hears('Cabut jabatan Kades Bumbung sebagai');
    await camat.presses(which, 'Ya, cabut').hears('Jabatan Kades Bumbung sebagai Kepala Desa Bumbung');
  });

  it('tells who has asked for a role and asks for help that it waits, and for whom', async () => {
    const camat = await open(stage());
    const guest = person(stage(), 'Tamu');
    await guest.says('/bantuan').hears(/Bila mewakili desa atau kelurahan: \/daftar/);
    await guest.says('/daftar Petani kades').hears('menunggu persetujuan');
    await guest
      .says('/bantuan')
      .hears(
        /^(?![\s\S]*Bila mewakili)[\s\S]*Kepala Desa Petani sudah diterima dan masih menunggu persetujuan camat atau Kasi PMD/,
      );
    await camat.says('/setujui semua').hears('Tamu');
    await guest.says('/bantuan').hears(/^(?![\s\S]*menunggu persetujuan)/);
  });

  it('gives the free one of two villages at once, and asks about the other', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Lama', 'Petani');
    const { id } = await person(stage(), 'Sari').says('selamat pagi');
    const given = camat.says('/tunjuk kades Petani, Bumbung', { replyTo: id });
    const asked = await given.hears('Sari kini tercatat sebagai Kepala Desa Bumbung', 'Ganti dengan Sari?');
    await camat.presses(asked, 'Ya, ganti').hears('Sari kini tercatat sebagai Kepala Desa Petani');
    await camat.says('/tunjuk sekdes Petani', { replyTo: id }).hears('Sari kini tercatat sebagai');
  });

  it('hands the office over after a yes', async () => {
    const camat = await open(stage());
    const next = await person(stage(), 'Pak Baru').says('pagi');
    const question = await camat
      .says('/tunjuk camat', { replyTo: next.id })
      .hears('Serahkan jabatan camat di bot ini kepada Pak Baru');
    const handed = camat.presses(question, 'Ya, serahkan');
    await handed.hears('Pak Baru kini tercatat sebagai Camat Bathin Solapan');
    // An edited message notifies nobody.
    expect((await handed).said.some(({ edited, text }) => !edited && text.includes('Pak Baru'))).toBe(true);
    await camat.says('/setujui').hears('Hanya camat dan Kasi');
    await person(stage(), 'Pak Baru').says('/setujui').hears('Tidak ada pendaftaran');
  });

  it.each(['1', 'A', 'ya'])('hands no office over for a %j that quotes nothing', async (words) => {
    const camat = await open(stage());
    const next = await person(stage(), 'Pak Baru').says('pagi');
    await camat
      .says('/tunjuk camat', { replyTo: next.id })
      .hears('Serahkan jabatan camat di bot ini kepada Pak Baru');
    const again = await camat.says(words).hears('membalas pesan ini', 'Serahkan jabatan camat');
    await camat.says('/setujui').hears('Tidak ada pendaftaran');
    await camat.replies(again, words).hears('Pak Baru kini tercatat sebagai Camat Bathin Solapan');
  });

  it('forgets a person who asks for it, but not the only camat', async () => {
    const camat = await open(stage());
    await camat.says('/lupakan_saya').hears('Hanya Bapak/Ibu yang tercatat sebagai camat');
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah').hears('1/7');
    const question = await petani.says('/lupakan_saya').hears('Hapus nama');
    await petani.presses(question, 'Ya').hears('sudah dihapus');
    const again = await petani.presses(question, 'Ya');
    expect(again.said.flatMap(({ buttons }) => buttons)).toEqual([]);
    await petani.says('/lapor 1').hears('kami simpan');
    await camat.says('/rekap').hears('Petani 1/7');
    await camat.says('/riwayat').hears('klinik: berdiri (kepala desa)');
  });

  it('forgets the only camat too once no group of the kecamatan is left', async () => {
    const camat = await open(stage());
    await camat.presses(await camat.says('/lepas').hears('Lepaskan'), 'Ya').hears('dilepas');
    await camat.says('/lupakan_saya ya', { privately: true }).hears('sudah dihapus');
    await person(stage(), 'Bu Baru').says(`/mulai ${stage().invitation()}`).hears('sebagai Camat');
  });
});

onEveryPlatform(
  '/undang with a name behind it',
  (stage) => {
    it('makes no code for another area than the own one, and leaves the earlier code valid', async () => {
      const camat = await open(stage());
      const privately = { privately: true };
      const first = (await camat.says('/undang', privately).hears(/\w{5}-\w{5}/)).text.match(
        /\w{5}-\w{5}/,
      )![0];
      for (const words of ['/undang Mandau', '/undang kec. Mandau ya', '/undang Petani'])
        await camat
          .says(words, privately)
          .hears('Belum ada kode baru', 'Kecamatan lain diundang oleh kabupaten');
      await camat.says(`/mulai ${first}`, { group: 'Grup kedua' }).hears('tersambung');
      await camat.says('/undang Bathin Solapan pak', privately).hears(/\w{5}-\w{5}/);
    });
  },
  ['Simulator'],
);

onEveryPlatform('a code that a group has seen', (stage) => {
  it('is used up also where it is somebody’s name, and opens nothing any more', async () => {
    const code = stage().invitation();
    await person(stage(), `Budi ${code}`).says('selamat pagi').hears('sudah terlihat di grup');
    await person(stage(), 'Sari').says(`/mulai ${code}`).hears('tidak berlaku');
  });

  it('is used up also where it is the name of who is replied to, or of the group', async () => {
    const code = stage().invitation();
    const { id } = await person(stage(), code.toLowerCase()).says('pagi', { privately: true });
    await person(stage(), 'Sari').says('pagi', { replyTo: id }).hears('sudah terlihat di grup');
  });
});

onEveryPlatform(
  'anonymous admins',
  (stage) => {
    it('knows no camat who writes anonymously', async () => {
      const code = stage().invitation();
      const admin = person(stage(), 'Admin');
      await admin.says(`/mulai ${code}`, { anonymous: true }).hears('admin anonim', 'tidak berlaku lagi');
      await admin.says(`/mulai ${code}`).hears('tidak berlaku');
    });
  },
  ['WhatsApp'],
);
