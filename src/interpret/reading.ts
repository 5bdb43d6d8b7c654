import { type Clause, readClauses } from './parse/clauses.ts';
import { type Line, readLines } from './parse/lines.ts';
import { DIVIDES } from './parse/segments.ts';
import { readStatements, type Statement, type Unattached } from './resolve/statements.ts';
import { normalise, restoreLetters } from './tag/normalise.ts';
import { tagTokens } from './tag/tagger.ts';
import { isStatusTag, isUnitTag, type Tag } from './tag/tags.ts';
import { tokenise } from './tag/tokens.ts';
import type { Message } from './types.ts';

/** Nobody's report is longer: the bot's own list of 25 villages, filled in in words, comes to three quarters of this. */
const MOST_TOKENS = 1_200;
/** Nor are there more units, states and sentences in it: in such a list, with two words behind every unit, 550. */
const MOST_SAID = 600;

/** The first half of the way: a message cut into lines, all of its words with their meanings. */
export interface Scan {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly lines: readonly Line[];
  /** It says more than anyone would, and is not worth reading on; one that is too long is not even cut into lines. */
  readonly tooMuch: boolean;
}

/** A message as it was read, step by step. */
export interface Reading extends Scan {
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly unattached: readonly Unattached[];
}

const says = (tag: Tag): boolean => isUnitTag(tag) || isStatusTag(tag) || DIVIDES.has(tag.is);

const saysTooMuch = (lines: readonly Line[]): boolean => {
  let said = lines.length;
  for (const { tags } of lines) for (const tag of tags) if (says(tag)) said++;
  return said > MOST_SAID;
};

/** Takes a message through the first steps: normalised text, tokens, tags, lines. */
export const scan = (message: Message): Scan => {
  const text = restoreLetters(normalise(message.text));
  const tokens = tokenise(text);
  if (tokens.length > MOST_TOKENS) return { text, tags: [], lines: [], tooMuch: true };
  const tags = tagTokens(tokens, message.villages);
  const lines = readLines(tags);
  return { text, tags, lines, tooMuch: saysTooMuch(lines) };
};

/** Takes it through the others: clauses, statements. */
export const understand = (scanned: Scan): Reading => {
  const clauses = readClauses(scanned.lines);
  return { ...scanned, clauses, ...readStatements(clauses) };
};

/** The same message as if it held these lines only. */
export const withOnly = (scanned: Scan, lines: readonly Line[]): Scan => ({
  ...scanned,
  tags: lines.flatMap(({ tags }) => tags),
  lines,
});

/** Takes a message through all steps. */
export const read = (message: Message): Reading => understand(scan(message));
