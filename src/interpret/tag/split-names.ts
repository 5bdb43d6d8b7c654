import { UNITS } from '../../domain/units.ts';
import { formsIn } from '../words/tables.ts';
import { UNIT_WORDS } from '../words/units.ts';
import { isWord } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Shorter names are written apart by chance: "ki os". */
const SHORTEST = 5;

const names = new Set(
  UNITS.flatMap((unit) => formsIn(UNIT_WORDS[unit]))
    .map(({ form }) => form)
    .filter((form) => form.length >= SHORTEST && !form.includes(' ')),
);

/** Joins the name of a unit that is written in two: "ka ntor", "gu dang". */
export const joinSplitNames = (tokens: readonly Token[]): readonly Token[] => {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isSplit =
      last?.kind === 'word' &&
      token.kind === 'word' &&
      names.has(last.text + token.text) &&
      !(isWord(last.text) && isWord(token.text));
    if (isSplit) joined[joined.length - 1] = { ...last, text: last.text + token.text };
    else joined.push(token);
  }
  return joined;
};
