import type { Clock } from '../../domain/clock.ts';
import { type Allowance, createTokenBuckets } from '../../domain/token-bucket.ts';

/** How often messages are sent again to phones that could not read them. */
export interface ResendLimits {
  /** To the phones of one person. */
  readonly ofOne: Allowance;
  /** To everybody together, by one number. */
  readonly ofAll: Allowance;
}

/**
 * Says of each request whether a message is sent again, and notes that it is. Baileys does that past the daily caps and as often as a phone
 * asks; what is asked for beyond the limits stays unreadable there. `asker`: a person's address, whichever of their phones asks.
 */
export function createResends({ ofOne, ofAll }: ResendLimits, clock: Clock): (asker: string) => boolean {
  const buckets = createTokenBuckets();
  return (asker) => {
    const now = clock();
    if (buckets.left(asker, ofOne, now) < 1 || buckets.left('all', ofAll, now) < 1) return false;
    buckets.take(asker, ofOne, now);
    buckets.take('all', ofAll, now);
    return true;
  };
}
