import Database from 'better-sqlite3';
import type { Db, Statement } from './db.ts';
import { makeFolderOf, makePrivate } from './files.ts';
import { MIGRATIONS } from './schema.ts';

/** How long a write waits for another process (a command-line tool, a backup) to let go of the file. */
export const BUSY_TIMEOUT_MS = 5000;
/** Of the file in this process's memory, in KiB; the library would take 16 MB. The system keeps the rest at hand. */
const CACHE_KB = 4000;

/**
 * Opens the SQLite file and brings its schema up to date. Where it is missing it is made with its folder, for its owner alone.
 * Throws where the file is no database, or was written by a newer version of this program.
 */
export function openSqlite(file: string): Database.Database {
  if (file !== ':memory:') {
    makeFolderOf(file);
    // What SQLite puts beside it (`-wal`, `-shm`, `-journal`) takes its rights.
    makePrivate(file);
  }
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    refuseNewer(db);
    // A commit is on the disk before anything is said about it: with WAL that takes `synchronous=FULL`.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma(`cache_size = -${CACHE_KB}`);
    // What is deleted is gone from the file too: people may ask to be forgotten.
    db.pragma('secure_delete = ON');
    migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

const versionOf = (db: Database.Database): number => db.pragma('user_version', { simple: true }) as number;

/** Before anything is changed: a newer program's file stays as that program left it. */
function refuseNewer(db: Database.Database): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length)
    throw new Error(
      `the database has schema ${version}, this program knows up to ${MIGRATIONS.length}: update the program`,
    );
}

function migrate(db: Database.Database): void {
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(versionOf(db))) db.exec(step);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
}

/** The file as the repositories see it. */
export function sqliteDb(file: Database.Database): Db {
  const atomically = file.transaction((work: () => unknown) => work());
  return {
    prepare: <P extends object, R>(sql: string) => file.prepare(sql) as unknown as Statement<P, R>,
    value: <P extends object, R>(sql: string) => file.prepare(sql).pluck() as unknown as Statement<P, R>,
    transaction: <T>(work: () => T) => atomically.immediate(work) as T,
    read: <T>(work: () => T) => atomically.deferred(work) as T,
    inTransaction: () => file.inTransaction,
    close: () => {
      file.close();
    },
  };
}
