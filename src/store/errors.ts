import Database from 'better-sqlite3';

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
/** True where the file is no database, or a damaged one. */
export const isDamage = (error: unknown): boolean => is(error, /^SQLITE_(CORRUPT|NOTADB)/);
