import type { Clock } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { ChatAdapter, Rate, Receive } from '../adapter.ts';
import { connect } from './api.ts';
import { sendError } from './errors.ts';
import { createIdentityCache } from './identity.ts';
import { type ApiClientContext, type PollLimits, poll, retryUntilReached } from './poll.ts';
import { deliver } from './send.ts';
import { split } from './split.ts';

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly pace: Rate | 'unlimited';
  /** What the menus list. A menu is no access control. */
  readonly commands: readonly MenuCommand[];
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: Partial<TelegramLimits>;
}

interface MenuCommand {
  readonly name: string;
  readonly description: string;
  readonly where: 'private' | 'group' | 'anywhere';
}

interface TelegramLimits extends PollLimits {
  /** A message without an answer for so long may or may not have arrived. */
  readonly sendMs: number;
  readonly uploadMs: number;
}

const LIMITS: TelegramLimits = {
  pollSeconds: 30,
  callMs: 15_000,
  pressMs: 5_000,
  backoffMs: [1_000, 30_000],
  settledMs: 30_000,
  sendMs: 20_000,
  uploadMs: 60_000,
};

export interface Telegram extends ChatAdapter {
  /** Waits until Telegram has said who the bot is. `seesAll`: privacy mode is off. */
  identity(): Promise<{ readonly username: string; readonly seesAll: boolean }>;
  /** Resolves when the bot, once started, can receive no more: with `PlatformUnusable` where only its owner can help. */
  readonly failed: Promise<Error>;
}

/** The bot on Telegram, over the Bot API at `apiRoot` with long polling. */
export function createTelegram(options: TelegramOptions): Telegram {
  const { log, clock } = options;
  const limits = { ...LIMITS, ...options.limits };
  const stopping = new AbortController();
  let contact: Instant | undefined;
  let unreadable = 0;
  const ask = connect(options.token, options.apiRoot);
  const api: ApiClientContext = { ask, stop: stopping.signal, limits, log };

  let fail: (error: Error) => void = () => {};
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  const running = new Set<Promise<void>>();
  const run = (task: Promise<void>): void => {
    const ended = task.catch(fail).finally(() => running.delete(ended));
    running.add(ended);
  };

  const identity = createIdentityCache(ask, limits.callMs, stopping.signal, clock, log);

  return {
    name: 'telegram',
    pace: options.pace,
    failed,
    split,
    lastContact: () => contact,
    counters: () => ({ unreadable }),

    async identity() {
      const known = await retryUntilReached(identity.current, api);
      if (!known) throw new Error('Telegram was stopped before it was reached');
      return { username: known.username, seesAll: known.seesAll };
    },

    /** Resolves when the first poll is under way, or at once when it is stopped before; throws for a wrong token. */
    async start(receive: Receive) {
      const known = await retryUntilReached(identity.current, api);
      if (!known) return;
      const polled = () => {
        contact = clock();
      };
      const miss = () => {
        unreadable += 1;
      };
      run(poll({ ...api, identity, receive, clock, polled, unreadable: miss }));
      run(announce(options.commands, api));
    },

    async send(message) {
      const { username } = await identity.current().catch((error) => {
        throw sendError(error, true);
      });
      return await deliver(message, { ask, username, log, ...limits });
    },

    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** Bot API, BotCommandScope: the list of the narrowest scope is shown, and of that the one in the reader's language. */
const SCOPES = [
  ['default', ['anywhere']],
  ['all_private_chats', ['anywhere', 'private']],
  ['all_group_chats', ['anywhere', 'group']],
] as const;

/** Sets the menus. Without them all commands work still, so that a failure stops nothing. */
async function announce(commands: readonly MenuCommand[], api: ApiClientContext): Promise<void> {
  for (const [type, places] of SCOPES) {
    const listed = commands
      .filter(({ where }) => places.some((place) => place === where))
      .map(({ name, description }) => ({ command: name, description }));
    for (const language of [{}, { language_code: 'id' }] as const) {
      const payload = { commands: listed, scope: { type }, ...language };
      const set = () =>
        api.ask(api.limits.callMs, (api, signal) => api.setMyCommands(payload, signal), api.stop);
      await retryUntilReached(set, api).catch((error: Error) =>
        api.log.error({ err: error, scope: type }, 'Telegram does not take the list of commands'),
      );
    }
  }
}
