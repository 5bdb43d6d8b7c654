import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { type App, createApp } from '../src/app/app.ts';
import { createBot } from '../src/app/bot.ts';
import { createBudgets } from '../src/bot/budget.ts';
import { area } from '../src/domain/areas.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate } from '../src/domain/ids.ts';
import { createLog } from '../src/log.ts';
import type { Store } from '../src/store/store.ts';
import { createGuard } from '../src/web/guard.ts';
import { health } from '../src/web/health.ts';
import { listen } from '../src/web/server.ts';
import { inDatabase, openTestStore } from './engine.ts';
import { makeFolder } from './folder.ts';
import { type ApiDouble, startApiDouble } from './telegram/api-double.ts';
import { telegramOn } from './telegram/on-double.ts';

const START = '2027-04-01T02:00:00.000Z' as Instant;
const DISTRICT = '14.03.16' as DistrictCode;
const GROUP = 'telegram:-100' as ChatRef;
const SETTINGS = { deadline: '2027-05-15' as LocalDate, reminderDays: [0], reminderCron: '0 8 * * *' };
const PACE = { perSecond: 30, perMinuteInGroup: 20 };
const SPENT = /terlalu banyak sekaligus/;

const [HEAD, STRANGER, CAMAT] = [7001, 6666, 7000];

describe('a flood', () => {
  let folder: string;
  let api: ApiDouble;
  let store: Store;
  let app: App;
  let now: Instant;
  let web: Awaited<ReturnType<typeof listen>>;
  const logged: string[] = [];

  beforeEach(async () => {
    folder = makeFolder();
    api = await startApiDouble({ seesAll: true });
    now = START;
    logged.length = 0;
    const log = createLog('warn', { write: (line) => void logged.push(line) });
    const clock = () => now;
    store = openTestStore(join(folder, 'test.sqlite'));
    store.transaction((tx) => tx.chats.seen(GROUP, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.open(DISTRICT, '2027-05-15' as LocalDate, START));
    store.transaction((tx) => tx.chats.link(GROUP, DISTRICT, START, null));
    const village = area(DISTRICT)!.villages[0]!.code;
    const [head, camat] = [HEAD, CAMAT].map((id) =>
      store.transaction((tx) => tx.people.findOrAdd([`telegram:${id}` as never], `P${id}`)),
    );
    store.transaction((tx) => tx.people.give(head!, 'kades', village, START));
    store.transaction((tx) => tx.people.give(camat!, 'camat', DISTRICT, START));
    const telegram = telegramOn(api, clock, log, PACE);
    app = createApp({ store, platforms: [telegram], commands, settings: SETTINGS, clock, log });
    await app.start();
    const host = '127.0.0.1';
    const guard = createGuard({ host, password: undefined, elapsed: () => 0, log });
    web = await listen(async () => health({ store, platforms: [telegram], clock }, guard), { host, port: 0 });
  });
  afterEach(async () => {
    await app.stop();
    await web.close();
    store.close();
    await api.close();
    rmSync(folder, { recursive: true });
  });

  let lastId = 0;
  /** Waits until what is said was taken, and nothing is on its way. */
  async function says(from: number, ...texts: readonly string[]): Promise<void> {
    const chat = { id: -100, type: 'supergroup', title: 'KDMP' };
    const updates = texts.map((text) => ({
      message: {
        message_id: ++lastId,
        date: Date.parse(now) / 1000,
        chat,
        from: { id: from, is_bot: false, first_name: `P${from}` },
        text,
      },
    }));
    const numbers = api.queue(...(updates as never[]));
    await api.until(() => api.confirmed() > numbers.at(-1)!);
    while (store.read((tx) => tx.outbox.counts()).sending) await new Promise(setImmediate);
  }
  const queued = () =>
    store
      .read((tx) => tx.outbox.queuedAfter(0 as never))
      .map(({ id }) => store.read((tx) => tx.outbox.get(id))!.content!.text);
  const texts = () => [...api.messages.map(({ text }) => text ?? ''), ...queued()];
  const count = (what: RegExp) => texts().filter((text) => what.test(text)).length;
  const many = (n: number, text: string) => Array.from({ length: n }, () => text);

  it('of look-ups by a stranger is answered so often, then told once, then there is silence', async () => {
    await says(STRANGER, ...many(60, '/rekap'));
    const answers = count(/Rekap/);
    expect(answers).toBe(12);
    expect(count(SPENT)).toBe(1);
    expect(logged.join('')).toMatch(/over budget/);
    now = '2027-04-01T02:00:25.000Z' as Instant;
    await says(STRANGER, ...many(10, '/rekap'));
    expect([count(/Rekap/), count(SPENT)]).toEqual([answers + 2, 1]);
    // Full again, it may be told again.
    now = '2027-04-01T02:30:00.000Z' as Instant;
    await says(STRANGER, ...many(20, '/rekap'));
    expect([count(/Rekap/), count(SPENT)]).toEqual([2 * answers + 2, 2]);
    const ready = (await (await fetch(`http://127.0.0.1:${web.port}/readyz`)).json()) as object;
    expect(ready).toMatchObject({ status: 'ok', deadLetters: '2 flood in 24 hours, see the log' });
    const metrics = await (await fetch(`http://127.0.0.1:${web.port}/metrics`)).text();
    expect(metrics).toContain('kopdes_dead_letters{kind="flood"} 2');
  });

  it('does not delay a report: its answer goes before all that was looked up, within the pace', async () => {
    for (let stranger = 0; stranger < 5; stranger++) await says(STRANGER + stranger, ...many(60, '/rekap'));
    await says(HEAD, '/lapor klinik sudah');
    // Look-ups leave a part of the minute's pace free: 15 of 20.
    await api.until(() =>
      api.messages.some(({ text }) => /klinik/.test(text ?? '') && /Dicatat/.test(text ?? '')),
    );
    await api.until(() => api.messages.length >= 15);
    expect(api.messages.length).toBeLessThanOrEqual(16);
    expect(queued().every((text) => !/Dicatat/.test(text))).toBe(true);
  });

  it('of groups to which somebody adds the bot spends what strangers have', async () => {
    const chat = { id: -200, type: 'supergroup', title: 'Lain' };
    const self = (status: string) => ({ user: api.me, status });
    const change = (was: string, is: string) => ({
      my_chat_member: {
        chat,
        from: { id: STRANGER, is_bot: false, first_name: 'P' },
        date: Date.parse(now) / 1000,
        old_chat_member: self(was),
        new_chat_member: self(is),
      },
    });
    const [number] = api.queue(change('left', 'member') as never);
    await api.until(() => api.confirmed() > number!);
    const rows = inDatabase(join(folder, 'test.sqlite'), (db) =>
      db.value<[], string>('SELECT priority FROM outbox').all(),
    );
    expect(rows).toEqual(['stranger']);
  });

  it('of many strangers together is limited as well, and keeps nobody with a role waiting', async () => {
    for (let stranger = 0; stranger < 20; stranger++) await says(STRANGER + stranger, ...many(12, '/belum'));
    // Six of them used up what all have, but for eight answers; each of the others is told so, once.
    expect(count(/./)).toBe(80 + 14);
    expect(count(SPENT)).toBe(14);
    await says(CAMAT, '/rekap');
    expect(count(/Rekap/)).toBe(1);
  });

  it('of a head still records every report, and asks what has to be asked', async () => {
    await says(HEAD, ...many(60, '/rekap'));
    expect([count(/Rekap/), count(SPENT)]).toEqual([40, 1]);
    await says(HEAD, '/lapor klinik sudah', '/lapor gudang proses', '/lapor apotek sudah');
    const units = store.read((tx) => tx.ledger.history(DISTRICT, 9)).map(({ unit }) => unit);
    expect(units.sort()).toEqual(['apotek', 'gudang', 'klinik']);
    // Looking things up leaves a reserve to what is recorded, and to questions about it.
    expect([count(/gudang/), count(SPENT)]).toEqual([1, 1]);
    await says(HEAD, '/lapor klinik belum');
    expect(count(/Apakah benar statusnya turun/)).toBe(1);
  });

  it('of talk that nobody is to answer costs nobody anything', async () => {
    await says(STRANGER, ...many(100, 'selamat pagi semuanya'));
    await says(STRANGER, '/rekap');
    expect([count(/Rekap/), count(SPENT)]).toEqual([1, 0]);
  });
});

describe('a budget', () => {
  const stranger = (n: number) =>
    ({ account: { refs: [`telegram:${n}`], name: '' }, person: undefined, roles: [] }) as never;

  it('is neither filled nor lost by a clock that is set back', () => {
    const budgets = createBudgets();
    const of = (at: string) => budgets.of(stranger(1), GROUP, 'group', at as Instant);
    const isSpent = (at: string) => of(at).spent('lookup') !== undefined;
    of(START).take('lookup', 12);
    expect(isSpent(START)).toBe(true);
    expect(isSpent('2027-03-01T00:00:00.000Z')).toBe(true);
    expect(isSpent('2027-03-01T00:00:10.000Z')).toBe(false);
  });

  it('of a group is its own: strangers elsewhere are answered', () => {
    const budgets = createBudgets();
    const spentIn = (chat: ChatRef) => budgets.of(stranger(99), chat, 'group', START).spent('lookup');
    for (let n = 0; n < 80; n++) budgets.of(stranger(n), GROUP, 'group', START).take('lookup', 1);
    expect(spentIn(GROUP)).toEqual({ of: 'moment', shared: true });
    expect(spentIn('telegram:-200' as ChatRef)).toBeUndefined();
  });

  it('counts all that a message queues, and a decision about hundreds of groups as forty messages', () => {
    const budgets = createBudgets();
    const head = { account: { refs: ['telegram:1'], name: '' }, person: 1, roles: [{}] } as never;
    const at = (second: number) => new Date(Date.parse(START) + 1000 * second).toISOString() as Instant;
    const spent = (second: number) => budgets.of(head, GROUP, 'group', at(second)).spent('deed');
    for (let n = 0; n < 59; n++) budgets.of(head, GROUP, 'group', START).take('deed', 1);
    expect(spent(0)).toBeUndefined();
    budgets.of(head, GROUP, 'group', START).take('deed', 7285);
    expect([spent(117), spent(120)]).toEqual([{ of: 'moment', shared: false }, undefined]);
  });

  it('of somebody with a role is a part of the day where all share its messages, and lasts elsewhere', () => {
    const clock = (second: number) => new Date(Date.parse(START) + 6000 * second).toISOString() as Instant;
    /** How many of a day's requests, ten a minute, are answered, and what is said of the others. */
    function day(isCapped: boolean) {
      const store = openTestStore(':memory:');
      const village = area(DISTRICT)!.villages[0]!.code;
      store.transaction((tx) => {
        tx.chats.open(DISTRICT, '2027-05-15' as LocalDate, START);
        tx.chats.seen(GROUP, 'group', 'KDMP');
        tx.chats.link(GROUP, DISTRICT, START, null);
        const head = tx.people.findOrAdd([`telegram:${HEAD}` as never], 'P');
        tx.people.give(head, 'bpd', village, START);
      });
      const bot = createBot({
        commands,
        settings: SETTINGS,
        isLimited: () => true,
        accountOf: () => (isCapped ? 'whatsapp 1' : undefined),
        log: createLog('silent'),
      });
      for (let n = 0; n < 700; n++) {
        const sentAt = clock(n);
        const sender = { refs: [`telegram:${HEAD}`], name: 'P' };
        const place = { chat: GROUP, chatKind: 'group', chatTitle: 'KDMP', ref: `${GROUP}:${n}` };
        const event = { kind: 'message', ...place, sender, text: '/tenggat', addressed: true, sentAt };
        store.transaction((tx) => bot.handle(tx, event as never, sentAt));
      }
      const said = store
        .read((tx) => tx.outbox.queuedAfter(0 as never))
        .map(({ id }) => store.read((tx) => tx.outbox.get(id))!.content!.text);
      store.close();
      return { answers: said.length, told: said.filter((text) => /hari ini sudah sangat banyak/.test(text)) };
    }
    const { answers, told } = day(true);
    // 150 at once, one each quarter of an hour since, and what is said of it.
    expect([answers, told.length]).toEqual([150 + 4 + 1, 1]);
    expect(day(false)).toEqual({ answers: 700, told: [] });
  });
});
