import { performance } from 'node:perf_hooks';
import { type TimeZone, timeZone } from '../area.ts';
import type { Clock } from '../clock.ts';
import { between } from '../clock.ts';
import type { ChatRef, OutboxId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { ChatPlatform, SendError } from '../platform/platform.ts';
import { quietUntil } from '../schedule/quiet.ts';
import type { OutboxState, Posted, Queued } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { type Delivery, deliver } from './delivery.ts';
import { createLane, type Lane } from './lane.ts';

const RETRY_FIRST_MS = 1000;
const RETRY_MAX_MS = 300_000;
const SCHEDULED_MAX_AGE_MS = 24 * 3_600_000;
/** How long at most until it looks again whether a waiting message's time has come. */
const LOOK_AGAIN_MS = 30_000;

export interface Outbox {
  /** Looks for queued messages; called after every commit that may have added some. */
  readonly wake: () => void;
  /** Starts nothing more, and resolves when what is under way is settled. */
  stop(): Promise<void>;
}

interface Settlement extends Delivery {
  readonly queued: Queued;
}

/**
 * Delivers what was queued: claimed, sent, settled; in order within a chat, answers before scheduled messages. Claims and
 * settlements of several chats share a commit. Of a message that may have arrived, an answer is sent once more and
 * says so; a scheduled one is not.
 */
export function createOutbox(
  store: Store,
  platformOf: (chat: ChatRef) => ChatPlatform | undefined,
  clock: Clock,
  log: Log,
): Outbox {
  const lanes = new Map<ChatPlatform | undefined, Lane>();
  let lastId = 0 as OutboxId;
  /** Deliveries that ended and are not noted yet. */
  const settlements: Settlement[] = [];
  let sending = 0;
  let timer: NodeJS.Timeout | undefined;
  let pumping = false;
  let stopping: (() => void) | undefined;
  let stopped = false;

  recover();

  /** Claims of a process that was killed while sending: each may have arrived. */
  function recover(): void {
    store.transaction(() => {
      for (const row of store.outbox.unsettled()) store.outbox.settle(row.id, afterDoubt(row));
    });
  }

  function afterDoubt(row: Posted): OutboxState {
    // Sent again it is the same message to this platform, which shows it once.
    if (platformOf(row.chat)?.resends === 'same-message') return 'queued';
    if (row.scheduled || row.doubted) {
      log.warn({ outbox: row.id }, 'may not have arrived, and is not sent again');
      return 'doubtful';
    }
    store.outbox.doubt(row.id);
    return 'queued';
  }

  function wake(): void {
    if (pumping) return;
    pumping = true;
    setImmediate(pump);
  }

  function pump(): void {
    pumping = false;
    clearTimeout(timer);
    const noted = settleAll();
    if (stopped) {
      if (sending === 0) stopping?.();
      return;
    }
    const wait = noted ? sendReady() : RETRY_FIRST_MS;
    if (wait < Number.POSITIVE_INFINITY)
      timer = setTimeout(wake, Math.min(Math.ceil(wait), LOOK_AGAIN_MS)).unref();
  }

  /** Starts what may be sent now; gives the milliseconds until it is worth another look. */
  function sendReady(): number {
    let ready: readonly Queued[] = [];
    try {
      load();
      const taken = takeReady();
      ready = taken.rows;
      const claims = claim(ready);
      for (const [queued, row] of claims)
        if (row) void send(queued, row);
        else laneOf(queued.chat).done(queued);
      // One that is not sent makes room for another.
      return claims.every(([, row]) => row) ? taken.wait : 0;
    } catch (error) {
      log.error({ err: error }, 'the outbox cannot be read or written; trying again');
      for (const row of ready) laneOf(row.chat).putBack(row, 0);
      return RETRY_FIRST_MS;
    }
  }

  function load(): void {
    for (const row of store.outbox.queuedAfter(lastId)) {
      lastId = row.id;
      laneOf(row.chat).add(row);
    }
  }

  function laneOf(chat: ChatRef): Lane {
    const platform = platformOf(chat);
    const lane = lanes.get(platform) ?? createLane(platform?.pace ?? 'unlimited');
    lanes.set(platform, lane);
    return lane;
  }

  function takeReady() {
    const now = performance.now();
    const byZone = new Map<TimeZone, number>();
    const quietMs = ({ district }: Queued): number => {
      if (!district) return 0;
      const zone = timeZone(district);
      const ms = byZone.get(zone) ?? quietMsIn(zone);
      byZone.set(zone, ms);
      return ms;
    };
    const taken = [...lanes.values()].map((lane) => lane.take(now, quietMs));
    return {
      rows: taken.flatMap(({ rows }) => rows),
      wait: Math.min(...taken.map(({ wait }) => wait)),
    };
  }

  function quietMsIn(zone: TimeZone): number {
    const now = clock();
    const until = quietUntil(now, zone);
    return until ? between(now, until) : 0;
  }

  /** The rows as they are now, noted as being sent before anything is; undefined for one that is not to be sent. */
  const claim = (ready: readonly Queued[]): readonly (readonly [Queued, Posted | undefined])[] =>
    ready.length === 0 ? [] : store.transaction(() => ready.map((queued) => [queued, claimOne(queued)]));

  function claimOne({ id }: Queued): Posted | undefined {
    const row = store.outbox.get(id);
    if (row?.state !== 'queued') return undefined;
    if (row.scheduled && isPast(row)) {
      store.outbox.settle(id, 'failed');
      log.warn({ outbox: id }, 'not sent: its time is over, or its group was unlinked');
      return undefined;
    }
    store.outbox.claim(id);
    return { ...row, tries: row.tries + 1 };
  }

  /** What the clock sends counts for a day, and for a group that is linked. */
  const isPast = (row: Posted): boolean =>
    between(row.at, clock()) > SCHEDULED_MAX_AGE_MS || !store.chats.get(row.chat)?.district;

  async function send(queued: Queued, row: Posted): Promise<void> {
    sending += 1;
    const delivery = await deliver(row, platformOf(row.chat), store, log);
    settlements.push({ queued, ...delivery });
    sending -= 1;
    wake();
  }

  /** Notes how deliveries ended; false when that cannot be written now. A chat is free again once it is. */
  function settleAll(): boolean {
    if (settlements.length === 0) return true;
    try {
      const waits = store.transaction(() => settlements.map(settle));
      for (const [i, { queued }] of settlements.splice(0).entries()) {
        const wait = waits[i];
        const lane = laneOf(queued.chat);
        if (wait === undefined) lane.done(queued);
        else lane.putBack(queued, performance.now() + wait);
      }
      return true;
    } catch (error) {
      log.error({ err: error }, 'deliveries could not be noted; trying again');
      return false;
    }
  }

  /** Gives the milliseconds until the message is tried again, undefined where it is not. */
  function settle({ row, sent, error, files, stale }: Settlement): number | undefined {
    if (files && sent?.uploads) store.outbox.noteUploads(files, sent.uploads, clock());
    if (files && stale) store.outbox.forgetUploads(files);
    if (error && error.outcome !== 'refused') return again(row, error);
    if (error) log.warn({ outbox: row.id, reason: error.message }, 'refused by the platform');
    if (error?.detail.gone) store.chats.pause(row.chat);
    store.outbox.settle(row.id, sent ? 'sent' : 'failed', sent?.ref);
    return undefined;
  }

  /** Back into the queue, unless it may have arrived and must not arrive twice. */
  function again(row: Posted, { outcome, message, detail }: SendError): number | undefined {
    const { movedTo, retryAfterSeconds = 0 } = detail;
    if (movedTo) store.chats.move(row.chat, movedTo);
    const state = outcome === 'unknown' ? afterDoubt(row) : 'queued';
    store.outbox.settle(row.id, state);
    if (state !== 'queued') return undefined;
    log.info({ outbox: row.id, reason: message, tries: row.tries }, 'not sent, will be tried again');
    if (movedTo && row.tries === 1) return 0;
    return retryAfterSeconds * 1000 || Math.min(RETRY_FIRST_MS * 2 ** (row.tries - 1), RETRY_MAX_MS);
  }

  return {
    wake,
    stop(): Promise<void> {
      stopped = true;
      return new Promise((resolve) => {
        stopping = resolve;
        wake();
      });
    },
  };
}
