import Database from 'better-sqlite3';
import { isDamage } from './errors.ts';

/** More messages than the bot sends between a backup and the day on which it is restored. */
const MESSAGES_SINCE = 100_000_000;
/** Where the keys of WhatsApp's sessions are, by the version of the schema. */
const KEY_TABLES = ['whatsapp_session', 'whatsapp_key'] as const;

/**
 * Takes out of a copy, which is to take the place of a database, what may have become outdated since it was made. `replaced` is the
 * database of until now, where there is one. A group may have seen an invitation's code, which is used up then: all of them go. On WhatsApp
 * - keys of sessions with people's devices are used once: the device drops what is encrypted with one that it has seen;
 * - a message's id follows from its row's in the outbox: the phone drops a message whose id it has seen;
 * - what was sent counts towards the daily cap, and is sent again to phones that could not read it: it is taken over.
 */
export function dropOutdatedState(copy: string, replaced: string | undefined): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    if (replaced !== undefined) takeOverSent(db, replaced);
    db.transaction(() => {
      db.exec('DELETE FROM invitation');
      for (const table of KEY_TABLES)
        if (has(db, table)) db.exec(`DELETE FROM ${table} WHERE type = 'session'`);
      skipOutboxIds(db);
    })();
  } finally {
    db.close();
  }
}

const has = (db: Database.Database, table: string): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;

function skipOutboxIds(db: Database.Database): void {
  const skip = db.prepare<[number]>(`UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'outbox'`);
  const begin = db.prepare<[number]>(`INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ?)`);
  if (skip.run(MESSAGES_SINCE).changes === 0) begin.run(MESSAGES_SINCE);
}

/** Adds what the replaced database knows of messages sent, where it can be read and has the same schema. */
function takeOverSent(db: Database.Database, replaced: string): void {
  try {
    db.prepare('ATTACH ? AS replaced').run(replaced);
    const version = (schema: string) => db.pragma(`${schema}.user_version`, { simple: true });
    if (version('main') === version('replaced') && has(db, 'whatsapp_sent'))
      db.exec('INSERT OR IGNORE INTO main.whatsapp_sent SELECT * FROM replaced.whatsapp_sent');
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}
