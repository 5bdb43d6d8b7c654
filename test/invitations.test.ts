import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DistrictCode, Instant } from '../src/domain/ids.ts';
import { invite, possibleCodes, spendCodes } from '../src/features/members/invitations.ts';
import type { Db } from '../src/store/db.ts';
import { MIGRATIONS } from '../src/store/schema.ts';
import { sqliteDb } from '../src/store/sqlite.ts';
import { repositories } from '../src/store/tx.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const AREA = '14.03.16' as DistrictCode;
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

let file: Database.Database;
beforeEach(() => {
  file = new Database(':memory:');
  for (const step of MIGRATIONS) file.exec(step);
});
afterEach(() => file.close());

/** A database that counts how many rows its statements gave, and how often they ran. */
function counting(db: Db) {
  const work = { statements: 0, rows: 0 };
  const value: Db['value'] = (sql) => {
    const statement = db.value<never, never>(sql);
    const all = (...params: never) => {
      const rows = statement.all(...params);
      work.statements += 1;
      work.rows += rows.length;
      return rows;
    };
    return { ...statement, all } as never;
  };
  return { db: { ...db, value }, work };
}

const message = (text: string) =>
  ({ chatKind: 'group', text, sender: { name: 'Budi' } }) as Parameters<typeof spendCodes>[1];
/** Letters of the codes without end, in an order that a seed gives. */
const lettersOf = (length: number, seed = 1): string => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return LETTERS[state % LETTERS.length];
  }).join('');
};

it('a long message costs no more than 4,096 characters do, however many codes are open', () => {
  const { db, work } = counting(sqliteDb(file));
  const tx = repositories(db);
  const costOf = (text: string) => {
    Object.assign(work, { statements: 0, rows: 0 });
    spendCodes(tx, message(text), {}, NOW);
    return { ...work };
  };
  const alone = costOf(lettersOf(4096));
  expect(alone).toEqual({ statements: 41, rows: 0 });
  for (let n = 0; n < 500; n++) invite(tx, AREA, NOW);
  expect(costOf(lettersOf(4096))).toEqual(alone);
  expect(costOf(lettersOf(1_000_000))).toEqual(alone);
  expect(costOf('Selamat pagi Bapak/Ibu, kantor koperasi desa kami sudah berdiri.')).toEqual({
    statements: 0,
    rows: 0,
  });
});

it('looks at a bounded part of any text', () => {
  expect(possibleCodes(lettersOf(1_000_000)).length).toBeLessThan(4096);
  expect(possibleCodes('🄰'.repeat(1_000_000) + '㎏㎐㎑'.repeat(9999)).length).toBeLessThan(4096);
});

it('deletes a code that is used, and one that has expired', () => {
  const tx = repositories(sqliteDb(file));
  const kept = () => file.prepare('SELECT count(*) FROM invitation').pluck().get();
  const code = invite(tx, AREA, NOW);
  invite(tx, AREA, NOW);
  spendCodes(tx, message(`kode ${code}`), {}, NOW);
  expect(kept()).toBe(1);
  tx.retention.prune('2027-04-08T02:00:00.000Z' as Instant);
  expect(kept()).toBe(1);
  tx.retention.prune('2027-04-08T02:00:00.001Z' as Instant);
  expect(kept()).toBe(0);
});
