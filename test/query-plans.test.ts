import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../src/store/schema.ts';
import { sqliteDb } from '../src/store/sqlite.ts';
import { repositories } from '../src/store/tx.ts';
import { whatsapp } from '../src/store/whatsapp.ts';

/** Tables that hold a few rows or those of one day. */
const SMALL =
  /^(held_report|former_name|upload|hint|open_question|wrong_code|dead_letter|outbox_forget|unused_space|whatsapp_number|whatsapp_own|sqlite_sequence)$/;
/**
 * Partial indexes over few rows: what waits, what a chat refused (one each), what was not delivered, offers of an office, invitations,
 * what somebody answered to another's question, linked groups (read once a minute).
 */
const FEW_ROWS =
  /USING (COVERING )?INDEX (outbox_unsettled|outbox_refused|outbox_undelivered|outbox_handover|outbox_naming|outbox_secret|inbox_by_answer_to|chat_linked)$/;

/** Every statement that the repositories prepare. */
function statements(): { readonly db: Database.Database; readonly prepared: readonly string[] } {
  const db = new Database(':memory:');
  for (const step of MIGRATIONS) db.exec(step);
  const prepared: string[] = [];
  const seam = sqliteDb(db);
  const noting = <Prepare extends (sql: string) => unknown>(prepare: Prepare) =>
    ((sql) => {
      prepared.push(sql);
      return prepare(sql);
    }) as Prepare;
  const noted = {
    ...seam,
    prepare: noting(seam.prepare),
    value: noting(seam.value),
    insert: noting(seam.insert),
  };
  repositories(noted);
  whatsapp(noted).of(1);
  return { db, prepared };
}

// A row that is added cannot break a reference to it: SQLite plans to look for one, and does not.
const isReferenceCheck = (sql: string, detail: string): boolean =>
  sql.startsWith('INSERT INTO report ') && detail === 'SCAN unit_status';

/** The tables that a statement goes through from end to end; what stops after so many rows of one table does not. */
function scans(db: Database.Database, sql: string): readonly string[] {
  if (!sql.includes('WHERE') && /LIMIT \d+$/.test(sql)) return [];
  const words = sql.replaceAll(/'[^']*'/g, '');
  const named = Object.fromEntries([...words.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]));
  const bound = words.includes('?') ? words.match(/\?/g)!.map(() => null) : [named];
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[];
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => {
      const table = /^SCAN (\w+)/.exec(detail)?.[1];
      return (
        table !== undefined &&
        tables.includes(table) &&
        !SMALL.test(table) &&
        !FEW_ROWS.test(detail) &&
        !isReferenceCheck(sql, detail)
      );
    });
}

it('no statement goes through a table that grows with the country', () => {
  const { db, prepared } = statements();
  expect(prepared.length).toBeGreaterThan(100);
  expect(
    prepared.map((sql) => ({ sql, scans: scans(db, sql) })).filter((each) => each.scans.length > 0),
  ).toEqual([]);
  db.close();
});

it('the operator reads the first of many waiting messages without sorting them all', () => {
  const { db, prepared } = statements();
  const ordered = prepared.filter((sql) =>
    /INDEXED BY outbox_unsettled[\s\S]*ORDER BY[\s\S]*LIMIT/.test(sql),
  );
  expect(ordered.length).toBeGreaterThan(0);
  for (const sql of ordered) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(1) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join('\n')).not.toContain('TEMP B-TREE');
  }
  db.close();
});

it('counts messages by their state without reading them', () => {
  const { db, prepared } = statements();
  const [counting, ...more] = prepared.filter((sql) => sql.includes('GROUP BY state'));
  expect(more).toEqual([]);
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${counting}`).all() as { detail: string }[];
  const found = plan.map(({ detail }) => detail).filter((detail) => /outbox/.test(detail));
  expect(found).toHaveLength(2);
  for (const detail of found) expect(detail).toContain('COVERING INDEX');
  db.close();
});

it('would find one', () => {
  const { db } = statements();
  expect(scans(db, 'SELECT * FROM report WHERE role = ?')).toEqual(['SCAN report']);
  expect(scans(db, "SELECT id FROM outbox WHERE state = 'queued'")).toEqual(['SCAN outbox']);
  db.close();
});
