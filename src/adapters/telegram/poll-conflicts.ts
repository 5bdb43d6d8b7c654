import { performance } from 'node:perf_hooks';
import type { Log } from '../../log.ts';
import { PlatformUnusable } from '../adapter.ts';

/** A conflict may be a single stray call; so many are another process that goes on. */
const CONFLICTS = 3;

export interface PollConflicts {
  /** A poll was answered. */
  polled(): void;
  /** Another process sent this one away from its poll. Throws `PlatformUnusable` where this one came later. */
  conflict(): void;
}

/**
 * Which of two processes that poll with one token gives way. Each poll sends the other process away from its own, so
 * that both are told of it. The later one is told soon after its start, when the earlier one comes back; the earlier one
 * was undisturbed for `settledMs` before, and stays. Of two that start together the first to count so many conflicts goes.
 */
export function createPollConflicts(settledMs: number, log: Log): PollConflicts {
  let undisturbedSince = performance.now();
  let settled = false;
  let conflicts = 0;

  const undisturbed = () => performance.now() - undisturbedSince >= settledMs;

  return {
    polled() {
      if (conflicts === 0 || !undisturbed()) return;
      log.info({ conflicts }, 'no other process polls Telegram with this token any more');
      conflicts = 0;
    },
    conflict() {
      settled ||= undisturbed();
      undisturbedSince = performance.now();
      conflicts += 1;
      if (conflicts === 1) log.warn('another process polls Telegram with this token');
      if (!settled && conflicts >= CONFLICTS)
        throw new PlatformUnusable('other-poller', 'another process polled Telegram with this token first');
    },
  };
}
