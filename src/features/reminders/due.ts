import { findScope, findUpperScope } from '../../bot/scope.ts';
import { addDays, daysBetween, localDate } from '../../domain/dates.ts';
import type { DistrictScope, OpenArea, UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import type { Chat } from '../../store/chats.ts';
import type { Outgoing } from '../../store/outbox.ts';
import type { MessageTx } from '../../store/tx.ts';
import { ABOVE_DAYS, reminderAbove } from './above-message.ts';
import { reminderFor } from './message.ts';
import { recapMessage } from './recap-message.ts';
import { areaSlots, type Slot, type Slots, slotKey, slotsBetween } from './slots.ts';

/** How far back a start looks for slots that were not closed. */
const LOOK_BACK_DAYS = 40;

/** So many days late the newest recap or reminder still goes out: until a week's next recap is due. */
const LATE_DAYS = 6;

/**
 * Closes every slot of a group that is due and gives the messages to send. `firedAt` is the schedule's last match not after now. Slots of
 * its day go out. Of older ones that nobody was there to close, as after a jump of the clock, the newest recap and the newest reminder go
 * out late, and those that they replace were missed. Runs inside a transaction, so that a slot and its message are written together.
 */
export function dueMessages(
  tx: MessageTx,
  chat: Chat,
  reminderDays: readonly number[],
  firedAt: Instant,
  now: Instant,
): { readonly messages: readonly Outgoing[]; readonly missed: readonly string[] } {
  const plan = planOf(tx, chat, reminderDays, now);
  if (!plan || !chat.linkedAt) return { messages: [], missed: [] };
  const { timeZone } = plan;
  const { deadline, deadlineSetAt, reminders } = plan.opened;
  const today = localDate(firedAt, timeZone);
  const noted = chat.linkedAt > deadlineSetAt ? chat.linkedAt : deadlineSetAt;
  // What was noted while the clock ran ahead happened before now: the day's slots go out.
  const begun = noted > now ? firedAt : noted;
  if (firedAt < begun) return { messages: [], missed: [] };
  const firstDay = localDate(begun, timeZone);
  const lookBack = addDays(today, -LOOK_BACK_DAYS);
  const slots = plan.slots(firstDay > lookBack ? firstDay : lookBack, today, deadline);
  const missed: string[] = [];
  const messages = slots.flatMap((slot) => {
    const key = slotKey(chat.ref, deadline, slot);
    if (tx.slots.outcome(key)) return [];
    // On the day on which the group was linked or the deadline set, the schedule may have fired before that.
    if (slot.date === firstDay && slot.date < today) return [];
    const isOver = slot.kind === 'reminder' && localDate(now, timeZone) > deadline;
    const isMissed = isOver || isReplaced(slot, slots) || daysBetween(slot.date, today) > LATE_DAYS;
    const outcome = isMissed ? 'missed' : reminders ? 'sent' : 'off';
    tx.slots.close(key, outcome, now);
    if (outcome === 'missed') missed.push(key);
    const said = outcome === 'sent' ? plan.message(slot) : undefined;
    return said
      ? [{ to: chat.ref, thread: chat.thread ?? undefined, scheduled: true as const, ...said }]
      : [];
  });
  return { messages, missed };
}

/** Whether a newer slot of the same series is due: a recap for a recap, a reminder for a reminder. */
const isReplaced = ({ kind, date }: Slot, due: readonly Slot[]): boolean =>
  due.some((other) => other.date > date && (other.kind === 'reminder') === (kind === 'reminder'));

/** What the schedule of a group goes by. */
interface Plan {
  readonly opened: OpenArea;
  readonly timeZone: string;
  readonly slots: Slots;
  /** What is said of a slot; nothing where nothing is lacking any more. */
  readonly message: (slot: Slot) => Said | undefined;
}
type Said = Pick<Outgoing, 'content' | 'context'>;

function planOf(tx: MessageTx, chat: Chat, reminderDays: readonly number[], now: Instant): Plan | undefined {
  const recapOf = (scope: DistrictScope | UpperScope, slot: Slot) =>
    recapMessage(tx, scope, slot, reminderDays, now);
  const here = findScope(tx, chat.area);
  if (here)
    return {
      opened: here.opened,
      timeZone: here.timeZone,
      slots: (from, to, deadline) => slotsBetween(from, to, deadline, reminderDays),
      message: (slot) => (slot.kind === 'reminder' ? reminderFor(tx, chat, here, now) : recapOf(here, slot)),
    };
  const above = findUpperScope(tx, chat.area);
  return (
    above && {
      opened: above.opened,
      timeZone: above.timeZone,
      slots: areaSlots(ABOVE_DAYS),
      message: (slot) => (slot.kind === 'reminder' ? reminderAbove(tx, above, now) : recapOf(above, slot)),
    }
  );
}
