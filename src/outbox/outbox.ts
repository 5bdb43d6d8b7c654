import { performance } from 'node:perf_hooks';
import type { ChatAdapter } from '../adapters/adapter.ts';
import { type TimeZone, zoneOf } from '../domain/areas.ts';
import { type Clock, msBetween } from '../domain/clock.ts';
import type { ChatRef, OutboxId } from '../domain/ids.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Log } from '../log.ts';
import { isStorageError } from '../store/errors.ts';
import type { Posted, Queued } from '../store/outbox.ts';
import { createSetAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { createPreparation, type Prepared } from './attachments.ts';
import { type Delivery, deliver } from './delivery.ts';
import { createLane, type Lane, type Line, lineOf } from './lane.ts';
import { isPast } from './lifetime.ts';
import { createOutcomes, RETRY_FIRST_MS } from './outcome.ts';

/**
 * How long a delivery that went well waits for another commit to be noted with, and an event for the end of a send in its chat.
 * A kill until then sends the delivery again, marked.
 */
const NOTE_WITHIN_MS = 5;
/** How long at most until it looks again whether a waiting message's time has come. */
const LOOK_AGAIN_MS = 30_000;

export interface Outbox {
  /** Begins to send on a platform; until then, messages for it wait. */
  open(platform: ChatAdapter): void;
  /** Looks for queued messages; called after every commit that may have added some. */
  readonly wake: () => void;
  /** The same where something came from a chat and is to be written: with the end of a send that is under way there, if that is near. */
  wakeWith(chat: ChatRef): void;
  /** Whenever something is to be written, `write` is called: it calls `transaction`, with nothing to do if need be. */
  writeBy(write: () => void): void;
  /**
   * A transaction that also notes how deliveries ended, and claims what `work` queued: one commit instead of three.
   * Throws what `work` throws, and then nothing of it was done.
   */
  transaction<T>(work: (tx: Tx) => T): T;
  /** Starts nothing more, and resolves when what is under way is settled. */
  stop(): Promise<void>;
}

interface Settlement extends Delivery {
  readonly queued: Queued;
}

type Taken = ReturnType<Lane['take']>;
type Claims = readonly (readonly [Queued, Posted | undefined])[];

/**
 * Delivers what was queued: claimed, sent, settled; in order within a chat, but that reports are answered first, no text waits for a
 * file, and what the clock sends comes last. Claims and
 * settlements share commits, those of incoming events too. Of a message that may have arrived, an answer is sent once more and
 * says so; a scheduled one is not.
 */
export function createOutbox(
  store: Store,
  platformOf: (chat: ChatRef) => ChatAdapter | undefined,
  clock: Clock,
  log: Log,
): Outbox {
  const lanes = new Map<ChatAdapter | undefined, Lane>();
  /** What can be sent on; a message for a platform that is not there is settled at once. */
  const opened = new Set<ChatAdapter | undefined>([undefined]);
  let lastId = 0 as OutboxId;
  /** Deliveries that ended and are not noted yet. */
  const settlements: Settlement[] = [];
  /** Lines with a send under way. */
  const underWay = new Set<Line>();
  /** Something is to be written with the end of a send. */
  let awaited = false;
  let timer: NodeJS.Timeout | undefined;
  let pumping = false;
  let stopping: (() => void) | undefined;
  let stopped = false;
  let write = (): void => transaction(() => {});

  const outcomes = createOutcomes(store, platformOf, clock, log);
  const setAside = createSetAside(store, clock, log);
  /** Rows that the database cannot give or change any more. */
  const unreadable = new Set<OutboxId>();
  const preparation = createPreparation(store, platformOf, () => {
    if (!stopped) wake();
  });

  store.transaction(outcomes.recover);

  function wake(): void {
    if (pumping) return;
    pumping = true;
    setImmediate(pump);
  }

  function pump(): void {
    pumping = false;
    awaited = false;
    clearTimeout(timer);
    try {
      write();
    } catch (error) {
      log.error({ err: error }, 'the outbox cannot be read or written; trying again');
    }
    if (stopped && underWay.size === 0) stopping?.();
  }

  function wakeWithin(ms: number): void {
    clearTimeout(timer);
    if (ms < Number.POSITIVE_INFINITY)
      timer = setTimeout(wake, Math.min(Math.ceil(ms), LOOK_AGAIN_MS)).unref();
  }

  function transaction<T>(work: (tx: Tx) => T): T {
    let taken: Taken = { rows: [], wait: Number.POSITIVE_INFINITY };
    let claims: Claims = [];
    let result: T;
    try {
      result = store.transaction((tx) => {
        for (const settlement of settlements) settle(tx, settlement);
        const done = work(tx);
        load(tx);
        if (!stopped) taken = takeReady();
        claims = taken.rows.map((queued) => [queued, isolated(queued.id, () => claimOne(tx, queued))]);
        return done;
      });
    } catch (error) {
      undo();
      throw error;
    }
    settlements.length = 0;
    for (const [queued, row] of claims) {
      const prepared = preparation.handOver(queued);
      if (row) void send(queued, row, prepared);
      else laneOf(queued.chat).done(queued);
    }
    // One that is not sent makes room for another.
    wakeWithin(claims.every(([, row]) => row) ? taken.wait : 0);
    return result;
  }

  /** What the lanes hold may not be in the store any more: they are filled anew, in a moment. */
  function undo(): void {
    for (const lane of lanes.values()) lane.clear(underWay);
    preparation.release();
    lastId = 0 as OutboxId;
    wakeWithin(RETRY_FIRST_MS);
  }

  /** What fails for one row alone sets that one aside; gives undefined then. */
  function isolated<T>(id: OutboxId, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (isStorageError(error) || !store.inTransaction()) throw error;
      store.noteFault(error);
      setAside('message', { outbox: id }, error, 'a row of the outbox cannot be read or written');
      unreadable.add(id);
      return undefined;
    }
  }

  function load(tx: Tx): void {
    for (const row of waiting(tx)) {
      lastId = row.id;
      if (!unreadable.has(row.id)) laneOf(row.chat).add(row);
    }
  }

  function waiting(tx: Tx): readonly Queued[] {
    try {
      return tx.outbox.queuedAfter(lastId);
    } catch (error) {
      if (isStorageError(error)) throw error;
      const ids = tx.outbox.queuedIdsAfter(lastId).filter((id) => !unreadable.has(id));
      return ids.flatMap((id) => isolated(id, () => tx.outbox.queued(id)) ?? []);
    }
  }

  function laneOf(chat: ChatRef): Lane {
    const platform = platformOf(chat);
    const lane = lanes.get(platform) ?? createLane(platform?.pace ?? 'unlimited');
    lanes.set(platform, lane);
    return lane;
  }

  function takeReady(): Taken {
    const now = performance.now();
    const byZone = new Map<TimeZone, number>();
    const quietMs = ({ district }: Queued): number => {
      if (!district) return 0;
      const zone = zoneOf(district);
      if (!zone) return 0;
      const ms = byZone.get(zone) ?? quietMsIn(zone);
      byZone.set(zone, ms);
      return ms;
    };
    const taken = [...lanes].flatMap(([platform, lane]) =>
      opened.has(platform) ? lane.take(now, quietMs, preparation.ready) : [],
    );
    return {
      rows: taken.flatMap(({ rows }) => rows),
      wait: Math.min(...taken.map(({ wait }) => wait)),
    };
  }

  function quietMsIn(zone: TimeZone): number {
    const now = clock();
    const until = quietUntil(now, zone);
    return until ? msBetween(now, until) : 0;
  }

  /** The row as it is now, noted as being sent before it is; undefined for one that is not to be sent. */
  function claimOne(tx: Tx, { id }: Queued): Posted | undefined {
    const row = tx.outbox.get(id);
    if (row?.state !== 'queued') return undefined;
    if (isPast(row, tx.chats.get(row.chat), clock())) {
      tx.outbox.settle(id, 'failed');
      log.warn({ outbox: id, refusal: row.refusal }, 'not sent: its time is over, or its group was unlinked');
      return undefined;
    }
    tx.outbox.claim(id);
    return { ...row, tries: row.tries + 1 };
  }

  async function send(queued: Queued, row: Posted, prepared: Prepared | undefined): Promise<void> {
    underWay.add(lineOf(queued));
    const lastThread = store.read((tx) => tx.chats.get(row.chat)?.lastThread ?? null);
    const delivery = await deliver(row, lastThread, platformOf(row.chat), prepared);
    underWay.delete(lineOf(queued));
    settlements.push({ queued, ...delivery });
    const waits = awaited || stopped || !delivery.sent || [...lanes.values()].some((lane) => lane.holds());
    if (waits) wake();
    else wakeWithin(NOTE_WITHIN_MS);
  }

  function settle(tx: Tx, settlement: Settlement): void {
    const { queued } = settlement;
    const retry = isolated(queued.id, () => outcomes.note(tx, settlement));
    if (!retry) laneOf(queued.chat).done(queued);
    else {
      // What the platform says of a time to wait is true of the chat; any other failure of a file is the file's.
      const { retryAfterSeconds, capped } = settlement.error?.detail ?? {};
      const all = retryAfterSeconds !== undefined && !capped;
      const { ms, orHeard = false } = retry;
      laneOf(queued.chat).putBack(queued, performance.now() + ms, { all, orHeard });
      preparation.release(queued.chat);
    }
  }

  return {
    open(platform) {
      opened.add(platform);
      wake();
    },
    wake,
    wakeWith(chat) {
      laneOf(chat).heard(chat);
      if (!underWay.has(chat)) wake();
      else if (!awaited) {
        awaited = true;
        wakeWithin(NOTE_WITHIN_MS);
      }
    },
    writeBy(given) {
      write = given;
    },
    transaction,
    stop(): Promise<void> {
      stopped = true;
      return new Promise((resolve) => {
        stopping = resolve;
        wake();
      });
    },
  };
}
