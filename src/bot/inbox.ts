import type { Acknowledgement, PlatformEvent, Receive } from '../adapters/adapter.ts';
import { addMs, type Clock, msBetween } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { Participant } from '../outbox/commit-loop.ts';
import { isDamage, isStorageError } from '../store/errors.ts';
import { createSetAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';
import type { Dispatcher } from './dispatch.ts';

/** Events that share a commit, at most: a commit waits for the disk, an event takes a millisecond. */
const MAX_BATCH = 64;
/** So many share one whatever time they take, so that what a few people say at once is answered in one message. */
const MIN_BATCH = 16;
/** From then on the others wait for the next commit: everything else waits for as long as this one takes. */
const BATCH_MS = 20;

/** Moments are no further ahead of the clock than this, however much comes at once. */
const MOST_AHEAD_MS = 1000;

interface Waiting {
  readonly event: PlatformEvent;
  readonly resolve: (acknowledgement: Acknowledgement) => void;
  readonly reject: (error: unknown) => void;
}

export interface Inbox extends Participant {
  /**
   * Takes events in their order. Resolves when the event is on the disk, and rejects when the store cannot write: the
   * adapter then offers the event again.
   */
  readonly receive: Receive;
}

/**
 * Handles what arrives, in batches. `arrived` has to see to a commit: it is called for each event, and for those that are left over. `elapsed`
 * gives monotonic milliseconds.
 */
export function createInbox(
  store: Store,
  dispatcher: Dispatcher,
  clock: Clock,
  log: Log,
  arrived: (event?: PlatformEvent) => void,
  elapsed = () => performance.now(),
): Inbox {
  const queue: Waiting[] = [];
  let batch: Waiting[] = [];
  let handled: Acknowledgement[] = [];
  const nextMoment = createMoments(clock);
  const handleAlone = createLoneHandler(store, dispatcher, nextMoment, log);

  /** Each further try may wait for the database as long as this one did: all that wait are offered again. */
  function offerAgain(error: unknown): void {
    log.error({ err: error }, 'database cannot be written, events will be offered again');
    for (const { reject } of [...batch, ...queue.splice(0)]) reject(error);
  }

  return {
    receive: (event) =>
      new Promise((resolve, reject) => {
        queue.push({ event, resolve, reject });
        arrived(event);
      }),
    write(tx) {
      const until = elapsed() + BATCH_MS;
      handled = [];
      const hasRoom = () => batch.length < MIN_BATCH || (batch.length < MAX_BATCH && elapsed() < until);
      while (queue.length > 0 && hasRoom()) {
        const next = queue.shift()!;
        batch.push(next);
        handled.push(dispatcher.handle(tx, next.event, nextMoment()));
      }
    },
    committed() {
      if (queue.length > 0) arrived();
      for (const [i, { resolve }] of batch.entries()) resolve(handled[i]!);
      batch = [];
    },
    rolledBack(error) {
      const isStorage = isStorageError(error);
      // The transaction may have failed before anything was handled.
      if (isStorage ? batch.length + queue.length === 0 : batch.length === 0) return false;
      if (isStorage) offerAgain(error);
      else {
        // One of them failed and took the others with it: each is handled on its own now.
        for (const waiting of batch) handleAlone(waiting);
        arrived();
      }
      batch = [];
      return true;
    },
  };
}

/** A clock that says no moment twice, up to a second ahead: what a message did is found by its moment, and what came after it is newer. */
function createMoments(clock: Clock): Clock {
  let last: Instant | undefined;
  return () => {
    const now = clock();
    const isAhead = last !== undefined && last >= now && msBetween(now, last) < MOST_AHEAD_MS;
    last = isAhead ? addMs(last!, 1) : now;
    return last;
  };
}

/** Handles one event in a transaction of its own. One that cannot be handled is set aside, so that it holds up no others. */
function createLoneHandler(store: Store, dispatcher: Dispatcher, clock: Clock, log: Log) {
  const setAside = createSetAside(store, clock, log);

  function giveUp({ event, resolve, reject }: Waiting, reason: unknown): void {
    const deadLetter = () => setAside('event', { event: event.ref }, reason, 'event could not be handled');
    try {
      const done = store.transaction((tx) => dispatcher.giveUp(tx, event, clock()));
      deadLetter();
      resolve(done);
    } catch (error) {
      log.error({ err: error, event: event.ref }, 'dead letter could not be recorded');
      // Where nothing can be written, all depends on the database. Otherwise it would fail again, and hold up all that follows.
      if (isStorageError(error) || isDamage(error)) reject(error);
      else {
        deadLetter();
        resolve({});
      }
    }
  }

  return (waiting: Waiting): void => {
    const { event, resolve, reject } = waiting;
    try {
      resolve(store.transaction((tx) => dispatcher.handle(tx, event, clock())));
    } catch (error) {
      if (isStorageError(error)) {
        log.error({ err: error, event: event.ref }, 'event could not be written');
        reject(error);
      } else giveUp(waiting, error);
    }
  };
}
