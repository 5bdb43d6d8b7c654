import { msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import { isStorageError } from '../../store/errors.ts';
import type { SetAside } from '../../store/set-aside.ts';
import type { Store } from '../../store/store.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Deletes once a day what the store keeps for a limited time. Each step is a commit of its own, so that messages have their turn in
 * between. Nothing brings it back: where the clock has leapt, nothing is deleted until it has gone on for a day. Throws storage errors only.
 */
export function createPruning(
  store: Store,
  setAside: SetAside,
): (now: Instant) => Generator<void, void, void> {
  let prunedAt: Instant | undefined;
  return function* prune(now) {
    const steadySince = store.transaction((tx) => tx.clockWatch.note(now));
    if (msBetween(steadySince, now) < DAY_MS) return;
    if (prunedAt && now >= prunedAt && msBetween(prunedAt, now) < DAY_MS) return;
    try {
      while (store.transaction((tx) => tx.retention.prune(now))) yield;
    } catch (error) {
      if (isStorageError(error)) throw error;
      setAside('record', {}, error, 'retention pruning failed');
    }
    prunedAt = now;
  };
}
