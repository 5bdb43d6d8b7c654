import { expect, it } from 'vitest';
import { openRegency } from '../regency.ts';
import { type Person, person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

/** In the evening, when what nobody asked for waits for the morning. */
const EVENING = '2027-04-01T14:00:00Z';
const MORNING = '2027-04-02T00:30:00Z';
const PRIVATELY = { privately: true };
const GROUP = { group: 'Grup Solapan' };

const unlink = async (leader: Person, where = {}) => {
  await leader.presses(await leader.says('/lepas', where).hears('Lepaskan'), 'Ya', where).hears('dilepas');
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
