import { isWithinTypos } from '../../domain/typos.ts';

const SHORTEST = 5;
const LONGEST = 40;
const NONE: readonly string[] = [];

/** True when a word is one slip away from another: one letter wrong, missing or too many, or two neighbours swapped. */
export const isOneTypo = (typed: string, meant: string): boolean =>
  typed !== meant && isWithinTypos(typed, meant, 1);

/** How many letters at either end of a word of this length make a half; what is between the halves is in neither. */
const halfOf = (length: number): number => (length - 1) >> 1;

/**
 * Finds the words of five letters or more that a typed word is one slip away from. A slip spoils one half of a word,
 * never both, so the words are kept by their halves and a look-up tries only those that share one with the typed word.
 * The longest come first: a letter is left out more often than added.
 */
export const typoFinder = (words: Iterable<string>): ((typed: string) => readonly string[]) => {
  const heads = new Set<string>();
  const tails = new Set<string>();
  const begun = new Map<string, string[]>();
  const ended = new Map<string, string[]>();
  const keep = (kept: Map<string, string[]>, half: string, word: string): void => {
    const sharing = kept.get(half);
    if (sharing) sharing.push(word);
    else kept.set(half, [word]);
  };
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    heads.add(word.slice(0, 2));
    tails.add(word.slice(-2));
    const half = halfOf(word.length);
    keep(begun, word.slice(0, half), word);
    keep(ended, word.slice(-half), word);
  }
  return (typed) => {
    const { length } = typed;
    if (length < SHORTEST - 1 || length > LONGEST) return NONE;
    // Most words are none, and their first two letters and their last two tell: a half that is whole holds them.
    const begins = heads.has(typed.slice(0, 2));
    const ends = tails.has(typed.slice(-2));
    if (!begins && !ends) return NONE;
    const found: string[] = [];
    const tryAll = (candidates: readonly string[] | undefined): void => {
      for (const word of candidates ?? [])
        if (isOneTypo(typed, word) && !found.includes(word)) found.push(word);
    };
    // A letter may be missing or too many: the halves of the word meant may be one longer or shorter.
    for (let half = halfOf(length - 1); half <= halfOf(length + 1); half++) {
      if (begins) tryAll(begun.get(typed.slice(0, half)));
      if (ends) tryAll(ended.get(typed.slice(-half)));
    }
    return found.sort((one, other) => other.length - one.length);
  };
};
