import { addDays, daysBetween, weekdayOf } from '../../domain/dates.ts';
import type { LocalDate } from '../../domain/ids.ts';

const MONDAY = 1;
const WEEK = 7;

/** When areas above the kecamatan are written to, in minutes after local midnight: before the meetings of Monday. */
export const ABOVE_MINUTE = 7 * 60 + 30;

/** One scheduled message of a group: its day and its kind. */
export interface Slot {
  readonly date: LocalDate;
  readonly kind: 'reminder' | 'monday' | 'closing' | 'weekly';
}

/** Gives the slots of a deadline between two days, both included, in order. */
export type Slots = (from: LocalDate, to: LocalDate, deadline: LocalDate) => readonly Slot[];

/**
 * The slots of a kecamatan's deadline between two days, both included, in order: a reminder on each of `reminderDays` before it, a
 * recap on Mondays until it, a closing recap on the day after it, and one every week from then on.
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

/** The slots above the kecamatan: a list on each of `reminderDays` before the deadline, and a recap on every Monday, after it too. */
export const areaSlots =
  (reminderDays: readonly number[]): Slots =>
  (from, to, deadline) => {
    const slots: Slot[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) {
      if (reminderDays.includes(daysBetween(date, deadline))) slots.push({ date, kind: 'reminder' });
      if (weekdayOf(date) === MONDAY) slots.push({ date, kind: 'monday' });
    }
    return slots;
  };

/** The key under which a slot is closed in the store: another deadline has slots of its own. */
export const slotKey = (place: string, deadline: LocalDate, slot: Slot): string =>
  `${place} ${deadline} ${slot.kind} ${slot.date}`;
