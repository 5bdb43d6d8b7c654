import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { isDamage } from '../store/errors.ts';

/** The simulator's own file: a trial never touches a real kecamatan. */
export const SIMULATOR_FILE = 'data/simulator.sqlite';

/** Whether a database holds a trial and no real kecamatan; one that is missing or cannot be read is judged by its name. */
export function isTrial(file: string): boolean {
  const byName = resolve(file) === resolve(SIMULATOR_FILE);
  if (!existsSync(file)) return byName;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'simulator_message'").get() !== undefined;
    } finally {
      db.close();
    }
  } catch (error) {
    if (isDamage(error)) return byName;
    throw error;
  }
}
