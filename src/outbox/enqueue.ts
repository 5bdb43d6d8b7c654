import type { ChatRef, Instant, OutboxId } from '../domain/ids.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { keepLetters } from '../text/choice-letters.ts';
import type { Content } from '../text/content.ts';

/** Queues a message, cut into pieces that fit its platform's limits. Runs inside a transaction. */
export type Enqueue = (tx: Tx, message: Outgoing, now: Instant) => Enqueued;

export interface Enqueued {
  /** The row of its last piece. */
  readonly id: OutboxId;
  readonly pieces: number;
}

/** `split` cuts content to the limits of the platform of a chat (`ChatAdapter.split`). */
export const createEnqueue =
  (split: (to: ChatRef, content: Content) => readonly Content[]): Enqueue =>
  (tx, message, now) => {
    const earlier = message.edits && tx.outbox.latestForm(message.edits);
    const content = earlier ? keepLetters(message.content, earlier.content) : message.content;
    const [first = content, ...more] = split(message.to, content);
    const id = tx.outbox.add({ ...message, content: { ...first, ...kept(content) } }, now);
    const ids = more.map((piece) => tx.outbox.add({ ...message, content: piece, edits: undefined }, now));
    return { id: ids.at(-1) ?? id, pieces: 1 + more.length };
  };

/** The letters that a message has given away, and that it was answered, stay with its first piece, the one that is edited. */
const kept = ({ letters, answered }: Content) => ({
  ...(letters !== undefined && { letters }),
  ...(answered && { answered }),
});
