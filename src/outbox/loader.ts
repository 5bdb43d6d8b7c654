import type { OutboxId } from '../domain/ids.ts';
import { isStorageError } from '../store/errors.ts';
import type { Queued } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { Isolation } from './isolation.ts';

/** Finds the rows that were queued since the last look. */
export interface Loader {
  /** The rows that were queued after those that were loaded before; runs inside a transaction. */
  load(tx: Tx): readonly Queued[];
  /** A row that was queued last and is claimed at once is not loaded. */
  skip(id: OutboxId): void;
  /** Loads everything that waits at the next time. */
  reset(): void;
}

export function createLoader(isolation: Isolation): Loader {
  let lastId = 0 as OutboxId;

  /** Where one of the rows cannot be read, each is read on its own. */
  function newlyQueued(tx: Tx): readonly Queued[] {
    try {
      return tx.outbox.queuedAfter(lastId);
    } catch (error) {
      if (isStorageError(error)) throw error;
      const ids = tx.outbox.queuedIdsAfter(lastId).filter((id) => !isolation.isDead(id));
      return ids.flatMap((id) => isolation.run(id, () => tx.outbox.queued(id)) ?? []);
    }
  }

  return {
    load(tx) {
      const rows = newlyQueued(tx).filter(({ id }) => !isolation.isDead(id));
      for (const { id } of rows) if (id > lastId) lastId = id;
      return rows;
    },
    skip(id) {
      lastId = id;
    },
    reset() {
      lastId = 0 as OutboxId;
    },
  };
}
