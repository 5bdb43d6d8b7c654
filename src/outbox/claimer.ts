import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { ClaimedRow, Queued } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { FilesInHand } from './attachments.ts';
import { gather } from './gather.ts';
import type { Isolation } from './isolation.ts';
import type { Lanes } from './lanes.ts';
import { whyDropped } from './lifetime.ts';
import { createLoader } from './loader.ts';

/** A row that may be sent now; `row` is undefined where it turned out not to be sent at all. */
export interface Claim {
  readonly queued: Queued;
  readonly row: ClaimedRow | undefined;
}

export interface Claimed {
  /** Those of one line go out one after another. */
  readonly claims: readonly Claim[];
  /** Newly loaded rows whose turn has not come. */
  readonly late: readonly Queued[];
  /** Milliseconds until the next row's time comes; infinite where only the end of a send makes room. */
  readonly wait: number;
}

export interface Claimer {
  /** Loads newly queued rows, and claims those that may be sent now. Runs inside a transaction. */
  claim(tx: Tx, files: FilesInHand): Claimed;
  /** Forgets what was loaded: after a rollback the lanes may hold rows that are not in the store. */
  reset(): void;
}

export function createClaimer(lanes: Lanes, isolation: Isolation, clock: Clock, log: Log): Claimer {
  const loader = createLoader(isolation);

  /** Marks a row as being sent before it is; one whose time is over is not sent. */
  function claimRow(tx: Tx, queued: Queued, now: Instant): Claim {
    const row = tx.outbox.claim(queued.id);
    return { queued, row: row && isDropped(tx, row, now) ? undefined : row };
  }

  function isDropped(tx: Tx, row: Parameters<typeof whyDropped>[1], now: Instant): boolean {
    const why = whyDropped(tx, row, now);
    if (!why) return false;
    tx.outbox.settle(row.id, 'failed');
    log.warn(
      { outbox: row.id, why, refusal: row.refusal },
      'message dropped: its time is over, or its group is not linked to its area any more',
    );
    return true;
  }

  function claimOne(tx: Tx, queued: Queued, now: Instant): Claim {
    const fail = () => tx.outbox.settle(queued.id, 'failed');
    const claim = isolation.run(queued.id, () => claimRow(tx, queued, now), fail);
    return claim ?? { queued, row: undefined };
  }

  /** Claims a confirmation together with others, as one message; where only one of them can be read, as itself. */
  function claimTogether(tx: Tx, all: readonly Queued[], now: Instant): Claim {
    const rows = all.flatMap(({ id }) => isolation.run(id, () => tx.outbox.get(id)) ?? []);
    const linkedTo = tx.chats.get(all[0]!.chat)?.area ?? null;
    const waiting = rows.filter((row) => row.state === 'queued' && !isDropped(tx, { ...row, linkedTo }, now));
    const [first] = waiting;
    if (waiting.length < 2) return claimOne(tx, all.find(({ id }) => id === first?.id) ?? all[0]!, now);
    // It is claimed at once, and never loaded: where it is to be sent again, it is put back.
    const id = gather(tx, waiting, now);
    loader.skip(id);
    return claimRow(tx, { ...all[0]!, id, brief: false, shared: false, patient: false }, now);
  }

  return {
    claim(tx, files) {
      const now = clock();
      const loaded = loader.load(tx);
      for (const row of loaded) lanes.of(row.chat).add(row);
      const { rows, wait } = lanes.take(files);
      const taken = new Set(rows);
      const claims = rows.flatMap((queued) => {
        const company = lanes.takeCompany(queued);
        const following = company.length > 0 ? [] : lanes.takeFollowing(queued);
        for (const each of [...company, ...following]) taken.add(each);
        if (company.length > 0) return claimTogether(tx, [queued, ...company], now);
        return [queued, ...following].map((each) => claimOne(tx, each, now));
      });
      return { claims, late: loaded.filter((row) => !taken.has(row)), wait };
    },
    reset: loader.reset,
  };
}
