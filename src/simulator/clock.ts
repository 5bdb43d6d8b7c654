import { addMs, type Clock, msBetween, systemClock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';

export interface MovableClock {
  readonly now: Clock;
  /** How far it is ahead of the machine's clock, in milliseconds. */
  readonly offsetMs: () => number;
  /** Goes on from a later moment; throws RangeError for one that is past. */
  advanceTo(to: Instant): void;
}

interface Settings {
  getSetting(key: string): string | undefined;
  saveSetting(key: string, value: string): void;
}

/** The machine's clock, ahead of it by what it was moved; remembered. `begin`: what a new one shows. */
export function createMovableClock(settings: Settings, begin?: Instant): MovableClock {
  const kept = settings.getSetting('ahead');
  let ahead = kept !== undefined ? Number(kept) : begin ? msBetween(systemClock(), begin) : 0;
  const now = () => addMs(systemClock(), ahead);
  const keep = (): void => settings.saveSetting('ahead', `${ahead}`);
  if (kept === undefined) keep();
  return {
    now,
    offsetMs: () => ahead,
    advanceTo(to) {
      const way = msBetween(now(), to);
      if (way <= 0) throw new RangeError('that moment is past');
      ahead += way;
      keep();
    },
  };
}
