import type { Acknowledgement, PlatformEvent, Receive } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { isDamage, isStorageError } from '../store/errors.ts';
import { createSetAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';
import type { Dispatcher } from './dispatch.ts';

/** Events that share a commit, at most: a commit waits for the disk, an event takes well under a millisecond. */
const MAX_BATCH = 64;

interface Waiting {
  readonly event: PlatformEvent;
  readonly resolve: (acknowledgement: Acknowledgement) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes events in their order; those that come together are written in one transaction. A promise resolves when its
 * event is on the disk, and rejects when the store cannot write: the platform then offers the event again.
 */
export function createInbox(store: Store, bot: Dispatcher, outbox: Outbox, clock: Clock, log: Log): Receive {
  const queue: Waiting[] = [];
  const setAside = createSetAside(store, clock, log);

  function drain(): void {
    const batch = queue.splice(0, MAX_BATCH);
    if (queue.length > 0) outbox.wake(); // in the order of arrival, others in between
    try {
      const done = outbox.transaction((tx) => batch.map(({ event }) => bot.handle(tx, event, clock())));
      for (const [i, { resolve }] of batch.entries()) resolve(done[i]!);
    } catch (error) {
      if (batch.length === 0) throw error;
      if (isStorageError(error)) {
        log.error({ err: error }, 'the database cannot be written; the events will be offered again');
        // Each further try may wait as long as this one did.
        for (const { reject } of [...batch, ...queue.splice(0)]) reject(error);
      } else {
        // One of them failed and took the others with it: each on its own now.
        for (const waiting of batch) alone(waiting);
        outbox.wake();
      }
    }
  }

  function alone({ event, resolve, reject }: Waiting): void {
    try {
      resolve(store.transaction((tx) => bot.handle(tx, event, clock())));
    } catch (error) {
      if (isStorageError(error)) {
        log.error({ err: error, event: event.ref }, 'an event could not be written');
        reject(error);
      } else giveUp({ event, resolve, reject }, error);
    }
  }

  function giveUp({ event, resolve, reject }: Waiting, reason: unknown): void {
    try {
      const done = store.transaction((tx) => bot.giveUp(tx, event, clock()));
      setAside('event', { event: event.ref }, reason, 'an event could not be dealt with');
      resolve(done);
    } catch (error) {
      log.error({ err: error, event: event.ref }, 'what cannot be dealt with could not be noted');
      // Where nothing can be noted, all depends on the database. Otherwise it would fail again, and hold up all that follows.
      if (isStorageError(error) || isDamage(error)) reject(error);
      else {
        setAside('event', { event: event.ref }, reason, 'an event could not be dealt with');
        resolve({});
      }
    }
  }

  outbox.writeBy(drain);
  return (event) =>
    new Promise((resolve, reject) => {
      queue.push({ event, resolve, reject });
      if ('chat' in event) outbox.wakeWith(event.chat);
      else outbox.wake();
    });
}
