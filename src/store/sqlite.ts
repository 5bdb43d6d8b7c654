import Database from 'better-sqlite3';
import { isThere, makePrivate } from './files.ts';

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
