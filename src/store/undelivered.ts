import type { ChatRef, Instant, OutboxId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Db } from './db.ts';
import type { OutboxState } from './outbox.ts';
import { UNSETTLED, unsettled } from './outbox-rows.ts';

/** A message that waits, did not arrive, or may not have. */
export interface Unsent {
  readonly id: OutboxId;
  readonly chat: ChatRef;
  /** The title of its chat; null where that is not known any more. */
  readonly title: string | null;
  readonly state: Exclude<OutboxState, 'sending' | 'sent'>;
  readonly refusal: Refusal | null;
  readonly scheduled: boolean;
  /** How often it was tried. */
  readonly tries: number;
  readonly at: Instant;
  /** False where its words were deleted in the meantime. */
  readonly complete: boolean;
}

/** What the operator sees of messages on their way, and does about them. A message that is part of another one is none. */
export interface Undelivered {
  /** Messages that wait: those that a chat refused first, then the oldest. */
  waiting(limit: number): readonly Unsent[];
  /** Messages that failed and then those whose outcome is unknown, as many as `limit` of each, the newest first. */
  undelivered(limit: number): readonly Unsent[];
  unsent(id: OutboxId): Unsent | undefined;
  /** Queues a message that failed or is doubtful as if it was written now; false where it is none, or its words are gone. */
  requeue(id: OutboxId, now: Instant): boolean;
  /** Deletes a message that is not in flight and did not arrive, with those that are part of it; false where it is none. */
  drop(id: OutboxId): boolean;
}

type Row = Omit<Unsent, 'scheduled' | 'complete'> & {
  readonly scheduled: 0 | 1;
  readonly complete: 0 | 1;
};
const unsentOf = (row: Row): Unsent => ({
  ...row,
  scheduled: row.scheduled === 1,
  complete: row.complete === 1,
});

const UNSENT = `SELECT id, outbox.chat, title, state, refusal, scheduled, tries, at,
  CASE WHEN content IS NULL THEN 0 ELSE 1 END AS complete FROM outbox LEFT JOIN chat ON ref = outbox.chat`;
const ENDED = `state IN ('failed', 'doubtful')`;

export function undelivered(db: Db): Undelivered {
  const refused = db.prepare<[number], Row>(
    `${UNSENT.replace('FROM outbox', 'FROM outbox INDEXED BY outbox_refused')}
     WHERE refusal IS NOT NULL AND state = 'queued' AND carrier IS NULL ORDER BY id LIMIT ?`,
  );
  const untroubled = db.prepare<[number], Row>(
    `${unsettled(UNSENT)} WHERE ${UNSETTLED} AND state = 'queued' AND refusal IS NULL AND carrier IS NULL
     ORDER BY id LIMIT ?`,
  );
  const ended = db.prepare<[OutboxState, number], Row>(
    `${UNSENT} WHERE ${ENDED} AND state = ? AND carrier IS NULL ORDER BY id DESC LIMIT ?`,
  );
  const byId = db.prepare<[OutboxId], Row>(
    `${UNSENT} WHERE id = ? AND state IN ('queued', 'failed', 'doubtful') AND carrier IS NULL`,
  );
  // It keeps its id, by which questions, buttons and messages that are part of it know it.
  const requeue = db.prepare<[Instant, OutboxId]>(
    `UPDATE outbox SET state = 'queued', tries = 0, refusal = NULL, at = ?,
     doubted = CASE state WHEN 'doubtful' THEN 1 ELSE doubted END
     WHERE id = ? AND ${ENDED} AND content IS NOT NULL AND carrier IS NULL`,
  );
  const requeueParts = db.prepare<[OutboxId]>(`UPDATE outbox SET state = 'queued' WHERE carrier = ?`);
  const forgetQuestions = db.prepare<{ id: OutboxId }>(
    'DELETE FROM question WHERE outbox IN (SELECT id FROM outbox WHERE id = :id OR carrier = :id)',
  );
  const dropParts = db.prepare<[OutboxId]>('DELETE FROM outbox WHERE carrier = ?');
  const drop = db.prepare<[OutboxId]>('DELETE FROM outbox WHERE id = ?');
  const find = (id: OutboxId): Unsent | undefined => {
    const row = byId.get(id);
    return row && unsentOf(row);
  };

  return {
    waiting: (limit) => [...refused.all(limit), ...untroubled.all(limit)].slice(0, limit).map(unsentOf),
    undelivered: (limit) => [...ended.all('failed', limit), ...ended.all('doubtful', limit)].map(unsentOf),
    unsent: find,
    requeue(id, now) {
      if (requeue.run(now, id).changes === 0) return false;
      requeueParts.run(id);
      return true;
    },
    drop(id) {
      if (!find(id)) return false;
      forgetQuestions.run({ id });
      dropParts.run(id);
      return drop.run(id).changes > 0;
    },
  };
}
