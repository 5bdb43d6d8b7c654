import type { MessageRef, OutboxId } from '../domain/ids.ts';
import type { Db } from './db.ts';
import { PARTS } from './inbox.ts';

/** Questions that may still be answered, by what they are about (`unit 14.03.16.2001 klinik`). */
export interface Questions {
  /** Notes that a message of ours asks about something; `message` is what made it ask. */
  ask(topic: string, outbox: OutboxId, message: MessageRef): void;
  /** The open questions about something. */
  about(topic: string): readonly OutboxId[];
  /** The open questions that a message led to, or its sender's answers to such questions. */
  askedBy(message: MessageRef): readonly OutboxId[];
  close(outbox: OutboxId): void;
}

export function questions(db: Db): Questions {
  const ask = db.prepare<[string, OutboxId, MessageRef]>(
    `INSERT INTO question (topic, outbox, message) VALUES (?, ?, ?)
     ON CONFLICT (topic, outbox) DO UPDATE SET message = excluded.message`,
  );
  const about = db.value<[string], OutboxId>('SELECT outbox FROM question WHERE topic = ?');
  const askedBy = db.value<{ message: MessageRef }, OutboxId>(
    `${PARTS} SELECT DISTINCT outbox FROM question WHERE message IN (SELECT ref FROM parts)`,
  );
  const close = db.prepare<[OutboxId]>('DELETE FROM question WHERE outbox = ?');

  return {
    ask: (topic, outbox, message) => {
      ask.run(topic, outbox, message);
    },
    about: (topic) => about.all(topic),
    askedBy: (message) => askedBy.all({ message }),
    close: (outbox) => {
      close.run(outbox);
    },
  };
}
