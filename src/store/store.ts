import { acts } from './acts.ts';
import { chats } from './chats.ts';
import { deadLetters } from './dead-letters.ts';
import { isDamage, isStorageError } from './errors.ts';
import { heldReports } from './held-reports.ts';
import { hints } from './hints.ts';
import { inbox } from './inbox.ts';
import { invitations } from './invitations.ts';
import { ledger } from './ledger.ts';
import { outbox } from './outbox.ts';
import { pendingQuestions } from './pending-questions.ts';
import { people } from './people.ts';
import { questions } from './questions.ts';
import { retention } from './retention.ts';
import { slots } from './slots.ts';
import { openSqlite, sqliteDb } from './sqlite.ts';
import { unusedSpace } from './unused-space.ts';
import { whatsapp } from './whatsapp.ts';

export type Store = ReturnType<typeof openStore>;

/**
 * Everything the bot remembers, in one SQLite file. All of it is synchronous: inside `transaction` nothing can wait for
 * a network, and nothing else can come between.
 */
export function openStore(file: string) {
  const sqlite = openSqlite(file);
  const db = sqliteDb(sqlite);
  let damaged: string | undefined;
  let unwritable: string | undefined;

  function noteDamage(): void {
    damaged = 'damaged, see the log: restore a backup';
  }

  /** Notes what an error says about the database itself. */
  function noteFault(error: unknown): void {
    if (isDamage(error)) noteDamage();
    else if (isStorageError(error)) unwritable = `cannot be written: ${(error as Error).message}`;
  }

  return {
    acts: acts(db),
    people: people(db),
    chats: chats(db),
    ledger: ledger(db),
    outbox: outbox(db),
    inbox: inbox(db),
    slots: slots(db),
    invitations: invitations(db),
    pendingQuestions: pendingQuestions(db),
    heldReports: heldReports(db),
    hints: hints(db),
    questions: questions(db),
    retention: retention(db),
    unusedSpace: unusedSpace(sqlite),
    whatsapp: whatsapp(db),
    deadLetters: deadLetters(db),
    /** All that `work` writes, or, when it throws, nothing. On the disk when this returns. */
    transaction<T>(work: () => T): T {
      try {
        const done = db.transaction(work);
        if (!sqlite.inTransaction) unwritable = undefined;
        return done;
      } catch (error) {
        noteFault(error);
        throw error;
      }
    },
    /** False once an error has undone the transaction that it fell in. */
    inTransaction: (): boolean => sqlite.inTransaction,
    noteFault,
    /** Notes that the file was found to be damaged. */
    noteDamage,
    /** What is wrong with the database, for whoever runs it; undefined while it can be read and written. */
    trouble(): string | undefined {
      try {
        db.prepare('SELECT 1 FROM slot LIMIT 1').get();
      } catch {
        return 'cannot be read';
      }
      return damaged ?? unwritable;
    },
    close: (): void => {
      db.close();
    },
  };
}
