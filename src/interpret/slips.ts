const SHORTEST = 5;
const LONGEST = 40;

/** True when one letter is wrong, missing or too many, or two neighbours are swapped. */
export const isOneSlip = (typed: string, meant: string): boolean => {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start++;
  const rest = (word: string, from: number) => word.slice(start + from);
  if (typed.length < meant.length) return rest(typed, 0) === rest(meant, 1);
  if (typed.length > meant.length) return rest(typed, 1) === rest(meant, 0);
  const swapped = typed[start] === meant[start + 1] && typed[start + 1] === meant[start];
  return rest(typed, 1) === rest(meant, 1) || (swapped && rest(typed, 2) === rest(meant, 2));
};

const withoutOneLetter = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/**
 * Finds the words of five letters or more that a typed word is one slip away from. Two words one slip apart share
 * a form with at most one letter left out of each, so a look-up costs the length of the word, not of the vocabulary.
 */
export const slipFinder = (words: Iterable<string>): ((typed: string) => readonly string[]) => {
  const shortened = new Map<string, string[]>();
  const heads = new Set<string>();
  const tails = new Set<string>();
  for (const word of words) {
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    heads.add(word.slice(0, 2));
    tails.add(word.slice(-2));
    for (const key of new Set([word, ...withoutOneLetter(word)])) {
      const sharing = shortened.get(key);
      if (sharing) sharing.push(word);
      else shortened.set(key, [word]);
    }
  }
  return (typed) => {
    if (typed.length < SHORTEST - 1 || typed.length > LONGEST) return [];
    // One slip spoils the first two letters or the last two, never both.
    if (!heads.has(typed.slice(0, 2)) && !tails.has(typed.slice(-2))) return [];
    const found = new Set<string>();
    for (const key of [typed, ...withoutOneLetter(typed)]) {
      for (const word of shortened.get(key) ?? []) if (isOneSlip(typed, word)) found.add(word);
    }
    return [...found];
  };
};
