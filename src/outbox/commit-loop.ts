import { AsyncResource } from 'node:async_hooks';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';

/** One who writes in the shared commits. The steps of all participants run in the order in which they were given. */
export interface Participant {
  /** Runs inside the transaction. */
  write(tx: Tx): void;
  /** Runs after the commit: what was written is on the disk. */
  committed?(): void;
  /** Runs after a rollback: nothing that anybody wrote happened. True when the error was dealt with. */
  rolledBack?(error: unknown): boolean;
}

export interface CommitLoop {
  /** Commits in a moment, together with whatever else is to be written by then. */
  wake(): void;
  /** Commits at the latest after so many milliseconds; infinite cancels the timer. */
  wakeWithin(ms: number): void;
}

/** How long at most until the next commit: it finds out whether the time of a waiting message has come. */
const LOOK_AGAIN_MS = 30_000;

/**
 * One batched commit for everybody who writes: a commit waits for the disk, and what comes at about the same time shares
 * the wait. `participants` is asked at each commit.
 */
export function createCommitLoop(
  store: Store,
  participants: () => readonly Participant[],
  log: Log,
): CommitLoop {
  let timer: NodeJS.Timeout | undefined;
  let isAwake = false;

  function wake(): void {
    if (isAwake) return;
    isAwake = true;
    setImmediate(commitForAll);
  }

  function commit(): void {
    isAwake = false;
    clearTimeout(timer);
    const all = participants();
    try {
      store.transaction((tx) => {
        for (const participant of all) participant.write(tx);
      });
    } catch (error) {
      const dealtWith = all.map((participant) => participant.rolledBack?.(error) ?? false);
      if (!dealtWith.includes(true)) log.error({ err: error }, 'commit failed, will be retried');
      return;
    }
    for (const participant of all) participant.committed?.();
  }

  // Whoever woke it, it works for all: an error that nobody caught here is not that one's alone (`stray-errors.ts`).
  const commitForAll = AsyncResource.bind(commit);

  return {
    wake,
    wakeWithin(ms) {
      clearTimeout(timer);
      if (ms < Number.POSITIVE_INFINITY)
        timer = setTimeout(wake, Math.min(Math.ceil(ms), LOOK_AGAIN_MS)).unref();
    },
  };
}
