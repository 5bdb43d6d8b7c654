import type { ChatAdapter } from '../adapters/adapter.ts';
import type { ChatRef } from '../domain/ids.ts';
import type { ClaimedRow, Queued } from '../store/outbox.ts';
import type { Prepared } from './attachments.ts';
import { type Delivery, deliver } from './delivery.ts';
import type { Line } from './line.ts';

/** A row that was claimed, and the files that it carries. */
export interface Send {
  readonly queued: Queued;
  readonly row: ClaimedRow;
  readonly prepared: Prepared | undefined;
}

/** A delivery that ended, and the row as it was queued. */
export interface Completion extends Delivery {
  readonly queued: Queued;
}

/** Messages that were handed to their platforms. */
export interface Sends {
  /** Hands over rows of one line that were claimed, one after another. Those behind one that fails are not tried. */
  start(line: Line, run: readonly Send[]): void;
  /** The lines in which a message is in flight. */
  readonly lines: ReadonlySet<Line>;
  /** Deliveries that ended and are not recorded yet. */
  readonly ended: Completion[];
}

/** What a run of sends tells. */
interface SendsOptions {
  readonly adapterOf: (chat: ChatRef) => ChatAdapter | undefined;
  /** Whether a row that was claimed behind another may still go out as it was read. */
  readonly goesOn: (next: ClaimedRow) => boolean;
  /** Called for each delivery that ends, once it is in `ended`; `last`: its line is free. */
  readonly onEnd: (completion: Completion, last: boolean) => void;
}

export function createSends({ adapterOf, goesOn, onEnd }: SendsOptions): Sends {
  const lines = new Set<Line>();
  const ended: Completion[] = [];

  async function send(line: Line, [first, ...others]: readonly Send[]): Promise<void> {
    const { queued, row, prepared } = first!;
    lines.add(line);
    const delivery = await deliver(row, adapterOf(row.chat), prepared);
    const completion = { queued, ...delivery };
    const stops = others.length > 0 && (delivery.error !== undefined || !goesOn(others[0]!.row));
    // What is put back last comes first again.
    if (stops) ended.push(...others.map((each) => ({ ...each, untried: true as const })).reverse());
    const last = stops || others.length === 0;
    if (last) lines.delete(line);
    ended.push(completion);
    onEnd(completion, last);
    if (!last) await send(line, others);
  }

  return {
    lines,
    ended,
    start: (line, run) => {
      void send(line, run);
    },
  };
}
