import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { commands } from '../../commands/index.ts';
import type { ChatAdapter, PlatformEvent } from '../../src/adapters/adapter.ts';
import { createApp } from '../../src/app/app.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { createLog, type Log } from '../../src/log.ts';
import type { Store } from '../../src/store/store.ts';
import { plain } from '../../src/text/markup.ts';
import { openTestStore } from '../engine.ts';
import { makeFolder } from '../folder.ts';
import { SETTINGS } from '../settings.ts';
import { startApiDouble } from '../telegram/api-double.ts';
import { telegramOn } from '../telegram/on-double.ts';
import type { Actor } from './actor.ts';
import { trust } from './noise.ts';
import { type Outgoing, type Saying, startServer } from './server.ts';

const GROUP = { id: -1001234567890, type: 'supergroup' as const, title: 'KDMP Telegram' };

/** What was said in one place, and whom it notified there. */
export interface Heard {
  readonly texts: readonly string[];
  readonly notified: readonly string[];
}

/** What comes of a deed, on both sides. */
export interface Both {
  readonly telegram: Heard;
  readonly whatsapp: Heard;
}

type MakeWhatsApp = (url: string, store: Store, clock: Clock, log: Log) => ChatAdapter;

/** One bot on Telegram and on WhatsApp, over the wire on each, on one SQLite file, with a group on each. */
export async function onBoth(make: MakeWhatsApp) {
  const folder = makeFolder();
  let now = '2027-04-01T02:00:00.000Z' as Instant;
  const seconds = () => Math.floor(Date.parse(now) / 1000);
  const clock = () => now;
  const log = createLog(process.env.LOG_LEVEL ?? 'silent');
  const api = await startApiDouble({ seesAll: true });
  const server = await startServer({ now: seconds });
  trust(server.root);
  const store = openTestStore(join(folder, 'test.sqlite'));
  const group = server.group('KDMP WhatsApp', []);
  const users = new Map<string, number>();
  const actors = new Map<string, Actor>();
  const taken: PlatformEvent[] = [];
  let lastId = 100_000;
  let lastSaid: Message | undefined;

  const watched = (platform: ChatAdapter): ChatAdapter => ({
    ...platform,
    start: (receive) =>
      platform.start(async (event) => {
        const acknowledgement = await receive(event);
        taken.push(event);
        server.watch();
        return acknowledgement;
      }),
  });
  const telegram = telegramOn(api, clock, log);
  const whatsapp = make(server.url, store, clock, log);
  const platforms = [watched(telegram), watched(whatsapp)];
  const app = createApp({ store, platforms, commands, settings: SETTINGS, clock, log });

  /** At rest: nothing is left that could go out now. */
  async function settled(): Promise<void> {
    const busy = () =>
      (store.read((tx) => tx.outbox.counts()).sending ?? 0) +
        store.read((tx) => tx.outbox.queuedAfter(0 as never)).length >
      0;
    while (busy()) await new Promise(setImmediate);
  }

  const nameOfUser = (id: string) => [...users].find(([, each]) => `${each}` === id)?.[0] ?? id;
  const nameOfActor = (jid: string) => [...actors.values()].find(({ lid }) => lid === jid)?.name ?? jid;

  function onTelegram(messages: readonly Message[]): Heard {
    const html = messages.map(({ text, caption }) => text ?? caption ?? '');
    const ids = html.flatMap((text) => [...text.matchAll(/tg:\/\/user\?id=(\d+)/g)].map(([, id]) => id!));
    return { texts: html.map((text) => plain(text as never)), notified: ids.map(nameOfUser) };
  }

  function onWhatsApp(outgoing: readonly Outgoing[]): Heard {
    const shown = outgoing.map(({ message }) => message.protocolMessage?.editedMessage ?? message);
    const words = ({ extendedTextMessage, imageMessage }: (typeof shown)[number]) =>
      (extendedTextMessage?.text ?? imageMessage?.caption ?? '').replaceAll('*', '');
    const jids = shown.flatMap((each) => each.extendedTextMessage?.contextInfo?.mentionedJid ?? []);
    return { texts: shown.map(words), notified: jids.map(nameOfActor) };
  }

  async function during(deed: () => Promise<void> | void): Promise<Both> {
    const before = { telegram: api.messages.length, whatsapp: server.sent.length };
    await deed();
    await settled();
    return {
      telegram: onTelegram(api.messages.slice(before.telegram)),
      whatsapp: onWhatsApp(server.sent.slice(before.whatsapp)),
    };
  }

  function actor(name: string): Actor {
    const known = actors.get(name) ?? server.person(name);
    actors.set(name, known);
    return known;
  }

  /** Somebody in the group on WhatsApp; who is new there comes in first. */
  async function member(name: string): Promise<Actor> {
    const known = actor(name);
    if (group.members.includes(known)) return known;
    group.members.push(known);
    const participant = { tag: 'participant', attrs: { jid: known.lid, phone_number: known.phone } };
    const id = server.notify(group, known, { tag: 'add', attrs: {}, content: [participant] });
    await server.until(() => server.received.some(({ tag, attrs }) => tag === 'ack' && attrs.id === id));
    return known;
  }

  return {
    api,
    server,
    store,
    app,
    group,
    whatsapp,
    platforms: [telegram, whatsapp],
    clock,
    log,
    actor,
    settled,
    during,
    invitation: () => store.transaction((tx) => invite(tx, '14.03.16' as DistrictCode, now)),
    /** Moves the clock, and does what is then due. */
    at: (moment: string) =>
      during(() => {
        now = new Date(moment).toISOString() as Instant;
        app.tick();
      }),
    /** Somebody writes on Telegram: in the group, in another one, or privately. */
    onTelegram: (
      name: string,
      text: string,
      where: 'group' | 'private' | 'other' = 'group',
      replyTo?: Message,
    ) =>
      during(async () => {
        const id = users.get(name) ?? 7000 + users.size;
        users.set(name, id);
        const from = { id, is_bot: false, first_name: name };
        const private_ = { id, type: 'private' as const, first_name: name };
        const chat = { private: private_, group: GROUP, other: { ...GROUP, id: -100999 } }[where];
        const reply_to_message = replyTo && { ...replyTo, reply_to_message: undefined };
        const message = { message_id: ++lastId, date: seconds(), chat, from, text, reply_to_message };
        lastSaid = message as Message;
        const [number] = api.queue({ message } as never);
        await api.until(() => api.confirmed() > number!);
      }),
    /** What somebody wrote last on Telegram. */
    lastOnTelegram: () => lastSaid,
    /** Somebody writes on WhatsApp. */
    onWhatsApp: (name: string, text: string, more: Partial<Saying> = {}) =>
      during(async () => {
        const message = { conversation: text };
        const id = await server.say({ from: await member(name), in: group, message, ...more });
        await server.until(() => taken.some(({ ref }) => ref.endsWith(`:${id}`)));
      }),
    /** Whether a word stands anywhere in the files of the store. */
    isKept: (word: string) =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(Buffer.from(word))),
    async close(): Promise<void> {
      await app.stop();
      store.close();
      await server.close();
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}
