/** What a short reply to a message of ours says apart from that message: a yes, a no, thanks, or a place among choices. */
import { isNumbers } from '../../domain/units.ts';
import { asks, withoutFillers } from '../../interpret/requests.ts';
import {
  ALL_SHOWN,
  APPROVALS,
  ASSENTS,
  BEFORE_CHOICE,
  BEHIND_CHOICE,
  BESIDE_DECISION,
  CALLED_OFF,
  CHOICE_NOUNS,
  FAREWELLS,
  HAILS,
  NEGATIONS,
  NO,
  NO_ALONE,
  NODS,
  NUMBER_NOUNS,
  ONE_LETTER_WORDS,
  REFUSALS,
  TWO_LETTER_WORDS,
  YES,
} from '../../interpret/words/answers.ts';
import { ORDINAL_PREFIX, ORDINALS } from '../../interpret/words/cues/counting.ts';
import { THANKS } from '../../interpret/words/cues/talk.ts';
import { MANNERS_WORDS } from '../../interpret/words/manners.ts';
import { NUMBER_WORDS } from '../../interpret/words/sentences.ts';
import { anyOf, formsIn, linesIn, oneOf, wordSet } from '../../interpret/words/tables.ts';

/** A longer reply is no choice. */
export const MOST_LETTERS = 100;

const yes = wordSet(YES);
const no = wordSet(NO);
const noAlone = wordSet(NO_ALONE);
const calledOff = wordSet(CALLED_OFF);
const approvals = wordSet(APPROVALS);
const refusals = wordSet(REFUSALS);
const allShown = wordSet(ALL_SHOWN);
const negations = new Set([...no, ...wordSet(NEGATIONS)]);
const assenting = wordSet(ASSENTS);
const greetings = wordSet(MANNERS_WORDS.courtesy);
const hails = wordSet(HAILS);
const nods = new Set([...assenting, ...wordSet(NODS)]);
const before = wordSet(BEFORE_CHOICE);
const behind = wordSet(BEHIND_CHOICE);
const besideDecision = new Set([...before, ...behind, ...yes, ...wordSet(BESIDE_DECISION)]);
const oneLetter = wordSet(ONE_LETTER_WORDS);
const twoLetters = wordSet(TWO_LETTER_WORDS);

/** The place of each ordinal, from 1 on. */
const places: ReadonlyMap<string, number> = new Map(
  linesIn(ORDINALS).flatMap((line, i) => formsIn(line).map(({ form }) => [form, i + 1] as const)),
);

/** The digits of each number word. */
const digits: ReadonlyMap<string, string> = new Map(
  Object.entries(NUMBER_WORDS).flatMap(([number, text]) =>
    formsIn(text).map(({ form }) => [form, number] as const),
  ),
);

const CHOICE = anyOf(CHOICE_NOUNS);
const NUMBER = anyOf(NUMBER_NOUNS);
const PREFIX = anyOf(ORDINAL_PREFIX);
const CALLED = new RegExp(`^${CHOICE} `);
const PLACE = new RegExp(`^(?:${NUMBER} )?(${PREFIX} ?)?(\\d{1,2})$`);
/** Words that begin with a place: "yang pertama sudah". */
const BEGINS_WITH_PLACE = new RegExp(`^(?:${CHOICE} )*(?:${oneOf(places.keys())}|${PREFIX} ?\\d{1,2}) `);

/** Where a reply points among choices, from 1 on. `spoken`: "kedua", "pilihan 2", which is no unit's number. */
export interface Place {
  readonly at: number;
  readonly spoken: boolean;
}

const allWordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');

/** The words of a reply, without those around a name or a number that choose nothing. */
export function wordsOf(text: string): string {
  const words = allWordsOf(text);
  while (words.length > 1 && before.has(words[0]!)) words.shift();
  while (words.length > 1 && behind.has(words.at(-1)!)) words.pop();
  return words.join(' ');
}

/** The words of a reply that is short enough for a choice; none of a longer one. */
const shortWordsOf = (text: string): string => (text.length > MOST_LETTERS ? '' : wordsOf(text));

/** The same with the numbers in digits, but for ordinals: "ke dua" is "ke 2". */
const numberedWordsOf = (text: string): string =>
  shortWordsOf(text)
    .split(' ')
    .map((word) => (places.has(word) ? word : (digits.get(word) ?? word)))
    .join(' ');

/** The place that a reply points at; undefined where it is none. */
export function placeIn(text: string): Place | undefined {
  const words = numberedWordsOf(text);
  const bare = words.replace(CALLED, '');
  const ordinal = places.get(bare);
  if (ordinal !== undefined) return { at: ordinal, spoken: true };
  const [, prefix, number] = PLACE.exec(bare) ?? [];
  return number === undefined
    ? undefined
    : { at: Number(number), spoken: prefix !== undefined || bare !== words };
}

/** Whether a reply goes on behind a place: "yang pertama sudah". */
export const beginsWithPlace = (text: string): boolean => BEGINS_WITH_PLACE.test(numberedWordsOf(text));

export const isYes = (text: string): boolean => yes.has(shortWordsOf(text));

export function isNo(text: string): boolean {
  const words = shortWordsOf(text);
  return no.has(words) || noAlone.has(words);
}

/** Whether a reply calls off what a question asks: "gak jadi"; the command /batal takes a report back. */
export const isCalledOff = (text: string): boolean =>
  !text.trim().startsWith('/') && calledOff.has(shortWordsOf(text));

/** A decision about requests in somebody's own words. */
export interface DecisionSaid {
  readonly verdict: 'approve' | 'decline';
  /** Which requests are meant: "semua", a name, or nothing. */
  readonly which: string;
}

/**
 * The decision that a reply to a list of requests says: "ok, semua disetujui ya", "setuju Petani". Undefined for a question, for
 * words that deny it, and for two decisions in one. `which` is "semua" only where no word restricts it.
 */
export function decisionIn(text: string): DecisionSaid | undefined {
  if (text.length > MOST_LETTERS || text.includes('?')) return undefined;
  const words = allWordsOf(text);
  const said = words.filter((word) => approvals.has(word) || refusals.has(word));
  if (said.length !== 1 || words.some((word) => negations.has(word))) return undefined;
  const which = words.filter((word) => word !== said[0] && !besideDecision.has(word));
  const isAll = which.length === 1 && allShown.has(which[0]!);
  return {
    verdict: approvals.has(said[0]!) ? 'approve' : 'decline',
    which: isAll ? 'semua' : which.join(' '),
  };
}

/** Whether a reply is only an answer to what it quotes: a letter, a number, a yes or a no. */
export const isBareAnswer = (text: string): boolean =>
  isNumbers(text) ||
  placeIn(text) !== undefined ||
  /^\s*[a-z]{1,2}[\s.!]*$/i.test(text) ||
  isYes(text) ||
  isNo(text);

/** Whether two letters are a word that people say: "ok", "ya". */
export const isTwoLetterWord = (letters: string): boolean => twoLetters.has(letters.toLowerCase());

/** Whether a letter is a word that people say: "y", "t". */
export const isOneLetterWord = (letter: string): boolean => oneLetter.has(letter.toLowerCase());

/** The words and signs of a text between single spaces; drawn out letters are one: "makasiih". */
const spaced = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .replace(/(\p{L})\1+/gu, '$1')
    .trim()} `;

const thanks = [...wordSet(THANKS)].map(spaced);
const farewells = [...wordSet(FAREWELLS)].map(spaced);

/** Whether a text thanks, or ends the talk with "siap" or a sign; a question does not: "desa mana yang sudah siap". */
export const saysThanks = (text: string): boolean => {
  const words = spaced(text);
  const says = (forms: readonly string[]) => forms.some((form) => words.includes(form));
  return says(thanks) || (says(farewells) && !asks(text));
};

/** Whether a text only greets: "selamat pagi". */
export const isGreeting = (text: string): boolean =>
  greetings.has(withoutFillers(text).toLowerCase()) || greetings.has(text.trim().toLowerCase());

/** Whether a text only asks for the bot's attention: "halo pak". */
export const isHail = (text: string): boolean => hails.has(withoutFillers(text).toLowerCase());

/** Whether words that call the bot by its name say nothing else but a greeting: "bot", "selamat pagi bot", not "makasih bot". */
export const isBareCall = (said: string): boolean =>
  !saysThanks(said) && (withoutFillers(said) === '' || isHail(said) || (isGreeting(said) && !isNod(said)));

/** Whether a text only shows that an answer was read: "ok mantap pak". */
export const isNod = (text: string): boolean => {
  const words = withoutFillers(text).toLowerCase().split(' ');
  return words.every((word) => nods.has(word));
};

/** Whether a text begins with a word that only shows that the question was read. */
export const assents = (text: string): boolean =>
  assenting.has(/[\p{L}\p{N}]+/u.exec(text.toLowerCase())?.[0] ?? '');
