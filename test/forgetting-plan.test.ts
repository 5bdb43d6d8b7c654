import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { retention } from '../src/store/retention.ts';
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
  retention(sqliteDb(noting));
  // What has had its time goes once a day, by time.
  const forgetting = prepared.filter(
    (sql) => !/ at < \?|former_name WHERE outbox|question WHERE outbox/.test(sql),
  );
  expect(forgetting.length).toBeGreaterThan(20);
  for (const sql of forgetting) {
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
