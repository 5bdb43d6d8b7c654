import { expect, it } from 'vitest';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform(
  'a reply without words',
  (stage) => {
    it('is answered with what it was, and with what to write instead', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const list = await petani.says('/lapor').hears('0 dari 7');
      const kinds = [
        ['video', 'Video'],
        ['sticker', 'Stiker'],
        ['document', 'Berkas'],
        ['location', 'Lokasi'],
        ['contact', 'Kontak'],
        ['poll', 'Polling'],
        ['other', 'Pesan jenis ini'],
      ] as const;
      for (const [media, word] of kinds) {
        const said = await petani
          .says('', { media, replyTo: list })
          .hears(`${word} tidak dapat dibaca`, 'klinik sudah');
        expect(said.text).not.toContain('atas fotonya');
      }
      await petani.says('', { photo: true, replyTo: list }).hears('Terima kasih atas fotonya');
      await petani.says('', { media: 'sticker' }).hearsNothing();
      await petani.says('', { media: 'poll', privately: true }).hears('Polling tidak dapat dibaca');
    });
  },
  ['Simulator'],
);

onEveryPlatform('a command that is nearly one', (stage) => {
  it('may be followed by signs, and by its words at once', async () => {
    const camat = await open(stage());
    for (const typed of ['/rekap.', '/rekap!', '/Rekap?', '/rekap…', '/recap', '/rekap !!'])
      await camat.says(typed).hears('Rekap KDMP');
    await camat.says('/lapor: petani klinik sudah.').hears('Petani (1/7)');
    await camat.says('/laporan petani gudang sudah').hears('Petani (2/7)');
    await camat.says('/rekap daftar.').hears('Daftar isian');
    await camat.says('/help').hears('Melapor:');
  });

  it('is offered, and the offer knows what was said', async () => {
    const camat = await open(stage());
    const offer = await camat.says('/lapr petani klinik sudah').hears('Maksudnya /lapor');
    await camat.says('/riwayat').hears('Belum ada laporan');
    await camat.presses(offer, 'Ya').hears('Petani (1/7)');
    const other = await camat.says('/rekp').hears('Maksudnya /rekap');
    await person(stage(), 'Tamu')
      .presses(other, 'Ya')
      .isAlerted(/khusus untuk yang ditanya/);
    await camat.presses(other, 'Tidak').hears('Tidak ada yang diubah');
  });

  it("is left alone where it may be another bot's", async () => {
    const camat = await open(stage());
    for (const typed of ['/ping', '/re', '/stat', '/stats', '/warnings 3'])
      await camat.says(typed).hearsNothing();
    for (const typed of ['/lapr@bot_lain', '/rekap@bot_lain', '/rekap/2027', '/tmp/lapor']) {
      const { said } = await camat.says(typed);
      for (const { text } of said) expect(text).not.toMatch(/Maksudnya|Rekap KDMP/);
    }
    const list = await camat.says('/lapor petani').hears('0 dari 7');
    await camat.replies(list, '/ping').hears('Perintah itu tidak dikenal');
  });
});

onEveryPlatform(
  'a camat without a name',
  (stage) => {
    it('is told why nothing comes of it, and what to do', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const list = await petani.says('/lapor').hears('0 dari 7');
      const unnamed = person(stage(), 'Ibu Camat');
      for (const text of [
        '/setujui',
        '/lepas',
        '/tenggat 15/6/2027',
        '/undang',
        '/tunjuk kasi',
        '/batal',
        '/lapor petani 1',
      ])
        await unnamed.says(text, { anonymous: true }).hears('admin anonim', 'Tetap anonim');
      await unnamed
        .says('klinik sudah', { anonymous: true, replyTo: list })
        .hears('akun anonim', 'Tetap anonim');
      await unnamed.says('apa kabar semuanya', { anonymous: true, replyTo: list }).hears('admin anonim');
      await unnamed.says('apa kabar semuanya', { anonymous: true, replyTo: list }).hearsNothing();
      await unnamed.says('klinik sudah', { anonymous: true }).hearsNothing();
      await unnamed.says('/rekap', { anonymous: true }).hears('Rekap KDMP');
      await unnamed.says('/tenggat', { anonymous: true }).hears('15 Mei 2027');
      await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    });
  },
  ['WhatsApp'],
);

onEveryPlatform(
  'somebody who writes as a channel',
  (stage) => {
    it('is told why nothing comes of it, and what to do', async () => {
      const camat = await open(stage());
      const list = await camat.says('/lapor petani').hears('0 dari 7');
      const channel = { asChannel: true };
      for (const text of ['/setujui', '/daftar petani kades', '/lapor petani 1'])
        await camat.says(text, channel).hears('sebagai kanal', 'akun sendiri');
      await camat.replies(list, 'klinik sudah', channel).hears('sebagai kanal');
      await camat.says('klinik petani sudah berdiri', channel).hearsNothing();
      await camat.says('/rekap', channel).hears('Belum ada laporan dari 13 desa');
    });
  },
  ['WhatsApp', 'Simulator'],
);

onEveryPlatform('somebody who asks privately to be forgotten', (stage) => {
  it('is told there that it is done', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const question = await petani.says('/lupakan_saya', { privately: true }).hears('Hapus nama');
    await petani.presses(question, 'Ya', { privately: true }).hears('sudah dihapus');
  });
});

onEveryPlatform('a correction by editing', (stage) => {
  it('is understood after a restart too', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor klinik sudah');
    await stage().restart();
    await petani.says('/lapor apotek sudah', { edits: id }).hears('apotek: berdiri');
    await camat.says('/status petani').hears('klinik: belum lapor', 'apotek: berdiri');
  });
});

onEveryPlatform(
  'a correction whose seal cannot be opened',
  (stage) => {
    it('is said to be none, where a report stands', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const report = await petani.says('/lapor klinik sudah');
      const thanks = await petani.says('terima kasih semuanya');
      stage().store.transaction((tx) => tx.retention.prune('2027-04-20T00:00:00.000Z' as never));
      await stage().restart();
      await petani
        .says('/lapor apotek sudah', { edits: report.id })
        .hears('tidak dapat dibaca', 'pesan baru');
      await petani.says('terima kasih banyak', { edits: thanks.id }).hearsNothing();
      await camat.says('/status petani').hears('klinik: berdiri', 'apotek: belum lapor');
    });
  },
  ['Telegram', 'Simulator'],
);
