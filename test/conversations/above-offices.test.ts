import { expect, it } from 'vitest';
import { openRegency, openReportingRegency } from '../regency.ts';
import { type Person, person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const PRIVATELY = { privately: true };

/** Appoints somebody who has said something in the group. */
async function appoint(kadis: Person, somebody: Person, role: string) {
  const { id } = await somebody.says('Selamat pagi');
  const asked = await kadis.says(`/tunjuk ${role}`, { replyTo: id });
  await kadis.presses(asked.said.at(-1)!, 'Ya, berikan').hears(somebody.name);
}

/** The commands that a help names. */
const commandsIn = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/\/[a-z_]+(?:@\w+)?(?: (?:buka|tutup))?/g)].map(([name]) => name.replace(/@\w+/, '')),
    ),
  ].toSorted();

const READING = ['/belum', '/rekap', '/riwayat', '/status', '/tenggat'];

onEveryPlatform('the help above the kecamatan', (stage) => {
  it('names to each office exactly what it may do', async () => {
    const kadis = await openReportingRegency(stage());
    const [kabid, guest] = ['Bu Ani', 'Pak Tamu'].map((name) => person(stage(), name));
    await appoint(kadis, kabid!, 'kabid');
    const namedTo = async (somebody: Person, options = {}) =>
      commandsIn((await somebody.says('/bantuan', options).hears('Di sini: Kabupaten Bengkalis')).text);
    const assisting = [...READING, '/cabut', '/lupakan_saya', '/pengingat', '/undang'];
    const heading = [...assisting, '/lepas', '/rekap buka', '/rekap tutup', '/tunjuk'];
    expect(await namedTo(guest!)).toEqual(READING.toSorted());
    for (const options of [{}, PRIVATELY]) {
      expect(await namedTo(kabid!, options)).toEqual(assisting.toSorted());
      expect(await namedTo(kadis, options)).toEqual(heading.toSorted());
    }
    await kadis.says('bot bisa apa aja', PRIVATELY).hears('Mengundang kecamatan: /undang');
  });

  it('leaves what is set for the area to those who head it', async () => {
    const kadis = await openRegency(stage());
    const kabid = person(stage(), 'Bu Ani');
    await appoint(kadis, kabid, 'kabid');
    for (const words of ['/pengingat mati', '/rekap buka', '/rekap tutup', '/lepas', 'bot matikan pengingat'])
      await kabid.says(words).hears('diatur oleh pimpinannya: Kepala Dinas Koperasi');
    await kabid.says('bot undur tenggat seminggu').hears(/^Tenggat kecamatan diubah oleh camat/);
    await kabid
      .says('/pengingat')
      .hears(
        'Pengingat otomatis aktif',
        'Senin, 5 April 2027: rekap Senin',
        'Rabu, 12 Mei 2027: H-3',
        /^(?![\s\S]* mati)/,
      );
    await kadis.says('/pengingat').hears(/\/pengingat\S* mati dan/);
    await kadis.says('/pengingat mati').hears('Pengingat otomatis nonaktif', /^(?![\s\S]*5 April)/);
  });
});

onEveryPlatform('offices of a kabupaten', (stage) => {
  it('are those of a kabupaten, and not of a kota', async () => {
    const kadis = await openRegency(stage());
    const how = await kadis.says('/tunjuk').hears('kadis koperasi, kadis pmd, bupati, sekretaris dinas');
    expect(how.text).not.toContain('walikota');
    const kota = person(stage(), 'Pak Kadis');
    await kota.says(`/mulai ${stage().invitation('14.71')}`, PRIVATELY).hears('Kota Pekanbaru');
    await kota.says('/tunjuk', PRIVATELY).hears('walikota', /^(?![\s\S]*bupati)/);
    const dinas = person(stage(), 'Bu Dinas');
    await dinas.says(`/mulai ${stage().invitation('14')}`, PRIVATELY).hears('Provinsi Riau');
    await dinas
      .says('/undang Siak walikota', PRIVATELY)
      .hears(
        'Kabupaten Siak tidak mempunyai Wali Kota. Yang dapat diundang: kadis koperasi, kadis pmd, bupati',
      );
    await dinas.says('/undang Siak bupati', PRIVATELY).hears(/Kabupaten Siak: \w{5}-\w{5}/);
  });

  it('are given by a reply, which a mention is told', async () => {
    const kadis = await openRegency(stage());
    await kadis.says('/tunjuk kabid @BuAni').hears('Menyebut nama orang (@) belum memberikan jabatan');
    await kadis.says('/cabut petani').hears('Jabatan di Petani dicabut oleh camat dan Kasi PMD');
  });
});

onEveryPlatform(
  'a kecamatan whose group is unlinked',
  (stage) => {
    it('is told above by its name, with what can be done', async () => {
      const kadis = await openRegency(stage());
      const group = { group: 'Grup Mandau' };
      const camat = person(stage(), 'Pak Zulkarnain');
      await camat.says(`/mulai ${stage().invitation('14.03.09')}`, group).hears('Kecamatan Mandau');
      const asked = await camat.says('/lepas', group).hears('Lepaskan grup ini');
      const { said } = await camat.presses(asked, 'Ya', group);
      const told = said.find(({ text }) => text.includes('dilepas dari bot ini oleh pimpinannya'));
      expect(told!.text).toContain('Grup Kecamatan Mandau dilepas');
      expect(told!.group).toBeUndefined();
      expect(told!.text).not.toContain('Zulkarnain');
      await kadis
        .says('/undang Mandau', PRIVATELY)
        .hears('Kecamatan Mandau sudah memakai bot ini', 'tidak ada grupnya yang tersambung');
    });

    it('is told above once in a day, however often a further group is linked and unlinked', async () => {
      await openRegency(stage());
      const camat = person(stage(), 'Pak Zulkarnain');
      await camat.says(`/mulai ${stage().invitation('14.03.09')}`, { group: 'Grup Mandau' });
      const further = { group: 'Grup kedua' };
      const toldAbove: string[] = [];
      const unlink = async (group: { readonly group: string }) => {
        const asked = await camat.says('/lepas', group).hears('Lepaskan grup ini');
        const { said } = await camat.presses(asked, 'Ya', group);
        toldAbove.push(...said.filter((each) => each.group === undefined).map(({ text }) => text));
      };
      for (let n = 0; n < 3; n++) {
        const { said } = await camat.says('/undang', PRIVATELY);
        const [code] = /\w{5}-\w{5}/.exec(said.map(({ text }) => text).join())!;
        await camat.says(`/mulai ${code}`, further).hears('tersambung');
        await unlink(further);
      }
      expect(toldAbove).toEqual([expect.stringContaining('Salah satu grup Kecamatan Mandau dilepas')]);
      // That none is left is news.
      await unlink({ group: 'Grup Mandau' });
      expect(toldAbove.slice(1)).toEqual([expect.stringMatching(/^Grup Kecamatan Mandau dilepas/)]);
    });
  },
  ['Simulator'],
);
