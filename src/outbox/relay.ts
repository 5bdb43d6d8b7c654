import type { ChatAdapter } from '../adapters/adapter.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { ClaimedRow, Queued } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { createAttachments, type FileRenderer } from './attachments.ts';
import { createClaims } from './claims.ts';
import type { CommitLoop, Participant } from './commit-loop.ts';
import { createCompletions } from './completions.ts';
import { createIsolation } from './isolation.ts';
import { createLanes } from './lanes.ts';
import { createOutcomes } from './outcome.ts';
import { createReactions } from './reactions.ts';
import { createSends } from './sends.ts';

/**
 * How long a successful delivery waits for another commit to be completed in, and an event for the end of a send in its
 * chat. A kill within that time sends the message again, marked.
 */
const COMPLETE_WITHIN_MS = 5;

export interface RelayOptions {
  readonly store: Store;
  readonly adapterOf: (chat: ChatRef) => ChatAdapter | undefined;
  readonly files: FileRenderer;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  /** Monotonic milliseconds. */
  readonly elapsed?: () => number;
  readonly log: Log;
}

/** The relay of the outbox: what is queued goes out through it. */
export interface Relay {
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
export function createRelay(options: RelayOptions): Relay {
  const { store, adapterOf, files, loop, clock, log, elapsed = () => performance.now() } = options;
  const lanes = createLanes(adapterOf, clock, elapsed);
  const isolation = createIsolation(store, clock, log);
  const reactions = createReactions(store, adapterOf, log);
  const attachments = createAttachments(store, adapterOf, files, () => {
    if (!stopped) loop.wake();
  });
  const sends = createSends({
    adapterOf,
    goesOn: (next) => !stopped && isAsClaimed(store, next),
    onEnd({ sent }, last) {
      if (last && (isAwaited || stopped || !sent || lanes.hasWaiting())) loop.wake();
      else loop.wakeWithin(COMPLETE_WITHIN_MS);
    },
  });
  const outcomes = createOutcomes(store, adapterOf, clock, log);
  const completions = createCompletions({ lanes, isolation, outcomes, attachments, sends, elapsed });
  const claims = createClaims({ lanes, isolation, attachments, reactions, sends, loop, clock, log });
  /** An event is to be written with the end of a send. */
  let isAwaited = false;
  let stopped: (() => void) | undefined;
  const stopWhenIdle = (): void => {
    if (sends.lines.size === 0) stopped?.();
  };

  store.transaction(outcomes.recover);

  return {
    completions: {
      ...completions,
      write(tx) {
        isAwaited = false;
        completions.write(tx);
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
      rolledBack(error) {
        const dealtWith = claims.rolledBack(error);
        stopWhenIdle();
        return dealtWith;
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

/** Whether a row's chat is still the one that it was claimed for, and linked to the same area. */
function isAsClaimed(store: Store, { chat, linkedTo }: ClaimedRow): boolean {
  try {
    return store.read((tx) => tx.chats.get(chat)?.area ?? null) === linkedTo;
  } catch {
    // Its next claim finds out why.
    return false;
  }
}
