import { performance } from 'node:perf_hooks';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { type TimeZone, zoneOf } from '../domain/areas.ts';
import { type Clock, msBetween } from '../domain/clock.ts';
import type { ChatRef } from '../domain/ids.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Queued } from '../store/outbox.ts';
import { createLane, type Lane, type Line } from './lane.ts';

type Taken = ReturnType<Lane['take']>;

export interface Lanes {
  /** The lane of the platform that a chat is on. */
  of(chat: ChatRef): Lane;
  /** Lets the rows of a platform go; until then they wait. */
  open(adapter: ChatAdapter): void;
  /** Takes out the rows that may be sent now, of every open platform: see `Lane.take`. */
  take(ready: (row: Queued) => boolean): Taken;
  /** True while anything waits. */
  hasWaiting(): boolean;
  /** Drops the queued rows; rate limits and pauses are kept, and so are the lines in flight. */
  clear(inFlight: ReadonlySet<Line>): void;
}

/** One lane for each platform. Rows for a platform that is not there are let through, to be completed as failed. */
export function createLanes(adapterOf: (chat: ChatRef) => ChatAdapter | undefined, clock: Clock): Lanes {
  const lanes = new Map<ChatAdapter | undefined, Lane>();
  const opened = new Set<ChatAdapter | undefined>([undefined]);
  return {
    of(chat) {
      const adapter = adapterOf(chat);
      const lane = lanes.get(adapter) ?? createLane(adapter?.pace ?? 'unlimited');
      lanes.set(adapter, lane);
      return lane;
    },
    open(adapter) {
      opened.add(adapter);
    },
    take(ready) {
      const now = performance.now();
      const quietMs = quietHours(clock());
      const taken = [...lanes].flatMap(([adapter, lane]) =>
        opened.has(adapter) ? lane.take(now, quietMs, ready) : [],
      );
      return {
        rows: taken.flatMap(({ rows }) => rows),
        wait: Math.min(...taken.map(({ wait }) => wait)),
      };
    },
    hasWaiting: () => [...lanes.values()].some((lane) => lane.hasWaiting()),
    clear(inFlight) {
      for (const lane of lanes.values()) lane.clear(inFlight);
    },
  };
}

/** How many milliseconds a row has to wait for the end of the quiet hours in its zone; each zone is looked up once. */
function quietHours(now: ReturnType<Clock>): (row: Queued) => number {
  const byZone = new Map<TimeZone, number>();
  return ({ district }) => {
    const zone = district && zoneOf(district);
    if (!zone) return 0;
    const until = byZone.has(zone) ? undefined : quietUntil(now, zone);
    const ms = byZone.get(zone) ?? (until ? msBetween(now, until) : 0);
    byZone.set(zone, ms);
    return ms;
  };
}
