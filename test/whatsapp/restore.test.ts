import { truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import type { ChatRef } from '../../src/domain/ids.ts';
import { backUp, restore } from '../../src/store/backup.ts';
import { literal } from '../../src/text/markup.ts';
import type { Actor } from './actor.ts';
import type { Group } from './queries.ts';
import { makeRig, type Rig } from './rig.ts';

let rig: Rig;
let budi: Actor;
let sari: Actor;
let group: Group;
beforeEach(async () => {
  rig = await makeRig();
  await rig.pair();
  [budi, sari] = [rig.server.person('Budi'), rig.server.person('Sari')];
  group = rig.server.group('KDMP', [budi, sari]);
  for (const from of [budi, sari]) await hears(from, 'halo');
});
afterEach(() => rig.close());

/** The bot says something, as the outbox has it do. */
async function say(jid: string): Promise<void> {
  const [to, text] = [`whatsapp:${jid}` as ChatRef, literal('halo')];
  const id = rig.store.transaction((tx) => tx.outbox.add({ to, content: { text } }, systemClock()));
  await rig.whatsapp.send({ to, text }, `${id}`);
}
async function sayEverywhere(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) for (const jid of [group.jid, budi.lid, sari.lid]) await say(jid);
}

/** Somebody writes to the bot, privately or in the group, and it can read that. */
async function hears(from: Actor, conversation: string, where?: Group): Promise<void> {
  const before = rig.messages().length;
  await rig.server.say({ from, message: { conversation }, ...(where && { in: where }) });
  await rig.server.until(() => rig.messages().length > before);
  expect(rig.messages().at(-1)).toMatchObject({ text: conversation });
}

const copy = () => `${rig.file}.copy`;
const restored = () => rig.stop(() => void restore(copy(), rig.file, systemClock()));
const readBy = () => rig.server.sent.map((each) => each.readBy);
const EVERYWHERE = [['Budi', 'Sari'], ['Budi'], ['Sari']];

it('what the bot says after a restore is read in groups and privately, counted, and no repetition', async () => {
  await sayEverywhere(1);
  await backUp(rig.file, copy());
  await sayEverywhere(4);
  await restored();
  await rig.open();
  await sayEverywhere(2);
  expect(readBy()).toEqual(Array(7).fill(EVERYWHERE).flat());
  const ids = rig.server.sent.map(({ id }) => id);
  // Phones drop a message whose id they know.
  expect(new Set(ids).size).toBe(ids.length);
  const { cap, left } = rig.whatsapp.counters!().caps![0]!;
  expect(cap - left).toBe(ids.length);
  // A phone may ask again for what was sent since the backup.
  expect(rig.store.whatsapp.of(1).sent.get(ids[9]!)).toBeDefined();
});

it('what people write after a restore is read, before the bot has said anything', async () => {
  await sayEverywhere(1);
  await hears(budi, 'satu', group);
  await backUp(rig.file, copy());
  await sayEverywhere(1);
  await hears(budi, 'dua', group);
  await hears(budi, 'tiga');
  await sayEverywhere(1);
  await restored();
  await rig.open();
  await hears(budi, 'empat', group);
  await hears(budi, 'lima');
  await hears(sari, 'enam', group);
  await sayEverywhere(1);
  expect(readBy().slice(-3)).toEqual(EVERYWHERE);
});

it('a restore over a damaged database, or where there is none, is as good, but knows nothing of what was sent since', async () => {
  await sayEverywhere(1);
  await backUp(rig.file, copy());
  await sayEverywhere(1);
  await rig.stop(() => {
    truncateSync(rig.file, 5000);
    expect(restore(copy(), rig.file, systemClock())).toMatchObject({ kept: expect.any(String) });
  });
  await rig.open();
  await sayEverywhere(1);
  expect(readBy()).toEqual(Array(3).fill(EVERYWHERE).flat());
});

/** Starts again on a file in which rows of a type hold something else. */
const damaged = (type: string, value: string) =>
  rig.stop(() => {
    const db = new Database(rig.file);
    db.prepare('UPDATE whatsapp_session SET value = ? WHERE type = ?').run(value, type);
    db.close();
  });

it.each(['{', '', 'null', '{}', '"x"'])(
  'what people write is read although the secret of the pseudonyms is damaged: %s',
  async (value) => {
    await damaged('pseudonym', value);
    await rig.open();
    expect(rig.whatsapp.counters!().unreadable).toBe(1);
    await hears(budi, 'satu', group);
    await hears(sari, 'dua');
    await say(group.jid);
    expect(readBy()).toEqual([EVERYWHERE[0]]);
  },
);

it.each(['{', '', 'null', '{}', '[]'])(
  'a number whose credentials are damaged is linked anew: %s',
  async (value) => {
    await damaged('creds', value);
    await rig.pair();
    expect(rig.whatsapp.counters!().unreadable).toBe(1);
    await hears(budi, 'satu');
  },
);
