import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant, UserRef, VillageCode } from '../../src/domain/ids.ts';
import { open, person, register, type Stage } from '../stage.ts';
import { telegramStage } from '../stages/telegram.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const PETANI = '14.03.16.2001' as VillageCode;

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

it('leaves a claim to a village that has a head on another platform out of what is approved together', async () => {
  const camat = await open(stage);
  await register(stage, camat, 'Kades Petani', 'Petani');
  stage.store.transaction((tx) => {
    const claimant = tx.people.findOrAdd(['whatsapp:9001@lid' as UserRef], 'Kades Petani');
    tx.people.ask(claimant, 'kades', PETANI, NOW);
  });
  await person(stage, 'Sekdes Pamesi').says('/daftar Pamesi sekdes');
  await person(stage, 'Sekdes Petani').says('/daftar Petani sekdes');
  const list = await camat.says('/setujui').hears('sudah ada pejabatnya');
  await camat.presses(list, 'Setujui semua');
  const heads = holders().filter(({ area, kind }) => area === PETANI && kind === 'kades');
  expect(heads).toHaveLength(1);
});
