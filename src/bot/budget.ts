import { msBetween } from '../domain/clock.ts';
import type { ChatRef, Instant } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';

/** So many answers at once, and one more after each such time: a token bucket. */
interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

/** Nobody reaches these by hand. The pace of one group is 12 to 20 messages a minute, which all of its members share. */
const WITH_A_ROLE: Allowance = { burst: 40, everyMs: 3_000 };
const WITHOUT: Allowance = { burst: 12, everyMs: 10_000 };
/** Of all people without a role in one group together, or of all who write privately on one platform. */
const ALL_WITHOUT: Allowance = { burst: 80, everyMs: 3_000 };
/** Of one person in 24 hours, where a day's messages are counted: 246 of the 700 of a WhatsApp number, which all its groups share. */
const IN_A_DAY: Allowance = { burst: 150, everyMs: 15 * 60_000 };
/** So many are kept in memory until those that are full again are dropped. */
const KEPT = 5_000;

interface Bucket {
  readonly allowance: Allowance;
  tokens: number;
  at: Instant;
  /** Its owner was told; once, until it is full again. */
  told: boolean;
}

/** What the answers to one message are taken from. */
export interface Budget {
  isSpent(): boolean;
  /** Notes an answer. */
  take(): void;
  /**
   * What is spent, for the moment or for the day; once, until it is full again: people are told once that their budget is spent, and
   * then there is silence.
   */
  tell(): 'moment' | 'day' | undefined;
}

/** Keeps one person, or many strangers, from using up a pace that everybody shares. */
export function createBudgets() {
  const buckets = new Map<string, Bucket>();

  function refilled(key: string, allowance: Allowance, now: Instant): Bucket {
    const bucket = buckets.get(key) ?? { allowance, tokens: allowance.burst, at: now, told: false };
    refill(bucket, now);
    buckets.set(key, bucket);
    if (buckets.size > KEPT) dropFull(now);
    return bucket;
  }

  function dropFull(now: Instant): void {
    for (const [key, bucket] of buckets) {
      refill(bucket, now);
      if (bucket.tokens === bucket.allowance.burst) buckets.delete(key);
    }
  }

  return {
    /**
     * What somebody's answers in a chat are taken from; of people without a role also what they share. `isCapped`: all messages of a
     * day are counted there.
     */
    of(
      { account, roles }: Actor,
      chat: ChatRef,
      chatKind: 'private' | 'group',
      now: Instant,
      isCapped = false,
    ): Budget {
      const own = account?.refs[0] ?? `${chat} anonymous`;
      const shared = chatKind === 'group' ? chat : chat.slice(0, chat.indexOf(':'));
      const all =
        roles.length > 0
          ? [refilled(own, WITH_A_ROLE, now), ...(isCapped ? [refilled(`${own} day`, IN_A_DAY, now)] : [])]
          : [refilled(own, WITHOUT, now), refilled(`${shared} all`, ALL_WITHOUT, now)];
      const empty = () => all.find(({ tokens }) => tokens < 1);
      return {
        isSpent: () => empty() !== undefined,
        take() {
          for (const bucket of all) bucket.tokens = Math.max(0, bucket.tokens - 1);
        },
        tell() {
          const bucket = empty();
          if (!bucket || bucket.told) return undefined;
          bucket.told = true;
          return bucket.allowance === IN_A_DAY ? 'day' : 'moment';
        },
      };
    },
  };
}

/** Setting the clock back changes no tokens. */
function refill(bucket: Bucket, now: Instant): void {
  const { burst, everyMs } = bucket.allowance;
  const gained = Math.floor(Math.max(0, msBetween(bucket.at, now)) / everyMs);
  if (gained === 0 && now >= bucket.at) return;
  bucket.tokens = Math.min(burst, bucket.tokens + gained);
  bucket.at = now;
  if (bucket.tokens === burst) bucket.told = false;
}
