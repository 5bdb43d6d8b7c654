import type { ChatRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** What a group's new id takes over from its old one. */
export function chatMove(db: Db): (from: ChatRef, to: ChatRef) => void {
  // What was sent to the old id cannot be edited, quoted or replied to under the new one.
  const moveOutbox = `UPDATE outbox SET chat = :to, quotes = NULL, edits = NULL, sent_ref = NULL, thread = NULL
    WHERE chat = :from`;
  // What the new id already has is deleted, except slots: one that is closed stays closed.
  const move = [
    'DELETE FROM chat WHERE ref = :to AND EXISTS (SELECT 1 FROM chat WHERE ref = :from)',
    'UPDATE chat SET ref = :to WHERE ref = :from',
    moveOutbox,
    `UPDATE slot SET key = :to || substr(key, length(:from) + 1) WHERE key >= :from || ' ' AND key < :from || '!'
     AND NOT EXISTS (SELECT 1 FROM slot AS old WHERE old.key = :to || substr(slot.key, length(:from) + 1))`,
    'UPDATE held_report SET chat = :to WHERE chat = :from',
    'UPDATE role SET chat = :to WHERE chat = :from',
    `DELETE FROM open_question
     WHERE chat = :to AND "user" IN (SELECT "user" FROM open_question WHERE chat = :from)`,
    'UPDATE open_question SET chat = :to WHERE chat = :from',
  ].map((sql) => db.prepare<{ from: ChatRef; to: ChatRef }>(sql));

  return (from, to) => {
    // A server that is out of its mind says so: nothing of the group may go.
    if (from === to) return;
    for (const statement of move) statement.run({ from, to });
  };
}
