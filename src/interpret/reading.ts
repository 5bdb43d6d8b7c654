import { type Clause, readClauses } from './clauses.ts';
import { isStatusSign } from './heads.ts';
import { type Line, readLines } from './lines.ts';
import { withLetters } from './misread.ts';
import { normalise } from './normalise.ts';
import type { Sign } from './sign.ts';
import { readSigns } from './signs.ts';
import { type Loose, readStatements, type Statement } from './statements.ts';
import { DIVIDES, isUnitSign } from './stretches.ts';
import { tokenise } from './tokens.ts';
import type { Message } from './types.ts';

/** Nobody's report is longer: the bot's own list of 25 villages, filled in in words, comes to three quarters of this. */
const MOST_TOKENS = 1_200;
/** Nor are there more units, states and sentences in it: in such a list, with two words behind every unit, 550. */
const MOST_SAID = 600;

/** The first half of the way: a message cut into lines, all of its words with their meanings. */
export interface Scan {
  readonly text: string;
  readonly signs: readonly Sign[];
  readonly lines: readonly Line[];
  /** It says more than anyone would, and is not worth reading on; one that is too long is not even cut into lines. */
  readonly tooMuch: boolean;
}

/** A message as it was read, step by step. */
export interface Reading extends Scan {
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly loose: readonly Loose[];
}

const says = (sign: Sign): boolean => isUnitSign(sign) || isStatusSign(sign) || DIVIDES.has(sign.is);

const saysTooMuch = (lines: readonly Line[]): boolean => {
  let said = lines.length;
  for (const { signs } of lines) for (const sign of signs) if (says(sign)) said++;
  return said > MOST_SAID;
};

/** Takes a message through the first steps: normalised text, tokens, signs, lines. */
export const scan = (message: Message): Scan => {
  const text = withLetters(normalise(message.text));
  const tokens = tokenise(text);
  if (tokens.length > MOST_TOKENS) return { text, signs: [], lines: [], tooMuch: true };
  const signs = readSigns(tokens, message.villages);
  const lines = readLines(signs);
  return { text, signs, lines, tooMuch: saysTooMuch(lines) };
};

/** Takes it through the others: clauses, statements. */
export const understand = (scanned: Scan): Reading => {
  const clauses = readClauses(scanned.lines);
  return { ...scanned, clauses, ...readStatements(clauses) };
};

/** The same message as if it held these lines only. */
export const withOnly = (scanned: Scan, lines: readonly Line[]): Scan => ({
  ...scanned,
  signs: lines.flatMap(({ signs }) => signs),
  lines,
});

/** Takes a message through all steps. */
export const read = (message: Message): Reading => understand(scan(message));
