import { createTask, type ScheduledTask } from 'node-cron';
import { TIME_ZONES, type TimeZone, timeZone } from './area.ts';
import type { Bot } from './bot.ts';
import { between, type Clock } from './clock.ts';
import type { Instant } from './ids.ts';
import type { Log } from './log.ts';
import { quietUntil } from './quiet.ts';
import { dueMessages } from './scheduled.ts';
import type { Chat } from './store/chats.ts';
import { isStorageError } from './store/open.ts';
import type { Store } from './store/store.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

export interface Scheduler {
  /** Starts the clock's work and does at once what was due while nothing ran. */
  start(): void;
  /** Does what is due now in every zone. */
  readonly tick: () => void;
  stop(): void;
}

/** Runs a cron expression once a zone, by that zone's clocks, and sends what is due; `committed` is called after each commit. */
export function createScheduler(
  store: Store,
  bot: Bot,
  clock: Clock,
  log: Log,
  cron: string,
  reminderDays: readonly number[],
  committed: () => void,
): Scheduler {
  const tasks = new Map<TimeZone, ScheduledTask>(
    TIME_ZONES.map((zone) => [
      zone,
      // The library speaks of missed runs by itself; what was missed is found in the slots.
      createTask(cron, () => tickZone(zone), { timezone: zone, suppressMissedWarning: true }),
    ]),
  );
  const later = new Map<TimeZone, NodeJS.Timeout>();

  function tickZone(zone: TimeZone): void {
    const now = clock();
    const quiet = quietUntil(now, zone);
    if (quiet) {
      again(zone, between(now, quiet));
      return;
    }
    const fired = lastFired(tasks.get(zone)!, now);
    if (!fired) return;
    try {
      store.transaction(() => store.retention.prune(now));
      const chats = store.chats.linked().filter((chat) => timeZone(chat.district!) === zone);
      for (const chat of chats) tickChat(chat, fired, now);
    } catch (error) {
      log.error({ err: error }, 'the schedule could not be carried out; trying again in a minute');
      again(zone, MINUTE_MS);
    }
    committed();
  }

  function again(zone: TimeZone, ms: number): void {
    clearTimeout(later.get(zone));
    later.set(zone, setTimeout(() => tickZone(zone), ms).unref());
  }

  /** Closes a group's slots and queues their messages in one commit; what fails in one group stays there. */
  function tickChat(chat: Chat, fired: Instant, now: Instant): void {
    try {
      store.transaction(() => {
        const { messages, missed } = dueMessages(store, chat, reminderDays, fired, now);
        for (const slot of missed) log.warn({ slot }, 'missed: nothing ran when it was due');
        for (const message of messages) bot.post(message, now);
      });
    } catch (error) {
      if (isStorageError(error)) throw error;
      log.error({ err: error, district: chat.district }, 'the schedule of a group could not be carried out');
    }
  }

  const tick = (): void => TIME_ZONES.forEach(tickZone);

  return {
    start() {
      for (const [zone, task] of tasks) {
        // A run that comes late (the machine slept, its clock was set) is dropped by the library, and caught up here.
        task.on('execution:missed', () => tickZone(zone));
        void task.start();
      }
      tick();
    },
    tick,
    stop() {
      for (const task of tasks.values()) void task.destroy();
      for (const timer of later.values()) clearTimeout(timer);
    },
  };
}

/** The schedule's last moment within a day before `now`, `now`'s minute included. */
function lastFired(task: ScheduledTask, now: Instant): Instant | undefined {
  const minute = Math.floor(Date.parse(now) / MINUTE_MS) * MINUTE_MS;
  for (let back = 0; back < DAY_MINUTES; back++) {
    const at = new Date(minute - back * MINUTE_MS);
    if (task.match(at)) return at.toISOString() as Instant;
  }
  return undefined;
}
