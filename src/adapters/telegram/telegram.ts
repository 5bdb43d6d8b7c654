import type { Clock } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { ChatAdapter, Rate, Receive } from '../adapter.ts';
import { createInFlight } from '../in-flight.ts';
import { connect } from './api.ts';
import { sendError } from './errors.ts';
import { createIdentityCache } from './identity.ts';
import { type MenuCommand, setMenus } from './menu.ts';
import { poll } from './poll.ts';
import { react } from './react.ts';
import { type ApiClientContext, type PollLimits, retryUntilReached } from './retry.ts';
import { sendForm } from './send.ts';
import { createServerClock } from './server-clock.ts';
import { split } from './split.ts';

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly pace: Rate | 'unlimited';
  /** The commands in the menus. A menu is no access control. */
  readonly commands: readonly MenuCommand[];
  /** Whether a report is marked with a reaction where its answer has to wait. */
  readonly reactions?: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits?: Partial<TelegramLimits>;
}

interface TelegramLimits extends PollLimits {
  /** Without an answer for so long, the outcome of a message is unknown. */
  readonly sendMs: number;
  /** The same for a message with an upload. */
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
  /** Asks Telegram who the bot is, until it is reached. `seesAll`: privacy mode is off. */
  identity(): Promise<{ readonly username: string; readonly seesAll: boolean }>;
  /** Resolves when the started bot can receive no more: with `PlatformUnusable` where only its owner can help. */
  readonly failed: Promise<Error>;
}

/** The bot on Telegram, over the Bot API at `apiRoot` with long polling. */
export function createTelegram(options: TelegramOptions): Telegram {
  const { log, clock } = options;
  const limits = { ...LIMITS, ...options.limits };
  const stopping = new AbortController();
  const serverClock = createServerClock(clock);
  const ask = connect(options.token, options.apiRoot, serverClock.heard);
  const context: ApiClientContext = { ask, stop: stopping.signal, limits, log };
  const identity = createIdentityCache(ask, limits.callMs, stopping.signal, clock, log);
  const tasks = createTasks();
  let contact: Instant | undefined;
  let unreadable = 0;
  const observers = {
    polled: () => {
      contact = clock();
    },
    unreadable: () => {
      unreadable += 1;
    },
  };

  return {
    name: 'telegram',
    pace: options.pace,
    failed: tasks.failed,
    split,
    lastContact: () => contact,
    counters: () => ({ unreadable }),

    async identity() {
      const self = await retryUntilReached(identity.current, context);
      if (!self) throw new Error('Telegram was stopped before it was reached');
      return { username: self.username, seesAll: self.seesAll };
    },

    /** Resolves when the first poll is in flight, or at once when it is stopped before. Throws for a wrong token. */
    async start(receive: Receive) {
      if (!(await retryUntilReached(identity.current, context))) return;
      tasks.run(poll({ ...context, ...observers, identity, receive, clock: serverClock.now }));
      tasks.run(setMenus(options.commands, context));
    },

    async send(message) {
      const { username } = await identity.current().catch((error) => {
        throw sendError(error, true);
      });
      return await sendForm(message, { ask, username, log, ...limits });
    },

    ...(options.reactions && {
      react: (chat, message) => react(chat, message, ask, limits.callMs),
    }),

    async stop() {
      stopping.abort();
      await tasks.settled();
    },
  };
}

/** Runs tasks in the background. `failed` resolves with the first error. */
function createTasks() {
  const inFlight = createInFlight();
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  return {
    failed,
    settled: inFlight.settled,
    run(task: Promise<void>): void {
      void inFlight.track(task.catch(fail));
    },
  };
}
