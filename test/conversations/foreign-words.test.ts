import { expect, it } from 'vitest';
import type { DistrictCode, Instant, VillageCode } from '../../src/domain/ids.ts';
import { type Heard, open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const forwarded = { forwarded: true } as const;
const PETANI = '14.03.16.2001' as VillageCode;

onEveryPlatform("somebody else's words", (stage) => {
  it('are known where they were copied from a chat, and a yes makes them the own report', async () => {
    const camat = await open(stage());
    const kades = await register(stage(), camat, 'Kades Petani', 'Petani');
    const pasted = '[26/11/26, 10.00.12] Pak Budi: kantor sudah beroperasi';
    await kades.says(pasted).hearsNothing();
    const asked = await kades.says(`/lapor ${pasted}`).hears('Desa Petani');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await kades.presses(asked, 'Ya, catat').hears('Dicatat');
    await camat.says('/rekap').hears('1/91');
  });

  it('overhears no report in what a head forwards, with a photo, in an album or edited', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const news = 'Alhamdulillah kantor koperasi Desa Petani sudah berdiri';
    const { id } = await petani.says(news, forwarded);
    await petani.says(news, forwarded).hearsNothing();
    await petani.says(news, { ...forwarded, photo: true }).hearsNothing();
    await petani.says(news, { ...forwarded, photo: true, album: 'a' }).hearsNothing();
    await petani.says(`${news} semua`, { ...forwarded, edits: id }).hearsNothing();
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await petani.says('/lapor kantor sudah').hears('1/7');
  });

  it('asks whose report it is when it is forwarded to the bot, and records it after a yes', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const question = await petani
      .says('kantor sudah, klinik proses', { ...forwarded, privately: true })
      .hears('diteruskan', 'Apakah ini laporan Desa Petani', 'kantor koperasi berdiri; klinik proses');
    expect(question.buttons).toEqual(['Ya, catat', 'Tidak']);
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await petani
      .presses(question, 'Ya, catat', { privately: true })
      .hears('Desa Petani (1/7)', 'klinik: proses');
    const again = await petani
      .says('gudang sudah', { ...forwarded, privately: true })
      .hears('Apakah ini laporan');
    await petani.presses(again, 'Tidak', { privately: true }).hears('tidak ada yang diubah');
    await camat.says('/rekap').hears('1/91');
  });

  it('asks about a forwarded mention of the bot, and offers the readings of what is not clear', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani
      .says('gudang sudah', { ...forwarded, mentionsBot: true })
      .hears('Apakah ini laporan Desa Petani');
    const which = await petani
      .says('toko sudah', { ...forwarded, mentionsBot: true })
      .hears('diteruskan', 'Yang dimaksud yang mana');
    expect(which.buttons).toEqual(['Gerai sembako berdiri', 'Apotek berdiri']);
    await petani.presses(which, 'Apotek').hears('Apakah ini laporan Desa Petani', 'apotek berdiri');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await petani.replies(which, 'kios').hears('Apakah ini laporan Desa Petani', 'gerai sembako berdiri');
    await petani.says('ya').hears('Desa Petani (1/7)', 'gerai sembako: berdiri');
  });

  it.each(['yang kedua', 'Pamesi', 'B'])(
    'asks whose report it is also when the village is told by %j afterwards',
    async (words) => {
      const camat = await open(stage());
      await register(stage(), camat, 'Budi', 'Petani');
      const head = await register(stage(), camat, 'Budi', 'Pamesi');
      const which = await head
        .says('klinik sudah, toko buka', { ...forwarded, mentionsBot: true })
        .hears('diteruskan', 'Desa Petani atau Desa Pamesi');
      const unit = await head.replies(which, words).hears('diteruskan', 'gerai sembako atau apotek');
      const asked = await head.replies(unit, 'apotek').hears('Apakah ini laporan Desa Pamesi');
      await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
      await head.presses(asked, 'Ya, catat').hears('Desa Pamesi (2/7)', 'apotek: beroperasi');
    },
  );

  it('runs no forwarded command and takes no forwarded label or number for a choice', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor klinik sudah').hears('1/7');
    await petani.says('/batal', forwarded).hears('tidak dijalankan', 'ketik sendiri');
    await camat.says('/lepas ya', forwarded).hears('tidak dijalankan');
    await petani.says('/lapor', forwarded).hears('tidak dijalankan');
    const question = await petani.says('/lapor klinik belum').hears('Apakah benar statusnya turun');
    await petani.replies(question, 'Ya, benar turun', forwarded);
    await petani.says('/lapor gudang sudah', forwarded).hears('Apakah ini laporan Desa Petani');
    const list = await petani.says('/lapor').hears('1 dari 7');
    await petani.says('2 3', forwarded);
    await camat.says('/rekap').hears('1/91');
    await petani.replies(list, '2 3', forwarded).hears('Apakah ini laporan');
    await camat.says('/rekap').hears('1/91');
  });

  it('says that a forwarded command is not run, also where it is one to report and reports nothing', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const echo = await petani.says('/lapor klinik sudah').hears('1/7');
    await petani.replies(echo, '/lapor Petani', forwarded).hears('yang diteruskan tidak dijalankan');
    await petani.says('/lapor gudang sudah', forwarded).hears('Apakah ini laporan Desa Petani');
  });

  it('keeps no forwarded report of somebody without a role, and has a list sent as own words', async () => {
    const camat = await open(stage());
    const budi = person(stage(), 'Budi');
    await budi.says('kantor sudah', { ...forwarded, mentionsBot: true }).hears('tulis sendiri');
    await budi.says('/daftar Petani kades').hears('menunggu');
    await camat.says('/setujui semua').hears('kini tercatat');
    await camat
      .says('Petani : kantor sudah\nAir Kulim : kantor sudah\nBuluh Manis : klinik sudah', {
        ...forwarded,
        mentionsBot: true,
      })
      .hears('tulis sendiri');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  });
});

onEveryPlatform(
  'a message that was passed on',
  (stage) => {
    it('gives no office to whoever passed it on', async () => {
      const camat = await open(stage());
      const { id } = await person(stage(), 'Orang Asing').says('Saya kades Petani, siap', forwarded);
      await camat.says('/tunjuk Petani kades', { replyTo: id }).hears('Pesan yang dibalas adalah terusan');
      await camat.says('/tunjuk camat', { replyTo: id }).hears('Pesan yang dibalas adalah terusan');
      expect(stage().store.read((tx) => tx.people.holders('14.03.16' as DistrictCode))).toHaveLength(1);
    });
  },
  ['Simulator'],
);

onEveryPlatform(
  'an edit that comes after a later one',
  (stage) => {
    it('changes nothing, as a command or in talk', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const minute = (n: number) => ({ at: `2027-04-01T02:${n}:00.000Z` as Instant });
      await stage().at('2027-04-01T02:40:00Z');
      const { id } = await petani.says('/lapor apotek proses, gudang sudah', minute(10));
      await petani.says('/lapor apotek buka', { edits: id, ...minute(30) }).hears('apotek: beroperasi');
      await petani.says('/lapor apotek sudah', { edits: id, ...minute(20) }).hearsNothing();
      await petani.says('selamat pagi', { edits: id, ...minute(25) }).hearsNothing();
      await camat.says('/status petani').hears('1 dari 7', 'apotek: beroperasi');
      await petani.says('/lapor apotek buka, gudang sudah', { edits: id, ...minute(35) }).hears('2/7');
    });
  },
  ['Simulator'],
);

onEveryPlatform('/batal that is delivered late', (stage) => {
  it('takes back what was reported before it was written', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const minute = (n: number) => ({ at: `2027-04-01T02:${n}:00.000Z` as Instant });
    await stage().at('2027-04-01T02:40:00Z');
    await petani.says('/lapor apotek sudah', minute(10));
    await petani.says('/lapor gudang sudah', minute(30));
    await petani.says('/batal', minute(20)).hears('Apotek kembali');
    await petani.says('/batal', minute(39)).hears('Gudang kembali');
  });
});

onEveryPlatform('/batal after a question', (stage) => {
  it('ends it, and takes back nothing that was reported before', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor semua sudah');
    await stage().at('2027-04-01T02:05:00Z');
    const asked = await petani.says('/lapor kantor belum').hears('Apakah benar statusnya turun');
    await petani.says('/batal').hears('Pertanyaan itu ditutup');
    await camat.says('/status petani').hears('7 dari 7');
    await petani.presses(asked, 'Ya').isAlerted(/tidak berlaku lagi/);
    await petani.says('/batal').hears('Ketujuh unit kembali');
  });

  it('takes back what its message recorded beside the question, as it does for a reply to that', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor sudah');
    await stage().at('2027-04-01T02:05:00Z');
    await petani.says('/lapor klinik sudah, kantor belum').hears('Apakah benar statusnya turun');
    await petani.says('/batal').hears('Klinik kembali');
    const which = await petani.says('/lapor toko sudah').hears('gerai sembako atau apotek');
    await petani.replies(which, '/batal').hears('Pertanyaan itu ditutup');
    await camat.says('/status petani').hears('1 dari 7', 'kantor koperasi: berdiri');
  });
});

onEveryPlatform('an edit that changes no words, or other words than those of the report', (stage) => {
  it('revives nothing that was lowered or taken back since', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const words = '/lapor klinik sudah, gudang sudah';
    const { id } = await petani.says(words, { photo: true });
    const question = await camat.says('/lapor Petani klinik belum').hears('Apakah benar statusnya turun');
    await camat.presses(question, 'Ya, benar turun').hears('klinik: belum');
    await stage().at('2027-04-01T02:10:00Z');
    await petani.says(words, { photo: true, edits: id }).hearsNothing();
    await camat.says('/status petani').hears('klinik: belum', 'gudang: berdiri');
    await petani.says('/lapor apotek sudah', { photo: true, edits: id }).hears('apotek: berdiri');
    await stage().at('2027-04-01T02:20:00Z');
    await petani.says('/batal').hears('kembali');
    await petani.says('/lapor apotek sudah', { photo: true, edits: id }).hearsNothing();
    await camat.says('/rekap').hears('0/91');
    await petani.says('/lapor klinik sudah', { photo: true, edits: id }).hears('klinik: berdiri');
  });

  it.each(['klinik sudah.', 'Klinik  SUDAH !'])(
    'revives nothing by case, spaces or closing punctuation: %j',
    async (words) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const { id } = await petani.says('/lapor klinik sudah');
      const question = await camat.says('/lapor Petani klinik belum').hears('Apakah benar statusnya turun');
      await camat.presses(question, 'Ya, benar turun').hears('klinik: belum');
      await stage().at('2027-04-01T02:10:00Z');
      await petani.says(`/lapor ${words}`, { edits: id }).hearsNothing();
      await camat.says('/status petani').hears('klinik: belum');
    },
  );

  it('revives nothing by other words for the same, or beside what it does change', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor klinik sudah, gudng proses');
    await stage().at('2027-04-01T02:05:00Z');
    const question = await camat.says('/lapor Petani klinik belum').hears('Apakah benar statusnya turun');
    await camat.presses(question, 'Ya, benar turun').hears('klinik: belum');
    await stage().at('2027-04-01T02:10:00Z');
    await petani
      .says('/lapor klinik sdh pak, gudang proses', { edits: id })
      .hears('karena sudah ada laporan yang lebih baru: klinik');
    await camat.says('/status petani').hears('klinik: belum', 'gudang: proses');
    await petani
      .says('/lapor klinik sdh pak, gudang sudah', { edits: id })
      .hears('gudang: berdiri', 'karena sudah ada laporan yang lebih baru: klinik');
    await petani.says('/lapor klinik sudah buka, gudang sudah', { edits: id }).hears('klinik: beroperasi');
  });

  it.each(['beroperasi', 'proses'])(
    'leaves standing what the camat said after it in the same second: %s before',
    async (status) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const { id } = await petani.says(`/lapor klinik ${status}, gudang sudah`);
      const answer = await camat.says('/lapor Petani klinik sudah').hears(/klinik/);
      if (answer.buttons.length > 0) await camat.presses(answer, 'Ya').hears('klinik: berdiri');
      await stage().at('2027-04-01T02:10:00Z');
      await petani
        .says(`/lapor klinik ${status}, gudang sudah buka`, { edits: id })
        .hears('gudang: beroperasi', 'karena sudah ada laporan yang lebih baru: klinik');
      await camat.says('/status petani').hears('klinik: berdiri');
    },
  );

  it('says what it takes back, which the answer of before still shows: /batal under that takes back nothing else', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const before = await petani.says('/lapor gudang sudah');
    await stage().at('2027-04-01T02:05:00Z');
    const after = await petani
      .says('/lapor klinik sudah', { edits: before.id })
      .hears(
        'klinik: berdiri',
        'laporan untuk Desa Petani berikut dibatalkan:\nGudang kembali ke status belum',
      );
    for (const who of [petani, camat])
      await who.replies(before.said.at(-1)!, '/batal').hears('diubah sesudah jawaban ini');
    await petani.replies(after, '/batal').hears('Klinik kembali');

    const both = await petani.says('/lapor apotek sudah, kantor sudah');
    await stage().at('2027-04-01T02:10:00Z');
    await petani.says('/lapor apotek sudah', { edits: both.id }).hears('Kantor koperasi kembali');
    await camat.replies(both.said.at(-1)!, '/batal').hears('Apotek kembali');
  });

  it('revives nothing that the camat took back, and corrects it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const report = await petani.says('/lapor klinik sudah, gudang sudah');
    await camat.replies(report.said.at(-1)!, '/batal').hears('dibatalkan');
    await stage().at('2027-04-01T02:10:00Z');
    await petani
      .says('/lapor klinik sdh, apotek sudah', { edits: report.id })
      .hears('apotek: berdiri', 'laporan itu sudah dibatalkan: klinik');
    await camat.says('/status petani').hears('1 dari 7', 'klinik: belum lapor');
    await petani.says('/lapor klinik sudah').hears('klinik: berdiri');
  });

  it('revives nothing that was taken back of it before it was edited for the first time', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const report = await petani.says('/lapor klinik sudah, kantor sudah');
    await camat.replies(report.said.at(-1)!, '/batal').hears('dibatalkan');
    await stage().at('2027-04-01T02:10:00Z');
    await petani.says('/lapor apotek sudah', { edits: report.id }).hears('apotek: berdiri');
    await stage().at('2027-04-01T02:20:00Z');
    await petani
      .says('/lapor apotek sudah, klinik sudah', { edits: report.id })
      .hears('apotek: berdiri', 'laporan itu sudah dibatalkan: klinik');
    await stage().at('2027-04-01T02:30:00Z');
    await petani
      .says('/lapor kantor sudah, klinik buka, gudang sudah', { edits: report.id })
      .hears('gudang: berdiri', 'klinik: beroperasi', 'laporan itu sudah dibatalkan: kantor');
    await camat
      .says('/status petani')
      .hears('2 dari 7', 'kantor koperasi: belum lapor', 'apotek: belum lapor');
  });

  it('holds up nothing of what was taken back of it where another report holds that up', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
    await petani.says('/lapor kantor sudah');
    const report = await sari.says('/lapor kantor sudah, gudang sudah');
    await camat.replies(report.said.at(-1)!, '/batal').hears('ada laporan lain');
    await stage().at('2027-04-01T02:10:00Z');
    await sari
      .says('/lapor kantor sudah, logistik sudah', { edits: report.id })
      .hears('logistik: berdiri', 'laporan itu sudah dibatalkan: kantor koperasi');
    await petani.says('/batal').hears('Kantor koperasi kembali ke status belum lapor');
  });

  it('says once more what an edit had dropped, also where the edit only asked', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
    await petani.says('/lapor klinik sudah');
    const report = await sari.says('/lapor klinik beroperasi');
    await stage().at('2027-04-01T02:10:00Z');
    await sari.says('/lapor klinik belum', { edits: report.id }).hears('Apakah benar statusnya turun');
    await stage().at('2027-04-01T02:20:00Z');
    await sari.says('/lapor klinik beroperasi', { edits: report.id }).hears('klinik: beroperasi');
  });

  it('revives nothing by the answer to a question of an edit', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const report = await petani.says('/lapor apotek sudah');
    await camat.replies(report.said.at(-1)!, '/batal').hears('dibatalkan');
    await stage().at('2027-04-01T02:10:00Z');
    const asked = await petani.says('/lapor toko sudah', { edits: report.id }).hears('yang mana');
    await petani.presses(asked, 'Apotek').hears('laporan itu sudah dibatalkan: apotek');
    await camat.says('/status petani').hears('apotek: belum lapor');
  });

  it.each(['/rekap', '/lapor', '/lapor salah, maaf', '/daftar Pamesi kades', '/lapor Pamesi kantor sudah'])(
    'leaves a report standing when it becomes %j, and says so',
    async (words) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const { id } = await petani.says('/lapor klinik sudah');
      await petani.says(words, { edits: id }).hears('laporan sebelumnya tetap tercatat');
      await camat.says('/status petani').hears('klinik: berdiri');
    },
  );

  it('leaves a report to the camat once its sender may report there no more, and says so', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor gudang sudah, kantor sudah');
    await camat.presses(await camat.says('/cabut Budi').hears('Cabut jabatan'), 'Ya').hears('Budi');
    for (const words of ['/lapor gudang sudah', '/batal'])
      await petani
        .says(words, { edits: id })
        .hears('tidak lagi tercatat di Desa Petani', 'hubungi camat atau Kasi PMD');
    await camat.says('/status petani').hears('2 dari 7');
  });

  it('is overheard where it corrects talk into a report', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('Alhamdulillah kntrr kopersi');
    await petani
      .says('Alhamdulillah kantor koperasi Desa Petani sudah berdiri', { edits: id })
      .hears('Desa Petani (1/7)');
  });

  it('corrects what was recorded by the answer to a question about it, and leaves none open', async () => {
    const camat = await open(stage());
    const { id } = await camat.says('/lapor kantor sudah');
    const which = await camat.says('/lapor klinik sudah', { edits: id }).hears('Mohon sebutkan');
    await camat.presses(which, 'Pamesi').hears('klinik: berdiri');
    await camat.says('/lapor gudang sudah', { edits: id }).hears('Desa Pamesi (1/7)', 'gudang: berdiri');
    await camat.says('/status pamesi').hears('klinik: belum lapor', 'gudang: berdiri');
    const asked = await camat.says('/lapor toko sudah', { edits: id }).hears('yang mana', 'tetap tercatat');
    await camat.presses(asked, 'Apotek').hears('Desa Pamesi (1/7)', 'apotek: berdiri');
    await camat.says('/status pamesi').hears('gudang: belum lapor');
    const talk = await camat.says('/lapor apotek sudah');
    await camat.says('selamat pagi', { edits: talk.id });
    await camat.presses(talk.said.at(-1)!, 'Bumbung').isAlerted(/tidak berlaku/);
    await camat.says('/status bumbung').hears('apotek: belum lapor');
  });

  it('revives nothing that the camat took back, also where it was the answer to a question', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await petani.says('/lapor toko sudah');
    const echo = await petani.presses(asked.said.at(-1)!, 'Gerai sembako').hears('gerai sembako: berdiri');
    await camat.replies(echo, '/batal').hears('belum lapor');
    await petani
      .says('/lapor gerai sembako sudah', { edits: asked.id })
      .hears('Belum dicatat, karena laporan itu sudah dibatalkan');
    await camat.says('/batal', { replyTo: asked.id }).hears('sudah dibatalkan');
    await camat.says('/status petani').hears('gerai sembako: belum lapor');
  });

  it('corrects what was agreed to beside what it recorded at once', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor sudah');
    await stage().at('2027-04-01T03:00:00Z');
    const both = await petani.says('/lapor klinik sudah, kantor belum');
    const lowering = both.said.find(({ buttons }) => buttons.length > 0)!;
    await petani.presses(lowering, 'Ya').hears('kantor koperasi: belum');
    await petani.says('/lapor klinik sudah, gudang proses', { edits: both.id }).hears('gudang: proses');
    await camat.says('/status petani').hears('kantor koperasi: berdiri', 'klinik: berdiri');
  });

  const question = ({ said }: Heard) => said.find(({ buttons }) => buttons.length > 0)!;

  it.each([
    ['/lapor toko sudah', 'apotek', 'apotek'],
    ['/lapor toko sudah', 'apotek berdiri', 'apotek'],
    ['/lapor toko sudah', 'yang kedua', 'apotek'],
    ['/lapor gudang sudah, gudang belum', 'sudah', 'gudang'],
    ['/lapor 9', '4', 'klinik'],
  ])('corrects what was answered in words: %j, %j', async (words, answer, unit) => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await petani.says(words);
    await petani.replies(asked.said.at(-1)!, answer).hears('1/7');
    await camat.says('/status petani').hears(`${unit}: berdiri`);
    await stage().at('2027-04-01T02:10:00Z');
    await petani.says('/lapor kantor sudah', { edits: asked.id }).hears('Desa Petani (1/7)');
    await camat.says('/status petani').hears(`${unit}: belum lapor`, 'kantor koperasi: berdiri');
  });

  it('of an answer that answered nothing takes back what the report said before it was asked about', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor kantor sudah');
    const question = await petani.says('/lapor toko sudah', { edits: id }).hears('Yang dimaksud');
    const answer = await petani.replies(question, 'hmm');
    await petani
      .replies(question, 'apotek', { edits: answer.id })
      .hears('Desa Petani (1/7)', 'apotek: berdiri', 'Kantor koperasi kembali ke status belum lapor');
  });

  it('corrects what a corrected answer recorded, and leaves what was said beside it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await petani.says('/lapor toko sudah');
    const answer = await petani.replies(question(asked), 'gerai sembako berdiri, gudang proses');
    await petani
      .says('apotek berdiri, gudang proses', { edits: answer.id, replyTo: question(asked) })
      .hears('apotek: berdiri');
    await camat.says('/status petani').hears('gerai sembako: belum lapor');
    await petani.says('/lapor klinik sudah', { edits: asked.id }).hears('klinik: berdiri');
    await camat.says('/status petani').hears('apotek: belum lapor', 'gudang: proses');
  });

  it('corrects what a chain of questions recorded, and closes the question that is open', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await register(stage(), camat, 'Budi', 'Bumbung');
    await head.says('/lapor bumbung kantor sudah');
    await stage().at('2027-04-01T03:00:00Z');
    const asked = await head.says('/lapor kantor belum');
    const lowering = await head
      .presses(question(asked), 'Desa Bumbung')
      .hears('Apakah benar statusnya turun');
    await head.presses(lowering, 'Ya').hears('kantor koperasi: belum');
    await stage().at('2027-04-01T03:10:00Z');
    await head.says('/lapor bumbung gudang proses', { edits: asked.id }).hears('gudang: proses');
    await camat.says('/status bumbung').hears('kantor koperasi: berdiri', 'gudang: proses');
    const again = await head.says('/lapor gudang belum');
    const open2 = await head.presses(question(again), 'Desa Bumbung').hears('Apakah benar statusnya turun');
    await head.says('/lapor bumbung klinik proses', { edits: again.id }).hears('klinik: proses');
    await head.presses(open2, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status bumbung').hears('gudang: proses');
  });

  it('corrects what both questions of one message recorded', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani kantor sudah');
    await camat.says('/lapor bumbung kantor sudah');
    await stage().at('2027-04-01T03:00:00Z');
    const both = await camat.says('/lapor\npetani kantor belum\nbumbung kantor belum');
    for (const each of both.said) await camat.presses(each, 'Ya').hears('kantor koperasi: belum');
    await camat.says('/lapor pamesi kantor sudah', { edits: both.id }).hears('Desa Pamesi (1/7)');
    for (const village of ['petani', 'bumbung'])
      await camat.says(`/status ${village}`).hears('kantor koperasi: berdiri');
  });

  it('that was made before an answer leaves that standing, and says so', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await petani.says('/lapor toko sudah');
    await stage().at('2027-04-01T02:05:00Z');
    await petani.presses(question(asked), 'Apotek').hears('apotek: berdiri');
    await stage().at('2027-04-01T02:20:00Z');
    await petani
      .says('/lapor gudang sudah', { edits: asked.id, at: '2027-04-01T02:02:00Z' as Instant })
      .hears('gudang: berdiri', 'Tetap tercatat, karena dijawab sesudah pesan itu diubah: apotek');
    await camat.says('/status petani').hears('apotek: berdiri', 'gudang: berdiri');
  });

  it('leaves what somebody else answered to its question standing, and names it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await petani.says('/lapor toko sudah');
    await camat.presses(question(asked), 'Apotek').hears('apotek: berdiri');
    const stands = 'Tetap tercatat, karena dijawab orang lain: apotek berdiri.';
    await petani.says('/lapor logistik sudah', { edits: asked.id }).hears('logistik: berdiri', stands);
    await petani.says('/batal', { edits: asked.id }).hears('Logistik kembali', stands);
    await stage().at('2027-04-01T02:10:00Z');
    await camat.says('/lapor petani apotek beroperasi').hears('apotek: beroperasi');
    const { said } = await petani.says('/lapor gudang sudah', { edits: asked.id });
    expect(said.at(-1)!.text).not.toContain('dijawab orang lain');
  });

  it('names what somebody else agreed to lower in answer to it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor apotek sudah');
    await stage().at('2027-04-01T02:10:00Z');
    const asked = await petani.says('/lapor apotek sudah, apotek belum');
    await stage().at('2027-04-01T02:11:00Z');
    const lowering = await camat.replies(question(asked), 'belum').hears('berdiri → belum');
    await camat.presses(lowering, 'Ya').hears('apotek: belum');
    await petani
      .says('/lapor logistik sudah', { edits: asked.id })
      .hears('Tetap tercatat, karena dijawab orang lain: apotek belum.');
  });

  it('of one of several held reports corrects that one alone', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani kantor sudah, gudang sudah');
    const budi = person(stage(), 'Budi');
    await budi.says('/daftar petani kades').hears('menunggu persetujuan');
    await stage().at('2027-04-01T02:10:00Z');
    const kantor = await budi.says('/lapor petani kantor belum');
    const gudang = await budi.says('/lapor petani gudang belum');
    const klinik = await budi.says('/lapor petani klinik sudah');
    await budi
      .presses(question(await camat.says('/setujui semua')), 'Ya')
      .hears('kantor koperasi dan gudang: belum');
    await stage().at('2027-04-01T02:20:00Z');
    await budi.says('/lapor petani klinik proses', { edits: klinik.id }).hears(/klinik: (berdiri → )?proses/);
    await camat.says('/status petani').hears('kantor koperasi: belum', 'gudang: belum');
    await budi.says('/lapor petani apotek sudah', { edits: kantor.id }).hears('apotek: berdiri');
    await camat.says('/status petani').hears('kantor koperasi: berdiri', 'gudang: belum');
    await budi.says('/lapor petani apotek proses', { edits: gudang.id });
    await camat.says('/status petani').hears('gudang: berdiri');
  });

  it('takes a report back when it becomes /batal, and nothing that was said since', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor klinik sudah');
    await petani.says('/lapor gudang sudah');
    await petani.says('/batal', { edits: id }).hears('Klinik kembali');
    await camat.says('/status petani').hears('gudang: berdiri', 'klinik: belum lapor');
  });

  it('is told what to do where it was a /batal and is no clear report now', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor gudang sudah');
    const { id } = await petani.says('/batal');
    await petani.says('klinik lah', { edits: id }).hears('belum jelas sebagai laporan');
    await petani
      .says('nanti siang saya ke kantor camat', { edits: id })
      .hears(/^Laporan yang dibatalkan oleh pesan itu tetap/);
    await petani.says('kantor sudah berdiri', { edits: id }).hears('kantor koperasi: berdiri');
  });

  it('takes nothing further back when it was a /batal before', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    await petani.says('/lapor kantor sudah');
    await petani.says('/lapor klinik sudah');
    const { id } = await petani.says('/batal');
    await petani.says('/batal dong', { edits: id }).hears('tidak ada laporan lain yang dibatalkan');
    await camat.says('/status petani').hears('kantor koperasi: berdiri', 'klinik: belum lapor');
    await petani.says('/batal').hears('Kantor koperasi kembali');
  });

  it('is answered where its group is linked no longer, without what that group cannot do', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const { id } = await petani.says('/lapor klinik sudah');
    await camat.says('/lepas ya').hears('dilepas');
    const told = await petani
      .says('/lapor gudang sudah', { edits: id })
      .hears('Laporan dari pesan itu tetap tercatat', 'tidak lagi tersambung');
    expect(told.text).not.toContain('balas pesan itu dengan /batal');
  });

  it('makes no earlier edit the last one that arrives after it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    for (const last of ['/lapor klinik proses', '/lapor klinik masih proses']) {
      await stage().at('2027-04-01T02:10:00Z');
      const { id } = await petani.says('/lapor klinik proses');
      await stage().at('2027-04-01T02:30:00Z');
      await petani.says(last, { edits: id, at: '2027-04-01T02:25:00Z' as never });
      await petani
        .says('/lapor klinik sudah', { edits: id, at: '2027-04-01T02:20:00Z' as never })
        .hearsNothing();
      await camat.says('/status petani').hears('klinik: proses');
    }
  });

  it('of a question that somebody else had put again is still about the message that led to it', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
    const first = await petani.says('/lapor toko sudah');
    const again = await sari.replies(first.said.at(-1)!, 'yang pertama sudah').hears('Yang dimaksud');
    await petani.presses(again, 'Apotek').hears('apotek: berdiri');
    await petani.says('/lapor klinik sudah', { edits: first.id }).hears('klinik: berdiri', 'Apotek');
    const other = await petani.says('/lapor toko buka');
    const open2 = await sari.replies(other.said.at(-1)!, 'yang pertama sudah').hears('Yang dimaksud');
    await petani.says('/lapor gudang sudah', { edits: other.id }).hears('gudang: berdiri');
    await sari.presses(open2, 'Apotek').isAlerted(/tidak berlaku lagi/);
  });

  it('says what the answer to its question takes back, pressed or in words', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const first = await petani.says('/lapor klinik sudah');
    const asked = await petani.says('/lapor toko sudah', { edits: first.id }).hears('Yang dimaksud');
    await petani.presses(asked, 'Apotek').hears('apotek: berdiri', 'Klinik', 'belum lapor');
    const second = await petani.says('/lapor logistik sudah');
    const again = await petani.says('/lapor toko buka', { edits: second.id }).hears('Yang dimaksud');
    await petani
      .replies(again, 'gerai sembako')
      .hears('gerai sembako: beroperasi', 'Logistik', 'belum lapor');
  });

  it('answers nothing a second time, in free talk neither', async () => {
    const camat = await open(stage());
    const petani = await register(stage(), camat, 'Budi', 'Petani');
    const unclear = await petani.says('/lapor toko sudah');
    await petani.says('/lapor toko sudah', { edits: unclear.id }).hearsNothing();
    const recap = await petani.says('/rekap');
    await petani.says('/rekap', { edits: recap.id }).hearsNothing();
    const report = 'Alhamdulillah kantor koperasi Desa Petani sudah berdiri';
    const { id } = await petani.says(report);
    await petani.says(report, { edits: id }).hearsNothing();
    await stage().at('2027-04-01T02:10:00Z');
    await petani.says(`${report}, klinik sudah`, { edits: id }).hears('Desa Petani (2/7)');
    await stage().at('2027-04-01T02:20:00Z');
    await petani.says(report, { edits: id }).hears('Desa Petani (1/7)');
  });
});

onEveryPlatform(
  'an edit of a message that was met with silence',
  (stage) => {
    it('says nothing over what was said since, where it changes no words', async () => {
      const camat = await open(stage());
      const words = 'Alhamdulillah kantor koperasi sudah berdiri dan klinik sudah berdiri';
      const talk = await person(stage(), 'Anton').says(words);
      await stage().at('2027-04-02T02:00:00Z');
      const anton = await register(stage(), camat, 'Anton', 'Pamesi');
      await camat.says('/lapor Pamesi klinik belum').hears('klinik: belum');
      await stage().at('2027-04-02T04:00:00Z');
      await anton.says(words, { edits: talk.id });
      await camat.says('/status Pamesi').hears('klinik: belum');
    });
  },
  // Only Telegram changes messages without their sender, and tells when an edited one was sent.
  ['WhatsApp', 'Simulator'],
);

onEveryPlatform(
  'an edit that comes before the answer that it changes',
  (stage) => {
    const FIRST = '5555';

    it('is a part of the report that it completes, as that answer is', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const asked = await petani.says('/lapor toko sudah');
      await petani
        .says('apotek', { edits: FIRST, replyTo: asked.said.at(-1)! })
        .hears('Desa Petani (1/7)', 'apotek: berdiri');
      await petani
        .says('/lapor klinik sudah', { edits: asked.id })
        .hears('Desa Petani (1/7)', 'klinik: berdiri', 'Apotek kembali ke status belum lapor');
    });

    it('takes back what that report said before it was asked about', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const { id } = await petani.says('/lapor kantor sudah');
      const asked = await petani.says('/lapor toko sudah', { edits: id }).hears('Yang dimaksud');
      await petani
        .says('apotek', { edits: FIRST, replyTo: asked })
        .hears('Desa Petani (1/7)', 'apotek: berdiri', 'Kantor koperasi kembali ke status belum lapor');
    });

    it('of somebody else is named as their answer', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const asked = await petani.says('/lapor toko sudah');
      await camat
        .says('apotek', { edits: FIRST, replyTo: asked.said.at(-1)! })
        .hears('Desa Petani (1/7)', 'apotek: berdiri');
      await petani
        .says('/lapor klinik sudah', { edits: asked.id })
        .hears('Desa Petani (2/7)', 'Tetap tercatat, karena dijawab orang lain: apotek berdiri.');
    });
  },
  // WhatsApp seals an edit with what its message brought; the simulator loses nothing.
  ['WhatsApp', 'Simulator'],
);

onEveryPlatform(
  'an edit that quotes the question which its message has led to',
  (stage) => {
    /** What was dealt with is forgotten after a month, the question later. */
    const pass = async (from: number, to: number) => {
      for (let day = from; day <= to; day += 1)
        await stage().at(new Date(Date.UTC(2027, 3, 1 + day, 3)).toISOString());
    };
    const wholes = () =>
      stage().store.read((tx) =>
        tx.ledger.history(PETANI, 10).map(({ message }) => tx.inbox.partOf(message)),
      );

    it('makes no message a part of itself', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const first = await petani.says('/lapor toko sudah');
      const question = first.said.at(-1)!;
      await pass(1, 34);
      await petani.says('apotek', { edits: first.id, replyTo: question });
      const again = await petani.says('/lapor toko sudah', { edits: first.id }).hears('Yang dimaksud');
      await petani.replies(again, 'gerai sembako').hears('gerai sembako: berdiri');
    });

    it('makes no message a part of what is a part of it', async () => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const first = await petani.says('/lapor toko sudah');
      await pass(1, 8);
      const answer = await petani.replies(first.said.at(-1)!, 'gerai').hears('Yang dimaksud');
      await pass(9, 34);
      await petani.says('apotek', { edits: first.id, replyTo: answer }).hears('apotek: berdiri');
      expect(wholes()).toEqual([undefined]);
    });
  },
  ['Telegram', 'Simulator'],
);
