import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyByte } from '../engine.ts';
import { open, type Person, person, register, type Said, VILLAGES } from '../stage.ts';
import { type TelegramStage, telegramStage } from '../stages/telegram.ts';

/** So scarce that all but one have to wait. */
const SCARCE = { perSecond: 30, perMinuteInGroup: 19 };
const HEADS = {
  Petani: 'Budi',
  'Air Kulim': 'Sari',
  'Buluh Manis': 'Tono',
  Bumbung: 'Wati',
  Pamesi: 'Joko',
  Sebangar: 'Ani',
} as const;

describe('answers that wait in one group', () => {
  let stage: TelegramStage;
  let camat: Person;
  beforeEach(async () => {
    stage = await telegramStage();
    camat = await open(stage);
    for (const [village, head] of Object.entries(HEADS)) await register(stage, camat, head, village);
    await stage.restart(SCARCE);
  });
  afterEach(() => stage.close());

  const says = (name: string, text: string) => ({ person: name, text });
  const head = (village: keyof typeof HEADS): Person => person(stage, HEADS[village]);

  /** Six heads report at the same moment; gives the one answer. */
  async function reportTogether(): Promise<Said> {
    const { said } = await stage.together([
      says('Budi', '/lapor kantor sudah, klinik proses'),
      says('Sari', '/lapor 1 2 3'),
      says('Tono', '/lapor gudang buka'),
      says('Wati', '/lapor apotek sudah'),
      says('Joko', '/lapor 1 2 3 4 5'),
      says('Ani', '/lapor logistik proses'),
    ]);
    expect(said).toHaveLength(1);
    return said[0]!;
  }

  it('become one message that names each village, its count and its units', async () => {
    const { text, buttons } = await reportTogether();
    expect(text.split('\n')).toEqual([
      'Desa Petani dicatat (1/7): ✅ kantor koperasi: berdiri; ⏳ klinik: proses',
      'Desa Air Kulim dicatat (3/7): ✅ kantor koperasi, gerai sembako dan simpan pinjam: berdiri',
      'Desa Buluh Manis dicatat (1/7): 🟢 gudang: beroperasi',
      'Desa Bumbung dicatat (1/7): ✅ apotek: berdiri',
      expect.stringMatching(/^Desa Pamesi dicatat \(5\/7\)/),
      'Desa Sebangar dicatat (0/7): ⏳ logistik: proses',
      'Bila ada yang keliru, balas pesan ini dengan /batal@kopdes_bot',
    ]);
    expect(buttons).toEqual([]);
  });

  it('are each their own where nobody has to wait', async () => {
    const { said } = await stage.together([says('Budi', '/lapor 1'), says('Sari', '/lapor 2')]);
    expect(said.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Dicatat untuk Desa Petani/),
      expect.stringMatching(/^Dicatat untuk Desa Air Kulim/),
    ]);
  });

  it('leave every question its own message, and what was said beside a report', async () => {
    await head('Bumbung').says('/lapor apotek sudah').hears('1/7');
    await stage.restart(SCARCE);
    const { said } = await stage.together([
      says('Budi', '/lapor 1'),
      says('Sari', '/lapor 2'),
      says('Tono', '/lapor 3'),
      says('Wati', '/lapor apotek belum'),
      says('Joko', '/lapor klinik sudah, NIB sudah'),
      says('Ani', '/lapor 4'),
      says('Budi', '/lapor 5'),
      says('Sari', '/lapor 6'),
    ]);
    const question = said.find(({ buttons }) => buttons.length > 0)!;
    expect(question.text).toMatch(/^Desa Bumbung: status ini lebih rendah/);
    expect(said.map(({ text }) => text).join('\n')).toMatch(
      /Dicatat untuk Desa Pamesi[\s\S]*NIB: belum ada tempatnya/,
    );
    await head('Bumbung').presses(question, 'Ya, benar turun').hears('apotek: belum');
    await camat.says('/status bumbung').hears('5. ❌ apotek: belum');
  });

  it('are taken back by their reporters alone, each for their own village', async () => {
    const answer = await reportTogether();
    await head('Pamesi')
      .replies(answer, '/batal')
      .hears(/^Laporan untuk Desa Pamesi sudah dibatalkan/);
    await person(stage, 'Tamu').replies(answer, '/batal').hears('hanya dapat dibatalkan oleh pelapornya');
    await head('Bumbung').replies(answer, '/batal Petani').hears('hanya dapat dibatalkan oleh pelapornya');
    await camat.says('/rekap').hears('Petani 1/7', 'Bumbung 1/7', 'Belum pernah melapor: Pamesi, ');
  });

  it('ask the camat which one is to be taken back', async () => {
    const answer = await reportTogether();
    const which = await camat.replies(answer, '/batal').hears('Laporan desa mana');
    expect(which.buttons).toContain('Desa Petani');
    await head('Petani')
      .presses(which, 'Desa Bumbung')
      .isAlerted(/bukan untuk|untuk/i);
    await camat.presses(which, 'Desa Bumbung').hears(/^Laporan untuk Desa Bumbung sudah dibatalkan/);
    await camat.replies(answer, '/batal air kulim').hears(/^Laporan untuk Desa Air Kulim sudah dibatalkan/);
    await camat.replies(answer, '/batal air kulim').hears('Laporan itu sudah dibatalkan.');
    await camat
      .says('/rekap')
      .hears('Petani 1/7', 'Pamesi 5/7', 'Belum pernah melapor: Air Kulim, Bumbung, ');
  });

  it('are corrected by a reply, each for the village of its sender', async () => {
    const answer = await reportTogether();
    await head('Bumbung').replies(answer, 'klinik sudah').hears('Desa Bumbung (2/7)');
    await head('Sebangar').replies(answer, '1 2').hears('Desa Sebangar (2/7)');
  });

  it('outlive one of those who are answered: nothing of a person is in it', async () => {
    const answer = await reportTogether();
    const budi = head('Petani');
    const [id] = stage.idsOf('Budi');
    const written = () => everyByte(stage.file);
    expect(written()).toContain(id);
    await budi.says('/lupakan_saya ya', { privately: true }).hears(/dihapus|dilupakan/i);
    await head('Pamesi')
      .replies(answer, '/batal')
      .hears(/^Laporan untuk Desa Pamesi sudah dibatalkan/);
    stage.store.unusedSpace.clean(true);
    expect(written()).not.toContain(id);
  });

  it('still stand where their reporter was forgotten, and are not taken for those beside them', async () => {
    const answer = await reportTogether();
    await head('Petani')
      .says('/lupakan_saya ya', { privately: true })
      .hears(/dihapus/);
    await camat
      .replies(answer, '/batal petani')
      .hears('Laporan Desa Petani tidak dapat dibatalkan dari pesan itu');
    for (const village of ['Pamesi', 'Air Kulim'])
      await camat
        .replies(answer, `/batal ${village}`)
        .hears(`Laporan untuk Desa ${village} sudah dibatalkan`);
    const which = await camat.replies(answer, '/batal').hears('Laporan desa mana');
    expect(which.buttons).not.toContain('Desa Petani');
    await camat.says('/status petani').hears('1. ✅ kantor koperasi: berdiri');
  });
});

describe('registrations that come at the same moment', () => {
  let stage: TelegramStage;
  let camat: Person;
  beforeEach(async () => {
    stage = await telegramStage();
    camat = await open(stage);
    await stage.restart({ perSecond: 30, perMinuteInGroup: 20 });
  });
  afterEach(() => stage.close());

  it('share their questions, and wait for one list', async () => {
    const asked = await stage.together(VILLAGES.map((village) => ({ person: village, text: '/daftar' })));
    expect(asked.said.map(({ text }) => text)).toEqual([expect.stringMatching(/^Apa jabatan Bapak\/Ibu/)]);
    const [roles] = asked.said;
    const press = (on: Said | undefined, label: (village: string) => string) =>
      stage.together(
        VILLAGES.map((village) => ({ person: village, press: { on: on!, label: label(village) } })),
      );
    const which = await press(roles, () => 'Kepala desa');
    expect(which.said).toHaveLength(1);
    expect(which.toasts).toEqual(
      VILLAGES.map(() => expect.stringMatching(/^Bapak\/Ibu dari desa atau kelurahan mana/)),
    );
    const done = await press(which.said[0], (village) => village);
    expect(done.toasts).toEqual(
      VILLAGES.map((village) =>
        expect.stringContaining(`sebagai Kepala Desa ${village} sudah diterima dan menunggu`),
      ),
    );
    const words = done.said.map(({ text }) => text).join('\n');
    for (const village of VILLAGES)
      expect(words).toMatch(
        new RegExp(
          `Pendaftaran sebagai Kepala Desa ${village} sudah diterima dan (masih )?menunggu persetujuan`,
        ),
      );
    const list = done.said.find(({ buttons }) => buttons.length > 0)!;
    expect(done.said.length).toBeLessThanOrEqual(4);
    await camat.presses(list, 'Setujui semua').hears(...VILLAGES.map((village) => `Desa ${village}`));
  });
});
