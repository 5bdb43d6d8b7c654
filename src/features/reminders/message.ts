import { addDays, dayAndMonth } from '../../domain/dates.ts';
import type { DistrictScope } from '../../domain/district.ts';
import type { Instant, LocalDate, VillageCode } from '../../domain/ids.ts';
import { isComplete, lacking, type RecapTable } from '../../domain/progress.ts';
import { isHead, isReporter } from '../../domain/roles.ts';
import type { Unit } from '../../domain/units.ts';
import type { Chat } from '../../store/chats.ts';
import type { Outgoing } from '../../store/outbox.ts';
import type { MessageTx } from '../../store/tx.ts';
import type { Content } from '../../text/content.ts';
import { literal, type Markup } from '../../text/markup.ts';
import { unitNames, villageLabel } from '../../text/phrases.ts';
import { lines, say } from '../../text/say.ts';
import { knownIn, nameIn } from '../members/mentions.ts';
import { recapHead, recapText } from '../recap/message.ts';
import { changeToday, recapTable } from '../recap/snapshot.ts';
import { type Slot, slotsBetween } from './slots.ts';

/** The reminder: days left, then each village that lacks something with exactly the units it lacks and its head. */
function reminderContent(recap: RecapTable, heads: ReadonlyMap<VillageCode, Markup>): Content | undefined {
  const behind = recap.villages.filter((village) => lacking(village.units).length > 0);
  if (behind.length === 0) return undefined;
  const rows = behind.map((each) => {
    const named = { village: villageLabel(each), units: unitNames(lacking(each.units)) };
    const who = heads.get(each.code);
    return who ? say('reminder-row', { ...named, who }) : say('reminder-row-nobody', named);
  });
  return { text: lines(reminderHead(recap), ...rows, say('reminder-reply')) };
}

/** How many days are left, before a list of what is lacking. */
export function reminderHead({
  deadline,
  daysLeft: days,
}: Pick<RecapTable, 'deadline' | 'daysLeft'>): Markup {
  const date = literal(dayAndMonth(deadline));
  if (days > 1) return say('reminder-head', { date, days });
  if (days === 1) return say('reminder-head-tomorrow', { date });
  return days === 0 ? say('reminder-head-today', { date }) : say('reminder-head-over', { date, days: -days });
}

/** The units that a reminder lists, by village: a reply to it is about these. */
const listedUnits = (recap: RecapTable): Readonly<Record<VillageCode, readonly Unit[]>> =>
  Object.fromEntries(
    recap.villages
      .map(({ code, units }) => [code, lacking(units)] as const)
      .filter(([, units]) => units.length > 0),
  );

/** The messages of a slot for one group: none where nothing is lacking any more. */
export function slotMessages(
  tx: MessageTx,
  chat: Chat,
  here: DistrictScope,
  slot: Slot,
  now: Instant,
): readonly Outgoing[] {
  const recap = recapTable(tx, here, now);
  if (isComplete(recap)) return [];
  const out = { to: chat.ref, thread: chat.thread ?? undefined, scheduled: true as const };
  if (slot.kind === 'reminder') {
    const reminder = reminderFor(tx, chat, here, now);
    return reminder ? [{ ...out, ...reminder }] : [];
  }
  const text = recapText(recap, changeToday(tx, here, recap), lines(heading(slot, here), recapHead(recap)));
  return [{ ...out, content: { text, file: { as: 'png', recap } } }];
}

const heading = (slot: Slot, here: DistrictScope): Markup =>
  slot.kind === 'closing'
    ? say('closing-head', { date: literal(dayAndMonth(here.district.deadline)) })
    : say(slot.kind === 'weekly' ? 'weekly-head' : 'monday-head');

/** The reminder of a group now, and what a reply to it is about; undefined when nothing is lacking. */
export function reminderFor(
  tx: MessageTx,
  chat: Pick<Chat, 'ref'>,
  here: DistrictScope,
  now: Instant,
): { readonly content: Content; readonly context: NonNullable<Outgoing['context']> } | undefined {
  const recap = recapTable(tx, here, now);
  const holders = tx.people.holders(here.area.code).filter((role) => isReporter(role.kind));
  const heads = new Map<VillageCode, Markup>();
  for (const code of new Set(holders.map(({ area }) => area as VillageCode))) {
    const own = holders.filter(({ area }) => area === code);
    const leading = own.filter(({ kind }) => isHead(kind));
    const [first] = knownIn(tx, leading.length > 0 ? leading : own, chat.ref);
    heads.set(code, nameIn(tx, first!, chat.ref));
  }
  const content = reminderContent(recap, heads);
  return content && { content, context: { listed: listedUnits(recap) } };
}

/** The slots ahead, from tomorrow to the deadline. */
export const slotsAhead = (
  here: DistrictScope,
  reminderDays: readonly number[],
  today: LocalDate,
): readonly Slot[] =>
  slotsBetween(addDays(today, 1), here.district.deadline, here.district.deadline, reminderDays);
