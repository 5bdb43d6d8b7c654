import type { ChatAdapter, Receive } from '../adapters/adapter.ts';
import type { Command } from '../bot/command.ts';
import type { Settings } from '../bot/context.ts';
import { createInbox } from '../bot/inbox.ts';
import type { Observe } from '../bot/trace.ts';
import type { Clock } from '../domain/clock.ts';
import { type ChatRef, platformOf } from '../domain/ids.ts';
import { recapRenderer } from '../features/recap/renderer.ts';
import { createScheduler } from '../features/reminders/scheduler.ts';
import type { Log } from '../log.ts';
import { createCommitLoop } from '../outbox/commit-loop.ts';
import { createRelay, type Relay } from '../outbox/relay.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { createBot } from './bot.ts';

export interface AppOptions {
  readonly store: Store;
  readonly platforms: readonly ChatAdapter[];
  readonly commands: readonly Command[];
  readonly settings: Settings & { readonly reminderCron: string };
  readonly clock: Clock;
  /** Is told how each message was handled. */
  readonly observe?: Observe;
  readonly log: Log;
}

export interface App {
  readonly receive: Receive;
  /** Begins to take events and to send; resolves when every platform is reached. */
  start(): Promise<void>;
  /** Queues a message that answers nobody. */
  post(message: Outgoing): void;
  /** Tries again what a chat did not take: see `Relay.retry`. */
  readonly retry: Relay['retry'];
  /** Does what the clock says is due. */
  tick(): void;
  /** Takes no more events, lets what is in flight end, keeps the rest for the next start. */
  stop(): Promise<void>;
}

/** The account of a platform whose messages of a day are counted together. */
const cappedAccount = (adapter: ChatAdapter | undefined, chat: ChatRef): string | undefined =>
  adapter?.capped && `${adapter.name} ${adapter.account?.(chat) ?? ''}`;

/** The whole bot between its platforms and its store: events in, messages out, and the clock. */
export function createApp(options: AppOptions): App {
  const { store, platforms, commands, settings, clock, log } = options;
  const byName = new Map(platforms.map((platform) => [platform.name, platform]));
  const adapterOf = (chat: ChatRef) => byName.get(platformOf(chat));
  const bot = createBot({
    commands,
    settings,
    observe: options.observe,
    log,
    split: (to, content) => adapterOf(to)?.split(content) ?? [content],
    isLimited: (chat) => adapterOf(chat)?.pace !== 'unlimited',
    accountOf: (chat) => cappedAccount(adapterOf(chat), chat),
  });
  // The order of a commit: deliveries that ended are recorded, events are handled, and what these queued is claimed. The three
  // need the loop to wake it, and the loop asks for them at each commit.
  const loop = createCommitLoop(store, () => [relay.completions, inbox, relay.claims], log);
  const relay = createRelay({ store, adapterOf, files: recapRenderer, loop, clock, log });
  const inbox = createInbox(store, bot, clock, log, (event) => {
    if (event && 'chat' in event) relay.heard(event.chat);
    else loop.wake();
  });
  const scheduler = createScheduler({
    store,
    enqueue: bot.enqueue,
    clock,
    log,
    cron: settings.reminderCron,
    reminderDays: settings.reminderDays,
    committed: loop.wake,
  });
  const receive: Receive = (event) => {
    log.debug({ event: event.ref, kind: event.kind }, 'event received');
    return inbox.receive(event);
  };
  return {
    receive,
    async start() {
      const reached = platforms.map(async (platform) => {
        await platform.start(receive);
        relay.open(platform);
      });
      scheduler.start();
      await Promise.all(reached);
    },
    post(message) {
      store.transaction((tx) => bot.enqueue(tx, message, clock()));
      loop.wake();
    },
    retry: relay.retry,
    tick: scheduler.tick,
    async stop() {
      scheduler.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      await relay.stop();
    },
  };
}
