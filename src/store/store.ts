import type { DeadLetters } from './dead-letters.ts';
import { isDamage, isStorageError } from './errors.ts';
import { openSqlite, sqliteDb } from './sqlite.ts';
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
  /** Notes what an error says about the database itself. */
  noteFault(error: unknown): void;
  /** Notes that the file was found to be damaged. */
  noteDamage(): void;
  /** What is wrong with the database, for its operator; undefined while it can be read and written. */
  trouble(): string | undefined;
  close(): void;
}

/** Opens the store in a SQLite file; throws where the file is no database, or a newer program's. */
export function openStore(file: string): Store {
  const sqlite = openSqlite(file);
  const db = sqliteDb(sqlite);
  const tx = repositories(db);
  const health = createHealth();
  // A database of a version that did not count.
  if (tx.counters.isMissing()) db.transaction(() => tx.counters.rebuild());

  return {
    transaction(work) {
      try {
        const done = db.transaction(() => work(tx));
        if (!sqlite.inTransaction) health.written();
        return done;
      } catch (error) {
        health.noteFault(error);
        throw error;
      }
    },
    read: (work) => db.read(() => work(tx)),
    inTransaction: () => sqlite.inTransaction,
    deadLetters: tx.deadLetters,
    unusedSpace: unusedSpace(sqlite),
    whatsapp: whatsapp(db),
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

/** What errors have told about the database. Damage lasts until a restore, a fault of writing until something is written. */
function createHealth() {
  let damaged: string | undefined;
  let unwritable: string | undefined;

  function noteDamage(): void {
    damaged = 'damaged, see the log: restore a backup';
  }

  return {
    noteDamage,
    noteFault(error: unknown): void {
      if (isDamage(error)) noteDamage();
      else if (isStorageError(error)) unwritable = `cannot be written: ${(error as Error).message}`;
    },
    written(): void {
      unwritable = undefined;
    },
    trouble: (): string | undefined => damaged ?? unwritable,
  };
}
