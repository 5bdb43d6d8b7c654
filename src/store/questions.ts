import type { MessageRef, OutboxId } from '../domain/ids.ts';
import type { Db } from './database.ts';

/** Questions that may still be answered, by what they are about (`unit 14.03.16.2001 klinik`). */
export function questions(db: Db) {
  const ask = db.prepare<[string, OutboxId, MessageRef]>(
    'INSERT OR REPLACE INTO question (topic, outbox, message) VALUES (?, ?, ?)',
  );
  const about = db.prepare<[string], OutboxId>('SELECT outbox FROM question WHERE topic = ?').pluck();
  const askedBy = db
    .prepare<[MessageRef], OutboxId>('SELECT DISTINCT outbox FROM question WHERE message = ?')
    .pluck();
  const close = db.prepare<[OutboxId]>('DELETE FROM question WHERE outbox = ?');

  return {
    /** Notes that a message of ours asks about something; `message` is what made it ask. */
    ask: (topic: string, outbox: OutboxId, message: MessageRef): void => {
      ask.run(topic, outbox, message);
    },
    /** The open questions about something. */
    about: (topic: string): readonly OutboxId[] => about.all(topic),
    /** The open questions that a message led to. */
    askedBy: (message: MessageRef): readonly OutboxId[] => askedBy.all(message),
    close: (outbox: OutboxId): void => {
      close.run(outbox);
    },
  };
}
