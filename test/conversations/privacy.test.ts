import { expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import { everyByte } from '../engine.ts';
import { openRegency } from '../regency.ts';
import { open, person, register, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const RAW = 'alhamdulillah';
const PRIVATELY = { privately: true };
const CODE = /\w{5}-\w{5}/;

/** Which of these stand in the bytes of the database or of what is beside it. */
function found(stage: Stage, traces: readonly string[]): readonly string[] {
  const bytes = everyByte(stage.file);
  return traces.filter((trace) => bytes.includes(trace));
}

onEveryPlatform(
  'what is kept of people',
  (stage) => {
    it('is nothing of those who never spoke to the bot', async () => {
      const camat = await open(stage());
      const budi = await register(stage(), camat, 'Budi', 'Petani');
      await person(stage(), 'Tamu Pendiam').says('selamat pagi semua').hearsNothing();
      await budi.says('/lapor kantor sudah').hears('1/7');
      await person(stage(), 'Tamu Pendiam').says('terima kasih').hearsNothing();
      await stage().restart();
      await budi.says('/status petani').hears('kantor');
      expect(found(stage(), [...stage().idsOf('Tamu Pendiam'), 'Tamu Pendiam', 'selamat pagi'])).toEqual([]);
      // What the bot needs of those who did is there, so that this can fail.
      expect(found(stage(), stage().idsOf('Budi'))).not.toEqual([]);
    });

    it('is nothing of who is quoted by one who reports', async () => {
      const camat = await open(stage());
      const budi = await register(stage(), camat, 'Budi', 'Petani');
      const { id } = await person(stage(), 'Tamu Pendiam').says('selamat pagi semua');
      await budi.says('/lapor klinik sudah', { replyTo: id }).hears('1/7');
      expect(found(stage(), [...stage().idsOf('Tamu Pendiam'), 'Tamu Pendiam', 'selamat pagi'])).toEqual([]);
    });

    it.each(['declined', 'never answered', 'overtaken'] as const)(
      'is nothing of whom an office was offered to, where that is %s',
      async (outcome) => {
        const camat = await open(stage());
        const { id } = await person(stage(), 'Pak Sutarman').says('selamat pagi');
        const traces = [...stage().idsOf('Pak Sutarman'), 'Sutarman'];
        const asked = await camat.says('/tunjuk camat', { replyTo: id }).hears('kepada Pak Sutarman?');
        expect(found(stage(), traces)).toContain('Sutarman');
        if (outcome === 'declined') await camat.presses(asked, 'Tidak').hears('Tidak ada yang diubah');
        if (outcome === 'overtaken') {
          const other = await person(stage(), 'Bu Lestari').says('selamat pagi');
          await camat.says('/tunjuk camat', { replyTo: other.id }).hears('kepada Bu Lestari?');
        }
        if (outcome === 'never answered') await stage().at('2027-04-02T03:00:00.000Z' as Instant);
        await stage().at('2027-04-02T03:02:00.000Z' as Instant);
        expect(found(stage(), traces)).toEqual([]);
        await camat.presses(asked, 'Ya, serahkan');
        await camat.says('/setujui').hears('Tidak ada pendaftaran');
      },
    );

    it('is nothing of whom a role above the kecamatan was offered to, or could not be given', async () => {
      const kadis = await openRegency(stage());
      const { id } = await person(stage(), 'Pak Sutarman').says('selamat pagi');
      const traces = [...stage().idsOf('Pak Sutarman'), 'Sutarman'];
      const asked = await kadis.says('/tunjuk kadis koperasi', { replyTo: id }).hears('Pak Sutarman');
      expect(found(stage(), traces)).toContain('Sutarman');
      await stage().at('2027-04-02T03:00:00.000Z' as Instant);
      await stage().at('2027-04-02T03:02:00.000Z' as Instant);
      expect(found(stage(), traces)).toEqual([]);
      await kadis.presses(asked, 'Ya, serahkan').isAlerted(/tidak berlaku lagi/);
      const bupati = await person(stage(), 'Bu Bupati').says('selamat pagi');
      const vacant = await kadis.says('/tunjuk bupati', { replyTo: bupati.id }).hears('Bu Bupati');
      await kadis.presses(vacant, 'Ya, berikan').hears('Bupati Kabupaten Bengkalis kini: Bu Bupati');
      await kadis.says('/tunjuk bupati', { replyTo: id }).hears('sudah ada pemegangnya');
      expect(found(stage(), traces)).toEqual([]);
    });

    it('is nothing of whom an office was offered to, and who asked to be forgotten before the yes', async () => {
      const camat = await open(stage());
      const sutarman = person(stage(), 'Pak Sutarman');
      const { id } = await sutarman.says('selamat pagi');
      const asked = await camat.says('/tunjuk camat', { replyTo: id }).hears('kepada Pak Sutarman?');
      await sutarman.says('/lupakan_saya ya').hears('sudah dihapus');
      await stage().at('2027-04-01T02:01:00.000Z' as Instant);
      expect(found(stage(), [...stage().idsOf('Pak Sutarman'), 'Sutarman'])).toEqual([]);
      await camat.presses(asked, 'Ya, serahkan').isAlerted(/tidak berlaku lagi/);
      await camat.says('/setujui').hears('Tidak ada pendaftaran');
    });

    it('is nothing of who asked to be forgotten, and their thanks bring nothing back', async () => {
      const camat = await open(stage());
      const sutisna = await register(stage(), camat, 'Sutisna', 'Petani');
      const said = await sutisna.says(`/lapor klinik sudah ${RAW}`);
      await sutisna.says(`/lapor apotek sudah ${RAW}`, { privately: true });
      await camat.says('/cabut').hears('Cabut jabatan Sutisna');
      await camat.replies(said.said.at(-1)!, '/batal').hears('dibatalkan');
      const traces = [...stage().idsOf('Sutisna'), 'Sutisna', RAW];
      expect(found(stage(), traces)).toEqual(expect.arrayContaining(['Sutisna', RAW]));
      const question = await sutisna.says('/lupakan_saya').hears('Hapus nama');
      await sutisna.presses(question, 'Ya').hears('sudah dihapus');
      await stage().at('2027-04-01T02:01:00.000Z' as Instant);
      expect(found(stage(), traces)).toEqual([]);
      await sutisna.says('terima kasih').hearsNothing();
      await sutisna.says('terima kasih banyak', PRIVATELY).hearsNothing();
      await camat.says('/rekap').hears('Petani');
      expect(found(stage(), traces)).toEqual([]);
    });

    it.each(['Sutisna', 'Kumalasari'])(
      'is nothing of %s, who asked to be forgotten, where one had the question of the other put again',
      async (name) => {
        const camat = await open(stage());
        const sutisna = await register(stage(), camat, 'Sutisna', 'Petani');
        const kumalasari = await register(stage(), camat, 'Kumalasari', 'Petani', 'sekdes');
        const asked = await sutisna.says('/lapor toko sudah').hears('Yang dimaksud');
        await kumalasari.replies(asked, 'yang pertama sudah').hears('Yang dimaksud');
        const traces = [...stage().idsOf(name), name];
        expect(found(stage(), traces)).toContain(name);
        await person(stage(), name).says('/lupakan_saya ya', PRIVATELY).hears('sudah dihapus');
        await stage().at('2027-04-01T02:05:00.000Z' as Instant);
        expect(found(stage(), traces)).toEqual([]);
      },
    );

    it('is nothing of who asked to be forgotten, and had given others an office', async () => {
      const camat = await open(stage());
      const kasi = person(stage(), 'Kumalasari');
      await camat.says('/tunjuk kasi', { replyTo: (await kasi.says('selamat pagi')).id });
      const { id } = await person(stage(), 'Joko').says('selamat pagi');
      await kasi.says('/tunjuk Pamesi kades', { replyTo: id }).hears('Joko kini tercatat');
      await kasi.says('/lupakan_saya ya', PRIVATELY).hears('sudah dihapus');
      await stage().at('2027-04-01T02:30:00.000Z' as Instant);
      expect(found(stage(), [...stage().idsOf('Kumalasari'), 'Kumalasari'])).toEqual([]);
    });

    it('is nothing of who asked to be forgotten where others spelt their name', async () => {
      const camat = await open(stage());
      const further = { group: 'Grup Mandau' };
      await camat.says(`/mulai ${stage().invitation('14.03.09')}`, further).hears('sudah aktif');
      const budi = await register(stage(), camat, 'Budiyanto', 'Petani');
      await camat.says('/cabut Budiyanto', PRIVATELY).hears('Untuk kecamatan mana');
      await camat.says('/lapor Petani klinik sudah berdiri pak Budiyanto').hears('klinik: berdiri');
      expect(found(stage(), ['Budiyanto'])).toEqual(['Budiyanto']);
      await budi.says('/lupakan_saya ya', PRIVATELY).hears('sudah dihapus');
      await stage().at('2027-04-01T02:01:00.000Z' as Instant);
      expect(found(stage(), ['Budiyanto'])).toEqual([]);
      await camat.says('/status petani').hears('klinik: berdiri');
    });

    it.each(['unlinked', 'linked to another kecamatan'])(
      'is nothing of who asked to be forgotten after their groups were %s',
      async (how) => {
        const camat = await open(stage());
        const further = { group: 'Grup kedua' };
        const code = (await camat.says('/undang', PRIVATELY).hears(CODE)).text.match(CODE)![0];
        await camat.says(`/mulai ${code}`, further).hears('tersambung');
        const sari = person(stage(), 'Sari Kumalasari');
        const { id } = await sari.says('selamat pagi');
        await camat.says('/tunjuk Petani', { replyTo: id }).hears('Sari');
        await sari.says('/daftar Bumbung kades').hears('menunggu');
        await stage().at('2027-04-15T01:00:30Z');
        const traces = [...stage().idsOf('Sari Kumalasari'), 'Kumalasari'];
        expect(found(stage(), traces)).toContain('Kumalasari');
        for (const where of [{}, further]) {
          await camat
            .presses(await camat.says('/lepas', where).hears('Lepaskan'), 'Ya', where)
            .hears('dilepas');
          if (how !== 'unlinked') {
            const next = stage().invitation(where === further ? '32.01.01' : '14.03.09');
            await camat.says(`/mulai ${next}`, where).hears('Kecamatan');
          }
        }
        await sari.says('/lupakan_saya ya', PRIVATELY).hears('sudah dihapus');
        await stage().at('2027-04-15T02:10:00Z');
        expect(found(stage(), traces)).toEqual([]);
      },
    );

    it('is no invitation code once it was sent, which opens its area all the same', async () => {
      const kadis = await openRegency(stage());
      await kadis.says('/undang semua', PRIVATELY).hears('11 undangan');
      const invited = async (name: string) =>
        (await kadis.says(`/undang ${name}`, PRIVATELY).hears(CODE)).text.match(CODE)![0];
      const [used, unused] = [await invited('Mandau'), await invited('Pinggir')];
      const kept = stage()
        .store.read((tx) => [...Array(20).keys()].map((id) => tx.outbox.get(id as never)))
        .filter((row) => row?.context.secret);
      expect(kept.map((row) => [row?.state, row?.content])).toEqual([
        ['sent', undefined],
        ['sent', undefined],
        ['sent', undefined],
      ]);
      await person(stage(), 'Pak Zulkarnain')
        .says(`/mulai ${used}`, { group: 'Grup Mandau' })
        .hears('sudah aktif');
      // Phones on WhatsApp may ask for it again for a day.
      await stage().at('2027-04-02T03:00:00.000Z' as Instant);
      await stage().at('2027-04-02T03:02:00.000Z' as Instant);
      expect(found(stage(), [unused])).toEqual([]);
    });

    it('goes in a private chat as well, where it is confirmed', async () => {
      const camat = await open(stage());
      const sutisna = await register(stage(), camat, 'Sutisna', 'Petani');
      await sutisna.says('/status', { privately: true }).hears('Petani');
      const traces = [...stage().idsOf('Sutisna'), 'Sutisna'];
      await sutisna.says('/lupakan_saya ya', { privately: true }).hears('sudah dihapus');
      await stage().at('2027-04-01T02:01:00.000Z' as Instant);
      expect(found(stage(), traces)).toEqual([]);
    });
  },
  ['Simulator'],
);
