import { CLOCKS_DIFFER_MS, type Clock, fromUnixSeconds } from '../../domain/clock.ts';

/** Telegram's clock, as its answers are dated. */
export interface ServerClock {
  /** Takes the `Date` of an answer that has just come. */
  readonly heard: (date: string | undefined) => void;
  /** The moment by that clock, to the second as messages are dated. */
  readonly now: Clock;
}

/** Begins with the machine's clock, and keeps to it where an answer has no date, or one that differs by more than clocks do. */
export function createServerClock(clock: Clock): ServerClock {
  let ahead = 0;
  return {
    heard(date) {
      const ms = Date.parse(clock()) - Date.parse(date ?? '');
      ahead = Math.abs(ms) <= CLOCKS_DIFFER_MS ? ms : 0;
    },
    now: () => fromUnixSeconds(Math.floor((Date.parse(clock()) - ahead) / 1000)),
  };
}
