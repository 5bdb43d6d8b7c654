import { addMs, type Clock, msBetween, systemClock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';

export interface MovableClock {
  readonly now: Clock;
  /** How far it is ahead of the machine's clock, in milliseconds. */
  readonly offsetMs: () => number;
  /** Moves the clock to a later moment, from which it runs on. Throws RangeError for a moment in the past. */
  advanceTo(moment: Instant): void;
}

interface Settings {
  getSetting(key: string): string | undefined;
  saveSetting(key: string, value: string): void;
}

/** A clock that is ahead of the machine's by what it was moved; the settings keep how far. A new one shows `startAt`. */
export function createMovableClock(settings: Settings, startAt?: Instant): MovableClock {
  const saved = settings.getSetting('ahead');
  let offset = saved !== undefined ? Number(saved) : startAt ? msBetween(systemClock(), startAt) : 0;
  const now = () => addMs(systemClock(), offset);
  const save = (): void => settings.saveSetting('ahead', `${offset}`);
  if (saved === undefined) save();
  return {
    now,
    offsetMs: () => offset,
    advanceTo(moment) {
      const distance = msBetween(now(), moment);
      if (distance <= 0) throw new RangeError('that moment is past');
      offset += distance;
      save();
    },
  };
}
