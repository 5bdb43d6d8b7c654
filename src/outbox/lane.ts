import type { Rate } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Queued } from '../store/outbox.ts';
import { createRateLimit, type Kind } from './rate-limit.ts';

/** Sends under way at once on a platform; one at a time within a chat. */
const MAX_IN_FLIGHT = 32;

export interface Lane {
  /** Takes in a row behind those that wait for its chat. */
  add(row: Queued): void;
  /**
   * Takes out the rows whose time has come, as many as pace and room allow; their chats are busy from then on. One that is
   * not ready is overtaken by others of its chat. `wait`: milliseconds until the next one's time comes, infinite where only
   * the end of a send can make room.
   */
  take(
    now: number,
    quietMs: (row: Queued) => number,
    ready: (row: Queued) => boolean,
  ): { readonly rows: readonly Queued[]; readonly wait: number };
  /** The row that was taken out is dealt with. */
  done(row: Queued): void;
  /** True while something waits. */
  holds(): boolean;
  /** Forgets what waits, and what was taken out but for these chats; pace and pauses stay. */
  clear(underWay: ReadonlySet<ChatRef>): void;
  /** It is to be sent again, before all others of its chat, and not before then; `orHeard`: or when the chat is heard. */
  putBack(row: Queued, until: number, orHeard?: boolean): void;
  /** Something came from a chat: what waits for that waits no longer. */
  heard(chat: ChatRef): void;
}

/** What waits for one platform. Times are monotonic milliseconds. */
export function createLane(pace: Rate | 'unlimited'): Lane {
  const pacer = pace === 'unlimited' ? undefined : createRateLimit(pace);
  // By chat, the chat that waited longest first: nothing has to be sorted when 3,000 groups wait.
  const answers = new Map<ChatRef, Queued[]>();
  const scheduled = new Map<ChatRef, Queued[]>();
  const busy = new Set<ChatRef>();
  const heldUntil = new Map<ChatRef, number>();
  const heldUntilHeard = new Set<ChatRef>();
  const queueOf = (row: Queued) => (row.scheduled ? scheduled : answers);
  const kindOf = (row: Queued): Kind => (row.scheduled ? 'scheduled' : 'answer');

  function waitOf(row: Queued, now: number, quietMs: (row: Queued) => number): number {
    const held = (heldUntil.get(row.chat) ?? 0) - now;
    if (held > 0) return held;
    heldUntil.delete(row.chat);
    return pacer?.wait(row.chat, kindOf(row), now) || (row.scheduled ? quietMs(row) : 0);
  }

  function takeOut(queue: Map<ChatRef, Queued[]>, row: Queued, now: number): Queued {
    const rows = queue.get(row.chat)!;
    rows.splice(rows.indexOf(row), 1);
    queue.delete(row.chat);
    if (rows.length > 0) queue.set(row.chat, rows);
    busy.add(row.chat);
    pacer?.note(row.chat, kindOf(row), now);
    return row;
  }

  return {
    add(row) {
      const queue = queueOf(row);
      const rows = queue.get(row.chat);
      if (rows) rows.push(row);
      else queue.set(row.chat, [row]);
    },
    take(now, quietMs, ready) {
      const rows: Queued[] = [];
      let wait = Number.POSITIVE_INFINITY;
      for (const queue of [answers, scheduled])
        for (const [chat, waiting] of queue) {
          const [first] = waiting;
          if (busy.size >= MAX_IN_FLIGHT) return { rows, wait };
          const full = pacer?.waitForAll(kindOf(first!), now) ?? 0;
          if (full > 0) return { rows, wait: Math.min(wait, full) };
          if (busy.has(chat) || (queue === scheduled && answers.has(chat))) continue;
          const ms = waitOf(first!, now, quietMs);
          const row = ms > 0 ? undefined : waiting.find(ready);
          if (ms > 0) wait = Math.min(wait, ms);
          if (row) rows.push(takeOut(queue, row, now));
        }
      return { rows, wait };
    },
    done: ({ chat }) => {
      busy.delete(chat);
    },
    holds: () => answers.size + scheduled.size > 0,
    clear(underWay) {
      answers.clear();
      scheduled.clear();
      for (const chat of busy) if (!underWay.has(chat)) busy.delete(chat);
    },
    putBack(row, until, orHeard = false) {
      const queue = queueOf(row);
      queue.set(row.chat, [row, ...(queue.get(row.chat) ?? [])]);
      heldUntil.set(row.chat, until);
      if (orHeard) heldUntilHeard.add(row.chat);
      else heldUntilHeard.delete(row.chat);
      busy.delete(row.chat);
    },
    heard(chat) {
      if (heldUntilHeard.delete(chat)) heldUntil.delete(chat);
    },
  };
}
