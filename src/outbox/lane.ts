import type { Rate } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Queued } from '../store/outbox.ts';
import type { FilesInHand } from './attachments.ts';
import { createHolds, type Hold } from './holds.ts';
import { createInFlight } from './in-flight.ts';
import { KINDS, type Kind, kindOf, type Line, lineOf, linesOf } from './line.ts';
import { createPacing } from './pacing.ts';
import { createQueues, type Waiting } from './queues.ts';

/** Answers of a chat that are claimed together, at most: a kill while they are sent repeats them all, marked. */
const MAX_RUN = 8;

/** What a row waits for besides its turn. */
export interface Conditions extends FilesInHand {
  /** Milliseconds until a scheduled row's quiet hours end. */
  quietMs(row: Queued): number;
}

export interface Lane {
  /** Takes in a row behind those that wait in its line. */
  add(row: Queued): void;
  /**
   * Takes out the rows whose time has come, as many as pace and room allow; their lines are busy from then on. One that is
   * not ready is overtaken by others of its line. `wait`: milliseconds until the next one's time comes, infinite where only
   * the end of a send, or a file that is made, can make room.
   */
  take(now: number, conditions: Conditions): { readonly rows: Waiting; readonly wait: number };
  /** Takes out the confirmations that go with a row that was taken, in one message. */
  takeCompany(row: Queued, now: number): Waiting;
  /** Takes out the answers that may go out right behind one that was taken, each as a message of its own. */
  takeFollowing(row: Queued, now: number): Waiting;
  /** The send of a row that was taken out has ended: to the platform's limits it counts from now. */
  ended(row: Queued, now: number): void;
  /** The row that was taken out is dealt with. */
  done(row: Queued): void;
  /** True while something waits. */
  hasWaiting(): boolean;
  /** True while something of a chat waits or was taken out. */
  holds(chat: ChatRef): boolean;
  /** Forgets what waits, and what was taken out but for these lines; pace and pauses stay. */
  clear(inFlight: ReadonlySet<Line>): void;
  /** It is to be sent again, before all others of its line, and not before then. */
  putBack(row: Queued, until: number, hold?: Hold): void;
  /** Something came from a chat: what waits for that waits no longer. */
  heard(chat: ChatRef): void;
}

/** What waits for one account of a platform. Times are monotonic milliseconds. */
export function createLane(pace: Rate | 'unlimited'): Lane {
  const pacing = createPacing(pace);
  const queues = createQueues();
  const holds = createHolds();
  const inFlight = createInFlight();

  function takeOut(taken: Queued[], row: Queued, now: number): void {
    taken.push(row);
    queues.remove([row]);
    inFlight.add(row, now);
    pacing.note(row, now);
  }

  /** Whether a line waits until another row is dealt with. */
  const isBlocked = (kind: Kind, line: Line, waiting: Waiting, passable: ReadonlySet<Waiting>): boolean =>
    inFlight.has(line) ||
    queues.isBehind(kind, line, passable) ||
    (waiting[0]!.file && !inFlight.hasRoomForFile());

  /** Milliseconds until the turn of a line's first row. */
  const turn = (line: Line, first: Queued, now: number, { quietMs }: Conditions): number =>
    holds.wait(line, now) || pacing.wait(first, now) || (first.scheduled ? quietMs(first) : 0);

  function take(now: number, conditions: Conditions): ReturnType<Lane['take']> {
    const rows: Queued[] = [];
    /** What waits only for company may be passed. */
    const patient = new Set<Waiting>();
    let wait = Number.POSITIVE_INFINITY;
    const hasRoom = () => conditions.hasRoom() && inFlight.hasRoomForFile();
    for (const kind of KINDS)
      for (const [line, waiting] of queues.of(kind, conditions.inHand(), hasRoom)) {
        const full = inFlight.isFull() ? Number.POSITIVE_INFINITY : pacing.waitForAll(kind, now);
        if (full > 0) return { rows, wait: Math.min(wait, full) };
        if (isBlocked(kind, line, waiting, patient)) continue;
        const first = waiting[0]!;
        const patience = pacing.patience(first, waiting, now);
        if (patience > 0) patient.add(waiting);
        const ms = Math.max(turn(line, first, now, conditions), patience);
        if (ms > 0) wait = Math.min(wait, ms);
        const row = ms > 0 ? undefined : waiting.find(conditions.ready);
        if (!row) continue;
        takeOut(rows, row, now);
      }
    return { rows, wait };
  }

  return {
    add: queues.add,
    take,
    takeCompany(row, now) {
      const company = pacing.company(row, queues.beside(row), now);
      queues.remove(company);
      return company;
    },
    takeFollowing(row, now) {
      const following: Queued[] = [];
      if (row.file || kindOf(row) !== 'answer') return following;
      for (const next of queues.beside(row)) {
        if (following.length === MAX_RUN - 1 || !pacing.follows(next, now)) break;
        takeOut(following, next, now);
      }
      return following;
    },
    ended: (row, now) => pacing.ended(row, inFlight.since(row), now),
    done: inFlight.remove,
    hasWaiting: () => !queues.isEmpty(),
    holds: (chat) => linesOf(chat).some((line) => inFlight.has(line) || queues.has(line)),
    clear(lines) {
      queues.clear();
      inFlight.keepOnly(lines);
    },
    putBack(row, until, hold = {}) {
      queues.addFirst(row);
      holds.hold(row.chat, lineOf(row), until, hold);
      inFlight.remove(row);
    },
    heard: holds.heard,
  };
}
