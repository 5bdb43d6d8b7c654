import type { Here } from '../command.ts';
import type { Content, Markup } from '../content.ts';
import { literal } from '../content.ts';
import { addDays, dayAndMonth, localDate } from '../dates.ts';
import { hereOf } from '../here.ts';
import type { Instant, LocalDate, VillageCode } from '../ids.ts';
import { changeToday, isComplete, recapTable } from '../recap/table.ts';
import { recapHead, recapText } from '../recap/text.ts';
import { knownIn, nameIn } from '../registration.ts';
import { isHead, reports } from '../roles.ts';
import type { Chat } from '../store/chats.ts';
import type { Outgoing } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { lines, say } from '../text.ts';
import { listedUnits, reminderContent, type Slot, slotKey, slotsBetween } from './reminder.ts';

/** How far back a start looks for slots that nobody closed. */
const LOOK_BACK_DAYS = 40;

/**
 * Closes every slot of a group that is due and gives the messages to send. `firedAt` is the schedule's last moment not
 * after now: slots of its day go out, older ones were missed. Runs inside a transaction, so that a slot and its message are
 * written together.
 */
export function dueMessages(
  store: Store,
  chat: Chat,
  reminderDays: readonly number[],
  firedAt: Instant,
  now: Instant,
): { readonly messages: readonly Outgoing[]; readonly missed: readonly string[] } {
  const here = hereOf(store, chat.district);
  if (!here || !chat.linkedAt) return { messages: [], missed: [] };
  const { deadline, deadlineSetAt, reminders } = here.district;
  const today = localDate(firedAt, here.timeZone);
  const begun = chat.linkedAt > deadlineSetAt ? chat.linkedAt : deadlineSetAt;
  if (firedAt < begun) return { messages: [], missed: [] };
  const firstDay = localDate(begun, here.timeZone);
  const lookBack = addDays(today, -LOOK_BACK_DAYS);
  const slots = slotsBetween(firstDay > lookBack ? firstDay : lookBack, today, deadline, reminderDays);
  const missed: string[] = [];
  const messages = slots.flatMap((slot) => {
    const key = slotKey(chat.ref, deadline, slot);
    if (store.once.slot(key)) return [];
    // On the day it began, the schedule may have fired before.
    if (slot.date === firstDay && slot.date < today) return [];
    const outcome = slot.date < today ? 'missed' : reminders ? 'sent' : 'off';
    store.once.closeSlot(key, outcome, now);
    if (outcome === 'missed') missed.push(key);
    return outcome === 'sent' ? message(store, chat, here, slot, now) : [];
  });
  return { messages, missed };
}

function message(store: Store, chat: Chat, here: Here, slot: Slot, now: Instant): readonly Outgoing[] {
  const recap = recapTable(store, here, now);
  if (isComplete(recap)) return [];
  const out = { to: chat.ref, thread: chat.thread ?? undefined, scheduled: true as const };
  if (slot.kind === 'reminder') {
    const reminder = reminderFor(store, chat, here, now);
    return reminder ? [{ ...out, ...reminder }] : [];
  }
  const text = recapText(
    recap,
    changeToday(store, here, recap),
    lines(heading(slot, here), recapHead(recap)),
  );
  return [{ ...out, content: { text, file: { as: 'png', recap } } }];
}

const heading = (slot: Slot, here: Here): Markup =>
  slot.kind === 'closing'
    ? say('closing-head', { date: literal(dayAndMonth(here.district.deadline)) })
    : say(slot.kind === 'weekly' ? 'weekly-head' : 'monday-head');

/** The reminder of a group now, and what a reply to it speaks of; undefined when nothing is lacking. */
export function reminderFor(
  store: Store,
  chat: Pick<Chat, 'ref'>,
  here: Here,
  now: Instant,
): { readonly content: Content; readonly context: NonNullable<Outgoing['context']> } | undefined {
  const recap = recapTable(store, here, now);
  const holders = store.people.holders(here.area.code).filter((role) => reports(role.kind));
  const heads = new Map<VillageCode, Markup>();
  for (const code of new Set(holders.map(({ area }) => area as VillageCode))) {
    const own = holders.filter(({ area }) => area === code);
    const leading = own.filter(({ kind }) => isHead(kind));
    const [first] = knownIn(store, leading.length > 0 ? leading : own, chat.ref);
    heads.set(code, nameIn(store, first!, chat.ref));
  }
  const content = reminderContent(recap, heads);
  return content && { content, context: { listed: listedUnits(recap) } };
}

/** The slots ahead, from tomorrow to the deadline. */
export const slotsAhead = (here: Here, reminderDays: readonly number[], today: LocalDate): readonly Slot[] =>
  slotsBetween(addDays(today, 1), here.district.deadline, here.district.deadline, reminderDays);
