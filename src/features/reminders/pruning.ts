import { msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import { isStorageError } from '../../store/errors.ts';
import type { SetAside } from '../../store/set-aside.ts';
import type { Store } from '../../store/store.ts';

const DAY_MS = 24 * 3_600_000;

/** Deletes once a day, and at the start, what the store keeps for a limited time. Throws storage errors only. */
export function createPruning(store: Store, setAside: SetAside): (now: Instant) => void {
  let prunedAt: Instant | undefined;
  return (now) => {
    if (prunedAt && now >= prunedAt && msBetween(prunedAt, now) < DAY_MS) return;
    try {
      store.transaction((tx) => tx.retention.prune(now));
    } catch (error) {
      if (isStorageError(error)) throw error;
      setAside('record', {}, error, 'retention pruning failed');
    }
    prunedAt = now;
  };
}
