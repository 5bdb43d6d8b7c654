import { type TimeZone, zoneOf } from '../../domain/areas.ts';
import type { ChatRef, Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import type { Enqueue } from '../../outbox/enqueue.ts';
import type { Chat, LinkedChat } from '../../store/chats.ts';
import { isStorageError } from '../../store/errors.ts';
import type { SetAside } from '../../store/set-aside.ts';
import type { Store } from '../../store/store.ts';
import type { Tx } from '../../store/tx.ts';
import { dueMessages } from './due.ts';

const GROUP_FAILED = 'the schedule of a group could not be carried out';

export interface SlotCloser {
  /** Whether the time zone of the group's area is known; where it is not, that is logged once. */
  hasZone(chat: LinkedChat): boolean;
  /** Closes the due slots of groups and queues their messages. Runs inside a transaction; throws storage errors only. */
  close(tx: Tx, refs: readonly ChatRef[], zone: TimeZone, fired: Instant, now: Instant): void;
}

/** Closes the slots of groups, each by itself, so that what fails in one group stays there. */
export function createSlotCloser(
  store: Store,
  enqueue: Enqueue,
  log: Log,
  setAside: SetAside,
  reminderDays: readonly number[],
): SlotCloser {
  const withoutZone = new Set<ChatRef>();

  function closeOne(chat: Chat, fired: Instant, now: Instant): void {
    try {
      store.transaction((tx) => {
        const { messages, missed } = dueMessages(tx, chat, reminderDays, fired, now);
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
    close(tx, refs, zone, fired, now) {
      for (const ref of refs) {
        // The group may have moved or been linked elsewhere since the last commit: the next minute finds it.
        const chat = tx.chats.get(ref);
        if (chat?.area && zoneOf(chat.area) === zone) closeOne(chat, fired, now);
      }
    },
  };
}
