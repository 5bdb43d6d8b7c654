import type { ChatAdapter } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { Queued } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tx.ts';
import { type Attachments, createAttachments, type FileRenderer } from './attachments.ts';
import { type Claimed, type Claimer, createClaimer } from './claims.ts';
import type { CommitLoop, Participant } from './commit-loop.ts';
import { createIsolation, type Isolation } from './isolation.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { createOutcomes, type Outcomes, RETRY_FIRST_MS } from './outcome.ts';
import { createReactions, type Reactions } from './reactions.ts';
import { type Completion, createSends, type Sends } from './sends.ts';

/**
 * How long a successful delivery waits for another commit to be completed in, and an event for the end of a send in its
 * chat. A kill within that time sends the message again, marked.
 */
const COMPLETE_WITHIN_MS = 5;
const NOTHING_CLAIMED: Claimed = { claims: [], late: [], wait: Number.POSITIVE_INFINITY };

export interface OutboxOptions {
  readonly store: Store;
  readonly adapterOf: (chat: ChatRef) => ChatAdapter | undefined;
  readonly files: FileRenderer;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  /** Monotonic milliseconds. */
  readonly elapsed?: () => number;
  readonly log: Log;
}

export interface Outbox {
  /** Takes part in the commit loop before events are handled: records how deliveries ended. */
  readonly completions: Participant;
  /** Takes part after events were handled: claims what may be sent, and sends it once that is on the disk. */
  readonly claims: Participant;
  /** Begins to send on a platform; until then, messages for it wait. */
  open(adapter: ChatAdapter): void;
  /** Something arrived from a chat: what was held back until then goes out, and one commit serves the event and a send in flight there. */
  heard(chat: ChatRef): void;
  /** Tries at once what a chat refused and that waits, and a row that was queued again after it had ended. */
  retry(chat: ChatRef, row?: Queued): void;
  /** Starts nothing more, and resolves when what is in flight is completed. */
  stop(): Promise<void>;
}

/**
 * Delivers what was queued: claim, send, complete; in order within a chat, except that reports are answered first, no text
 * waits for a file, and scheduled messages come last. A message whose outcome is unknown is sent once more and says so,
 * unless it is scheduled.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, adapterOf, files, loop, clock, log, elapsed = () => performance.now() } = options;
  const lanes = createLanes(adapterOf, clock, elapsed);
  const isolation = createIsolation(store, clock, log);
  const reactions = createReactions(store, adapterOf, log);
  const attachments = createAttachments(store, adapterOf, files, () => {
    if (!stopped) loop.wake();
  });
  const sends = createSends(adapterOf, ({ sent }) => {
    if (isAwaited || stopped || !sent || lanes.hasWaiting()) loop.wake();
    else loop.wakeWithin(COMPLETE_WITHIN_MS);
  });
  const outcomes = createOutcomes(store, adapterOf, clock, log);
  const complete = createCompleter({ lanes, isolation, outcomes, attachments, elapsed });
  const claimer = createClaimer(lanes, isolation, clock, log);
  const claims = createClaims({ lanes, claimer, attachments, reactions, sends, loop });
  /** An event is to be written with the end of a send. */
  let isAwaited = false;
  let stopped: (() => void) | undefined;
  const stopWhenIdle = (): void => {
    if (sends.lines.size === 0) stopped?.();
  };

  store.transaction(outcomes.recover);

  return {
    completions: {
      write(tx) {
        isAwaited = false;
        for (const completion of sends.ended) complete(tx, completion);
      },
      committed() {
        sends.ended.length = 0;
      },
    },
    claims: {
      write(tx) {
        if (!stopped) claims.write(tx);
      },
      committed() {
        claims.committed();
        stopWhenIdle();
      },
      rolledBack() {
        claims.rolledBack();
        stopWhenIdle();
        return false;
      },
    },
    open(adapter) {
      lanes.open(adapter);
      loop.wake();
    },
    heard(chat) {
      lanes.of(chat).heard(chat);
      if (!sends.lines.has(chat)) loop.wake();
      else if (!isAwaited) {
        isAwaited = true;
        loop.wakeWithin(COMPLETE_WITHIN_MS);
      }
    },
    retry(chat, row) {
      const lane = lanes.of(chat);
      lane.heard(chat);
      if (row) lane.add(row);
      loop.wake();
    },
    stop: () =>
      new Promise((resolve) => {
        stopped = resolve;
        reactions.stop();
        loop.wake();
      }),
  };
}

interface ClaimParts {
  readonly lanes: Lanes;
  readonly claimer: Claimer;
  readonly attachments: Attachments;
  readonly reactions: Reactions;
  readonly sends: Sends;
  readonly loop: CommitLoop;
}

/** Claims what may be sent, and hands it to its platform once that is on the disk. */
function createClaims({ lanes, claimer, attachments, reactions, sends, loop }: ClaimParts) {
  let claimed = NOTHING_CLAIMED;

  return {
    write(tx: Tx): void {
      claimed = claimer.claim(tx, attachments.ready);
    },
    committed(): void {
      const { claims, late, wait } = claimed;
      for (const row of late) reactions.watch(row);
      claimed = NOTHING_CLAIMED;
      for (const { row, ...claim } of claims) {
        const prepared = attachments.handOver(claim.queued);
        if (row) sends.start({ row, ...claim }, prepared);
        else lanes.of(claim.queued.chat).done(claim.queued);
      }
      // A row that is not sent makes room for another.
      loop.wakeWithin(claims.every(({ row }) => row) ? wait : 0);
    },
    /** The lanes may hold rows that are not in the store: they are loaded again, in a moment. */
    rolledBack(): void {
      claimed = NOTHING_CLAIMED;
      lanes.clear(sends.lines);
      attachments.release();
      claimer.reset();
      loop.wakeWithin(RETRY_FIRST_MS);
    },
  };
}

/** Records how a delivery ended, and puts its row back where it is tried again. */
function createCompleter({
  lanes,
  isolation,
  outcomes,
  attachments,
  elapsed,
}: {
  readonly lanes: Lanes;
  readonly isolation: Isolation;
  readonly outcomes: Outcomes;
  readonly attachments: Attachments;
  readonly elapsed: () => number;
}): (tx: Tx, completion: Completion) => void {
  return (tx, completion) => {
    const { queued, error } = completion;
    const fail = () => tx.outbox.settle(queued.id, 'failed');
    const retry = isolation.run(queued.id, () => outcomes.note(tx, completion), fail);
    if (!retry) {
      lanes.of(queued.chat).done(queued);
      return;
    }
    // A time to wait that the platform names is true of the whole chat; any other failure of a file is the file's own.
    const { retryAfterSeconds, capped } = error?.detail ?? {};
    const all = retryAfterSeconds !== undefined && !capped;
    const { ms, orHeard = false } = retry;
    // It may have arrived as it is: it is gathered with nothing any more.
    const asItIs = { ...queued, brief: false, shared: false, patient: false };
    lanes.of(queued.chat).putBack(asItIs, elapsed() + ms, { all, orHeard });
    attachments.release(queued.chat);
  };
}
