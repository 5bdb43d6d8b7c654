import { afterEach, beforeEach, expect, it } from 'vitest';
import { person, type Stage } from '../stage.ts';
import { telegramStage } from '../stages/telegram.ts';

const PRIVATELY = { privately: true };

let stage: Stage;
beforeEach(async () => {
  stage = await telegramStage();
});
afterEach(() => stage.close());

it('invites the kota that is meant, not the kabupaten of the same name, and asks where both may be', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('32')}`, PRIVATELY);
  await dinas.says('/undang Kota Bandung', PRIVATELY).hears('Kota Bandung');
  await dinas.says('/undang Kab. Bandung', PRIVATELY).hears('Kabupaten Bandung');
  await dinas.says('/cabut Kota Bandung', PRIVATELY).hears('Kota Bandung');
  const asked = await dinas.says('/undang Bandung walikota', PRIVATELY).hears('"Bandung" yang mana?');
  expect(asked.buttons).toEqual(['Kabupaten Bandung', 'Kota Bandung']);
  await dinas.presses(asked, 'Kota Bandung').hears('Kota Bandung');
  const taken = await dinas.says('/cabut Bandung', PRIVATELY).hears('"Bandung" yang mana?');
  await dinas.presses(taken, 'Kota Bandung').hears('Kota Bandung');
});

it('tells a kecamatan whose name begins with Kota from the other', async () => {
  const kadis = person(stage, 'Pak Kadis');
  await kadis.says(`/mulai ${stage.invitation('17.01')}`, PRIVATELY);
  await kadis.says('/undang Kota Manna', PRIVATELY).hears('Kecamatan Kota Manna');
  await kadis.says('/undang Kecamatan Manna', PRIVATELY).hears('Kecamatan Manna');
  const asked = await kadis.says('/undang Manna', PRIVATELY).hears('"Manna" yang mana?');
  expect(asked.buttons).toHaveLength(2);
});
