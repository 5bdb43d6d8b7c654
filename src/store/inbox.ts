import type { Instant, MessageRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** The messages that were dealt with, so that one that is offered again is not answered twice. */
export interface Inbox {
  /** Whether a message was dealt with. */
  seen(ref: MessageRef): boolean;
  /** Notes a message as dealt with; false when it was before. */
  take(ref: MessageRef, at: Instant): boolean;
  /** Notes a message as dealt with, and a digest of the words that it says now. */
  record(ref: MessageRef, at: Instant, digest: string): void;
  /** The digest of what a message said last; undefined where none was recorded. */
  digest(ref: MessageRef): string | undefined;
}

export function inbox(db: Db): Inbox {
  const seen = db.value<[MessageRef], 1>('SELECT 1 FROM inbox WHERE ref = ?');
  const take = db.prepare<[MessageRef, Instant]>(
    'INSERT INTO inbox (ref, at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const record = db.prepare<[MessageRef, Instant, string]>(
    'INSERT INTO inbox (ref, at, words) VALUES (?, ?, ?) ON CONFLICT (ref) DO UPDATE SET words = excluded.words',
  );
  const digest = db.value<[MessageRef], string | null>('SELECT words FROM inbox WHERE ref = ?');

  return {
    seen: (ref) => seen.get(ref) === 1,
    take: (ref, at) => take.run(ref, at).changes === 1,
    record: (ref, at, digest) => {
      record.run(ref, at, digest);
    },
    digest: (ref) => digest.get(ref) ?? undefined,
  };
}
