import { type Clause, readClauses } from './parse/clauses.ts';
import { type Line, readLines } from './parse/lines.ts';
import type { Statement, Unattached } from './resolve/statement.ts';
import { readStatements } from './resolve/statements.ts';
import { readText } from './tag/normalise.ts';
import { tagTokens } from './tag/tagger.ts';
import type { Tag } from './tag/tags.ts';
import { tokenise } from './tag/tokens.ts';
import type { Message } from './types.ts';

/** Lines as they were read, stage by stage. */
export interface Reading {
  readonly tags: readonly Tag[];
  readonly lines: readonly Line[];
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly unattached: readonly Unattached[];
}

/** Reads lines on, to statements. `tags`: those of the whole text, its line ends and indexes included. */
export const readingOf = (
  lines: readonly Line[],
  tags: readonly Tag[] = lines.flatMap((line) => line.tags),
): Reading => {
  const clauses = readClauses(lines);
  return { tags, lines, clauses, ...readStatements(clauses) };
};

/** Reads a whole message, whatever it is about. */
export const read = ({ text, villages }: Message): Reading => {
  const tags = tagTokens(tokenise(readText(text)), villages);
  return readingOf(readLines(tags), tags);
};
