import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/ids.ts';
import { open, type Person, person, register } from '../stage.ts';
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

/** The number that the next message gets. */
const next = async (): Promise<string> => `${Number((await budi.says('pagi')).id) + 1}`;

it('keeps /batal under the answer to a message from what its edit reported, though both came together', async () => {
  const id = await next();
  const { said } = await stage.together([
    { person: 'Budi', text: '/lapor klinik sudah' },
    { person: 'Budi', text: '/lapor gudang sudah', edits: id },
  ]);
  const first = said.find(({ text }) => text.includes('klinik: berdiri'))!;
  await budi.replies(first, '/batal').hears('Pesan itu diubah sesudah jawaban ini');
  await budi.says('/status').hears('gudang: berdiri');
});

it('says of the edit of a decision what that message decided, and not another that came with it', async () => {
  await person(stage, 'Sari').says('/daftar Pamesi kades');
  const id = await next();
  await stage.together([
    { person: 'Ibu Camat', text: '/tenggat 10 mei 2027' },
    { person: 'Ibu Camat', text: '/pengingat mati' },
  ]);
  await stage.at('2027-04-01T02:05:00Z');
  const { text } = await camat.says('maaf salah ketik', { edits: id }).hears('menetapkan tenggat 10 Mei');
  expect(text).not.toContain('pengingat');
});

it('counts what is typed after a press as newer, though both are fetched late', async () => {
  const list = await budi.says('/lapor').hears('klinik');
  await stage.at('2027-04-01T02:06:30Z');
  const { said } = await stage.together([
    { person: 'Budi', press: { on: list, label: list.buttons.find((each) => each.includes('Klinik'))! } },
    { person: 'Budi', text: '/lapor klinik belum', at: '2027-04-01T02:05:10.000Z' as Instant },
  ]);
  expect(said.map(({ text }) => text).join()).toContain(LOWERS);
});

it("counts what is typed after a press as newer, though the machine's clock is ahead and the bot restarts", async () => {
  stage.ahead(3_000);
  const list = await budi.says('/lapor').hears('klinik');
  await stage.restart();
  await budi.presses(list, list.buttons.find((each) => each.includes('Klinik'))!);
  await budi.says('/lapor klinik belum').hears(LOWERS);
});

it('counts a press as newer than what was written before, though a message came late in between', async () => {
  const list = await budi.says('/lapor').hears('klinik');
  await camat.says('/lapor Petani klinik proses').hears('klinik');
  await budi.says('halo', { at: '2027-04-01T01:59:15.000Z' as Instant });
  await budi.presses(list, list.buttons.find((each) => each.includes('Klinik'))!);
  await budi.says('/status').hears('klinik: berdiri');
});

it('counts a press, though an edit of hours ago is told of behind it', async () => {
  const morning = await budi.says('halo', { at: '2027-03-31T23:50:00.000Z' as Instant });
  await stage.at('2027-04-01T02:12:00Z');
  await budi.says('/lapor klinik proses').hears('klinik');
  const list = await budi.says('/lapor').hears('klinik');
  await stage.at('2027-04-01T02:14:00Z');
  await stage.together([
    { person: 'Budi', press: { on: list, label: list.buttons.find((each) => each.includes('Klinik'))! } },
    { person: 'Budi', text: 'halo semua', edits: morning.id, at: '2027-04-01T00:10:00.000Z' as Instant },
  ]);
  await budi.says('/status').hears('klinik: berdiri');
});

it('counts an edit that is made after a press as newer, though both are fetched late', async () => {
  const { id } = await budi.says('/lapor gudang sudah');
  const list = await budi.says('/lapor').hears('klinik');
  await stage.at('2027-04-01T02:05:30Z');
  const { said } = await stage.together([
    { person: 'Budi', press: { on: list, label: list.buttons.find((each) => each.includes('Klinik'))! } },
    { person: 'Budi', text: '/lapor klinik belum', edits: id, at: '2027-04-01T02:05:10.000Z' as Instant },
  ]);
  expect(said.map(({ text }) => text).join()).toContain(LOWERS);
});
