import type { Log } from '../../log.ts';
import type { WhatsAppState } from './connection-state.ts';
import type { NumberBook, OwnNumber } from './number-book.ts';

/** Whether a number in a phase serves no group: that may be for good, and lasts for hours. Of the others it is as it was before. */
const BARS: Readonly<Record<WhatsAppState['phase'], boolean | 'as before'>> = {
  open: false,
  pairing: true,
  suspended: true,
  banned: true,
  locked: true,
  rejected: true,
  replaced: true,
  connecting: 'as before',
  waiting: 'as before',
  stopped: 'as before',
};

export type KnownNumbers = ReturnType<typeof createKnownNumbers>;

/** The numbers as the book had them last. */
export function createKnownNumbers(book: NumberBook, log: Log) {
  let known: readonly OwnNumber[] = book.list();
  return {
    all: (): readonly OwnNumber[] => known,
    /** Reads the book again, and gives the numbers that are gone. */
    reload(): readonly number[] {
      const before = known.map(({ id }) => id);
      known = book.list();
      return before.filter((number) => !known.some(({ id }) => id === number));
    },
    has: (number: number): boolean => known.some(({ id }) => id === number),
    /** Whether a number goes on with its groups: it is here, if paused or away for a moment. A barred one does not, paused or not. */
    mayServe: (number: number): boolean => known.some(({ id, barred }) => id === number && !barred),
    /** Keeps whether a number serves groups, for the next start too. */
    note(number: number, { phase }: WhatsAppState): void {
      const barred = BARS[phase];
      const before = known.find(({ id }) => id === number);
      if (barred === 'as before' || !before || before.barred === barred) return;
      known = known.map((each) => (each === before ? { ...each, barred } : each));
      try {
        book.bar(number, barred);
      } catch (error) {
        log.error({ err: error, number }, 'the state of a WhatsApp number could not be kept');
      }
    },
  };
}
