import { type TimeZone, zoneOf } from '../../domain/areas.ts';
import type { ChatRef, Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { Enqueue } from '../../outbox/enqueue.ts';
import type { Chat, LinkedChat } from '../../store/chats.ts';
import { isStorageError } from '../../store/errors.ts';
import type { SetAside } from '../../store/set-aside.ts';
import type { Store } from '../../store/store.ts';
import type { Tx } from '../../store/tx.ts';
import { countInSteps } from '../recap/area-counts.ts';
import type { CountedAhead } from './count-ahead.ts';
import { dueCounts, dueMessages } from './due.ts';

const GROUP_FAILED = 'the schedule of a group could not be carried out';

/** A group of a zone for which the schedule's last match was `fired`. */
export interface DueGroup {
  readonly ref: ChatRef;
  readonly zone: TimeZone;
  readonly fired: Instant;
  readonly now: Instant;
  readonly ahead: readonly CountedAhead[];
}

export interface SlotCloser {
  /** Whether the time zone of the group's area is known; where it is not, that is logged once. */
  hasZone(chat: LinkedChat): boolean;
  /**
   * Counts, in steps, what the messages that are due above the kecamatan will tell of: to count the country inside the transaction would
   * hold everybody up. Throws storage errors only.
   */
  countAhead(ref: ChatRef, fired: Instant, now: Instant): Generator<void, readonly CountedAhead[], void>;
  /** Closes the due slots of a group and queues their messages. Runs inside a transaction; throws storage errors only. */
  close(tx: Tx, due: DueGroup): void;
}

/** Closes the slots of groups; what fails in one group stays there. */
export function createSlotCloser(
  store: Store,
  enqueue: Enqueue,
  log: Log,
  setAside: SetAside,
  reminderDays: readonly number[],
): SlotCloser {
  const withoutZone = new Set<ChatRef>();

  function closeOne(chat: Chat, { fired, now, ahead }: DueGroup): void {
    try {
      store.transaction((tx) => {
        const { messages, missed } = dueMessages(tx, chat, reminderDays, fired, now, ahead);
        for (const slot of missed) log.warn({ slot }, 'slot missed: the bot was not running when it was due');
        for (const message of messages) enqueue(tx, message, now);
      });
    } catch (error) {
      if (isStorageError(error)) throw error;
      store.noteFault(error);
      setAside('schedule', { area: chat.area }, error, GROUP_FAILED);
    }
  }

  return {
    hasZone({ ref, area }) {
      if (zoneOf(area)) return true;
      if (!withoutZone.has(ref)) setAside('schedule', { area }, new RangeError('no such area'), GROUP_FAILED);
      withoutZone.add(ref);
      return false;
    },
    *countAhead(ref, fired, now) {
      const ahead: CountedAhead[] = [];
      try {
        const wanted = store.read((tx) => {
          const chat = tx.chats.get(ref);
          return chat?.area ? dueCounts(tx, chat, fired, now) : [];
        });
        for (const { area, week } of wanted) {
          yield;
          ahead.push({ area, week, parts: yield* countInSteps(store, area, { now, week }) });
        }
      } catch (error) {
        // What is wrong with a group is found, and set aside, where its slots are closed.
        if (isStorageError(error)) throw error;
      }
      return ahead;
    },
    close(tx, due) {
      // The group may have moved or been linked elsewhere since the last commit: the next minute finds it.
      const chat = tx.chats.get(due.ref);
      if (chat?.area && zoneOf(chat.area) === due.zone) closeOne(chat, due);
    },
  };
}
