import { slipFinder } from './slips.ts';
import { type Token, tokenise } from './tokens.ts';
import { NUMBER_WORDS } from './words/sentences.ts';
import { STATUS_WORDS } from './words/statuses.ts';
import { UNIT_WORDS } from './words/units.ts';
import { formsIn, type Meaning, WORDS } from './words.ts';

/** A meaning of the tables, or the value of a number word. */
export type Means = Meaning | number;

/** A word of a phrase, and the words that may follow it; `means` where the phrase may end. */
export interface Step {
  means?: Means;
  readonly next: Map<string, Step>;
}

/** In a phrase, a "-", "/" or "." with no space before it stands for a space: "mudah-mudahan", "s/d". */
export const isJoiner = (token: Token | undefined): boolean =>
  token?.glued === true && ['-', '/', '.'].includes(token.text);

/** A word without its doubled letters: "sudaaah" and "sudah" are one. */
export const squeeze = (word: string): string => {
  let short = '';
  for (const letter of word) if (!short.endsWith(letter)) short += letter;
  return short;
};

const KEY_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(UNIT_WORDS),
  ...Object.keys(STATUS_WORDS).filter((means) => means !== 'bisa' && means !== 'fully' && means !== 'baru'),
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
  readonly slipsOf: (typed: string) => readonly string[];
}

const learnAll = (): Vocabulary => {
  const phrases: Step = { next: new Map() };
  const single = new Map<string, Means>();
  const words = new Set<string>();
  const squeezed = new Map<string, string>();
  const slippery = new Set<string>();

  const learn = (form: string, means: Means, regional: boolean): void => {
    const tokens = tokenise(form.normalize('NFKD')).filter((token) => !isJoiner(token));
    let step = phrases;
    for (const { text } of tokens) {
      const next = step.next.get(text) ?? { next: new Map() };
      step.next.set(text, next);
      step = next;
      if (!/^\p{L}/u.test(text)) continue;
      words.add(text);
      if (text.length >= LONG || (KEY_WORDS.has(String(means)) && !regional)) slippery.add(text);
    }
    step.means = means;
    const joined = tokens.map(({ text }) => text).join('');
    if (tokens.length > 1 && joined.length <= LONG) return;
    single.set(joined, means);
    words.add(joined);
  };

  for (const [means, text] of [...Object.entries(WORDS), ...Object.entries(NUMBER_WORDS)]) {
    const value = /^\d+$/u.test(means) ? Number(means) : (means as Meaning);
    for (const { form, regional } of formsIn(text)) learn(form, value, regional);
  }
  for (const word of words) if (!squeezed.has(squeeze(word))) squeezed.set(squeeze(word), word);
  for (const word of slippery) if (single.get(word) === 'other') slippery.delete(word);
  return { phrases, single, words, squeezed, slipsOf: slipFinder(slippery) };
};

let learned: Vocabulary | undefined;
/** Learned with the first words that come in: a start needs none of it. */
const vocabulary = (): Vocabulary => {
  learned ??= learnAll();
  return learned;
};

/** Where every phrase begins. */
export const phrases = (): Step => vocabulary().phrases;

/** What a word means, written exactly so. */
export const meaningOf = (word: string): Means | undefined => vocabulary().single.get(word);

/** True for a word that stands in the tables, be it within a phrase only. */
export const isWord = (word: string): boolean => vocabulary().words.has(word);

/** True for a word that has a meaning of its own here, other than being of another matter. */
export const isKnown = (word: string): boolean => {
  const means = meaningOf(word);
  return means !== undefined && means !== 'other';
};

/** The word of the tables that is this one when squeezed. */
export const elongated = (short: string): string | undefined => vocabulary().squeezed.get(short);

/** The words of the tables that a typed word is one slip away from. Regional words are taken only as they are written. */
export const slipsOf = (typed: string): readonly string[] => vocabulary().slipsOf(typed);
