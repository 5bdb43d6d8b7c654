import { UNITS, type Unit } from '../../domain/units.ts';
import type { Village } from '../types.ts';
import { ABBREVIATIONS } from '../words/sentences.ts';
import { WORDS, wordSet } from '../words/tables.ts';
import { besideNames } from './beside-names.ts';
import { doubtCounts } from './counts.ts';
import { disambiguate } from './disambiguate.ts';
import { type Named, villageFinders } from './gazetteer.ts';
import { type Match, type Means, reader } from './lexicon.ts';
import { withoutListNumbers } from './list-numbers.ts';
import { nameWords } from './name-words.ts';
import { withNames } from './names.ts';
import { joinNumberWords } from './number-words.ts';
import { readNumbers } from './numbers.ts';
import { doubtSigns } from './signs.ts';
import { joinSplitNames } from './split-names.ts';
import { readSpokenMarks } from './spoken-marks.ts';
import { type Mark, type Tag, type TagKind, tagOf } from './tags.ts';
import { doubtTally } from './tallies.ts';
import type { Token } from './tokens.ts';

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

const abbreviations = wordSet(ABBREVIATIONS);

const isUnit = (means: unknown): means is Unit => UNITS.includes(means as Unit);
const SHOPS: readonly Unit[] = ['sembako', 'apotek'];

/** Words behind which a village's name stands. */
const DESA = wordSet(WORDS.desa);
const HEADS: ReadonlySet<TagKind> = new Set([
  'line',
  'bullet',
  'digits',
  'stop',
  'courtesy',
  'dash',
  'close',
]);

/** Words that a number may be written to without a space. */
const NUMBERED: ReadonlySet<Means> = new Set([
  'sudah',
  'belum',
  'number',
  'counted',
  'at',
  'to',
  'and',
  'desa',
  'measured',
  'period',
  'question',
]);

/** A tag, and how many tokens it takes up. */
interface Made {
  readonly tag: Tag;
  readonly length: number;
}

const textOf = (tokens: readonly Token[], at: number, length: number): string => {
  let text = tokens[at]!.text;
  for (let next = at + 1; next < at + length; next++)
    text += tokens[next]!.glued ? tokens[next]!.text : ` ${tokens[next]!.text}`;
  return text;
};

/** A slip of several words: one of two units, unless it may be something else altogether. */
const ofSlip = (meant: readonly Means[], text: string, glued: boolean): Tag => {
  const units = meant.filter(isUnit);
  if (units.length === meant.length) return tagOf('shop', text, glued, { units });
  const isStrange =
    units.length > 0 || meant.some((one) => one === 'other' || one === 'shop' || one === 'lookalike');
  return tagOf(isStrange ? 'unknown' : (meant[0] as TagKind), text, glued);
};

const ofMatch = ({ means, or }: Match, text: string, glued: boolean): Tag => {
  if (typeof means === 'number') return tagOf('digits', text, glued, { value: means });
  if (or) return ofSlip([means, ...or], text, glued);
  if (isUnit(means)) return tagOf('unit', text, glued, { units: [means] });
  if (means === 'lookalike')
    return tagOf(means, text, glued, { units: UNITS.filter((unit) => text.startsWith(unit)) });
  if (means === 'shop') return tagOf(means, text, glued, { units: SHOPS });
  return tagOf(means === 'other' ? 'unknown' : means, text, glued);
};

const markOf = (text: string): Mark | undefined =>
  MARKS[text] ?? (text.startsWith('..') ? 'stop' : text.startsWith('--') ? 'dash' : undefined);

const ofToken = ({ kind, text, glued }: Token, last: Tag | undefined): Tag | undefined => {
  if (kind === 'digits') return tagOf('digits', text, glued, { value: Number(text) });
  if (kind === 'phone') return tagOf('quantity', text, glued);
  if (kind === 'line' || kind === 'link') return tagOf(kind, text, glued);
  if (kind === 'word') return tagOf('unknown', text, glued);
  // The dot of an abbreviation ("ds. Petani") ends no sentence.
  if (text === '.' && glued && abbreviations.has(last?.text ?? '')) return undefined;
  const mark = markOf(text);
  return mark && tagOf(mark, text, glued);
};

/** "Beres2", "ulama2": the word twice, and no unit number 2; "sudah2,3" and "no2" are numbers. */
const isTwice = (tokens: readonly Token[], at: number, { means, length }: Match): boolean => {
  const [digit, mark, more] = tokens.slice(at + length, at + length + 3);
  if (digit?.text !== '2' || !digit.glued) return false;
  const goesOn = mark?.glued === true && (mark.kind === 'digits' || more?.kind === 'digits');
  return !goesOn && typeof means !== 'number' && !NUMBERED.has(means);
};

/** "Rak-raknya": the word again behind a dash, with an ending. */
const isAgain = (tokens: readonly Token[], at: number): boolean => {
  const [dash, again] = tokens.slice(at + 1, at + 3);
  return dash?.text === '-' && dash.glued && again?.glued === true && again.text.startsWith(tokens[at]!.text);
};

/** Reads tokens into tags, one after another; see `readNumbers` and `disambiguate` for what neighbours change. */
export const tagTokens = (given: readonly Token[], villages: readonly Village[]): readonly Tag[] => {
  const tokens = joinSplitNames(given);
  const { villageAt, exactAt } = villageFinders(villages, tokens);
  const meaningAt = besideNames(tokens, reader(tokens), exactAt);
  const { isOther, lengthFrom } = nameWords(tokens, meaningAt, villageAt);
  const tags: Tag[] = [];
  let afterDesa = false;

  /** A name counts behind "desa"; elsewhere an ordinary word is none, but for several that begin a line, and a part only at a head, strangers apart. */
  const isNameHere = (name: Named, next: number): boolean => {
    const { by, ordinary, length } = name;
    if (isOther(name, next, afterDesa)) return false;
    if (afterDesa) return true;
    const begins = tags.length === 0 || tags.at(-1)!.is === 'line';
    if (by !== 'part') return !ordinary || (begins && by === 'whole' && length > 1);
    const last = tags.at(-1);
    const beyond = tokens[next + length];
    const apart =
      last?.is !== 'unknown' && (beyond?.kind !== 'word' || meaningAt(next + length) !== undefined);
    return apart && (!ordinary || last === undefined || HEADS.has(last.is));
  };

  const ofNowhere = (at: number, length: number): Made => {
    const { glued } = tokens[at]!;
    return { tag: tagOf('village', textOf(tokens, at, length), glued, { villages: [] }), length };
  };

  const readAt = (at: number): Made | undefined => {
    const token = tokens[at]!;
    const { kind, glued, text } = token;
    const match = kind === 'word' || kind === 'digits' || kind === 'mark' ? meaningAt(at) : undefined;
    const name = kind === 'word' || kind === 'code' ? villageAt(at) : undefined;
    if (name && name.length >= (match?.length ?? 0) && isNameHere(name, at)) {
      const { codes, length } = name;
      return { tag: tagOf('village', textOf(tokens, at, length), glued, { villages: codes }), length };
    }
    if (name && afterDesa && isOther(name, at, true))
      return ofNowhere(at, name.length + lengthFrom(at + name.length));
    if (kind === 'word' && isTwice(tokens, at, match ?? { means: 'other', length: 1 })) {
      const unit = match && isUnit(match.means);
      // "Kantor2": many, and not the one of the village; "kios2" may be its number.
      const isNumber = unit && match.means === UNITS[1];
      const tag = isNumber
        ? ofMatch(match, `${text}2`, glued)
        : tagOf(unit ? 'lookalike' : 'unknown', `${text}2`, glued);
      return { tag, length: (match?.length ?? 1) + 1 };
    }
    if (kind === 'word' && isAgain(tokens, at) && (!match || match.means === 'measure'))
      return { tag: tagOf('unknown', tokens[at + 2]!.text, glued), length: 3 };
    if (match) {
      const tag = ofMatch(match, textOf(tokens, at, match.length), glued);
      return { tag: name ? { ...tag, villages: name.codes } : tag, length: match.length };
    }
    // A village that is none of this kecamatan, by name or by code.
    if (kind === 'code' || (afterDesa && kind === 'word' && tags.at(-1)?.is === 'desa')) {
      return ofNowhere(at, kind === 'code' ? 1 : lengthFrom(at));
    }
    const tag = ofToken(token, tags.at(-1));
    return tag && { tag, length: 1 };
  };

  for (let at = 0; at < tokens.length; ) {
    const made = readAt(at);
    const length = made?.length ?? 1;
    if (made) tags.push(made.tag);
    if (tokens[at]!.text !== '.') afterDesa = DESA.has(tokens[at + length - 1]!.text);
    at += length;
  }
  const read = readNumbers(joinNumberWords(readSpokenMarks(doubtSigns(tags))));
  return withNames(doubtTally(doubtCounts(disambiguate(withoutListNumbers(read)))));
};
