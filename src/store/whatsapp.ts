import { plus } from '../clock.ts';
import type { Instant, MessageRef } from '../ids.ts';
import type { Db } from './sqlite.ts';

const DAY_MS = 86_400_000;
/** A member's phone asks again for what it could not read; after two weeks the servers have dropped it anyway. */
const SENT_DAYS = 14;

/** The keys of the WhatsApp session, and what was sent in it. */
export function whatsapp(db: Db) {
  const get = db
    .prepare<[string, string], string>('SELECT value FROM whatsapp_key WHERE type = ? AND id = ?')
    .pluck();
  const ids = db.prepare<[string], string>('SELECT id FROM whatsapp_key WHERE type = ?').pluck();
  const put = db.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO whatsapp_key (type, id, value) VALUES (?, ?, ?)',
  );
  const remove = db.prepare<[string, string]>('DELETE FROM whatsapp_key WHERE type = ? AND id = ?');
  const clear = db.prepare<[string]>(
    'DELETE FROM whatsapp_key WHERE type NOT IN (SELECT value FROM json_each(?))',
  );
  const change = db.transaction((rows: readonly KeyChange[]) => {
    for (const { type, id, value } of rows)
      if (value === null) remove.run(type, id);
      else put.run(type, id, value);
  });

  const sent = db.prepare<[string], SentRow>('SELECT message, at FROM whatsapp_sent WHERE id = ?');
  const keep = db.prepare<[string, string, string, Instant]>(
    'INSERT OR IGNORE INTO whatsapp_sent (id, chat, message, at) VALUES (?, ?, ?, ?)',
  );
  const drop = db.prepare<[Instant]>('DELETE FROM whatsapp_sent WHERE at < ?');
  const secret = db.prepare<[MessageRef], string>('SELECT secret FROM whatsapp_secret WHERE ref = ?').pluck();
  const keepSecret = db.prepare<[MessageRef, string, Instant]>(
    'INSERT OR IGNORE INTO whatsapp_secret (ref, secret, at) VALUES (?, ?, ?)',
  );
  const since = db.prepare<[Instant], number>('SELECT count(*) FROM whatsapp_sent WHERE at > ?').pluck();

  return {
    keys: {
      get: (type: string, id: string): string | undefined => get.get(type, id),
      ids: (type: string): readonly string[] => ids.all(type),
      /** All changes or none, on the disk when this returns; a value of null deletes. */
      set: (rows: readonly KeyChange[]): void => {
        change.immediate(rows);
      },
      /** Drops everything but these types. */
      clear: (kept: readonly string[]): void => {
        clear.run(JSON.stringify(kept));
      },
    },
    /** What edits of people's messages are sealed with: base64, kept for as long as an edit may arrive. */
    secrets: {
      get: (ref: MessageRef): string | undefined => secret.get(ref),
      put: (ref: MessageRef, value: string, at: Instant): void => {
        keepSecret.run(ref, value, at);
      },
    },
    sent: {
      get: (id: string): SentRow | undefined => sent.get(id),
      put: (id: string, chat: string, message: string, at: Instant): void => {
        keep.run(id, chat, message, at);
        drop.run(plus(at, -SENT_DAYS * DAY_MS));
      },
      since: (at: Instant): number => since.get(at)!,
    },
  };
}

interface KeyChange {
  readonly type: string;
  readonly id: string;
  readonly value: string | null;
}

interface SentRow {
  readonly message: string;
  readonly at: Instant;
}
