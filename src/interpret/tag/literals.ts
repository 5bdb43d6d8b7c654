import type { Tag, TagKind } from './tags.ts';

/** A run of digits glued together by marks, as it was written: "3", "1,3,5", "07.30", "12/5", "1-4". */
export interface Literal {
  readonly parts: readonly number[];
  readonly texts: readonly string[];
  readonly marks: readonly string[];
  /** How many tags it takes up. */
  readonly length: number;
}

const INNER: readonly TagKind[] = ['comma', 'stop', 'colon', 'slash', 'dash'];

const isInner = (tag: Tag | undefined): tag is Tag => tag?.glued === true && INNER.includes(tag.is);

export const isDigits = (tag: Tag | undefined): tag is Tag => tag?.is === 'digits';

const lone = (text: string, value: number): Literal => ({
  parts: [value],
  texts: [text],
  marks: [],
  length: 1,
});
/** Most numbers in a message are single digits. */
const LONE = new Map(Array.from('0123456789', (digit) => [digit, lone(digit, Number(digit))]));

/** The literal that begins at a tag, if that is a number. */
export const literalAt = (tags: readonly Tag[], at: number): Literal | undefined => {
  const first = tags[at];
  if (!isDigits(first)) return undefined;
  if (!isInner(tags[at + 1])) return LONE.get(first.text) ?? lone(first.text, first.value!);
  const parts = [first];
  const marks: string[] = [];
  let end = at + 1;
  for (;;) {
    const [mark, next] = [tags[end], tags[end + 1]];
    if (!isInner(mark) || !isDigits(next) || !next.glued) break;
    marks.push(mark.text);
    parts.push(next);
    end += 2;
  }
  return {
    parts: parts.map(({ value }) => value!),
    texts: parts.map(({ text }) => text),
    marks,
    length: end - at,
  };
};

/** "2027". */
export const isYear = ({ parts, texts }: Literal): boolean =>
  parts.length === 1 && texts[0]!.length === 4 && parts[0]! >= 1900 && parts[0]! <= 2100;

/** Dates, clock times, sums and phone numbers, told by how they are written. */
export const isQuantityByForm = (literal: Literal): boolean => {
  const { parts, texts, marks } = literal;
  const [first, second] = texts;
  if (texts.join('').length >= 8 || /^0\d{2,}$/u.test(first!)) return true;
  if (parts.length === 1) return isYear(literal);
  const mark = marks.every((one) => one === marks[0]) ? marks[0]! : '';
  const isClock = parts.length === 2 && '.:'.includes(mark) && second!.length === 2;
  const isSum = '.,'.includes(mark) && texts.slice(1).every(({ length }) => length === 3);
  const isDate =
    parts.length === 3 && mark !== '' && texts[2]!.length > 1 && parts[0]! <= 31 && parts[1]! <= 12;
  const isDayAndMonth = parts.length === 2 && mark === '/' && parts.some((part) => part > 7);
  return (
    isClock ||
    isSum ||
    isDate ||
    isDayAndMonth ||
    (parts.length > 3 && texts.some(({ length }) => length > 2))
  );
};

const LAST_TRIED = 9;

/** The numbers from one to another; far ones are cut off behind the first that no unit has. */
export const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(to, LAST_TRIED) - from + 1) }, (_, index) => from + index);

/** The numbers listed by "1,3,5", "1.3.5", "1-4" or "1-3,5"; none where it can mean two things ("1/2", "4-1"). */
export const numbersIn = ({ parts, marks }: Literal): readonly number[] => {
  if (marks.length > 1 && marks.every((mark) => mark === '-')) return parts;
  if (marks.length === 1 && marks[0] === '/') return [];
  const numbers = [parts[0]!];
  for (const [index, mark] of marks.entries()) {
    const [from, to] = [parts[index]!, parts[index + 1]!];
    const isRange = mark === '-' || /^\.{2,}$/u.test(mark);
    if (isRange && from >= to) return [];
    numbers.push(...(isRange ? upTo(from + 1, to) : [to]));
    if (isRange && to > LAST_TRIED) numbers.push(to);
  }
  return numbers;
};
