import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { type App, createApp } from '../src/app/app.ts';
import { area } from '../src/domain/areas.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate } from '../src/domain/ids.ts';
import { createLog } from '../src/log.ts';
import { inspect } from '../src/store/inspection.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { literal } from '../src/text/markup.ts';
import { createGuard } from '../src/web/guard.ts';
import { health } from '../src/web/health.ts';
import { listen } from '../src/web/server.ts';
import { fill } from './fill.ts';
import { makeFolder } from './folder.ts';
import { outboxStates } from './outbox-states.ts';
import { SETTINGS } from './settings.ts';
import { type ApiDouble, startApiDouble } from './telegram/api-double.ts';
import { telegramOn } from './telegram/on-double.ts';

// One message, one row, one page of the file must not stop the others.

const START = '2027-04-01T02:00:00.000Z' as Instant;
const HERE = '14.03.16' as DistrictCode;
const ELSEWHERE = '14.03.01' as DistrictCode;
const GROUP = 'telegram:-100' as ChatRef;
const OTHER = 'telegram:-200' as ChatRef;

let folder: string;
let file: string;
let api: ApiDouble;
let store: Store;
let app: App | undefined;
let web: Awaited<ReturnType<typeof listen>>;
let now: Instant;
let log: ReturnType<typeof createLog>;
const logged: string[] = [];

beforeEach(async () => {
  folder = makeFolder();
  file = join(folder, 'test.sqlite');
  api = await startApiDouble({ seesAll: true });
  now = START;
  logged.length = 0;
  log = createLog('info', { write: (line) => void logged.push(line) });
  store = openStore(file);
  for (const [chat, district, user] of [
    [GROUP, HERE, 7001],
    [OTHER, ELSEWHERE, 7002],
  ] as const) {
    store.transaction((tx) => tx.chats.seen(chat, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.open(district, '2027-05-15' as LocalDate, START));
    store.transaction((tx) => tx.chats.link(chat, district, START, null));
    const person = store.transaction((tx) => tx.people.findOrAdd([`telegram:${user}` as never], 'Kades'));
    store.transaction((tx) => tx.people.give(person, 'kades', area(district)!.villages[0]!.code, START));
  }
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await web?.close();
  store.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

/** Starts the bot, and its pages over HTTP. */
async function start(): Promise<void> {
  const clock = () => now;
  const telegram = telegramOn(api, clock, log);
  app = createApp({ store, platforms: [telegram], commands, settings: SETTINGS, clock, log });
  await app.start();
  const host = '127.0.0.1';
  const guard = createGuard({ host, password: undefined, elapsed: () => 0, log });
  web = await listen(async () => health({ store, platforms: [telegram], clock }, guard), { host, port: 0 });
}

const get = (path: string) => fetch(`http://127.0.0.1:${web.port}${path}`);
const readyz = async () => (await (await get('/readyz')).json()) as Record<string, string>;
const metrics = async () => (await get('/metrics')).text();

let lastId = 0;
const says = (chat: ChatRef, user: number, text: string) =>
  api.queue({
    message: {
      message_id: ++lastId,
      date: Date.parse(now) / 1000,
      chat: { id: Number(chat.split(':')[1]), type: 'supergroup', title: 'KDMP' },
      from: { id: user, is_bot: false, first_name: 'Kades' },
      text,
    },
  } as never);
const here = (text: string) => says(GROUP, 7001, text);
const elsewhere = (text: string) => says(OTHER, 7002, text);
const texts = () => api.messages.map(({ chat, text }) => `${chat.id} ${text}`);
const isSaid = (what: RegExp) => api.until(() => texts().some((text) => what.test(text)));

describe('a row of the outbox', () => {
  const MALFORMED = {
    'whose content is no JSON': { content: '{"text": "Kades Budi' },
    'whose content is another value': { content: '7' },
    'whose content has no text': { content: '{}' },
    'whose choices are none': { content: '{"text":"halo","choices":[5]}' },
    'whose file is none': { content: '{"text":"halo","file":5}' },
    'whose file shows nothing': { content: '{"text":"halo","file":{"as":"png","recap":{}}}' },
    'whose file is of no kind': { content: '{"text":"halo","file":{"recap":{}}}' },
    'whose context is no JSON': { context: '[' },
    'whose chat is nowhere': { chat: 'nowhere' },
  };

  /** What it says goes out, and why the file does not. */
  const IN_WORDS = 'whose file shows nothing';

  it.each(Object.entries(MALFORMED))('%s is set aside, and all others are answered', async (name, row) => {
    const id = store.transaction((tx) =>
      tx.outbox.add({ to: GROUP, content: { text: literal('halo') } }, START),
    );
    const db = new Database(file);
    for (const [column, value] of Object.entries(row))
      db.prepare(`UPDATE outbox SET ${column} = ? WHERE id = ?`).run(value, id);
    db.close();
    await start();
    here('/lapor klinik sudah');
    elsewhere('/lapor klinik sudah');
    await isSaid(/^-100 [\s\S]*klinik/);
    await isSaid(/^-200 [\s\S]*klinik/);
    const waits = ({ queued, sending } = store.read((tx) => tx.outbox.counts())) => queued || sending;
    while (waits()) await new Promise(setImmediate);
    expect(outboxStates(store)).toEqual(name === IN_WORDS ? { sent: 3 } : { failed: 1, sent: 2 });
    expect(logged.join('')).toContain(`"outbox":${id}`);
    expect(logged.join('')).not.toContain('Budi');
    expect(await readyz()).toMatchObject({ status: 'ok', deadLetters: '1 message in 24 hours, see the log' });
    expect(await metrics()).toContain('kopdes_dead_letters{kind="message"} 1');
  });

  it('that was being sent when the process was killed keeps no start from succeeding', async () => {
    const id = store.transaction((tx) =>
      tx.outbox.add({ to: GROUP, content: { text: literal('halo') } }, START),
    );
    store.transaction((tx) => tx.outbox.claim(id));
    const db = new Database(file);
    db.prepare('UPDATE outbox SET content = ?, context = ?').run('{', '{');
    db.close();
    await start();
    here('/lapor klinik sudah');
    await isSaid(/^-100 [\s\S]*klinik/);
  });

  it('beside names of files that are no JSON is sent', async () => {
    await start();
    here('/rekap gambar');
    await api.until(() => api.callsOf('sendPhoto').length === 1);
    while (store.read((tx) => tx.outbox.counts()).sending) await new Promise(setImmediate);
    const db = new Database(file);
    expect(db.prepare(`UPDATE upload SET ids = '['`).run().changes).toBe(1);
    db.close();
    here('/rekap gambar');
    here('/lapor klinik sudah');
    await isSaid(/^-100 [\s\S]*klinik/);
    await api.until(() => api.callsOf('sendPhoto').length === 2);
  });
});

describe('an event', () => {
  it('that cannot be dealt with is set aside, and those that came with it are', async () => {
    const db = new Database(file);
    db.exec(`CREATE TRIGGER poison BEFORE INSERT ON report WHEN new.unit = 'klinik'
      BEGIN SELECT raise(ABORT, 'poison'); END`);
    db.close();
    await start();
    here('/lapor klinik sudah');
    elsewhere('/lapor gudang sudah');
    await isSaid(/^-200 [\s\S]*gudang/);
    await isSaid(/^-100 .*tidak dapat diproses/);
    expect(logged.join('')).toMatch(/"event":"telegram:-100:\d+".*event could not be handled/);
    expect(await readyz()).toMatchObject({ status: 'ok', deadLetters: '1 event in 24 hours, see the log' });
    expect(await metrics()).toContain('kopdes_dead_letters{kind="event"} 1');
  });

  it('that cannot even be read is passed over', async () => {
    await start();
    api.queue(
      { message: { message_id: 1, date: 1, chat: null, from: 5, text: 'x' } } as never,
      { message: 3 } as never,
    );
    here('/lapor klinik sudah');
    await isSaid(/^-100 [\s\S]*klinik/);
  });
});

describe('the schedule', () => {
  it('of a group whose kecamatan is none keeps no other from its reminder', async () => {
    const db = new Database(file);
    db.exec(`UPDATE chat SET district = NULL; PRAGMA foreign_keys = OFF;
      UPDATE chat SET district = 'xx' WHERE ref = '${OTHER}';
      UPDATE chat SET district = '${HERE}' WHERE ref = '${GROUP}'`);
    db.close();
    await start();
    expect(await readyz()).toMatchObject({ deadLetters: '1 schedule in 24 hours, see the log' });
    now = '2027-05-12T01:00:30.000Z' as Instant;
    app!.tick();
    await isSaid(/^-100 [\s\S]*3 hari lagi/);
  });
});

describe('a damaged page', () => {
  /** Fills the ledger so that each village has pages of its own in its index, and damages one of that village. */
  function damageIndexOf(district: DistrictCode): void {
    const village = area(district)!.villages[0]!.code;
    let db = new Database(file);
    const add = db.prepare(
      `INSERT INTO report (village, unit, status, role, at, recorded_at, message)
       VALUES (?, 'klinik', 'belum', 'kades', ?, ?, ?)`,
    );
    db.transaction(() => {
      for (const code of [HERE, ELSEWHERE])
        for (let i = 0; i < 2000; i++)
          add.run(area(code)!.villages[0]!.code, START, START, `telegram:-9:${code}${i}`);
    })();
    db.close();
    store.close();
    db = new Database(file);
    db.pragma('journal_mode = DELETE');
    const size = db.pragma('page_size', { simple: true }) as number;
    const pages = db
      .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'report_by_unit' AND pagetype = 'leaf'`)
      .pluck()
      .all();
    db.close();
    const bytes = readFileSync(file);
    for (const page of pages) {
      const at = (page - 1) * size;
      if (bytes.subarray(at, at + size).includes(village)) bytes.fill(0xff, at, at + size);
    }
    writeFileSync(file, bytes);
    store = openStore(file);
  }

  it('of one village concerns that village: the others are answered, and the database is blamed', async () => {
    damageIndexOf(ELSEWHERE);
    await start();
    expect(await readyz()).toMatchObject({ status: 'ok' });
    elsewhere('/lapor klinik sudah');
    here('/lapor klinik sudah');
    await isSaid(/^-100 [\s\S]*klinik/);
    await isSaid(/^-200 .*tidak dapat diproses/);
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      database: 'damaged, see the log: restore a backup',
      telegram: 'ok',
      deadLetters: '1 event in 24 hours, see the log',
    });
    expect(await metrics()).toContain('kopdes_database_ok 0');
    // Also when nothing else is heard, and at the clock's next look.
    now = '2027-05-12T01:00:30.000Z' as Instant;
    app!.tick();
    await isSaid(/^-100 [\s\S]*3 hari lagi/);
  });

  it.each(['a small', 'a large'])(
    'is found after the start in %s file, before anybody needs it',
    async (size) => {
      if (size === 'a large') fill(file);
      damageIndexOf(ELSEWHERE);
      await start();
      await inspect(store, file, log);
      expect(logged.join('')).toMatch(/"findings":\[.*the database is damaged/);
      expect(await readyz()).toMatchObject({
        status: 'not ready',
        database: expect.stringMatching(/damaged/),
        telegram: 'ok',
      });
    },
  );

  it('is not found where there is none', async () => {
    await start();
    await inspect(store, file, log);
    expect(await readyz()).toMatchObject({ status: 'ok', database: 'ok' });
  });
});

it('a database that cannot be written is blamed itself, and not the platform that waits for it', async () => {
  await start();
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  here('/lapor klinik sudah');
  while (!logged.join('').includes('cannot be written')) await new Promise(setImmediate);
  now = '2027-04-01T02:05:00.000Z' as Instant;
  expect(await readyz()).toMatchObject({
    status: 'not ready',
    database: 'cannot be written: database is locked',
    telegram: 'ok',
  });
  other.exec('ROLLBACK');
  other.close();
  await isSaid(/^-100 [\s\S]*klinik/);
}, 120_000);
