import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Db } from '../src/store/db.ts';
import { connectPostgres, type Postgres, WRITER } from '../src/store/postgres/postgres.ts';
import { sqliteDb } from '../src/store/sqlite.ts';
import { openStore, type Store, storeOnPostgres } from '../src/store/store.ts';
import { makeFolder } from './folder.ts';

/** Set by `postgres-cluster.ts`: the address of a cluster, and its database that others are copied from. */
let cluster = process.env.TEST_POSTGRES;
export const TEMPLATE = 'template_kopdes';

export const onPostgres = cluster !== undefined;

/** Databases of this process, by the file that a test names; each has one connection. */
const databases = new Map<string, Postgres>();
/** Those that stood for `:memory:`, and are empty. */
const closed: Postgres[] = [];
let admin: Postgres | undefined;
/** What each is called in the cluster. */
const names = new WeakMap<Postgres, string>();
let made = 0;

/** Databases of files that are named from now on are in this cluster. */
export function useCluster(url: string): void {
  for (const { db } of [...databases.values(), ...closed, ...(admin ? [admin] : [])]) db.close();
  databases.clear();
  closed.length = 0;
  admin = undefined;
  cluster = url;
}

/** Connects to the database of a file again, after another server has taken the place of its own. */
export function reconnect(file: string): void {
  const name = nameOf(databaseOf(file));
  databases.set(file, connect(name));
}

/** Opens the store in a file, or what stands for it. `:memory:` is a new one each time. */
export function openTestStore(file: string): Store {
  if (cluster === undefined) return openStore(startedFrom(file));
  const postgres = file === ':memory:' ? (closed.pop() ?? create()) : databaseOf(file);
  return {
    ...storeOnPostgres(postgres),
    close() {
      if (file !== ':memory:') return;
      postgres.exec(EMPTY);
      closed.push(postgres);
    },
  };
}

/** The bytes of an empty database: to write its schema takes longer than to copy it. */
let empty: Buffer | undefined;
function startedFrom(file: string): string {
  if (file === ':memory:' || existsSync(file) || !existsSync(dirname(file))) return file;
  empty ??= makeEmpty();
  writeFileSync(file, empty, { mode: 0o600 });
  return file;
}

function makeEmpty(): Buffer {
  const folder = makeFolder();
  const file = join(folder, 'empty.sqlite');
  openStore(file).close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** What `DATABASE_URL` is for a process of its own. */
export const urlOf = (file: string): string =>
  cluster === undefined ? file : `${cluster}/${nameOf(databaseOf(file))}`;

/** Statements of a test's own on the database of a file, in the words of both engines. */
export function inDatabase<T>(file: string, work: (db: Db) => T): T {
  if (cluster !== undefined) return work(databaseOf(file).db);
  const db = sqliteDb(new Database(file));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Whether anything waits to be sent, or is being sent. */
export const hasUnsettled = (file: string): boolean =>
  inDatabase(
    file,
    (db) => db.value<[], 1>(`SELECT 1 FROM outbox WHERE state IN ('queued', 'sending') LIMIT 1`).get() === 1,
  );

/** Every row of every table. */
export const everyRow = (file: string): string =>
  inDatabase(file, (db) =>
    db
      .value<[], string>(onPostgres ? POSTGRES_TABLES : SQLITE_TABLES)
      .all()
      .flatMap((table) => db.prepare<[], object>(`SELECT * FROM "${table}"`).all())
      .map((row) => Object.values(row).join('\t'))
      .join('\n'),
  );
const SQLITE_TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table'`;
const POSTGRES_TABLES = `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`;

/** All that is on the disk: the bytes of the file and its log, or on PostgreSQL, whose files are the server's, every row. */
export const everyByte = (file: string): string =>
  onPostgres
    ? everyRow(file)
    : ['', '-wal'].map((end) => readFileSync(`${file}${end}`).toString('latin1')).join('');

/** Lets nobody write to the database of a file until what it gives is called. */
export function keepFromWriting(file: string): () => void {
  if (cluster === undefined) {
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    return () => void other.close();
  }
  const other = connectPostgres(urlOf(file));
  other.exec(`BEGIN; SELECT pg_advisory_xact_lock(${WRITER})`);
  return other.db.close;
}

/** What stands for a file: kept for it as long as its folder is there, and then for another. */
function databaseOf(file: string): Postgres {
  const postgres = databases.get(file) ?? reuse() ?? create();
  databases.set(file, postgres);
  return postgres;
}

function create(): Postgres {
  admin ??= connectPostgres(`${cluster}/postgres`);
  made += 1;
  const name = `t${process.pid}_${made}`;
  admin.exec(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return connect(name);
}

function connect(name: string): Postgres {
  const postgres = connectPostgres(`${cluster}/${name}`);
  names.set(postgres, name);
  return postgres;
}

function reuse(): Postgres | undefined {
  const free = [...databases].find(([file]) => !existsSync(dirname(file)));
  if (!free) return undefined;
  const [file, postgres] = free;
  databases.delete(file);
  postgres.exec(EMPTY);
  return postgres;
}

const nameOf = (postgres: Postgres): string => names.get(postgres)!;

/** A test writes few rows: to delete them takes less time than to make a database. */
const EMPTY = `
DO $$ DECLARE each record; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' LOOP
    EXECUTE format('DELETE FROM %I', each.tablename);
  END LOOP;
  FOR each IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER SEQUENCE %I RESTART', each.sequencename);
  END LOOP;
END $$`;
