import { isWithinTypos } from '../domain/typos.ts';
import { isWord } from './tag/lexicon.ts';
import {
  AROUND_NAMES,
  ASKING_WORDS,
  FOLLOWING,
  HOW_IS,
  SHOWN_PHRASES,
  SHOWN_WORDS,
  SO_FAR,
  SUPPOSED,
} from './words/asking.ts';
import { CLITICS } from './words/cues/endings.ts';
import { SENTENCE_WORDS } from './words/sentences.ts';
import { anyOf, wordSet } from './words/tables.ts';

// What words ask the bot to show, apart from the place that they name.

export type Shown = keyof typeof SHOWN_WORDS | keyof typeof SHOWN_PHRASES;

/** The forms that a recap may be wanted in, beside its text. */
export const FORMS = [
  'pace',
  'ranking',
  'change',
  'fall',
  'percent',
  'picture',
  'workbook',
  'page',
] as const satisfies readonly Shown[];
export type Form = (typeof FORMS)[number];
/** Those that are a file. */
export const FILES: readonly Form[] = ['picture', 'workbook', 'page'];
/** Whether it is one of them. */
export const isForm = (shown: Shown | undefined): shown is Form => FORMS.some((form) => form === shown);

/** What words ask for, in the order of the table, and the other words. */
export interface Request {
  readonly shown: readonly Shown[];
  readonly rest: string;
}

const tables = (Object.keys(SHOWN_WORDS) as (keyof typeof SHOWN_WORDS)[]).map(
  (shown) => [shown, wordSet(SHOWN_WORDS[shown])] as const,
);
const clitics = [...wordSet(CLITICS)];
const howIs = wordSet(HOW_IS);
const asking = new Set([...wordSet(ASKING_WORDS), ...wordSet(SENTENCE_WORDS.question), ...howIs]);
const fillers = new Set([...wordSet(AROUND_NAMES), ...wordSet(ASKING_WORDS), ...howIs]);
/** Shorter words are one slip away from too many. */
const LONG = 6;

/** The words of a text without the signs around them. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^["'(]+|["')?!.,;:…]+$/g, ''))
    .filter(Boolean);

/** Whether a word stands around a name or a request, and says neither where nor what. */
export const isFiller = (word: string): boolean => fillers.has(word.toLowerCase());

const following = wordSet(FOLLOWING);
const SUPPOSES = new RegExp(`\\d\\s*${anyOf(SUPPOSED)}(?![\\p{L}\\d])`, 'iu');

/** Whether a word only follows a question before it: "kalau". */
export const isFollowing = (word: string): boolean => following.has(word.toLowerCase());

/** Whether words suppose something that is counted: "kalau 3 unit per hari". */
export const supposes = (text: string): boolean =>
  following.has(wordsIn(text)[0]?.toLowerCase() ?? '') && SUPPOSES.test(text);

/** A question without what it begins with because it follows another: "kalau rupat?"; "kalau 3 unit per hari" supposes something. */
export function withoutFollowing(text: string): string {
  if (SUPPOSES.test(text)) return text;
  const words = text.trim().split(/\s+/);
  const from = words.findIndex((word) => !following.has(word.toLowerCase().replace(/,$/, '')));
  return from > 0 ? words.slice(from).join(' ') : text;
}

const UNTIL_NOW = new RegExp(
  `((?<!\\p{L})${anyOf(SO_FAR)}\\s.*\\S)\\s+(?:apa\\s+|atau\\s+)?${anyOf(SHOWN_WORDS.missing)}[\\s?.]*$`,
  'isu',
);

const OR_NOT = new RegExp(
  `(?<!\\p{L})(${anyOf(SHOWN_WORDS.differ, SHOWN_WORDS.change, SHOWN_WORDS.fall)})\\s+${anyOf(SHOWN_WORDS.denied)}(?!\\p{L})`,
  'iu',
);

/** A question without the word that only asks whether something is so: "mandau sudah 50 persen belum?", "beda ga dengan pinggir". */
export const withoutTag = (text: string): string => text.replace(UNTIL_NOW, '$1?').replace(OR_NOT, '$1');

/** Words without those around a request: "dong pak" is nothing, "gambar ya" a picture. */
export const withoutFillers = (text: string): string =>
  wordsIn(text)
    .filter((word) => !isFiller(word))
    .join(' ');

/** Whether a word is known to be meant as it is spelled, such as a part of a name: it is no slip of another. */
type IsExact = (word: string) => boolean;
const none: IsExact = () => false;

/** What words ask to be shown, but for those of a name; what else they say is given as it was typed. */
export function takeShown(text: string, isExact = none, isName = none): Request {
  const words = readWords(text, isExact, isName);
  return {
    shown: tables.flatMap(([shown]) => (words.some((word) => word.shown === shown) ? [shown] : [])),
    rest: words.flatMap(({ word, shown }) => (shown ? [] : [word])).join(' '),
  };
}

const phrases = Object.entries(SHOWN_PHRASES).map(
  ([shown, table]) => [shown as Shown, new RegExp(`(?<!\\p{L})${anyOf(table)}(?!\\p{L})`, 'iu')] as const,
);

/** What several words of a text ask for together: "apa itu". */
export const phrasesIn = (text: string): readonly Shown[] =>
  phrases.flatMap(([shown, pattern]) => (pattern.test(text) ? [shown] : []));

/** The forms that words ask for, in any order: "gambar mandau", "peringkat pdf". */
export function takeForms(
  text: string,
  isExact = none,
  isName = none,
): { readonly forms: readonly Form[]; readonly rest: string } {
  const words = readWords(text, isExact, isName);
  return {
    forms: FORMS.filter((form) => words.some(({ shown }) => shown === form)),
    rest: words.flatMap(({ word, shown }) => (isForm(shown) ? [] : [word])).join(' '),
  };
}

/** The words of a text that ask for one thing: those that name units. */
export function wordsShown(text: string, shown: Shown): readonly string[] {
  const words = readWords(text, none).flatMap((each) => (each.shown === shown ? [each.word] : []));
  const [together] = phrases.find(([each]) => each === shown)?.[1].exec(text) ?? [];
  return together ? [together] : words;
}

/** The word for a form that is typed behind /rekap. */
export const formWord = (form: Form): string =>
  [...wordSet(SHOWN_WORDS[form as keyof typeof SHOWN_WORDS])][0]!;

/** A word of four letters may be a slip of one of three. */
const SHORTEST_SLIP = 4;

/** The form, as it is typed, of which a word alone is nearly the name: "pdff", "gmbar". */
export function nearForm(text: string): string | undefined {
  const [word = '', ...others] = wordsIn(text.toLowerCase());
  if (word.length < SHORTEST_SLIP || others.length > 0) return undefined;
  const isNear = (form: Form) =>
    [...wordSet(SHOWN_WORDS[form as keyof typeof SHOWN_WORDS])].some((each) => isWithinTypos(word, each, 1));
  const near = FORMS.find(isNear);
  return near && formWord(near);
}

/** Whether a text is a question or a request. */
export const asks = (text: string): boolean =>
  text.includes('?') || wordsIn(text).some((word) => asking.has(word.toLowerCase()));

/** Whether a word asks how something is. */
export const asksHowItIs = (text: string): boolean =>
  wordsIn(text).some((word) => howIs.has(word.toLowerCase()));

/** Whether any of the words may be a name: the others are words of the language. */
export const mayBeName = (text: string): boolean =>
  wordsIn(text).some((word) => !isFiller(word) && !isWord(word.toLowerCase()));

const readWords = (text: string, isExact: IsExact, isName = none) =>
  wordsIn(text).map((word) => ({ word, shown: isName(word) ? undefined : shownBy(word, isExact) }));

function shownBy(typed: string, isExact: IsExact): Shown | undefined {
  const word = typed.toLowerCase();
  if (isExact(typed)) return tables.find(([, words]) => words.has(word))?.[0];
  const stems = [
    word,
    ...clitics.flatMap((ending) =>
      word.endsWith(ending) && word.length > 2 + ending.length ? word.slice(0, -ending.length) : [],
    ),
  ];
  const exact = tables.find(([, words]) => stems.some((stem) => words.has(stem)));
  if (exact || word.length < LONG || isWord(word) || stems.some(isFiller)) return exact?.[0];
  const isNear = (form: string) => form.length >= LONG && stems.some((stem) => isWithinTypos(stem, form, 1));
  return tables.find(([, words]) => [...words].some(isNear))?.[0];
}
