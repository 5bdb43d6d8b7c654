import type { Rate } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import { MINUTE_MS } from './rate-limit.ts';

/** The part of a group's messages a minute that its confirmations may use at once. */
const AT_ONCE = 1 / 4;

/** How often confirmations go out in a chat: a token bucket for each. Times are monotonic milliseconds. */
export interface BurstLimit {
  /** How many may go out now, one by one. */
  left(chat: ChatRef, now: number): number;
  /** Milliseconds until the next may; `sharing`: one that others may join, which goes at once only where few went before it. */
  wait(chat: ChatRef, sharing: boolean, now: number): number;
  /** Notes that one goes out now. */
  note(chat: ChatRef, now: number): void;
}

/**
 * Spreads what confirmations use of a group's pace over the minute: some at once, then one at a time, evenly. The minute's last
 * message is never used up while others wait for it.
 */
export function createBurstLimit({ perMinuteInGroup }: Rate): BurstLimit {
  const burst = Math.max(1, Math.floor(perMinuteInGroup * AT_ONCE));
  const everyMs = MINUTE_MS / Math.max(1, perMinuteInGroup - burst);
  /** When each chat's bucket is full again; the map keeps them in the order of their last message. */
  const fullAt = new Map<ChatRef, number>();
  const missing = (chat: ChatRef, now: number): number =>
    Math.max(0, ((fullAt.get(chat) ?? now) - now) / everyMs);

  return {
    left: (chat, now) => Math.floor(burst - missing(chat, now)),
    wait: (chat, sharing, now) =>
      Math.max(0, (missing(chat, now) - (sharing ? Math.min(1, burst - 1) : burst - 1)) * everyMs),
    note(chat, now) {
      const full = now + Math.min(burst, missing(chat, now) + 1) * everyMs;
      fullAt.delete(chat);
      fullAt.set(chat, full);
      for (const [other, at] of fullAt) {
        if (at > now) break;
        fullAt.delete(other);
      }
    },
  };
}
