import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant, UserRef, VillageCode } from '../../src/domain/ids.ts';
import { open, person, register } from '../stage.ts';
import { type TelegramStage, telegramStage } from '../stages/telegram.ts';
import { onEveryPlatform } from './stages.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const PETANI = '14.03.16.2001' as VillageCode;

let stage: TelegramStage;
beforeEach(async () => {
  stage = await telegramStage(NOW, true);
});
afterEach(() => stage.close());

const holders = () => stage.store.read((tx) => tx.people.holders('14.03.16' as VillageCode));

it('decides about nobody by a yes or a number that quotes nothing, since people say these to each other', async () => {
  const camat = await open(stage);
  await register(stage, camat, 'Kades Petani', 'Petani');
  await person(stage, 'Orang Asing').says('/daftar Pamesi kades');
  const before = holders();
  const asked = await camat.says('/setujui asing').hears('Orang Asing');
  await camat.says('ya').hears('Orang Asing');
  await camat.says('/cabut petani').hears('Cabut jabatan');
  await camat.says('1');
  expect(holders()).toEqual(before);
  await camat.presses(asked, 'Ya, setujui');
  expect(holders()).toHaveLength(before.length + 1);
});

it('leaves a claim to a village that has a head on another platform out of what is approved together', async () => {
  const camat = await open(stage);
  await register(stage, camat, 'Kades Petani', 'Petani');
  stage.store.transaction((tx) => {
    const claimant = tx.people.findOrAdd(['whatsapp:9001@lid' as UserRef], 'Kades Petani');
    tx.people.ask(claimant, 'kades', PETANI, NOW);
  });
  await person(stage, 'Sekdes Pamesi').says('/daftar Pamesi sekdes');
  await person(stage, 'Sekdes Petani').says('/daftar Petani sekdes');
  const list = await camat.says('/setujui').hears('sudah ada pejabatnya');
  await camat.presses(list, 'Setujui semua');
  const heads = () => holders().filter(({ area, kind }) => area === PETANI && kind === 'kades');
  expect(heads()).toHaveLength(1);
  const left = await camat.says('/setujui').hears('Kades Petani sebagai');
  await camat
    .presses(left, 'Setujui Kades Petani')
    .hears('Kades Petani (Telegram) juga masih tercatat memimpin Desa Petani', /cabut(@\w+)? Petani/);
  expect(heads()).toHaveLength(2);
});

it('changes no list in another group over and over for somebody who edits a request over and over', async () => {
  const camat = await open(stage);
  const { text } = await camat.says('/undang', { privately: true }).hears(/\w{5}-\w{5}/);
  const there = { group: 'Grup Dua' };
  await camat.says(`/mulai ${/\w{5}-\w{5}/.exec(text)![0]}`, there).hears('Bathin Solapan');
  await stage.restart({ perSecond: 1000, perMinuteInGroup: 1000 });
  const asked = await person(stage, 'Orang Asing').says('/daftar Petani kades');
  let changed = 0;
  for (let n = 0; n < 40; n += 1) {
    const words = `/daftar Petani ${n % 2 ? 'kades' : 'operator'}`;
    const { said } = await person(stage, 'Orang Asing').says(words, { edits: asked.id });
    changed += said.filter(({ group }) => group === there.group).length;
  }
  expect(changed).toBeLessThan(20);
  await camat.says('/setujui', there).hears('Orang Asing');
});

onEveryPlatform('a decision whose message says something else by then', (stage) => {
  it('stands, and that is said', async () => {
    const camat = await open(stage());
    await stage().at('2027-04-01T02:01:00Z');
    await person(stage(), 'Berta').says('/daftar Pamesi kades');
    await stage().at('2027-04-01T02:02:00Z');
    const approved = await camat.says('/setujui semua');
    await stage().at('2027-04-01T02:03:00Z');
    const moved = await camat.says('/tenggat 10 mei 2027');
    await stage().at('2027-04-01T02:04:00Z');
    const off = await camat.says('/pengingat mati');
    await stage().at('2027-04-01T02:05:00Z');
    await camat
      .says('/tolak semua', { edits: approved.id })
      .hears('tetap berlaku: menyetujui pendaftaran kepala desa');
    await camat
      .says('maaf salah ketik', { edits: moved.id })
      .hears('tetap berlaku: menetapkan tenggat 10 Mei');
    await camat.says('maaf salah', { edits: off.id }).hears('tetap berlaku: menonaktifkan pengingat');
    await stage().at('2027-04-01T02:05:30Z');
    await camat.says('/tenggat 12 mei 2027');
    await stage().at('2027-04-01T02:06:00Z');
    for (const { said } of [
      await camat.says('maaf, salah kirim', { edits: moved.id }),
      await camat.says('/pengingat nyala', { edits: off.id }),
    ])
      expect(said.map(({ text }) => text).join()).not.toContain('tetap berlaku');
  });
});

onEveryPlatform('an office that was given', (stage) => {
  it('stays with whom it was handed over to, and whoever edits the words is told of whom to ask', async () => {
    const camat = await open(stage());
    const { id } = await person(stage(), 'Joko').says('selamat pagi');
    const asked = await camat.says('/tunjuk camat', { replyTo: id });
    await camat.presses(asked.said.at(-1)!, 'Ya, serahkan').hears('Joko');
    await camat
      .says('maaf salah orang', { edits: asked.id })
      .hears('tetap berlaku: menyerahkan jabatan camat', 'hubungi yang kini menjabat');
  });

  it('stays where somebody else has given it once more since', async () => {
    const camat = await open(stage());
    const kasi = person(stage(), 'Pak Kasi');
    await camat.says('/tunjuk kasi', { replyTo: (await kasi.says('selamat pagi')).id });
    const sari = person(stage(), 'Sari');
    const { id } = await sari.says('selamat pagi');
    const given = await camat.says('/tunjuk Pamesi kades', { replyTo: id });
    await kasi.says('/tunjuk Pamesi kades', { replyTo: id }).hears('Sari kini tercatat');
    await camat.says('maaf salah', { edits: given.id }).hearsNothing();
    await sari.says('/lapor klinik sudah').hears('Desa Pamesi (1/7)');
  });
});

onEveryPlatform('a group that was unlinked', (stage) => {
  it('stays so when its /lepas says something else, and that is said', async () => {
    const camat = await open(stage());
    const { id } = await camat.says('/lepas ya');
    await camat
      .says('maaf salah', { edits: id })
      .hears('tetap berlaku: melepas grup', 'kode undangan yang baru');
    await camat
      .says('/rekap', { edits: id })
      .hears('belum tersambung', 'tetap berlaku: melepas grup', 'kode undangan yang baru');
  });
});

onEveryPlatform('a decision that an edit made', (stage) => {
  it('stands when the next edit takes its words away, and that is said of what holds', async () => {
    const camat = await open(stage());
    await stage().at('2027-04-01T02:01:00Z');
    const shown = await camat.says('/tenggat');
    for (const [minute, date] of [
      [2, '10 mei 2027'],
      [3, '12 mei 2027'],
    ]) {
      await stage().at(`2027-04-01T02:0${minute}:00Z` as Instant);
      await camat.says(`/tenggat ${date}`, { edits: shown.id });
    }
    await stage().at('2027-04-01T02:04:00Z');
    const { text } = await camat
      .says('maaf salah ketik', { edits: shown.id })
      .hears('tetap berlaku: menetapkan tenggat 12 Mei');
    expect(text).not.toContain('10 Mei');
  });
});

onEveryPlatform('what is taken back', (stage) => {
  it('is the last report of what is named, and no other', async () => {
    const camat = await open(stage());
    await camat.says('/lapor Petani klinik sudah, apotek sudah');
    await camat.says('/lapor Pamesi gudang sudah');
    await camat.says('/batal Petani apotek').hears(/^Laporan untuk Desa Petani.*\nApotek kembali[^\n]*$/);
    await camat.says('/batal 4').hears(/^Laporan untuk Desa Petani.*\nKlinik kembali[^\n]*$/);
    await camat.says('/batal desa Petani').hears('Tidak ada laporan', 'tentang Desa Petani');
    await camat.says('/status Pamesi').hears('gudang: berdiri');
  });

  it('is what is named of a report whose answer is replied to, and no edit repeats it', async () => {
    const camat = await open(stage());
    const told = await camat.says('/lapor Petani: klinik sudah\nPamesi: gudang sudah');
    const echo = told.said.at(-1)!;
    await camat.replies(echo, '/batal Petani').hears(/^Laporan untuk Desa Petani.*\nKlinik kembali[^\n]*$/);
    await camat.replies(echo, '/batal Petani').hears('sudah dibatalkan');
    await camat.replies(echo, '/batal Sebangar').hears('Desa Sebangar tidak dapat dibatalkan');
    await stage().at('2027-04-01T02:05:00Z');
    await camat
      .says('/lapor Petani: klinik sudah\nPamesi: gudang sudah, apotek sudah', { edits: told.id })
      .hears('apotek: berdiri', 'Belum dicatat, karena laporan itu sudah dibatalkan: klinik');
  });

  it('is another report than the one that is asked about, where that is named', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor kantor sudah');
    const asked = await budi.says('/lapor toko sudah').hears('Yang dimaksud');
    await budi.says('/batal kantor').hears('Kantor koperasi kembali');
    await budi.replies(asked, 'apotek').hears('apotek: berdiri');
  });

  it('is what is not excepted', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor klinik sudah, gudang sudah');
    await budi.says('/batal semua kecuali klinik').hears('Gudang kembali');
    await budi.says('/status').hears('klinik: berdiri', 'gudang: belum lapor');
  });

  it('is the report that is held for who asks for a role, as named', async () => {
    const camat = await open(stage());
    const rina = person(stage(), 'Rina');
    await rina.says('/daftar Pamesi kades');
    for (const unit of ['klinik', 'gudang']) await rina.says(`/lapor ${unit} sudah`).hears('kami simpan');
    await rina.says('/batal kantor').hears('Tidak ada laporan');
    await rina.says('/batal klinik').hears('kami simpan sudah dibatalkan');
    await camat.says('/setujui semua').hears('gudang: berdiri');
    await rina.says('/status').hears('klinik: belum lapor');
  });
});

onEveryPlatform('what was taken back', (stage) => {
  it('stays so when its /batal says something else, and that is said', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor kantor sudah, klinik sudah');
    await stage().at('2027-04-01T02:01:00Z');
    const own = await budi.says('/batal');
    await stage().at('2027-04-01T02:02:00Z');
    await budi
      .says('maaf salah ketik', { edits: own.id })
      .hears('tetap dibatalkan: kantor koperasi dan klinik');
    const echo = await budi.says('/lapor gudang sudah').hears('Dicatat');
    await stage().at('2027-04-01T02:03:00Z');
    const office = await camat.replies(echo, '/batal');
    await stage().at('2027-04-01T02:04:00Z');
    await camat.says('terima kasih', { edits: office.id }).hears('tetap dibatalkan: gudang');
  });

  it('is not said to stay so where it was reported again since', async () => {
    const camat = await open(stage());
    const budi = await register(stage(), camat, 'Budi', 'Petani');
    await budi.says('/lapor kantor sudah, klinik sudah');
    await stage().at('2027-04-01T02:01:00Z');
    const undone = await budi.says('/batal');
    await stage().at('2027-04-01T02:02:00Z');
    await budi.says('/lapor klinik sudah').hears('Dicatat');
    await stage().at('2027-04-01T02:03:00Z');
    await budi.says('maaf salah ketik', { edits: undone.id }).hears('tetap dibatalkan: kantor koperasi.');
    await budi.says('/lapor kantor sudah').hears('Dicatat');
    await stage().at('2027-04-01T02:04:00Z');
    const { said } = await budi.says('maaf, salah ketik', { edits: undone.id });
    expect(said).toEqual([]);
  });
});

onEveryPlatform('a question about what was decided since', (stage) => {
  it('is closed when the deadline is set in other words', async () => {
    const camat = await open(stage());
    const { id } = await person(stage(), 'Kasi').says('pagi');
    await camat.says('/tunjuk kasi', { replyTo: id });
    const asked = await camat.says('/tenggat 1 januari 2028').hears('Ubah menjadi');
    await person(stage(), 'Kasi').says('/tenggat 20 mei 2027').hears('20 Mei 2027');
    await camat.presses(asked, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/tenggat').hears('20 Mei 2027');
  });

  it('is closed when the group was let go with a typed yes', async () => {
    const camat = await open(stage());
    const asked = await camat.says('/lepas').hears('Lepaskan');
    const code = stage().invitation();
    await camat.says('/lepas ya').hears('dilepas');
    await camat.says(`/mulai ${code}`).hears('Bathin Solapan');
    await camat.presses(asked, 'Ya').isAlerted(/tidak berlaku lagi/);
    await camat.says('/rekap').hears('Rekap');
  });
});

onEveryPlatform('the open requests', (stage) => {
  it('are listed with what decides without a button, where they are several', async () => {
    const camat = await open(stage());
    await person(stage(), 'Budi').says('/daftar Petani kades');
    const one = await camat.says('/setujui').hears('Budi sebagai Kepala Desa Petani');
    expect(one.text).not.toMatch(/setujui\S* semua/);
    expect(one.buttons).toEqual(['Setujui Budi · Petani', 'Tolak Budi · Petani']);
    await person(stage(), 'Sari').says('/daftar Pamesi kades');
    await camat.says('/setujui').hears(/setujui\S* diikuti nama desanya.*setujui\S* semua/);
    await camat.says('/tolak').hears(/tolak\S* diikuti nama desanya.*tolak\S* semua/);
    const named = await camat.says('/setujui pamesi').hears('Setujui Sari');
    await camat.presses(named, 'Ya, setujui').hears('Sari kini tercatat');
  });

  it('of rivals for one village are asked about by name, and no word is advised that decides on none of them', async () => {
    const camat = await open(stage());
    await person(stage(), 'Budi').says('/daftar Petani kades');
    await person(stage(), 'Sari').says('/daftar Petani kades');
    const list = await camat.says('/setujui').hears(/setujui\S* diikuti namanya/);
    expect(list.text).not.toMatch(/setujui\S* semua/);
    await camat
      .says('/setujui Petani')
      .hears('beberapa pendaftaran untuk "Petani"', 'Budi sebagai', 'Sari sebagai');
    const asked = await camat.says('/setujui sari').hears('Setujui Sari sebagai Kepala Desa Petani');
    await camat.presses(asked, 'Ya, setujui').hears('Sari kini tercatat');
  });

  it.each([
    'ok semua disetujui ya',
    'setujui semua ya',
    'ok setuju semua',
    'ya, disetujui semuanya',
    'disetujui semua',
    '/setujui semua',
  ])('are all approved by %j as a reply to the list that showed them, and only so', async (words) => {
    const camat = await open(stage());
    await person(stage(), 'Budi').says('/daftar Petani kades');
    await person(stage(), 'Sari').says('/daftar Pamesi kades');
    const list = await camat.says('/setujui').hears('Budi sebagai', 'Sari sebagai');
    if (!words.startsWith('/')) await camat.says(words).hearsNothing();
    await camat.replies(list, words).hears('Kini tercatat:', '• Budi: ', '• Sari: ');
  });

  it.each([
    'jangan disetujui semua',
    'semua belum disetujui',
    'sudah disetujui semua?',
    'apakah sudah disetujui semua',
    'tidak setuju semua',
    'setujui semua kecuali Petani',
    'setujui semua, Petani ditolak',
    'nanti saja disetujui semua',
  ])('are not decided by %j as a reply to the list', async (words) => {
    const camat = await open(stage());
    await person(stage(), 'Budi').says('/daftar Petani kades');
    await person(stage(), 'Sari').says('/daftar Pamesi kades');
    const list = await camat.says('/setujui').hears('Budi sebagai', 'Sari sebagai');
    await camat.replies(list, words);
    await camat.says('/setujui').hears('Budi sebagai', 'Sari sebagai');
  });

  it('are decided in words as the command decides them: by a name after a yes, and not before the list showed them', async () => {
    const camat = await open(stage());
    await person(stage(), 'Budi').says('/daftar Petani kades');
    const { said } = await person(stage(), 'Sari').says('/daftar Pamesi kades');
    const edited = said.find(({ buttons }) => buttons.includes('Setujui semua'))!;
    const list = await camat
      .replies(edited, 'setujui semua ya')
      .hears('Belum ada yang diputuskan', 'Sari sebagai');
    await camat.replies(list, 'setujui yang Petani').hears('Setujui Budi sebagai Kepala Desa Petani');
    const asked = await camat.replies(list, 'setuju Petani').hears('Setujui Budi sebagai Kepala Desa Petani');
    await camat.presses(asked, 'Ya, setujui').hears('Budi kini tercatat');
    await person(stage(), 'Tono').says('/daftar Bumbung kades');
    const newest = await camat.says('/setujui').hears('Sari sebagai', 'Tono sebagai');
    await camat.replies(newest, 'tolak semua').hears('tidak disetujui:', '• Sari: ', '• Tono: ');
  });

  it.each(['/setujui 2', '/setujui nomor 2', '/setujui yang kedua'])(
    'are asked about by the number of their row, which decides nothing: %s',
    async (words) => {
      const camat = await open(stage());
      await register(stage(), camat, 'Lama', 'Pamesi');
      for (const [name, village] of [
        ['Budi', 'Pamesi'],
        ['Sari', 'Bumbung'],
        ['Tono', 'Petani'],
      ] as const)
        await person(stage(), name).says(`/daftar ${village} kades`);
      const list = await camat.says('/setujui').hears('Budi');
      const rows = list.text.split('\n').filter((line) => line.startsWith('• '));
      const [name = ''] = /(Budi|Sari|Tono)/.exec(rows[1]!) ?? [];
      const asked = await camat.says(words).hears(`Setujui ${name} sebagai`);
      await camat.says('/setujui').hears('Budi', 'Sari', 'Tono');
      await camat.presses(asked, 'Ya, setujui').hears(`${name} kini tercatat`);
      await camat.says('/tolak 9').hears('Pendaftaran yang menunggu');
    },
  );

  it('of an older list are decided no more, and it shows that', async () => {
    const camat = await open(stage());
    const { said } = await person(stage(), 'Sari').says('/daftar Pamesi kades');
    const first = said.find(({ buttons }) => buttons.includes('Setujui Sari · Pamesi'))!;
    // Brought up to date, it stays the newest.
    const tono = await person(stage(), 'Tono').says('/daftar Bumbung kades');
    const second = tono.said.find(({ id }) => id === first.id)!;
    expect(second.buttons).toContain('Setujui Tono · Bumbung');
    const { said: afterDeciding } = await camat.presses(second, 'Setujui Sari');
    const updated = afterDeciding.find(({ id }) => id === first.id)!;
    expect(updated.buttons).toEqual(['Setujui Tono · Bumbung', 'Tolak Tono · Bumbung']);
    await person(stage(), 'Rina').says('/daftar Petani sekdes');
    const { said: listed } = await camat.says('/setujui xyz');
    const closed = listed.find(({ id }) => id === first.id)!;
    expect(closed.text).toMatch(/tidak berlaku lagi/);
    expect(closed.buttons).toEqual([]);
    await camat.presses(updated, 'Setujui Tono').isAlerted(/tidak berlaku lagi/);
    const newest = listed.find(({ id }) => id !== first.id)!;
    await camat.presses(newest, 'Setujui semua').hears('Kini tercatat:', 'Tono', 'Rina');
  });

  it('stay to be decided when one of them is edited or asked about first', async () => {
    const camat = await open(stage());
    await register(stage(), camat, 'Lama', 'Pamesi');
    const { id } = await person(stage(), 'Tono').says('/daftar Bumbung kades');
    const { said } = await person(stage(), 'Sari').says('/daftar Pamesi kades');
    const list = said.find(({ buttons }) => buttons.includes('Setujui Tono · Bumbung'))!;
    await camat.presses(list, 'Setujui Sari').hears('Ganti dengan Sari');
    await person(stage(), 'Tono').says('/daftar Bumbung kepala desa', { edits: id });
    await camat.presses(list, 'Setujui Tono').hears('Tono kini tercatat');
  });
});
