import { isNumbers } from '../../domain/units.ts';
import { interpret } from '../../interpret/interpret.ts';
import type { Interpretation } from '../../interpret/types.ts';
import { assents } from './short-reply.ts';

/** A longer message says more than that. */
const MOST_LETTERS = 60;

/** Whether a text says how something stands and not what: "sudah", "masih proses, Pak". */
export const isStatusAlone = (text: string, meaning: Interpretation): boolean =>
  meaning.kind === 'report' &&
  !assents(text) &&
  meaning.reports.every(
    ({ units, withheld, asks }) =>
      units.length === 0 &&
      withheld.length === 0 &&
      asks.length > 0 &&
      asks.every(({ kind }) => kind === 'no-unit'),
  );

/** Whether a text names units and does not say how they stand: "kios, Pak". */
const isUnitsAlone = (meaning: Interpretation): boolean =>
  meaning.kind === 'report' &&
  meaning.reports.every(
    ({ word, units, withheld, asks }) =>
      word === undefined && withheld.length === 0 && asks.length === 0 && units.every(({ bare }) => bare),
  );

/** Whether a text names units, by number or name, and says nothing else of them: how they stand is what it answers. */
export const isOnlyUnits = (text: string): boolean => isNumbers(text) || partSaid(text) === 'units';

/** Whether a short text tells of units, by name or number, also of one that there is not: "enam", "nomor 9", "kios sudah". */
export function tellsOfUnits(text: string): boolean {
  if (text.length > MOST_LETTERS) return false;
  const meaning = interpret({ text, mode: 'addressed', villages: [], own: [] });
  return (
    meaning.kind === 'report' &&
    meaning.reports.every(
      ({ word, units, asks }) =>
        word === undefined && (units.length > 0 || asks.some(({ kind }) => kind === 'number')),
    )
  );
}

/** Whether a text reports units by itself, clearly or not: "semua sudah", "1 3 5", "toko sudah". */
export function reportsByItself(text: string): boolean {
  const meaning = interpret({ text, mode: 'addressed', villages: [], own: [] });
  return (
    meaning.kind === 'report' &&
    meaning.reports.some(
      ({ units, withheld, asks }) =>
        units.length > 0 || withheld.length > 0 || asks.some(({ kind }) => kind !== 'no-unit'),
    )
  );
}

/** What a text says, for itself, in part: what the question that it may answer has to add. */
export function partSaid(text: string): 'status' | 'units' | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const meaning = interpret({ text, mode: 'addressed', villages: [], own: [] });
  if (isStatusAlone(text, meaning)) return 'status';
  return isUnitsAlone(meaning) ? 'units' : undefined;
}
