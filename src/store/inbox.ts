import type { Instant, MessageRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** The messages that were dealt with, so that one that is offered again is not answered twice. */
export interface Inbox {
  /** Whether a message was dealt with. */
  seen(ref: MessageRef): boolean;
  /** Notes a message as dealt with; false when it was before. */
  take(ref: MessageRef, at: Instant): boolean;
  /** Notes a message as dealt with, a digest of the words that it says now, and when an edit gave it these. */
  record(ref: MessageRef, at: Instant, digest: string, editedAt?: Instant): void;
  /** The digest of what a message said last; undefined where none was recorded. */
  digest(ref: MessageRef): string | undefined;
  /** When a message was edited last; undefined where no edit of it was recorded. */
  editedAt(ref: MessageRef): Instant | undefined;
}

export function inbox(db: Db): Inbox {
  const seen = db.value<[MessageRef], 1>('SELECT 1 FROM inbox WHERE ref = ?');
  const take = db.prepare<[MessageRef, Instant]>(
    'INSERT INTO inbox (ref, at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  // A message is recorded once, unless it is edited: an upsert costs twice as much.
  const add = db.prepare<[string, Instant | null, Instant, MessageRef]>(
    'INSERT INTO inbox (words, edited_at, at, ref) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const change = db.prepare<[string, Instant | null, MessageRef]>(
    'UPDATE inbox SET words = ?, edited_at = ? WHERE ref = ?',
  );
  const digest = db.value<[MessageRef], string | null>('SELECT words FROM inbox WHERE ref = ?');

  const editedAt = db.value<[MessageRef], Instant | null>('SELECT edited_at FROM inbox WHERE ref = ?');

  return {
    seen: (ref) => seen.get(ref) === 1,
    take: (ref, at) => take.run(ref, at).changes === 1,
    record(ref, at, digest, edited) {
      if (add.run(digest, edited ?? null, at, ref).changes === 0) change.run(digest, edited ?? null, ref);
    },
    digest: (ref) => digest.get(ref) ?? undefined,
    editedAt: (ref) => editedAt.get(ref) ?? undefined,
  };
}
