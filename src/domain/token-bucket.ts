import type { Instant } from './ids.ts';

/** So many at once, and one more after each such time. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

/** Token buckets by their names. A bucket that was not used yet is full. Setting the clock back changes no tokens. */
export interface TokenBuckets {
  /** How many are left; below zero where more was taken than there was. */
  left(name: string, allowance: Allowance, now: Instant): number;
  take(name: string, allowance: Allowance, now: Instant, tokens?: number): void;
}

interface Bucket {
  readonly allowance: Allowance;
  tokens: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** So many are kept in memory, at least, until those that are full again are dropped. */
const KEPT = 5_000;

export function createTokenBuckets(): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  let most = KEPT;

  function refilled(name: string, allowance: Allowance, now: Instant): Bucket {
    const at = Date.parse(now);
    const bucket = buckets.get(name) ?? { allowance, tokens: allowance.burst, at };
    refill(bucket, at);
    buckets.set(name, bucket);
    if (buckets.size > most) dropFull(at);
    return bucket;
  }

  function dropFull(at: number): void {
    for (const [name, bucket] of buckets) {
      refill(bucket, at);
      if (bucket.tokens === bucket.allowance.burst) buckets.delete(name);
    }
    // Where few are full, looking through all of them again soon would cost more than their memory.
    most = Math.max(KEPT, 2 * buckets.size);
  }

  return {
    left: (name, allowance, now) => refilled(name, allowance, now).tokens,
    take(name, allowance, now, tokens = 1) {
      refilled(name, allowance, now).tokens -= tokens;
    },
  };
}

function refill(bucket: Bucket, at: number): void {
  const { burst, everyMs } = bucket.allowance;
  const gained = Math.floor(Math.max(0, at - bucket.at) / everyMs);
  bucket.tokens = Math.min(burst, bucket.tokens + gained);
  // What has passed of the next one's time counts on, unless there is no room for it.
  bucket.at = at < bucket.at || bucket.tokens === burst ? at : bucket.at + gained * everyMs;
}
