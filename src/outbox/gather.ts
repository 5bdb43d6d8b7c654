import type { Instant, OutboxId } from '../domain/ids.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { Markup } from '../text/markup.ts';
import { lines } from '../text/say.ts';

/**
 * Queues one message that says in brief what these confirmations say, in their place. They keep what they answer, each for its own
 * person, and are settled with it. Runs inside a transaction.
 */
export function gather(tx: Tx, rows: readonly Posted[], now: Instant): OutboxId {
  const { chat, thread, priority } = rows[0]!;
  // It shows what all of them answer, which may have a moment ahead of the clock.
  const at = rows.reduce((latest, row) => (row.at > latest ? row.at : latest), now);
  return tx.outbox.gather(
    {
      to: chat,
      thread: thread ?? undefined,
      priority,
      content: { text: gathered(rows.map(({ brief }) => brief!)) },
      context: { gathered: true },
    },
    rows.map(({ id }) => id),
    at,
  );
}

/** The line of each, and then what several of them add, once. */
function gathered(briefs: readonly Markup[]): Markup {
  const all = briefs.map((brief) => brief.split('\n') as Markup[]);
  const added = new Set(all.flatMap(([, ...more]) => more));
  return lines(...all.map(([own]) => own), ...added);
}
