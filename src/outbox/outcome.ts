import type { Clock } from '../clock.ts';
import { createSetAside } from '../dead-letter.ts';
import type { ChatRef } from '../ids.ts';
import type { Log } from '../log.ts';
import type { ChatPlatform, SendError } from '../platform/platform.ts';
import { isStorageError } from '../store/open.ts';
import type { OutboxState, Posted } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Delivery } from './delivery.ts';

/** How long until a first try is repeated; each further wait is twice as long, up to the most. */
export const RETRY_FIRST_MS = 1000;
const RETRY_MAX_MS = 300_000;

export interface Outcomes {
  /** Notes claims of a process that was killed while sending: each may have arrived. One that cannot be noted stays as it is. */
  recover(): void;
  /** Notes how a try ended; gives the milliseconds until the message is tried again, undefined where it is not. */
  note(delivery: Delivery): number | undefined;
}

/** What becomes of a message that was tried: sent, failed, doubtful, or queued again. Runs inside a transaction. */
export function createOutcomes(
  store: Store,
  platformOf: (chat: ChatRef) => ChatPlatform | undefined,
  clock: Clock,
  log: Log,
): Outcomes {
  const setAside = createSetAside(store, clock, log);

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

  function unsettled(): readonly Posted[] {
    try {
      return store.outbox.unsettled();
    } catch (fault) {
      if (isStorageError(fault)) throw fault;
      store.noteFault(fault);
      log.error({ err: fault }, 'the claims of before could not be read');
      return [];
    }
  }

  return {
    recover() {
      for (const row of unsettled())
        try {
          store.outbox.settle(row.id, afterDoubt(row));
        } catch (fault) {
          if (isStorageError(fault)) throw fault;
          setAside('message', { outbox: row.id }, fault, 'a claim of before could not be noted');
        }
    },
    note({ row, sent, error, fault, files, stale }) {
      if (files && sent?.uploads) store.outbox.noteUploads(files, sent.uploads, clock());
      if (files && stale) store.outbox.forgetUploads(files);
      if (error && error.outcome !== 'refused') return again(row, error);
      if (error) log.warn({ outbox: row.id, reason: error.message }, 'refused by the platform');
      if (error?.detail.gone) store.chats.pause(row.chat);
      if (!sent && !error) setAside('message', { outbox: row.id }, fault, 'a message can never be sent');
      store.outbox.settle(row.id, sent ? 'sent' : 'failed', sent?.ref);
      return undefined;
    },
  };
}
