import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { isDamage } from '../store/errors.ts';

/** The simulator's own file: a trial never touches a real kecamatan. */
export const SIMULATOR_FILE = 'data/simulator.sqlite';

/** Whether a database holds a trial and no real kecamatan; one that is missing or cannot be read is judged by its name. */
export function isTrial(file: string): boolean {
  return ask(file, hasConversation) ?? resolve(file) === resolve(SIMULATOR_FILE);
}

/** Whether a database is a bot's: it has a kecamatan and no conversation. One that cannot be read is not. */
export const isReal = (file: string): boolean =>
  ask(file, (db) => !hasConversation(db) && hasDistrict(db)) ?? false;

const hasConversation = (db: Database.Database): boolean => hasTable(db, 'simulator_message');
const hasDistrict = (db: Database.Database): boolean =>
  hasTable(db, 'district') && db.prepare('SELECT 1 FROM district LIMIT 1').get() !== undefined;
const hasTable = (db: Database.Database, name: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;

/** Asks a database something; undefined where there is none, or it is damaged. */
function ask<Answer>(file: string, question: (db: Database.Database) => Answer): Answer | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return question(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}
