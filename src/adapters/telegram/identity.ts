import { ageMs, type Clock, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { CallApi } from './api.ts';
import { describeError } from './errors.ts';
import { getMe } from './get-me.ts';

/** Who this bot is: the part of getMe that is used. */
export interface Self {
  readonly id: number;
  readonly username: string;
  /** Usernames that it had until recently, because people press commands in older messages. */
  readonly formerly: readonly string[];
  /** Privacy mode is off, for groups that the bot is added to from now on. */
  readonly seesAll: boolean;
}

/** Telegram does not notify a bot that it was renamed or that its privacy mode was changed, so that it asks again. */
const ASK_EVERY_MS = 3_600_000;
/** An unknown name may be this bot's new one, but usually it is another bot's. It is not checked again for so long. */
const FOREIGN_MS = 60_000;
/** How many names of other bots are remembered. */
const MOST_FOREIGN = 1000;
/** After this a former name counts as free, because it may become another bot's. */
const FORMERLY_MS = 7 * 86_400_000;

export type IdentityCache = ReturnType<typeof createIdentityCache>;

/** Caches who the bot is. Telegram is asked at first, and again whenever the answer may have changed. */
export function createIdentityCache(ask: CallApi, callMs: number, stop: AbortSignal, clock: Clock, log: Log) {
  let asking: Promise<Self> | undefined;
  let known: Self | undefined;
  let askedAt: Instant | undefined;
  /** Former usernames, and when each was given up. */
  const former = new Map<string, Instant>();
  const foreign = new Map<string, Instant>();

  /** Calls getMe. Concurrent callers share one call. */
  function refresh(): Promise<Self> {
    askedAt = clock();
    asking ??= getMe(ask, callMs, stop)
      .then(({ id, username, can_read_all_group_messages: seesAll }) => {
        const now = clock();
        if (known && known.username !== username) {
          log.info({ from: known.username, to: username }, 'the bot was renamed');
          former.set(known.username, now);
        }
        const formerly = [...former]
          .filter(([name, end]) => name !== username && msBetween(end, now) < FORMERLY_MS)
          .map(([name]) => name);
        known = { id, username, formerly, seesAll };
        return known;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  }

  const isOld = (at: Instant | undefined, ms: number): boolean => !at || ageMs(at, clock()) >= ms;

  /** Asks again; gives the cached answer where that fails. */
  const refreshOrKeep = (): Promise<Self> =>
    refresh().catch((error) => {
      if (!known) throw error;
      log.warn({ error: describeError(error) }, 'could not ask Telegram who the bot is');
      return known;
    });

  return {
    /** The cached answer. Rejects as long as Telegram was never reached. */
    current: async (): Promise<Self> => known ?? refresh(),
    /**
     * The identity for a batch of updates. It is asked for again where a membership has `changed`, where the updates have `named` an
     * unknown bot, and once an hour.
     */
    async for(changed: boolean, named: readonly string[]): Promise<Self> {
      const self = known ?? (await refresh());
      const own = [self.username, ...self.formerly].map((name) => name.toLowerCase());
      const unknown = named
        .map((name) => name.toLowerCase())
        .filter((name) => !own.includes(name) && isOld(foreign.get(name), FOREIGN_MS));
      if (!changed && unknown.length === 0 && !isOld(askedAt, ASK_EVERY_MS)) return self;
      if (foreign.size > MOST_FOREIGN) foreign.clear();
      for (const name of unknown) foreign.set(name, clock());
      return refreshOrKeep();
    },
  };
}
