import type { Rate } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Queued } from '../store/outbox.ts';
import { createRateLimit, type Kind } from './rate-limit.ts';

/** Sends under way at once on a platform, and how many of these may carry files: an upload can take minutes. */
const MAX_IN_FLIGHT = 32;
const MAX_FILES_IN_FLIGHT = 8;

/**
 * What is sent one after another: a chat's texts; beside them its files, which no text waits for, and what is said to people without a
 * role, which nobody else waits for.
 */
export type Line = ChatRef | `${ChatRef} files` | `${ChatRef} strangers`;

export function lineOf({ chat, file, priority }: Pick<Queued, 'chat' | 'file' | 'priority'>): Line {
  if (priority === 'stranger') return `${chat} strangers`;
  return file ? `${chat} files` : chat;
}

const linesOf = (chat: ChatRef): readonly Line[] => [chat, `${chat} files`, `${chat} strangers`];

/** What else a message that comes back holds up, and what ends that. */
export interface Hold {
  /** Nothing else of its chat goes out until then either. */
  readonly all?: boolean;
  /** Or until something is heard from the chat. */
  readonly orHeard?: boolean;
}

export interface Lane {
  /** Takes in a row behind those that wait in its line. */
  add(row: Queued): void;
  /**
   * Takes out the rows whose time has come, as many as pace and room allow; their lines are busy from then on. One that is
   * not ready is overtaken by others of its line. `wait`: milliseconds until the next one's time comes, infinite where only
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
  hasWaiting(): boolean;
  /** Forgets what waits, and what was taken out but for these lines; pace and pauses stay. */
  clear(underWay: ReadonlySet<Line>): void;
  /** It is to be sent again, before all others of its line, and not before then. */
  putBack(row: Queued, until: number, hold?: Hold): void;
  /** Something came from a chat: what waits for that waits no longer. */
  heard(chat: ChatRef): void;
}

/** What waits for one platform. Times are monotonic milliseconds. */
export function createLane(pace: Rate | 'unlimited'): Lane {
  const pacer = pace === 'unlimited' ? undefined : createRateLimit(pace);
  // By line, the line that waited longest first: nothing has to be sorted when 3,000 groups wait.
  const queues: Readonly<Record<Kind, Map<Line, Queued[]>>> = {
    answer: new Map(),
    lookup: new Map(),
    scheduled: new Map(),
  };
  const busy = new Map<Line, Queued>();
  const heldUntil = new Map<Line, number>();
  const heldUntilHeard = new Set<Line>();
  const queueOf = (row: Queued) => queues[kindOf(row)];

  function waitOf(row: Queued, now: number, quietMs: (row: Queued) => number): number {
    const line = lineOf(row);
    const held = (heldUntil.get(line) ?? 0) - now;
    if (held > 0) return held;
    heldUntil.delete(line);
    return pacer?.wait(row.chat, kindOf(row), now) || (row.scheduled ? quietMs(row) : 0);
  }

  function takeOut(line: Line, row: Queued, now: number): Queued {
    const queue = queueOf(row);
    const rows = queue.get(line)!;
    rows.splice(rows.indexOf(row), 1);
    queue.delete(line);
    if (rows.length > 0) queue.set(line, rows);
    busy.set(line, row);
    pacer?.note(row.chat, kindOf(row), now);
    return row;
  }

  /** Something waits there that goes first. */
  const isBehind = (kind: Kind, line: Line): boolean =>
    kind !== 'answer' && (queues.answer.has(line) || (kind === 'scheduled' && queues.lookup.has(line)));

  const filesUnderWay = (): number => [...busy.values()].filter(({ file }) => file).length;

  return {
    add(row) {
      const queue = queueOf(row);
      const line = lineOf(row);
      const rows = queue.get(line);
      if (rows) rows.push(row);
      else queue.set(line, [row]);
    },
    take(now, quietMs, ready) {
      const rows: Queued[] = [];
      let wait = Number.POSITIVE_INFINITY;
      let files = filesUnderWay();
      for (const kind of KINDS)
        for (const [line, waiting] of queues[kind]) {
          const [first] = waiting;
          if (busy.size >= MAX_IN_FLIGHT) return { rows, wait };
          const full = pacer?.waitForAll(kind, now) ?? 0;
          if (full > 0) return { rows, wait: Math.min(wait, full) };
          if (busy.has(line) || isBehind(kind, line)) continue;
          if (first!.file && files >= MAX_FILES_IN_FLIGHT) continue;
          const ms = waitOf(first!, now, quietMs);
          const row = ms > 0 ? undefined : waiting.find(ready);
          if (ms > 0) wait = Math.min(wait, ms);
          if (!row) continue;
          rows.push(takeOut(line, row, now));
          if (row.file) files += 1;
        }
      return { rows, wait };
    },
    done: (row) => {
      busy.delete(lineOf(row));
    },
    hasWaiting: () => KINDS.some((kind) => queues[kind].size > 0),
    clear(underWay) {
      for (const kind of KINDS) queues[kind].clear();
      for (const line of busy.keys()) if (!underWay.has(line)) busy.delete(line);
    },
    putBack(row, until, { all, orHeard } = {}) {
      const queue = queueOf(row);
      const line = lineOf(row);
      queue.set(line, [row, ...(queue.get(line) ?? [])]);
      for (const each of all ? linesOf(row.chat) : [line]) {
        heldUntil.set(each, until);
        if (orHeard) heldUntilHeard.add(each);
        else heldUntilHeard.delete(each);
      }
      busy.delete(line);
    },
    heard(chat) {
      for (const line of linesOf(chat)) if (heldUntilHeard.delete(line)) heldUntil.delete(line);
    },
  };
}

/** In the order in which they go. */
const KINDS = ['answer', 'lookup', 'scheduled'] as const;

function kindOf({ scheduled, priority }: Queued): Kind {
  if (scheduled) return 'scheduled';
  return priority === 'report' ? 'answer' : 'lookup';
}
