import type { OutboxId } from '../src/domain/ids.ts';
import type { OutboxState } from '../src/store/outbox.ts';
import type { Store } from '../src/store/store.ts';

/** More messages than a test queues. */
const LAST_ID = 30;

/** How many messages of a small outbox are in each state, those that were sent included. */
export function outboxStates(store: Store): Partial<Record<OutboxState, number>> {
  const states: Partial<Record<OutboxState, number>> = {};
  store.read((tx) => {
    for (let id = 1; id <= LAST_ID; id += 1) {
      const state = tx.outbox.get(id as OutboxId)?.state;
      if (state) states[state] = (states[state] ?? 0) + 1;
    }
  });
  return Object.fromEntries(Object.entries(states).sort(([a], [b]) => a.localeCompare(b)));
}
