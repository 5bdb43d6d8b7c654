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
const CLITICS = ['nya', 'ny', 'nyo', 'lah', 'pun', 'kah', 'ku', 'mu'];
const JAVANESE_CLITICS = ['ne', 'e'];
const SHORTEST_STEM = 3;

const endingOf = (typed: string, endings: readonly string[]): string | undefined =>
  endings.find((ending) => typed.endsWith(ending) && typed.length >= SHORTEST_STEM + ending.length);

const NO_WORD: Spelling = { words: [] };

/**
 * Finds how a typed word is spelled in the tables: so, elongated, with an ending ("kliniknya", "sudahkah", "kantore"),
 * with one slip, with both.
 */
const spell = (typed: string): Spelling => {
  if (isWord(typed)) return { words: [typed] };
  if (typed.length > LONGEST) return NO_WORD;
  const short = squeeze(typed);
  const long = short === typed ? undefined : elongated(short);
  if (long !== undefined) return { words: [long] };
  const ending = endingOf(typed, CLITICS);
  const stem = ending && typed.slice(0, -ending.length);
  const withEnding = (words: readonly string[]): Spelling =>
    ending === 'kah' ? { words, asks: true } : { words };
  if (stem && isWord(stem)) return withEnding([stem]);
  const javanese = endingOf(typed, JAVANESE_CLITICS);
  const javaneseStem = javanese && typed.slice(0, -javanese.length);
  if (javaneseStem && meaningOf(javaneseStem) !== undefined) return { words: [javaneseStem] };
  const slips = short === typed ? slipsOf(typed) : [...slipsOf(typed), ...slipsOf(short)];
  if (slips.length > 0) return { words: slips };
  const stems = stem ? slipsOf(stem) : [];
  return stems.length > 0 ? withEnding(stems) : NO_WORD;
};

/** What a word means by itself, in whatever spelling; with the ending "-kah" it asks. */
const meaningAlone = ({ words, asks }: Spelling): Match | undefined => {
  const meanings = words.map(meaningOf).filter((means) => means !== undefined);
  const [means] = meanings;
  if (means === undefined) return undefined;
  if (asks) return { means: 'question', length: 1 };
  const or = meanings.filter((other) => other !== means);
  return or.length > 0 ? { means, length: 1, or: [...new Set(or)] } : { means, length: 1 };
};

/** A typed word: the words of the tables that it may stand for, and what it means by itself. */
interface Word {
  readonly words: readonly string[];
  readonly alone: Match | undefined;
}

/** Reads tokens against the tables: the longest known word or phrase that begins at a token, if any. */
export const reader = (tokens: readonly Token[]): ((at: number) => Match | undefined) => {
  const known = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const before = known.get(text);
    if (before) return before;
    const spelling = spell(text);
    const word = { words: spelling.words, alone: meaningAlone(spelling) };
    known.set(text, word);
    return word;
  };
  const follow = (step: Step, { kind, text }: Token): Step | undefined => {
    const exact = step.next.get(text);
    if (exact || kind !== 'word') return exact;
    const word = wordOf(text).words.find((one) => step.next.has(one));
    return word === undefined ? undefined : step.next.get(word);
  };
  const longest = (at: number): Match | undefined => {
    let step: Step | undefined = phrases();
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
    return kind === 'word' && !(phrase && phrase.length > 1) ? (wordOf(text).alone ?? phrase) : phrase;
  };
};
