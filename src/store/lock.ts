import { statSync, truncateSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isBusy, isDamage } from './errors.ts';
import { isThere, makeFolderOf, makePrivate, realName } from './files.ts';

/**
 * A file with hard links: what SQLite keeps beside it goes by the name, so that two processes under two names would ruin it.
 * Source: https://www.sqlite.org/howtocorrupt.html, "Multiple links to the same file".
 */
export class SeveralNames extends Error {
  override readonly name = 'SeveralNames';
  constructor(file: string) {
    super(`${file} has several names`);
  }
}

/**
 * Holds a database file for this process alone, until it is released or the process is gone; undefined where another one
 * holds it, under whatever name. The lock is the operating system's, so that none is left over. It keeps out only those that
 * ask for it too: the bot, the simulator and a restore. Tools that open the file for a moment do not ask. Throws
 * SeveralNames, NotAFile for what is there and is none, and where no lock can be made.
 */
export function holdAlone(file: string): (() => void) | undefined {
  // No other process can reach it.
  if (file === ':memory:') return () => {};
  makeFolderOf(file);
  if (isThere(file) && statSync(file).nlink > 1) throw new SeveralNames(file);
  const name = `${realName(file)}.lock`;
  makePrivate(name);
  const lock = new Database(name, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    if (!isDamage(error)) throw error;
    // Nothing belongs in it. Emptied where it is, it stays locked by who holds it.
    truncateSync(name);
    return holdAlone(file);
  }
}
