import type { ChatRef, Instant, OutboxId } from '../domain/ids.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { keepLetters } from '../text/choice-letters.ts';
import type { Content } from '../text/content.ts';

/**
 * Queues a message, cut into pieces that fit its platform's limits, and gives the row of its last piece. Runs inside a
 * transaction.
 */
export type Enqueue = (tx: Tx, message: Outgoing, now: Instant) => OutboxId;

/** `split` cuts content to the limits of the platform of a chat (`ChatAdapter.split`). */
export const createEnqueue =
  (split: (to: ChatRef, content: Content) => readonly Content[]): Enqueue =>
  (tx, message, now) => {
    const earlier = message.edits && tx.outbox.latestForm(message.edits);
    const content = earlier ? keepLetters(message.content, earlier.content) : message.content;
    const [first = content, ...more] = split(message.to, content);
    const id = tx.outbox.add({ ...message, content: { ...first, ...kept(content) } }, now);
    return more.reduce(
      (_, piece) => tx.outbox.add({ ...message, content: piece, edits: undefined }, now),
      id,
    );
  };

/** The letters that a message has given away, and that it was answered, stay with its first piece, the one that is edited. */
const kept = ({ letters, answered }: Content) => ({
  ...(letters !== undefined && { letters }),
  ...(answered && { answered }),
});
