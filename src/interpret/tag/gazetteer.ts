import type { Village } from '../types.ts';
import { LANDFORMS } from '../words/others.ts';
import { wordSet } from '../words/tables.ts';
import { isKnown, isWord } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { type Token, tokenise } from './tokens.ts';
import { typoFinder } from './typos.ts';

/** A village's name in a text: the codes it fits (several: the sender must say which) and how it was found. */
export interface Named {
  readonly codes: readonly string[];
  readonly length: number;
  /** `whole`: the full name. `slip`: with one slip. `part`: one word of it. */
  readonly by: 'whole' | 'slip' | 'part';
  /** The name is, or may be, an ordinary word: it counts only where nothing but a village can stand. */
  readonly ordinary: boolean;
}

/** A name as it is spelled officially, with its marks: "Boda-Boda", "Perk. Gedung Biara". */
interface Spelled {
  readonly texts: readonly string[];
  readonly key: string;
  readonly code: string;
}

interface Gazetteer {
  /** By the letters of the name, without spaces, apostrophes and marks. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  /** By the first word of the name. */
  readonly spelled: ReadonlyMap<string, readonly Spelled[]>;
  readonly part: ReadonlyMap<string, readonly string[]>;
  readonly ordinary: ReadonlySet<string>;
  readonly slips: (typed: string) => readonly string[];
  readonly partSlips: (typed: string) => readonly string[];
  /** The first two letters of every name, and the last two: one slip does not spoil both. */
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  /** How many words the longest name has, with a space for each apostrophe, and how many letters. */
  readonly words: number;
  readonly letters: number;
}

const SHORTEST_SLIP = 5;

const landforms = wordSet(LANDFORMS);

const add = <T>(map: Map<string, T[]>, key: string, one: T): void => {
  const sharing = map.get(key);
  if (!sharing) map.set(key, [one]);
  else if (!sharing.includes(one)) sharing.push(one);
};

/** "Botogo'o" is written "botogoo" and "botogo o" too. */
const lettersOf = (word: string): string => (word.includes("'") ? word.replaceAll("'", '') : word);

const headOf = (word: string): string => word.slice(0, 2);
const tailOf = (word: string): string => word.slice(-2);

const survey = (villages: readonly Village[]): Gazetteer => {
  const whole = new Map<string, string[]>();
  const spelled = new Map<string, Spelled[]>();
  const part = new Map<string, string[]>();
  const ordinary = new Set<string>();
  let [most, letters] = [1, 0];
  for (const { code, name } of villages) {
    const tokens = tokenise(normalise(name));
    const texts = tokens.filter(({ kind }) => kind === 'word' || kind === 'digits').map(({ text }) => text);
    const key = lettersOf(texts.join(''));
    add(whole, key, code);
    add(spelled, tokens[0]!.text, { texts: tokens.map(({ text }) => text), key, code });
    if (texts.every((text) => isKnown(text) || /\d/u.test(text))) ordinary.add(key);
    most = Math.max(most, texts.join("'").split("'").length);
    letters = Math.max(letters, key.length);
    if (texts.length < 2) continue;
    for (const text of texts) {
      if (text.length < 3 || isKnown(text) || /\d/u.test(text)) continue;
      add(part, lettersOf(text), code);
      if (landforms.has(text)) ordinary.add(text);
    }
  }
  const slips = typoFinder(whole.keys());
  const heads = new Set(Array.from(whole.keys(), headOf));
  const tails = new Set(Array.from(whole.keys(), tailOf));
  const partSlips = typoFinder(part.keys());
  return { whole, spelled, part, ordinary, slips, partSlips, heads, tails, words: most, letters };
};

const surveyed = new WeakMap<readonly Village[], Gazetteer>();

const gazetteerOf = (villages: readonly Village[]): Gazetteer => {
  const known = surveyed.get(villages) ?? survey(villages);
  surveyed.set(villages, known);
  return known;
};

const allCodes = (map: ReadonlyMap<string, readonly string[]>, keys: readonly string[]): readonly string[] =>
  keys.length === 1 ? map.get(keys[0]!)! : [...new Set(keys.flatMap((key) => map.get(key) ?? []))];

/** Finds the village that is named at a token. */
export type Finder = (at: number) => Named | undefined;

/** Finds a name with one slip by its letters, spaces left out. */
const findSlip = ({ whole, ordinary, slips }: Gazetteer, name: string, length: number): Named | undefined => {
  const meant = slips(name);
  if (meant.length === 0) return undefined;
  const plain = meant.every((one) => ordinary.has(one));
  return { codes: allCodes(whole, meant), length, by: 'slip', ordinary: plain };
};

/** Finds one word of a name, if that is enough to tell the village. */
const findPart = ({ part, partSlips, ordinary }: Gazetteer, text: string): Named | undefined => {
  if (isKnown(text)) return undefined;
  // A short word is rather another one: "kuli" is not "Kulim".
  const mayBeSlip = text.length >= SHORTEST_SLIP && !isWord(text);
  const letters = lettersOf(text);
  const meant = part.has(letters) ? [letters] : mayBeSlip ? partSlips(letters) : [];
  if (meant.length === 0) return undefined;
  const plain = meant.some((one) => ordinary.has(one));
  return { codes: allCodes(part, meant), length: 1, by: 'part', ordinary: plain };
};

/** Finds the full name at a token by its letters; spaces within it do not matter. */
const findWhole = (gazetteer: Gazetteer, tokens: readonly Token[], at: number): Named | undefined => {
  const { whole, ordinary, heads, tails, words, letters } = gazetteer;
  let name = '';
  let found: Named | undefined;
  for (let length = 1; length <= words; length++) {
    const token = tokens[at + length - 1];
    if (token?.kind !== 'word' && token?.kind !== 'digits') break;
    const text = lettersOf(token.text);
    name += text;
    if (name.length > letters || (name.length > 1 && !heads.has(headOf(name)))) break;
    const codes = text.length < 2 || tails.has(tailOf(text)) ? whole.get(name) : undefined;
    if (codes) found = { codes, length, by: 'whole', ordinary: ordinary.has(name) };
  }
  return found;
};

/** Finds the full name at a token: the longest, and of several with the same letters what is spelled so. */
const exactFinder = (gazetteer: Gazetteer, tokens: readonly Token[]): Finder => {
  const { ordinary, spelled } = gazetteer;
  return (at) => {
    const found = findWhole(gazetteer, tokens, at);
    const fits = spelled
      .get(tokens[at]!.text)
      ?.filter(({ texts }) => texts.every((text, i) => tokens[at + i]?.text === text));
    const length = Math.max(0, ...(fits ?? []).map(({ texts }) => texts.length));
    if (!fits || length === 0 || length < (found?.length ?? 0)) return found;
    const longest = fits.filter(({ texts }) => texts.length === length);
    const codes = longest.map(({ code }) => code);
    return { codes, length, by: 'whole', ordinary: ordinary.has(longest[0]!.key) };
  };
};

/** Finds a name with one slip at a token, the longest. "Di Pispis" is no slip of "Sipispis" where Pispis is a village too. */
const slipFinder = (gazetteer: Gazetteer, tokens: readonly Token[], exactAt: Finder): Finder => {
  const { heads, tails, words, letters } = gazetteer;
  return (at) => {
    const first = lettersOf(tokens[at]!.text);
    const begins = first.length < 2 || heads.has(headOf(first));
    let name = '';
    let slipped: Named | undefined;
    for (let length = 1; length <= words + 1; length++) {
      const token = tokens[at + length - 1];
      if (token?.kind !== 'word' && token?.kind !== 'digits') break;
      const text = lettersOf(token.text);
      name += text;
      // With a slip it may be one letter longer.
      if (name.length > letters + 1) break;
      const ends = text.length < 2 || tails.has(tailOf(text));
      if ((begins || ends) && (length > 1 || !isKnown(name)))
        slipped = findSlip(gazetteer, name, length) ?? slipped;
    }
    const isNext = slipped && slipped.length > 1 && isKnown(first) && exactAt(at + 1) !== undefined;
    return isNext ? undefined : slipped;
  };
};

/** Finders of the villages that a text names. */
export interface Finders {
  /** The village named at a token, if any: first by its full name, then with one slip, then by one of its words alone. */
  readonly villageAt: Finder;
  /** The village whose full name begins there, the longest; spaces and marks may be left out ("kesumboampai"). */
  readonly exactAt: Finder;
}

export const villageFinders = (villages: readonly Village[], tokens: readonly Token[]): Finders => {
  const gazetteer = gazetteerOf(villages);
  const exactAt = exactFinder(gazetteer, tokens);
  const slipAt = slipFinder(gazetteer, tokens, exactAt);
  const villageAt: Finder = (at) => {
    const { kind, text } = tokens[at]!;
    if (kind !== 'code') return exactAt(at) ?? slipAt(at) ?? findPart(gazetteer, text);
    const village = villages.find(({ code }) => code === text);
    return village && { codes: [village.code], length: 1, by: 'whole', ordinary: false };
  };
  return { villageAt, exactAt };
};
