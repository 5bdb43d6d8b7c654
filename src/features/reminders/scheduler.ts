import { TIME_ZONES, type TimeZone, timeZone } from '../../domain/areas.ts';
import type { Clock } from '../../domain/clock.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import { levelOf } from '../../domain/upper-areas.ts';
import type { Log } from '../../log.ts';
import type { Enqueue } from '../../outbox/enqueue.ts';
import type { LinkedChat } from '../../store/chats.ts';
import { createSetAside } from '../../store/set-aside.ts';
import type { Store } from '../../store/store.ts';
import { createSlotCloser } from './close-slots.ts';
import { dailyAt, lastMatch, MINUTE_MS } from './cron.ts';
import { createGroupsDone } from './groups-done.ts';
import { createPruning } from './pruning.ts';
import { ABOVE_MINUTE } from './slots.ts';

const isOfDistrict = ({ area }: LinkedChat): boolean => levelOf(area) === 'district';
const isAbove = (group: LinkedChat): boolean => !isOfDistrict(group);

export interface Scheduler {
  /** Starts the timer, and does in a moment what was due while the bot was not running. */
  start(): void;
  /** Does at once what is due now in every zone. */
  tick(): void;
  stop(): void;
}

export interface SchedulerOptions {
  readonly store: Store;
  readonly enqueue: Enqueue;
  readonly clock: Clock;
  readonly log: Log;
  /** When groups of a kecamatan are written to, by local time. */
  readonly cron: string;
  /** Days before the deadline on which a reminder goes out. */
  readonly reminderDays: readonly number[];
  /** Is called after each commit. */
  readonly committed: () => void;
}

/** Checks every minute whether a cron expression has matched in a zone, by that zone's clocks, and queues what is due. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { store, enqueue, clock, log, cron, reminderDays, committed } = options;
  const schedules = [
    { isFor: isOfDistrict, lastFired: lastMatch(cron), doneSince: createGroupsDone() },
    { isFor: isAbove, lastFired: lastMatch(dailyAt(ABOVE_MINUTE)), doneSince: createGroupsDone() },
  ] as const;
  const setAside = createSetAside(store, clock, log);
  const prune = createPruning(store, setAside);
  const slots = createSlotCloser(store, enqueue, log, setAside, reminderDays);
  let timer: NodeJS.Timeout | undefined;

  /** Does what is due; each step is one commit. */
  function* runDue(): Generator<void, void, void> {
    try {
      const linked = linkedByZone();
      for (const zone of TIME_ZONES)
        for (const schedule of schedules) {
          yield;
          yield* closeDue(zone, linked.get(zone)!.filter(schedule.isFor), schedule);
        }
      yield* prune(clock());
      store.transaction((tx) => tx.retention.dropUnsent(clock()));
      store.unusedSpace.clean();
    } catch (error) {
      log.error({ err: error }, 'the schedule could not be carried out; trying again in a minute');
    }
  }

  /** The groups whose zone is known; the country has thousands, so that each is looked up once. */
  function linkedByZone(): ReadonlyMap<TimeZone, readonly LinkedChat[]> {
    const byZone = new Map<TimeZone, LinkedChat[]>(TIME_ZONES.map((zone) => [zone, []]));
    for (const group of store.read((tx) => tx.chats.linked()))
      if (slots.hasZone(group)) byZone.get(timeZone(group.area))!.push(group);
    return byZone;
  }

  /**
   * Closes the due slots of a zone's groups, each in a commit of its own: others have their turn in between. The steps may take minutes: each
   * is of its own moment.
   */
  function* closeDue(
    zone: TimeZone,
    groups: readonly LinkedChat[],
    { lastFired, doneSince }: (typeof schedules)[number],
  ): Generator<void, void, void> {
    const now = clock();
    const fired = groups.length > 0 && !quietUntil(now, zone) && lastFired(now, zone);
    if (!fired) return;
    const done = doneSince(zone, fired);
    for (const { ref } of groups.filter((group) => !done.has(group.ref))) {
      const ahead = yield* slots.countAhead(ref, fired, clock());
      store.transaction((tx) => slots.close(tx, { ref, zone, fired, now: clock(), ahead }));
      done.add(ref);
      committed();
      yield;
    }
  }

  /** Runs one step. A timer until the cron's next match would be wrong when the clock is set, or the machine sleeps. */
  function step(work = runDue()): void {
    timer = work.next().done
      ? setTimeout(step, MINUTE_MS - (Date.parse(clock()) % MINUTE_MS)).unref()
      : setTimeout(step, 0, work);
  }

  return {
    start() {
      timer = setTimeout(step, 0);
    },
    tick() {
      for (const _ of runDue());
    },
    stop: () => clearTimeout(timer),
  };
}
