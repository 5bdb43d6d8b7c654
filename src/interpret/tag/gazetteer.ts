import type { Village } from '../types.ts';
import { LANDFORMS } from '../words/others.ts';
import { formsIn } from '../words/tables.ts';
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

interface Gazetteer {
  readonly whole: ReadonlyMap<string, readonly string[]>;
  readonly part: ReadonlyMap<string, readonly string[]>;
  readonly ordinary: ReadonlySet<string>;
  readonly slips: (typed: string) => readonly string[];
  readonly partSlips: (typed: string) => readonly string[];
  /** The first two letters of every name, and the last two: one slip does not spoil both. */
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  /** How many words the longest name has, and how many letters. */
  readonly words: number;
  readonly letters: number;
}

const SHORTEST_SLIP = 5;

const landforms = new Set(formsIn(LANDFORMS).map(({ form }) => form));

const add = (map: Map<string, string[]>, key: string, code: string): void => {
  const codes = map.get(key);
  if (!codes) map.set(key, [code]);
  else if (!codes.includes(code)) codes.push(code);
};

const headOf = (word: string): string => word.slice(0, 2);
const tailOf = (word: string): string => word.slice(-2);

const survey = (villages: readonly Village[]): Gazetteer => {
  const whole = new Map<string, string[]>();
  const part = new Map<string, string[]>();
  const ordinary = new Set<string>();
  let [most, letters] = [1, 0];
  for (const { code, name } of villages) {
    const words = tokenise(normalise(name)).filter(({ kind }) => kind === 'word' || kind === 'digits');
    const texts = words.map(({ text }) => text);
    const key = texts.join('');
    add(whole, key, code);
    if (texts.every((text) => isKnown(text) || /\d/u.test(text))) ordinary.add(key);
    most = Math.max(most, texts.length);
    letters = Math.max(letters, key.length);
    if (texts.length < 2) continue;
    for (const text of texts) {
      if (text.length < 3 || isKnown(text) || /\d/u.test(text)) continue;
      add(part, text, code);
      if (landforms.has(text)) ordinary.add(text);
    }
  }
  const slips = typoFinder(whole.keys());
  const heads = new Set(Array.from(whole.keys(), headOf));
  const tails = new Set(Array.from(whole.keys(), tailOf));
  const partSlips = typoFinder(part.keys());
  return { whole, part, ordinary, slips, partSlips, heads, tails, words: most, letters };
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
  const meant = part.has(text) ? [text] : mayBeSlip ? partSlips(text) : [];
  if (meant.length === 0) return undefined;
  const plain = meant.some((one) => ordinary.has(one));
  return { codes: allCodes(part, meant), length: 1, by: 'part', ordinary: plain };
};

/**
 * Finds the village named at a token, if any: first by its full name, then with one slip, then by one of its words
 * alone. Spaces within a name do not matter ("kesumboampai").
 */
export const villageFinder = (villages: readonly Village[], tokens: readonly Token[]): Finder => {
  const gazetteer = gazetteerOf(villages);
  const { whole, ordinary, heads, tails, words, letters } = gazetteer;
  return (at) => {
    const { kind, text } = tokens[at]!;
    if (kind === 'code') {
      const village = villages.find(({ code }) => code === text);
      return village && { codes: [village.code], length: 1, by: 'whole', ordinary: false };
    }
    let name = '';
    let slipped: Named | undefined;
    let exact: Named | undefined;
    const begins = text.length < 2 || heads.has(headOf(text));
    for (let length = 1; length <= words + 1; length++) {
      const token = tokens[at + length - 1];
      if (token?.kind !== 'word' && token?.kind !== 'digits') break;
      name += token.text;
      // With a slip it may be one letter longer.
      if (name.length > letters + 1) break;
      const ends = token.text.length < 2 || tails.has(tailOf(token.text));
      if (!begins && !ends) continue;
      const codes = begins && ends ? whole.get(name) : undefined;
      if (codes) exact = { codes, length, by: 'whole', ordinary: ordinary.has(name) };
      if (!exact && (length > 1 || !isKnown(name))) slipped = findSlip(gazetteer, name, length) ?? slipped;
    }
    return exact ?? slipped ?? findPart(gazetteer, text);
  };
};
