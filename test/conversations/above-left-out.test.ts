import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReportingRegency } from '../regency.ts';
import type { Person, Stage } from '../stage.ts';
import { simulatorStage } from '../stages/simulator.ts';

// What an answer leaves out of a question is named above it, and no time is kept or dropped in silence.

const PRIVATELY = { privately: true };

let stage: Stage;
let kadis: Person;
beforeEach(async () => {
  stage = await simulatorStage();
  kadis = await openReportingRegency(stage);
  await stage.at('2027-04-12T02:00:00Z');
});
afterEach(() => stage.close());

/** A question, and what its answer leaves out. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'berapa persen kenaikan dari bulan lalu': 'persen',
  'rekap senin ini': 'senin',
};

const WHOLE: readonly string[] = [
  'bisa ga tercapai tenggat?',
  'ada yang turun ga?',
  'kapan tenggatnya',
  'kapan pengingat berikutnya',
  'urutkan dari yang tertinggi',
  'yang paling banyak naik minggu lalu mana',
  'bandingkan minggu ini dengan minggu lalu',
  'gudang yang sudah beroperasi berapa',
  'rekap utk pak bupati',
  'berapa unit yang sudah berdiri',
];

describe('above the kecamatan', () => {
  it.each(Object.entries(LEFT_OUT))('%s: the answer names "%s"', async (words, left) => {
    await kadis.says(`bot ${words}`).hears(new RegExp(`^"${left}" belum terbaca[^\\n]*Yang terdekat:\\n`));
  });

  it.each(WHOLE)('%s: nothing is left out', async (words) => {
    const { text } = await kadis.says(`bot ${words}`).hears();
    expect(text).not.toContain('belum terbaca');
  });

  it('a new question is about the present, after a month that it does not reply to', async () => {
    await kadis.says('bulan maret gimana', PRIVATELY).hears('Perubahan 1–31 Maret 2027');
    await kadis
      .says('berapa unit yang sudah berdiri', PRIVATELY)
      .hears(/^Rekap KDKMP[^\n]*\nData per 12 Apr/);
    const march = await kadis.says('bulan maret gimana', PRIVATELY).hears('Perubahan 1–31 Maret 2027');
    await kadis.replies(march, 'berapa unit yang sudah berdiri', PRIVATELY).hears('31 Maret');
  });

  it('several parts side by side say of which days they are', async () => {
    await kadis
      .says('bot bandingkan mandau dan bathin solapan sejak 1 april')
      .hears(/^Ini keadaan sekarang:/);
    await kadis
      .says('/rekap banding mandau, bathin solapan maret')
      .hears(/yang berakhir pada 31 Maret 2027:/);
  });

  it('a workbook comes with whatever words around it', async () => {
    for (const words of ['rekap mandau dalam bentuk excel', 'rekap mandau bagus2 excel']) {
      const { said } = await kadis.says(`bot ${words}`);
      expect(said.flatMap(({ files }) => files)).toHaveLength(1);
    }
  });
});
