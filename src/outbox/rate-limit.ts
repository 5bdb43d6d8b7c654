import type { Rate } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Kind } from './line.ts';

// A little more than the platform's window: its clock does not run as this one does.
const SECOND_MS = 1020;
export const MINUTE_MS = 61_000;

/** The part of a group's pace that looking things up may use. */
const LOOKUPS = 3 / 4;

export interface RateLimit {
  /** Milliseconds to wait before the next message to this chat; 0 for none. */
  wait(chat: ChatRef, kind: Kind, now: number): number;
  /** The same for a chat that nothing was sent to: what all of them have to wait at least. */
  waitForAll(kind: Kind, now: number): number;
  /** Notes that a message goes out now. Times are monotonic milliseconds. */
  note(chat: ChatRef, kind: Kind, now: number): void;
  /** Notes the answer to a message that went out at `since`. The platform counts when a message arrives, which was before: it counts from now. */
  answered(chat: ChatRef, since: number, now: number): void;
}

/** Keeps to so many messages a second over all, and so many a minute in one chat (sliding windows). */
export function createRateLimit({ perSecond, perMinuteInGroup }: Rate): RateLimit {
  const apart = SECOND_MS / perSecond;
  const limitOf = (kind: Kind): number =>
    kind === 'lookup' ? Math.max(1, Math.floor(perMinuteInGroup * LOOKUPS)) : perMinuteInGroup;
  const all: number[] = [];
  const byChat = new Map<ChatRef, number[]>();
  let nextScheduled = Number.NEGATIVE_INFINITY;

  function count(chat: ChatRef, now: number, since?: number): void {
    const times = byChat.get(chat) ?? [];
    for (const each of [all, times]) {
      const before = since === undefined ? -1 : each.indexOf(since);
      if (before >= 0) each.splice(before, 1);
      each.push(now);
    }
    byChat.delete(chat);
    byChat.set(chat, times);
    // Chats that were silent for a minute need no memory; the map keeps them in the order of their last message.
    for (const [silent, last] of byChat) {
      if (last[last.length - 1]! > now - MINUTE_MS) break;
      byChat.delete(silent);
    }
  }

  const wait = (times: number[], limit: number, window: number, now: number): number => {
    while (times.length > 0 && times[0]! <= now - window) times.shift();
    return times.length < limit ? 0 : times[times.length - limit]! + window - now;
  };

  const waitForAll = (kind: Kind, now: number): number =>
    Math.max(wait(all, perSecond, SECOND_MS, now), kind === 'scheduled' ? nextScheduled - now : 0);

  return {
    wait: (chat, kind, now) =>
      Math.max(waitForAll(kind, now), wait(byChat.get(chat) ?? [], limitOf(kind), MINUTE_MS, now)),
    waitForAll,
    note(chat, kind, now) {
      // A timer that is a little late does not slow all that follow.
      if (kind === 'scheduled') nextScheduled = (now - nextScheduled < apart ? nextScheduled : now) + apart;
      count(chat, now);
    },
    answered: (chat, since, now) => count(chat, now, since),
  };
}
