import type { ChatAdapter } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** A platform that was silent for longer counts as unreachable: a long poll returns within half a minute. */
export const CONTACT_MAX_AGE_MS = 90_000;
/** A night, and some hours in which a failed backup is tried again. */
export const BACKUP_MAX_AGE_HOURS = 30;

/** The time of the last good backup: undefined where there is none, 'unknown' where somebody else makes them and nobody said where. */
export type LastBackup = () => Instant | 'unknown' | undefined;

/** What the figures are about. */
export interface Watched {
  readonly store: Store;
  readonly platforms: readonly ChatAdapter[];
  readonly clock: Clock;
  /** When the last good backup was made; left out where there are none by themselves. */
  readonly lastBackup?: LastBackup;
}
