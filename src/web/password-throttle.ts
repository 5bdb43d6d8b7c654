import { networkOf } from './network.ts';

/** So many wrong passwords are free, since people mistype; each further one doubles the wait. */
const FREE = 5;
const FREE_IN_TOTAL = 100;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 900_000;
/** Shorter than the wait of one address, since it also holds up people who mistyped nothing. */
const LONGEST_WAIT_IN_TOTAL_MS = 30_000;
/** After so long without a wrong password, the count starts at zero. */
const FORGIVEN_MS = 900_000;
/** How many addresses are remembered. The total still counts for those that were forgotten. */
const ADDRESSES = 1_000;

interface Count {
  wrong: number;
  lastAt: number;
  waitUntil: number;
}

export interface PasswordThrottle {
  /**
   * Milliseconds until this guesser may try a password; 0 when it may try one now. `isKnown`: it is known by other means to have
   * sent the right password before.
   */
  waitMs(guesser: string, isKnown?: boolean): number;
  recordFailure(guesser: string): void;
  recordSuccess(guesser: string): void;
}

/**
 * Counts wrong passwords by guesser, an address or a browser, and in total, and says how long to wait for the next attempt. `elapsed`
 * gives milliseconds since any fixed moment. The total does not hold up who has once sent the right password.
 */
export function createPasswordThrottle(elapsed: () => number): PasswordThrottle {
  const counts = new Map<string, Count>();
  const total: Count = { wrong: 0, lastAt: 0, waitUntil: 0 };
  const proven = new Set<string>();

  return {
    waitMs(guesser, isKnown = false) {
      const own = counts.get(networkOf(guesser))?.waitUntil ?? 0;
      const shared = isKnown || proven.has(networkOf(guesser)) ? 0 : total.waitUntil;
      return Math.max(0, own - elapsed(), shared - elapsed());
    },
    recordFailure(guesser) {
      const key = networkOf(guesser);
      const own = counts.get(key) ?? { wrong: 0, lastAt: elapsed(), waitUntil: 0 };
      counts.delete(key);
      dropOldest(counts).set(key, own);
      increase(own, elapsed(), FREE, LONGEST_WAIT_MS);
      increase(total, elapsed(), FREE_IN_TOTAL, LONGEST_WAIT_IN_TOTAL_MS);
    },
    recordSuccess(guesser) {
      counts.delete(networkOf(guesser));
      dropOldest(proven).add(networkOf(guesser));
    },
  };
}

function increase(count: Count, now: number, free: number, longestMs: number): void {
  count.wrong = now - count.lastAt > FORGIVEN_MS ? 1 : count.wrong + 1;
  count.lastAt = now;
  if (count.wrong >= free)
    count.waitUntil = now + Math.min(longestMs, FIRST_WAIT_MS * 2 ** (count.wrong - free));
}

/** Makes room for one more address where as many as allowed are remembered. */
function dropOldest<Kept extends Map<string, unknown> | Set<string>>(kept: Kept): Kept {
  const [oldest] = kept.keys();
  if (kept.size >= ADDRESSES && oldest !== undefined) kept.delete(oldest);
  return kept;
}
