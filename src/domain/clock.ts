import type { Instant } from './ids.ts';

/** Gives the present moment. Only `systemClock` asks the machine for it; all other code is given a clock or a time. */
export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString() as Instant;

/** The instant `ms` milliseconds after (or, negative, before) another. */
export const addMs = (at: Instant, ms: number): Instant =>
  new Date(Date.parse(at) + ms).toISOString() as Instant;

/** Milliseconds from one instant to a later one. */
export const msBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** A Unix time in seconds, as chat platforms give it. */
export const fromUnixSeconds = (seconds: number): Instant =>
  new Date(seconds * 1000).toISOString() as Instant;

/** How old something is. What is dated ahead was noted before the clock was set back: it counts as old as it is ahead, and never as new. */
export const ageMs = (at: Instant, now: Instant): number => Math.abs(msBetween(at, now));

/** A press is dated by the machine's clock, what is typed by the platform's. */
export const CLOCKS_DIFFER_MS = 60_000;
