import { addMs, type Clock, msBetween, systemClock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';

export interface MovableClock {
  readonly now: Clock;
  /** How far it is ahead of the machine's clock, in milliseconds. */
  readonly ahead: () => number;
  /** Goes on from a later moment; throws RangeError for one that is past. */
  forward(to: Instant): void;
}

interface Settings {
  setting(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** The machine's clock, ahead of it by what it was moved; remembered. `begin`: what a new one shows. */
export function movableClock(settings: Settings, begin?: Instant): MovableClock {
  const kept = settings.setting('ahead');
  let ahead = kept !== undefined ? Number(kept) : begin ? msBetween(systemClock(), begin) : 0;
  const now = () => addMs(systemClock(), ahead);
  const keep = (): void => settings.set('ahead', `${ahead}`);
  if (kept === undefined) keep();
  return {
    now,
    ahead: () => ahead,
    forward(to) {
      const way = msBetween(now(), to);
      if (way <= 0) throw new RangeError('that moment is past');
      ahead += way;
      keep();
    },
  };
}
