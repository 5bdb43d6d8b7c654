import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { silenceSignal } from '../../src/adapters/whatsapp/signal-log.ts';
import { area, type Village } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { hasUnsettled, openTestStore, urlOf } from '../engine.ts';
import type { Actor } from '../whatsapp/actor.ts';
import type { Group as Chat } from '../whatsapp/queries.ts';
import { type Outgoing, startServer } from '../whatsapp/server.ts';
import type { Heard } from './promises.ts';
import { type Running, startBot } from './running.ts';
import { DISTRICTS } from './town.ts';
import { createTownClock } from './town-clock.ts';

const HEADS = 2;
const PASSWORD = 'rahasia-sekali';
const authorization = `Basic ${Buffer.from(`x:${PASSWORD}`).toString('base64')}`;

export interface Head {
  readonly actor: Actor;
  readonly village: Village;
}

/** A group that is linked to its kecamatan, with a camat and some village heads. */
export interface Group {
  readonly code: DistrictCode;
  readonly chat: Chat;
  readonly camat: Actor;
  readonly heads: readonly Head[];
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** Three groups on a WhatsApp of our own, a database, a clock, and the bot's process between them. */
export async function openTown(start: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-faults-'));
  const database = join(folder, 'kopdes.sqlite');
  const clock = createTownClock(folder, start);
  const { now } = clock;
  const server = await startServer({ now: () => Math.floor(now() / 1000) });
  const started: Running[] = [];
  let closed = false;
  silenceSignal();

  const groups = DISTRICTS.map((code, i): Group => {
    const camat = server.person('Camat');
    const villages = area(code)!.villages.slice(0, HEADS);
    const heads = villages.map((village, n) => ({ actor: server.person(`Kepala ${n + 1}`), village }));
    const chat = server.group(`KDMP ${i}`, [camat, ...heads.map(({ actor }) => actor)]);
    return { code, chat, camat, heads };
  });

  const say = (group: Group, from: Actor, conversation: string): Promise<string> =>
    server.say({ from, in: group.chat, message: { conversation } });

  /** Everybody in the group who has not read a message yet, however often it came. */
  const unreadBy = ({ id, to }: Outgoing): readonly Actor[] => {
    const readers = new Set(server.sent.filter((each) => each.id === id).flatMap(({ readBy }) => readBy));
    const members = groups.find(({ chat }) => chat.jid === to)!.chat.members;
    return members.filter(({ name }) => !readers.has(name));
  };

  // Phones that cannot read a message ask for it again.
  let looked = 0;
  void server.until(() => {
    const fresh = server.sent.slice(looked);
    looked = server.sent.length;
    for (const message of fresh)
      for (const actor of unreadBy(message))
        server.askAgain(actor, groups.find(({ chat }) => chat.jid === message.to)!.chat, message.id);
    return closed;
  });

  /** What was said under an id, in the form that somebody could read. */
  const messages = (): readonly Outgoing[] => {
    const byId = new Map<string, Outgoing>();
    for (const each of server.sent) if (each.readBy.length > 0 && !byId.has(each.id)) byId.set(each.id, each);
    return [...byId.values()];
  };

  return {
    server,
    groups,
    database,
    /** Milliseconds since 1970, as the bot's clock shows them. */
    now,
    setClock: clock.set,
    /** What the bot has said, each message once however often it came. */
    messages,
    heard: (): readonly Heard[] =>
      messages().map(({ to, message: { extendedTextMessage: text, imageMessage: picture } }) => ({
        chat: to,
        text: text?.text ?? picture?.caption ?? '',
        answers: (text ?? picture)?.contextInfo?.stanzaId ?? undefined,
      })),
    toast: () => undefined,
    /** Messages that somebody in their group could never read. */
    unread: (): readonly string[] =>
      messages().flatMap((message) => unreadBy(message).map(({ name }) => `${message.id} by ${name}`)),
    start(env: Readonly<Record<string, string>> = {}): Running {
      const bot = startBot({
        preload: ['preload/clock.mjs', '../whatsapp/preload.mjs'],
        env: {
          WIRE_ROOT: Buffer.from(server.root).toString('hex'),
          WHATSAPP: 'on',
          WHATSAPP_WEB_SOCKET_URL: server.url,
          WHATSAPP_RATE: 'off',
          DATABASE_URL: urlOf(database),
          CLOCK_AHEAD: clock.file,
          WEB_PASSWORD: PASSWORD,
          ...env,
        },
      });
      started.push(bot);
      void bot.ended.then(server.watch);
      return bot;
    },
    /** Pairs the bot, links the groups and registers the heads: the bot has to run. */
    async settleIn(bot: Running): Promise<void> {
      await bot.logged('"ready"');
      const [, port] = /"http":(\d+)/.exec(bot.log())!;
      server.scan(await readQr(`http://127.0.0.1:${port}/whatsapp/qr`));
      await server.until(() => server.isOpen() && server.askedForGroups());
      const store = openTestStore(database);
      for (const group of groups) {
        const code = store.transaction((tx) =>
          invite(tx, group.code, new Date(now()).toISOString() as Instant),
        );
        await say(group, group.camat, `/mulai ${code}`);
        for (const { actor, village } of group.heads)
          await say(group, actor, `/daftar ${village.name} ${village.kind === 'desa' ? 'kades' : 'lurah'}`);
        await say(group, group.camat, '/setujui');
      }
      store.close();
      await this.atRest();
      for (const group of groups) await say(group, group.camat, '/setujui semua');
      const isRegistered = ({ chat: { jid } }: Group) =>
        this.heard().some(({ chat, text }) => chat === jid && /kini tercatat/i.test(text));
      await server.until(() => groups.every(isRegistered));
    },
    /** Waits until all that was done is dealt with, and nothing waits to be said. */
    async atRest(): Promise<void> {
      await server.until(() => server.isOpen() && server.waiting().length === 0);
      while (hasUnsettled(database) || server.waiting().length > 0) await sleep(20);
    },
    async close(): Promise<void> {
      await Promise.all(started.map((bot) => bot.kill()));
      closed = true;
      server.watch();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The page has the QR when the server has offered the pairing, or a moment later. */
async function readQr(address: string): Promise<string> {
  for (;;) {
    const answer = await fetch(address, { headers: { accept: 'text/plain', authorization } });
    if (answer.ok) return await answer.text();
    await sleep(20);
  }
}
