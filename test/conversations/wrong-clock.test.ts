import { expect, it } from 'vitest';
import { openRegency } from '../regency.ts';
import { open, person, register } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

const PRIVATELY = { privately: true };
const GROUP = { group: 'Grup Solapan' };

onEveryPlatform(
  'after the clock was ahead for a minute and was set right',
  (stage) => {
    const during = async (
      ahead: string,
      right: string,
      deed: () => PromiseLike<unknown> = async () => {},
    ) => {
      await stage().at(ahead);
      await deed();
      await stage().at(ahead.replace(':00Z', ':59Z'));
      await stage().at(right);
    };

    it('nothing is lost that is kept for a time: held reports, codes, and what may be taken back', async () => {
      const camat = await open(stage());
      const ani = await register(stage(), camat, 'Ani', 'Bumbung');
      const budi = person(stage(), 'Budi');
      await budi.says('/daftar Petani kades').hears('menunggu');
      await budi.says('/lapor kantor sudah').hears('kami simpan');
      const code = stage().invitation('14.03.09');
      await stage().at('2027-04-03T02:00:00Z');
      const echo = await ani.says('/lapor klinik sudah').hears('1/7');
      await during('2027-07-15T02:00:00Z', '2027-04-03T03:00:00Z');
      await ani.replies(echo, '/batal').hears('dibatalkan');
      await person(stage(), 'Camat Mandau')
        .says(`/mulai ${code}`, { group: 'Grup Mandau' })
        .hears('sudah aktif');
      await camat.presses(await camat.says('/setujui').hears('Budi'), 'Setujui Budi').hears('kantor');
    });

    it('wrong codes that were tried then lock nobody out', async () => {
      await open(stage());
      const kadis = person(stage(), 'Ibu Kadis');
      await during('2027-05-01T02:00:00Z', '2027-04-01T02:00:00Z', async () => {
        for (let n = 0; n < 5; n++) await kadis.says('/mulai AAAAA-AAAAA', GROUP).hears('ode');
      });
      await kadis
        .says(`/mulai ${stage().invitation('14.03')}`, PRIVATELY)
        .hears('Kabupaten Bengkalis sudah aktif');
    });

    it('what was reported then counts at every level, and in the pace', async () => {
      const kadis = await openRegency(stage());
      const camat = person(stage(), 'Ibu Camat');
      await camat.says(`/mulai ${stage().invitation()}`, GROUP).hears('sudah aktif');
      await during('2027-04-11T02:00:00Z', '2027-04-01T03:00:00Z', () =>
        camat.says('/lapor petani 1 2', GROUP).hears('2/7'),
      );
      await kadis.says('/rekap').hears(/Dari 1 dari 155|Melapor 7 hari terakhir: 1 dari 155/);
      await camat.says('/lapor bumbung 1', GROUP).hears('1/7');
      await camat.says('/rekap', GROUP).hears('3/91');
      await kadis.says('/rekap').hears('3/91', 'Melapor 7 hari terakhir: 2 dari 155');
      await kadis.says('/rekap laju').hears('Bengkalis');
      await camat.says('/rekap laju', GROUP).hears('Bathin Solapan');
      expect(stage().store.transaction((tx) => tx.counters.rebuild())).toEqual([]);
    });
  },
  ['Simulator'],
);
