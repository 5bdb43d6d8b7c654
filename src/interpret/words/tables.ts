import { MANNERS_WORDS } from './manners.ts';
import { OTHER_WORDS } from './others.ts';
import { SENTENCE_WORDS } from './sentences.ts';
import { STATUS_WORDS } from './statuses.ts';
import { UNIT_WORDS } from './units.ts';

/** The vocabulary: under each meaning the words and phrases that have it. A regional word is a word more in a line. */
export const WORDS = { ...UNIT_WORDS, ...STATUS_WORDS, ...SENTENCE_WORDS, ...MANNERS_WORDS, ...OTHER_WORDS };

/** What a word or phrase can mean; what reads a message knows these meanings and none of the words. */
export type Meaning = keyof typeof WORDS;

/** A word or phrase of a table. */
export interface Form {
  readonly form: string;
  /** It stands in a line that names a language ("Jawa: …"). */
  readonly regional: boolean;
}

/** Splits the text of a table into its words and phrases. */
export const formsIn = (text: string): readonly Form[] =>
  text.split('\n').flatMap((line) => {
    const [, label, forms] = /^\s*(\p{Lu}\p{L}*:\s)?(.*)$/u.exec(line)!;
    const split = forms!.split(',').map((form) => form.trim());
    return split.filter((form) => form !== '').map((form) => ({ form, regional: label !== undefined }));
  });

/** The words and phrases of a table, as they are typed. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(formsIn(text).map(({ form }) => form));

/** The lines of a table, where each line is one thing. */
export const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A pattern for any of some words, the longest first. */
export const oneOf = (words: Iterable<string>): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;

/** The same for the words of tables. */
export const anyOf = (...tables: readonly string[]): string =>
  oneOf(tables.flatMap((table) => [...wordSet(table)]));
