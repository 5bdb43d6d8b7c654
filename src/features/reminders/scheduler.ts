import type { Dispatcher } from '../../bot/dispatch.ts';
import { TIME_ZONES, type TimeZone, zoneOf } from '../../domain/areas.ts';
import { type Clock, msBetween } from '../../domain/clock.ts';
import type { ChatRef, Instant } from '../../domain/ids.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import type { Log } from '../../log.ts';
import type { Chat } from '../../store/chats.ts';
import { isStorageError } from '../../store/errors.ts';
import { createSetAside } from '../../store/set-aside.ts';
import type { Store } from '../../store/store.ts';
import { lastMatch, MINUTE_MS } from './cron.ts';
import { dueMessages } from './due.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
/** So many groups share a commit; between commits others have their turn. */
const GROUPS_AT_ONCE = 4;

export interface Scheduler {
  /** Starts the clock's work and does what was due while nothing ran. */
  start(): void;
  /** Does at once what is due now in every zone. */
  tick(): void;
  stop(): void;
}

/**
 * Looks every minute whether a cron expression has had its moment in a zone, by that zone's clocks, and sends what is due;
 * `committed` is called after each commit.
 */
export function createScheduler(
  store: Store,
  bot: Dispatcher,
  clock: Clock,
  log: Log,
  cron: string,
  reminderDays: readonly number[],
  committed: () => void,
): Scheduler {
  const lastFired = lastMatch(cron);
  /** By zone, the schedule's last moment and the groups that it was carried out for. */
  const dealtWith = new Map<TimeZone, { readonly fired: Instant; readonly chats: Set<ChatRef> }>();
  const setAside = createSetAside(store, clock, log);
  /** Groups whose kecamatan lies nowhere, told of once. */
  const nowhere = new Set<ChatRef>();
  let prunedAt: Instant | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** Does what is due in all zones, some groups at each step. */
  function* carryOut(): Generator<void, void, void> {
    const now = clock();
    try {
      prune(now);
      store.unusedSpace.clean();
      const linked = store.chats.linked().filter(isSomewhere);
      for (const zone of TIME_ZONES) {
        const inZone = linked.filter((chat) => zoneOf(chat.district!) === zone);
        const fired = inZone.length > 0 && !quietUntil(now, zone) && lastFired(now, zone);
        if (!fired) continue;
        const done = doneSince(zone, fired);
        const chats = inZone.filter(({ ref }) => !done.has(ref));
        for (let i = 0; i < chats.length; i += GROUPS_AT_ONCE) {
          const together = chats.slice(i, i + GROUPS_AT_ONCE);
          store.transaction(() => {
            for (const { ref } of together) {
              // Since the last step it may have moved, or been linked elsewhere: the next minute finds it.
              const chat = store.chats.get(ref);
              if (chat?.district && zoneOf(chat.district) === zone) closeSlots(chat, fired, now);
            }
          });
          for (const { ref } of together) done.add(ref);
          committed();
          yield;
        }
      }
    } catch (error) {
      log.error({ err: error }, 'the schedule could not be carried out; trying again in a minute');
    }
  }

  /** The groups that this moment was carried out for; one that is heard again later in the day is not among them. */
  function doneSince(zone: TimeZone, fired: Instant): Set<ChatRef> {
    const last = dealtWith.get(zone);
    if (last?.fired === fired) return last.chats;
    const chats = new Set<ChatRef>();
    dealtWith.set(zone, { fired, chats });
    return chats;
  }

  /** A timer until the next moment would be wrong when the clock is set, or the machine sleeps. */
  function look(work = carryOut()): void {
    timer = work.next().done
      ? setTimeout(look, MINUTE_MS - (Date.parse(clock()) % MINUTE_MS)).unref()
      : setTimeout(look, 0, work);
  }

  /** Once a day, and at a start. */
  function prune(now: Instant): void {
    if (prunedAt && now >= prunedAt && msBetween(prunedAt, now) < DAY_MS) return;
    try {
      store.transaction(() => store.retention.prune(now));
      prunedAt = now;
    } catch (error) {
      if (isStorageError(error)) throw error;
      prunedAt = now;
      setAside('record', {}, error, 'what has had its time could not be dropped');
    }
  }

  function isSomewhere({ ref, district }: Chat): boolean {
    if (zoneOf(district!)) return true;
    if (!nowhere.has(ref))
      setAside(
        'schedule',
        { district },
        new RangeError('no such kecamatan'),
        'the schedule of a group could not be carried out',
      );
    nowhere.add(ref);
    return false;
  }

  /** Closes a group's slots and queues their messages; what fails in one group stays there. */
  function closeSlots(chat: Chat, fired: Instant, now: Instant): void {
    try {
      store.transaction(() => {
        const { messages, missed } = dueMessages(store, chat, reminderDays, fired, now);
        for (const slot of missed) log.warn({ slot }, 'missed: nothing ran when it was due');
        for (const message of messages) bot.post(message, now);
      });
    } catch (error) {
      if (isStorageError(error)) throw error;
      store.noteFault(error);
      setAside(
        'schedule',
        { district: chat.district },
        error,
        'the schedule of a group could not be carried out',
      );
    }
  }

  return {
    start: look,
    tick() {
      for (const _ of carryOut());
    },
    stop: () => clearTimeout(timer),
  };
}
