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

it('has one holder of a role: a second code is refused until the level above has taken it back, and all are told', async () => {
  const dinas = person(stage, 'Bu Dinas');
  await dinas.says(`/mulai ${stage.invitation('14')}`, PRIVATELY);
  const [first, second] = [stage.invitation('14.03'), stage.invitation('14.03')];
  const kadis = person(stage, 'Ibu Kadis');
  await kadis.says(`/mulai ${first}`).hears('Kabupaten Bengkalis dibuka');
  const stranger = person(stage, 'Pak Tamu');
  await stranger
    .says(`/mulai ${second}`, PRIVATELY)
    .hears(
      'sudah ada pemegangnya',
      'yang memegang Provinsi Riau mencabutnya dahulu dengan /cabut Kabupaten Bengkalis',
    );
  await stranger.says('/rekap', PRIVATELY).hears(/^(?!.*Rekap)/s);

  const asked = await dinas.says('/cabut Kabupaten Bengkalis', PRIVATELY);
  const taken = await dinas.presses(asked.said.at(-1)!, 'Ya, cabut');
  expect(taken.said.map(({ text }) => text).join()).toContain(
    'Kepala Dinas Koperasi Kabupaten Bengkalis di bot ini sudah dicabut',
  );
  const code = /\w{5}-\w{5}/.exec(
    (await dinas.says('/undang Kabupaten Bengkalis', PRIVATELY)).said.at(-1)!.text,
  )![0];
  const given = await person(stage, 'Pak Kadis').says(`/mulai ${code}`, PRIVATELY);
  expect(given.said.map(({ text }) => text).join()).toContain(
    'Kepala Dinas Koperasi Kabupaten Bengkalis kini: Pak Kadis.',
  );
});
