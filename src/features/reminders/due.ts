import { findScope, findUpperScope } from '../../bot/scope.ts';
import { addMs } from '../../domain/clock.ts';
import { addDays, daysBetween, localDate } from '../../domain/dates.ts';
import type { DistrictScope, UpperScope } from '../../domain/district.ts';
import type { Instant } from '../../domain/ids.ts';
import { type Week, weekBefore } from '../../domain/weeks.ts';
import type { Chat } from '../../store/chats.ts';
import type { Outgoing } from '../../store/outbox.ts';
import type { SlotOutcome } from '../../store/slots.ts';
import type { MessageTx } from '../../store/tx.ts';
import { ABOVE_DAYS, reminderAbove } from './above-message.ts';
import { type CountedAhead, countedFor } from './count-ahead.ts';
import { reminderFor } from './message.ts';
import { recapMessage } from './recap-message.ts';
import { areaSlots, type Slot, type Slots, slotKey, slotsBetween } from './slots.ts';

/** How far back a start looks for slots that were not closed. */
const LOOK_BACK_DAYS = 40;

const DAY_MS = 86_400_000;

/** So many days late the newest recap or reminder still goes out: until a week's next recap is due. */
const LATE_DAYS = 6;

const SLOTS_ABOVE = areaSlots(ABOVE_DAYS);

/**
 * Closes every slot of a group that is due and gives the messages to send, from what was counted ahead where it was. Runs inside a
 * transaction, so that a slot and its message are written together. For `firedAt` see `dueSlots`.
 */
export function dueMessages(
  tx: MessageTx,
  chat: Chat,
  reminderDays: readonly number[],
  firedAt: Instant,
  now: Instant,
  ahead: readonly CountedAhead[] = [],
): { readonly messages: readonly Outgoing[]; readonly missed: readonly string[] } {
  const plan = planOf(tx, chat, reminderDays, now, ahead);
  const due = plan ? dueSlots(tx, chat, plan, firedAt, now) : [];
  for (const { key, outcome } of due) tx.slots.close(key, outcome, now);
  const messages = due.flatMap((slot) => {
    const said = slot.outcome === 'sent' ? plan?.message(slot) : undefined;
    return said
      ? [{ to: chat.ref, thread: chat.thread ?? undefined, scheduled: true as const, ...said }]
      : [];
  });
  return { messages, missed: due.filter(({ outcome }) => outcome === 'missed').map(({ key }) => key) };
}

/** What the messages that are due in the group of an area above the kecamatan have to count; nothing for a kecamatan's. */
export function dueCounts(
  tx: MessageTx,
  chat: Chat,
  firedAt: Instant,
  now: Instant,
): readonly Pick<CountedAhead, 'area' | 'week'>[] {
  const scope = findUpperScope(tx, chat.area);
  if (!scope) return [];
  const { area } = scope;
  return dueSlots(tx, chat, { scope, slots: SLOTS_ABOVE }, firedAt, now)
    .filter(({ outcome }) => outcome === 'sent')
    .map((slot) => (slot.kind === 'reminder' ? { area } : { area, week: weekBefore(slot.date) }));
}

/** A slot that is due, and what becomes of it. */
interface DueSlot extends Slot {
  readonly key: string;
  readonly outcome: SlotOutcome;
}

/**
 * The slots of a group that are due and open. `firedAt` is the schedule's last match not after now. Slots of its day go out. Of older ones
 * that nobody was there to close, as after a jump of the clock, the newest recap and the newest reminder go out late, and those that they
 * replace were missed.
 */
function dueSlots(
  tx: MessageTx,
  chat: Chat,
  plan: Pick<Plan, 'scope' | 'slots'>,
  firedAt: Instant,
  now: Instant,
): readonly DueSlot[] {
  if (!chat.linkedAt) return [];
  const { opened, timeZone } = plan.scope;
  const { deadline, deadlineSetAt, reminders } = opened;
  const today = localDate(firedAt, timeZone);
  const noted = chat.linkedAt > deadlineSetAt ? chat.linkedAt : deadlineSetAt;
  // What was noted while the clock ran ahead happened before now: the day's slots go out.
  const begun = noted > now ? firedAt : noted;
  if (firedAt < begun) return [];
  const firstDay = localDate(begun, timeZone);
  const lookBack = addDays(today, -LOOK_BACK_DAYS);
  const slots = plan.slots(firstDay > lookBack ? firstDay : lookBack, today, deadline);
  return slots.flatMap((slot): DueSlot[] => {
    const key = slotKey(chat.ref, deadline, slot);
    if (tx.slots.outcome(key, now)) return [];
    // On the day on which the group was linked or the deadline set, the schedule may have fired before that.
    if (addMs(firedAt, -daysBetween(slot.date, today) * DAY_MS) < begun) return [];
    const isOver = slot.kind === 'reminder' && localDate(now, timeZone) > deadline;
    const isMissed = isOver || isReplaced(slot, slots) || daysBetween(slot.date, today) > LATE_DAYS;
    return [{ ...slot, key, outcome: isMissed ? 'missed' : reminders ? 'sent' : 'off' }];
  });
}

/** Whether a newer slot of the same series is due: a recap for a recap, a reminder for a reminder. */
const isReplaced = ({ kind, date }: Slot, due: readonly Slot[]): boolean =>
  due.some((other) => other.date > date && (other.kind === 'reminder') === (kind === 'reminder'));

/** What the schedule of a group goes by. */
interface Plan {
  readonly scope: DistrictScope | UpperScope;
  readonly slots: Slots;
  /** What is said of a slot; nothing where nothing is lacking any more. */
  readonly message: (slot: Slot) => Said | undefined;
}
type Said = Pick<Outgoing, 'content' | 'context'>;

function planOf(
  tx: MessageTx,
  chat: Chat,
  reminderDays: readonly number[],
  now: Instant,
  ahead: readonly CountedAhead[] = [],
): Plan | undefined {
  const here = findScope(tx, chat.area);
  if (here)
    return {
      scope: here,
      slots: (from, to, deadline) => slotsBetween(from, to, deadline, reminderDays),
      message: (slot) =>
        slot.kind === 'reminder'
          ? reminderFor(tx, chat, here, now)
          : recapMessage(tx, here, slot, reminderDays, now),
    };
  const above = findUpperScope(tx, chat.area);
  const counted = (week?: Week) => countedFor(ahead, above!.area, week);
  return (
    above && {
      scope: above,
      slots: SLOTS_ABOVE,
      message: (slot) =>
        slot.kind === 'reminder'
          ? reminderAbove(tx, above, now, counted())
          : recapMessage(tx, above, slot, reminderDays, now, counted(weekBefore(slot.date))),
    }
  );
}
