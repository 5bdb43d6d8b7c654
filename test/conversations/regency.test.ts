import { expect, it } from 'vitest';
import type { AreaCode, OutboxId } from '../../src/domain/ids.ts';
import { type Person, person, type Said, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const PRIVATELY = { privately: true };
/** Who reports what in three kecamatan, each in a group of its own. */
const KECAMATAN = [
  ['Mandau', 'Harapan Baru', 'kantor sudah, sembako sudah beroperasi, klinik belum'],
  ['Rupat Utara', 'Tanjung Medang', 'kantor sudah, gudang masih proses'],
  ['Bantan', 'Selat Baru', '/lapor semua sudah kecuali apotek'],
] as const;
/** How many units they say are established. */
const ESTABLISHED = 2 + 1 + 6;

/** What the outbox holds. */
const rowsOf = (stage: Stage) =>
  stage.store.read((tx) =>
    Array.from({ length: 200 }, (_, id) => tx.outbox.get((id + 1) as OutboxId)).flatMap((row) => row ?? []),
  );

/** What was sent to the group of the kabupaten. */
function rowsTo(stage: Stage) {
  const [group] = stage.store.read((tx) => tx.chats.groupsOf('14.03' as AreaCode));
  return rowsOf(stage).filter(({ chat }) => chat === group!.ref);
}

/** A camat begins in a group of the kecamatan with the code of an invitation; a head registers there and reports. */
async function begins(stage: Stage, kadis: Person, [name, village, said]: (typeof KECAMATAN)[number]) {
  const invited = await kadis.says(`/undang ${name}`, PRIVATELY).hears(`Kecamatan ${name}`);
  const [code] = /\w{5}-\w{5}/.exec(invited.text)!;
  const group = { group: `Kec. ${name}` };
  const camat = person(stage, `Camat bernama ${name}`);
  await camat.says(`/mulai ${code}`, group).hears(`Kecamatan ${name}, Kabupaten Bengkalis sudah aktif`);
  const head = person(stage, `Kepala bernama ${village}`);
  await head.says(`/daftar ${village} kepala desa`, group);
  await camat.says('/setujui semua', group).hears('kini tercatat');
  await head.says(said.startsWith('/') ? said : `/lapor ${said}`, group).hears(`Dicatat untuk`);
}

async function openKabupaten(stage: Stage): Promise<Person> {
  const kadis = person(stage, 'Ibu Kadis');
  await kadis
    .says(`/mulai ${stage.invitation('14.03')}`)
    .hears('Kabupaten Bengkalis sudah aktif', '11 kecamatan, 155 desa/kelurahan');
  const invited = await kadis
    .says('/undang semua', PRIVATELY)
    .hears('11 undangan, satu halaman untuk setiap kecamatan');
  expect(invited.files).toEqual(['undangan.pdf']);
  for (const kecamatan of KECAMATAN) await begins(stage, kadis, kecamatan);
  return kadis;
}

onEveryPlatform(
  'a kabupaten of 11 kecamatan and 155 villages, each kecamatan in its group',
  (stage) => {
    it('is invited downwards, reports below, is read above to the village and back, and hears by the clock', async () => {
      const kadis = await openKabupaten(stage());
      const recap = await kadis
        .says('/rekap')
        .hears(
          'Melapor 7 hari terakhir: 3 dari 155 desa/kelurahan (sebelumnya 0)',
          `Berdiri ${ESTABLISHED} dari 1.085 unit, 7 hari terakhir bertambah ${ESTABLISHED}`,
        );
      expect(recap.text.split('\n').filter((row) => /^\d/.test(row))).toEqual([
        '1. Rupat Utara 1/56 · 1/8',
        '2. Mandau 2/77 · 1/11',
        '3. Bantan 6/161 · 1/23',
      ]);
      const mandau = await kadis.replies(recap, '2').hears('Kecamatan Mandau', 'Harapan Baru 2/7');
      await kadis.replies(mandau, 'Harapan Baru').hears('2 dari 7 berdiri', 'gerai sembako');
      await kadis.replies(mandau, '/rekap ke atas').hears('Rekap KDKMP Kabupaten Bengkalis');
      for (const [word, ending] of [
        ['gambar', 'png'],
        ['xlsx', 'xlsx'],
        ['pdf', 'pdf'],
      ])
        expect((await kadis.says(`/rekap ${word}`)).said.at(-1)!.files).toEqual([
          `rekap-kabupaten-bengkalis-2027-04-01.${ending}`,
        ]);
      await kadis.says('/rekap laju').hears(`${ESTABLISHED} dari 1.085 unit`);

      const monday = (await stage().at('2027-04-05T00:30:00Z')).said;
      expect(monday.map(({ group, files }) => ({ group, files }))).toEqual([
        { group: undefined, files: ['rekap-kabupaten-bengkalis-2027-03-29-2027-04-04.png'] },
      ]);
      const own = (await stage().at('2027-04-05T01:00:00Z')).said;
      expect(new Set(own.map(({ group }) => group))).toEqual(
        new Set(['Kec. Bantan', 'Kec. Mandau', 'Kec. Rupat Utara']),
      );
      await kadis.says('/rekap').hears(/^(?![\s\S]*Tepat waktu)/);
      await stage().at('2027-04-10T05:00:00Z');
      await person(stage(), 'Kepala bernama Harapan Baru').says('/lapor klinik sudah', {
        group: 'Kec. Mandau',
      });
      await stage().at('2027-04-16T05:00:00Z');
      await person(stage(), 'Kepala bernama Selat Baru').says('/lapor apotek sudah', {
        group: 'Kec. Bantan',
      });
      await kadis
        .says('/rekap')
        .hears('Tepat waktu (melapor 8–14 April) untuk pengingat 15 April: 1 dari 155');
      await kadis
        .replies(mandau, '/rekap ke atas')
        .hears('(melapor 8–14 April) untuk pengingat 15 April: 1 dari 155');
      await stage().at('2027-05-10T01:00:00Z');
      const [list] = (await stage().at('2027-05-12T00:30:00Z')).said;
      expect(list!.text).toMatch(
        /3 hari lagi[\s\S]*1\. Rupat Utara: 1 unit belum berdiri, 54 belum dilaporkan/,
      );
      await kadis.says('/riwayat Bantan').hears('kepala desa');
      const told = JSON.stringify(rowsTo(stage()));
      expect(told).toContain('Harapan Baru');
      expect(told).not.toContain('bernama');
    });

    it('tells each group below once that its deadline was moved, unless its own is earlier, and at no quiet hour', async () => {
      const kadis = await openKabupaten(stage());
      const camat = person(stage(), 'Camat bernama Bantan');
      await camat.says('/tenggat 20 April 2027', { group: 'Kec. Bantan' }).hears('20 April 2027');
      await camat
        .says('/tenggat 1 maret', { group: 'Kec. Bantan' })
        .hears('1 Maret 2028 lebih lambat daripada tenggat Kabupaten Bengkalis, yaitu 15 Mei 2027');
      const heard = (said: readonly Said[]) => said.map(({ group, text }) => [group, text.split('\n')[0]]);
      expect(heard((await kadis.says('/tenggat 10 Mei 2027')).said)).toEqual([
        [
          undefined,
          expect.stringMatching(/^Tenggat Kabupaten Bengkalis diubah dari 15 Mei 2027 menjadi Senin, 10 Mei/),
        ],
        ...['Mandau', 'Rupat Utara'].map((name) => [
          `Kec. ${name}`,
          `Tenggat Kecamatan ${name} diubah menjadi Senin, 10 Mei 2027, mengikuti tenggat Kabupaten Bengkalis. Pengingat mengikuti tanggal ini.`,
        ]),
      ]);
      expect(heard((await kadis.says('/tenggat 10 Mei 2027')).said)).toHaveLength(1);
      await stage().at('2027-04-01T14:00:00Z');
      expect(heard((await kadis.says('/tenggat 3 Mei 2027', PRIVATELY)).said)).toHaveLength(1);
      expect(heard((await kadis.says('/tenggat 4 Mei 2027')).said)).toHaveLength(1);
      expect(heard((await kadis.says('/tenggat 5 Mei 2027', PRIVATELY)).said)).toHaveLength(1);
      expect(heard((await stage().at('2027-04-02T00:05:00Z')).said)).toEqual([
        [
          undefined,
          'Tenggat Kabupaten Bengkalis diubah menjadi Rabu, 5 Mei 2027. Pengingat mengikuti tanggal ini.',
        ],
        ['Kec. Mandau', expect.stringContaining('Rabu, 5 Mei 2027')],
        ['Kec. Rupat Utara', expect.stringContaining('Rabu, 5 Mei 2027')],
      ]);
    });
  },
  ['Simulator'],
);
