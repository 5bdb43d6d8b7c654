import { createTask, parse } from 'node-cron';
import { TIME_ZONES, type TimeZone, timeZone } from '../area.ts';
import type { Bot } from '../bot.ts';
import type { Clock } from '../clock.ts';
import { addDays, instantAt, localTime } from '../dates.ts';
import type { Instant } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Chat } from '../store/chats.ts';
import { isStorageError } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { quietUntil } from './quiet.ts';
import { dueMessages } from './scheduled.ts';

const MINUTE_MS = 60_000;

export interface Scheduler {
  /** Starts the clock's work and does at once what was due while nothing ran. */
  start(): void;
  /** Does what is due now in every zone. */
  readonly tick: () => void;
  stop(): void;
}

/**
 * Looks every minute whether a cron expression has had its moment in a zone, by that zone's clocks, and sends what is due;
 * `committed` is called after each commit.
 */
export function createScheduler(
  store: Store,
  bot: Bot,
  clock: Clock,
  log: Log,
  cron: string,
  reminderDays: readonly number[],
  committed: () => void,
): Scheduler {
  const lastFired = new Map(TIME_ZONES.map((zone) => [zone, lastMatch(cron, zone)]));
  /** The schedule's moment that was last dealt with in a zone. */
  const dealtWith = new Map<TimeZone, Instant>();
  let timer: NodeJS.Timeout | undefined;

  function tickZone(zone: TimeZone): void {
    const now = clock();
    if (quietUntil(now, zone)) return;
    const fired = lastFired.get(zone)!(now);
    if (!fired) return;
    try {
      prune(now);
      const chats = store.chats.linked().filter((chat) => timeZone(chat.district!) === zone);
      for (const chat of chats) tickChat(chat, fired, now);
      dealtWith.set(zone, fired);
    } catch (error) {
      log.error({ err: error }, 'the schedule could not be carried out; trying again in a minute');
    }
    committed();
  }

  /** A timer until the next moment would be wrong when the clock is set, or the machine sleeps. */
  function look(): void {
    for (const zone of TIME_ZONES) if (lastFired.get(zone)!(clock()) !== dealtWith.get(zone)) tickZone(zone);
    timer = setTimeout(look, MINUTE_MS - (Date.parse(clock()) % MINUTE_MS)).unref();
  }

  function prune(now: Instant): void {
    try {
      store.transaction(() => store.retention.prune(now));
    } catch (error) {
      if (isStorageError(error)) throw error;
      log.error({ err: error }, 'what has had its time could not be dropped');
    }
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

  return {
    start: look,
    tick: () => TIME_ZONES.forEach(tickZone),
    stop: () => clearTimeout(timer),
  };
}

/** Finds the schedule's last moment within a day before a moment, the moment's minute included. */
function lastMatch(cron: string, timezone: TimeZone): (now: Instant) => Instant | undefined {
  // Of the library's task only what it matches is used: it is never started.
  const task = createTask(cron, () => {}, { timezone });
  const { hour: hours, minute: minutes } = parse(cron);
  const latestFirst = hours
    .flatMap((hour) => minutes.map((minute) => 60 * hour + minute))
    .sort((a, b) => b - a);
  return (now) => {
    const { date, minute } = localTime(now, timezone);
    const [last] = latestFirst;
    const candidates = [
      [date, latestFirst.find((each) => each <= minute)],
      [addDays(date, -1), last! > minute ? last : undefined],
    ] as const;
    return candidates
      .flatMap(([day, at]) => (at === undefined ? [] : instantAt(day, at, timezone)))
      .find((at) => task.match(new Date(at))); // what else it asks for is about the day, and the same all day
  };
}
