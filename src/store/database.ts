import Database from 'better-sqlite3';
import { isThere, makeFolderOf, makePrivate } from './files.ts';
import { MIGRATIONS } from './schema.ts';

/** How long a write waits for another process (a command-line tool, a backup) to let go of the file. */
export const BUSY_TIMEOUT_MS = 5000;
/** Of the file in this process's memory, in KiB; the library would take 16 MB. The system keeps the rest at hand. */
const CACHE_KB = 4000;

/**
 * Opens the SQLite file, made with its folder where it is missing, and brings its schema up to date. Throws where
 * the file is no database, or was written by a newer version of this program.
 */
export function openDatabase(file: string): Db {
  if (file !== ':memory:') makeFolderOf(file);
  const db = openSqlite(file, { timeout: BUSY_TIMEOUT_MS });
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

const versionOf = (db: Db): number => db.pragma('user_version', { simple: true }) as number;

/** Before anything is changed: a newer program's file stays as that program left it. */
function refuseNewer(db: Db): void {
  const version = versionOf(db);
  if (version > MIGRATIONS.length)
    throw new Error(
      `the database has schema ${version}, this program knows up to ${MIGRATIONS.length}: update the program`,
    );
}

function migrate(db: Db): void {
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(versionOf(db))) db.exec(step);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
}

const is = (error: unknown, codes: RegExp): boolean =>
  error instanceof Database.SqliteError && codes.test(error.code);

const CONCERNS_ALL = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|NOTADB|CANTOPEN)/;

/**
 * True for what concerns the whole database and may pass (disk full, locked, read-only), as opposed to a mistake of ours. A
 * damaged page concerns what is on it alone.
 */
export const isStorageError = (error: unknown): boolean => is(error, CONCERNS_ALL);
/** True where another process has the file. */
export const isBusy = (error: unknown): boolean => is(error, /^SQLITE_BUSY/);
/** True where the file is no database, or one that is damaged. */
export const isDamage = (error: unknown): boolean => is(error, /^SQLITE_(CORRUPT|NOTADB)/);

export type Db = Database.Database;

/**
 * Opens a SQLite file with the library's own options. One that is made is its owner's alone, and so is what SQLite puts
 * beside it: `-wal`, `-shm` and `-journal` take its rights. Throws where it cannot be used.
 */
export function openSqlite(file: string, options: Database.Options = {}): Db {
  if (options.fileMustExist) isThere(file);
  else if (file !== ':memory:') makePrivate(file);
  return new Database(file, options);
}
