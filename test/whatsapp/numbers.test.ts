import { proto } from '@whiskeysockets/baileys';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import type { ChatRef, DistrictCode } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import type { Actor } from './actor.ts';
import type { Group } from './queries.ts';
import type { Outgoing } from './server.ts';
import { answered, type OwnNumber, onSeveral } from './several.ts';

/** The servers count by themselves, and the bot would take two messages of one id for one. */
let lastSaid = 0;
let several: Awaited<ReturnType<typeof onSeveral>>;
afterEach(() => several.close());

/** A group with one member, in which a number is. */
interface Place {
  readonly number: OwnNumber;
  readonly member: Actor;
  readonly group: Group;
}
const place = (number: OwnNumber): Place => {
  const member = number.server.person('Sari');
  return { number, member, group: number.server.group(`KDMP ${number.id}`, [member]) };
};
/** The groups have different addresses, as they do on WhatsApp: one server gives the same to its first. */
function places(numbers: readonly OwnNumber[]): readonly Place[] {
  return numbers.map((number, i) => {
    for (let n = 0; n < i; n += 1) number.server.group('Lain', []);
    return place(number);
  });
}
const help = ({ number, member, group }: Place) => answered(number, member, group, '/bantuan');
const phase = (id: number) => several.platform.all().find((number) => number.id === id)?.state?.phase;
const invitation = (): string =>
  several.store.transaction((tx) => invite(tx, '14.03.16' as DistrictCode, systemClock()));
/** A number hears that one of the bot's is put out of the group. */
const putOut = ({ number, group, member }: Place, { number: { server } }: Place): void => {
  number.server.notify(group, member, {
    tag: 'remove',
    attrs: {},
    content: [{ tag: 'participant', attrs: { jid: server.me.lid } }],
  });
};
const textOf = ({ message }: Pick<Outgoing, 'message'>): string => message.extendedTextMessage?.text ?? '';
interface Reply {
  readonly of: Pick<Outgoing, 'id' | 'message'>;
  readonly lid: string;
}
/** Somebody writes, perhaps as a reply; gives what they wrote. */
async function said(
  { number: { server }, member, group }: Place,
  text: string,
  reply?: Reply,
  sameAs = `SAID${++lastSaid}`,
) {
  const contextInfo = reply && {
    stanzaId: reply.of.id,
    participant: reply.lid,
    quotedMessage: { conversation: textOf(reply.of) },
  };
  const message = proto.Message.fromObject({
    extendedTextMessage: { text, ...(contextInfo && { contextInfo }) },
  });
  const id = await server.say({ from: member, in: group, message, id: sameAs });
  return { id, message };
}
/** Somebody writes to the bot, perhaps as a reply to what a number said; gives what is answered with these words. */
async function told(place: Place, text: string, answer: string, reply?: Reply): Promise<Outgoing> {
  const { server } = place.number;
  const before = server.sent.length;
  await said(place, text, reply);
  const answers = () => server.sent.slice(before).filter((each) => textOf(each).includes(answer));
  await server.until(() => answers().length > 0);
  return answers()[0]!;
}
const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise(setImmediate);
};

/** Two numbers in one group, which the first serves. */
async function twoInAGroup(): Promise<[Place, Place]> {
  several = await onSeveral(2);
  await several.start();
  const [first, second] = several.numbers.map(place) as [Place, Place];
  await told(first, `/mulai ${invitation()}`, 'Bathin Solapan');
  return [first, second];
}
/** WhatsApp bans the first of the numbers. */
async function banned({ number: { server } }: Place): Promise<void> {
  server.refuseLogins('406');
  server.drop();
  await until(() => phase(1) === 'banned');
}

describe('several numbers', () => {
  it('answer each in its own groups, and go on when one is banned, crashes or is flooded', async () => {
    several = await onSeveral(3);
    await several.start();
    const [one, two, three] = places(several.numbers) as [Place, Place, Place];
    for (const each of [one, two, three]) expect(await help(each)).toContain('/mulai');

    // Banned: it tries no more, its messages wait, and the others answer.
    await banned(one);
    several.post(one.group, 'Menunggu');
    expect(await help(two)).toContain('/mulai');
    expect(several.platform.trouble!()).toBe('number 1: banned');

    // Its server sends what nobody can read, and ends the connection: it comes back by itself.
    two.number.server.post({ tag: 'message', attrs: { id: 'X', from: 'nowhere' }, content: [] });
    two.number.server.drop();
    expect(await help(three)).toContain('/mulai');
    await several.opened(two.number);
    expect(await help(two)).toContain('/mulai');

    // Flooded by strangers.
    for (let n = 0; n < 60; n += 1)
      await two.number.server.say({ from: two.member, in: two.group, message: { conversation: '/bantuan' } });
    expect(await help(three)).toContain('/mulai');
    expect(one.number.server.sent).toHaveLength(1);
  });

  it('of two in one group the first that hears from it speaks; when it leaves, the other does', async () => {
    several = await onSeveral(2);
    await several.start();
    const [first, second] = several.numbers.map(place) as [Place, Place];
    expect(first.group.jid).toBe(second.group.jid);
    expect(await help(first)).toContain('/mulai');

    // The other hears the same message, the first one's answer, and a question of its own.
    const { server } = second.number;
    for (const conversation of ['/bantuan', 'Dicatat untuk Desa Petani (1/7)'])
      await server.say({ from: second.member, in: second.group, message: { conversation } });
    await server.until(() => server.waiting().length === 0);
    expect(server.sent).toEqual([]);
    expect(several.heard.filter(({ kind }) => kind === 'message')).toHaveLength(1);

    putOut(first, first);
    const { serving } = several.store.whatsapp.numbers;
    await until(() => serving(`whatsapp:${first.group.jid}` as ChatRef) === second.number.id);
    expect(await help(second)).toContain('/mulai');
    several.post(second.group, 'Pengingat');
    await server.until(() => server.sent.length === 2);
    expect(first.number.server.sent).toHaveLength(1);
  });

  it('pass a group on at once when the one that served it is put out while another of them stays', async () => {
    const [first, second] = await twoInAGroup();
    const chat = `whatsapp:${first.group.jid}` as ChatRef;
    await second.number.server.say({
      from: second.member,
      in: second.group,
      message: { conversation: 'pagi' },
    });
    await second.number.server.until(() => second.number.server.waiting().length === 0);
    // WhatsApp tells everybody in the group.
    for (const each of [first, second]) putOut(each, first);
    await until(() => several.store.whatsapp.numbers.serving(chat) === second.number.id);
    expect(several.store.read((tx) => tx.chats.get(chat))).toMatchObject({ active: true });
    several.post(first.group, 'Pengingat');
    await second.number.server.until(() => second.number.server.sent.length === 1);
    const before = first.number.server.sent.length;
    for (const each of [first, second]) putOut(each, second);
    await until(() => several.store.read((tx) => tx.chats.get(chat))?.active === false);
    expect(several.store.whatsapp.numbers.serving(chat)).toBeUndefined();
    expect(first.number.server.sent).toHaveLength(before);
  });

  it('pass a group on right after a start, when the others have not been told yet in which groups they are', async () => {
    several = await onSeveral(2);
    const [first, second] = several.numbers.map(place) as [Place, Place];
    const chat = `whatsapp:${first.group.jid}` as ChatRef;
    const { numbers } = several.store.whatsapp;
    numbers.serve(chat, first.number.id);
    several.store.transaction((tx) => tx.chats.seen(chat, 'group', 'KDMP'));
    second.number.server.holdLists();
    await several.start();
    putOut(first, first);
    await second.number.server.say({
      from: second.number.server.person('Budi'),
      message: { conversation: '/bantuan' },
    });
    await second.number.server.until(() => second.number.server.sent.length === 1);
    // What is said in the group meanwhile is not lost.
    await told(second, `/mulai ${invitation()}`, 'Bathin Solapan');
    second.number.server.releaseLists();
    await until(() => numbers.serving(chat) !== first.number.id);
    expect(numbers.serving(chat)).toBe(second.number.id);
    expect(several.store.read((tx) => tx.chats.get(chat))).toMatchObject({ active: true });
  });

  it('take over the groups of one that is banned: what another of them hears there counts', async () => {
    const [first, second] = await twoInAGroup();
    await banned(first);
    several.post(second.group, 'Pengingat');
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    expect(second.number.server.sent.map(textOf)).toContain('Pengingat');
  });

  it('take over the groups of one that is banned and then paused, over a restart too', async () => {
    const [first, second] = await twoInAGroup();
    await banned(first);
    several.store.whatsapp.numbers.pause(1, true);
    await until(() => phase(1) === undefined);
    several.post(second.group, 'Pengingat');
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    expect(second.number.server.sent.map(textOf)).toContain('Pengingat');
    several.store.whatsapp.numbers.serve(`whatsapp:${first.group.jid}` as ChatRef, first.number.id);
    await several.restart();
    await several.opened(second.number);
    await told(second, '/lapor petani klinik sudah', 'klinik: berdiri');
  });

  it('know of a ban after a restart, before WhatsApp has said it once more', async () => {
    const [first, second] = await twoInAGroup();
    await banned(first);
    first.number.server.hang(1);
    await several.restart();
    await several.opened(second.number);
    expect(phase(1)).toBe('connecting');
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    expect(phase(1)).toBe('connecting');
  });

  it('leave nothing to one that was banned while the bot was away', async () => {
    const [first, second] = await twoInAGroup();
    const { server } = first.number;
    server.refuseLogins('406');
    server.holdLogins();
    await several.restart();
    await several.opened(second.number);
    expect(phase(1)).toBe('connecting');
    const answer = told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    // Were it left to the other number, it would be acknowledged by then.
    const taken = second.number.server.until(() => second.number.server.waiting().length === 0);
    await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, 500))]);
    server.releaseLogins();
    await answer;
    expect(phase(1)).toBe('banned');
  });

  it('lose nothing that another hears while the one that serves the group cannot be reached', async () => {
    several = await onSeveral(2);
    await several.start();
    const [first, second] = several.numbers.map(place) as [Place, Place];
    const opening = await told(first, `/mulai ${invitation()}`, 'Bathin Solapan');
    const { server } = first.number;
    const hear = (at: Place, text: string, id: string) =>
      at.number.server.say({ from: at.member, in: at.group, message: { conversation: text }, id });
    const taken = () => second.number.server.until(() => second.number.server.waiting().length === 0);
    const reports = ['/lapor petani gudang sudah', '/lapor petani klinik sudah'] as const;

    // It comes back: it hears the same, which counts once, and answers.
    server.holdLogins();
    server.drop();
    await until(() => phase(1) !== 'open');
    await hear(second, reports[0], 'BOTH');
    // The words of the first are nobody's report.
    await hear(second, '/lapor petani kantor sudah', opening.id);
    await taken();
    await hear(first, reports[0], 'BOTH');
    server.releaseLogins();
    await server.until(() => server.sent.some((each) => textOf(each).includes('gudang: berdiri')));
    await told(first, '/status petani', '1 dari 7');
    expect(server.sent.filter((each) => textOf(each).includes('gudang: berdiri'))).toHaveLength(2);
    expect(second.number.server.sent).toEqual([]);

    // It is banned: the other answers what it has heard.
    server.holdLogins();
    server.refuseLogins('406');
    server.drop();
    await until(() => phase(1) !== 'open');
    await hear(second, reports[1], 'OTHER');
    await taken();
    server.releaseLogins();
    await second.number.server.until(() =>
      second.number.server.sent.some((each) => textOf(each).includes('klinik: berdiri')),
    );
    await told(second, '/status petani', '2 dari 7');
  }, 30_000);

  it('lose nothing that another heard while the line of the one that serves the group was dead', async () => {
    const [first, second] = await twoInAGroup();
    const { server } = second.number;
    const taken = () => server.until(() => server.waiting().length === 0);
    // It comes back and hears the same, which counts once.
    const report = await said(second, '/lapor petani gudang sudah');
    await taken();
    first.number.server.drop();
    await until(() => phase(1) !== 'open');
    await until(() => phase(1) === 'open');
    await said(first, '/lapor petani gudang sudah', undefined, report.id);
    await told(first, '/status petani', '1 dari 7');
    const answers = first.number.server.sent.filter((each) => textOf(each).includes('gudang: berdiri'));
    expect(answers).toHaveLength(2); // the other is that of /status
    expect(server.sent).toEqual([]);
    // It is banned.
    await said(second, '/lapor petani klinik sudah');
    await taken();
    await banned(first);
    await server.until(() => server.sent.some((each) => textOf(each).includes('klinik: berdiri')));
    await told(second, '/status petani', '2 dari 7');
  });

  it.each([
    ['is put out of the group', (first: Place): void => putOut(first, first)],
    ['is removed', ({ number }: Place): void => several.store.whatsapp.numbers.remove(number.id)],
  ])('answer replies to what another of them said that %s', async (_, loses) => {
    several = await onSeveral(2);
    await several.start();
    const [first, second] = several.numbers.map(place) as [Place, Place];
    const { store } = several;
    const chat = `whatsapp:${first.group.jid}` as ChatRef;
    const [hadi, sameHadi] = [first, second].map((each) => ({
      ...each,
      member: each.number.server.person('Hadi'),
    })) as [Place, Place];
    await told(first, `/mulai ${invitation()}`, 'Bathin Solapan');
    await told(hadi, '/daftar Petani kades', 'Setujui');
    await told(first, '/setujui semua', 'kini tercatat');
    const echo = await told(hadi, '/lapor kantor sudah', 'Dicatat');
    const checklist = await told(hadi, '/lapor', 'klinik');

    loses(first);
    await until(() => store.whatsapp.numbers.serving(chat) !== first.number.id);
    await until(() => several.store.whatsapp.numbers.list().length === several.platform.all().length);
    await told(second, '/bantuan', '');
    const { lid } = first.number.server.me;
    await told(sameHadi, '1 2', 'Dicatat', { of: checklist, lid });
    await told(sameHadi, '/batal', 'dibatalkan', { of: echo, lid });
    await told(second, '/tunjuk kades Bumbung', 'kepada bot', { of: echo, lid });
    const holders = store.read((tx) => tx.people.holders('14.03.16' as DistrictCode));
    expect(holders.map(({ name }) => name)).toEqual(['Sari', 'Hadi']);
  });

  it.each([
    [
      'was removed',
      async ({ number }: Place) => {
        several.store.whatsapp.numbers.remove(number.id);
        await until(() => several.platform.all().length === 1);
      },
    ],
    ['has another SIM now', async ({ number }: Place) => void (await several.newSim(number))],
  ])('take who has the SIM of one that %s for somebody else', async (_, loses) => {
    const [first, second] = await twoInAGroup();
    const hadi = { ...first, member: first.number.server.person('Hadi') };
    const sameHadi = { ...second, member: second.number.server.person('Hadi') };
    await told(hadi, '/daftar Petani kades', 'Setujui');
    await told(first, '/setujui semua', 'kini tercatat');
    const checklist = await told(hadi, '/lapor', 'klinik');
    await loses(first);
    await told(second, '/bantuan', '');

    const { phone: owner } = first.number.server;
    second.group.members.push(owner);
    const asked = await said({ ...second, member: owner }, 'Kapan rapat? 1. Senin 2. Selasa 3. Rabu');
    const before = second.number.server.sent.length;
    // Their question is theirs, and what the bot asked under that address is the bot's.
    await said(sameHadi, '2', { of: asked, lid: owner.lid });
    await told(second, '/status petani', '0 dari 7');
    expect(second.number.server.sent).toHaveLength(before + 1);
    await told(sameHadi, '1 2', 'Dicatat', { of: checklist, lid: owner.lid });
    await told(second, '/tunjuk kades Bumbung', 'kini tercatat', { of: asked, lid: owner.lid });
  });

  it('go on in their groups with a new SIM that is scanned in place of a lost one', async () => {
    several = await onSeveral(1);
    await several.start();
    const before = place(several.numbers[0]!);
    const { lid } = before.number.server.me;
    await told(before, `/mulai ${invitation()}`, 'Bathin Solapan');
    await told(before, '/lapor petani kantor sudah', 'Dicatat');
    const checklist = await told(before, '/lapor petani', 'klinik');
    const after = place(await several.newSim(before.number));
    expect(after.group.jid).toBe(before.group.jid);
    expect(after.number.server.me.lid).not.toBe(lid);
    await told(after, '/status petani', 'kantor koperasi: berdiri');
    await told(after, '4 6', 'klinik dan gudang: berdiri', { of: checklist, lid });
    several.post(after.group, 'Pengingat');
    await after.number.server.until(() =>
      after.number.server.sent.some((each) => textOf(each) === 'Pengingat'),
    );
    expect(several.platform.trouble!()).toBeUndefined();
  });

  it('leave a group to another of them when a new SIM is scanned that is not in it', async () => {
    const [first, second] = await twoInAGroup();
    const chat = `whatsapp:${first.group.jid}` as ChatRef;
    const fresh = await several.newSim(first.number);
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    several.post(second.group, 'Pengingat');
    await second.number.server.until(() =>
      second.number.server.sent.some((each) => textOf(each) === 'Pengingat'),
    );
    expect(several.store.whatsapp.numbers.serving(chat)).toBe(second.number.id);
    expect(fresh.server.sent).toEqual([]);
  });

  it('leave a group to another of them when one was put out of it and did not hear so', async () => {
    const [first, second] = await twoInAGroup();
    const chat = `whatsapp:${first.group.jid}` as ChatRef;
    const before = first.number.server.sent.length;
    first.group.closed = true;
    await several.restart();
    for (const number of several.numbers) await several.opened(number);
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    several.post(second.group, 'Pengingat');
    await second.number.server.until(() =>
      second.number.server.sent.some((each) => textOf(each) === 'Pengingat'),
    );
    expect(several.store.read((tx) => tx.chats.get(chat))).toMatchObject({ active: true });
    expect(first.number.server.sent).toHaveLength(before);
  });

  it('leave a group to another of them that hears how one was put out of it', async () => {
    const [first, second] = await twoInAGroup();
    const { server } = first.number;
    const before = server.sent.length;
    putOut(second, first);
    await until(() => several.platform.account!(`whatsapp:${first.group.jid}` as ChatRef) === '2');
    expect(server.isOpen()).toBe(true);
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    expect(server.sent).toHaveLength(before);
  });

  it('leave a group to another of them when WhatsApp says that one is not in it', async () => {
    const [first, second] = await twoInAGroup();
    const { server } = first.number;
    await said(second, 'pagi');
    await second.number.server.until(() => second.number.server.waiting().length === 0);
    const before = server.sent.length;
    first.group.closed = true;
    server.refuse('403');
    several.post(first.group, 'Pengingat');
    const { sent } = second.number.server;
    await second.number.server.until(() => sent.some((each) => textOf(each) === 'Pengingat'));
    await told(second, '/lapor petani gudang sudah', 'gudang: berdiri');
    expect(server.isOpen()).toBe(true);
    expect(server.sent).toHaveLength(before);
    const chat = `whatsapp:${first.group.jid}` as ChatRef;
    expect(several.store.read((tx) => tx.chats.get(chat))).toMatchObject({ active: true });
  });

  it('answer privately from the one that was written to', async () => {
    several = await onSeveral(2);
    await several.start();
    const people = several.numbers.map(({ server }) => server.person('Sari')) as [Actor, Actor];
    expect(people[0].lid).toBe(people[1].lid);
    for (const [i, { server }] of several.numbers.entries()) {
      await server.say({ from: people[i]!, message: { conversation: '/bantuan' }, id: `PRIVATE${i}` });
      await server.until(() => server.sent.length === 1);
    }
    // Nothing readable of a private chat is kept, and yet it is known after a restart who was written to.
    const [, two] = several.numbers as [OwnNumber, OwnNumber];
    const other = two.server.person('Budi');
    await two.server.say({ from: other, message: { conversation: '/bantuan' } });
    await two.server.until(() => two.server.sent.length === 2);
    const chat = `whatsapp:${other.lid}` as ChatRef;
    expect(several.store.whatsapp.numbers.serving(chat)).toBeUndefined();
    expect(several.restarted().account!(chat)).toBe(`${two.id}`);
  });

  it('are added, paused, resumed and removed while the bot runs', async () => {
    several = await onSeveral(1);
    await several.start();
    const added = await several.add();
    await several.opened(added);
    const [, here] = places([several.numbers[0]!, added]) as [Place, Place];
    expect(await help(here)).toContain('/mulai');
    const { numbers } = several.store.whatsapp;
    const { server } = added;

    numbers.pause(added.id, true);
    await server.until(() => !server.isConnected());
    expect(several.platform.all()[1]).toMatchObject({ paused: true, state: undefined });
    several.post(here.group, 'Menunggu');
    await until(() => several.store.read((tx) => tx.outbox.counts()).queued === 1);
    expect(server.sent).toHaveLength(1);
    numbers.pause(added.id, false);
    await several.opened(added);
    await server.until(() => server.sent.length === 2);
    expect(server.sent.at(-1)!.message.extendedTextMessage?.text).toBe('Menunggu');

    numbers.remove(added.id);
    await server.until(() => !server.isConnected());
    await until(() => several.platform.all().length === 1);
    expect(numbers.serving(`whatsapp:${here.group.jid}` as ChatRef)).toBeUndefined();
    expect(several.store.whatsapp.of(added.id).keys.get('creds', 'me')).toBeUndefined();
  });
});
