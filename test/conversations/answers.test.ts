import { expect, it } from 'vitest';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('a bare answer', (stage) => {
  it('is no answer to a question that its sender has closed by an edit', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const privately = { privately: true };
    const unclear = await petani.says('toko sudah', privately);
    await petani.says('klinik sudah', { ...privately, edits: unclear.id }).hears('klinik: berdiri');
    await petani.says('1 3', privately).hears('kantor koperasi dan simpan pinjam: berdiri');
  });

  it('stays an answer to its question when it is edited, chooses once more, and becomes no report of its own', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await register(stage(), camat, 'Budi', 'Pamesi');
    const privately = { privately: true };
    await petani.says('klinik sudah', privately).hears('Petani atau Desa Pamesi?');
    const second = await petani.says('2', privately);
    await petani
      .says('1', { ...privately, edits: second.id })
      .hears('Desa Petani (1/7)', 'klinik: berdiri', 'Desa Pamesi', 'Klinik kembali ke status belum lapor');
    await petani.says('/status Pamesi', privately).hears('klinik: belum lapor');
    await petani.says('/status Petani', privately).hears('klinik: berdiri', 'kantor koperasi: belum lapor');
  });

  it('is edited to another choice of units, also by somebody else, as long as what it recorded stands', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const first = await petani.says('/lapor toko sudah');
    const question = first.said.at(-1)!;
    const { id } = await camat.replies(question, 'yang kedua');
    await camat
      .replies(question, 'yang pertama', { edits: id })
      .hears('(1/7)', 'gerai sembako: berdiri', 'Apotek kembali ke status belum lapor');
    await camat.says('/batal').hears('Gerai sembako kembali');
    await camat.replies(question, 'yang kedua', { edits: id }).hears('tidak berlaku lagi');
  });

  it('that is edited to a number, which may be a choice or a unit, gets the question with its choices', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const privately = { privately: true };
    await petani.says('toko sudah', privately);
    const answer = await petani.says('yang kedua', privately);
    const again = await petani
      .says('1', { ...privately, edits: answer.id })
      .hears('Yang dimaksud yang mana', 'laporan sebelumnya dari pesan itu tetap tercatat');
    await petani
      .presses(again, 'Gerai sembako', privately)
      .hears('(1/7)', 'Apotek kembali ke status belum lapor');
  });

  it('is edited from a yes to a no, and back, of a unit that is lower', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah, gudang sudah');
    await stage().at('2027-04-01T02:05:00Z');
    await petani.says('/lapor klinik belum').hears('statusnya turun');
    const yes = await petani.says('ya');
    await petani.says('tidak', { edits: yes.id }).hears('Klinik kembali ke status berdiri');
    await petani.says('/lapor gudang belum').hears('statusnya turun');
    const no = await petani.says('tidak');
    await petani.says('ya', { edits: no.id }).hears('gudang: belum');
    await petani.says('tidak', { edits: no.id }).hears('Gudang kembali ke status berdiri');
    await petani.says('/status').hears('klinik: berdiri', 'gudang: berdiri');
  });

  it('counts for the question put to this person, as their next message', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor').hears('0 dari 7');
    await person(stage(), 'Tamu').says('1').hearsNothing();
    await petani.says('1 3').hears('Desa Petani (2/7)');
    await petani.says('4').hearsNothing();
    await petani.says('/lapor').hears('2 dari 7');
    await petani.says('rapatnya jam berapa ya').hearsNothing();
    await petani.says('4').hearsNothing();
    await camat.says('/rekap').hears('Petani 2/7');
  });

  it('may be the letter of a choice, of the newest question alone', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah, gudang sudah');
    await petani.says('/lapor gudang belum').hears('gudang: berdiri → belum');
    await petani.says('/lapor klinik belum').hears('klinik: berdiri → belum');
    await petani.says('A').hears('klinik: belum');
    await camat.says('/status petani').hears('gudang: berdiri', 'klinik: belum');
  });

  it('counts for a question beside an echo', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah');
    await petani
      .says('/lapor klinik belum, gudang proses')
      .hears('gudang: proses', 'Apakah benar statusnya turun');
    await petani.says('A').hears('klinik: belum');
  });

  it.each([
    ['enam', 'gudang: berdiri'],
    ['gudang', 'gudang: berdiri'],
    ['maksud saya 6', 'gudang: berdiri'],
    ['9', 'Nomor 9 tidak ada'],
    ['nomor 9', 'Nomor 9 tidak ada'],
    ['8 9', 'Nomor 8 tidak ada'],
  ])(
    'to which number was meant may be %j, and a wrong one gets the question again',
    async (words, answer) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      await petani.says('/lapor 8').hears('Nomor 8 tidak ada');
      await petani.says(words).hears(answer);
      if (answer.startsWith('Nomor')) await petani.says('7').hears('logistik: berdiri');
    },
  );

  it.each(['8 orang hadir', 'jam 9 pak', 'oke pak', 'besok saya tanya dulu'])(
    'is none that speaks of other things: %j',
    async (words) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      await petani.says('/lapor 8').hears('Nomor 8 tidak ada');
      await petani.says(words).hearsNothing();
      await petani.says('9').hearsNothing();
    },
  );

  it.each(['tidak', 'C', 'gudang', 'Petani', 'yang ketiga'])(
    'that chooses nothing gets the question again: %j',
    async (words) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      await petani.says('/lapor toko sudah').hears('gerai sembako atau apotek');
      await petani.says(words).hears('gerai sembako atau apotek');
      await petani.says('apotek').hears('apotek: berdiri');
      await camat.says('/status petani').hears('gudang: belum lapor');
    },
  );

  it('completes what the question understood, also with a status of its own', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor proses, toko sudah').hears('gerai sembako atau apotek');
    await petani.says('kios sudah').hears('kantor koperasi: proses', 'gerai sembako: berdiri');
  });

  it('of a number that may be a choice or a unit gets the question again', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const question = await petani.says('/lapor toko sudah').hears('gerai sembako atau apotek');
    await petani.says('1').hears('gerai sembako atau apotek');
    await petani.replies(question, '2').hears('gerai sembako atau apotek');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await petani.replies(question, '5').hears('apotek: berdiri');
  });

  it('that was given in time counts, however late it is delivered', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor').hears('0 dari 7');
    await stage().at('2027-04-01T05:00:00Z');
    await petani.says('1 3', { at: '2027-04-01T02:10:00.000Z' as never }).hears('Desa Petani (2/7)');
    await camat.says('/rekap').hears('Petani 2/7');
  });

  it('that comes late gets the question again, and counts then', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah');
    await petani.says('/lapor klinik belum').hears('Apakah benar statusnya turun');
    await stage().at('2027-04-01T02:15:01Z');
    const again = await petani.says('a').hears('klinik: berdiri → belum');
    expect(again.buttons).toEqual(['Ya, benar turun', 'Tidak']);
    await camat.says('/status petani').hears('klinik: berdiri');
    await petani.says('a').hears('klinik: belum');
  });

  it('of numbers gets the list again, as it stands by then, and is talk after an hour', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor').hears('0 dari 7');
    await camat.says('/lapor petani gudang sudah');
    await stage().at('2027-04-01T02:20:00Z');
    await petani.says('1 3').hears('1 dari 7', '6. ✅ gudang: berdiri');
    await stage().at('2027-04-01T03:20:01Z');
    await petani.says('1 3').hearsNothing();
    await camat.says('/rekap').hears('Petani 1/7');
  });

  it('says of units what the question asked about them', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('0 dari 7');
    const pick = await petani.presses(list, 'Masih proses').hears('Unit mana yang statusnya proses');
    await petani.replies(pick, '4').hears('4. ⏳ klinik: proses', 'Unit mana yang statusnya proses');
    await petani.says('6').hears('6. ⏳ gudang: proses', 'Unit mana yang statusnya proses');
    await petani.replies(pick, '5 7').hears('Desa Petani (0/7)', 'apotek dan logistik: proses');
    await camat.says('/rekap').hears('0/91');
  });

  it('of an old list of units in the making gets that list again', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const list = await petani.says('/lapor').hears('0 dari 7');
    const pick = await petani.presses(list, 'Masih proses').hears('Unit mana yang statusnya proses');
    await petani.replies(pick, '4').hears('klinik: proses');
    await stage().at('2027-04-01T02:20:00Z');
    await petani.says('6').hears('4. ⏳ klinik: proses', '6. ▫️ gudang', 'Unit mana yang statusnya proses');
    await petani.says('6').hears('gudang: proses');
  });

  it('is understood privately as well', async () => {
    const camat = await open(stage());
    const list = await camat.says('/lapor bumbung', { privately: true }).hears('Desa Bumbung');
    expect(list.buttons).toContain('Masih proses …');
    await camat.says('1 2', { privately: true }).hears('Desa Bumbung (2/7)');
    const which = await camat.says('/lapor', { privately: true }).hears('desa/kelurahan mana');
    await camat.says('C', { privately: true }).hears(`Desa ${which.buttons[2]}`);
    await stage().at('2027-04-01T05:00:00Z');
    await camat.says('4', { privately: true }).hears(`Desa ${which.buttons[2]}`, '0 dari 7');
    await camat.says('/rekap').hears('2/91');
  });

  it('is corrected by an edit', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor').hears('0 dari 7');
    const { id } = await petani.says('1 3');
    await petani.says('1 4', { edits: id }).hears('Desa Petani (2/7)', 'klinik');
    await camat.says('/status petani').hears('3. ▫️ simpan pinjam', '4. ✅ klinik: berdiri');
  });
});

onEveryPlatform('words without a slash', (stage) => {
  it('are commands when they are said to the bot', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const toBot = { mentionsBot: true };
    await petani.says('lapor klinik sudah', toBot).hears('Desa Petani (1/7)');
    await petani.says('Rekap', toBot).hears('1/91');
    await petani.says('bantuan', toBot).hears('/lapor');
    await petani.says('rekap', { privately: true }).hears('1/91');
    await petani.says('lapor', { privately: true }).hears('1 dari 7');
    await person(stage(), 'Sari').says('daftar Bumbung kades', toBot).hears('menunggu persetujuan');
  });

  it('show what they name, alone or with a place, where the bot is spoken to', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah').hears('1/7');
    const privately = { privately: true };
    await petani.says('status', privately).hears('Desa Petani · 1 dari 7 berdiri');
    await petani.says('Status Bumbung', privately).hears('Desa Bumbung · 0 dari 7 berdiri');
    await petani.says('riwayat petani', privately).hears('Riwayat Desa Petani');
    await petani.says('tenggat', { mentionsBot: true }).hears('15 Mei 2027');
    await camat.says('Status', privately).hears('Status desa/kelurahan mana');
    for (const words of ['bagaimana cara melapor?', 'menu'])
      await petani.says(words, privately).hears('Melapor: balas pesan saya');
    // What tells how a unit stands is no question for it.
    await petani.says('status gudang masih proses', privately).hears('gudang: proses');
  });

  it('are answered in a private chat, whatever they are, but for thanks', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const privately = { privately: true };
    for (const words of ['halo', 'apa ini?', 'besok rapat jam berapa'])
      await petani.says(words, privately).hears('Untuk melapor', '/bantuan');
    await petani.says('terima kasih, pak', privately).hearsNothing();
    const guest = person(stage(), 'Sari');
    await guest.says('halo', privately).hears('Silakan mendaftar di grup');
    await guest.says('/daftar Bumbung sekdes');
    for (const words of ['halo', '/bantuan', 'kantor sudah'])
      await guest.says(words, privately).hears('Sekretaris Desa Bumbung', 'masih menunggu persetujuan');
  });

  it('are offered as commands where they would change something, and once more as a reply', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const privately = { privately: true };
    const code = await camat.says('undang', privately).hears('Maksudnya /undang');
    await camat.presses(code, 'Ya', privately).hears('Kode untuk menyambungkan');
    const echo = await petani.says('/lapor klinik sudah').hears('1/7');
    await petani.replies(echo, 'batal').hears('Silakan balas pesan itu sekali lagi dengan /batal');
    await petani.replies(echo, '/btal').hears(/Maksudnya \/batal(@\w+)?\? Silakan balas pesan itu/);
    const undo = await petani.says('batal', privately).hears('Maksudnya /batal');
    await petani.presses(undo, 'Ya', privately).hears('Klinik kembali ke status belum lapor');
    await petani.says('/lapor gudang sudah');
    const slip = await petani.says('/btal').hears('Maksudnya /batal');
    await petani.presses(slip, 'Ya').hears('Gudang kembali ke status belum lapor');
    await camat.says('setujui semua', privately).hears('Maksudnya /setujui');
    await petani.says('setujui semua', privately).hears('Untuk melapor');
  });

  it('are talk between people when they are not', async () => {
    await open(stage());
    const guest = person(stage(), 'Tamu');
    for (const text of ['rekap', 'bantuan', 'daftar Bumbung kades', 'lapor pak']) {
      await guest.says(text).hearsNothing();
    }
  });

  it('are never commands when they are everyday words', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const echo = await petani.says('/lapor klinik sudah').hears('1/7');
    for (const text of ['batal', 'status', 'tenggat', 'mulai', 'belum', 'rapat batal']) {
      await petani.says(text);
      await petani.says(text, { mentionsBot: true });
      await petani.replies(echo, text);
    }
    await camat.says('/rekap').hears('Petani 1/7');
  });
});

onEveryPlatform('a number after the answer to a question', (stage) => {
  it('is talk, and no report for the village that was chosen', async () => {
    const camat = await open(stage());
    const which = await camat.says('/lapor 1').hears('Mohon sebutkan');
    await camat.presses(which, 'Pamesi').hears('Desa Pamesi (1/7)');
    await camat.says('2 3').hearsNothing();
    await camat.says('/status pamesi').hears('1 dari 7');
  });
});

onEveryPlatform('what is overheard', (stage) => {
  it('is taken when it is clearly a report, from those who may report', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('assalamualaikum, klinik desa kami sudah berdiri').hears('Desa Petani (1/7)');
    await petani.says('gudang sudah jadi', { photo: true }).hears('Desa Petani (2/7)');
    await person(stage(), 'Tamu').says('apotek sudah berdiri').hearsNothing();
    await camat.says('/rekap').hears('Petani 2/7');
  });

  it('is otherwise not answered', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    for (const text of ['selamat pagi bapak ibu', '2', 'rapat jam 4', 'klinik bagaimana pak?'])
      await petani.says(text).hearsNothing();
  });
});
