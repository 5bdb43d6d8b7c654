import type { Unit } from '../units.ts';
import { UNITS } from '../units.ts';
import { readInContext } from './context.ts';
import { reader } from './lexicon.ts';
import { readNumbers } from './numbers.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Village } from './verdict.ts';
import { type Named, villageFinder } from './villages.ts';
import { ABBREVIATIONS } from './words/sentences.ts';
import { formsIn, type Meaning } from './words.ts';

type Mark = 'comma' | 'stop' | 'asks' | 'colon' | 'dash' | 'slash' | 'open' | 'close' | 'line' | 'bullet';

/** What a sign is: a meaning of the vocabulary, a mark, or what numbers and names come to. */
export type SignKind =
  | Exclude<Meaning, Unit>
  | Mark
  | 'unit' // a unit, by name or by number
  | 'digits' // a number not yet read
  | 'bad number' // a number that no unit has
  | 'quantity' // a number that counts or dates something
  | 'share' // a percentage
  | 'village'
  | 'place' // a name that only says where
  | 'link'
  | 'unknown';

/** A word, phrase or mark of a message together with its meaning. */
export interface Sign {
  readonly is: SignKind;
  readonly text: string;
  readonly glued: boolean;
  readonly units?: readonly Unit[];
  /** The units are meant by number, not by name. */
  readonly numbered?: true;
  readonly value?: number;
  /** Codes of the villages that the name fits; none: a village of nowhere here. */
  readonly villages?: readonly string[];
}

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
/** The unit that a lookalike ("kantor camat") is named like. */
const unitsBeside = (firstWord: string): readonly Unit[] => UNITS.filter((unit) => unit === firstWord);
const SHOPS: readonly Unit[] = ['sembako', 'apotek'];

/** Whether a village's name counts here: an ordinary word or a part of a name needs a place where a name can stand. */
const isNameHere = (found: Named, afterDesa: boolean, atHead: boolean, apart: boolean): boolean => {
  if (afterDesa) return true;
  if (found.by === 'part') return apart && (atHead || !found.ordinary);
  return !found.ordinary;
};

/** Reads tokens into signs, one after another; see `readNumbers` and `readInContext` for what neighbours change. */
export const readSigns = (text: string, villages: readonly Village[]): Sign[] => {
  const tokens = tokenise(text);
  const meaningAt = reader(tokens);
  const villageAt = villageFinder(villages, tokens);
  const signs: Sign[] = [];
  let afterDesa = false;
  let at = 0;
  const isStranger = (token: Token | undefined, index: number): boolean =>
    token?.kind === 'word' && meaningAt(index) === undefined;
  while (at < tokens.length) {
    const token = tokens[at]!;
    const { text, glued, kind } = token;
    const push = (sign: Omit<Sign, 'text' | 'glued'>, length = 1) => {
      const words = tokens.slice(at, at + length);
      const text = words.map((one, index) => (index > 0 && !one.glued ? ` ${one.text}` : one.text)).join('');
      signs.push({ text, glued, ...sign });
      at += length;
    };
    const match = kind === 'word' || kind === 'digits' || kind === 'mark' ? meaningAt(at) : undefined;
    const found = kind === 'word' || kind === 'code' ? villageAt(at) : undefined;
    const last = signs.at(-1);
    const atHead =
      last === undefined ||
      ['line', 'bullet', 'digits', 'stop', 'courtesy', 'dash', 'close'].includes(last.is);
    const wasAfterDesa = afterDesa;
    if (!(kind === 'mark' && text === '.')) afterDesa = false;
    if (found) {
      const apart = last?.is !== 'unknown' && !isStranger(tokens[at + found.length], at + found.length);
      const isPhrase = (match?.length ?? 0) > found.length;
      if (isNameHere(found, wasAfterDesa, atHead, apart) && !isPhrase) {
        push({ is: 'village', villages: found.codes }, found.length);
        continue;
      }
    }
    if (match) {
      const { means, or, asks, length } = match;
      const rival = or?.find(isUnit);
      afterDesa = /^(?:desa|ds|dsa|deso|kel|kelurahan|nagari|kampung|kampuang|gampong|pekon)$/u.test(
        tokens[at + length - 1]!.text,
      );
      const ordinaryName = found && { villages: found.codes };
      if (typeof means === 'number') push({ is: 'digits', value: means }, length);
      else if (isUnit(means) && or && rival) push({ is: 'shop', units: [means, rival] }, length);
      else if (or && !isUnit(means)) push({ is: or.includes('other') ? 'unknown' : means }, length);
      else if (or) push({ is: 'unknown' }, length);
      else if (isUnit(means)) push({ is: 'unit', units: [means], ...ordinaryName }, length);
      else if (means === 'lookalike') push({ is: 'lookalike', units: unitsBeside(text) }, length);
      else if (means === 'shop') push({ is: 'shop', units: SHOPS, ...ordinaryName }, length);
      else push({ is: means === 'other' ? 'unknown' : means, ...ordinaryName }, length);
      if (asks) signs.push({ is: 'question', text: '-kah', glued: true });
    } else if (kind === 'link') push({ is: 'link' });
    else if (kind === 'phone') push({ is: 'quantity' });
    else if (kind === 'digits') push({ is: 'digits', value: Number(text) });
    else if (kind === 'line') push({ is: 'line' });
    else if (kind === 'mark') {
      const mark = MARKS[text] ?? (/^\.+$/u.test(text) ? 'stop' : /^-+$/u.test(text) ? 'dash' : undefined);
      const abbreviates = mark === 'stop' && text === '.' && glued && abbreviations.has(last?.text ?? '');
      if (mark && !abbreviates) push({ is: mark });
      else at++;
    } else if (wasAfterDesa && last?.is === 'desa' && kind === 'word') push({ is: 'village', villages: [] });
    else push({ is: 'unknown' });
  }
  return readInContext(readNumbers(signs));
};
