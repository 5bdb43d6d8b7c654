import { performance } from 'node:perf_hooks';
import type { Log } from '../../log.ts';
import { PlatformUnusable } from '../adapter.ts';

/** A single conflict may be a stray call; so many are another process that keeps polling. */
const CONFLICTS = 3;

export interface PollConflicts {
  /** A poll was answered. */
  polled(): void;
  /** Another process has ended this one's poll. Throws `PlatformUnusable` where this process came later. */
  conflict(): void;
}

/**
 * Decides which of two processes that poll with one token gives way. Each poll ends the other's, so that both get conflicts. The
 * earlier one polled without conflicts for `settledMs` before, and stays; the later one did not, and gives way after `CONFLICTS`. Of
 * two that start together the first to count so many gives way.
 */
export function createPollConflicts(settledMs: number, log: Log): PollConflicts {
  let undisturbedSince = performance.now();
  let settled = false;
  let conflicts = 0;

  const undisturbed = () => performance.now() - undisturbedSince >= settledMs;

  return {
    polled() {
      if (conflicts === 0 || !undisturbed()) return;
      log.info({ conflicts }, 'the other process no longer polls Telegram with this token');
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
