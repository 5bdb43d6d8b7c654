import { addMs } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';

const DAY_MS = 86_400_000;
/** Raw texts and the contents of messages are kept this long. */
const TEXTS_DAYS = 90;
/** Longer than any platform repeats a message, and than any message counts. */
const INBOX_DAYS = 30;
/** A month of faults is enough to find out what they have in common. */
const DEAD_LETTERS_DAYS = 30;
/** An edit is made within minutes; it may arrive as late as any message that counts. */
const EDITS_DAYS = 14;
/** A picture is of one minute: it is asked for again soon, or never. */
const UPLOADS_DAYS = 1;

/** What is kept for a time only. */
export interface Retention {
  /** Blanks and deletes what has expired. */
  prune(now: Instant): void;
}

export function retention(db: Db): Retention {
  const aged = [
    ['UPDATE report SET text = NULL WHERE text IS NOT NULL AND recorded_at < ?', TEXTS_DAYS],
    ['DELETE FROM held_report WHERE at < ?', TEXTS_DAYS],
    [`DELETE FROM outbox WHERE at < ? AND state NOT IN ('queued', 'sending')`, TEXTS_DAYS],
    ['DELETE FROM upload WHERE at < ?', UPLOADS_DAYS],
    ['DELETE FROM inbox WHERE at < ?', INBOX_DAYS],
    ['DELETE FROM whatsapp_secret WHERE at < ?', EDITS_DAYS],
    ['DELETE FROM hint WHERE at < ?', 1],
    ['DELETE FROM open_question WHERE at < ?', 1],
    ['DELETE FROM wrong_code WHERE at < ?', 1],
    ['DELETE FROM dead_letter WHERE at < ?', DEAD_LETTERS_DAYS],
  ] as const;
  const orphans = db.prepare('DELETE FROM question WHERE outbox NOT IN (SELECT id FROM outbox)');
  const prune = aged.map(([sql, days]) => ({ run: db.prepare<[Instant]>(sql), days }));

  // Only what was queued before somebody took another name can spell the old one.
  const formerNames = db.prepare(
    'DELETE FROM former_name WHERE outbox < coalesce((SELECT min(id) FROM outbox), 9e15)',
  );

  return {
    prune(now) {
      formerNames.run();
      for (const { run, days } of prune) run.run(addMs(now, -days * DAY_MS));
      orphans.run();
    },
  };
}
