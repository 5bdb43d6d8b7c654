import type { Token } from './tokens.ts';
import {
  elongated,
  isJoiner,
  isWord,
  type Means,
  meaningOf,
  phrases,
  type Step,
  slipsOf,
  squeeze,
} from './vocabulary.ts';

/** What a stretch of tokens means. */
export interface Match {
  readonly means: Means;
  /** How many tokens it takes up. */
  readonly length: number;
  /** Other meanings that it could be a slip of. */
  readonly or?: readonly Means[];
}

interface Spelling {
  /** The words of the tables that a typed word may stand for. */
  readonly words: readonly string[];
  readonly asks?: true;
}

const LONGEST = 40;
const CLITIC = /^(\p{L}{3,}?)(nya|ny|nyo|lah|pun|kah|ku|mu)$/u;
const JAVANESE_CLITIC = /^(\p{L}{3,}?)n?e$/u;

/** "Kliniknya", "sudahkah", "kantore": the word without its ending, read by `find`. */
const withoutClitic = (typed: string, find: (stem: string) => readonly string[]): Spelling | undefined => {
  const [, stem, ending] = CLITIC.exec(typed) ?? [];
  const words = stem === undefined ? [] : find(stem);
  if (words.length > 0) return ending === 'kah' ? { words, asks: true } : { words };
  const javanese = JAVANESE_CLITIC.exec(typed)?.[1];
  return javanese !== undefined && meaningOf(javanese) !== undefined ? { words: [javanese] } : undefined;
};

/** Finds how a typed word is spelled in the tables: so, elongated, with an ending, with one slip, with both. */
const spell = (typed: string): Spelling => {
  if (isWord(typed)) return { words: [typed] };
  if (typed.length > LONGEST) return { words: [] };
  const long = elongated(typed);
  if (long !== undefined) return { words: [long] };
  const stem = withoutClitic(typed, (one) => (isWord(one) ? [one] : []));
  if (stem) return stem;
  const slips = [...slipsOf(typed), ...slipsOf(squeeze(typed))];
  return slips.length > 0 ? { words: slips } : (withoutClitic(typed, slipsOf) ?? { words: [] });
};

const remember = <Result>(compute: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text)!;
  };
};

/** What a word means by itself, in whatever spelling; with the ending "-kah" it asks. */
const meaningAlone = ({ words, asks }: Spelling): Match | undefined => {
  const [means, ...or] = new Set(words.flatMap((word) => meaningOf(word) ?? []));
  if (means === undefined) return undefined;
  if (asks) return { means: 'question', length: 1 };
  return or.length > 0 ? { means, length: 1, or } : { means, length: 1 };
};

/** Reads tokens against the tables: the longest known word or phrase that begins at a token, if any. */
export const reader = (tokens: readonly Token[]): ((at: number) => Match | undefined) => {
  const spelling = remember(spell);
  const alone = remember((text) => meaningAlone(spelling(text)));
  const follow = (step: Step, { kind, text }: Token): Step | undefined => {
    const exact = step.next.get(text);
    if (exact || kind !== 'word') return exact;
    const word = spelling(text).words.find((one) => step.next.has(one));
    return word === undefined ? undefined : step.next.get(word);
  };
  const longest = (at: number): Match | undefined => {
    let step: Step | undefined = phrases;
    let means: Means | undefined;
    let length = 0;
    for (let end = at; end < tokens.length; end++) {
      if (end > at && isJoiner(tokens[end]) && tokens[end + 1]?.glued) continue;
      step = follow(step, tokens[end]!);
      if (!step) break;
      if (step.means === undefined) continue;
      means = step.means;
      length = end - at + 1;
    }
    return means === undefined ? undefined : { means, length };
  };
  return (at) => {
    const { kind, text } = tokens[at]!;
    const phrase = longest(at);
    return kind === 'word' && !(phrase && phrase.length > 1) ? (alone(text) ?? phrase) : phrase;
  };
};
