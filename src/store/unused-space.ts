import type Database from 'better-sqlite3';
import { isStorageError } from './errors.ts';
import { BUSY_TIMEOUT_MS } from './sqlite.ts';

/** Rewriting a file of that size keeps everybody waiting for two tenths of a second; a larger one is left for the next start. */
const AT_WORK_BYTES = 16 << 20;

/**
 * Takes what was deleted for somebody who asked to be forgotten out of the bytes of the file. SQLite overwrites what it deletes
 * (`secure_delete`), but not the copies that are left over where rows moved to other pages, nor what `-wal` holds.
 */
export interface UnusedSpace {
  /**
   * Does so where it is due, once everything that is to be deleted was sent, and while the file is small enough to be rewritten
   * with people waiting (`atStart`: however large). While another process reads the file, or the disk is full, it waits for the next call.
   */
  clean(atStart?: boolean): void;
}

export function unusedSpace(db: Database.Database): UnusedSpace {
  const due = db.prepare<[], 1>('SELECT 1 FROM unused_space').pluck();
  const waiting = db.prepare<[], 1>('SELECT 1 FROM outbox_forget JOIN outbox USING (id) LIMIT 1').pluck();
  const done = db.prepare('DELETE FROM unused_space');
  let rewritten = false;

  const bytes = (): number =>
    (db.pragma('page_count', { simple: true }) as number) *
    (db.pragma('page_size', { simple: true }) as number);

  function rewrite(): void {
    if (!rewritten) db.exec('VACUUM');
    rewritten = true;
    const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    if (busy) return;
    rewritten = false;
    done.run();
    db.pragma('wal_checkpoint(TRUNCATE)');
  }

  return {
    clean(atStart = false) {
      if (due.get() === undefined || waiting.get() !== undefined) return;
      if (!atStart && bytes() > AT_WORK_BYTES) return;
      db.pragma('busy_timeout = 0');
      try {
        rewrite();
      } catch (error) {
        if (!isStorageError(error)) throw error;
      } finally {
        db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
    },
  };
}
