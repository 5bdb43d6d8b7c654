import type { Clock } from '../domain/clock.ts';
import type { OutboxId } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import { isStorageError } from '../store/errors.ts';
import { createSetAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';

export interface Isolation {
  /** Runs `work` for one row; where that row alone cannot be read or written, it becomes a dead letter, and undefined is given. */
  run<T>(id: OutboxId, work: () => T): T | undefined;
  isDead(id: OutboxId): boolean;
}

/** Keeps one malformed or damaged row from stopping the others. Throws when the database as a whole cannot be used. */
export function createIsolation(store: Store, clock: Clock, log: Log): Isolation {
  const setAside = createSetAside(store, clock, log);
  const dead = new Set<OutboxId>();
  return {
    run(id, work) {
      try {
        return work();
      } catch (error) {
        if (isStorageError(error) || !store.inTransaction()) throw error;
        store.noteFault(error);
        setAside('message', { outbox: id }, error, 'outbox row cannot be read or written');
        dead.add(id);
        return undefined;
      }
    },
    isDead: (id) => dead.has(id),
  };
}
