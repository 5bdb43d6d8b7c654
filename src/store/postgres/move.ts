import type Database from 'better-sqlite3';
import { type Flaw, flawOf } from '../backup.ts';
import { holdAlone } from '../lock.ts';
import { MIGRATIONS } from '../schema.ts';
import { openSqlite } from '../sqlite.ts';
import { connectPostgres, type Postgres } from './postgres.ts';
import { migratePostgres } from './schema.ts';

/** Rows of a statement: some hundred kilobytes. */
const ROWS = 500;

/** Why nothing was moved: the file is not whole or not this program's, the bot runs on the one or the other, or the other holds something already. */
export type MoveFlaw = Flaw | 'file-in-use' | 'server-in-use' | 'not-empty';

/**
 * Copies everything from a SQLite file into an empty database on PostgreSQL, ids included, in one transaction; gives how many
 * rows each table has then. The file is brought to the present schema and otherwise only read. Throws where either cannot be
 * used, or where fewer rows arrived than were sent.
 */
export function moveToPostgres(file: string, url: string): MoveFlaw | ReadonlyMap<string, number> {
  const release = holdAlone(file);
  if (!release) return 'file-in-use';
  try {
    return flawOf(file) ?? moveSound(file, url);
  } finally {
    release();
  }
}

function moveSound(file: string, url: string): MoveFlaw | ReadonlyMap<string, number> {
  const from = openSqlite(file);
  const to = connectPostgres(url);
  try {
    if (!to.hold()) return 'server-in-use';
    migratePostgres(to);
    return to.db.transaction(() => {
      const moved = new Map<string, number>();
      for (const table of TABLES) {
        if (count(to, table) > 0) return 'not-empty';
        moved.set(table, copy(table, from, to));
      }
      continueIds(from, to);
      return moved;
    });
  } finally {
    to.db.close();
    from.close();
  }
}

/** Copies a table, and gives how many rows arrived. */
function copy(table: string, from: Database.Database, to: Postgres): number {
  const columns = to.db
    .value<[string], string>(
      `SELECT column_name::text FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ? ORDER BY ordinal_position`,
    )
    .all(table)
    .map((column) => `"${column}"`)
    .join(', ');
  const insert = to.db.prepare<[string]>(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, ?::json)`,
  );
  let rows: object[] = [];
  let sent = 0;
  const send = () => {
    insert.run(JSON.stringify(rows, withoutNul));
    sent += rows.length;
    rows = [];
  };
  for (const row of from.prepare<[], object>(`SELECT ${columns} FROM ${table}`).iterate())
    if (rows.push(row) === ROWS) send();
  if (rows.length > 0) send();
  const arrived = count(to, table);
  if (arrived !== sent) throw new Error(`${table}: ${sent} rows were sent, ${arrived} arrived`);
  return arrived;
}

/** The next row of a table gets the id that it would have got in the file. */
function continueIds(from: Database.Database, to: Postgres): void {
  const columns = to.db
    .prepare<[], { table: string; column: string }>(
      `SELECT table_name::text AS "table", column_name::text AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND is_identity = 'YES'`,
    )
    .all();
  for (const { table, column } of columns) {
    const used = from
      .prepare<[string], number>(
        `SELECT max(coalesce((SELECT max("${column}") FROM ${table}), 0),
           coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))`,
      )
      .pluck()
      .get(table)!;
    to.exec(`SELECT setval(pg_get_serial_sequence('${table}', '${column}'), ${used + 1}, false)`);
  }
}

/** In the order in which they were made: what refers to a row comes after it. One that was dropped may be made anew. */
const TABLES: readonly string[] = [...MIGRATIONS.join('').matchAll(/(CREATE|DROP) TABLE (\w+)/g)].reduce<
  readonly string[]
>(
  (tables, [, what, table]) => [
    ...tables.filter((each) => each !== table),
    ...(what === 'CREATE' ? [table!] : []),
  ],
  [],
);

const count = ({ db }: Postgres, table: string): number =>
  db.value<[], number>(`SELECT count(*) FROM ${table}`).get()!;

/** PostgreSQL takes no NUL in a text. */
const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
