import type { ChatRef } from '../domain/ids.ts';
import { type Line, linesOf } from './line.ts';

/** What else a message that comes back holds up, and what ends that. */
export interface Hold {
  /** Nothing else of its chat goes out meanwhile either. */
  readonly all?: boolean;
  /** It ends as soon as something is heard from the chat. */
  readonly orHeard?: boolean;
}

/** Lines that wait because a message of theirs was not taken. Times are monotonic milliseconds. */
export function createHolds() {
  const heldUntil = new Map<Line, number>();
  const heldUntilHeard = new Set<Line>();
  return {
    /** How long a line has to wait. */
    wait(line: Line, now: number): number {
      const held = (heldUntil.get(line) ?? 0) - now;
      if (held > 0) return held;
      heldUntil.delete(line);
      return 0;
    },
    hold(chat: ChatRef, line: Line, until: number, { all, orHeard }: Hold): void {
      for (const each of all ? linesOf(chat) : [line]) {
        heldUntil.set(each, until);
        if (orHeard) heldUntilHeard.add(each);
        else heldUntilHeard.delete(each);
      }
    },
    /** Something came from a chat: what waits for that waits no longer. */
    heard(chat: ChatRef): void {
      for (const line of linesOf(chat)) if (heldUntilHeard.delete(line)) heldUntil.delete(line);
    },
  };
}
