import { createRequire } from 'node:module';
import Database from 'better-sqlite3';

export type Db = Database.Database;

/** In a bundle the library cannot find its native part by itself. */
const nativeBinding = createRequire(import.meta.url).resolve(
  'better-sqlite3/build/Release/better_sqlite3.node',
);

/** Opens a SQLite file with the library's own options. Throws where it cannot be used. */
export const openSqlite = (file: string, options: Database.Options = {}): Db =>
  new Database(file, { ...options, nativeBinding });
