import type { ChatRef, Instant, OutboxId, PersonId, UserRef } from '../domain/ids.ts';
import { parseJson } from '../domain/json.ts';
import type { Content } from '../text/content.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import type { Db } from './db.ts';

/** An account as a statement names it: its ref, and what the platform calls it. */
export interface AccountIds {
  readonly ref: UserRef;
  readonly id: string;
}

/** True of a message's ref that has the account in it: in a private chat, and on WhatsApp in every group. */
export const carries = (column: string): string =>
  `(substr(${column}, 1, length(:ref) + 1) = :ref || ':'
    OR instr(:id, '@') > 0 AND instr(${column}, ':' || :id || ':') > 0)`;

/** Who wrote a message of a group on WhatsApp, in the words of the indexes by author (`schema.ts`). */
export const authorOf = (
  column: string,
): string => `substr(substr(${column}, instr(${column}, '@g.us:') + 6), 1,
  instr(substr(${column}, instr(${column}, '@g.us:') + 6), ':') - 1)`;

interface Holding {
  readonly id: OutboxId;
  readonly content: string;
}

/** A question whether to hand an office over; it alone knows to whom, until the yes. */
interface Asking extends Holding {
  readonly context: string;
}
/** In JSON a quote within a string has a backslash before it, so that no text looks like the field. */
const NAMES_SOMEBODY = `instr(context, '"named":') > 0`;

/** Words between single spaces, without the signs that a name may have lost on its way (`names.ts`). */
const wordsOf = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** Takes people out of the outbox; a message that is still to be sent stays until its delivery has ended. */
export function outboxErasure(db: Db) {
  // All that answers somebody, wherever, has them as its sender.
  const wholeOf = db.prepare<AccountIds>(
    `INSERT INTO outbox_forget (id, whole) SELECT id, 1 FROM outbox WHERE chat = :ref OR sender = :ref
     ON CONFLICT (id) DO UPDATE SET whole = 1`,
  );
  /** Where somebody may be named: the groups of their kecamatan, private chats of those who have a role there. */
  const placesOf = db.value<{ person: PersonId }, ChatRef>(
    `WITH area (code) AS MATERIALIZED (SELECT DISTINCT substr(area, 1, 8) FROM role WHERE person = :person)
       SELECT ref FROM area CROSS JOIN chat ON district = code
       UNION SELECT ref FROM area CROSS JOIN role ON area >= code AND area < code || '/'
         CROSS JOIN person_ref ON person_ref.person = role.person`,
  );
  /** Where they were answered. */
  const answeredIn = db.value<[UserRef], ChatRef>('SELECT DISTINCT chat FROM outbox WHERE sender = ?');
  const contentOf = db.prepare<AccountIds & { chat: ChatRef }>(
    `INSERT INTO outbox_forget (id, whole)
     SELECT id, 0 FROM outbox WHERE chat = :chat AND instr(content, '"' || :ref || '\\"') > 0 ON CONFLICT DO NOTHING`,
  );
  const holding = db.prepare<{ chat: ChatRef; word: string; marked: string }, Holding>(
    'SELECT id, content FROM outbox WHERE chat = :chat AND (instr(content, :word) > 0 OR instr(content, :marked) > 0)',
  );
  const named = db.prepare<[], Asking>(
    `SELECT id, content, context FROM outbox INDEXED BY outbox_naming WHERE ${NAMES_SOMEBODY}`,
  );
  const namedBefore = db.value<[Instant], OutboxId>(
    `SELECT id FROM outbox INDEXED BY outbox_naming WHERE ${NAMES_SOMEBODY} AND at < ?`,
  );
  /** As version 0.2.0 asked it: by the number of a person of whom it had made a row. These expire with all other rows. */
  const handovers = db.prepare<[], Holding>(
    `SELECT id, content FROM outbox INDEXED BY outbox_handover WHERE instr(content, '/tunjuk camat #') > 0`,
  );
  const contentOfRow = db.prepare<[OutboxId]>(
    'INSERT INTO outbox_forget (id, whole) VALUES (?, 0) ON CONFLICT DO NOTHING',
  );
  const next = db.prepare(
    `INSERT INTO outbox_forget (id, whole)
     SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0) + 1, 1 WHERE true
     ON CONFLICT (id) DO UPDATE SET whole = 1`,
  );

  const traces = db.prepare('INSERT INTO unused_space (traces) VALUES (1) ON CONFLICT DO NOTHING');
  const any = db.value<[], 1>('SELECT 1 FROM outbox_forget LIMIT 1');
  // From the few that are marked: left to itself SQLite looks through the whole outbox instead.
  const settled = `SELECT id FROM outbox_forget CROSS JOIN outbox USING (id) WHERE state NOT IN ('queued', 'sending')`;
  const sweep = [
    // What came is noted by the same ref as what was answered.
    `DELETE FROM inbox WHERE ref IN (SELECT answers FROM outbox WHERE id IN (${settled} AND whole = 1))`,
    `DELETE FROM question WHERE outbox IN (${settled} AND whole = 1)`,
    `DELETE FROM whatsapp_sent WHERE key IN (SELECT CAST(id AS TEXT) FROM (${settled}) AS settled)`,
    `UPDATE outbox SET content = NULL, brief = NULL,
     context = CASE WHEN ${NAMES_SOMEBODY} THEN '{"closed":true}' ELSE context END WHERE id IN (${settled})`,
    `DELETE FROM outbox WHERE id IN (${settled} AND whole = 1)`,
    `DELETE FROM outbox_forget WHERE id IN (${settled})
     OR NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = outbox_forget.id) AND id <= (SELECT seq FROM sqlite_sequence WHERE name = 'outbox')`,
  ].map((sql) => db.prepare(sql));

  /** Blanks or deletes the marked rows whose delivery has ended. */
  function sweepSettled(): void {
    if (any.get()) for (const statement of sweep) statement.run();
  }

  /** Blanks questions about somebody of whom nothing is kept, once their delivery has ended. */
  function forgetNamed(ids: readonly OutboxId[]): void {
    if (ids.length === 0) return;
    for (const id of ids) contentOfRow.run(id);
    traces.run();
    sweepSettled();
  }

  return {
    sweep: sweepSettled,
    forgetNamed,
    /** The same for all that were queued before then, and that nobody answered. */
    forgetNamedBefore: (before: Instant): void => forgetNamed(namedBefore.all(before)),

    /** Marks all that answers these accounts or names that person, and the message that is queued next. */
    mark(names: readonly string[], accounts: readonly AccountIds[], places: readonly ChatRef[]): void {
      for (const account of accounts) {
        for (const chat of places) contentOf.run({ ...account, chat });
        wholeOf.run(account);
      }
      const asked = named.all().filter(({ context }) => isAbout(context, accounts));
      for (const { id } of asked) contentOfRow.run(id);
      for (const name of names) for (const id of naming(name, places)) contentOfRow.run(id);
      traces.run();
      sweepSettled();
      next.run();
    },
    /** The chats in which somebody may be named. */
    places: (person: PersonId | undefined, accounts: readonly AccountIds[]): readonly ChatRef[] => [
      ...new Set([
        ...(person === undefined ? [] : placesOf.all({ person })),
        ...accounts.flatMap(({ ref }) => answeredIn.all(ref)),
      ]),
    ],
  };

  /** The rows in which somebody's name stands as a word of its own: "Ali" is not in "kembali". */
  function naming(name: string, places: readonly ChatRef[]): readonly OutboxId[] {
    const words = wordsOf(name);
    if (words.trim() === '') return [];
    const [first = ''] = words.trim().split(' ');
    const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
    const [word, marked] = [inJson(first), inJson(literal(first))];
    return [...handovers.all(), ...places.flatMap((chat) => holding.all({ chat, word, marked }))]
      .filter(({ content }) => namesIn(content).some((text) => wordsOf(text).includes(words)))
      .map(({ id }) => id);
  }
}

/** Whether a question asks about one of these accounts. */
const isAbout = (context: string, accounts: readonly AccountIds[]): boolean =>
  accounts.some(({ ref }) => context.includes(JSON.stringify(ref)));

/** The texts of a message in which somebody may be named: what it says, and its buttons. */
function namesIn(content: string): readonly string[] {
  const found = parseJson(content) as Partial<Content> | undefined;
  return [plain(found?.text ?? ('' as Markup)), ...(found?.choices ?? []).map(({ label }) => label)];
}
