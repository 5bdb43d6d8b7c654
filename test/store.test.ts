import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  VillageCode,
} from '../src/domain/ids.ts';
import { STATUSES } from '../src/domain/units.ts';
import { isStorageError } from '../src/store/errors.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { onPostgres, openTestStore } from './engine.ts';
import { makeFolder } from './folder.ts';
import { outboxStates } from './outbox-states.ts';

const PETANI = '14.03.16.2001' as VillageCode;
const at = (minute: number) => new Date(Date.UTC(2027, 3, 1, 0, minute)).toISOString() as Instant;

describe('the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with its folder, and kept', () => {
    const file = join(folder, 'a', 'b.sqlite');
    const store = openTestStore(file);
    store.transaction((tx) => tx.inbox.take('telegram:1:1' as MessageRef, at(0)));
    store.close();
    const again = openTestStore(file);
    expect(again.transaction((tx) => tx.inbox.take('telegram:1:1' as MessageRef, at(1)))).toBe(false);
    again.close();
  });

  it.skipIf(onPostgres)(
    'keeps one secret for the pseudonyms of WhatsApp keys, also where its first write fails',
    () => {
      const file = join(folder, 'a.sqlite');
      const store = openTestStore(file);
      const session = { type: 'session', id: '628123_1.0', value: '"x"' };
      const db = new Database(file);
      db.exec(`CREATE TRIGGER full BEFORE INSERT ON whatsapp_session BEGIN SELECT RAISE(ABORT, 'full'); END`);
      expect(() => store.whatsapp.of(1).keys.set([session])).toThrow();
      db.exec('DROP TRIGGER full');
      db.close();
      store.whatsapp.of(1).keys.set([session]);
      store.close();
      const again = openTestStore(file);
      expect(again.whatsapp.of(1).keys.get('session', session.id)).toBe('"x"');
      again.close();
    },
  );

  it.skipIf(onPostgres)('is read by statements that are prepared once, whatever they are asked', () => {
    const db = openSqlite(join(folder, 'once.sqlite'));
    db.exec(`INSERT INTO person (id, name) VALUES (1, 'Sari');
      INSERT INTO role (person, kind, area, state, asked_at) VALUES (1, 'kades', '${PETANI}', 'held', '')`);
    const statement = db.prepare(
      `SELECT role.id, name FROM role JOIN person ON person.id = role.person WHERE person = ? AND state = 'held'`,
    );
    // The library compiles a function that makes the rows, each time that SQLite prepared the statement again.
    let compiled = 0;
    const { Function: original } = globalThis;
    globalThis.Function = new Proxy(original, {
      apply: (target, self, given) => {
        compiled += 1;
        return Reflect.apply(target, self, given) as unknown;
      },
    });
    for (let turn = 0; turn < 5; turn += 1) statement.all(1);
    globalThis.Function = original;
    db.close();
    expect(compiled).toBe(1);
  });

  it.skipIf(onPostgres)('is refused when a newer program wrote it', () => {
    const file = join(folder, 'future.sqlite');
    const db = openSqlite(file);
    db.pragma('user_version = 999');
    db.close();
    expect(() => openTestStore(file)).toThrow(/schema 999, this program knows up to/);
  });

  it.skipIf(onPostgres)('is refused when it is no database', () => {
    const file = join(folder, 'text.sqlite');
    writeFileSync(file, 'Rekap koperasi desa, ditulis tangan.'.repeat(100));
    expect(() => openTestStore(file)).toThrow(/not a database/);
  });

  it.each([
    ['SQLITE_BUSY', true],
    ['SQLITE_BUSY_SNAPSHOT', true],
    ['SQLITE_FULL', true],
    ['SQLITE_IOERR_FSYNC', true],
    ['SQLITE_READONLY_DBMOVED', true],
    ['SQLITE_CANTOPEN', true],
    ['SQLITE_CONSTRAINT_UNIQUE', false],
    ['SQLITE_ERROR', false],
    ['SQLITE_MISMATCH', false],
    ['SQLITE_RANGE', false],
  ])('%s concerns the whole database: %s', (code, concernsAll) => {
    expect(isStorageError(new Database.SqliteError('x', code))).toBe(concernsAll);
  });

  it('undoes the inner one of two transactions alone', () => {
    const store = openTestStore(join(folder, 'x.sqlite'));
    const [outer, inner] = ['telegram:1:1', 'telegram:1:2'] as MessageRef[];
    store.transaction(({ inbox }) => {
      inbox.take(outer!, at(0));
      const failing = () =>
        store.transaction((tx) => {
          tx.inbox.take(inner!, at(0));
          throw new Error('no');
        });
      expect(failing).toThrow('no');
      expect(store.read((tx) => tx.inbox.seen(outer!))).toBe(true);
    });
    expect(store.read((tx) => [outer!, inner!].map(tx.inbox.seen))).toEqual([true, false]);
    store.close();
  });

  it('keeps nothing of work that fails', () => {
    const store = openTestStore(join(folder, 'x.sqlite'));
    const work = () =>
      store.transaction((tx) => {
        tx.inbox.take('telegram:1:1' as MessageRef, at(0));
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(store.read((tx) => tx.inbox.seen('telegram:1:1' as MessageRef))).toBe(false);
    store.close();
  });
});

describe('the ledger', () => {
  it('says what was said last and not reversed, in whatever order it arrived', () => {
    const report = fc.record({
      minute: fc.integer({ min: 0, max: 30 }),
      status: fc.constantFrom(...STATUSES),
      reversed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), (reports) => {
        const store = openTestStore(':memory:');
        const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:1' as never], 'Budi'));
        const entry = (i: number, minute: number) => ({
          person,
          at: at(minute),
          recordedAt: at(100 + i),
          message: `m:${i}` as MessageRef,
          text: null,
        });
        for (const [i, { minute, status }] of reports.entries())
          store.transaction((tx) => tx.ledger.add(PETANI, 'klinik', status, 'kades', entry(i, minute)));
        for (const [i, { reversed }] of reports.entries())
          if (reversed)
            store.transaction((tx) =>
              tx.ledger.reverse(tx.ledger.ofMessage(`m:${i}` as MessageRef), at(200)),
            );
        const standing = reports.map((each, i) => ({ ...each, i })).filter(({ reversed }) => !reversed);
        const order = standing.sort((a, b) => a.minute - b.minute || a.i - b.i);
        const last = order.at(-1);
        const since =
          last && order.slice(order.findLastIndex(({ status }) => status !== last.status) + 1)[0]!;
        const current = store.read((tx) => tx.ledger.current(PETANI, 'klinik'));
        expect(current?.status).toBe(last?.status);
        expect(current?.since).toBe(since && at(since.minute));
        expect(store.read((tx) => tx.ledger.history(PETANI, 99))).toHaveLength(reports.length);
        store.close();
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('a group that moved', () => {
  const [OLD, NEW] = ['telegram:-1', 'telegram:-1001'] as [ChatRef, ChatRef];
  const district = '14.03.16' as DistrictCode;

  it('takes its slots, its held reports, its open question and its queue along', () => {
    const store = openTestStore(':memory:');
    const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:7' as never], 'Budi'));
    store.transaction((tx) => tx.chats.seen(OLD, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.open(district, '2027-05-15' as LocalDate, at(0)));
    store.transaction((tx) => tx.chats.link(OLD, district, at(0), null));
    store.transaction((tx) => tx.slots.close(`${OLD} 2027-05-15 reminder 2027-05-14`, 'sent', at(1)));
    store.transaction((tx) => tx.slots.close(`${OLD}2 2027-05-15 reminder 2027-05-14`, 'sent', at(1)));
    const message = `${OLD}:5` as MessageRef;
    store.transaction((tx) =>
      tx.heldReports.hold({ message, district, village: null, chat: OLD, text: 'klinik', at: at(1) }, person),
    );
    const id = store.transaction((tx) => tx.outbox.add({ to: OLD, content: { text: 'x' as never } }, at(1)));
    store.transaction((tx) => tx.pendingQuestions.put('telegram:7' as never, OLD, id, at(1)));
    store.transaction((tx) => tx.chats.move(OLD, NEW));
    expect(store.read((tx) => tx.chats.get(NEW))?.area).toBe(district);
    expect(store.read((tx) => tx.slots.outcome(`${NEW} 2027-05-15 reminder 2027-05-14`, at(1)))).toBe('sent');
    expect(store.read((tx) => tx.slots.outcome(`${OLD}2 2027-05-15 reminder 2027-05-14`, at(1)))).toBe(
      'sent',
    );
    expect(store.read((tx) => tx.heldReports.of(person, district)).map(({ chat }) => chat)).toEqual([NEW]);
    expect(store.transaction((tx) => tx.pendingQuestions.take('telegram:7' as never, NEW))?.outbox).toBe(id);
    expect(store.read((tx) => tx.outbox.queuedAfter(0 as never))).toMatchObject([
      { id, chat: NEW, scheduled: false, priority: 'report', area: district, file: false },
    ]);
    store.close();
  });

  it('loses nothing where it is said to have moved to where it is', () => {
    const store = openTestStore(':memory:');
    store.transaction((tx) => tx.chats.seen(OLD, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.open(district, '2027-05-15' as LocalDate, at(0)));
    store.transaction((tx) => tx.chats.link(OLD, district, at(0), null));
    store.transaction((tx) => tx.chats.move(OLD, OLD));
    expect(store.read((tx) => tx.chats.get(OLD))?.area).toBe(district);
    store.close();
  });

  it('takes its queue along where the group itself is not known', () => {
    const store = openTestStore(':memory:');
    store.transaction((tx) => tx.outbox.add({ to: OLD, content: { text: 'x' as never } }, at(1)));
    store.transaction((tx) => tx.chats.move(OLD, NEW));
    expect(store.read((tx) => tx.outbox.queuedAfter(0 as never)).map(({ chat }) => chat)).toEqual([NEW]);
    store.close();
  });
});

describe('the change since a moment', () => {
  it('counts a report that was reversed since, too', () => {
    const store = openTestStore(':memory:');
    const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:1' as never], 'Budi'));
    const message = 'm:1' as MessageRef;
    store.transaction((tx) =>
      tx.ledger.add(PETANI, 'klinik', 'berdiri', 'kades', {
        person,
        at: at(0),
        recordedAt: at(0),
        message,
        text: null,
      }),
    );
    expect(store.read((tx) => tx.ledger.before('14.03.16' as DistrictCode, at(10)))).toEqual([]);
    store.transaction((tx) => tx.ledger.reverse(tx.ledger.ofMessage(message), at(20)));
    expect(store.read((tx) => tx.ledger.before('14.03.16' as DistrictCode, at(10)))).toEqual([
      { village: PETANI, unit: 'klinik', status: 'berdiri' },
    ]);
    store.close();
  });
});

describe('retention', () => {
  it('blanks texts after 90 days and keeps the ledger', () => {
    const store = openTestStore(':memory:');
    const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:1' as never], 'Budi'));
    store.transaction((tx) =>
      tx.ledger.add(PETANI, 'klinik', 'berdiri', 'kades', {
        person,
        at: at(0),
        recordedAt: at(0),
        message: 'm:1' as MessageRef,
        text: 'klinik sudah',
      }),
    );
    store.transaction((tx) =>
      tx.outbox.settle(
        tx.outbox.add({ to: 'telegram:-1' as never, content: { text: 'x' as never } }, at(0)),
        'sent',
      ),
    );
    store.transaction((tx) => tx.retention.prune('2027-06-29T00:00:00.000Z' as Instant));
    expect(outboxStates(store)).toEqual({ sent: 1 });
    store.transaction((tx) => tx.retention.prune('2027-07-01T00:00:00.000Z' as Instant));
    expect(outboxStates(store)).toEqual({});
    expect(store.read((tx) => tx.ledger.current(PETANI, 'klinik'))?.status).toBe('berdiri');
    store.close();
  });

  it('deletes what lies beyond messages that wait for long, or that a clock ahead has dated', () => {
    const store = openTestStore(':memory:');
    const message = { to: 'telegram:-1' as never, content: { text: 'x' as never } };
    const add = (count: number, when: Instant, isSent: boolean) =>
      store.transaction((tx) =>
        Array.from({ length: count }, () => {
          const id = tx.outbox.add(message, when);
          if (isSent) tx.outbox.settle(id, 'sent');
          return id;
        }),
      );
    const waiting = add(250, at(0), false);
    const ahead = add(250, '2029-01-01T00:00:00.000Z' as Instant, true);
    const expired = add(450, at(0), true);
    const young = add(5, '2027-06-20T00:00:00.000Z' as Instant, true);
    while (store.transaction((tx) => tx.retention.prune('2027-07-02T00:00:00.000Z' as Instant)));
    const left = store.read((tx) =>
      [...waiting, ...ahead, ...expired, ...young].filter((id) => tx.outbox.get(id)),
    );
    expect(left).toEqual([...waiting, ...ahead, ...young]);
    store.close();
  });

  it('keeps what edits are sealed with for as long as one may arrive, and not of who is forgotten', () => {
    const store = openTestStore(':memory:');
    const { secrets } = store.whatsapp.of(1);
    const ref = (by: string) => `whatsapp:120@g.us:${by}:ABC` as MessageRef;
    for (const by of ['800@lid', '801@lid']) secrets.put(ref(by), 'AAAA', at(0));
    store.transaction((tx) => tx.retention.prune('2027-04-14T00:00:00.000Z' as Instant));
    expect(secrets.get(ref('800@lid'))).toBe('AAAA');
    store.transaction((tx) => tx.erasure.forget(undefined, ['whatsapp:800@lid' as never]));
    expect(secrets.get(ref('800@lid'))).toBeUndefined();
    expect(secrets.get(ref('801@lid'))).toBe('AAAA');
    store.transaction((tx) => tx.retention.prune('2027-04-16T00:00:00.000Z' as Instant));
    expect(secrets.get(ref('801@lid'))).toBeUndefined();
    store.close();
  });
});
