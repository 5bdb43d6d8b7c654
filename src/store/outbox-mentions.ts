import type { ChatRef, Instant, OutboxId, PersonId, UserRef } from '../domain/ids.ts';
import { parseJson } from '../domain/json.ts';
import type { Content } from '../text/content.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import type { Db } from './db.ts';
import type { PromptContext } from './prompt-context.ts';

/** An account as a statement names it: its ref, and what the platform calls it. */
export interface AccountIds {
  readonly ref: UserRef;
  readonly id: string;
}

/** A question about somebody of whom nothing else is kept. In JSON a quote within a string has a backslash before it, so that no text looks like the field. */
export const NAMES_SOMEBODY = `instr(context, '"named":') > 0`;

/** A question that keeps what was said before it, in people's own words. */
export const KEEPS_WORDS = `instr(context, '"words":') > 0`;

/** A message that shows an invitation code. */
export const IS_SECRET = `instr(context, '"secret":true') > 0`;

/** Finds the rows of the outbox in which somebody may be named. */
export interface OutboxMentions {
  /** The chats in which somebody may be named. */
  places(person: PersonId | undefined, accounts: readonly AccountIds[]): readonly ChatRef[];
  /** The rows in which a name stands as a word of its own: "Ali" is not in "kembali". */
  naming(name: string, places: readonly ChatRef[]): readonly OutboxId[];
  /** The questions about one of these accounts. */
  askingAbout(accounts: readonly AccountIds[]): readonly OutboxId[];
  /** The questions about anybody that were queued before then. */
  askedBefore(before: Instant): readonly OutboxId[];
  /** The messages with an invitation code that were queued before then. */
  secretBefore(before: Instant): readonly OutboxId[];
}

interface Holding {
  readonly id: OutboxId;
  readonly content: string | null;
  readonly context: string;
}

export function outboxMentions(db: Db): OutboxMentions {
  /**
   * Where somebody may be named: the groups of their kecamatan, those that were its groups when something was said there, and private
   * chats of those who have a role there.
   */
  const placesOf = db.value<{ person: PersonId }, ChatRef>(
    `WITH area (code) AS MATERIALIZED (SELECT DISTINCT substr(area, 1, 8) FROM role WHERE person = :person)
       SELECT ref FROM area CROSS JOIN chat ON district = code
       UNION SELECT chat FROM area CROSS JOIN outbox ON outbox.area = code
       UNION SELECT ref FROM area CROSS JOIN role ON area >= code AND area < code || '/'
         CROSS JOIN person_ref ON person_ref.person = role.person`,
  );
  /** Where they were answered. */
  const answeredIn = db.value<[UserRef], ChatRef>('SELECT DISTINCT chat FROM outbox WHERE sender = ?');
  const holding = db.prepare<{ chat: ChatRef; word: string; marked: string }, Holding>(
    `SELECT id, content, context FROM outbox
     WHERE chat = :chat AND (instr(content, :word) > 0 OR instr(content, :marked) > 0 OR instr(context, :word) > 0)`,
  );
  const named = db.prepare<[], { readonly id: OutboxId; readonly context: string }>(
    `SELECT id, context FROM outbox INDEXED BY outbox_naming WHERE ${NAMES_SOMEBODY}`,
  );
  const namedBefore = db.value<[Instant], OutboxId>(
    `SELECT id FROM outbox INDEXED BY outbox_naming WHERE ${NAMES_SOMEBODY} AND at < ?`,
  );
  const secretBefore = db.value<[Instant], OutboxId>(
    `SELECT id FROM outbox INDEXED BY outbox_secret WHERE ${IS_SECRET} AND at < ?`,
  );
  /** Questions whether to hand an office over, as version 0.2.0 asked them: of whom they name there may be nothing else. */
  const handovers = db.prepare<[], Holding>(
    `SELECT id, content, context FROM outbox INDEXED BY outbox_handover WHERE instr(content, '/tunjuk camat #') > 0`,
  );

  return {
    places: (person, accounts) => [
      ...new Set([
        ...(person === undefined ? [] : placesOf.all({ person })),
        ...accounts.flatMap(({ ref }) => answeredIn.all(ref)),
      ]),
    ],
    naming(name, places) {
      const { first, isIn } = spelling(name);
      const [word, marked] = [inJson(first), inJson(literal(first))];
      return [...handovers.all(), ...places.flatMap((chat) => holding.all({ chat, word, marked }))]
        .filter((row) => textsIn(row).some(isIn))
        .map(({ id }) => id);
    },
    askingAbout: (accounts) =>
      named
        .all()
        .filter(({ context }) => accounts.some(({ ref }) => context.includes(JSON.stringify(ref))))
        .map(({ id }) => id),
    askedBefore: (before) => namedBefore.all(before),
    secretBefore: (before) => secretBefore.all(before),
  };
}

/** A name as texts spell it: how it begins there, and whether it stands in one as a word. One of nothing but signs is looked for as it is. */
export function spelling(name: string): { readonly first: string; isIn(text: string): boolean } {
  const words = wordsOf(name).trim();
  return words === ''
    ? { first: name, isIn: (text) => text.includes(name) }
    : { first: words.split(' ', 1)[0]!, isIn: (text) => wordsOf(text).includes(` ${words} `) };
}

/** Words between single spaces, without the signs that a name may have lost on its way (`names.ts`). */
const wordsOf = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The texts of a message in which somebody may be named: what it says, its buttons, and what it keeps of the words before it. */
function textsIn({ content, context }: Holding): readonly string[] {
  const { text, choices = [] } = (parseJson(content) ?? {}) as Partial<Content>;
  const { words = '' } = (parseJson(context) ?? {}) as PromptContext;
  const labelled = choices.flatMap(({ label, command }) => [label, command]);
  return [plain(text ?? ('' as Markup)), ...labelled, words];
}
