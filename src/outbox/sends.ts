import type { ChatAdapter } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { ClaimedRow, Queued } from '../store/outbox.ts';
import type { Prepared } from './attachments.ts';
import type { Claim } from './claimer.ts';
import { type Delivery, deliver } from './delivery.ts';
import { type Line, lineOf } from './line.ts';

/** A delivery that ended, and the row as it was queued. */
export interface Completion extends Delivery {
  readonly queued: Queued;
}

/** Messages that were handed to their platforms. */
export interface Sends {
  /** Hands over a row that was claimed. */
  start(claim: Claim & { readonly row: ClaimedRow }, prepared: Prepared | undefined): void;
  /** The lines in which a message is in flight. */
  readonly lines: ReadonlySet<Line>;
  /** Deliveries that ended and are not recorded yet. */
  readonly ended: Completion[];
}

/** `onEnd` is called for each delivery that ends, once it is in `ended`. */
export function createSends(
  adapterOf: (chat: ChatRef) => ChatAdapter | undefined,
  onEnd: (completion: Completion) => void,
): Sends {
  const lines = new Set<Line>();
  const ended: Completion[] = [];

  async function send(
    { queued, row }: Parameters<Sends['start']>[0],
    prepared: Prepared | undefined,
  ): Promise<void> {
    lines.add(lineOf(queued));
    const delivery = await deliver(row, adapterOf(row.chat), prepared);
    lines.delete(lineOf(queued));
    const completion = { queued, ...delivery };
    ended.push(completion);
    onEnd(completion);
  }

  return {
    lines,
    ended,
    start: (claim, prepared) => {
      void send(claim, prepared);
    },
  };
}
