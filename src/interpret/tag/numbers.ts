import { UNITS } from '../../domain/units.ts';
import { ORDINALS, TIMES } from '../words/cues/counting.ts';
import { TICKS } from '../words/cues/marks.ts';
import { AGO, DATED } from '../words/cues/times.ts';
import { wordSet } from '../words/tables.ts';
import { isDigits, isQuantityByForm, isYear, type Literal, literalAt, numbersIn, upTo } from './literals.ts';
import { type Kinds, kinds, type Meant, type Tag, type TagKind, tagOf } from './tags.ts';

/** A number with what stands around it. */
interface Spot {
  readonly literal: Literal;
  /** The number at the other end of "1 sampai 4", "1 - 4". */
  readonly far: Literal | undefined;
  /** The tag before, and the one before a mark that stands between. */
  readonly before: Tag | undefined;
  readonly behindMark: Tag | undefined;
  /** The tag after the number, or after the far one. */
  readonly after: Tag | undefined;
  readonly afterThat: Tag | undefined;
  readonly glued: boolean;
}

/** The tag that a number comes to. */
interface Made {
  readonly tag: Meant & { readonly is: TagKind };
  /** The far number belongs to it, the tag after it does. */
  readonly far?: true;
  readonly after?: true;
}

/** A reading of a number; undefined if it is none. */
type Reads = (spot: Spot) => Made | undefined;

const BEFORE: readonly TagKind[] = ['measured', 'period', 'quantity', 'date', 'area'];
const AFTER: readonly TagKind[] = ['measure', 'date'];
const MARKS: readonly TagKind[] = ['colon', 'dash', 'to', 'open'];
const JOINED: Kinds = kinds('and', 'number', 'counted', 'unit', 'quantity');
const COUNTED: Kinds = kinds('unknown', 'matter', 'office');
const GOES_ON: Kinds = kinds('comma', 'and', 'stop', 'to', 'dash');
const ordinals = wordSet(ORDINALS);
const QUANTITY = { is: 'quantity' } as const;
const DATE = { is: 'date' } as const;
/** What a date is written behind. */
const dated = wordSet(DATED);
const agoWords = wordSet(AGO);
const times = wordSet(TIMES);

const isNumbered = (tag: Tag | undefined): boolean =>
  tag?.is === 'number' || (tag?.is === 'unit' && tag.numbered === true);

/** "65%", "80-90%"; "0,5%" is more than nothing. */
const share: Reads = ({ literal, far, after }) => {
  if (after?.is !== 'percent') return undefined;
  const { parts, marks } = far ?? literal;
  const [whole, decimals] = [parts[0]!, parts[1] ?? 0];
  const value = marks.includes('-') ? parts.at(-1)! : whole === 0 && decimals > 0 ? 1 : whole;
  return { tag: { is: 'share', value }, ...(far && { far: true }), after: true };
};

/** "Jam 3", "2 juta", "12 Mei", "3x4", "2 bulan lalu". */
const quantity: Reads = ({ literal, far, before, behindMark, after, afterThat, glued }) => {
  const measured =
    AFTER.includes(after?.is ?? 'line') ||
    (after?.is === 'desa' && afterThat?.is !== 'village') ||
    ((after?.is === 'period' || after?.is === 'measured') && !isDigits(afterThat)) ||
    (times.has(after?.text ?? '') && isDigits(afterThat)) ||
    (after?.is === 'unknown' && (after.glued || (!isNumbered(before) && !far)));
  // "2 bulan lalu" counts months; "no 4 bulan depan" does not.
  const ago = agoWords.has(after?.text ?? '') && !isNumbered(before);
  const prefixed = before !== undefined && (BEFORE.includes(before.is) || (before.is === 'unknown' && glued));
  const goesOn =
    before !== undefined &&
    MARKS.includes(before.is) &&
    (behindMark?.is === 'measured' || behindMark?.is === 'quantity');
  // "Jalan Sudirman no 5" is an address.
  const counted =
    (before?.is === 'measure' && behindMark?.is !== 'quantity') ||
    (times.has(before?.text ?? '') && behindMark?.is === 'quantity');
  const addressed = before?.is === 'number' && behindMark?.is === 'unknown';
  if (measured || ago) return { tag: QUANTITY, ...(far && { far: true }) };
  if (addressed || counted) return { tag: QUANTITY };
  if (prefixed || goesOn) return { tag: dated.has(before.text) ? DATE : QUANTITY };
  if (isYear(literal)) return { tag: DATE };
  return isQuantityByForm(literal) ? { tag: QUANTITY } : undefined;
};

/** "2 unit", "3/7" count units, "7 unit" is all of them. */
const count: Reads = ({ literal, far, after }) => {
  if (far) return undefined;
  const { parts, marks } = literal;
  const [value, outOf] = parts;
  const counts = after?.is === 'counted';
  if (parts.length === 2 && marks[0] === '/' && outOf === UNITS.length)
    return { tag: { is: 'counted', value: value! }, ...(counts && { after: true }) };
  if (!counts || parts.length > 1) return undefined;
  return {
    tag: value === UNITS.length ? { is: 'all', units: UNITS } : { is: 'counted', value: value! },
    after: true,
  };
};

const unitsOf = (numbers: readonly number[]): Made['tag'] => {
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
  return { tag: unitsOf(to > UNITS.length ? [from, to] : upTo(from, from < to ? to : -1)), far: true };
};

const listed: Reads = ({ literal }) => ({ tag: unitsOf(numbersIn(literal)) });

/** "Pertama, kantor sudah. Kedua, …": it counts sentences. */
const ordinal: Reads = ({ literal, far, before, after, afterThat }) => {
  if (far || literal.length > 1 || !ordinals.has(literal.texts[0]!) || JOINED.has(before?.is ?? 'line'))
    return undefined;
  const named = (tag: Tag | undefined) => (tag?.is === 'unit' && !tag.numbered) || tag?.is === 'shop';
  const comma = after?.is === 'comma';
  const counts = named(after) || ((comma || after?.is === 'colon') && !isDigits(afterThat));
  return counts ? { tag: { is: 'filler' }, ...(comma && { after: true }) } : undefined;
};

/** "Operator 2", "karyawan 5 sudah ada": how many there are of something else, and no list of units. */
const ofOthers: Reads = ({ literal, far, before, behindMark, after, afterThat }) => {
  if (far || literal.parts.length > 1 || !before || !COUNTED.has(before.is)) return undefined;
  if (before.is !== 'unknown' && (behindMark?.is === 'title' || behindMark?.is === 'courtesy'))
    return undefined;
  const goesOn = (GOES_ON.has(after?.is ?? 'line') && isDigits(afterThat)) || isDigits(after);
  return goesOn ? undefined : { tag: QUANTITY };
};

const READINGS: readonly Reads[] = [share, ordinal, ofOthers, quantity, count, range, listed];

const spotAt = (
  tags: readonly Tag[],
  at: number,
  read: readonly Tag[],
  literal: Literal,
): Spot & { readonly end: number } => {
  const end = at + literal.length;
  const joins = tags[end]?.is === 'to' || (tags[end]?.is === 'dash' && !tags[end].glued);
  const far = joins ? literalAt(tags, end + 1) : undefined;
  const past = far ? end + 1 + far.length : end;
  const [before, behindMark] = [read.at(-1), read.at(-2)];
  return {
    literal,
    far,
    before,
    behindMark,
    after: tags[past],
    afterThat: tags[past + 1],
    glued: tags[at]!.glued,
    end,
  };
};

const textOf = (tags: readonly Tag[], at: number, length: number): string => {
  let { text } = tags[at]!;
  for (let next = at + 1; next < at + length; next++) text += tags[next]!.text;
  return text;
};

const readOne = (spot: Spot): Made => {
  for (const reading of READINGS) {
    const made = reading(spot);
    if (made) return made;
  }
  return { tag: { is: 'odd' } };
};

const ticks = wordSet(TICKS);

/** "1v 2v 3x": numbers ticked off, in nobody knows which sense; a single "3x" is three times. */
const isTicked = (tags: readonly Tag[], at: number): boolean =>
  isDigits(tags[at]) &&
  ticks.has(tags[at + 1]?.text ?? '') &&
  (tags[at + 1]!.glued || tags[at + 1]!.text === 'v');

/** Reads every number: the number of a unit, a list or range of them, a percentage, a count, or any other quantity. */
export const readNumbers = (tags: readonly Tag[]): Tag[] => {
  const read: Tag[] = [];
  const ticked = tags.filter((_, at) => isTicked(tags, at)).length > 1;
  for (let at = 0; at < tags.length; ) {
    if (ticked && isTicked(tags, at)) {
      read.push(tagOf('lookalike', textOf(tags, at, 2), tags[at]!.glued));
      at += 2;
      continue;
    }
    const literal = literalAt(tags, at);
    if (!literal) {
      read.push(tags[at++]!);
      continue;
    }
    const spot = spotAt(tags, at, read, literal);
    const { tag, far, after } = readOne(spot);
    const length = literal.length + (far && spot.far ? 1 + spot.far.length : 0) + (after ? 1 : 0);
    read.push(tagOf(tag.is, textOf(tags, at, length), spot.glued, tag));
    at += length;
  }
  return read;
};
