import type { OutboxId, PersonId, UserRef } from '../domain/ids.ts';
import type { Content } from '../text/content.ts';
import { literal, plain } from '../text/markup.ts';
import type { Db } from './database.ts';

/** An account as a statement names it: its ref, and what the platform calls it. */
export interface AccountIds {
  readonly ref: UserRef;
  readonly id: string;
}

/** True of a message's ref that has the account in it: in a private chat, and on WhatsApp in every group. */
export const carries = (column: string): string =>
  `(substr(${column}, 1, length(:ref) + 1) = :ref || ':'
    OR instr(:id, '@') > 0 AND instr(${column}, ':' || :id || ':') > 0)`;

/** Words between single spaces, without the signs that a name may have lost on its way (`names.ts`). */
const wordsOf = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** Takes people out of the outbox; a message that is still to be sent is left until it is settled. */
export function createForgetting(db: Db) {
  const wholeOf = db.prepare<AccountIds>(
    `INSERT OR REPLACE INTO outbox_forget SELECT id, 1 FROM outbox
     WHERE chat = :ref OR asks = :ref OR sender = :ref
     OR ${carries('answers')} OR ${carries('quotes')} OR ${carries('edits')}`,
  );
  const contentOf = db.prepare<AccountIds>(
    `INSERT OR IGNORE INTO outbox_forget SELECT id, 0 FROM outbox WHERE instr(content, '"' || :ref || '\\"') > 0`,
  );
  const answersTo = db.prepare<[PersonId]>(
    `INSERT OR IGNORE INTO outbox_forget
     SELECT id, 0 FROM outbox WHERE answers IN (SELECT message FROM report WHERE person = ?)`,
  );
  const holding = db.prepare<[string, string], { id: OutboxId; content: string }>(
    'SELECT id, content FROM outbox WHERE instr(content, ?) > 0 OR instr(content, ?) > 0',
  );
  const contentOfRow = db.prepare<[OutboxId]>('INSERT OR IGNORE INTO outbox_forget VALUES (?, 0)');
  const next = db.prepare(
    `INSERT OR REPLACE INTO outbox_forget
     SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0) + 1, 1`,
  );

  const any = db.prepare<[], 1>('SELECT 1 FROM outbox_forget LIMIT 1').pluck();
  // From the few that are marked: left to itself SQLite looks through the whole outbox instead.
  const settled = `SELECT id FROM outbox_forget CROSS JOIN outbox USING (id) WHERE state NOT IN ('queued', 'sending')`;
  const sweep = [
    // What came is noted by the same ref as what was answered.
    `DELETE FROM inbox WHERE ref IN (SELECT answers FROM outbox WHERE id IN (${settled} AND whole))`,
    `DELETE FROM whatsapp_sent WHERE key IN (SELECT CAST(id AS TEXT) FROM (${settled}))`,
    `UPDATE outbox SET content = NULL WHERE id IN (${settled})`,
    `DELETE FROM outbox WHERE id IN (${settled} AND whole)`,
    `DELETE FROM outbox_forget WHERE id IN (${settled})
     OR id NOT IN (SELECT id FROM outbox) AND id <= (SELECT seq FROM sqlite_sequence WHERE name = 'outbox')`,
  ].map((sql) => db.prepare(sql));

  /** Blanks or deletes what was marked and is settled. */
  function sweepSettled(): void {
    if (any.get()) for (const statement of sweep) statement.run();
  }

  return {
    sweep: sweepSettled,

    /** Marks all that answers these accounts or names that person, and the message that is queued next. */
    mark(person: PersonId | undefined, names: readonly string[], accounts: readonly AccountIds[]): void {
      if (person !== undefined) answersTo.run(person);
      for (const account of accounts) for (const statement of [contentOf, wholeOf]) statement.run(account);
      for (const id of names.filter((name) => name.trim()).flatMap(naming)) contentOfRow.run(id);
      sweepSettled();
      next.run();
    },
  };

  /** The rows in which somebody's name stands as a word of its own: "Ali" is not in "kembali". */
  function naming(name: string): readonly OutboxId[] {
    const words = wordsOf(name);
    if (words.trim() === '') return [];
    const [first = ''] = words.trim().split(' ');
    const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
    return holding
      .all(inJson(first), inJson(literal(first)))
      .filter(({ content }) => {
        const { text, choices = [] } = JSON.parse(content) as Content;
        const shown = [plain(text), ...choices.map(({ label }) => label)];
        return shown.some((each) => wordsOf(each).includes(words));
      })
      .map(({ id }) => id);
  }
}
