import type { MessageRef } from '../../domain/ids.ts';

/** Longer than it takes until a line is known to be dead. */
const KEEP_MS = 5 * 60_000;
/** So many of each number, at most. */
const MOST = 1000;

interface Left {
  readonly at: number;
  /** Takes it after all. */
  readonly take: () => void;
}

/**
 * What was left to the number that serves a group, and was not heard by it. A line that is dead looks open for a while: the number may
 * be banned by then, and never hear it. `elapsed` is monotonic milliseconds.
 */
export function createUnheard(elapsed: () => number) {
  const heard = new Map<number, Set<MessageRef>>();
  const left = new Map<number, Map<MessageRef, Left>>();

  return {
    /** A number hears a message. */
    heard(number: number, ref: MessageRef): void {
      left.get(number)?.delete(ref);
      const refs = heard.get(number) ?? new Set();
      heard.set(number, refs.add(ref));
      if (refs.size > MOST) refs.delete(refs.keys().next().value!);
    },
    /** A message is left to a number. */
    leave(number: number, ref: MessageRef, take: () => void): void {
      if (heard.get(number)?.has(ref)) return;
      const messages = left.get(number) ?? new Map<MessageRef, Left>();
      left.set(number, messages.set(ref, { at: elapsed(), take }));
      for (const [oldest, { at }] of messages)
        if (messages.size > MOST || elapsed() - at > KEEP_MS) messages.delete(oldest);
        else break;
    },
    /** The line of a number has ended: what it did not hear is taken. */
    ended(number: number): void {
      const messages = [...(left.get(number)?.values() ?? [])];
      left.delete(number);
      for (const { at, take } of messages) if (elapsed() - at <= KEEP_MS) take();
    },
  };
}
