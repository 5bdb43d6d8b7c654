import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant, OutboxId } from '../../src/domain/ids.ts';
import { quietUntil } from '../../src/domain/quiet-hours.ts';
import type { Store } from '../../src/store/store.ts';

/** Waits until nothing is being sent, and nothing is left that could go out now. */
export async function atRest(store: Store, now: Instant): Promise<void> {
  const isQuiet = quietUntil(now, 'Asia/Jakarta') !== undefined;
  const isBusy = () =>
    store.read(
      ({ outbox }) =>
        outbox.counts().sending !== undefined ||
        outbox.queuedAfter(0 as OutboxId).some(({ scheduled }) => !scheduled || !isQuiet),
    );
  while (isBusy()) await sleep(1);
}
