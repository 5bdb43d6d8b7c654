import { expect, it } from 'vitest';
import type { DistrictCode } from '../../src/domain/ids.ts';
import type { Tx } from '../../src/store/tx.ts';
import { openRegency } from '../regency.ts';
import { open, type Person, person, register, type Stage } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

/** In the evening, when what nobody asked for waits for the morning. */
const EVENING = '2027-04-01T14:00:00Z';
const MORNING = '2027-04-02T00:30:00Z';
const PRIVATELY = { privately: true };
const SOLAPAN = '14.03.16' as DistrictCode;
const GROUP = { group: 'Grup Solapan' };

const unlink = async (leader: Person, where = {}) => {
  await leader.presses(await leader.says('/lepas', where).hears('Lepaskan'), 'Ya', where).hears('dilepas');
};

const relinkTo = async (stage: Stage, leader: string) => {
  await person(stage, leader)
    .says(`/mulai ${stage.invitation('14.03.09')}`)
    .hears('Mandau');
};

onEveryPlatform(
  'what waits for a group that was linked elsewhere',
  (stage) => {
    const texts = async (moment: string) => (await stage().at(moment)).said.map(({ text }) => text);

    it('is not told there: neither a deadline below nor news from below', async () => {
      const kadis = await openRegency(stage());
      const camat = person(stage(), 'Ibu Camat');
      await camat.says(`/mulai ${stage().invitation()}`, GROUP).hears('sudah aktif');
      await stage().at(EVENING);
      await kadis.says('/tenggat 10 mei 2027').hears('10 Mei');
      await unlink(camat, GROUP);
      const other = person(stage(), 'Camat Cibinong');
      await other.says(`/mulai ${stage().invitation('32.01.01')}`, GROUP).hears('Cibinong');
      await unlink(kadis);
      const kadisOfBogor = person(stage(), 'Kadis Bogor');
      await kadisOfBogor.says(`/mulai ${stage().invitation('32.01')}`).hears('Kabupaten Bogor');
      expect((await texts(MORNING)).join('\n')).not.toMatch(/Solapan|Bengkalis/);
    });

    it('is told where the group was linked to the same area again', async () => {
      const kadis = await openRegency(stage());
      const camat = person(stage(), 'Ibu Camat');
      await camat.says(`/mulai ${stage().invitation()}`, GROUP).hears('sudah aktif');
      await stage().at(EVENING);
      await kadis.says('/tenggat 10 mei 2027').hears('10 Mei');
      await unlink(camat, GROUP);
      await camat.says(`/mulai ${stage().invitation()}`, GROUP).hears('Bathin Solapan');
      expect((await texts(MORNING)).join('\n')).toContain('Tenggat Kecamatan Bathin Solapan diubah');
    });

    it.each([
      [1, 'is told privately to who leads the area above'],
      [0, 'is told privately to nobody who leads the area above no more'],
    ])('[%i] %s', async (times) => {
      const [dinas, kadis] = [person(stage(), 'Bu Dinas'), person(stage(), 'Ibu Kadis')];
      await dinas.says(`/mulai ${stage().invitation('14')}`, PRIVATELY).hears('Provinsi Riau');
      await kadis.says(`/mulai ${stage().invitation('14.03')}`, PRIVATELY).hears('Kabupaten Bengkalis');
      const camat = person(stage(), 'Ibu Camat');
      await camat.says(`/mulai ${stage().invitation()}`).hears('sudah aktif');
      await stage().at(EVENING);
      await unlink(camat);
      const other = person(stage(), 'Camat Cibinong');
      await other.says(`/mulai ${stage().invitation('32.01.01')}`, GROUP).hears('Cibinong');
      if (times === 0) {
        const asked = await dinas.says('/cabut Bengkalis', PRIVATELY).hears('Cabut');
        await dinas.presses(asked, 'Ya', PRIVATELY).hears('dicabut');
      }
      const told = (await texts(MORNING)).filter((text) => text.includes('dilepas dari bot ini'));
      expect(told).toHaveLength(times);
    });
  },
  ['Simulator'],
);

onEveryPlatform('what was said before a group was linked elsewhere', (stage) => {
  const people = <Found>(read: (tx: Tx) => readonly Found[]) => stage().store.read(read);
  const relink = async (camat: Person) => {
    await stage().at('2027-04-01T02:10:00Z');
    await unlink(camat);
    await relinkTo(stage(), 'Camat Mandau');
    await stage().at('2027-04-01T02:20:00Z');
  };

  it('is no report of the new kecamatan where it is replied to', async () => {
    const camat = await open(stage());
    const hadi = await register(stage(), camat, 'Hadi', 'Bumbung');
    const checklist = (await hadi.says('/lapor')).said.at(-1)!;
    const asked = (await hadi.says('/lapor toko sudah')).said.at(-1)!;
    const echo = (await hadi.says('/lapor klinik sudah')).said.at(-1)!;
    await relink(camat);
    for (const [on, words] of [
      [checklist, '1 6'],
      [asked, 'apotek'],
      [echo, 'gudang proses'],
    ] as const)
      await hadi.replies(on, words).hears('milik kecamatan lain');
    await hadi.says('/daftar Air Jamban lurah').hears('menunggu persetujuan');
    const { said } = await person(stage(), 'Camat Mandau').says('/setujui semua');
    expect(said.map(({ text }) => text).join()).not.toContain('Dicatat');
  });

  it('asks for no role and gives none once its words are others', async () => {
    const camat = await open(stage());
    const asked = await person(stage(), 'Anton').says('/daftar Petani kades');
    const { id } = await person(stage(), 'Tamu').says('selamat pagi');
    const given = await camat.says('/tunjuk kades Pamesi', { replyTo: id });
    const held = await person(stage(), 'Berta').says('/lapor bumbung klinik sudah');
    await unlink(camat);
    await person(stage(), 'Berta')
      .says('batal saja', { edits: held.id })
      .hears('kami simpan sudah dibatalkan');
    await relinkTo(stage(), 'Camat Mandau');
    await person(stage(), 'Anton').says('maaf salah', { edits: asked.id }).hears('ditarik kembali');
    await camat.says('salah', { edits: given.id }).hears('Tamu');
    expect(people((tx) => tx.people.requests(SOLAPAN))).toEqual([]);
    expect(people((tx) => tx.people.holders(SOLAPAN)).map(({ kind }) => kind)).toEqual(['camat']);
  });
});
