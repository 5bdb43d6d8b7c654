import type { Instant, MessageRef } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** The messages that were dealt with, so that one that is offered again is not answered twice. */
export interface Inbox {
  /** Whether a message was dealt with. */
  seen(ref: MessageRef): boolean;
  /** Notes a message as dealt with; false when it was before. `edits`: the message whose words it changes. */
  take(ref: MessageRef, at: Instant, edits?: MessageRef): boolean;
  /** Notes a message as dealt with, and a digest of the words that it says now. */
  record(ref: MessageRef, at: Instant, digest: string, about?: Noted): void;
  /** The digest of what a message said last; undefined where none was recorded. */
  digest(ref: MessageRef): string | undefined;
  /** When a message was edited last; undefined where no edit of it was recorded. */
  editedAt(ref: MessageRef): Instant | undefined;
  /** When a message got the words that it says now; undefined where it was not recorded. */
  saidAt(ref: MessageRef): Instant | undefined;
  /** When a message was first dealt with; undefined where it was not. */
  takenAt(ref: MessageRef): Instant | undefined;
  /** When a message, each edit of it, and each answer of its sender to the questions that it led to, was first dealt with, in that order. */
  momentsOf(ref: MessageRef): readonly Instant[];
  /** The message of its sender that a message is a part of; undefined where it stands by itself. */
  partOf(ref: MessageRef): MessageRef | undefined;
  /** The message whose question a message answers, its sender's own or somebody else's; undefined where it stands by itself. */
  answers(ref: MessageRef): MessageRef | undefined;
}

/** What is known of a message that was dealt with. */
export interface Noted {
  /** When an edit gave it its words. */
  readonly editedAt?: Instant | undefined;
  /** The message of its sender whose question it answers. An edit leaves that as it was. */
  readonly partOf?: MessageRef | undefined;
  /** The message of somebody else whose question it answers. */
  readonly answerTo?: MessageRef | undefined;
}

/** The message, its edits, and those of its sender that answered its questions, or the questions that these led to: `parts (ref)`. */
export const PARTS = `WITH RECURSIVE parts (ref) AS (
  SELECT CAST(:message AS TEXT) UNION SELECT inbox.ref FROM parts JOIN inbox ON inbox.part_of = parts.ref)`;

/** The same, and in `others (ref)` what somebody else answered to their questions. */
export const OTHERS = `${PARTS}, others (ref) AS (
  SELECT inbox.ref FROM parts JOIN inbox ON inbox.answer_to = parts.ref
  UNION SELECT inbox.ref FROM others JOIN inbox ON inbox.part_of = others.ref)`;

export function inbox(db: Db): Inbox {
  const seen = db.value<[MessageRef], 1>('SELECT 1 FROM inbox WHERE ref = ?');
  const take = db.prepare<[MessageRef, Instant, MessageRef | null]>(
    'INSERT INTO inbox (ref, at, part_of) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  // A message is recorded once, unless it is edited: an upsert costs twice as much.
  const add = db.prepare<[string, Instant | null, MessageRef | null, MessageRef | null, Instant, MessageRef]>(
    'INSERT INTO inbox (words, edited_at, part_of, answer_to, at, ref) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const change = db.prepare<[string, Instant | null, MessageRef]>(
    'UPDATE inbox SET words = ?, edited_at = ? WHERE ref = ?',
  );
  const digest = db.value<[MessageRef], string | null>('SELECT words FROM inbox WHERE ref = ?');

  const editedAt = db.value<[MessageRef], Instant | null>('SELECT edited_at FROM inbox WHERE ref = ?');
  const saidAt = db.value<[MessageRef], Instant>(
    'SELECT coalesce(edited_at, at) FROM inbox WHERE ref = ? AND words IS NOT NULL',
  );
  const takenAt = db.value<[MessageRef], Instant>('SELECT at FROM inbox WHERE ref = ?');
  const momentsOf = db.value<{ message: MessageRef }, Instant>(
    `${PARTS} SELECT at FROM inbox WHERE ref IN (SELECT ref FROM parts) ORDER BY at`,
  );
  const partOf = db.value<[MessageRef], MessageRef | null>('SELECT part_of FROM inbox WHERE ref = ?');
  const answers = db.value<[MessageRef], MessageRef | null>(
    'SELECT coalesce(part_of, answer_to) FROM inbox WHERE ref = ?',
  );

  return {
    seen: (ref) => seen.get(ref) === 1,
    take: (ref, at, edits) => take.run(ref, at, edits ?? null).changes === 1,
    record(ref, at, digest, { editedAt: edited = null, partOf: whole = null, answerTo: other = null } = {}) {
      if (add.run(digest, edited, whole, other, at, ref).changes === 0) change.run(digest, edited, ref);
    },
    digest: (ref) => digest.get(ref) ?? undefined,
    editedAt: (ref) => editedAt.get(ref) ?? undefined,
    saidAt: (ref) => saidAt.get(ref),
    takenAt: (ref) => takenAt.get(ref),
    momentsOf: (message) => momentsOf.all({ message }),
    partOf: (ref) => partOf.get(ref) ?? undefined,
    answers: (ref) => answers.get(ref) ?? undefined,
  };
}
