import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  VillageCode,
} from '../../src/domain/ids.ts';
import { openStore } from '../../src/store/store.ts';
import { literal } from '../../src/text/markup.ts';
import { inDatabase, openTestStore, urlOf } from '../engine.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const GROUP = 'telegram:-1' as ChatRef;

let folder: string;
let file: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  file = join(folder, 'kopdes.sqlite');
  target = join(folder, 'target');
  fill();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A kecamatan with something in most tables; the outbox has more rows than go in one statement, and gaps. */
function fill(): void {
  const store = openStore(file);
  store.transaction((tx) => {
    tx.chats.open('14.03.16' as DistrictCode, '2027-05-15' as LocalDate, NOW);
    tx.chats.seen(GROUP, 'group', 'KDMP \u0000 "satu"');
    tx.chats.link(GROUP, '14.03.16' as DistrictCode, NOW, null);
    for (let n = 1; n <= 12; n += 1) {
      const person = tx.people.findOrAdd(
        [`telegram:${n}` as never, `telegram:${n}00` as never],
        `Kades ${n}`,
      );
      tx.people.give(person, 'kades', '14.03.16.2001' as VillageCode, NOW);
      tx.ledger.add('14.03.16.2001' as VillageCode, 'klinik', n % 2 ? 'belum' : 'berdiri', 'kades', {
        person,
        at: NOW,
        recordedAt: NOW,
        message: `telegram:-1:${n}` as MessageRef,
        text: n % 3 ? null : 'klinik: "sudah"\nbesok',
      });
      tx.inbox.record(`telegram:-1:${n}` as MessageRef, NOW, 'x');
    }
    for (let n = 0; n < 1201; n += 1) {
      const id = tx.outbox.add({ to: GROUP, content: { text: literal(`pesan ${n}`) } }, NOW);
      if (n % 7 === 0) tx.outbox.settle(id, 'failed');
    }
  });
  store.whatsapp.of(1).keys.set([{ type: 'creds', id: 'x', value: '{"a":"\\u0000"}' }]);
  store.close();
}

function move(from = file): { readonly code: number; readonly said: string } {
  try {
    const said = execFileSync(process.execPath, ['dist/main.js', 'pindah', from, urlOf(target)], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { code: 0, said };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

/** Takes the last cells out of the first page of a table, which loses what hangs on them and reads well otherwise. */
function damage(path: string, table: string): void {
  const db = new Database(path);
  const page = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)!;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.pragma('journal_mode = DELETE');
  db.close();
  const written = openSync(path, 'r+');
  writeSync(written, Uint8Array.of(0, 1), 0, 2, (page - 1) * size + 3);
  closeSync(written);
}

describe('npm run pindah', () => {
  it('moves every row of every table with its id, and what comes next goes on from there', () => {
    expect(move()).toMatchObject({ code: 0, said: expect.stringMatching(/outbox 1201\n/) });
    const from = new Database(file, { readonly: true });
    const tables = from
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all();
    const asText = (rows: readonly object[]) =>
      rows
        .map((row) =>
          JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))).replaceAll(
            '\\u0000',
            '\uFFFD',
          ),
        )
        .sort();
    inDatabase(target, (db) => {
      for (const table of tables) {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
        const columns = rows[0] && 'rowid' in rows[0] ? 'rowid, *' : '*';
        expect(asText(rows), table).toEqual(
          asText(from.prepare<[], object>(`SELECT ${columns} FROM ${table}`).all()),
        );
      }
    });
    from.close();
    const [before, after] = [openStore(file), openTestStore(target)].map((store) => {
      const id = store.transaction((tx) =>
        tx.outbox.add({ to: GROUP, content: { text: literal('baru') } }, NOW),
      );
      const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:99' as never], 'Baru'));
      store.close();
      return [id, person];
    });
    expect(after).toEqual(before);
  });

  it('moves nothing out of a file that is damaged or another program’s, and changes nothing in it', () => {
    const other = new Database(join(folder, 'other.sqlite'));
    other.exec('CREATE TABLE note (text); INSERT INTO note VALUES (1)');
    other.close();
    const before = readFileSync(join(folder, 'other.sqlite'));
    expect(move(join(folder, 'other.sqlite'))).toEqual({
      code: 1,
      said: expect.stringMatching(/bukan basis data bot ini/),
    });
    expect(readFileSync(join(folder, 'other.sqlite')).equals(before)).toBe(true);
    damage(file, 'outbox');
    expect(move()).toEqual({ code: 1, said: expect.stringMatching(/rusak/) });
  });

  it('changes nothing where something is there already, and says so', () => {
    expect(move().code).toBe(0);
    expect(move()).toEqual({ code: 1, said: expect.stringMatching(/sudah berisi data/) });
  });
});
