import { UNITS } from '../domain/units.ts';
import { isDigits, isQuantityByForm, type Literal, literalAt, numbersIn, upTo } from './literals.ts';
import { type Kinds, kinds, type Meant, type Sign, type SignKind, signOf } from './sign.ts';
import { ORDINALS, TICKS } from './words/cues.ts';
import { wordSet } from './words.ts';

/** A number with what stands around it. */
interface Spot {
  readonly literal: Literal;
  /** The number at the other end of "1 sampai 4", "1 - 4". */
  readonly far: Literal | undefined;
  /** The sign before, and the one before a mark that stands between. */
  readonly before: Sign | undefined;
  readonly behindMark: Sign | undefined;
  /** The sign after the number, or after the far one. */
  readonly after: Sign | undefined;
  readonly afterThat: Sign | undefined;
  readonly glued: boolean;
}

/** The sign that a number comes to. */
interface Made {
  readonly sign: Meant & { readonly is: SignKind };
  /** The far number belongs to it, the sign after it does. */
  readonly far?: true;
  readonly after?: true;
}

/** A reading of a number; undefined if it is none. */
type Reads = (spot: Spot) => Made | undefined;

const BEFORE: readonly SignKind[] = ['measured', 'period', 'quantity', 'date', 'area'];
const AFTER: readonly SignKind[] = ['measure', 'date'];
const MARKS: readonly SignKind[] = ['colon', 'dash', 'to', 'open'];
const JOINED: Kinds = kinds('and', 'number', 'counted', 'unit', 'quantity');
const COUNTED: Kinds = kinds('unknown', 'matter', 'office');
const GOES_ON: Kinds = kinds('comma', 'and', 'stop', 'to', 'dash');
const ordinals = wordSet(ORDINALS);
const QUANTITY = { is: 'quantity' } as const;
const DATE = { is: 'date' } as const;
/** What a date is written behind. */
const DATED = /^(?:tgl|tanggal|tggal|tahun|thn|bulan|bln)$/u;

const isNumbered = (sign: Sign | undefined): boolean =>
  sign?.is === 'number' || (sign?.is === 'unit' && sign.numbered === true);

/** "65%", "80-90%". */
const share: Reads = ({ literal, far, after }) => {
  if (after?.is !== 'percent') return undefined;
  const { parts, marks } = far ?? literal;
  const value = marks.includes('-') ? parts.at(-1)! : parts[0]!;
  return { sign: { is: 'share', value }, ...(far && { far: true }), after: true };
};

/** "Jam 3", "2 juta", "12 Mei", "3x4", "2 bulan lalu". */
const quantity: Reads = ({ literal, far, before, behindMark, after, afterThat, glued }) => {
  const measured =
    AFTER.includes(after?.is ?? 'line') ||
    ((after?.is === 'period' || after?.is === 'measured') && !isDigits(afterThat)) ||
    (after?.text === 'x' && isDigits(afterThat)) ||
    (after?.is === 'unknown' && (after.glued || (!isNumbered(before) && !far)));
  // "2 bulan lalu" counts months; "no 4 bulan depan" does not.
  const ago =
    /^(?:jam|hari|minggu|bulan|bln|tahun|thn)\s/u.test(after?.text ?? '') &&
    after?.text !== 'hari ini' &&
    !isNumbered(before);
  const prefixed = before !== undefined && (BEFORE.includes(before.is) || (before.is === 'unknown' && glued));
  const goesOn =
    before !== undefined &&
    MARKS.includes(before.is) &&
    (behindMark?.is === 'measured' || behindMark?.is === 'quantity');
  // "Jalan Sudirman no 5" is an address.
  const counted =
    (before?.is === 'measure' && behindMark?.is !== 'quantity') ||
    (before?.text === 'x' && behindMark?.is === 'quantity');
  const addressed = before?.is === 'number' && behindMark?.is === 'unknown';
  if (measured || ago) return { sign: QUANTITY, ...(far && { far: true }) };
  if (addressed || counted) return { sign: QUANTITY };
  if (prefixed || goesOn) return { sign: DATED.test(before.text) ? DATE : QUANTITY };
  return isQuantityByForm(literal) ? { sign: QUANTITY } : undefined;
};

/** "2 unit", "3/7" count units, "7 unit" is all of them. */
const count: Reads = ({ literal, far, after }) => {
  if (far) return undefined;
  const { parts, marks } = literal;
  const [value, outOf] = parts;
  const counts = after?.is === 'counted';
  if (parts.length === 2 && marks[0] === '/' && outOf === UNITS.length)
    return { sign: { is: 'counted', value: value! }, ...(counts && { after: true }) };
  if (!counts || parts.length > 1) return undefined;
  return {
    sign: value === UNITS.length ? { is: 'all', units: UNITS } : { is: 'counted', value: value! },
    after: true,
  };
};

const unitsOf = (numbers: readonly number[]): Made['sign'] => {
  const bad = numbers.find((number) => number < 1 || number > UNITS.length);
  if (bad !== undefined) return { is: 'bad number', value: bad };
  // Written so that it could mean two things.
  if (numbers.length === 0) return { is: 'odd' };
  return { is: 'unit', units: [...new Set(numbers.map((number) => UNITS[number - 1]!))], numbered: true };
};

/** "1 sampai 4", "1 - 4"; "1 - 3 - 5" is a list. */
const range: Reads = ({ literal, far, after, afterThat }) => {
  if (
    !far ||
    literal.parts.length > 1 ||
    far.parts.length > 1 ||
    (after?.is === 'dash' && isDigits(afterThat))
  )
    return undefined;
  const [from, to] = [literal.parts[0]!, far.parts[0]!];
  return { sign: unitsOf(to > UNITS.length ? [from, to] : upTo(from, from < to ? to : -1)), far: true };
};

const listed: Reads = ({ literal }) => ({ sign: unitsOf(numbersIn(literal)) });

/** "Pertama, kantor sudah. Kedua, …": it counts sentences. */
const ordinal: Reads = ({ literal, far, before, after, afterThat }) => {
  if (far || literal.length > 1 || !ordinals.has(literal.texts[0]!) || JOINED.has(before?.is ?? 'line'))
    return undefined;
  const named = (sign: Sign | undefined) => (sign?.is === 'unit' && !sign.numbered) || sign?.is === 'shop';
  const comma = after?.is === 'comma';
  const counts = named(after) || ((comma || after?.is === 'colon') && !isDigits(afterThat));
  return counts ? { sign: { is: 'filler' }, ...(comma && { after: true }) } : undefined;
};

/** "Operator 2", "karyawan 5 sudah ada": how many there are of something else, and no list of units. */
const ofOthers: Reads = ({ literal, far, before, behindMark, after, afterThat }) => {
  if (far || literal.parts.length > 1 || !before || !COUNTED.has(before.is)) return undefined;
  if (before.is !== 'unknown' && (behindMark?.is === 'title' || behindMark?.is === 'courtesy'))
    return undefined;
  const goesOn = (GOES_ON.has(after?.is ?? 'line') && isDigits(afterThat)) || isDigits(after);
  return goesOn ? undefined : { sign: QUANTITY };
};

const READINGS: readonly Reads[] = [share, ordinal, ofOthers, quantity, count, range, listed];

const spotAt = (
  signs: readonly Sign[],
  at: number,
  read: readonly Sign[],
  literal: Literal,
): Spot & { readonly end: number } => {
  const end = at + literal.length;
  const joins = signs[end]?.is === 'to' || (signs[end]?.is === 'dash' && !signs[end].glued);
  const far = joins ? literalAt(signs, end + 1) : undefined;
  const past = far ? end + 1 + far.length : end;
  const [before, behindMark] = [read.at(-1), read.at(-2)];
  return {
    literal,
    far,
    before,
    behindMark,
    after: signs[past],
    afterThat: signs[past + 1],
    glued: signs[at]!.glued,
    end,
  };
};

const textOf = (signs: readonly Sign[], at: number, length: number): string => {
  let { text } = signs[at]!;
  for (let next = at + 1; next < at + length; next++) text += signs[next]!.text;
  return text;
};

const readOne = (spot: Spot): Made => {
  for (const reading of READINGS) {
    const made = reading(spot);
    if (made) return made;
  }
  return { sign: { is: 'odd' } };
};

const ticks = wordSet(TICKS);

/** "1v 2v 3x": numbers ticked off, in nobody knows which sense; a single "3x" is three times. */
const isTicked = (signs: readonly Sign[], at: number): boolean =>
  isDigits(signs[at]) &&
  ticks.has(signs[at + 1]?.text ?? '') &&
  (signs[at + 1]!.glued || signs[at + 1]!.text === 'v');

/** Reads every number: the number of a unit, a list or range of them, a percentage, a count, or any other quantity. */
export const readNumbers = (signs: readonly Sign[]): Sign[] => {
  const read: Sign[] = [];
  const ticked = signs.filter((_, at) => isTicked(signs, at)).length > 1;
  for (let at = 0; at < signs.length; ) {
    if (ticked && isTicked(signs, at)) {
      read.push(signOf('lookalike', textOf(signs, at, 2), signs[at]!.glued));
      at += 2;
      continue;
    }
    const literal = literalAt(signs, at);
    if (!literal) {
      read.push(signs[at++]!);
      continue;
    }
    const spot = spotAt(signs, at, read, literal);
    const { sign, far, after } = readOne(spot);
    const length = literal.length + (far && spot.far ? 1 + spot.far.length : 0) + (after ? 1 : 0);
    read.push(signOf(sign.is, textOf(signs, at, length), spot.glued, sign));
    at += length;
  }
  return read;
};
