import type { ChatAdapter, SendError } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Log } from '../log.ts';
import { isStorageError } from '../store/errors.ts';
import type { OutboxState, Posted } from '../store/outbox.ts';
import { createSetAside } from '../store/set-aside.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import type { Delivery } from './delivery.ts';
import { withoutFile } from './without-file.ts';

/** How long until a first try is repeated; each further wait is twice as long, up to the most. */
export const RETRY_FIRST_MS = 1000;
const RETRY_MAX_MS = 300_000;
/** Where the bot is said to be gone it is asked less often: its return is heard of. */
const GONE_RETRY_MAX_MS = 3_600_000;

/** Refusals that a chat may take back: what was refused is tried again for as long as it means something. */
const MAY_PASS: ReadonlySet<Refusal> = new Set(['gone', 'rights', 'topic']);

/** When a message is tried again. */
export interface Retry {
  /** How many milliseconds it waits. */
  readonly ms: number;
  /** The wait ends as soon as anything is heard from its chat. */
  readonly orHeard?: true;
}

export interface Outcomes {
  /** Notes claims of a process that was killed while sending: each may have arrived. One that cannot be noted stays as it is. */
  recover(tx: Tx): void;
  /** Notes how a try ended; undefined where the message is not tried again. */
  note(tx: Tx, delivery: Delivery): Retry | undefined;
}

/** What judging an outcome needs. */
interface Context {
  readonly store: Store;
  readonly adapterOf: (chat: ChatRef) => ChatAdapter | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly setAside: ReturnType<typeof createSetAside>;
}

/** What becomes of a message that was tried: sent, failed, doubtful, or queued again. Runs inside a transaction. */
export function createOutcomes(
  store: Store,
  adapterOf: Context['adapterOf'],
  clock: Clock,
  log: Log,
): Outcomes {
  const context = { store, adapterOf, clock, log, setAside: createSetAside(store, clock, log) };
  return {
    recover: (tx) => recover(tx, context),
    note: (tx, delivery) => note(tx, delivery, context),
  };
}

function note(tx: Tx, delivery: Delivery, context: Context): Retry | undefined {
  const { row, sent, error, fault, files, stale, unmade, untried } = delivery;
  const { setAside, clock } = context;
  if (untried) {
    tx.outbox.release(row.id);
    return { ms: 0 };
  }
  if (files && sent?.uploads) tx.outbox.noteUploads(files, sent.uploads, clock());
  if (files && stale) tx.outbox.forgetUploads(files);
  if (sent && row.isPaused) tx.chats.resume(row.chat);
  if (error?.outcome === 'refused') return afterRefusal(tx, row, error, context);
  if (error) return again(tx, row, error, context);
  if (unmade) {
    const retry = inWords(tx, row, 'unmade', context);
    setAside('message', { outbox: row.id }, fault, 'file could not be rendered');
    return retry;
  }
  if (!sent) setAside('message', { outbox: row.id }, fault, 'message can never be sent');
  tx.outbox.settle(row.id, sent ? 'sent' : 'failed', sent?.ref);
  context.log.debug({ outbox: row.id, chat: row.chat, tries: row.tries, sent: !!sent }, 'message settled');
  return undefined;
}

function recover(tx: Tx, context: Context): void {
  for (const row of unsettled(tx, context))
    try {
      tx.outbox.settle(row.id, afterDoubt(tx, row, context));
    } catch (fault) {
      if (isStorageError(fault)) throw fault;
      context.setAside('message', { outbox: row.id }, fault, 'row left in flight could not be recorded');
    }
}

function unsettled(tx: Tx, { store, log }: Context): readonly Posted[] {
  try {
    return tx.outbox.unsettled();
  } catch (fault) {
    if (isStorageError(fault)) throw fault;
    store.noteFault(fault);
    log.error({ err: fault }, 'rows left in flight could not be read');
    return [];
  }
}

function afterDoubt(tx: Tx, row: Posted, { adapterOf, log }: Context): OutboxState {
  // Sent again it is the same message to this platform, which shows it once.
  if (adapterOf(row.chat)?.idempotentSend) return 'queued';
  if (row.scheduled || row.doubted) {
    log.warn({ outbox: row.id }, 'message outcome unknown, not sent again');
    return 'doubtful';
  }
  tx.outbox.doubt(row.id);
  return 'queued';
}

/** Back into the queue, unless it may have arrived and must not arrive twice. */
function again(tx: Tx, row: Posted, error: SendError, context: Context): Retry | undefined {
  const { outcome, message, detail } = error;
  if (detail.movedTo) tx.chats.move(row.chat, detail.movedTo);
  const state = outcome === 'unknown' ? afterDoubt(tx, row, context) : 'queued';
  tx.outbox.settle(row.id, state);
  if (state !== 'queued') return undefined;
  context.log.info(
    { outbox: row.id, reason: message, tries: row.tries },
    'message not sent, will be retried',
  );
  if (detail.movedTo && row.tries === 1) return { ms: 0 };
  return { ms: detail.retryAfterSeconds ? detail.retryAfterSeconds * 1000 : backoff(row) };
}

const backoff = ({ tries }: Posted, most = RETRY_MAX_MS): number =>
  Math.min(RETRY_FIRST_MS * 2 ** (tries - 1), most);

/** It surely did not arrive: its words go out where its file cannot, or it waits until the chat takes it. */
function afterRefusal(tx: Tx, row: Posted, error: SendError, context: Context): Retry | undefined {
  const { refusal = 'message', retryAfterSeconds = 0 } = error.detail;
  context.log.warn({ outbox: row.id, refusal, reason: error.message }, 'message refused by the platform');
  if (refusal === 'gone') tx.chats.pause(row.chat);
  if (row.content?.file && !MAY_PASS.has(refusal)) return inWords(tx, row, refusal, context);
  tx.outbox.refuse(row.id, refusal);
  const waits = MAY_PASS.has(refusal);
  tx.outbox.settle(row.id, waits ? 'queued' : 'failed');
  const wait = backoff(row, refusal === 'gone' ? GONE_RETRY_MAX_MS : RETRY_MAX_MS);
  return waits ? { ms: Math.max(retryAfterSeconds * 1000, wait), orHeard: true } : undefined;
}

/** The message without its file, and why; the first piece in its own place. */
function inWords(tx: Tx, row: Posted, why: Refusal | 'unmade', { adapterOf, clock }: Context): Retry {
  const [first, ...more] = withoutFile(row.content!, why, adapterOf(row.chat)!.split);
  tx.outbox.replaceContent(row.id, first!);
  tx.outbox.settle(row.id, 'queued');
  const { chat: to, thread, scheduled, area } = row;
  const place = { to, ...(thread && { thread }), ...(area && { area }) };
  for (const content of more)
    tx.outbox.add({ ...place, content, ...(scheduled && { scheduled: true }) }, clock());
  return { ms: 0 };
}
