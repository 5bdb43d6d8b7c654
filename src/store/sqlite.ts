import Database from 'better-sqlite3';

export type Db = Database.Database;

/** Opens a SQLite file with the library's own options. Throws where it cannot be used. */
export const openSqlite = (file: string, options: Database.Options = {}): Db => new Database(file, options);
