import { createTask, type ScheduledTask } from 'node-cron';
import { TIME_ZONES, type TimeZone, timeZone } from '../area.ts';
import type { Bot } from '../bot.ts';
import { between, type Clock } from '../clock.ts';
import type { Instant } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Chat } from '../store/chats.ts';
import { isStorageError } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { quietUntil } from './quiet.ts';
import { dueMessages } from './scheduled.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

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
  const lastFired = new Map(TIME_ZONES.map((zone) => [zone, lastMatch(tasks.get(zone)!)]));
  const later = new Map<TimeZone, NodeJS.Timeout>();

  function tickZone(zone: TimeZone): void {
    const now = clock();
    const quiet = quietUntil(now, zone);
    if (quiet) {
      again(zone, between(now, quiet));
      return;
    }
    const fired = lastFired.get(zone)!(now);
    if (!fired) return;
    try {
      prune(now);
      const chats = store.chats.linked().filter((chat) => timeZone(chat.district!) === zone);
      for (const chat of chats) tickChat(chat, fired, now);
    } catch (error) {
      log.error({ err: error }, 'the schedule could not be carried out; trying again in a minute');
      again(zone, MINUTE_MS);
    }
    committed();
  }

  function prune(now: Instant): void {
    try {
      store.transaction(() => store.retention.prune(now));
    } catch (error) {
      if (isStorageError(error)) throw error;
      log.error({ err: error }, 'what has had its time could not be dropped');
    }
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

/**
 * Finds the schedule's last moment within a day before a moment, the moment's minute included. Only the minutes since it
 * was last asked are looked at: the library takes some 15 µs for each.
 */
function lastMatch(task: ScheduledTask): (now: Instant) => Instant | undefined {
  let asked = Number.NEGATIVE_INFINITY;
  let found = Number.NEGATIVE_INFINITY;
  return (now) => {
    const minute = Math.floor(Date.parse(now) / MINUTE_MS) * MINUTE_MS;
    // A clock that was set back starts anew.
    const seen = minute < asked ? Number.NEGATIVE_INFINITY : asked;
    if (found > minute) found = Number.NEGATIVE_INFINITY;
    const dayAgo = minute - DAY_MS;
    let at = minute;
    while (at > seen && at > dayAgo && !task.match(new Date(at))) at -= MINUTE_MS;
    if (at > seen && at > dayAgo) found = at;
    asked = minute;
    return found > dayAgo ? (new Date(found).toISOString() as Instant) : undefined;
  };
}
