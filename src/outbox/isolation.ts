import type { Clock } from '../domain/clock.ts';
import type { OutboxId } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import { isStorageError } from '../store/errors.ts';
import { createSetAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';

export interface Isolation {
  /**
   * Runs `work` for one row; where that row alone cannot be read or written, it becomes a dead letter, and undefined is given.
   * `giveUp` then notes that it failed, as far as it can be: a row left in flight would keep what it says from being forgotten.
   */
  run<T>(id: OutboxId, work: () => T, giveUp?: () => void): T | undefined;
  isDead(id: OutboxId): boolean;
}

/** Keeps one malformed or damaged row from stopping the others. Throws when the database as a whole cannot be used. */
export function createIsolation(store: Store, clock: Clock, log: Log): Isolation {
  const setAside = createSetAside(store, clock, log);
  const dead = new Set<OutboxId>();

  /** What `work` threw that concerns this row alone; throws what concerns the database. */
  function faultOf(work: () => void): { readonly error: unknown } | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      if (isStorageError(error) || !store.inTransaction()) throw error;
      store.noteFault(error);
      return { error };
    }
  }

  return {
    run<T>(id: OutboxId, work: () => T, giveUp?: () => void) {
      let result: T | undefined;
      const fault = faultOf(() => {
        result = work();
      });
      if (!fault) return result;
      setAside('message', { outbox: id }, fault.error, 'outbox row cannot be read or written');
      dead.add(id);
      if (giveUp && faultOf(giveUp)) log.error({ outbox: id }, 'outbox row is left as it is');
      return undefined;
    },
    isDead: (id) => dead.has(id),
  };
}
