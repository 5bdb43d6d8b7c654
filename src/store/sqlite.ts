import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { programVersion } from '../paths.ts';
import { defaultBackupFolder, upgradeBackup } from './backup-folder.ts';
import type { Db } from './db.ts';
import { NewerDatabase } from './errors.ts';
import { makeFolderOf, makePrivate, publish } from './files.ts';
import { MIGRATIONS } from './schema.ts';

/** How long a write waits for another process (a command-line tool, a backup) to let go of the file. */
export const BUSY_TIMEOUT_MS = 5000;
/** Of the file in this process's memory, in KiB; the library would take 16 MB. The system keeps the rest at hand. */
const CACHE_KB = 4000;
/**
 * From so many pages of 4 KiB on, a commit writes the log back into the file; the library would from 1000 on. Reports change the
 * same pages again and again: a longer log has each of them written back less often, and a shorter one keeps a commit from taking long.
 */
const LOG_PAGES = 2000;
/** The same where a thread does that: only a log that it cannot keep up with. */
const LONG_LOG_PAGES = 50_000;

/**
 * Opens the SQLite file and brings its schema up to date. Where it is missing it is made with its folder, for its owner alone.
 * An older schema is copied into the folder of backups first. Throws where the file is no database, where that copy cannot be
 * made, and NewerDatabase.
 */
export function openSqlite(file: string, backupFolder = defaultBackupFolder(file)): Database.Database {
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
    writesBack(db, true);
    db.pragma('foreign_keys = ON');
    db.pragma(`cache_size = -${CACHE_KB}`);
    // What is deleted is gone from the file too: people may ask to be forgotten.
    db.pragma('secure_delete = ON');
    if (file !== ':memory:' && isOlder(db)) upgrade(db, file, backupFolder);
    else migrate(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** Whether commits write the log back into the file themselves, once it is long. */
export function writesBack(db: Database.Database, itself: boolean): void {
  db.pragma(`wal_autocheckpoint = ${itself ? LOG_PAGES : LONG_LOG_PAGES}`);
}

/** Whether the file has an older schema. A file that cannot be read has none; whoever opens it hears why. */
export function hasOlderSchema(file: string): boolean {
  try {
    const db = new Database(file, { readonly: true });
    try {
      return isOlder(db);
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

const versionOf = (db: Database.Database): number => db.pragma('user_version', { simple: true }) as number;

/** Before anything is changed: a newer program's file stays as that program left it. */
function refuseNewer(db: Database.Database): void {
  const schema = versionOf(db);
  if (schema > MIGRATIONS.length) throw new NewerDatabase(schema, writtenBy(db));
}

function isOlder(db: Database.Database): boolean {
  const version = versionOf(db);
  return version > 0 && version < MIGRATIONS.length;
}

/** Keeps a copy of an older database as its program left it; not where the upgrade fails, since then each start would leave one. */
function upgrade(db: Database.Database, file: string, folder: string): void {
  const kept = keepBeforeUpgrade(db, file, folder);
  try {
    migrate(db);
  } catch (error) {
    rmSync(kept);
    throw error;
  }
}

/** A copy of the database, so that its owner can go back to the older program. */
function keepBeforeUpgrade(db: Database.Database, file: string, folder: string): string {
  const name = upgradeBackup(file, folder, MIGRATIONS.length);
  const unfinished = `${name}.unfinished`;
  makeFolderOf(name);
  try {
    rmSync(unfinished, { force: true });
    makePrivate(unfinished);
    db.prepare('VACUUM INTO ?').run(unfinished);
    publish(unfinished, name);
    return name;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function migrate(db: Database.Database): void {
  db.transaction(() => {
    const from = versionOf(db);
    for (const step of MIGRATIONS.slice(from)) db.exec(step);
    // At each start: a file that may not be written fails here, and not with the first report.
    db.pragma(`user_version = ${MIGRATIONS.length}`);
    if (from < MIGRATIONS.length) db.pragma(`application_id = ${encodeVersion(programVersion())}`);
  }).immediate();
}

/** The version of the program that brought the schema up to date, which `application_id` holds; 0 in files of before. */
function writtenBy(db: Database.Database): string | undefined {
  const id = db.pragma('application_id', { simple: true }) as number;
  return id > 0 ? [id / 1_000_000, (id / 1000) % 1000, id % 1000].map(Math.floor).join('.') : undefined;
}

function encodeVersion(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return 1_000_000 * major + 1000 * minor + patch;
}

/** The file as the repositories see it. */
export function sqliteDb(file: Database.Database): Db {
  const atomically = file.transaction((work: () => unknown) => work());
  return {
    prepare: (sql) => whenRun(() => file.prepare(sql)),
    value: (sql) => whenRun(() => file.prepare(sql).pluck()),
    insert: <P extends unknown[], Id>(sql: string) => {
      const add = whenRun(() => file.prepare(sql));
      return (...params: P) => add.run(...params).lastInsertRowid as Id;
    },
    transaction: <T>(work: () => T) => atomically.immediate(work) as T,
    read: <T>(work: () => T) => atomically.deferred(work) as T,
    inTransaction: () => file.inTransaction,
    close: () => {
      file.close();
    },
  };
}

/** A statement that is compiled when it is first run: there are hundreds, and a start needs few of them. */
function whenRun(compile: () => Database.Statement<unknown[]>) {
  let compiled: Database.Statement<unknown[]> | undefined;
  const statement = () => (compiled ??= compile());
  return {
    get: (...params: unknown[]) => statement().get(...params) as never,
    all: (...params: unknown[]) => statement().all(...params) as never,
    run: (...params: unknown[]) => statement().run(...params),
  };
}
