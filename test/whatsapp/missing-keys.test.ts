import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatRef } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { literal } from '../../src/text/markup.ts';
import type { Actor } from './actor.ts';
import type { Group } from './queries.ts';
import { makeRig, type Rig } from './rig.ts';

// Baileys asks for the keys of all devices of a group at once, and gives the message up when one is refused (Baileys#2521).

let rig: Rig;
let budi: Actor;
let sari: Actor;
let tono: Actor;
let group: Group;
const log: string[] = [];
beforeEach(async () => {
  log.length = 0;
  rig = await makeRig({ log: createLog('warn', { write: (line) => void log.push(line) }) });
  [budi, sari, tono] = ['Budi', 'Sari', 'Tono'].map((name) => rig.server.person(name)) as [
    Actor,
    Actor,
    Actor,
  ];
  group = rig.server.group('KDMP', [budi, sari, tono]);
  await rig.pair();
});
afterEach(() => rig.close());

let lastKey = 0;
const say = (to: string = group.jid) =>
  rig.whatsapp.send({ to: `whatsapp:${to}` as ChatRef, text: literal('halo') }, `${++lastKey}`);
const keyQueries = () => rig.server.received.filter(({ content }) => tagOf(content) === 'key').length;
const tagOf = (content: unknown) => Array.isArray(content) && (content[0] as { tag: string }).tag;

describe.each(['404', '406', '500'])('a member whose keys the server refuses with %s', (code) => {
  it.each([
    ['of that one alone', false],
    ['for all that were asked about', true],
  ])('is left out, %s: the others get the message', async (_, whole) => {
    rig.server.withhold(sari.lid, { of: 'keys', code, whole });
    await say();
    expect(rig.server.sent).toMatchObject([{ readBy: ['Budi', 'Tono'], notReadBy: ['Sari'] }]);
    expect(log.join()).toMatch(`gives no keys for a device`);
    expect(log.join()).not.toContain(sari.lid.split('@')[0]);
    expect(rig.whatsapp.counters?.().devicesLeftOut).toBe(1);
    // Nor is the server asked about it with every message.
    const asked = keyQueries();
    await say();
    expect(keyQueries()).toBe(asked);
    expect(rig.server.sent[1]).toMatchObject({ readBy: ['Budi', 'Tono'] });
  });

  it('is left out when it is the only one to be given the key of the group', async () => {
    await say();
    const rina = rig.server.person('Rina');
    group.members.push(rina);
    rig.server.withhold(rina.lid, { of: 'keys', code, whole: false });
    const content = [{ tag: 'participant', attrs: { jid: rina.lid, phone_number: rina.phone } }];
    const id = rig.server.notify(group, budi, { tag: 'add', attrs: {}, content });
    await rig.server.until(() => rig.server.received.some(({ attrs }) => attrs.id === id));
    await say();
    expect(rig.server.sent[1]).toMatchObject({ readBy: ['Budi', 'Sari', 'Tono'], notReadBy: ['Rina'] });
  });

  it('is left out when the server refuses to tell its devices', async () => {
    for (const whole of [false, true]) {
      rig.server.withhold(sari.lid, { of: 'devices', code, whole });
      await say();
    }
    expect(rig.server.sent).toMatchObject([{ readBy: ['Budi', 'Tono'] }, { readBy: ['Budi', 'Tono'] }]);
  });
});

it('a device of which the server says nothing is left out, though it is the only new one', async () => {
  await say();
  rig.server.addDevice(sari, 7);
  await rig.stop();
  await rig.open();
  await say();
  await say();
  expect(rig.server.sent).toMatchObject(Array(3).fill({ readBy: ['Budi', 'Sari', 'Tono'] }));
});

it('somebody with a further device without keys is answered privately', async () => {
  for (const whole of [false, true]) {
    rig.server.withhold(rig.server.addDevice(budi, whole ? 8 : 7), { of: 'keys', code: '406', whole });
    await rig.stop();
    await rig.open();
    await rig.server.say({ from: budi, message: { conversation: 'rekap' } });
    await rig.server.until(() => rig.messages().length === (whole ? 2 : 1));
    await say(budi.lid);
  }
  expect(rig.server.sent).toMatchObject([{ readBy: ['Budi'] }, { readBy: ['Budi'] }]);
});

it('a member whose keys come after all reads again', async () => {
  rig.server.withhold(sari.lid, { of: 'keys', code: '406', whole: false });
  await say();
  rig.server.withhold(sari.lid);
  rig.server.askAgain(sari, group, rig.server.sent[0]!.id);
  await rig.server.until(() => rig.server.sent.length === 2);
  expect(rig.server.sent[1]).toMatchObject({ readBy: expect.arrayContaining(['Sari']) });
});

it('keys that are refused for everybody are a fault of the server: nothing is sent, and it is tried again', async () => {
  for (const { lid } of [budi, sari, tono])
    rig.server.withhold(lid, { of: 'keys', code: '500', whole: false });
  rig.server.withhold(rig.server.me.lid, { of: 'keys', code: '500', whole: false });
  await expect(say()).rejects.toMatchObject({ outcome: 'not-sent' });
  for (const { lid } of [budi, sari, tono]) rig.server.withhold(lid);
  await say();
  expect(rig.server.sent).toMatchObject([{ readBy: ['Budi', 'Sari', 'Tono'] }]);
});
