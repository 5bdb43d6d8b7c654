import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import { open, type Person, register } from '../stage.ts';
import { type TelegramStage, telegramStage } from '../stages/telegram.ts';

// What the bot hears of at once, after it was away for a moment.

let stage: TelegramStage;
let camat: Person;
let budi: Person;
beforeEach(async () => {
  stage = await telegramStage();
  camat = await open(stage);
  budi = await register(stage, camat, 'Budi', 'Petani');
});
afterEach(() => stage.close());

/** What is asked before a unit is lowered, which what is older than that does not do. */
const LOWERS = 'Apakah benar statusnya turun';

it('counts what is typed after a press as newer, though both are fetched late', async () => {
  const list = await budi.says('/lapor').hears('klinik');
  await stage.at('2027-04-01T02:06:30Z');
  const { said } = await stage.together([
    { person: 'Budi', press: { on: list, label: list.buttons.find((each) => each.includes('Klinik'))! } },
    { person: 'Budi', text: '/lapor klinik belum', at: '2027-04-01T02:05:10.000Z' as Instant },
  ]);
  expect(said.map(({ text }) => text).join()).toContain(LOWERS);
});

it("counts what is typed after a press as newer, though the machine's clock is ahead", async () => {
  const ahead = { at: '2027-04-01T01:59:57.000Z' as Instant };
  const list = await budi.says('/lapor', ahead).hears('klinik');
  await budi.presses(list, list.buttons.find((each) => each.includes('Klinik'))!);
  await budi.says('/lapor klinik belum', ahead).hears(LOWERS);
});
