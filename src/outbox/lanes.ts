import type { ChatAdapter } from '../adapters/adapter.ts';
import { type TimeZone, zoneOf } from '../domain/areas.ts';
import { type Clock, msBetween } from '../domain/clock.ts';
import type { ChatRef } from '../domain/ids.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Queued } from '../store/outbox.ts';
import type { FilesInHand } from './attachments.ts';
import { createLane, type Lane } from './lane.ts';
import type { Line } from './line.ts';

type Taken = ReturnType<Lane['take']>;

export interface Lanes {
  /** The lane of the platform that a chat is on, and of its account there; the same while anything of the chat is in it. */
  of(chat: ChatRef): Lane;
  /** Lets the rows of a platform go; until then they wait. */
  open(adapter: ChatAdapter): void;
  /** Takes out the rows that may be sent now, of every open platform: see `Lane.take`. */
  take(files: FilesInHand): Taken;
  /** Takes out the confirmations that go with a row that was taken: see `Lane.takeCompany`. */
  takeCompany(row: Queued): readonly Queued[];
  /** Takes out the answers that may go out right behind one that was taken: see `Lane.takeFollowing`. */
  takeFollowing(row: Queued): readonly Queued[];
  /** True while anything waits. */
  hasWaiting(): boolean;
  /** Drops the queued rows; rate limits and pauses are kept, and so are the lines in flight. */
  clear(inFlight: ReadonlySet<Line>): void;
}

/**
 * One lane for each account of a platform. Rows for a platform that is not there are let through, to be completed as failed. `elapsed` gives
 * monotonic milliseconds.
 */
export function createLanes(
  adapterOf: (chat: ChatRef) => ChatAdapter | undefined,
  clock: Clock,
  elapsed: () => number,
): Lanes {
  const lanes = new Map<ChatAdapter | undefined, Map<string, Lane>>();
  const opened = new Set<ChatAdapter | undefined>([undefined]);
  /** Where a chat's rows were put last, on platforms with several accounts. */
  const placed = new Map<ChatRef, Lane>();
  const all = (): readonly Lane[] => [...lanes.values()].flatMap((each) => [...each.values()]);

  function laneFor(adapter: ChatAdapter | undefined, account: string): Lane {
    const accounts = lanes.get(adapter) ?? new Map<string, Lane>();
    lanes.set(adapter, accounts);
    const lane = accounts.get(account) ?? createLane(adapter?.pace ?? 'unlimited');
    accounts.set(account, lane);
    return lane;
  }

  function laneOf(chat: ChatRef): Lane {
    const adapter = adapterOf(chat);
    if (!adapter?.account) return laneFor(adapter, '');
    const before = placed.get(chat);
    if (before?.holds(chat)) return before;
    const lane = laneFor(adapter, adapter.account(chat));
    placed.set(chat, lane);
    return lane;
  }

  return {
    of: laneOf,
    open(adapter) {
      opened.add(adapter);
    },
    take(files) {
      const now = elapsed();
      const quietMs = quietHours(clock);
      const taken = [...lanes].flatMap(([adapter, accounts]) =>
        opened.has(adapter)
          ? [...accounts.values()].map((lane) => lane.take(now, { ...files, quietMs }))
          : [],
      );
      return {
        rows: taken.flatMap(({ rows }) => rows),
        wait: Math.min(...taken.map(({ wait }) => wait)),
      };
    },
    takeCompany: (row) => laneOf(row.chat).takeCompany(row, elapsed()),
    takeFollowing: (row) => laneOf(row.chat).takeFollowing(row, elapsed()),
    hasWaiting: () => all().some((lane) => lane.hasWaiting()),
    clear(inFlight) {
      for (const lane of all()) lane.clear(inFlight);
    },
  };
}

/** How many milliseconds a row has to wait for the end of the quiet hours in its zone; each zone is looked up once. */
function quietHours(clock: Clock): (row: Queued) => number {
  const byZone = new Map<TimeZone, number>();
  return ({ area }) => {
    const zone = area && zoneOf(area);
    if (!zone) return 0;
    const known = byZone.get(zone);
    if (known !== undefined) return known;
    const now = clock();
    const until = quietUntil(now, zone);
    const ms = until ? msBetween(now, until) : 0;
    byZone.set(zone, ms);
    return ms;
  };
}
