import type Database from 'better-sqlite3';

/** A round takes as long as what was committed during the one before it: a few are enough, unless commits follow without a pause. */
const ROUNDS = 3;
/** From so many pages on the log is to begin anew though commits go on; they wait then while so many pages are written, some 20 ms. */
const LONG_PAGES = 10_000;
const FEW_PAGES = 500;

/** What a round found in the log when it began, and how much of that is in the file. */
interface Round {
  readonly busy: 0 | 1;
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * Writes SQLite's log back into the file while others write, which nobody has to wait for. Where nothing is left, the next commit begins
 * the log anew; what a reader holds, a backup say, stays in it for a later time. `db` waits for no lock.
 */
export function writeBack(db: Database.Database): void {
  const round = (mode: 'PASSIVE' | 'FULL') => (db.pragma(`wal_checkpoint(${mode})`) as [Round])[0];
  let before = 0;
  for (let n = 1; n <= ROUNDS; n += 1) {
    const { busy, log, checkpointed } = round('PASSIVE');
    if (busy || checkpointed < log || log === before) return;
    // Commits follow without a pause.
    if (n === ROUNDS && log > LONG_PAGES && log - before < FEW_PAGES) round('FULL');
    before = log;
  }
}
