import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant, MessageRef } from '../../src/domain/ids.ts';
import { isStorageError } from '../../src/store/errors.ts';
import { connectPostgres, type Postgres } from '../../src/store/postgres/postgres.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { openStore } from '../../src/store/store.ts';
import { inDatabase, openTestStore, urlOf } from '../engine.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const REF = 'telegram:1:1' as MessageRef;

let folder: string;
let file: string;
let opened: Postgres[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  file = join(folder, 'test.sqlite');
  opened = [];
});
afterEach(() => {
  for (const { db } of opened) db.close();
  rmSync(folder, { recursive: true });
});

function connect(): Postgres {
  const postgres = connectPostgres(urlOf(file));
  opened.push(postgres);
  return postgres;
}
/** Ends a connection as the server's operator may. */
const end = ({ db }: Postgres, by: Postgres): unknown => {
  const pid = db.value<[], number>('SELECT pg_backend_pid()').get()!;
  return by.db.prepare<[number]>('SELECT pg_terminate_backend(?)').get(pid);
};

describe('a transaction on PostgreSQL', () => {
  it('is undone as a whole where somebody caught the error of a statement', () => {
    const store = openTestStore(file);
    const work = () =>
      store.transaction((tx) => {
        tx.inbox.take(REF, NOW);
        const wrong = () => tx.slots.close('x', null as never, NOW);
        expect(wrong).toThrow(/null value/);
        expect(store.inTransaction()).toBe(false);
      });
    expect(work).toThrow(/null value/);
    expect(store.read((tx) => tx.inbox.seen(REF))).toBe(false);
  });

  it('keeps the rest where the error fell in an inner one', () => {
    const store = openTestStore(file);
    store.transaction((tx) => {
      tx.inbox.take(REF, NOW);
      const inner = () => store.transaction((again) => again.slots.close('x', null as never, NOW));
      expect(inner).toThrow(/null value/);
      expect(store.inTransaction()).toBe(true);
    });
    expect(store.read((tx) => tx.inbox.seen(REF))).toBe(true);
  });

  it('waits for another writer a while, and says then that it is the database', () => {
    const store = openTestStore(file);
    connect().exec(`BEGIN; SELECT pg_advisory_xact_lock(${0x6b64_6d70})`);
    let error: unknown;
    try {
      store.transaction((tx) => tx.inbox.take(REF, NOW));
    } catch (caught) {
      error = caught;
    }
    expect(isStorageError(error)).toBe(true);
    for (const { db } of opened) db.close();
    store.transaction((tx) => tx.inbox.take(REF, NOW));
  });
});

describe('what is kept on PostgreSQL', () => {
  it('is what it was, with signs that PostgreSQL does not take left out', () => {
    const store = openTestStore(file);
    const name = 'O\u0000k \u{1F600} \\ \' " $1 ? :nama';
    const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:1' as never], name));
    expect(
      inDatabase(file, (db) =>
        db.value<[number], string>('SELECT name FROM person WHERE id = ?').get(person),
      ),
    ).toBe('O\uFFFDk \u{1F600} \\ \' " $1 ? :nama');
  });

  it('is refused when a newer program wrote it', () => {
    connect().exec('UPDATE schema_version SET version = 999');
    expect(() => openStore(urlOf(file))).toThrow(/schema 999, this program knows up to/);
    connect().exec(`UPDATE schema_version SET version = ${MIGRATIONS.length}`);
  });
});

describe('a statement on PostgreSQL', () => {
  it('is planned with an index while its table is empty: the plan stays when the table has grown', () => {
    openTestStore(file);
    const settle = `EXPLAIN UPDATE outbox SET state = 'sent' WHERE id = 1 OR carrier = 1`;
    const plan = connect().db.value<[], string>(settle).all().join('\n');
    expect(plan).toContain('Index Scan on outbox_pkey');
    expect(plan).not.toContain('Seq Scan');
  });
});

describe('the connection', () => {
  it('is held by one process at a time', () => {
    const [first, second] = [connect(), connect()];
    expect(first.hold()).toBe(true);
    expect(second.hold()).toBe(false);
    first.exec('SELECT pg_advisory_unlock_all()');
    expect(second.hold()).toBe(true);
  });

  it('says that it is lost, and writes nothing more', async () => {
    const [own, other] = [connect(), connect()];
    end(own, other);
    await own.lost;
    expect(() => own.db.prepare('SELECT 1').get()).toThrow();
    expect(() => own.hold()).toThrow();
  });

  it('is lost for the next statement, too', () => {
    const [own, other] = [connect(), connect()];
    end(own, other);
    let error: unknown;
    try {
      own.db.prepare('SELECT 1').get();
    } catch (caught) {
      error = caught;
    }
    expect(isStorageError(error)).toBe(true);
  });

  it('to a server that is not there is refused in time', () => {
    expect(() => connectPostgres('postgresql://127.0.0.1:1/kopdes')).toThrow(/ECONNREFUSED/);
  });

  it('is made to the first of several servers that takes writes, in whatever order', () => {
    const { host, pathname } = new URL(urlOf(file));
    const several = (...hosts: readonly string[]) =>
      `postgresql://postgres@${hosts.join(',')}${pathname}?target_session_attrs=read-write`;
    for (const hosts of [
      ['127.0.0.1:1', host],
      [host, '127.0.0.1:1'],
    ]) {
      const postgres = connectPostgres(several(...hosts));
      opened.push(postgres);
      expect(postgres.db.value<[], number>('SELECT 1').get()).toBe(1);
    }
    expect(() => connectPostgres(several('127.0.0.1:1', '127.0.0.1:2'))).toThrow(/ECONNREFUSED.*:2/);
  });

  it('to a server that takes no writes is refused', () => {
    const readOnly = `${urlOf(file)}?options=-c%20default_transaction_read_only%3Don`;
    expect(() => connectPostgres(readOnly)).toThrow(/takes no writes/);
  });
});
