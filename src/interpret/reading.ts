import { type Clause, readClauses } from './clauses.ts';
import { type Line, readLines } from './lines.ts';
import { normalise } from './normalise.ts';
import { readSigns, type Sign } from './signs.ts';
import { type Loose, readStatements, type Statement } from './statements.ts';
import type { Message } from './verdict.ts';

/** A message as it was read, step by step. */
export interface Reading {
  readonly text: string;
  readonly signs: readonly Sign[];
  readonly lines: readonly Line[];
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly loose: readonly Loose[];
}

const readFrom = (text: string, signs: readonly Sign[], lines: readonly Line[]): Reading => {
  const clauses = readClauses(lines);
  return { text, signs, lines, clauses, ...readStatements(clauses) };
};

/** Takes a message through the steps: normalised text, signs, lines, clauses, statements. */
export const read = (message: Message): Reading => {
  const text = normalise(message.text);
  const signs = readSigns(text, message.villages);
  return readFrom(text, signs, readLines(signs));
};

/** The same message as if it held these lines only. */
export const readOnly = ({ text }: Reading, lines: readonly Line[]): Reading =>
  readFrom(
    text,
    lines.flatMap(({ signs }) => signs),
    lines,
  );
