import type { Db } from './db.ts';
import type { DeadLetters } from './dead-letters.ts';
import { createHealth } from './health.ts';
import { connectPostgres, isPostgres, type Postgres } from './postgres/postgres.ts';
import { migratePostgres } from './postgres/schema.ts';
import { openSqlite, sqliteDb, writesBack } from './sqlite.ts';
import { repositories, type Tx } from './tx.ts';
import { type UnusedSpace, unusedSpace } from './unused-space.ts';
import { type WhatsApp, whatsapp } from './whatsapp.ts';

/**
 * Everything the bot remembers. All of it is synchronous: inside a transaction nothing can wait for a network, and nothing
 * else can come between.
 */
export interface Store {
  /**
   * All that `work` writes, or, when it throws, nothing; on the disk when this returns. Within another transaction it is a
   * savepoint: what it undoes is undone alone.
   */
  transaction<T>(work: (tx: Tx) => T): T;
  /** What `work` reads is of one moment; it writes nothing. */
  read<T>(work: (tx: Tx) => T): T;
  /** False once an error has undone the transaction that it fell in. */
  inTransaction(): boolean;
  /** The same as in a transaction, for what is set aside when there can be none: noting it never throws. */
  readonly deadLetters: DeadLetters;
  readonly unusedSpace: UnusedSpace;
  readonly whatsapp: WhatsApp;
  /** Whether commits write SQLite's log back into the file themselves, as they do unless something else does. */
  writesBack(itself: boolean): void;
  /** Resolves when the connection to PostgreSQL is lost: from then on nothing can be written, and the process has to end. */
  readonly lost: Promise<Error>;
  /** Notes what an error says about the database itself. */
  noteFault(error: unknown): void;
  /** Notes that the file was found to be damaged. */
  noteDamage(): void;
  /** What is wrong with the database, for its operator; undefined while it can be read and written. */
  trouble(): string | undefined;
  close(): void;
}

/**
 * Opens the store in a SQLite file, of which an older one is copied into the folder of backups first, or on PostgreSQL; throws
 * where it is no database, or a newer program's.
 */
export function openStore(url: string, backupFolder?: string): Store {
  if (isPostgres(url)) return storeOnPostgres(connectPostgres(url));
  const file = openSqlite(url, backupFolder);
  const own = { unusedSpace: unusedSpace(file), writesBack: (itself: boolean) => writesBack(file, itself) };
  return createStore(sqliteDb(file), own, new Promise(() => {}));
}

/** The store over a connection to PostgreSQL, whose schema is brought up to date. */
export function storeOnPostgres(postgres: Postgres): Store {
  migratePostgres(postgres);
  return createStore(postgres.db, LEFT_TO_THE_SERVER, postgres.lost);
}

/** What a SQLite file needs besides its statements. */
type FileCare = Pick<Store, 'unusedSpace' | 'writesBack'>;

/** VACUUM and the log are the server's own task, which takes what was deleted out of its files. */
const LEFT_TO_THE_SERVER: FileCare = { unusedSpace: { clean: () => {} }, writesBack: () => {} };

function createStore(db: Db, care: FileCare, lost: Promise<Error>): Store {
  const tx = repositories(db);
  const health = createHealth();
  // A database of a version that did not count.
  if (tx.counters.isMissing()) db.transaction(() => tx.counters.rebuild());

  return {
    transaction(work) {
      try {
        const done = db.transaction(() => work(tx));
        if (!db.inTransaction()) health.committed();
        return done;
      } catch (error) {
        health.noteFault(error);
        throw error;
      }
    },
    read: (work) => db.read(() => work(tx)),
    inTransaction: db.inTransaction,
    deadLetters: tx.deadLetters,
    ...care,
    whatsapp: whatsapp(db),
    lost,
    noteFault: health.noteFault,
    noteDamage: health.noteDamage,
    trouble() {
      try {
        db.prepare('SELECT 1 FROM slot LIMIT 1').get();
      } catch {
        return 'cannot be read';
      }
      return health.trouble();
    },
    close: db.close,
  };
}
