import { UNITS } from '../../domain/units.ts';
import { ASKING_CLITIC, CLITICS, REGIONAL_CLITICS } from '../words/cues/endings.ts';
import { NUMBER_WORDS } from '../words/sentences.ts';
import { STATUS_WORDS } from '../words/statuses.ts';
import { formsIn, type Meaning, WORDS, wordSet } from '../words/tables.ts';
import { UNIT_WORDS } from '../words/units.ts';
import { type Token, tokenise } from './tokens.ts';
import { isOneTypo, typoFinder } from './typos.ts';

/** A meaning of the tables, or the value of a number word. */
export type Means = Meaning | number;

/** A word of a phrase, and the words that may follow it; `means` where the phrase may end. */
export interface Step {
  means?: Means;
  readonly next: Map<string, Step>;
}

/** In a phrase, a "-", "/" or "." with no space before it stands for a space: "mudah-mudahan", "s/d". */
const isJoiner = (token: Token | undefined): boolean =>
  token?.glued === true && ['-', '/', '.'].includes(token.text);

/** A number written to the word before it stands apart from one that is not: "sama2" is a word, "sama 2" is "and 2". */
const keyOf = ({ kind, text, glued }: Token): string => (kind === 'digits' && glued ? `-${text}` : text);

/** A word without its doubled letters: "sudaaah" and "sudah" are one. */
const squeeze = (word: string): string => {
  let short = '';
  for (const letter of word) if (!short.endsWith(letter)) short += letter;
  return short;
};

/** Statuses that are told by so many words that too many others would be slips of them. */
const EXACT: ReadonlySet<string> = new Set([
  ...['bisa', 'fully', 'baru', 'undone', 'fails', 'borrowed', 'part', 'odd', 'hampir', 'mulai'],
]);
const KEY_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(UNIT_WORDS),
  ...Object.keys(STATUS_WORDS).filter((means) => !EXACT.has(means)),
]);
/** Other words are taken for slips of the typed word only when long; a short one is too like too many. */
const LONG = 7;

interface Vocabulary {
  /** Where every phrase begins. */
  readonly phrases: Step;
  /** What single words mean, and phrases written as one word ("simpanpinjam"). */
  readonly single: ReadonlyMap<string, Means>;
  /** Every word that stands in the tables, alone or in a phrase. */
  readonly words: ReadonlySet<string>;
  /** The words of the tables by how they are squeezed. */
  readonly squeezed: ReadonlyMap<string, string>;
  readonly typosOf: (typed: string) => readonly string[];
}

const learnAll = (): Vocabulary => {
  const phrases: Step = { next: new Map() };
  const single = new Map<string, Means>();
  const words = new Set<string>();
  const squeezed = new Map<string, string>();
  const slippery = new Set<string>();
  /** The words of the names of units. */
  const names = new Set<string>();
  /** Regional words too short to be known drawn out: "laah" is not "lah". */
  const short = new Set<string>();

  const learn = (form: string, means: Means, isExact: boolean, regional: boolean): void => {
    const tokens = tokenise(form.normalize('NFKD')).filter((token) => !isJoiner(token));
    let step = phrases;
    for (const token of tokens) {
      const { text } = token;
      const next = step.next.get(keyOf(token)) ?? { next: new Map() };
      step.next.set(keyOf(token), next);
      step = next;
      if (!/^\p{L}/u.test(text)) continue;
      words.add(text);
      if (regional && text.length <= 3) short.add(text);
      if (UNITS.some((unit) => unit === means)) names.add(text);
      if (text.length >= LONG || (KEY_WORDS.has(String(means)) && !isExact)) slippery.add(text);
    }
    step.means = means;
    const joined = tokens.map(({ text }) => text).join('');
    if (tokens.length > 1 && joined.length <= LONG) return;
    single.set(joined, means);
    words.add(joined);
  };

  for (const [means, text] of [...Object.entries(WORDS), ...Object.entries(NUMBER_WORDS)]) {
    const value = /^\d+$/u.test(means) ? Number(means) : (means as Meaning);
    const [first] = formsIn(text);
    // A misspelling that is listed ("belon") is not misspelled again ("beton").
    for (const { form, regional } of formsIn(text))
      learn(form, value, regional || isOneTypo(form, first!.form), regional);
  }
  for (const word of words)
    if (!short.has(word) && !squeezed.has(squeeze(word))) squeezed.set(squeeze(word), word);
  // "Tujuh" is a number although "ketujuh-tujuhnya" names all units.
  for (const word of slippery) {
    const own = single.get(word);
    const isSaidOtherwise = own !== undefined && word.length < LONG && !KEY_WORDS.has(String(own));
    if (own === 'other' || (isSaidOtherwise && !names.has(word))) slippery.delete(word);
  }
  return { phrases, single, words, squeezed, typosOf: typoFinder(slippery) };
};

let learned: Vocabulary | undefined;
/** Learned with the first words that come in: a start needs none of it. */
const vocabulary = (): Vocabulary => {
  learned ??= learnAll();
  return learned;
};

/** Where every phrase begins. */
const phrases = (): Step => vocabulary().phrases;

/** What a word means, written exactly so. */
const meaningOf = (word: string): Means | undefined => vocabulary().single.get(word);

/** True for a word that stands in the tables, if only within a phrase. */
export const isWord = (word: string): boolean => vocabulary().words.has(word);

/** True for a word that has a meaning of its own here, other than being of another matter. */
export const isKnown = (word: string): boolean => {
  const means = meaningOf(word);
  return means !== undefined && means !== 'other';
};

/** The word of the tables that is this one when squeezed. */
const elongated = (short: string): string | undefined => vocabulary().squeezed.get(short);

/** The words of the tables that a typed word is one slip away from. Regional words are taken only as they are written. */
const typosOf = (typed: string): readonly string[] => vocabulary().typosOf(typed);

/** What a segment of tokens means. */
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
const asking = [...wordSet(ASKING_CLITIC)];
const clitics = [...wordSet(CLITICS), ...asking];
const regionalClitics = [...wordSet(REGIONAL_CLITICS)];
const SHORTEST_STEM = 3;

/** "Ratna" is somebody, and no RAT. */
const SHORTEST_REGIONAL_STEM = 4;

const endingOf = (typed: string, endings: readonly string[], shortest = SHORTEST_STEM): string | undefined =>
  endings.find((ending) => typed.endsWith(ending) && typed.length >= shortest + ending.length);

/** A typed word without its regional ending: "kantore", "lahanna". */
const regionalStemOf = (typed: string): string | undefined => {
  const ending = endingOf(typed, regionalClitics, SHORTEST_REGIONAL_STEM);
  const stem = ending && typed.slice(0, -ending.length);
  return stem && meaningOf(stem) !== undefined ? stem : undefined;
};

/** True for a word that stands in the tables, with a regional ending or without. */
export const isKnownWord = (word: string): boolean => isWord(word) || regionalStemOf(word) !== undefined;

/** True for "lahanna": the ending tells whose it is, where the word before it is known. */
export const isRegionalPossessive = (word: string): boolean =>
  !isWord(word) && regionalStemOf(word) !== undefined;

const NO_WORD: Spelling = { words: [] };

/**
 * Finds how a typed word is spelled in the tables: so, elongated, with an ending ("kliniknya", "sudahkah", "kantore"),
 * with one slip, with both.
 */
const spell = (typed: string): Spelling => {
  if (isWord(typed)) return { words: [typed] };
  if (typed.length > LONGEST) return NO_WORD;
  const short = squeeze(typed);
  const isDrawnOut = short !== typed && typed.length > SHORTEST_STEM;
  const long = isDrawnOut ? elongated(short) : undefined;
  if (long !== undefined) return { words: [long] };
  const ending = endingOf(typed, clitics);
  const stem = ending && typed.slice(0, -ending.length);
  const withEnding = (words: readonly string[]): Spelling =>
    asking.includes(ending!) ? { words, asks: true } : { words };
  if (stem && isWord(stem)) return withEnding([stem]);
  const regional = regionalStemOf(typed);
  if (regional !== undefined) return { words: [regional] };
  const slips = short === typed ? typosOf(typed) : [...typosOf(typed), ...typosOf(short)];
  if (slips.length > 0) return { words: slips };
  const stems = stem ? typosOf(stem) : [];
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
  const follow = (step: Step, token: Token): Step | undefined => {
    const { kind, text } = token;
    const exact = step.next.get(keyOf(token)) ?? step.next.get(text);
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
