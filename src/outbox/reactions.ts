import type { ChatAdapter } from '../adapters/adapter.ts';
import type { ChatRef, OutboxId } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { Queued } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

/** Words that are out by then need no reaction before them. */
const WORDS_SOON_MS = 2_000;

export interface Reactions {
  /** A confirmation is on the disk and waits: if it still does in a moment, a reaction says meanwhile that it was recorded. */
  watch(row: Queued): void;
  /** It goes out: nothing has to be shown before it. */
  claimed(row: Queued): void;
  /** Shows no more. */
  stop(): void;
}

/** Reactions in place of words that wait: best effort, never repeated, and forgotten at a stop. */
export function createReactions(
  store: Store,
  adapterOf: (chat: ChatRef) => ChatAdapter | undefined,
  log: Log,
): Reactions {
  const timers = new Map<OutboxId, NodeJS.Timeout>();

  async function react({ id, chat, answers }: Queued): Promise<void> {
    try {
      if (store.read((tx) => tx.outbox.queued(id))) await adapterOf(chat)?.react?.(chat, answers!);
    } catch (error) {
      log.info({ err: error, outbox: id }, 'reaction not shown');
    }
  }

  return {
    watch(row) {
      if (!row.brief || !row.answers || !adapterOf(row.chat)?.react) return;
      const timer = setTimeout(() => {
        timers.delete(row.id);
        void react(row);
      }, WORDS_SOON_MS).unref();
      timers.set(row.id, timer);
    },
    claimed({ id }) {
      clearTimeout(timers.get(id));
      timers.delete(id);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
