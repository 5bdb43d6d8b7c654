import type { OutboxId } from '../domain/ids.ts';
import type { Queued } from '../store/outbox.ts';

/** The pause before each message, while the row may still be joined by others. Times are monotonic milliseconds. */
export interface Pauses {
  /** Milliseconds until a row's pause is over, which begins when this is asked first. */
  wait(row: Queued, now: number): number;
  /** The rows are taken out. */
  end(rows: readonly Queued[]): void;
}

export function createPauses(draw: () => number): Pauses {
  const until = new Map<OutboxId, number>();
  return {
    wait({ id }, now) {
      const end = until.get(id) ?? now + draw();
      until.set(id, end);
      return Math.max(0, end - now);
    },
    end(rows) {
      for (const { id } of rows) until.delete(id);
    },
  };
}
