import Database from 'better-sqlite3';
import { isBusy } from './errors.ts';
import { makeFolderOf, makePrivate } from './files.ts';

/**
 * Holds a database file for this process alone, until it is released or the process is gone; undefined where another one
 * holds it. The lock is the operating system's, so that none is left over. It keeps out only those that ask for it too:
 * the bot, the simulator and a restore. Tools that open the file for a moment do not ask. Throws where no lock can be made.
 */
export function holdAlone(file: string): (() => void) | undefined {
  // No other process can reach it.
  if (file === ':memory:') return () => {};
  makeFolderOf(file);
  const name = `${file}.lock`;
  makePrivate(name);
  const lock = new Database(name, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}
