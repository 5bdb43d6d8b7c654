import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { erasure } from '../src/store/erasure.ts';
import { MIGRATIONS } from '../src/store/schema.ts';
import { sqliteDb } from '../src/store/sqlite.ts';

const BOUND = { ref: 'telegram:1', id: '1', person: 1, chats: '[]', word: 'a', marked: 'a' };

it('nobody is looked for in everything: no statement of /lupakan_saya goes through a whole table', () => {
  const db = new Database(':memory:');
  for (const step of MIGRATIONS) db.exec(step);
  const prepared: string[] = [];
  const noting = new Proxy(db, {
    get: (target, key) =>
      key === 'prepare'
        ? (sql: string) => {
            prepared.push(sql);
            return target.prepare(sql);
          }
        : Reflect.get(target, key),
  });
  erasure(sqliteDb(noting));
  expect(prepared.length).toBeGreaterThan(20);
  for (const sql of prepared) {
    const positions = sql.match(/\?/g)?.map(() => 'telegram:1') ?? [];
    const named = /:[a-z]+/.test(sql.replaceAll(/'[^']*'/g, ''));
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...(named ? [BOUND] : positions)) as {
      detail: string;
    }[];
    const scans = plan
      .map(({ detail }) => detail)
      .filter((detail) => /^SCAN (?!json_each|area\b|outbox_forget|sqlite_sequence|CONSTANT)/.test(detail))
      .filter((detail) => !detail.includes('outbox_handover'));
    expect(scans, sql).toEqual([]);
  }
  db.close();
});
