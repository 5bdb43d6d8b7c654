import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { commands } from '../../commands/index.ts';
import type { Rate } from '../../src/adapters/adapter.ts';
import { createTelegram } from '../../src/adapters/telegram/telegram.ts';
import { createApp } from '../../src/app/app.ts';
import { area } from '../../src/domain/areas.ts';
import { systemClock } from '../../src/domain/clock.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate, UserRef } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import type { Tx } from '../../src/store/tx.ts';
import { type RecordedCall, startApiDouble, TOKEN } from '../../test/telegram/api-double.ts';
import type { Figure } from '../figures.ts';

const DISTRICT = '14.03.16' as DistrictCode;
const SINCE = '2026-01-05T03:00:00.000Z' as Instant;
const CAMAT = 7000;
const VILLAGES = area(DISTRICT)!.villages.map(({ name }) => name);
const LOG = createLog('error');

/** A platform's default pace. */
interface Platform {
  readonly name: string;
  readonly pace: Rate;
}

/** WhatsApp's pauses before each message are drawn from 700 to 2,500 ms. */
const PAUSES_MS = [2500, 700, 1600];
let paused = 0;

const PLATFORMS: readonly Platform[] = [
  { name: 'Telegram', pace: { perSecond: 30, perMinuteInGroup: 20 } },
  {
    name: "WhatsApp's pace",
    pace: { perSecond: 1, perMinuteInGroup: 12, pause: () => PAUSES_MS[paused++ % PAUSES_MS.length]! },
  },
];

/** What 13 heads of one kecamatan do at the same moment, at the default paces. */
export async function sameMoment(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const platform of PLATFORMS)
    figures.push(
      ...(await reportsOf(platform, 13)),
      ...(await reportsOf(platform, 26)),
      ...(await registrations(platform)),
    );
  return figures;
}

/** A kecamatan with one group, and the bot in it. */
async function startGroup({ pace }: Platform, chat: number, people: (tx: Tx) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-bench-'));
  const store = openStore(join(folder, 'bot.sqlite'));
  store.transaction((tx) => {
    const ref = `telegram:${chat}` as ChatRef;
    tx.chats.open(DISTRICT, '2099-05-15' as LocalDate, SINCE);
    tx.chats.seen(ref, 'group', 'KDMP');
    tx.chats.link(ref, DISTRICT, SINCE, null);
    tx.people.give(tx.people.findOrAdd([`telegram:${CAMAT}` as UserRef], 'Camat'), 'camat', DISTRICT, SINCE);
    people(tx);
  });
  const api = await startApiDouble({ seesAll: true, limits: pace });
  const telegram = createTelegram({
    token: TOKEN,
    apiRoot: api.url,
    pace,
    commands: [],
    clock: systemClock,
    log: LOG,
  });
  const settings = { deadline: '2099-05-15' as LocalDate, reminderDays: [], reminderCron: '0 8 * * *' };
  const app = createApp({
    store,
    platforms: [telegram],
    commands,
    settings,
    clock: systemClock,
    log: LOG,
  });
  await app.start();
  return {
    api,
    until: api.until,
    /** What the bot said or changed, in the order of its calls. */
    said: (): readonly RecordedCall[] => api.calls.filter(({ method }) => /^(send|edit)Message/.test(method)),
    async stop() {
      await app.stop();
      store.close();
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** People do not act at the very same time. */
async function apart<Each>(all: readonly Each[], act: (each: Each) => void): Promise<void> {
  for (const each of all) {
    act(each);
    await sleep(20);
  }
}

let lastId = 100_000;

const typed = (chat: number, user: number, text: string): Omit<Update, 'update_id'> => ({
  message: {
    message_id: ++lastId,
    date: Math.floor(Date.now() / 1000),
    chat: { id: chat, type: 'supergroup', title: 'KDMP' },
    from: { id: user, is_bot: false, first_name: `Kades ${user}` },
    text,
  },
});

/** Every head reports once or twice; how long until everybody has the words. */
async function reportsOf(platform: Platform, count: number): Promise<readonly Figure[]> {
  const chat = -1_001_000_500;
  const group = await startGroup(platform, chat, (tx) => {
    for (const [i, { code }] of area(DISTRICT)!.villages.entries())
      tx.people.give(
        tx.people.findOrAdd([`telegram:${7001 + i}` as UserRef], `Kades ${i}`),
        'kades',
        code,
        SINCE,
      );
  });
  const begun = performance.now();
  const lastOf = new Map<string, number>();
  const updates = Array.from({ length: count }, (_, i) =>
    typed(chat, 7001 + (i % 13), `/lapor ${1 + Math.floor(i / 13)}`),
  );
  await apart(updates, (update) => group.api.queue(update));
  const answered = () => {
    const words = group
      .said()
      .map(({ payload }) => payload.text as string)
      .join('\n');
    for (const village of VILLAGES) {
      const found = words.split(`Desa ${village}<`).length - 1;
      for (let n = 1; n <= found; n += 1)
        if (!lastOf.has(`${village} ${n}`)) lastOf.set(`${village} ${n}`, performance.now() - begun);
    }
    return lastOf.size >= count;
  };
  await group.until(answered);
  const times = [...lastOf.values()];
  const calls = group.said().length;
  await group.stop();
  const seconds = Math.max(...times) / 1000;
  return [
    {
      work: `the words for ${count} reports at once, ${platform.name}`,
      ours: `${seconds.toFixed(1)} s`,
      against: `${calls} calls`,
      value: seconds,
      goal: { atMost: 15 },
    },
  ];
}

/** 13 people ask for a role by buttons, and the camat approves them all. */
async function registrations(platform: Platform): Promise<readonly Figure[]> {
  const chat = -1_001_000_600;
  const group = await startGroup(platform, chat, () => {});
  const begun = performance.now();
  const heads = VILLAGES.map((village, i) => ({ village, user: 7101 + i }));
  const withButton = (label: RegExp) =>
    group.api.messages.findLast((message) => buttonsOf(message).some(({ text }) => label.test(text)));
  const press = (label: (village: string) => RegExp, by: readonly { village: string; user: number }[]) =>
    apart(by, ({ village, user }) => {
      const message = withButton(label(village))!;
      const { callback_data: data } = buttonsOf(message).find(({ text }) => label(village).test(text))!;
      const from = { id: user, is_bot: false, first_name: `Kades ${user}` };
      group.api.queue({
        callback_query: { id: `${++lastId}`, from, chat_instance: '1', data, message },
      } as never);
    });
  await apart(heads, ({ user }) => group.api.queue(typed(chat, user, '/daftar')));
  await group.until(() => withButton(/^Kepala desa$/) !== undefined);
  await press(() => /^Kepala desa$/, heads);
  await group.until(() => withButton(/^Petani$/) !== undefined);
  await press((village) => new RegExp(`^${village}$`), heads);
  const all = /^Setujui semua/;
  await group.until(() => {
    const list = withButton(all);
    return list !== undefined && VILLAGES.every((village) => `${list.text}`.includes(`Desa ${village}`));
  });
  await press(() => all, [{ village: '', user: CAMAT }]);
  await group.until(() => group.said().some(({ payload }) => /kini tercatat/i.test(payload.text)));
  const seconds = (performance.now() - begun) / 1000;
  const calls = group.said().length;
  await group.stop();
  return [
    {
      work: `13 registrations by buttons, ${platform.name}`,
      ours: `${seconds.toFixed(1)} s`,
      value: seconds,
      goal: { atMost: 40 },
    },
    { work: 'its calls', ours: `${calls}`, value: calls, goal: { atMost: 20 } },
  ];
}

const buttonsOf = (message: object): readonly { text: string; callback_data: string }[] =>
  (
    (message as { reply_markup?: { inline_keyboard?: { text: string; callback_data: string }[][] } })
      .reply_markup?.inline_keyboard ?? []
  ).flat();
