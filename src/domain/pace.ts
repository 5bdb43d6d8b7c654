import { addDays } from './dates.ts';
import type { Instant, LocalDate } from './ids.ts';

/** A forecast goes by so many of the last whole weeks, and needs at least so many of them. */
export const WEEKS_LOOKED_AT = 8;
export const FEWEST_WEEKS = 4;
/** So many possible futures are drawn, and each is followed for so many weeks. */
const FUTURES = 1000;
const FARTHEST_WEEKS = 260;
/** The band leaves out a tenth at either end. */
const OUTSIDE = 0.1;
/**
 * The first draw takes so many weeks fewer, which widens the band: in back-tests over generated histories it then holds the day in 75 to
 * 85 of a hundred (test/pace.test.ts).
 */
const FEWER = 3;
const DAYS = 7;

/** How far an area has come, week by week. */
export interface Progress {
  /** The day that is counted from. */
  readonly today: LocalDate;
  /** Units established today, and how many there are. */
  readonly reached: number;
  readonly of: number;
  /** By how many it rose in each of the last whole weeks, the oldest first; only weeks since the first report. */
  readonly weekly: readonly number[];
}

export type Forecast =
  | { readonly kind: 'band'; readonly from: LocalDate; readonly to: LocalDate }
  /**
   * `young`: there are fewer than four weeks of reports. `still`: at this pace it is not reached within five years. `uneven`: it may be,
   * but the weeks differ too much to tell.
   */
  | { readonly kind: 'young' | 'still' | 'uneven' | 'reached' };

/** How fast an area progresses: what was reached week by week, what is needed, and the forecast. */
export interface Pace {
  readonly name: string;
  readonly asOf: Instant;
  readonly timeZone: string;
  readonly deadline: LocalDate;
  readonly today: LocalDate;
  /** Units established at the end of each week, the oldest first; the last is today. */
  readonly reached: readonly { readonly day: LocalDate; readonly units: number }[];
  readonly of: number;
  /** How many whole weeks there are reports for. */
  readonly weeks: number;
  /** Units a week, of the weeks that the forecast goes by; undefined where there is none. */
  readonly average: number | undefined;
  /** Whole days to the deadline; negative once it has passed. */
  readonly daysLeft: number;
  readonly forecast: Forecast;
  /** Parts that use the bot and have not changed for three weeks, while something is lacking. */
  readonly still: readonly string[];
}

/**
 * When all units will be established, as a band that holds the day in four of five cases if the weeks to come are like the last eight.
 * Each possible future draws a few weeks from those, with repetition, and then its own weeks from these: the first draw stands for how
 * little eight weeks tell of the pace. The same seed gives the same band.
 */
export function forecast({ today, reached, of, weekly }: Progress, seed: string): Forecast {
  if (reached >= of) return { kind: 'reached' };
  if (weekly.length < FEWEST_WEEKS) return { kind: 'young' };
  const random = seeded(seed);
  const last = weekly.slice(-WEEKS_LOOKED_AT);
  const draw = (from: readonly number[]) => from[Math.floor(random() * from.length)]!;
  const days = Array.from({ length: FUTURES }, () =>
    daysUntil(
      of - reached,
      last.slice(FEWER).map(() => draw(last)),
      draw,
    ),
  ).sort((a, b) => a - b);
  const from = days[Math.floor(FUTURES * OUTSIDE)]!;
  const to = days[Math.ceil(FUTURES * (1 - OUTSIDE)) - 1]!;
  return Number.isFinite(to)
    ? { kind: 'band', from: addDays(today, from), to: addDays(today, to) }
    : { kind: weeksNeeded(of - reached, last) > FARTHEST_WEEKS ? 'still' : 'uneven' };
}

/** Units a week, over some weeks. */
export const averageOf = (weekly: readonly number[]): number =>
  weekly.reduce((sum, gain) => sum + gain, 0) / weekly.length;

/** In how many weeks so many units are established at the average of some weeks; Infinity where that does not rise. */
function weeksNeeded(missing: number, weekly: readonly number[]): number {
  const average = averageOf(weekly);
  return average > 0 ? missing / average : Number.POSITIVE_INFINITY;
}

/** In how many days so many units are established in one possible future; Infinity where that takes too long. */
function daysUntil(
  missing: number,
  weeks: readonly number[],
  draw: (from: readonly number[]) => number,
): number {
  let left = missing;
  for (let week = 0; week < FARTHEST_WEEKS; week++) {
    const gain = draw(weeks);
    if (gain >= left) return Math.ceil(week * DAYS + (DAYS * left) / gain);
    left -= gain;
  }
  return Number.POSITIVE_INFINITY;
}

/** Random numbers from 0 to 1 that follow from a text (the generator mulberry32 over an FNV-1a hash). */
export function seeded(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
