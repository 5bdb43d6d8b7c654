import { type Clock, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { CallApi } from './api.ts';
import { describeError } from './errors.ts';

/** Who this bot is: getMe in short. */
export interface Self {
  readonly id: number;
  readonly username: string;
  /** Names that it had until lately: people press commands in older messages. */
  readonly formerly: readonly string[];
  /** Privacy mode is off, for groups that it is put into from now on. */
  readonly seesAll: boolean;
}

/** Nobody tells a bot that it was renamed or that its privacy mode was changed: it asks again. */
const ASK_EVERY_MS = 3_600_000;
/** A name that is not known may be a new one of this bot's; mostly it is another bot's, and for so long that is not doubted. */
const FOREIGN_MS = 60_000;
/** Names of other bots that are remembered. */
const MOST_FOREIGN = 1000;
/** A former name may become another bot's. */
const FORMERLY_MS = 7 * 86_400_000;

export type IdentityCache = ReturnType<typeof createIdentityCache>;

/** Who the bot is, asked of Telegram at first and again whenever it may have changed. */
export function createIdentityCache(ask: CallApi, callMs: number, stop: AbortSignal, clock: Clock, log: Log) {
  let asking: Promise<Self> | undefined;
  let known: Self | undefined;
  let askedAt: Instant | undefined;
  /** Former names, and until when each was the bot's. */
  const given = new Map<string, Instant>();
  const foreign = new Map<string, Instant>();

  /** One question, however many wait for it. */
  function question(): Promise<Self> {
    askedAt = clock();
    asking ??= ask(callMs, (api, signal) => api.getMe(signal), stop)
      .then(({ id, username, can_read_all_group_messages: seesAll }) => {
        const now = clock();
        if (known && known.username !== username) {
          log.info({ from: known.username, to: username }, 'the bot was renamed');
          given.set(known.username, now);
        }
        const formerly = [...given]
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

  const isOld = (at: Instant | undefined, ms: number): boolean => !at || msBetween(at, clock()) >= ms;

  /** Asked again; where that fails, what is known stands. */
  const again = (): Promise<Self> =>
    question().catch((error) => {
      if (!known) throw error;
      log.warn({ error: describeError(error) }, 'could not ask Telegram who the bot is');
      return known;
    });

  return {
    /** Rejects while Telegram was never reached. */
    current: async (): Promise<Self> => known ?? question(),
    again,
    /** For the updates of one batch: those that name a bot nobody knows, or tell of a membership, are read by who it is now. */
    async for(changed: boolean, named: readonly string[]): Promise<Self> {
      const self = known ?? (await question());
      const own = [self.username, ...self.formerly].map((name) => name.toLowerCase());
      const unknown = named
        .map((name) => name.toLowerCase())
        .filter((name) => !own.includes(name) && isOld(foreign.get(name), FOREIGN_MS));
      if (!changed && unknown.length === 0 && !isOld(askedAt, ASK_EVERY_MS)) return self;
      if (foreign.size > MOST_FOREIGN) foreign.clear();
      for (const name of unknown) foreign.set(name, clock());
      return again();
    },
  };
}
