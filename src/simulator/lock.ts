import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Holds a file for this process alone, until it is released or the process is gone; undefined where another one holds
 * it. The lock is the operating system's, so that none is left over.
 */
export function holdAlone(file: string): (() => void) | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch {
    lock.close();
    return undefined;
  }
}
