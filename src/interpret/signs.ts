import { UNITS, type Unit } from '../domain/units.ts';
import { readInContext } from './context.ts';
import { type Match, reader } from './lexicon.ts';
import { readNumbers } from './numbers.ts';
import { type Mark, type Sign, type SignKind, signOf } from './sign.ts';
import type { Token } from './tokens.ts';
import type { Village } from './types.ts';
import { type Named, villageFinder } from './villages.ts';
import type { Means } from './vocabulary.ts';
import { ABBREVIATIONS } from './words/sentences.ts';
import { formsIn, WORDS } from './words.ts';

const MARKS: Readonly<Record<string, Mark>> = {
  ',': 'comma',
  '.': 'stop',
  ';': 'stop',
  '!': 'stop',
  '|': 'stop',
  '?': 'asks',
  ':': 'colon',
  '=': 'colon',
  '->': 'colon',
  '=>': 'colon',
  '→': 'colon',
  '➡': 'colon',
  '-': 'dash',
  '--': 'dash',
  '/': 'slash',
  '⁄': 'slash',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '•': 'bullet',
  '·': 'bullet',
  '▪': 'bullet',
  '●': 'bullet',
  '○': 'bullet',
  '◦': 'bullet',
  '►': 'bullet',
  '➢': 'bullet',
};

const abbreviations = new Set(formsIn(ABBREVIATIONS).map(({ form }) => form));

const isUnit = (means: unknown): means is Unit => UNITS.includes(means as Unit);
const SHOPS: readonly Unit[] = ['sembako', 'apotek'];

/** Words behind which a village's name stands. */
const DESA = new Set(formsIn(WORDS.desa).map(({ form }) => form));
const HEADS: ReadonlySet<SignKind> = new Set([
  'line',
  'bullet',
  'digits',
  'stop',
  'courtesy',
  'dash',
  'close',
]);

/** A sign, and how many tokens it takes up. */
interface Made {
  readonly sign: Sign;
  readonly length: number;
}

const textOf = (tokens: readonly Token[], at: number, length: number): string => {
  let text = tokens[at]!.text;
  for (let next = at + 1; next < at + length; next++)
    text += tokens[next]!.glued ? tokens[next]!.text : ` ${tokens[next]!.text}`;
  return text;
};

/** A slip of several words: one of two units, unless it may be something else altogether. */
const ofSlip = (meant: readonly Means[], text: string, glued: boolean): Sign => {
  const units = meant.filter(isUnit);
  if (units.length === meant.length) return signOf('shop', text, glued, { units });
  const isStrange =
    units.length > 0 || meant.some((one) => one === 'other' || one === 'shop' || one === 'lookalike');
  return signOf(isStrange ? 'unknown' : (meant[0] as SignKind), text, glued);
};

const ofMatch = ({ means, or }: Match, text: string, glued: boolean): Sign => {
  if (typeof means === 'number') return signOf('digits', text, glued, { value: means });
  if (or) return ofSlip([means, ...or], text, glued);
  if (isUnit(means)) return signOf('unit', text, glued, { units: [means] });
  if (means === 'lookalike')
    return signOf(means, text, glued, { units: UNITS.filter((unit) => text.startsWith(unit)) });
  if (means === 'shop') return signOf(means, text, glued, { units: SHOPS });
  return signOf(means === 'other' ? 'unknown' : means, text, glued);
};

const markOf = (text: string): Mark | undefined =>
  MARKS[text] ?? (text.startsWith('..') ? 'stop' : text.startsWith('--') ? 'dash' : undefined);

const ofToken = ({ kind, text, glued }: Token, last: Sign | undefined): Sign | undefined => {
  if (kind === 'digits') return signOf('digits', text, glued, { value: Number(text) });
  if (kind === 'phone') return signOf('quantity', text, glued);
  if (kind === 'line' || kind === 'link') return signOf(kind, text, glued);
  if (kind === 'word') return signOf('unknown', text, glued);
  // The dot of an abbreviation ("ds. Petani") ends no sentence.
  if (text === '.' && glued && abbreviations.has(last?.text ?? '')) return undefined;
  const mark = markOf(text);
  return mark && signOf(mark, text, glued);
};

/** Reads tokens into signs, one after another; see `readNumbers` and `readInContext` for what neighbours change. */
export const readSigns = (tokens: readonly Token[], villages: readonly Village[]): Sign[] => {
  const meaningAt = reader(tokens);
  const villageAt = villageFinder(villages, tokens);
  const signs: Sign[] = [];
  let afterDesa = false;

  /** A name counts behind "desa"; elsewhere an ordinary word is none, and a part only at a head, strangers apart. */
  const isNameHere = ({ by, ordinary, length }: Named, next: number): boolean => {
    if (afterDesa) return true;
    if (by !== 'part') return !ordinary;
    const last = signs.at(-1);
    const beyond = tokens[next + length];
    const apart =
      last?.is !== 'unknown' && (beyond?.kind !== 'word' || meaningAt(next + length) !== undefined);
    return apart && (!ordinary || last === undefined || HEADS.has(last.is));
  };

  const readAt = (at: number): Made | undefined => {
    const token = tokens[at]!;
    const { kind, glued, text } = token;
    const match = kind === 'word' || kind === 'digits' || kind === 'mark' ? meaningAt(at) : undefined;
    const name = kind === 'word' || kind === 'code' ? villageAt(at) : undefined;
    if (name && name.length >= (match?.length ?? 0) && isNameHere(name, at)) {
      const { codes, length } = name;
      return { sign: signOf('village', textOf(tokens, at, length), glued, { villages: codes }), length };
    }
    if (match) {
      const sign = ofMatch(match, textOf(tokens, at, match.length), glued);
      return { sign: name ? { ...sign, villages: name.codes } : sign, length: match.length };
    }
    // A village that is none of this kecamatan, by name or by code.
    if (kind === 'code' || (afterDesa && kind === 'word' && signs.at(-1)?.is === 'desa')) {
      return { sign: signOf('village', text, glued, { villages: [] }), length: 1 };
    }
    const sign = ofToken(token, signs.at(-1));
    return sign && { sign, length: 1 };
  };

  for (let at = 0; at < tokens.length; ) {
    const made = readAt(at);
    const length = made?.length ?? 1;
    if (made) signs.push(made.sign);
    if (tokens[at]!.text !== '.') afterDesa = DESA.has(tokens[at + length - 1]!.text);
    at += length;
  }
  return readInContext(readNumbers(signs));
};
