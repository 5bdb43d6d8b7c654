import { addMs } from '../domain/clock.ts';
import type { Instant, OutboxId } from '../domain/ids.ts';
import type { Db } from './db.ts';
import type { OutboxState } from './outbox.ts';
import { outboxErasure } from './outbox-erasure.ts';

const DAY_MS = 86_400_000;
/** What is to be forgotten goes out first, where it can be sent within that time; what the clock sends has its day. */
const UNSENT_MS = 3_600_000;
/** Raw texts and the contents of messages are kept this long. */
const TEXTS_DAYS = 90;
/** Longer than any platform repeats a message, and than any message counts. */
const INBOX_DAYS = 30;
/** A code opens nothing once it has expired. */
const CODES_DAYS = 0;
/** A month of faults is enough to find out what they have in common. */
const DEAD_LETTERS_DAYS = 30;
/** An edit is made within minutes; it may arrive as late as any message that counts. */
const EDITS_DAYS = 14;
/** A picture is of one minute: it is asked for again soon, or never. */
const UPLOADS_DAYS = 1;
/** The person whom a question is about is kept with it, and a code with its message: they are used on the day, or never. */
const SHOWN_DAYS = 1;
/** Far longer than the schedule looks back for slots that are not closed (`due.ts`). */
const SLOTS_DAYS = 400;
/** Rows of one table that a step deletes: some milliseconds. */
const STEP_ROWS = 200;

/** What is kept for a time only. */
export interface Retention {
  /** Blanks and deletes some of what has expired; false when nothing is left that has. */
  prune(now: Instant): boolean;
  /** Drops what is to be forgotten and could not be sent. */
  dropUnsent(now: Instant): void;
}

export function retention(db: Db): Retention {
  const some = (table: string, key: string, condition: string): string =>
    `${key} IN (SELECT ${key} FROM ${table} WHERE ${condition} LIMIT ${STEP_ROWS})`;
  const aged = (
    [
      [
        `UPDATE report SET text = NULL WHERE ${some('report', 'id', 'text IS NOT NULL AND recorded_at < ?')}`,
        TEXTS_DAYS,
      ],
      [`DELETE FROM inbox WHERE ${some('inbox', 'ref', 'at < ?')}`, INBOX_DAYS],
      [`DELETE FROM slot WHERE ${some('slot', 'key', 'at < ?')}`, SLOTS_DAYS],
      [`DELETE FROM whatsapp_secret WHERE ${some('whatsapp_secret', 'ref', 'at < ?')}`, EDITS_DAYS],
      [`DELETE FROM invitation WHERE ${some('invitation', 'hash', 'expires_at < ?')}`, CODES_DAYS],
      // Few rows: of one day, or of people who wait.
      ['DELETE FROM held_report WHERE at < ?', TEXTS_DAYS],
      ['DELETE FROM upload WHERE at < ?', UPLOADS_DAYS],
      ['DELETE FROM hint WHERE at < ?', 1],
      ['DELETE FROM open_question WHERE at < ?', 1],
      ['DELETE FROM wrong_code WHERE at < ?', 1],
      ['DELETE FROM dead_letter WHERE at < ?', DEAD_LETTERS_DAYS],
    ] as const
  ).map(([sql, days]) => ({ run: db.prepare<[Instant]>(sql), days }));

  // Only what was queued before somebody took another name can spell the old one.
  const formerNames = db.prepare(
    'DELETE FROM former_name WHERE outbox < coalesce((SELECT min(id) FROM outbox), 9e15)',
  );
  const oldestAfter = db.prepare<[OutboxId], { id: OutboxId; at: Instant; state: OutboxState }>(
    `SELECT id, at, state FROM outbox WHERE id > ? ORDER BY id LIMIT ${STEP_ROWS}`,
  );
  const forgetQuestion = db.prepare<[OutboxId]>('DELETE FROM question WHERE outbox = ?');
  const deleteMessage = db.prepare<[OutboxId]>('DELETE FROM outbox WHERE id = ?');

  const { forgetBefore, dropWaiting } = outboxErasure(db);

  /** The last message that was looked at, while there are more to look at. */
  let looked = 0 as OutboxId;

  /**
   * By their ids: a message that was queued earlier has a lower one. Messages that wait for long, or are dated ahead by a clock that
   * was wrong, lie between the expired ones. Gives whether there is more to do.
   */
  function pruneOutbox(before: Instant, now: Instant): boolean {
    const rows = oldestAfter.all(looked);
    const expired = rows.filter(({ at, state }) => at < before && state !== 'queued' && state !== 'sending');
    for (const { id } of expired) {
      forgetQuestion.run(id);
      deleteMessage.run(id);
    }
    const isYoung = expired.length === 0 && rows.some(({ at }) => at >= before && at <= now);
    const isMore = rows.length === STEP_ROWS && !isYoung;
    looked = isMore ? rows.at(-1)!.id : (0 as OutboxId);
    return isMore;
  }

  return {
    prune(now) {
      const before = (days: number) => addMs(now, -days * DAY_MS);
      for (const { run, days } of aged) if (run.run(before(days)).changes >= STEP_ROWS) return true;
      forgetBefore(before(SHOWN_DAYS));
      if (pruneOutbox(before(TEXTS_DAYS), now)) return true;
      formerNames.run();
      return false;
    },
    dropUnsent: (now) => dropWaiting(addMs(now, -UNSENT_MS), addMs(now, -DAY_MS)),
  };
}
