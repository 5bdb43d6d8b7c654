import { isWord } from './lexicon.ts';

/** Characters that are there to the machine only (zero-width, direction marks, emoji variants), and accents. */
const INVISIBLE = /[\p{Cf}\p{Mn}]+|[\u{1f3fb}-\u{1f3ff}]/gu;
const CONTROL = /(?!\n)[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/gu;
/** "30an", "60-an": about so many. */
const ABOUT = /(?<=\d\d)-?an(?!\p{L})/giu;
/** "ﷺ", "ﷲ": a whole phrase in one character. Taken apart, a message of them would be eighteen times as long. */
const PHRASE = /[\ufdf0-\ufdff]/gu;
const CIRCLED = /[\u2460-\u2468\u2776-\u277e\u2780-\u2788\u278a-\u2792]/gu;
/** "½" in one character, which is taken apart into digits: the numbers of no units. */
const FRACTION = /[\u00bc-\u00be\u2150-\u215e\u2189]/gu;
const KEYCAP = /([0-9])\u20e3/gu;
const SCRIPT = /<(script|style)\b[^<]{0,4096}<\/\1>/giu;
const TAG = /<\/?[a-z][^<>\n]{0,200}>/giu;
/** Struck out by a line over each character: that is not said. */
const OVERSTRUCK = /(?:[^\n\p{Mn}]\p{Mn}*[\u0335\u0336]\p{Mn}*)+/gu;
export const COMMAND = /^\s*\/lapor(?:@\w{1,64})?(?=\s|$)/iu;
/** What is left with an "@" in it is no name in a report: it is read as a link. */
const ADDRESS = /(?<!\S)[^\s@]*@\S*/gu;
const MENTION = /(^|\s)@[\w.]{1,64}/gu;

/** The digit in a circle: every series of them runs from one to nine. */
const valueOfCircled = (digit: string): number => {
  const code = digit.codePointAt(0)!;
  return code - ([0x278a, 0x2780, 0x2776, 0x2460].find((first) => code >= first)! - 1);
};

/** A box with a tick in it, and one with a cross: "[v] kantor", "(x) klinik". */
const TICKED = /[([] ?[v✓✔√] ?[)\]]/giu;
const CROSSED = /[([] ?x ?[)\]]/giu;

/** Ticks in boxes. A cross is a "no" where others are ticked; alone it may be the tick. */
const readBoxes = (text: string): string =>
  text.search(TICKED) < 0 ? text : text.replace(TICKED, ' ✅ ').replace(CROSSED, ' ❌ ');

/**
 * One way of writing for all ways of typing: width, case, keycap digits, kinds of spaces, quotes and dashes, and
 * invisible characters no longer differ. What is struck out, the command word, mentions and markup tags are gone; lines stay
 * lines.
 */
export const normalise = (text: string): string =>
  text
    .replace(OVERSTRUCK, ' ')
    .replace(COMMAND, ' ')
    .replace(PHRASE, ' ')
    .replace(CIRCLED, (digit) => ` ${valueOfCircled(digit)} `)
    .replace(FRACTION, ' $& ')
    .normalize('NFKD')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(INVISIBLE, '')
    .replace(KEYCAP, ' $1 ')
    .replace(/🔟/gu, ' 10 ')
    .replace(ABOUT, '')
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(SCRIPT, ' ')
    .replace(TAG, ' ')
    .replace(MENTION, ' ')
    .replace(ADDRESS, 'www.')
    .replace(/[‐-―−﹘➖]/gu, '-')
    .replace(/➕/gu, '+')
    .replace(/[‘’ʼ´`]/gu, "'")
    .replace(/[“”«»„"*_]/gu, ' ')
    .replace(/[❓❔⁇]/gu, '?')
    .replace(/[❕]/gu, '!')
    .replace(CONTROL, ' ')
    .toLowerCase();

/** Digits that stand for letters in a word read from a picture, or typed in haste: "kant0r", "k1inik". */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  0: ['o'],
  1: ['i', 'l'],
  3: ['e'],
  4: ['a'],
  5: ['s'],
};
const LONGEST = 20;
const MOST_DIGITS = 3;
const LONG_WORD = /[\p{L}\d]{5,}/gu;
const MISREAD = /^\p{L}+(?:[01345]\p{L}+)+$/u;

const spellingsOf = (word: string): readonly string[] => {
  let spellings = [''];
  for (const character of word) {
    const letters = LETTERS[character] ?? [character];
    spellings = spellings.flatMap((begun) => letters.map((letter) => begun + letter));
  }
  return spellings;
};

/** Puts letters in the place of digits within words, where that makes a word that is known. */
const restoreLetters = (text: string): string =>
  text.replace(LONG_WORD, (word) => {
    if (word.length > LONGEST || !MISREAD.test(word) || word.replace(/\D/gu, '').length > MOST_DIGITS)
      return word;
    return spellingsOf(word).find(isWord) ?? word;
  });

/** A text as it is read: normalised, with letters for the digits within words. */
export const readText = (text: string): string => restoreLetters(readBoxes(normalise(text)));
