import { isWord } from './vocabulary.ts';

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
export const withLetters = (text: string): string =>
  text.replace(LONG_WORD, (word) => {
    if (word.length > LONGEST || !MISREAD.test(word) || word.replace(/\D/gu, '').length > MOST_DIGITS)
      return word;
    return spellingsOf(word).find(isWord) ?? word;
  });
