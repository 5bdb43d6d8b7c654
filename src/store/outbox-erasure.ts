import type { ChatRef, Instant, OutboxId } from '../domain/ids.ts';
import type { Db } from './db.ts';
import {
  type AccountIds,
  IS_SECRET,
  KEEPS_WORDS,
  NAMES_SOMEBODY,
  outboxMentions,
} from './outbox-mentions.ts';

/** True of a message's ref that has the account in it: in a private chat, and on WhatsApp in every group. */
export const carries = (column: string): string =>
  `(substr(${column}, 1, length(:ref) + 1) = :ref || ':'
    OR instr(:id, '@') > 0 AND instr(${column}, ':' || :id || ':') > 0)`;

/** Who wrote a message of a group on WhatsApp, in the words of the indexes by author (`schema.ts`). */
export const authorOf = (
  column: string,
): string => `substr(substr(${column}, instr(${column}, '@g.us:') + 6), 1,
  instr(substr(${column}, instr(${column}, '@g.us:') + 6), ':') - 1)`;

/** Takes people out of the outbox; a message that is still to be sent stays until its delivery has ended. */
export function outboxErasure(db: Db) {
  // All that answers somebody, wherever, has them as its sender.
  const wholeOf = db.prepare<AccountIds>(
    `INSERT INTO outbox_forget (id, whole) SELECT id, 1 FROM outbox WHERE chat = :ref OR sender = :ref
     ON CONFLICT (id) DO UPDATE SET whole = 1`,
  );
  const contentOf = db.prepare<AccountIds & { chat: ChatRef }>(
    `INSERT INTO outbox_forget (id, whole)
     SELECT id, 0 FROM outbox WHERE chat = :chat AND instr(content, '"' || :ref || '\\"') > 0 ON CONFLICT DO NOTHING`,
  );
  const contentOfRow = db.prepare<[OutboxId]>(
    'INSERT INTO outbox_forget (id, whole) VALUES (?, 0) ON CONFLICT DO NOTHING',
  );
  const next = db.prepare(
    `INSERT INTO outbox_forget (id, whole)
     SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0) + 1, 1 WHERE true
     ON CONFLICT (id) DO UPDATE SET whole = 1`,
  );
  const traces = db.prepare('INSERT INTO unused_space (traces) VALUES (1) ON CONFLICT DO NOTHING');
  const blankSecret = db.prepare<[OutboxId]>('UPDATE outbox SET content = NULL WHERE id = ?');
  const drop = db.prepare<[Instant, Instant]>(
    `UPDATE outbox SET state = 'failed' WHERE id IN (SELECT id FROM outbox_forget) AND state = 'queued' AND carrier IS NULL
     AND (scheduled = 0 AND at < ? OR at < ?)`,
  );
  const dropCarried = db.prepare(
    `UPDATE outbox SET state = 'failed' WHERE state = 'queued' AND carrier IN
     (SELECT outbox.id FROM outbox_forget CROSS JOIN outbox USING (id) WHERE state = 'failed')`,
  );
  const mentions = outboxMentions(db);
  const sweep = sweeper(db);

  /** Blanks messages that must not be kept, questions about somebody of whom nothing is among them, once their delivery has ended. */
  function forgetContent(ids: readonly OutboxId[]): void {
    if (ids.length === 0) return;
    for (const id of ids) contentOfRow.run(id);
    traces.run();
    sweep();
  }

  return {
    sweep,
    forgetContent,
    /** The same for all that were queued before then: questions that nobody answered, and invitation codes. */
    forgetBefore: (before: Instant): void =>
      forgetContent([...mentions.askedBefore(before), ...mentions.secretBefore(before)]),
    /** Drops what is to be forgotten and waits since before then: it may never be sent. `scheduled`: what the clock sends. */
    dropWaiting(before: Instant, scheduled: Instant): void {
      if (drop.run(before, scheduled).changes === 0) return;
      dropCarried.run();
      sweep();
    },
    /** Blanks a message that shows an invitation code, when it was sent. Phones that could not read it may ask for it again for a day. */
    blankSecret(id: OutboxId): void {
      blankSecret.run(id);
      traces.run();
    },

    /** Marks all that answers these accounts or names that person, and the message that is queued next. */
    mark(names: readonly string[], accounts: readonly AccountIds[], places: readonly ChatRef[]): void {
      for (const account of accounts) {
        for (const chat of places) contentOf.run({ ...account, chat });
        wholeOf.run(account);
      }
      for (const id of mentions.askingAbout(accounts)) contentOfRow.run(id);
      for (const name of names) for (const id of mentions.naming(name, places)) contentOfRow.run(id);
      traces.run();
      sweep();
      next.run();
    },
    places: mentions.places,
  };
}

/** Blanks or deletes the marked rows whose delivery has ended. */
function sweeper(db: Db): () => void {
  const any = db.value<[], 1>('SELECT 1 FROM outbox_forget LIMIT 1');
  // From the few that are marked: left to itself SQLite looks through the whole outbox instead.
  const settled = `SELECT id FROM outbox_forget CROSS JOIN outbox USING (id) WHERE state NOT IN ('queued', 'sending')`;
  const statements = [
    // What came is noted by the same ref as what was answered.
    `DELETE FROM inbox WHERE ref IN (SELECT answers FROM outbox WHERE id IN (${settled} AND whole = 1))`,
    `DELETE FROM question WHERE outbox IN (${settled} AND whole = 1)`,
    `DELETE FROM whatsapp_sent WHERE key IN (SELECT CAST(id AS TEXT) FROM (${settled}) AS settled)`,
    `UPDATE outbox SET content = NULL, brief = NULL,
     context = CASE WHEN ${NAMES_SOMEBODY} OR ${KEEPS_WORDS} THEN '{"closed":true}'
       WHEN ${IS_SECRET} THEN replace(context, '"secret":true', '"secret":false') ELSE context END WHERE id IN (${settled})`,
    `DELETE FROM outbox WHERE id IN (${settled} AND whole = 1)`,
    `DELETE FROM outbox_forget WHERE id IN (${settled})
     OR NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = outbox_forget.id) AND id <= (SELECT seq FROM sqlite_sequence WHERE name = 'outbox')`,
  ].map((sql) => db.prepare(sql));

  return () => {
    if (any.get()) for (const statement of statements) statement.run();
  };
}
