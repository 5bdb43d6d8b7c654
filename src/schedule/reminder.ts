import { VILLAGE_KINDS } from '../area.ts';
import { type Content, literal, type Markup, type RecapTable } from '../content.ts';
import { addDays, dayAndMonth, daysBetween, weekdayOf } from '../dates.ts';
import type { LocalDate, VillageCode } from '../ids.ts';
import { unitNames } from '../phrases.ts';
import { lacking } from '../recap/table.ts';
import { lines, say } from '../text.ts';
import type { Unit } from '../units.ts';

const MONDAY = 1;
const WEEK = 7;

/** One scheduled message of a kecamatan: on which of its days, and which message. */
export interface Slot {
  readonly date: LocalDate;
  readonly kind: 'reminder' | 'monday' | 'closing' | 'weekly';
}

/**
 * The slots of a deadline between two days, both included, in their order: reminders so many days before it, a recap
 * on Mondays until it, a closing recap the day after it, and one every week from then on.
 */
export function slotsBetween(
  from: LocalDate,
  to: LocalDate,
  deadline: LocalDate,
  reminderDays: readonly number[],
): readonly Slot[] {
  const slots: Slot[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const left = daysBetween(date, deadline);
    if (reminderDays.includes(left)) slots.push({ date, kind: 'reminder' });
    if (left >= 0 && weekdayOf(date) === MONDAY) slots.push({ date, kind: 'monday' });
    if (left === -1) slots.push({ date, kind: 'closing' });
    if (left < -1 && (left + 1) % WEEK === 0) slots.push({ date, kind: 'weekly' });
  }
  return slots;
}

/** Under which a slot is closed in the store: another deadline has slots of its own. */
export const slotKey = (place: string, deadline: LocalDate, slot: Slot): string =>
  `${place} ${deadline} ${slot.kind} ${slot.date}`;

/** The reminder: days left, then each village that lacks something with exactly the units it lacks and its head. */
export function reminderContent(
  recap: RecapTable,
  heads: ReadonlyMap<VillageCode, Markup>,
): Content | undefined {
  const behind = recap.villages.filter((village) => lacking(village.units).length > 0);
  if (behind.length === 0) return undefined;
  const rows = behind.map(({ code, kind, name, units }) => {
    const village = say('village', { kind: literal(VILLAGE_KINDS[kind].label), name: literal(name) });
    const named = { village, units: unitNames(lacking(units)) };
    const who = heads.get(code);
    return who ? say('reminder-row', { ...named, who }) : say('reminder-row-nobody', named);
  });
  return { text: lines(head(recap), ...rows, say('reminder-reply')) };
}

function head({ deadline, daysLeft: days }: RecapTable): Markup {
  const date = literal(dayAndMonth(deadline));
  if (days > 1) return say('reminder-head', { date, days });
  if (days === 1) return say('reminder-head-tomorrow', { date });
  return days === 0 ? say('reminder-head-today', { date }) : say('reminder-head-over', { date, days: -days });
}

/** What a reply to the reminder speaks of: the units it listed, by village. */
export const listedUnits = (recap: RecapTable): Readonly<Record<VillageCode, readonly Unit[]>> =>
  Object.fromEntries(
    recap.villages
      .map(({ code, units }) => [code, lacking(units)] as const)
      .filter(([, units]) => units.length > 0),
  );
