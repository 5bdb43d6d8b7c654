import type { Clock } from '../domain/clock.ts';
import type { OutboxId } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import { isStorageError } from '../store/errors.ts';
import type { Posted, Queued } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { Isolation } from './isolation.ts';
import type { Lanes } from './lanes.ts';
import { isPast } from './lifetime.ts';

/** A row that may be sent now; `row` is undefined where it turned out not to be sent at all. */
export interface Claim {
  readonly queued: Queued;
  readonly row: Posted | undefined;
}

export interface Claimed {
  readonly claims: readonly Claim[];
  /** Milliseconds until the next row's time comes; infinite where only the end of a send makes room. */
  readonly wait: number;
}

export interface Claimer {
  /** Loads newly queued rows, and claims those that may be sent now. Runs inside a transaction. */
  claim(tx: Tx, ready: (row: Queued) => boolean): Claimed;
  /** Forgets what was loaded: after a rollback the lanes may hold rows that are not in the store. */
  reset(): void;
}

export function createClaimer(lanes: Lanes, isolation: Isolation, clock: Clock, log: Log): Claimer {
  let lastId = 0 as OutboxId;

  function load(tx: Tx): void {
    for (const row of newlyQueued(tx)) {
      lastId = row.id;
      if (!isolation.isDead(row.id)) lanes.of(row.chat).add(row);
    }
  }

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

  /** The row as it is now, marked as being sent before it is; undefined for one that is not to be sent. */
  function claimOne(tx: Tx, { id }: Queued): Posted | undefined {
    const row = tx.outbox.get(id);
    if (row?.state !== 'queued') return undefined;
    if (isPast(row, tx.chats.get(row.chat), clock())) {
      tx.outbox.settle(id, 'failed');
      log.warn(
        { outbox: id, refusal: row.refusal },
        'message dropped: its time is over, or its group was unlinked',
      );
      return undefined;
    }
    tx.outbox.claim(id);
    return { ...row, tries: row.tries + 1 };
  }

  return {
    claim(tx, ready) {
      load(tx);
      const { rows, wait } = lanes.take(ready);
      const claims = rows.map((queued) => ({
        queued,
        row: isolation.run(queued.id, () => claimOne(tx, queued)),
      }));
      return { claims, wait };
    },
    reset() {
      lastId = 0 as OutboxId;
    },
  };
}
