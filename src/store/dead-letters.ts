import type { Instant } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** What can be set aside: an event from a platform, a message of the outbox, a group's schedule, what else is kept, a flood of messages. */
export type DeadLetterKind = 'event' | 'message' | 'schedule' | 'record' | 'flood';

/** What could not be processed and was set aside, so that the rest goes on. The log names each; here they are counted. */
export interface DeadLetters {
  /** Never throws: the fault that it notes may be the database's. */
  add(kind: DeadLetterKind, at: Instant): void;
  /** How many there are of each kind since then. */
  since(at: Instant): Partial<Record<DeadLetterKind, number>>;
}

export function deadLetters(db: Db): DeadLetters {
  const add = db.prepare<[DeadLetterKind, Instant]>('INSERT INTO dead_letter (kind, at) VALUES (?, ?)');
  const counts = db.prepare<[Instant], { kind: DeadLetterKind; n: number }>(
    'SELECT kind, count(*) AS n FROM dead_letter WHERE at > ? GROUP BY kind ORDER BY kind',
  );
  /** Those that a damaged database does not take. */
  const unwritten: { readonly kind: DeadLetterKind; readonly at: Instant }[] = [];

  return {
    add(kind, at) {
      try {
        add.run(kind, at);
      } catch {
        unwritten.push({ kind, at });
      }
    },
    since(at) {
      const found: Partial<Record<DeadLetterKind, number>> = {};
      for (const { kind, n } of counts.all(at)) found[kind] = n;
      for (const each of unwritten) if (each.at > at) found[each.kind] = (found[each.kind] ?? 0) + 1;
      return found;
    },
  };
}
