import type { Clock } from '../domain/clock.ts';
import type { Log } from '../log.ts';
import type { Attachments } from './attachments.ts';
import { type Claimed, createClaimer } from './claimer.ts';
import type { CommitLoop, Participant } from './commit-loop.ts';
import type { Isolation } from './isolation.ts';
import type { Lanes } from './lanes.ts';
import { type Line, lineOf } from './line.ts';
import { RETRY_FIRST_MS } from './outcome.ts';
import type { Reactions } from './reactions.ts';
import type { Send, Sends } from './sends.ts';

interface ClaimOptions {
  readonly lanes: Lanes;
  readonly isolation: Isolation;
  readonly attachments: Attachments;
  readonly reactions: Reactions;
  readonly sends: Sends;
  readonly loop: CommitLoop;
  readonly clock: Clock;
  readonly log: Log;
}

const NOTHING_CLAIMED: Claimed = { claims: [], late: [], wait: Number.POSITIVE_INFINITY };

/** Claims what may be sent, and hands it to its platform once that is on the disk. */
export function createClaims(options: ClaimOptions): Required<Participant> {
  const { lanes, isolation, attachments, reactions, sends, loop, clock, log } = options;
  const claimer = createClaimer(lanes, isolation, clock, log);
  let claimed = NOTHING_CLAIMED;

  return {
    write(tx) {
      claimed = claimer.claim(tx, attachments);
    },
    committed() {
      const { claims, late, wait } = claimed;
      for (const row of late) reactions.watch(row);
      claimed = NOTHING_CLAIMED;
      const runs = new Map<Line, Send[]>();
      let hasRoom = false;
      for (const { queued, row } of claims) {
        reactions.claimed(queued);
        const prepared = attachments.handOver(queued);
        // A row that is not sent makes room for another, and so does a file that goes out: others can be made.
        hasRoom ||= !row || prepared !== undefined;
        if (!row) lanes.of(queued.chat).done(queued);
        else runs.set(lineOf(queued), [...(runs.get(lineOf(queued)) ?? []), { queued, row, prepared }]);
      }
      for (const [line, run] of runs) sends.start(line, run);
      loop.wakeWithin(hasRoom ? 0 : wait);
    },
    /** The lanes may hold rows that are not in the store: they are loaded again, in a moment. */
    rolledBack() {
      claimed = NOTHING_CLAIMED;
      lanes.clear(sends.lines);
      attachments.release();
      claimer.reset();
      loop.wakeWithin(RETRY_FIRST_MS);
      return false;
    },
  };
}
