import { proto } from '@whiskeysockets/baileys';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sendable } from '../../src/adapters/adapter.ts';
import { withPauses } from '../../src/adapters/whatsapp/options.ts';
import type { ChatRef, Instant, MessageRef, UserRef } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { literal, type Markup, mention } from '../../src/text/markup.ts';
import { createGuard } from '../../src/web/guard.ts';
import { health } from '../../src/web/health.ts';
import { listen } from '../../src/web/server.ts';
import { whatsappPage } from '../../src/web/whatsapp.ts';
import type { Actor } from './actor.ts';
import { startMediaServer } from './media.ts';
import type { Group } from './queries.ts';
import { makeRig, type Rig } from './rig.ts';

let media: Awaited<ReturnType<typeof startMediaServer>>;
let rig: Rig;
let budi: Actor;
let sari: Actor;
let group: Group;
const limits = {
  ackMs: 10_000,
  uploadMs: 60_000,
  perDay: { groups: 8, strangers: 3 },
  resends: { ofOne: { burst: 3, everyMs: 600_000 }, ofAll: { burst: 300, everyMs: 600_000 } },
};
const warnings: string[] = [];
let now = '2027-04-01T02:00:00.000Z' as Instant;
beforeEach(async () => {
  now = '2027-04-01T02:00:00.000Z' as Instant;
  media = await startMediaServer();
  limits.ackMs = 10_000;
  limits.uploadMs = 60_000;
  warnings.length = 0;
  const log = createLog('warn', { write: (line) => void warnings.push(line) });
  rig = await makeRig({ clock: () => now, fetchAgent: media.agent, limits, log });
  budi = rig.server.person('Budi');
  sari = rig.server.person('Sari');
  group = rig.server.group('KDMP', [budi, sari]);
  await rig.pair();
});
afterEach(async () => {
  await rig.close();
  await media.close();
});

const chat = () => `whatsapp:${group.jid}` as ChatRef;
let lastKey = 0;
const say = (message: Partial<Sendable>, key = `${++lastKey}`) =>
  rig.whatsapp.send({ to: chat(), text: literal('halo'), ...message }, key);
const said = () => rig.server.sent.map(({ message }) => message);
const restart = async () => {
  await rig.stop();
  await rig.open();
};
const lastText = () => said().at(-1)!.extendedTextMessage!;

describe('a message', () => {
  it('shows bold, italic, mentions that notify, and choices as letters', async () => {
    const text =
      `<b>Rekap</b> <i>hari ini</i> &amp; ${mention(`whatsapp:${budi.lid}` as UserRef, 'Budi')}` as Markup;
    const choices = [
      { label: '1 Kantor ✓', command: '/lapor 14.03.16.2001 1b' },
      { label: '4 Klinik', command: '/lapor 14.03.16.2001 4x' },
      { label: 'Kembali', command: '/lapor 14.03.16.2001' },
    ];
    await say({ text, choices });
    expect(lastText().text).toBe(
      `*Rekap* _hari ini_ & @${budi.lid.split('@')[0]}\n\nBalas pesan ini dengan huruf, misalnya: A\nA. Kembali`,
    );
    expect(lastText().contextInfo!.mentionedJid).toEqual([budi.lid]);
  });

  it('goes by numbers in a group that knows no LIDs', async () => {
    const old = rig.server.group('Lama', [budi], 'pn');
    const text = mention(`whatsapp:${budi.lid}` as UserRef, 'Budi');
    await say({ to: `whatsapp:${old.jid}` as ChatRef, text });
    expect(lastText().text).toBe(`@${budi.phone.split('@')[0]}`);
    expect(lastText().contextInfo!.mentionedJid).toEqual([budi.phone]);
  });

  it('quotes what it answers, also when it was forgotten', async () => {
    const id = await rig.server.say({ from: budi, in: group, message: { conversation: 'klinik sudah' } });
    await rig.server.until(() => rig.messages().length === 1);
    await say({ quotes: rig.messages()[0]!.ref });
    const quoted = { stanzaId: id, participant: budi.lid, quotedMessage: { conversation: 'klinik sudah' } };
    expect(lastText().contextInfo).toMatchObject(quoted);
    const kept = rig.store.whatsapp.of(1).sent.get(rig.server.sent.at(-1)!.id)!.message;
    expect(kept).toContain(id);
    expect(kept).not.toContain('klinik sudah');
    await say({ quotes: `${chat()}:${budi.lid}:LONGAGO` as MessageRef });
    expect(lastText().contextInfo).toMatchObject({ stanzaId: 'LONGAGO', participant: budi.lid });
  });

  it('quotes the words alone, and nobody whom they mention or quote themselves', async () => {
    const tamu = rig.server.person('Tamu');
    const text = `kata @${tamu.phone.split('@')[0]} klinik sudah`;
    const contextInfo = {
      mentionedJid: [tamu.phone],
      stanzaId: 'ABC',
      participant: tamu.lid,
      quotedMessage: { conversation: 'rahasia' },
    };
    await rig.server.say({ from: budi, in: group, message: { extendedTextMessage: { text, contextInfo } } });
    await rig.server.until(() => rig.messages().length === 1);
    await say({ quotes: rig.messages()[0]!.ref });
    expect(lastText().contextInfo!.quotedMessage).toEqual({ conversation: 'kata @anggota klinik sudah' });
  });

  it('answers a person privately', async () => {
    await rig.server.say({ from: budi, message: { conversation: 'rekap' } });
    await rig.server.until(() => rig.messages().length === 1);
    const sent = await say({ to: rig.messages()[0]!.chat, text: literal('Ini') });
    expect(rig.server.sent).toMatchObject([{ to: budi.lid, readBy: ['Budi'] }]);
    expect(sent.ref).toBe(`whatsapp:${budi.lid}:bot:${rig.server.sent[0]!.id}`);
  });

  it('can be a picture or a document with a caption, and an album is several', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const picture = { as: 'picture', name: 'rekap.png', type: 'image/png', source: png } as const;
    await say({ text: literal('Rekap'), attachments: [picture, picture] });
    expect(said()).toHaveLength(2);
    expect(said()[0]!.imageMessage).toMatchObject({
      caption: 'Rekap',
      mimetype: 'image/png',
      width: 1,
      height: 1,
    });
    expect(said()[0]!.imageMessage!.jpegThumbnail!.length).toBeGreaterThan(50);
    expect(said()[1]!.imageMessage!.caption).toBeFalsy();
    expect(await media.open(said()[0]!.imageMessage!, 'image')).toEqual(png);
    const pdf = Buffer.from('%PDF-1.7');
    await say({ attachments: [{ as: 'document', name: 'rekap.pdf', type: 'application/pdf', source: pdf }] });
    const document = said()[2]!.documentMessage!;
    expect(document).toMatchObject({ fileName: 'rekap.pdf', caption: 'halo' });
    expect(await media.open(document, 'document')).toEqual(pdf);
  });

  it('takes the place of an earlier one for some minutes; then it is a new one', async () => {
    const first = await say({ text: literal('satu') });
    const edited = await say({ text: literal('dua'), edits: first.ref });
    expect(edited.ref).toBe(first.ref);
    expect(rig.server.sent[1]!.attrs.edit).toBe('1');
    expect(said()[1]!.protocolMessage).toMatchObject({
      key: { id: rig.server.sent[0]!.id, fromMe: true },
      editedMessage: { extendedTextMessage: { text: 'dua' } },
    });
    // Phones take a change from the number alone that wrote it.
    rig.store.whatsapp
      .of(2)
      .sent.put('OTHER', 'other', rig.server.sent[0]!.attrs.to!, JSON.stringify(said()[0]), now, false);
    const ofOther = first.ref.replace(/[^:]+$/, 'OTHER') as MessageRef;
    const byOther = await say({ text: literal('lain'), edits: ofOther });
    expect(byOther.ref).not.toBe(ofOther);
    expect(lastText().text).toBe('lain');
    now = '2027-04-01T02:20:00.000Z' as Instant;
    const late = await say({ text: literal('tiga'), edits: first.ref });
    expect(late.ref).not.toBe(first.ref);
    expect(lastText().text).toBe('tiga');
  });
});

describe('what the server says to it', () => {
  it('463 is final: it is not tried again', async () => {
    rig.server.refuse('463');
    await expect(say({})).rejects.toMatchObject({ outcome: 'refused', message: 'error 463' });
    expect(rig.server.received.filter(({ tag }) => tag === 'message')).toHaveLength(1);
  });

  it('479 is answered by one more try, with keys for everybody', async () => {
    await say({});
    rig.server.refuse('479');
    await say({}, 'again');
    expect(rig.server.sent).toMatchObject([{}, { readBy: ['Budi', 'Sari'] }]);
    rig.server.refuse('479', 2);
    await expect(say({})).rejects.toMatchObject({ outcome: 'refused' });
  });

  it('nothing: it may have arrived, and is repeated as the same message', async () => {
    limits.ackMs = 50;
    await restart();
    rig.server.acknowledge(false);
    await expect(say({}, 'same')).rejects.toMatchObject({ outcome: 'unknown' });
    rig.server.acknowledge(true);
    limits.ackMs = 10_000;
    await restart();
    const { ref } = await say({}, 'same');
    const [first, second] = rig.server.sent;
    expect(second!.id).toBe(first!.id);
    expect(second!.message.messageContextInfo).toEqual(first!.message.messageContextInfo);
    expect(ref).toBe(`${chat()}:bot:${first!.id}`);
  });

  it('nothing, for the connection is lost meanwhile', async () => {
    rig.server.acknowledge(false);
    const sending = say({});
    const failed = expect(sending).rejects.toMatchObject({ outcome: 'unknown' });
    await rig.server.until(() => rig.server.sent.length === 1);
    rig.server.drop();
    await failed;
  });

  it('that the bot is not in the group: nothing more goes there', async () => {
    const other = rig.server.group('Lain', [budi]);
    other.closed = true;
    const sending = say({ to: `whatsapp:${other.jid}` as ChatRef });
    await expect(sending).rejects.toMatchObject({ outcome: 'refused', detail: { refusal: 'gone' } });
  });

  /** A request to send a message again was answered, or left alone. */
  const isDealtWith = (id: string) =>
    rig.server.until(() =>
      rig.server.received.some(
        ({ tag, attrs }) => tag === 'ack' && attrs.class === 'receipt' && attrs.id === id,
      ),
    );

  it('that a member could not read it: it is sent again, after a restart too', async () => {
    await say({ text: literal('penting') });
    const { id } = rig.server.sent[0]!;
    await restart();
    sari.forgetSessions();
    rig.server.askAgain(sari, group, id);
    await rig.server.until(() => rig.server.sent.length === 2);
    expect(rig.server.sent[1]).toMatchObject({ id, readBy: ['Budi', 'Sari'] });
    expect(lastText().text).toBe('penting');
  });

  it('that a member asks for messages again and again: one gets so many, and others get theirs', async () => {
    for (let n = 0; n < 5; n++) await say({});
    const ids = rig.server.sent.map(({ id }) => id);
    for (const id of ids.slice(0, 4)) rig.server.askAgain(sari, group, id);
    // They are dealt with in their order: what comes for Budi comes after all that comes for Sari.
    rig.server.askAgain(budi, group, ids[4]!);
    await rig.server.until(() => rig.server.sent.filter(({ id }) => id === ids[4]).length === 2);
    expect(rig.server.sent.slice(5).map(({ id }) => id)).toEqual([...ids.slice(0, 3), ids[4]]);
  });

  it("that somebody else's message could not be read: it does not go out in the bot's name", async () => {
    const id = await rig.server.say({ from: sari, in: group, message: { conversation: 'Semua sudah 7/7' } });
    await rig.server.until(() => rig.messages().length === 1);
    rig.server.askAgain(sari, group, id);
    await isDealtWith(id);
    expect(rig.server.sent).toEqual([]);
  });

  it('that somebody asks for what was said elsewhere: it stays there', async () => {
    await say({ text: literal('rahasia') });
    const [{ id } = { id: '' }] = rig.server.sent;
    const other = rig.server.group('Lain', [budi]);
    rig.server.askAgain(budi, other, id);
    await isDealtWith(id);
    expect(rig.server.sent).toHaveLength(1);
  });

  it('that a message was never sent: nothing goes out, least of all an empty one', async () => {
    rig.server.askAgain(sari, group, '3EB0UNKNOWN');
    await isDealtWith('3EB0UNKNOWN');
    expect(rig.server.sent).toEqual([]);
  });

  it('that somebody has a new phone: the keys go out again', async () => {
    await say({});
    sari.forgetSessions();
    await say({});
    expect(rig.server.sent[1]).toMatchObject({ readBy: ['Budi'], notReadBy: ['Sari'] });
    const attrs = { from: sari.lid, type: 'encrypt', id: 'N1', t: '1' };
    rig.server.post({ tag: 'notification', attrs, content: [{ tag: 'identity', attrs: {} }] });
    await rig.server.until(() =>
      rig.server.received.some((node) => node.tag === 'ack' && node.attrs.id === 'N1'),
    );
    await say({});
    expect(rig.server.sent[2]).toMatchObject({ readBy: ['Budi', 'Sari'] });
  });
});

describe('a number that was changed', () => {
  it('is written to from the next message on', async () => {
    await say({});
    const renumbered = rig.server.person('Sari di nomor baru');
    group.members.splice(1, 1, renumbered);
    const participant = { tag: 'participant', attrs: { jid: sari.phone } };
    const id = rig.server.notify(group, budi, { tag: 'modify', attrs: {}, content: [participant] });
    await rig.server.until(() => rig.server.received.some((node) => node.attrs.id === id));
    await say({});
    expect(rig.server.sent.map(({ readBy }) => readBy)).toEqual([
      ['Budi', 'Sari'],
      ['Budi', 'Sari di nomor baru'],
    ]);
  });
});

describe('a phone that was changed while the bot was away', () => {
  /** What the bot says next, and who can read it. */
  const readers = async () => {
    await say({});
    return rig.server.sent.at(-1)!.readBy;
  };
  beforeEach(async () => {
    expect(await readers()).toEqual(['Budi', 'Sari']);
    await rig.stop();
    sari.changePhone();
    await rig.open();
    expect(await readers()).toEqual(['Budi']);
  });

  it('reads the next message after it wrote one itself', async () => {
    await rig.server.say({ from: sari, in: group, message: { conversation: 'klinik sudah' } });
    await rig.server.until(() => rig.messages().length === 1);
    expect(await readers()).toEqual(['Budi', 'Sari']);
  });

  it('reads the next message after it wrote one privately', async () => {
    await rig.server.say({ from: sari, message: { conversation: 'halo' } });
    await rig.server.until(() => rig.messages().length === 1);
    expect(await readers()).toEqual(['Budi', 'Sari']);
  });

  it('reads the next message after the button was pressed, and writes as before', async () => {
    await rig.whatsapp.repair();
    expect(await readers()).toEqual(['Budi', 'Sari']);
    for (const from of [sari, budi]) {
      await rig.server.say({ from, in: group, message: { conversation: `dari ${from.name}` } });
      await rig.server.until(() => rig.messages().some(({ text }) => text === `dari ${from.name}`));
    }
    await rig.server.say({ from: budi, message: { conversation: 'pribadi' } });
    await rig.server.until(() => rig.messages().some(({ text }) => text === 'pribadi'));
    expect(await readers()).toEqual(['Budi', 'Sari']);
  });

  it('reads the next message after the server told of it late', async () => {
    const attrs = { from: sari.lid, type: 'encrypt', id: 'N2', t: '1', offline: '1' };
    rig.server.post({ tag: 'notification', attrs, content: [{ tag: 'identity', attrs: {} }] });
    await rig.server.until(() =>
      rig.server.received.some((node) => node.tag === 'ack' && node.attrs.id === 'N2'),
    );
    expect(await readers()).toEqual(['Budi', 'Sari']);
  });

  it('reads what it asks for again, and all that follows', async () => {
    const { id } = rig.server.sent.at(-1)!;
    rig.server.askAgain(sari, group, id);
    await rig.server.until(() =>
      rig.server.sent.some((each) => each.id === id && each.readBy.includes('Sari')),
    );
    expect(await readers()).toEqual(['Budi', 'Sari']);
  });
});

describe('a group whose messages disappear', () => {
  const DAY = 86_400;
  const WEEK = 604_800;
  const timerOf = (message: (typeof rig.server.sent)[number]['message']) => {
    const shown = message.protocolMessage?.editedMessage ?? message;
    const part = shown.extendedTextMessage ?? shown.imageMessage ?? shown.documentMessage;
    return part?.contextInfo?.expiration ?? 0;
  };
  const timers = () => said().map(timerOf);
  const setTimer = async (seconds: number) => {
    group.timer = seconds;
    const child = seconds
      ? { tag: 'ephemeral', attrs: { expiration: `${seconds}` } }
      : { tag: 'not_ephemeral', attrs: {} };
    const id = rig.server.notify(group, budi, child);
    await rig.server.until(() => rig.server.received.some(({ attrs }) => attrs.id === id));
  };

  it('gets messages that disappear with the others, as the timer is changed, and after a restart', async () => {
    await say({});
    await setTimer(DAY);
    const first = await say({});
    await setTimer(WEEK);
    await say({ edits: first.ref });
    const file = {
      as: 'document',
      name: 'a.pdf',
      type: 'application/pdf',
      source: Buffer.from('x'),
    } as const;
    await say({ attachments: [file] });
    await restart();
    await rig.server.say({ from: budi, in: group, message: { conversation: 'halo' } });
    await rig.server.until(() => rig.messages().length === 1);
    await say({ quotes: rig.messages()[0]!.ref });
    expect(lastText().contextInfo).toMatchObject({ participant: budi.lid, expiration: WEEK });
    await setTimer(0);
    await say({});
    expect(timers()).toEqual([0, DAY, WEEK, WEEK, WEEK, 0]);
    expect(rig.server.sent.map(({ attrs }) => Number(attrs.expiration ?? 0))).toEqual([
      0,
      DAY,
      WEEK,
      WEEK,
      WEEK,
      0,
    ]);
  });

  it('is not asked about for each answer because a member says that the timer was changed', async () => {
    const descriptions = () =>
      rig.server.received.filter(({ tag, attrs }) => tag === 'iq' && attrs.xmlns === 'w:g2').length;
    await say({});
    const before = descriptions();
    const type = proto.Message.ProtocolMessage.Type.EPHEMERAL_SETTING;
    for (let i = 0; i < 3; i++) {
      await rig.server.say({
        from: budi,
        in: group,
        message: { protocolMessage: { type, ephemeralExpiration: 1 } },
      });
      const heard = rig.messages().length;
      await rig.server.say({ from: budi, in: group, message: { conversation: 'halo' } });
      await rig.server.until(() => rig.messages().length > heard);
      await say({});
    }
    expect(descriptions()).toBe(before);
    expect(timers()).toEqual([0, 0, 0, 0]);
  });

  it('has its like among private chats, by what was said there last', async () => {
    const privately = { to: `whatsapp:${budi.lid}` as ChatRef };
    const tell = async (expiration: number) => {
      const before = rig.messages().length;
      const contextInfo = expiration ? { expiration } : {};
      await rig.server.say({ from: budi, message: { extendedTextMessage: { text: 'rekap', contextInfo } } });
      await rig.server.until(() => rig.messages().length > before);
    };
    await tell(DAY);
    await say(privately);
    await restart();
    await say(privately);
    await tell(0);
    await say(privately);
    expect(timers()).toEqual([DAY, DAY, 0]);
  });
});

describe('the limits', () => {
  it('hold back what is beyond the daily cap, and the log warns of it: near and reached', async () => {
    for (let i = 0; i < 7; i++) await say({});
    expect(warnings).toEqual([]);
    await say({});
    expect(warnings).toEqual([expect.stringMatching(/close to the daily cap/)]);
    await expect(say({})).rejects.toMatchObject({ outcome: 'not-sent', detail: { retryAfterSeconds: 900 } });
    await expect(say({})).rejects.toMatchObject({ outcome: 'not-sent' });
    expect(warnings).toEqual([expect.anything(), expect.stringMatching(/daily cap .* is reached/)]);
    now = '2027-04-02T02:00:01.000Z' as Instant;
    await say({});
  });

  it('take nothing from the groups for what is said to people without a role, and say what is left', async () => {
    await rig.server.say({ from: budi, message: { conversation: 'rekap' } });
    await rig.server.until(() => rig.messages().length === 1);
    const to = rig.messages()[0]!.chat;
    const caps = () => rig.whatsapp.counters!().caps!.map(({ of, cap, left }) => `${left} of ${cap} ${of}`);
    for (const where of [to, to, chat()]) await say({ to: where, toStranger: true });
    for (const where of [to, chat()])
      await expect(say({ to: where, toStranger: true })).rejects.toMatchObject({ detail: { capped: true } });
    expect(caps()).toEqual(['8 of 8 groups', '0 of 3 strangers']);
    expect(rig.whatsapp.trouble!()).toBeUndefined();
    await say({ to });
    await say({});
    expect(caps()).toEqual(['6 of 8 groups', '0 of 3 strangers']);
    for (let i = 0; i < 6; i++) await say({});
    expect(rig.whatsapp.trouble!()).toBe('the daily cap of 8 messages is reached, they wait');
    const host = '127.0.0.1';
    const password = 'rahasia123';
    const guard = createGuard({ host, password, elapsed: () => 0, log: createLog('silent') });
    const site = async () =>
      health({ store: rig.store, platforms: [rig.whatsapp], clock: () => now }, guard).route(
        '/',
        whatsappPage(rig.numbers, guard),
      );
    const web = await listen(site, { host, port: 0 });
    const authorization = `Basic ${Buffer.from(`x:${password}`).toString('base64')}`;
    const get = (path: string) =>
      fetch(`http://127.0.0.1:${web.port}${path}`, { headers: { authorization } });
    const ready = await get('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      whatsapp: 'the daily cap of 8 messages is reached, they wait',
      whatsappCap: '0 of 8 left for groups, 0 of 3 left for strangers in 24 hours',
    });
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('kopdes_platform_daily_cap{platform="whatsapp",of="groups"} 8');
    expect(metrics).toContain('kopdes_platform_daily_left{platform="whatsapp",of="strangers"} 0');
    const page = await (await get('/whatsapp')).text();
    expect(page).toMatch(/Batas pesan harian tercapai[\s\S]*masih 0 dari 8[\s\S]*masih 0 dari 3/);
    await web.close();
  });

  it('keep it from writing to anybody who has not written first', async () => {
    const stranger = `whatsapp:${budi.lid}` as ChatRef;
    await expect(say({ to: stranger })).rejects.toMatchObject({ outcome: 'refused' });
    await rig.server.say({ from: budi, in: group, message: { conversation: 'halo' } });
    await rig.server.until(() => rig.messages().length === 1);
    await expect(say({ to: stranger })).rejects.toMatchObject({ outcome: 'refused' });
    expect(rig.server.received.filter(({ tag }) => tag === 'message')).toEqual([]);
  });

  it('let the server describe a group once, whoever comes, goes, writes or changes something there', async () => {
    const asked = () =>
      rig.server.received.filter(({ attrs }) => attrs.xmlns === 'w:g2' && attrs.to === group.jid).length;
    for (let i = 0; i < 3; i++) await say({});
    expect(asked()).toBeLessThanOrEqual(1);
    const before = asked();
    const rina = rig.server.person('Rina');
    const participant = { tag: 'participant', attrs: { jid: rina.lid, phone_number: rina.phone } };
    const tell = async (tag: string, attrs = {}, content = [participant]) => {
      const id = rig.server.notify(group, budi, { tag, attrs, content });
      await rig.server.until(() => rig.server.received.some((node) => node.attrs.id === id));
    };
    for (let i = 0; i < 3; i++) {
      group.members.push(rina);
      await tell('add');
      await tell('promote');
      await say({});
      expect(rig.server.sent.at(-1)).toMatchObject({ readBy: ['Budi', 'Sari', 'Rina'], notReadBy: [] });
      group.members.pop();
      await tell('remove');
      await tell('subject', { subject: `Nama ${i}` }, []);
      if (i < 2) await say({});
      expect(rig.server.sent.at(-1)!.notReadBy).toEqual([]);
    }
    expect(asked()).toBe(before);
  });

  it('let it describe a group once more where it does not list somebody who writes', async () => {
    const asked = () => rig.server.received.filter(({ attrs }) => attrs.xmlns === 'w:g2').length;
    const tamu = rig.server.person('Tamu');
    await say({});
    const before = asked();
    for (let i = 1; i <= 3; i++) {
      await rig.server.say({ from: tamu, in: group, message: { conversation: 'halo' } });
      await rig.server.until(() => rig.messages().length === i);
      await say({});
    }
    expect(asked()).toBe(before + 1);
  });

  it('go out after a pause each, by chance', () => {
    const pauses = [0, 0.5, 1].map((chance) => {
      const rate = withPauses({ perSecond: 1, perMinuteInGroup: 12 }, () => chance);
      return rate === 'unlimited' || rate.pause!();
    });
    expect(pauses).toEqual([700, 1600, 2500]);
    expect(withPauses('unlimited')).toBe('unlimited');
  });

  it('are shown while WhatsApp restricts the account', async () => {
    const restrict = (payload: object, id: string) => {
      const data = JSON.stringify({ data: { xwa2_notify_account_reachout_timelock: payload } });
      const attrs = { op_name: 'NotificationUserReachoutTimelockUpdate' };
      const content = [{ tag: 'update', attrs, content: Buffer.from(data) }];
      rig.server.post({
        tag: 'notification',
        attrs: { from: '@s.whatsapp.net', type: 'mex', id, t: '1' },
        content,
      });
      return rig.server.until(() => rig.server.received.some((node) => node.attrs.id === id));
    };
    const until = '2027-04-01T05:00:00.000Z' as Instant;
    const restriction = { is_active: true, time_enforcement_ends: `${Date.parse(until) / 1000}` };
    await restrict(restriction, 'R1');
    expect(rig.whatsapp.state()).toEqual({ phase: 'open', restrictedUntil: until });
    now = '2027-04-01T05:00:01.000Z' as Instant;
    expect(rig.whatsapp.state()).toEqual({ phase: 'open' });
    await restrict(restriction, 'R2');
    now = '2027-04-01T02:00:00.000Z' as Instant;
    await restrict({ is_active: false }, 'R3');
    expect(rig.whatsapp.state()).toEqual({ phase: 'open' });
  });

  it.each(['down', 'silent', 'cut'] as const)('try a file again where the server is %s', async (fault) => {
    limits.uploadMs = 500;
    await restart();
    media.fail(fault);
    const file = {
      as: 'document',
      name: 'a.pdf',
      type: 'application/pdf',
      source: new Uint8Array([1]),
    } as const;
    await expect(say({ attachments: [file] }, 'file')).rejects.toMatchObject({ outcome: 'not-sent' });
    media.fail(undefined);
    limits.uploadMs = 60_000;
    await restart();
    await say({ attachments: [file] }, 'file');
  });

  it('wait for the attempt to connect that is under way, and no longer than until the end', async () => {
    await rig.stop();
    await rig.start();
    await say({}, 'early');
    expect(rig.server.sent).toHaveLength(1);
    rig.server.hang(100);
    rig.server.drop();
    await rig.server.until(() => rig.phase() === 'connecting');
    const saying = say({}, 'late').catch((error) => error);
    await rig.whatsapp.stop();
    expect(await saying).toMatchObject({ outcome: 'not-sent' });
  });

  it('wait for a connection', async () => {
    rig.server.refuseLogins('503');
    rig.server.drop();
    await rig.server.until(() => rig.phase() === 'waiting');
    await expect(say({})).rejects.toMatchObject({ outcome: 'not-sent', detail: { retryAfterSeconds: 5 } });
  });
});
