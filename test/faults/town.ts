import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { User } from 'grammy/types';
import { area, type Village } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { hasUnsettled, openTestStore, urlOf } from '../engine.ts';
import { startApiDouble, TOKEN } from '../telegram/api-double.ts';
import type { Heard } from './promises.ts';
import { type Running, type StartOptions, startBot } from './running.ts';
import { createTownClock } from './town-clock.ts';

/** A kecamatan in each zone: WIB, WITA, WIT. */
export const DISTRICTS = ['14.03.16', '73.01.01', '94.01.01'] as DistrictCode[];
const HEADS = 3;

export interface Head {
  readonly user: User;
  readonly village: Village;
}

/** A group that is linked to its kecamatan, with a camat and some village heads. */
export interface Group {
  readonly code: DistrictCode;
  readonly chat: { readonly id: number; readonly type: 'supergroup'; readonly title: string };
  readonly camat: User;
  readonly heads: readonly Head[];
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** Three groups on a Telegram of our own, a database, a clock, and the bot's process between them. */
export async function openTown(start: string) {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-faults-'));
  const database = join(folder, 'kopdes.sqlite');
  const clock = createTownClock(folder, start);
  const pragmaFile = join(folder, 'pragma');
  const api = await startApiDouble();
  const started: Running[] = [];
  let lastId = 10_000;
  const setPragma = (pragma: string) => writeFileSync(pragmaFile, pragma);
  setPragma('query_only = 0');

  const groups = DISTRICTS.map(makeGroup);
  const { now } = clock;

  const say = (group: Group, from: User, text: string, more: object = {}): number => {
    const message_id = ++lastId;
    api.queue({
      message: { message_id, date: Math.floor(now() / 1000), chat: group.chat, from, text, ...more },
    } as never);
    return message_id;
  };

  return {
    api,
    groups,
    database,
    folder,
    /** Milliseconds since 1970, as the bot's clock shows them. */
    now,
    setClock: clock.set,
    nextId: () => ++lastId,
    say,
    /** What SQLite is told before each transaction (see `preload/pragmas.mjs`). */
    setPragma,
    start(more: Partial<StartOptions> = {}): Running {
      const bot = startBot({
        preload: ['preload/clock.mjs'],
        ...more,
        env: {
          TELEGRAM_BOT_TOKEN: TOKEN,
          TELEGRAM_API_ROOT: api.url,
          TELEGRAM_RATE: 'off',
          DATABASE_URL: urlOf(database),
          CLOCK_AHEAD: clock.file,
          PRAGMA: pragmaFile,
          ...more.env,
        },
      });
      started.push(bot);
      return bot;
    },
    /** All that the bot has said in groups. */
    heard: (): readonly Heard[] =>
      api.calls
        .filter(({ method, result }) => method.startsWith('send') && result !== undefined)
        .map(({ payload }) => ({
          chat: `${payload.chat_id}`,
          text: payload.text ?? payload.caption ?? '',
          answers: payload.reply_parameters && `${payload.reply_parameters.message_id}`,
        })),
    toast: (id: string): string | undefined =>
      api
        .callsOf('answerCallbackQuery')
        .find(({ payload, result }) => result && payload.callback_query_id === id)?.payload.text,
    /** What the bot has said in a group, or changed, as it is shown now. */
    said: (group: Group, pattern: RegExp) =>
      api.messages.filter(
        ({ chat, text, caption }) => chat.id === group.chat.id && pattern.test(text ?? caption ?? ''),
      ),
    /** Waits until the bot has said so in a group. */
    hears: (group: Group, pattern: RegExp) =>
      api.until(() =>
        api.messages.some(
          ({ chat, text, caption }) => chat.id === group.chat.id && pattern.test(text ?? caption ?? ''),
        ),
      ),
    /** Links the groups and registers the heads: the bot has to run. */
    async settleIn(): Promise<void> {
      const store = openTestStore(database);
      for (const group of groups) {
        const code = store.transaction((tx) =>
          invite(tx, group.code, new Date(now()).toISOString() as Instant),
        );
        say(group, group.camat, `/mulai ${code}`);
        for (const { user, village } of group.heads)
          say(group, user, `/daftar ${village.name} ${village.kind === 'desa' ? 'kades' : 'lurah'}`);
        say(group, group.camat, '/setujui');
      }
      store.close();
      await this.atRest();
      for (const group of groups) say(group, group.camat, '/setujui semua');
      const registered = () =>
        groups.every(({ chat }) =>
          api.messages.some((m) => m.chat.id === chat.id && /kini tercatat/i.test(m.text ?? '')),
        );
      await api.until(registered);
    },
    /** Waits until all that was done is dealt with, and nothing waits to be said. */
    async atRest(): Promise<void> {
      await api.until(() => api.unconfirmed() === 0 && api.polled());
      while (hasUnsettled(database)) await sleep(20);
    },
    async close(): Promise<void> {
      await Promise.all(started.map((bot) => bot.kill()));
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function makeGroup(code: DistrictCode, i: number): Group {
  const person = (n: number, first_name: string): User => ({
    id: 7000 + 100 * i + n,
    is_bot: false,
    first_name,
  });
  return {
    code,
    chat: { id: -1001 - i, type: 'supergroup', title: `KDMP ${i}` },
    camat: person(0, 'Camat'),
    heads: area(code)!
      .villages.slice(0, HEADS)
      .map((village, n) => ({ user: person(n + 1, `Kepala ${n + 1}`), village })),
  };
}
