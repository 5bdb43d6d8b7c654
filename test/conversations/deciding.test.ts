import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant, VillageCode } from '../../src/domain/ids.ts';
import { open, person, register, type Stage } from '../stage.ts';
import { telegramStage } from '../stages/telegram.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;

let stage: Stage;
beforeEach(async () => {
  stage = await telegramStage(NOW, true);
});
afterEach(() => stage.close());

const holders = () => stage.store.read((tx) => tx.people.holders('14.03.16' as VillageCode));

it('decides about nobody by a yes or a number that quotes nothing, since people say these to each other', async () => {
  const camat = await open(stage);
  await register(stage, camat, 'Kades Petani', 'Petani');
  await person(stage, 'Orang Asing').says('/daftar Pamesi kades');
  const before = holders();
  const asked = await camat.says('/setujui asing').hears('Orang Asing');
  await camat.says('ya').hears('Orang Asing');
  await camat.says('/cabut petani').hears('Jabatan mana');
  await camat.says('1');
  expect(holders()).toEqual(before);
  await camat.presses(asked, 'Ya, setujui');
  expect(holders()).toHaveLength(before.length + 1);
});
