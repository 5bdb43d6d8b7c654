import { isIPv6 } from 'node:net';

/** Slips of the hand are free; after them each further one doubles the wait. */
const FREE = 5;
const FREE_IN_TOTAL = 100;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 900_000;
/** Shorter than an address's own: it falls on those too who have done nothing. */
const LONGEST_WAIT_IN_TOTAL_MS = 30_000;
/** Without a wrong password for so long, counting begins at nothing. */
const FORGIVEN_MS = 900_000;
/** As many addresses are remembered; the total counts for those that were forgotten. */
const ADDRESSES = 1_000;

interface Count {
  wrong: number;
  lastAt: number;
  waitUntil: number;
}

/**
 * Counts wrong passwords by address and in total, and says how long there is to wait until the next may be tried.
 * `elapsed` gives milliseconds from any fixed moment. An address that was once right is not held up by others.
 */
export function createPasswordThrottle(elapsed: () => number) {
  const counts = new Map<string, Count>();
  const total: Count = { wrong: 0, lastAt: 0, waitUntil: 0 };
  const proven = new Set<string>();

  function count(of: Count, free: number, longest: number): void {
    const now = elapsed();
    of.wrong = now - of.lastAt > FORGIVEN_MS ? 1 : of.wrong + 1;
    of.lastAt = now;
    if (of.wrong >= free) of.waitUntil = now + Math.min(longest, FIRST_WAIT_MS * 2 ** (of.wrong - free));
  }

  return {
    /** Milliseconds until this address may try a password; 0 when it may now. */
    waitMs(address: string): number {
      const own = counts.get(network(address))?.waitUntil ?? 0;
      const shared = proven.has(network(address)) ? 0 : total.waitUntil;
      return Math.max(0, own - elapsed(), shared - elapsed());
    },
    recordFailure(address: string): void {
      const key = network(address);
      const own = counts.get(key) ?? { wrong: 0, lastAt: elapsed(), waitUntil: 0 };
      counts.delete(key);
      keep(counts, ADDRESSES - 1).set(key, own);
      count(own, FREE, LONGEST_WAIT_MS);
      count(total, FREE_IN_TOTAL, LONGEST_WAIT_IN_TOTAL_MS);
    },
    recordSuccess(address: string): void {
      counts.delete(network(address));
      keep(proven, ADDRESSES - 1).add(network(address));
    },
  };
}

/** Leaves the newest of them. */
function keep<Kept extends Map<string, unknown> | Set<string>>(all: Kept, most: number): Kept {
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
  return all;
}

/** What one guesser has at hand: an address, or with IPv6 a network of 64 bits. */
function network(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after] = address.split('::');
  const groups = before.split(':').filter(Boolean);
  if (after !== undefined)
    while (groups.length + after.split(':').filter(Boolean).length < 8) groups.push('0');
  return groups.slice(0, 4).join(':');
}
