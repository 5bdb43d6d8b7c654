import type { Tx } from '../store/tx.ts';
import type { Attachments } from './attachments.ts';
import type { Participant } from './commit-loop.ts';
import type { Isolation } from './isolation.ts';
import type { Lanes } from './lanes.ts';
import type { Outcomes } from './outcome.ts';
import type { Completion, Sends } from './sends.ts';

interface CompletionOptions {
  readonly lanes: Lanes;
  readonly isolation: Isolation;
  readonly outcomes: Outcomes;
  readonly attachments: Attachments;
  readonly sends: Sends;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
}

/** Records how deliveries ended, and puts back the rows that are tried again. */
export function createCompletions(options: CompletionOptions): Participant {
  const { lanes, isolation, outcomes, attachments, sends, elapsed } = options;

  function complete(tx: Tx, completion: Completion): void {
    const { queued, error, untried } = completion;
    const lane = lanes.of(queued.chat);
    if (!untried) lane.ended(queued, elapsed());
    const fail = () => tx.outbox.settle(queued.id, 'failed');
    const retry = isolation.run(queued.id, () => outcomes.note(tx, completion), fail);
    if (!retry) {
      lane.done(queued);
      return;
    }
    // A time to wait that the platform names is true of the whole chat; any other failure of a file is the file's own.
    const { retryAfterSeconds, capped } = error?.detail ?? {};
    const all = retryAfterSeconds !== undefined && !capped;
    const { ms, orHeard = false } = retry;
    // It may have arrived as it is: it is gathered with nothing any more.
    const asItIs = untried ? queued : { ...queued, brief: false, shared: false, patient: false };
    lane.putBack(asItIs, elapsed() + ms, { all, orHeard });
    attachments.release(queued.chat);
  }

  return {
    write(tx) {
      for (const completion of sends.ended) complete(tx, completion);
    },
    committed() {
      sends.ended.length = 0;
    },
  };
}
