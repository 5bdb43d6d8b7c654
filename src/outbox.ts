import { performance } from 'node:perf_hooks';
import { timeZone } from './area.ts';
import type { Clock } from './clock.ts';
import { between } from './clock.ts';
import { type Delivery, deliver } from './delivery.ts';
import type { ChatRef, OutboxId } from './ids.ts';
import type { Log } from './log.ts';
import { createPacer, type Pacer } from './pacer.ts';
import type { ChatPlatform, SendError } from './platform/platform.ts';
import { quietUntil } from './quiet.ts';
import type { OutboxState, Posted } from './store/outbox.ts';
import type { Store } from './store/store.ts';

/** Sends under way at once, over all chats; one at a time within a chat. */
const MAX_IN_FLIGHT = 32;
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
  const waiting = new Map<ChatRef, Posted[]>();
  const busy = new Set<ChatRef>();
  const heldUntil = new Map<ChatRef, number>();
  const pacers = new Map<ChatPlatform, Pacer>();
  let lastId = 0 as OutboxId;
  let settlements: Delivery[] = [];
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
    if (pumping || stopped) return;
    pumping = true;
    setImmediate(pump);
  }

  function pump(): void {
    pumping = false;
    settleAll();
    if (stopped) {
      if (busy.size === 0) stopping?.();
      return;
    }
    let ready: readonly Posted[] = [];
    try {
      load();
      ready = pickReady();
      for (const row of claim(ready)) void send(row);
    } catch (error) {
      log.error({ err: error }, 'the outbox cannot be read or written; trying again');
      for (const row of ready) busy.delete(row.chat);
      reload();
      timer = setTimeout(wake, RETRY_FIRST_MS).unref();
    }
  }

  /** The rows as they are now, noted as being sent before anything is. */
  const claim = (rows: readonly Posted[]): readonly Posted[] =>
    rows.length === 0
      ? []
      : store.transaction(() =>
          rows.flatMap((row) => {
            if (row.scheduled && isPast(row)) {
              store.outbox.settle(row.id, 'failed');
              busy.delete(row.chat);
              log.warn({ outbox: row.id }, 'not sent: its time is over, or its group was unlinked');
              return [];
            }
            store.outbox.claim(row.id);
            return store.outbox.get(row.id) ?? [];
          }),
        );

  /** What the clock sends counts for a day, and for a group that is linked. */
  const isPast = (row: Posted): boolean =>
    between(row.at, clock()) > SCHEDULED_MAX_AGE_MS || !store.chats.get(row.chat)?.district;

  function load(): void {
    for (const row of store.outbox.queuedAfter(lastId)) {
      lastId = row.id;
      const queue = waiting.get(row.chat) ?? [];
      // Answers before what the clock sends; otherwise in the order of writing.
      const at = row.scheduled ? queue.length : queue.findLastIndex((other) => !other.scheduled) + 1;
      queue.splice(at, 0, row);
      waiting.set(row.chat, queue);
    }
  }

  /** The head of each chat's queue whose time has come, as many as pace and room allow; sets the alarm for the rest. */
  function pickReady(): readonly Posted[] {
    const now = performance.now();
    const heads = [...waiting]
      .filter(([chat]) => !busy.has(chat))
      .map(([, queue]) => queue[0]!)
      .sort((a, b) => a.scheduled - b.scheduled || a.id - b.id);
    const ready: Posted[] = [];
    let soonest = Number.POSITIVE_INFINITY;
    for (const row of heads) {
      if (busy.size >= MAX_IN_FLIGHT) break;
      const wait = waitFor(row, now);
      if (wait > 0) {
        soonest = Math.min(soonest, wait);
        continue;
      }
      pacerOf(row.chat)?.note(row.chat, now);
      busy.add(row.chat);
      const queue = waiting.get(row.chat)!;
      queue.shift();
      if (queue.length === 0) waiting.delete(row.chat);
      ready.push(row);
    }
    clearTimeout(timer);
    if (soonest < Number.POSITIVE_INFINITY)
      timer = setTimeout(wake, Math.min(Math.ceil(soonest), LOOK_AGAIN_MS)).unref();
    return ready;
  }

  /** Milliseconds until a message may be sent, 0 or less for now. */
  function waitFor(row: Posted, now: number): number {
    const held = (heldUntil.get(row.chat) ?? 0) - now;
    const quiet = row.scheduled ? quietMs(row) : 0;
    return Math.max(held, quiet, pacerOf(row.chat)?.wait(row.chat, now) ?? 0);
  }

  function quietMs(row: Posted): number {
    const district = store.chats.get(row.chat)?.district;
    const until = district && quietUntil(clock(), timeZone(district));
    return until ? between(clock(), until) : 0;
  }

  function pacerOf(chat: ChatRef): Pacer | undefined {
    const platform = platformOf(chat);
    if (!platform || platform.pace === 'unlimited') return undefined;
    const pacer = pacers.get(platform) ?? createPacer(platform.pace);
    pacers.set(platform, pacer);
    return pacer;
  }

  async function send(row: Posted): Promise<void> {
    settlements.push(await deliver(row, platformOf(row.chat), store, log));
    busy.delete(row.chat);
    pumpSoon();
  }

  function pumpSoon(): void {
    if (pumping) return;
    pumping = true;
    setImmediate(pump);
  }

  function settleAll(): void {
    if (settlements.length === 0) return;
    const batch = settlements;
    settlements = [];
    try {
      store.transaction(() => {
        for (const settlement of batch) settle(settlement);
      });
    } catch (error) {
      log.error({ err: error }, 'deliveries could not be noted; trying again');
      settlements = [...batch, ...settlements];
      setTimeout(wake, RETRY_FIRST_MS).unref();
    }
  }

  function settle({ row, sent, error, files, stale }: Delivery): void {
    if (files && sent?.uploads) store.outbox.noteUploads(files, sent.uploads, clock());
    if (files && stale) store.outbox.forgetUploads(files);
    if (error && error.outcome !== 'refused') {
      again(row, error);
      return;
    }
    heldUntil.delete(row.chat);
    if (error) log.warn({ outbox: row.id, reason: error.message }, 'refused by the platform');
    if (error?.detail.gone) store.chats.pause(row.chat);
    store.outbox.settle(row.id, sent ? 'sent' : 'failed', sent?.ref);
  }

  /** Back into the queue, unless it may have arrived and must not arrive twice. */
  function again(row: Posted, { outcome, message, detail }: SendError): void {
    const { movedTo, retryAfterSeconds = 0 } = detail;
    if (movedTo) store.chats.move(row.chat, movedTo);
    const state = outcome === 'unknown' ? afterDoubt(row) : 'queued';
    store.outbox.settle(row.id, state);
    if (state !== 'queued') return;
    log.info({ outbox: row.id, reason: message, tries: row.tries }, 'not sent, will be tried again');
    const backoff = Math.min(RETRY_FIRST_MS * 2 ** (row.tries - 1), RETRY_MAX_MS);
    const wait = movedTo && row.tries === 1 ? 0 : retryAfterSeconds * 1000 || backoff;
    heldUntil.set(movedTo ?? row.chat, performance.now() + wait);
    reload();
  }

  /** Takes the queue from the store anew: rows came back or changed their chat. */
  function reload(): void {
    waiting.clear();
    lastId = 0 as OutboxId;
  }

  return {
    wake,
    stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      return new Promise((resolve) => {
        stopping = resolve;
        pumpSoon();
      });
    },
  };
}
