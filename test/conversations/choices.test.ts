import { expect, it } from 'vitest';
import { choiceNamed } from '../../src/bot/prompts/choosing.ts';
import type { DistrictCode, Instant, LocalDate, UserRef, VillageCode } from '../../src/domain/ids.ts';
import type { Posted } from '../../src/store/outbox.ts';
import { letteredText } from '../../src/text/choice-letters.ts';
import type { Choice } from '../../src/text/content.ts';
import { literal } from '../../src/text/markup.ts';
import { inDatabase } from '../engine.ts';
import { open, person, register, type Said, type Stage, VILLAGES } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

/** The list of open requests, which stands beside the answer. */
const listIn = (said: readonly Said[]): Said =>
  said.find(({ text }) => text.startsWith('Pendaftaran yang menunggu'))!;

onEveryPlatform('a letter', (stage) => {
  it('means what its reader saw, in a list that has changed since', async () => {
    const camat = await open(stage());
    const seen = await person(stage(), 'Orang Asing')
      .says('/daftar Pamesi kades')
      .hears('Orang Asing sebagai');
    expect(seen.buttons[1]).toMatch(/^Tolak Orang Asing/);
    // Petani stands before Pamesi: what was B is E in a list that is counted again.
    await person(stage(), 'Budi').says('/daftar Petani kades').hears('Budi sebagai', 'Orang Asing sebagai');
    await camat
      .replies(seen, 'B')
      .hears('Pendaftaran Orang Asing sebagai Kepala Desa Pamesi tidak disetujui');
    await camat.replies(seen, 'b').hears('Pilihan itu sudah tidak berlaku', 'Budi sebagai');
    await camat.replies(seen, 'A').hears('tidak berlaku lagi');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
    await person(stage(), 'Orang Asing').says('/lapor kantor sudah').hears('kami simpan');
  });

  it('is never given to something else in one message', async () => {
    const camat = await open(stage());
    const list = await person(stage(), 'Andi').says('/daftar Petani kades').hears('Andi sebagai');
    await camat.presses(list, 'Tolak Andi').hears('tidak disetujui');
    await person(stage(), 'Sari').says('/daftar Bumbung sekdes').hears('Sari sebagai');
    await camat.replies(list, 'A').hears('Pilihan itu sudah tidak berlaku');
    await camat.says('/setujui').hears('Sari sebagai');
  });
});

onEveryPlatform('a letter that nobody saw', (stage) => {
  it('decides about nobody: "t" is a no, and "y" a yes, where it stands beside no choice', async () => {
    const camat = await open(stage());
    for (const village of VILLAGES)
      await person(stage(), `Calon ${village}`).says(`/daftar ${village} kades`);
    const list = await camat.says('/setujui').hears('menunggu persetujuan');
    expect(list.buttons.length).toBeGreaterThan(26);
    const requests = () => stage().store.read((tx) => tx.people.requests('14.03.16' as DistrictCode));
    for (const word of ['t', 'y', 'p', 'n', 'ok']) await camat.replies(list, word);
    expect(requests()).toHaveLength(VILLAGES.length);
  });
});

it('"n" and "t" are a no to a question whose letters they are none of', () => {
  const choices = [
    { label: 'Ya, cabut', command: '/cabut 9 ya' },
    { label: 'Tidak', command: '/tetap' },
  ];
  const ask = (some: readonly Choice[]) =>
    ({ content: { text: literal('?'), choices: some }, context: {} }) as unknown as Posted;
  for (const word of ['n', 'T', 't.', 'no', 'gk'])
    expect(choiceNamed(ask(choices), word, letteredText(choices))).toBe(choices[1]);
  const lettered = [{ ...choices[0]!, letter: 'T' }, choices[1]!];
  expect(choiceNamed(ask(lettered), 't', letteredText(lettered))).toBe(lettered[0]);
});

it('a letter is no choice where people say the same two letters', () => {
  const choices = [{ label: 'Setujui Orang Asing · Pamesi', command: '/setujui 9', letter: 'OK' }];
  const prompt = { content: { text: literal('?'), choices }, context: {} } as unknown as Posted;
  expect(choiceNamed(prompt, 'ok', letteredText(choices))).toBeUndefined();
  expect(choiceNamed(prompt, 'setujui orang asing · pamesi', letteredText(choices))).toBe(choices[0]);
});

onEveryPlatform('open requests', (stage) => {
  it('tell two of one name apart', async () => {
    const camat = await open(stage());
    const ask = (n: number, village: string, sign?: string) =>
      stage().store.transaction(({ people }) =>
        people.ask(
          people.findOrAdd([`telegram:w${n}` as UserRef], 'Budi'),
          'pendamping',
          village as VillageCode,
          '2027-04-01T02:00:00.000Z' as Instant,
          sign,
        ),
      );
    ask(1, '14.03.16.2001', '@budi_petani');
    ask(2, '14.03.16.2001', '…7890');
    const list = await camat
      .says('/setujui')
      .hears('@budi_petani, 1 Apr 09.00 WIB', '…7890, 1 Apr 09.00 WIB');
    expect(new Set(list.buttons).size).toBe(5);
    await camat.presses(list, 'Setujui Budi (…7890').hears('Budi kini tercatat');
    const asked = await camat.says('/setujui').hears('@budi_petani');
    await camat.presses(asked, 'Setujui Budi').hears('Budi kini tercatat');
    // Who holds an office is known by no sign any more.
    const revoked = await camat.says('/cabut Petani').hears('Jabatan mana yang dicabut?');
    expect(new Set(revoked.buttons).size).toBe(3);
  });

  it('tell a head from who would replace them under the same name', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Budi', 'Petani');
    await person(stage(), 'B\u200budi').says('/daftar Petani kades').hears('menunggu persetujuan');
    const list = await camat.says('/setujui').hears('Budi');
    await camat
      .presses(list, 'Setujui Budi')
      .hears(/diwakili Budi \([^)]*WIB\)\. Ganti dengan B\S*udi \([^)]*WIB\)\?/);
  });

  it('of one account for several villages are approved one by one only', async () => {
    const camat = await open(stage());
    for (const village of ['Petani', 'Bumbung'])
      await person(stage(), 'Rakus').says(`/daftar ${village} bpd`);
    const { said } = await person(stage(), 'Sari').says('/daftar Pamesi bpd');
    expect(listIn(said).text).toMatch(
      /Sari sebagai [\s\S]*satu akun mendaftar untuk beberapa desa\):\n• Rakus sebagai Anggota BPD Desa Petani/,
    );
    await camat.says('/setujui').hears('Sari sebagai');
    await camat.says('/setujui semua').hears('Sari kini tercatat', 'satu per satu: Rakus.');
    const list = await camat.says('/setujui').hears('Rakus sebagai');
    await camat.presses(list, 'Setujui Rakus').hears('Rakus kini tercatat');
  });

  it('are approved together as far as the list showed them', async () => {
    const camat = await open(stage());
    await person(stage(), 'Andi').says('/daftar Petani bpd');
    const { said } = await person(stage(), 'Sari').says('/daftar Pamesi bpd');
    const seen = listIn(said);
    expect(seen.buttons[0]).toBe('Setujui semua');
    stage().store.transaction(({ people }) =>
      people.ask(
        people.findOrAdd(['telegram:w9' as UserRef], 'Menyusul'),
        'bpd',
        '14.03.16.2005' as VillageCode,
        '2027-04-01T02:00:00.000Z' as Instant,
      ),
    );
    await camat.presses(seen, 'Setujui semua').hears('Kini tercatat:', '• Andi: ', '• Sari: ');
    await camat.says('/setujui').hears('Menyusul sebagai');
  });

  it.each(['/setujui semua', '/tolak semua'])(
    'are not decided by %s before the list showed them',
    async (all) => {
      const camat = await open(stage());
      await person(stage(), 'Andi').says('/daftar Petani bpd').hears('Andi sebagai');
      // The list is edited, of which nobody is notified.
      const { said } = await person(stage(), 'Menyusul').says('/daftar Pamesi kades');
      expect(listIn(said)).toMatchObject({ edited: true, text: expect.stringContaining('Menyusul sebagai') });
      await camat.says(all).hears('Belum ada yang diputuskan', 'Andi sebagai', 'Menyusul sebagai');
      await camat
        .replies(listIn(said), all)
        .hears('Belum ada yang diputuskan', 'Andi sebagai', 'Menyusul sebagai');
      await camat
        .says(all)
        .hears(/(Kini tercatat|tidak disetujui):\n• (Andi|Menyusul): .*\n• (Andi|Menyusul): /);
      await camat.says('/setujui').hears('Tidak ada pendaftaran');
      await camat.says(all).hears('Tidak ada pendaftaran');
    },
  );

  it.each([
    ['Setujui semua', 'tidak berlaku'],
    ['A', 'mohon jawab dengan membalas pesan ini'],
  ])('are not decided by %j, unquoted, under a list that has changed since', async (words, why) => {
    const camat = await open(stage());
    await person(stage(), 'Andi').says('/daftar Petani bpd');
    await person(stage(), 'Sari').says('/daftar Bumbung bpd');
    await camat.says('/setujui').hears('Andi sebagai', 'Sari sebagai');
    const { said } = await person(stage(), 'Menyusul').says('/daftar Pamesi kades');
    expect(listIn(said).edited).toBe(true);
    const again = await camat.says(words).hears(why, 'Andi sebagai', 'Menyusul sebagai');
    await camat.replies(again, 'Setujui semua').hears('Kini tercatat:', '• Andi: ', '• Menyusul: ');
  });

  it('are approved together by the words that the edited list shows', async () => {
    const camat = await open(stage());
    await person(stage(), 'Andi').says('/daftar Petani kades');
    await person(stage(), 'Budi').says('/daftar Pamesi kades');
    const { said } = await person(stage(), 'Sari').says('/daftar Bumbung kades');
    expect(listIn(said).edited).toBe(true);
    await camat
      .replies(listIn(said), 'Setujui semua')
      .hears('Kini tercatat:', '• Andi: ', '• Budi: ', '• Sari: ');
  });

  it('are not decided together by a list that scrolled away, or that came after the words', async () => {
    const camat = await open(stage());
    await person(stage(), 'Andi').says('/daftar Petani bpd').hears('Andi sebagai');
    await stage().at('2027-04-01T15:00:00Z');
    await camat.says('/setujui semua').hears('Belum ada yang diputuskan', 'Andi sebagai');
    await camat
      .says('/setujui semua', { at: '2027-04-01T14:59:00Z' as Instant })
      .hears('Belum ada yang diputuskan');
    await camat.says('/setujui semua').hears('Andi kini tercatat');
  });

  it('are decided on by name after a yes, where the name is one', async () => {
    const camat = await open(stage());
    await person(stage(), 'Sari Dewi').says('/daftar Petani kades');
    await person(stage(), 'Budi').says('/daftar Pamesi kades');
    await person(stage(), 'Budi Lain').says('/daftar Bumbung kades');
    const asked = await camat.says('/setujui Bu Sari').hears('Setujui Sari Dewi sebagai Kepala Desa Petani');
    expect(asked.buttons).toEqual(['Ya, setujui', 'Tidak']);
    await camat.presses(asked, 'Tidak').hears('Tidak ada yang diubah');
    await camat.says('/setujui budi').hears('Pendaftaran yang menunggu', 'Budi sebagai', 'Budi Lain sebagai');
    await camat.says('/setujui Rina').hears('Pendaftaran yang menunggu', 'Sari Dewi sebagai');
    const no = await camat.says('/tolak pamesi').hears('Tolak pendaftaran Budi sebagai Kepala Desa Pamesi');
    await camat.replies(no, 'ya').hears('Pendaftaran Budi sebagai Kepala Desa Pamesi tidak disetujui');
    const yes = await camat.says('/setujui Sari').hears('Setujui Sari Dewi');
    await camat.presses(yes, 'Ya').hears('Sari Dewi kini tercatat');
  });

  it('are told apart where a letter of another script makes one name look like another', async () => {
    const camat = await open(stage());
    await person(stage(), 'Sari').says('/daftar Petani kades');
    const { said } = await person(stage(), 'S\u0430ri').says('/daftar Pamesi kades');
    for (const button of listIn(said).buttons.filter((each) => each.includes('ri')))
      expect(button).toMatch(/ri \(.+\) ·/);
    await camat.presses(listIn(said), 'Tolak S\u0430ri').hears('tidak disetujui');
  });

  it.each(['setuju', 'ya', 'Acc, Pak'])('are shown again after %j as a reply to the list', async (words) => {
    const camat = await open(stage());
    const list = await person(stage(), 'Budi').says('/daftar Petani kades').hears('Budi sebagai');
    await camat.replies(list, words).hears('Pendaftaran', 'Budi sebagai');
  });

  it('are decided by no typed number, and by no "semua" under a list that has changed', async () => {
    const camat = await open(stage());
    await person(stage(), 'Orang Asing').says('/daftar Pamesi kades');
    const { said } = await person(stage(), 'Budi').says('/daftar Petani kades');
    for (const words of ['/setujui semua 2', '/setujui semua', '/tolak semua'])
      await camat.replies(listIn(said), words).hears('Budi sebagai', 'Orang Asing sebagai');
    for (const words of ['/setujui 1', '/setujui 2', '/tolak 2'])
      await camat.replies(listIn(said), words).hears(/(Budi|Orang Asing) sebagai/);
    const newest = await camat.says('/setujui').hears('Budi sebagai', 'Orang Asing sebagai');
    await camat.presses(newest, 'Setujui Budi').hears('Budi kini tercatat');
  });

  it('forge no line and no markup with a name or a title', async () => {
    const camat = await open(stage());
    const forged = 'Budi\n\nA. Setujui semua </b>*@kdmp_bot*\u202e /lepas';
    const { said } = await person(stage(), forged).says('/daftar Petani kades');
    const list = listIn(said);
    expect(list.text).toMatch(/^• Budi A\. Setujui semua b kdmp bot lepas sebagai Kepala Desa Petani/m);
    expect(list.buttons).toEqual([
      'Setujui Budi A. Setujui semua b kdmp bot lepas · Petani',
      'Tolak Budi A. Setujui semua b kdmp bot lepas · Petani',
    ]);
    await camat.presses(list, 'Tolak').hears('tidak disetujui');
    const { id } = await person(stage(), forged).says('pagi');
    await camat
      .says('/tunjuk camat', { replyTo: id })
      .hears('Serahkan jabatan camat di bot ini kepada Budi A. Setujui semua b kdmp bot lepas?');
  });
});

onEveryPlatform(
  '"Setujui semua" where a phone quotes an earlier form of the list',
  (stage) => {
    it('decides nothing once a newer list stands', async () => {
      const camat = await open(stage());
      await person(stage(), 'Andi').says('/daftar Petani kades');
      const { said } = await person(stage(), 'Budi').says('/daftar Pamesi kades');
      const seen = listIn(said);
      await person(stage(), 'Sari').says('/daftar Bumbung kades').hears('Sari sebagai');
      await camat.says('/setujui').hears('Sari sebagai');
      await camat.replies(seen, 'Setujui semua').hears('tidak berlaku');
      await camat.says('/setujui').hears('Andi sebagai', 'Budi sebagai', 'Sari sebagai');
    });

    it('approves these though the list has grown in place', async () => {
      const camat = await open(stage());
      await person(stage(), 'Andi').says('/daftar Petani kades');
      const { said } = await person(stage(), 'Budi').says('/daftar Pamesi kades');
      await person(stage(), 'Sari').says('/daftar Bumbung kades').hears('Sari sebagai');
      await camat.replies(listIn(said), 'Setujui semua').hears('• Andi: ', '• Budi: ');
      const left = await camat.says('/setujui').hears('Sari sebagai');
      expect(left.buttons).toEqual(['Setujui Sari · Bumbung', 'Tolak Sari · Bumbung']);
    });
  },
  ['Telegram', 'Simulator'],
);

/** Two heads of one name; the second, of Pamesi, is asked which of the two is meant, and answers. */
async function answersVillage(stage: Stage, words: string): Promise<void> {
  const camat = await open(stage);
  await register(stage, camat, 'Budi', 'Petani');
  const head = await register(stage, camat, 'Budi', 'Pamesi');
  const asked = await head.says('/lapor klinik sudah').hears('Yang dimaksud Desa Petani atau Desa Pamesi?');
  expect(asked.buttons).toEqual(['Desa Petani', 'Desa Pamesi']);
  await head.replies(asked, words).hears('Dicatat untuk Desa Pamesi (1/7)', 'klinik: berdiri');
  await camat.says('/rekap').hears('1/91');
}

async function takesSecond(stage: Stage, words: string): Promise<void> {
  const camat = await open(stage);
  const head = await register(stage, camat, 'Budi', 'Petani');
  const asked = await head.says('/lapor toko sudah').hears('gerai sembako atau apotek');
  await head.replies(asked, words).hears('apotek: berdiri');
  await camat.says('/status petani').hears('gerai sembako: belum lapor');
}

async function isAskedAgain(stage: Stage, words: string): Promise<void> {
  const camat = await open(stage);
  const head = await register(stage, camat, 'Budi', 'Petani');
  const asked = await head.says('/lapor toko proses').hears('gerai sembako atau apotek');
  await head.replies(asked, words).hears('gerai sembako atau apotek');
  await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  await camat.says('/status petani').hears('kantor koperasi: belum lapor', 'apotek: belum lapor');
  await head.replies(asked, 'apotek').hears('apotek: proses');
}

async function isAskedWhichAgain(stage: Stage, words: string): Promise<void> {
  const camat = await open(stage);
  await register(stage, camat, 'Budi', 'Petani');
  const head = await register(stage, camat, 'Budi', 'Pamesi');
  const village = await head.says('/lapor klinik sudah').hears('Desa Petani atau Desa Pamesi');
  await head.replies(village, words).hears('Desa Petani atau Desa Pamesi');
  await head.replies(village, 'terima kasih pak').hearsNothing();
  await head.replies(village, 'mksh bu').hearsNothing();
  const unit = await head.says('/lapor petani toko sudah').hears('yang mana');
  await head.replies(unit, words).hears('yang mana');
  await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  await head.replies(village, 'Pak Pamesi').hears('Dicatat untuk Desa Pamesi (1/7)');
}

onEveryPlatform('a question', (stage) => {
  it.each(['2', 'yang kedua', 'Pamesi', 'B'])('which village was meant is answered by %j', (words) =>
    answersVillage(stage(), words),
  );

  it.each(['1 3 5', 'apotek'])(
    'which village was meant is asked anew about %j, other units',
    async (words) => {
      const camat = await open(stage());
      await register(stage(), camat, 'Budi', 'Petani');
      const head = await register(stage(), camat, 'Budi', 'Pamesi');
      for (const [who, question] of [
        [head, 'Desa Petani atau Desa Pamesi'],
        [camat, 'Mohon sebutkan desa'],
      ] as const) {
        const asked = await who.says('/lapor klinik sudah').hears(question);
        const anew = await who.replies(asked, words).hears(question);
        const button = anew.buttons.find((label) => label.endsWith('Pamesi'))!;
        await who.presses(anew, button).hears('Desa Pamesi', 'apotek');
        await camat.says('/status pamesi').hears('klinik: belum lapor', 'apotek: berdiri');
      }
    },
  );

  it('which village was meant is answered by a button, and by the next message, by the one who was asked', async () => {
    const camat = await open(stage());
    const air = await register(stage(), camat, 'Sari', 'Petani');
    const asked = await camat.says('/lapor gudang sudah jadi').hears('Mohon sebutkan desa');
    expect(asked.buttons).toHaveLength(13);
    await air.presses(asked, 'Petani').isAlerted(/khusus untuk yang ditanya/);
    await camat.presses(asked, 'Petani').hears('Dicatat untuk Desa Petani (1/7)', 'gudang: berdiri');
    await camat.says('/lapor apotek sudah').hears('Mohon sebutkan desa');
    await camat.says('Bumbung').hears('Dicatat untuk Desa Bumbung (1/7)', 'apotek: berdiri');
    await camat.says('/rekap').hears('2/91');
  });

  it('of villages that nobody knows is answered by the name of one, with its units', async () => {
    const camat = await open(stage());
    const asked = await camat.says('/lapor desa sukamaju klinik sudah').hears('Mohon sebutkan desa');
    await camat.says('Pamesi').hears('Desa Pamesi · 0 dari 7');
    await camat.replies(asked, 'desa Petani pak').hears('Desa Petani · 0 dari 7');
  });

  it('which kecamatan was meant is answered by its name, or that of a village of it', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    stage().store.transaction((tx) => {
      const [{ person: holder } = { person: null }] = tx.people.holders('14.03.16.2001' as VillageCode);
      const now = '2027-04-01T02:00:00.000Z' as Instant;
      tx.chats.open('14.03.09' as DistrictCode, '2027-05-15' as LocalDate, now);
      tx.people.give(holder!, 'lurah', '14.03.09.1001' as VillageCode, now);
    });
    const privately = { privately: true };
    for (const words of ['Mandau', 'Mandau pak', 'yang Mandau', 'kec. Mandau', 'kelurahan Air Jamban']) {
      await budi.says('simpan pinjam sudah', privately).hears('Untuk kecamatan mana?');
      await budi.says(words, privately).hears('Air Jamban', 'simpan pinjam: berdiri');
      await budi.says('/batal', privately).hears('Untuk kecamatan mana?');
      await budi.says(words, privately).hears('Simpan pinjam', 'belum lapor');
    }
    await budi.says('simpan pinjam sudah', privately).hears('Untuk kecamatan mana?');
    await budi.says('Sebangar', privately).hears('Hanya aparat Desa Sebangar');
  });

  it('is not answered by a question', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor klinik sudah').hears('klinik: berdiri');
    const asked = await budi.says('/lapor klinik belum').hears('Apakah benar statusnya turun');
    await budi.replies(asked, 'ya?');
    await budi.says('/status').hears('klinik: berdiri');
    await budi.replies(asked, 'ya').hears('klinik: belum');
  });

  it('is not answered by the command of its "Tidak", which nobody types', async () => {
    const camat = await open(stage());
    const asked = await camat.says('/lepas').hears('Lepaskan');
    await camat.replies(asked, '/tetap').hearsNothing();
    await camat.presses(asked, 'Tidak').hears('Tidak ada yang diubah');
  });

  it('of many choices takes the last by its words', async () => {
    const camat = await open(stage());
    const asked = await camat.says('/lapor gudang sudah jadi').hears('Mohon sebutkan desa');
    const last = asked.buttons.at(-1)!;
    await camat.replies(asked, last).hears(`Dicatat untuk Desa ${last} (1/7)`, 'gudang: berdiri');
    await camat.says('/rekap').hears('1/91');
  });

  it('of two readings takes the second by "yang kedua"', () => takesSecond(stage(), 'yang kedua'));

  it.each(['semua', '2', '②', 'ke dua sudah'])(
    'of two readings is asked again after %j, and records nothing',
    (words) => isAskedAgain(stage(), words),
  );

  it.each(['ya, semua', 'gudang', '6'])('whether to lower is asked again after %j', async (words) => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah');
    const asked = await head.says('/lapor klinik belum').hears('Apakah benar statusnya turun?');
    await head.replies(asked, words).hears('Apakah benar statusnya turun?');
    await camat
      .says('/status petani')
      .hears('klinik: berdiri', 'gudang: belum lapor', 'logistik: belum lapor');
    await head.replies(asked, 'gudang sudah').hears('gudang: berdiri');
  });

  it.each(['kios', 'kios sudah'])('that understood a part keeps it when %j is answered', async (words) => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await head.says('/lapor kantor proses, toko sudah').hears('gerai sembako atau apotek');
    await head.replies(asked, words).hears('kantor koperasi: proses', 'gerai sembako: berdiri');
    await head.presses(asked, 'Apotek').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('apotek: belum lapor');
    await stage().at('2027-04-01T02:01:00Z');
    const { id } = await head.replies(asked, 'kios sudah');
    await head
      .says('kios buka', { edits: id, replyTo: asked })
      .hears('gerai sembako: beroperasi', 'Sudah tercatat sebelumnya', 'kantor koperasi proses');
  });

  it('that understood a part takes the name of a unit that quotes nothing', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor kantor sudah, toko proses').hears('gerai sembako atau apotek');
    await head.says('Kios, Pak').hears('kantor koperasi: berdiri', 'gerai sembako: proses');
  });

  it('that understood a part takes several units for an answer, and what was reported since as newer', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await head.says('/lapor kantor sudah, toko proses').hears('gerai sembako atau apotek');
    await stage().at('2027-04-01T02:05:00Z');
    await head.says('/lapor kantor buka').hears('kantor koperasi: beroperasi');
    await head
      .replies(asked, 'kios dan apotek')
      .hears('gerai sembako dan apotek: proses', 'sudah ada laporan yang lebih baru: kantor koperasi');
    await camat.says('/status petani').hears('kantor koperasi: beroperasi', 'apotek: proses');
  });

  it('that understood a part takes it as said then, where a button is pressed later', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await head.says('/lapor toko sudah, klinik proses').hears('gerai sembako atau apotek');
    await stage().at('2027-04-01T02:05:00Z');
    await camat.says('/lapor Petani klinik belum').hears('klinik: belum');
    const again = await head.replies(asked, 'hmm').hears('gerai sembako atau apotek');
    await head.presses(again, 'Apotek').hears('apotek: berdiri', 'sudah ada laporan yang lebih baru: klinik');
    await camat.says('/status petani').hears('klinik: belum', 'apotek: berdiri');
  });

  it('that understood a part keeps what it says of another unit with the one that words choose', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const first = await head.says('/lapor apotek belum, toko sudah').hears('gerai sembako atau apotek');
    await head.replies(first, 'yang sembako').hears('gerai sembako: berdiri', 'apotek: belum');
    await stage().at('2027-04-01T02:05:00Z');
    const second = await head.says('/lapor gerai sembako buka, toko proses, gudang sudah');
    await head
      .replies(second.said.at(-1)!, 'apotek')
      .hears('gerai sembako: beroperasi', 'apotek: proses', 'gudang: berdiri');
  });

  it('that understood a part is completed by words that quote nothing, in a private chat', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const privately = { privately: true };
    await head.says('kantor sudah, 9 sudah', privately).hears('Nomor 9 tidak ada');
    await head.says('7', privately).hears('kantor koperasi dan logistik: berdiri');
    await camat.says('/rekap').hears('2/91');
  });

  it.each(['sudah', 'Sudah berdiri, Pak'])('how a unit stands is answered by %j', async (words) => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const asked = await head
      .says('/lapor klinik sudah ada lahan')
      .hears('Klinik', 'masih proses, atau belum');
    await head.replies(asked, words).hears('Desa Petani (1/7)', 'klinik: berdiri');
    await head.says('/lapor gudang rencana bulan depan').hears('Gudang', 'Bagaimana kondisinya');
    await head.says('oke pak').hearsNothing();
    await head.says('/lapor gudang rencana bulan depan').hears('Gudang');
    await head.says('masih proses, pak').hears('gudang: proses');
    await head.says('sudah').hearsNothing();
  });

  it.each(['ya', 'Desa Petni'])('which of two is asked again after %j', (words) =>
    isAskedWhichAgain(stage(), words),
  );

  it.each([
    ['iya', 'klinik: belum'],
    ['Benar, Pak', 'klinik: belum'],
    ['jangan', 'tidak ada yang diubah'],
    ['tdk', 'tidak ada yang diubah'],
  ])('whether to lower is answered by %j', async (words, outcome) => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah');
    const asked = await head.says('/lapor klinik belum').hears('statusnya turun?');
    await head.replies(asked, words).hears(outcome);
  });

  it('is not answered by what was said before it and came late, and waits on', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await stage().at('2027-04-01T02:30:00Z');
    await head.says('/lapor klinik sudah').hears('klinik: berdiri');
    await head.says('/lapor klinik belum').hears('Apakah benar statusnya turun?');
    await head.says('ya', { at: '2027-04-01T02:20:00.000Z' as Instant }).hearsNothing();
    await camat.says('/riwayat petani').hears(/^(?!.*belum)/s);
    await head.says('ya').hears('klinik: belum');
  });

  it('to whom the office goes is closed by a newer one about somebody else', async () => {
    const camat = await open(stage());
    const { id: first } = await person(stage(), 'Siti').says('pagi');
    const { id: second } = await person(stage(), 'Rudi').says('pagi juga');
    const old = await camat.says('/tunjuk camat', { replyTo: first }).hears('kepada Siti');
    const said = (await camat.says('/tunjuk camat', { replyTo: second })).said;
    await camat.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.presses(said.find(({ text }) => text.includes('Rudi'))!, 'Ya').hears('Rudi kini tercatat');
  });

  it('that an edit overtakes is closed, and an old yes changes nothing', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah, gudang sudah');
    const report = await head.says('/lapor klinik belum');
    const old = report.said.at(-1)!;
    const edited = await head.says('/lapor klinik belum, apotek sudah', { edits: report.id });
    const closed = edited.said.find(({ id }) => id === old.id)!;
    expect(closed).toMatchObject({ text: expect.stringContaining('tidak berlaku lagi'), buttons: [] });
    const asked = edited.said.find(({ buttons }) => buttons.length === 2)!;
    await head.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
    await head.replies(old, 'A').hears('tidak berlaku lagi');
    await head.replies(old, 'ya').hears('tidak berlaku lagi');
    await camat.says('/status petani').hears('klinik: berdiri');
    await head.presses(asked, 'Tidak').hears('tidak ada yang diubah');
    await head.replies(asked, 'A').hears('tidak berlaku');
    await camat.says('/status petani').hears('klinik: berdiri');
  });

  it.each(['sembako', 'Gerai sembako, Pak', 'sudah', 'siapa tadi'])(
    'that an edit overtook records nothing for %j',
    async (words) => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const report = await head.says('/lapor petani gudang sudah, toko belum');
      const old = report.said.at(-1)!;
      await head
        .says('/lapor petani gudang proses, toko belum', { edits: report.id })
        .hears('gerai sembako atau apotek');
      await head.replies(old, words).hears('tidak berlaku lagi');
      await head.replies(old, 'terima kasih, Pak').hearsNothing();
      await camat.says('/status petani').hears('gudang: belum lapor', 'gerai sembako: belum lapor');
      await head.replies(old, 'gerai sembako sudah').hears('gerai sembako: berdiri');
    },
  );

  it('that an edit overtook is said to be closed to who names a village', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Budi', 'Petani');
    const head = await register(stage(), camat, 'Budi', 'Pamesi');
    const report = await head.says('/lapor klinik sudah');
    const old = report.said.at(-1)!;
    await head.says('/lapor apotek sudah', { edits: report.id }).hears('Desa Petani atau Desa Pamesi');
    await head.replies(old, 'Pamesi').hears('tidak berlaku lagi');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  });

  it('that was answered before closes no newer one when it is answered again', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah');
    const old = await head.says('/lapor klinik belum').hears('Apakah benar statusnya turun?');
    await head.replies(old, 'tidak').hears('tidak ada yang diubah');
    const asked = await head.says('/lapor klinik proses').hears('klinik: berdiri → proses');
    await head.replies(old, 'ya').hears('tidak berlaku lagi');
    await head.replies(asked, 'ya').hears('klinik: proses');
  });

  it('is answered once by a second tap on its yes', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor kantor sudah');
    await budi.says('/lapor klinik sudah');
    const offer = await budi.says('/batl').hears('Maksudnya /batal');
    await budi.presses(offer, 'Ya').hears('Klinik kembali');
    await budi.presses(offer, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('kantor koperasi: berdiri');
  });

  it('that was answered is not answered otherwise by another press', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah');
    const lowering = await head.says('/lapor klinik belum').hears('Apakah benar statusnya turun?');
    await head.presses(lowering, 'Tidak').hears('tidak ada yang diubah');
    await head.presses(lowering, 'Ya').isAlerted(/tidak berlaku lagi/);
    const shop = await head.says('/lapor toko sudah').hears('gerai sembako atau apotek');
    await head.presses(shop, 'Apotek').hears('apotek: berdiri');
    await head.presses(shop, 'Gerai').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('2 dari 7', 'klinik: berdiri');
    const { id } = await person(stage(), 'Siti').says('pagi');
    const office = await camat.says('/tunjuk camat', { replyTo: id }).hears('kepada Siti');
    await camat.presses(office, 'Ya').hears('Siti kini tercatat');
    await camat.presses(office, 'Ya').isAlerted(/tidak berlaku lagi/, /tidak berlaku lagi|Hanya camat/);
  });

  it.each(['apotek', 'apotek sudah', 'yang kedua', 'B'])(
    'stays open when somebody else is refused who answers it with %j',
    async (words) => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const other = await register(stage(), camat, 'Sari', 'Pamesi');
      const asked = await head.says('/lapor toko sudah').hears('gerai sembako atau apotek');
      await other.replies(asked, words).hears(/aparat/);
      await head.replies(asked, 'yang kedua').hears('Desa Petani (1/7)', 'apotek: berdiri');
      const status = await head.says('/lapor klinik gimana ya').hears(/klinik/i);
      await other.replies(status, 'sudah');
      await camat.says('/status petani').hears('1 dari 7');
    },
  );

  it('of two about one unit is the newer one', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah buka');
    const old = await head.says('/lapor klinik belum').hears('klinik: beroperasi → belum');
    const asked = await camat.says('/lapor petani klinik proses').hears('klinik: beroperasi → proses');
    await head.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/status petani').hears('klinik: beroperasi');
    await camat.presses(asked, 'Ya').hears('klinik: proses');
  });

  it('is overtaken by a newer report of the unit, though it says the same as before', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    await head.says('/lapor klinik sudah');
    const old = await head.says('/lapor klinik belum').hears('klinik: berdiri → belum');
    await stage().at('2027-04-01T02:05:00Z');
    const { said } = await head.says('/lapor klinik sudah berdiri');
    expect(said.at(-1)!.text).toContain('Desa Petani (1/7)');
    await head.presses(old, 'Ya').isAlerted(/tidak berlaku lagi/);
    await head.replies(old, 'klinik').hears('tidak berlaku lagi');
    await camat.says('/rekap').hears('1/91');
  });
});

onEveryPlatform('a question whose answer is refused', (stage) => {
  it('stays as it is for those who may answer it', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const asked = (await head.says('/lapor toko sudah')).said.at(-1)!;
    await person(stage(), 'Orang Asing')
      .presses(asked, 'Apotek')
      .isAlerted(/aparat Desa Petani/);
    await head.presses(asked, 'Apotek').hears('apotek: berdiri');
  });

  it('is closed where it was put to nobody else, and says so', async () => {
    const camat = await open(stage());
    const far = await camat.says('/tenggat 1 desember 2027').hears('Ubah menjadi');
    const { id } = await person(stage(), 'Penerus').says('selamat pagi');
    const handover = await camat.says('/tunjuk camat', { replyTo: id }).hears('Penerus');
    await camat.presses(handover, 'Ya').hears('Penerus kini tercatat sebagai Camat');
    await camat.presses(far, 'Ya').hears('Pertanyaan ini ditutup: yang ditanya tidak dapat menjawabnya lagi');
    await camat.presses(far, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/tenggat').hears('15 Mei 2027');
  });
});

onEveryPlatform("somebody else's question", (stage) => {
  it('is not put again for who may not answer it, and is for who may', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const other = await register(stage(), camat, 'Sari', 'Pamesi');
    const stranger = person(stage(), 'Orang Asing');
    const asked = await head.says('/lapor toko sudah').hears('Yang dimaksud yang mana');
    for (const words of ['1', 'yang pertama sudah', 'gak jadi']) {
      const { said } = await stranger.replies(asked, words);
      expect(said.filter(({ edited, buttons }) => edited || buttons.length > 0)).toEqual([]);
    }
    await stranger.replies(asked, '2').hears('Hanya aparat Desa Petani');
    for (const words of ['1', 'hmm', 'klinik'])
      await other.replies(asked, words).hears(/^[^\n]*Desa Petani[^\n]*$/);
    await camat.replies(asked, '1').hears('Yang dimaksud yang mana');
    const again = await head.replies(asked, '1').hears('Yang dimaksud yang mana');
    await head.replies(again, 'yang kedua').hears('Desa Petani', 'apotek: berdiri');
  });

  it('is put again for who is asked, though they hold no role', async () => {
    await open(stage());
    const applicant = person(stage(), 'Warga');
    const asked = await applicant.says('/daftar Petani').hears('Apa jabatan');
    const { said } = await applicant.replies(asked, 'yang pertama sudah');
    expect(said.map(({ buttons }) => buttons)).toEqual([asked.buttons]);
  });
});

onEveryPlatform('a list of units that asks which ones have another status', (stage) => {
  it.each(['5 7', 'apotek dan logistik', 'apotek, logistik Pak'])(
    'takes units alone for these: %j',
    async (units) => {
      const camat = await open(stage());
      const petani = await register(stage(), camat, 'Budi', 'Petani');
      const pick = await petani
        .presses(await petani.says('/lapor').hears('0 dari 7'), 'Belum')
        .hears('Unit mana yang statusnya belum');
      await petani.replies(pick, units).hears('apotek dan logistik: belum');
      await camat.says('/rekap').hears('0/91');
    },
  );
});

onEveryPlatform(
  'a list of units that somebody else has changed in its place',
  (stage) => {
    it.each(['6 7', 'gudang dan logistik'])('is shown again before units alone count: %j', async (units) => {
      const camat = await open(stage());
      const budi = await register(stage(), camat, 'Budi', 'Petani');
      const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
      const pick = await budi
        .presses(await budi.says('/lapor').hears('0 dari 7'), 'Belum')
        .hears('yang statusnya belum');
      await sari.presses(pick, 'Kembali').hears('nomor yang sudah berdiri');
      const again = await budi.replies(pick, units).hears('tidak berlaku', 'nomor yang sudah berdiri');
      await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
      await sari.presses(again, 'Belum').hears('yang statusnya belum');
      await budi.replies(again, units).hears('tidak berlaku', 'yang statusnya belum');
      await budi.replies(again, `${units} sudah`).hears('Desa Petani (2/7)');
    });

    it('takes units alone where it asks what its reader saw last', async () => {
      const camat = await open(stage());
      const budi = await register(stage(), camat, 'Budi', 'Petani');
      const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
      const list = await budi.says('/lapor').hears('0 dari 7');
      const pick = await sari.presses(list, 'Masih proses').hears('statusnya proses');
      const back = await sari.presses(pick, 'Kembali').hears('nomor yang sudah berdiri');
      await budi.replies(back, '6').hears('gudang: berdiri');
      const own = await budi.presses(back, 'Masih proses').hears('statusnya proses');
      await budi.replies(own, 'apotek').hears('apotek: proses');
    });
  },
  ['WhatsApp'],
);

onEveryPlatform('a question that went with whom it was put to', (stage) => {
  const PRIVATELY = { privately: true };

  it('is answered by nobody: its number, its unit and its yes report nothing, and a whole report counts', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    const rina = await register(stage(), camat, 'Rina', 'Petani', 'sekdes');
    await budi.says('/lapor gudang sudah');
    const which = await rina.says('/lapor toko proses').hears('Yang dimaksud yang mana');
    const lower = await rina.says('/lapor gudang belum').hears('gudang: berdiri → belum');
    await rina.says('/lupakan_saya ya', PRIVATELY).hears('sudah dihapus');
    for (const words of ['2', '1 3', 'yang kedua', 'yang kedua sudah', 'apotek', 'semua', 'ya', 'B'])
      await budi.replies(which, words).hears('sudah tidak tersimpan', 'tidak ada yang diubah');
    for (const words of ['1', 'ya', 'A']) await budi.replies(lower, words).hears('sudah tidak tersimpan');
    await budi.replies(which, 'terima kasih').hearsNothing();
    await camat.says('/status petani').hears('1 dari 7', 'gudang: berdiri');
    await budi.replies(which, 'apotek sudah berdiri').hears('Desa Petani (2/7)', 'apotek: berdiri');
  });

  it('is not answered by the name of a village', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Rina', 'Pamesi');
    const rina = await register(stage(), camat, 'Rina', 'Bumbung');
    const which = await rina.says('/lapor klinik sudah').hears('Desa Bumbung atau Desa Pamesi');
    await rina.says('/lupakan_saya ya', PRIVATELY).hears('sudah dihapus');
    for (const words of ['Pamesi', '1']) await camat.replies(which, words).hears('sudah tidak tersimpan');
    await camat.says('/rekap').hears('Belum ada laporan dari 13 desa');
  });
});

onEveryPlatform("a group's question that is answered from another chat", (stage) => {
  const PRIVATELY = { privately: true };
  const ANSWERS = ['1', 'yang pertama', 'A', 'Ya, benar turun', 'gudang', 'tidak', 'xyz', '/batal'];

  it('is neither closed nor shown by who holds no role there, and answered by who does', async () => {
    const camat = await open(stage());
    const head = await register(stage(), camat, 'Budi', 'Petani');
    const stranger = person(stage(), 'Orang Asing');
    const above = person(stage(), 'Ibu Kadis');
    await above.says(`/mulai ${stage().invitation('14.03')}`, PRIVATELY).hears('Kabupaten Bengkalis');
    const which = await head.says('/lapor toko sudah').hears('Yang dimaksud yang mana');
    await head.says('/lapor klinik sudah').hears('klinik: berdiri');
    const lower = await head.says('/lapor klinik belum').hears('klinik: berdiri → belum');
    for (const from of [stranger, above])
      for (const asked of [which, lower])
        for (const words of ANSWERS) {
          const { said } = await from.replies(asked, words, PRIVATELY);
          expect(said.filter(({ edited }) => edited)).toEqual([]);
          expect(said.map(({ text }) => text).join()).not.toMatch(/sembako|apotek|turun/i);
        }
    await head.replies(which, 'yang kedua', PRIVATELY).hears('Desa Petani', 'apotek: berdiri');
    await head.replies(lower, 'A', PRIVATELY).hears('Desa Petani', 'klinik: belum');
  });
});

onEveryPlatform(
  "a question of another kecamatan's group",
  (stage) => {
    it('is answered and shown neither privately nor in the own group', async () => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const which = await head.says('/lapor toko sudah').hears('Yang dimaksud yang mana');
      const other = person(stage(), 'Camat Mandau');
      const there = { group: 'Grup Mandau' };
      await other.says(`/mulai ${stage().invitation('14.03.09')}`, there).hears('Mandau');
      for (const where of [{ privately: true }, there])
        for (const words of ['1', 'yang pertama', 'A']) {
          const { said } = await other.replies(which, words, where);
          expect(said.filter(({ edited }) => edited)).toEqual([]);
          expect(said.map(({ text }) => text)).toEqual([
            expect.stringContaining('hanya dapat dijawab di grupnya'),
          ]);
        }
      await head.replies(which, 'yang kedua').hears('apotek: berdiri');
    });
  },
  ['Simulator'],
);

onEveryPlatform('a question which of several roles is taken back', (stage) => {
  it('is answered once', async () => {
    const camat = await open(stage());
    for (const [name, village] of [
      ['Budi', 'Petani'],
      ['Sari', 'Bumbung'],
    ] as const)
      await register(stage(), camat, name, village);
    const which = await camat.says('/cabut kades').hears('Jabatan mana');
    await camat.presses(which, 'Budi').hears('Budi');
    await camat.presses(which, 'Sari').isAlerted(/tidak berlaku lagi/);
  });
});

onEveryPlatform(
  'a button of a message that the bot does not know',
  (stage) => {
    it('does nothing: it is a copy of a question that may be answered by now', async () => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const asked = (await head.says('/lapor toko sudah')).said.at(-1)!;
      const cabut = await camat.says('/cabut Budi').hears('Budi');
      inDatabase(stage().file, (db) => db.prepare('UPDATE outbox SET sent_ref = NULL').run());
      await head.presses(asked, 'Apotek').isAlerted(/tidak berlaku/);
      await camat.presses(cabut, 'Ya').isAlerted(/tidak berlaku/);
      await head.says('/status petani').hears('apotek: belum lapor');
    });
  },
  // There a choice is a reply, and a reply to a message that is not known is none.
  ['WhatsApp'],
);

onEveryPlatform(
  'a question of which it was never heard that it arrived',
  (stage) => {
    const forgets = () =>
      inDatabase(stage().file, (db) => db.prepare('UPDATE outbox SET sent_ref = NULL, doubted = 1').run());

    it('is answered by whoever saw it, once', async () => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const asked = (await head.says('/lapor toko sudah')).said.at(-1)!;
      forgets();
      await head.presses(asked, 'Apotek').hears('apotek: berdiri');
      await head.presses(asked, 'Gerai sembako').isAlerted(/tidak berlaku lagi/);
    });

    it('is answered in words that quote it', async () => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const asked = (await head.says('/lapor toko sudah')).said.at(-1)!;
      forgets();
      await camat.says('halo semua');
      await head.replies(asked, 'yang kedua').hears('apotek: berdiri');
    });
  },
  ['Simulator'],
);

onEveryPlatform(
  'a question that an anonymous admin answers',
  (stage) => {
    it('waits on for those who may answer it', async () => {
      const camat = await open(stage());
      const head = await register(stage(), camat, 'Budi', 'Petani');
      const asked = (await head.says('/lapor toko sudah')).said.at(-1)!;
      await person(stage(), 'Admin')
        .says('Apotek berdiri', { replyTo: asked, anonymous: true })
        .hears('admin anonim');
      await head.presses(asked, 'Apotek').hears('apotek: berdiri');
    });
  },
  // It knows no anonymous admins.
  ['WhatsApp'],
);

// What words mean does not depend on the platform: their further forms are tried on one.
onEveryPlatform(
  'a question, in further words',
  (stage) => {
    it.each([
      '2.',
      'Kedua',
      'pilihan 2',
      'yang ke dua',
      'dua',
      '２',
      'no 2',
      'ke-2',
      'pilih 2',
      'jawaban kedua',
      'yang Desa Pamesi, Pak',
    ])('which village was meant is answered by %j', (words) => answersVillage(stage(), words));

    it.each(['ke dua', 'yg ke-dua, Pak', 'ke 2'])('of two readings takes the second by %j', (words) =>
      takesSecond(stage(), words),
    );

    it.each([
      'gudang',
      '6',
      'dua',
      'nomor loro',
      'poin 2',
      '２',
      'yang pertama sudah',
      'pilihan kedua sudah, Pak',
    ])('of two readings is asked again after %j, and records nothing', (words) =>
      isAskedAgain(stage(), words),
    );

    it.each(['jangan', 'entah', 'siapa yang tanya', 'Petani dan Pamesi'])(
      'which of two is asked again after %j',
      (words) => isAskedWhichAgain(stage(), words),
    );
  },
  ['Telegram', 'WhatsApp'],
);

onEveryPlatform(
  'a checklist that somebody else has made ask for another status',
  (stage) => {
    it('is put again to whoever answers it with numbers', async () => {
      const camat = await open(stage());
      const budi = await register(stage(), camat, 'Budi', 'Petani');
      const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
      const list = (await budi.says('/lapor')).said.at(-1)!;
      await sari.presses(list, 'Belum').hears('belum');
      const again = await budi.replies(list, '4 6').hears('tidak berlaku', 'Unit mana');
      await budi.says('/status').hears(/klinik: belum lapor/);
      await budi.replies(again, '4 6').hears('klinik dan gudang: belum');
      await sari.replies(list, '7').hears('belum');
    });
  },
  // There the list does not change: the question is a message of its own.
  ['WhatsApp'],
);

onEveryPlatform(
  'a question that a choice of somebody else has led to',
  (stage) => {
    it('is answered with numbers by whoever reads it', async () => {
      const camat = await open(stage());
      const budi = await register(stage(), camat, 'Budi', 'Petani');
      const sari = await register(stage(), camat, 'Sari', 'Petani', 'sekdes');
      const list = (await budi.says('/lapor')).said.at(-1)!;
      const asked = await sari.presses(list, 'Belum').hears('Unit mana');
      await budi.replies(asked, '4 6').hears('klinik dan gudang: belum');
    });
  },
  // There it stands in the list's place.
  ['Telegram', 'Simulator'],
);
