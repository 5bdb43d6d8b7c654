import { chats } from './chats.ts';
import { ledger } from './ledger.ts';
import { once } from './once.ts';
import { openDatabase } from './open.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { retention } from './retention.ts';
import { whatsapp } from './whatsapp.ts';

export type Store = ReturnType<typeof openStore>;

/**
 * Everything the bot remembers, in one SQLite file. All of it is synchronous: inside `transaction` nothing can wait for
 * a network, and nothing else can come between.
 */
export function openStore(file: string) {
  const db = openDatabase(file);
  const atomically = db.transaction((work: () => unknown) => work());
  return {
    people: people(db),
    chats: chats(db),
    ledger: ledger(db),
    outbox: outbox(db),
    once: once(db),
    retention: retention(db),
    whatsapp: whatsapp(db),
    /** All that `work` writes, or, when it throws, nothing. On the disk when this returns. */
    transaction: <T>(work: () => T): T => atomically.immediate(work) as T,
    /** Throws when the database cannot be read. */
    check: (): void => {
      db.prepare('SELECT 1 FROM slot LIMIT 1').get();
    },
    close: (): void => {
      db.close();
    },
  };
}
