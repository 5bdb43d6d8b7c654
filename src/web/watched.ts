import type { ChatAdapter } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';

/** What the figures are about. */
export interface Watched {
  readonly store: Store;
  readonly platforms: readonly ChatAdapter[];
  readonly clock: Clock;
  /** The time of the last good backup; left out where there are none by themselves. */
  readonly lastBackup?: () => Instant | undefined;
}
