import type { ChatAdapter, Receive } from '../adapters/adapter.ts';
import type { Command } from '../bot/command.ts';
import type { Settings } from '../bot/context.ts';
import { createDispatcher } from '../bot/dispatch.ts';
import { createInbox } from '../bot/inbox.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatRef } from '../domain/ids.ts';
import { createScheduler } from '../features/reminders/scheduler.ts';
import type { Log } from '../log.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

export interface AppOptions {
  readonly store: Store;
  readonly platforms: readonly ChatAdapter[];
  readonly commands: readonly Command[];
  readonly settings: Settings & { readonly reminderCron: string };
  readonly clock: Clock;
  readonly log: Log;
}

export interface App {
  readonly receive: Receive;
  /** Begins to take events and to send; resolves when every platform is reached. */
  start(): Promise<void>;
  /** Queues a message that answers nobody. */
  post(message: Outgoing): void;
  /** Does what the clock says is due. */
  tick(): void;
  /** Takes no more events, lets what is under way end, keeps the rest for the next start. */
  stop(): Promise<void>;
}

/** The whole bot between its platforms and its store: events in, messages out, and the clock. */
export function createApp({ store, platforms, commands, settings, clock, log }: AppOptions): App {
  const byName = new Map(platforms.map((platform) => [platform.name as string, platform]));
  const platformOf = (chat: ChatRef) => byName.get(chat.slice(0, chat.indexOf(':')));
  const bot = createDispatcher(
    commands,
    settings,
    (to, content) => platformOf(to)?.split(content) ?? [content],
    log,
    (chat) => platformOf(chat)?.pace !== 'unlimited',
  );
  const outbox = createOutbox(store, platformOf, clock, log);
  const receive = createInbox(store, bot, outbox, clock, log);
  const scheduler = createScheduler(
    store,
    bot,
    clock,
    log,
    settings.reminderCron,
    settings.reminderDays,
    outbox.wake,
  );
  return {
    receive,
    async start() {
      const reached = platforms.map(async (platform) => {
        await platform.start(receive);
        outbox.open(platform);
      });
      scheduler.start();
      await Promise.all(reached);
    },
    post(message) {
      store.transaction((tx) => bot.post(tx, message, clock()));
      outbox.wake();
    },
    tick: scheduler.tick,
    async stop() {
      scheduler.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      await outbox.stop();
    },
  };
}
