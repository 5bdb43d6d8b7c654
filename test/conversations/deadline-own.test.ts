import { expect, it } from 'vitest';
import { openRegency } from '../regency.ts';
import { person } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const GROUP = { group: 'Grup Solapan' };

onEveryPlatform(
  "a kecamatan's own earlier deadline",
  (stage) => {
    it('is kept, and is back after the kabupaten had an earlier one for a while', async () => {
      const kadis = await openRegency(stage());
      const camat = person(stage(), 'Ibu Camat');
      await camat.says(`/mulai ${stage().invitation()}`, GROUP).hears('sudah aktif');
      await kadis.says('/tenggat 10 mei 2027').hears('10 Mei');
      await camat.says('/tenggat 5 mei 2027', GROUP).hears('5 Mei');
      await kadis.says('/tenggat 14 mei 2027').hears('14 Mei');
      await camat.says('/tenggat', GROUP).hears(/(?<!\d)5 Mei 2027/);
      await kadis.says('/tenggat 4 mei 2027').hears('4 Mei');
      await camat.says('/tenggat', GROUP).hears(/(?<!\d)4 Mei 2027/);
      const { said } = await kadis.says('/tenggat 15 mei 2027');
      expect(said.filter(({ group }) => group === GROUP.group).map(({ text }) => text)).toEqual([
        'Tenggat Kabupaten Bengkalis diubah. Tenggat Kecamatan Bathin Solapan kini Rabu, 5 Mei 2027, yang ditetapkan lebih awal. Pengingat mengikuti tanggal ini.',
      ]);
      await camat.says('/tenggat', GROUP).hears(/(?<!\d)5 Mei 2027/);
      // Whose deadline is that of the kabupaten again, follows it.
      await camat.says('/tenggat 15 mei 2027', GROUP).hears('15 Mei');
      await kadis.says('/tenggat 20 mei 2027').hears('20 Mei');
      await camat.says('/tenggat', GROUP).hears('20 Mei 2027');
      for (const who of [camat, kadis])
        await who
          .says('/tenggat 20 mei 2027', who === camat ? GROUP : {})
          .hears(/memang sudah .*20 Mei 2027/);
    });
  },
  ['Simulator'],
);

onEveryPlatform(
  'the deadline of a province whose code is a day of the month',
  (stage) => {
    it.each([
      ['15', 'Jambi'],
      ['14', 'Riau'],
    ])('%s: is set to that day (%s)', async (day) => {
      const kadis = person(stage(), 'Ibu Kadis');
      await kadis.says(`/mulai ${stage().invitation(day)}`).hears('sudah aktif');
      await kadis.says('/tenggat 20 mei 2027').hears('20 Mei 2027');
      await kadis.says(`/tenggat ${day} Mei`).hears(`menjadi`, `${day} Mei 2027`);
      await kadis.says('/tenggat').hears(`${day} Mei 2027`);
      await kadis.says(`/rekap ${day} maret`).hears(/pekan [^\n]*Maret 2027/);
    });
  },
  ['Simulator'],
);
