import { UNITS } from '../domain/units.ts';
import { isStatusSign } from './heads.ts';
import { type Kinds, kinds, type Sign, type SignKind } from './sign.ts';

/** A village as it was named: the codes that the name fits. */
export type Mention = readonly string[];

/** A line of the message without its bullet or index. */
export interface Line {
  readonly signs: readonly Sign[];
  /** A bullet or index stands before it: it says what it says by itself. */
  readonly item: boolean;
  /** An index counts other things than units in it: "1. Rahmat". */
  readonly others: boolean;
  /** The village at the head of the line: it governs the line and those under it. */
  readonly head?: Mention;
}

const LEADING: readonly SignKind[] = [
  'courtesy',
  'filler',
  'desa',
  'own',
  'office',
  'title',
  'reports',
  'at',
  'area',
  'now',
  'place',
];
const INDEX_MARKS: readonly SignKind[] = ['stop', 'close', 'dash', 'filler', 'colon'];

const isMark = (sign: Sign | undefined): boolean => sign?.is === 'stop' || sign?.is === 'close';

const isNumber = (sign: Sign | undefined): boolean =>
  sign !== undefined &&
  ((sign.is === 'unit' && sign.numbered === true) || sign.is === 'bad number' || sign.is === 'quantity');

const isNamedUnit = (sign: Sign | undefined): boolean =>
  sign !== undefined && ((sign.is === 'unit' && !sign.numbered) || sign.is === 'shop');

const split = (signs: readonly Sign[]): Sign[][] => {
  const lines: Sign[][] = [[]];
  for (const sign of signs) {
    if (sign.is === 'line') lines.push([]);
    else lines.at(-1)!.push(sign);
  }
  return lines.filter((line) => line.length > 0);
};

/** "2 | Kios | -": in a table, what stands in the cell behind a unit is said of it. */
const withCells = (line: readonly Sign[]): readonly Sign[] =>
  line.some(({ text }) => text === '|')
    ? line.map((sign, at) =>
        sign.text === '|' && isNamedUnit(line[at - 1]) && at < line.length - 1
          ? { ...sign, is: 'colon' as const }
          : sign,
      )
    : line;

/** "4 | Klinik |": a row whose last cell was left empty says nothing of the unit. */
const withoutBlankCell = (line: readonly Sign[]): readonly Sign[] => {
  if (line.at(-1)?.text !== '|') return line;
  const last = line.findLastIndex(({ text }) => text !== '|');
  if (!isNamedUnit(line[last])) return line;
  const before = line.slice(0, last);
  return before.some((sign) => !isNumber(sign) && !isMark(sign)) ? before : [];
};

const OTHERS: Kinds = kinds('unknown', 'matter', 'lookalike', 'office');
const isOther = (sign: Sign | undefined): boolean => sign !== undefined && OTHERS.has(sign.is);

/** "1. Klinik", "3) Petani": the number only counts the lines. With no mark behind it, it must agree or stand in a list. */
const withoutIndex = (line: readonly Sign[], listed: boolean): readonly Sign[] => {
  const start = line.findIndex((sign) => sign.is !== 'bullet' && sign.is !== 'dash' && sign.is !== 'open');
  const rest = start > 0 ? line.slice(start) : start === 0 ? line : [];
  const [first, second] = rest;
  if (!isNumber(first)) return rest;
  const marked = second !== undefined && INDEX_MARKS.includes(second.is);
  const next = rest[marked ? 2 : 1];
  const isRow = next?.is === 'village' || next?.is === 'desa';
  const counts =
    (second?.is === 'stop' || second?.is === 'close' || listed) &&
    (isNamedUnit(next) || next?.villages !== undefined || (marked && isOther(next)));
  return isRow || counts ? rest.slice(marked ? 2 : 1) : rest;
};

const headOf = (line: readonly Sign[]): number => {
  const at = line.findIndex(({ is }) => !LEADING.includes(is) && is !== 'colon');
  return at >= 0 && line[at]!.is === 'village' ? at : -1;
};

/** A row "Gudang : kantor, kios" of a village whose name is an ordinary word. */
const isOrdinaryRow = (line: readonly Sign[]): boolean =>
  line[0]?.villages !== undefined &&
  (line[1]?.is === 'colon' || line[1]?.is === 'dash') &&
  line.slice(2).some(({ is }) => is === 'unit' || is === 'all' || is === 'share');

const numberOf = (sign: Sign | undefined): number | undefined =>
  sign?.numbered && sign.units?.length === 1 ? UNITS.indexOf(sign.units[0]!) + 1 : undefined;

/** "1. kantor sudah 2. kios belum 3. gudang proses": marked numbers that count the names from the head of the line. */
const isCounted = (line: readonly Sign[]): boolean => {
  const indexes = line.flatMap((sign, at) =>
    isMark(line[at + 1]) && (isNamedUnit(line[at + 2]) || isOther(line[at + 2])) ? [sign] : [],
  );
  const first = line.indexOf(indexes[0]!);
  return (
    indexes.length > 1 &&
    (first === 0 || line[first - 1]?.is === 'colon') &&
    indexes.every((one, at) => numberOf(one) === at + 1)
  );
};

/** Inline "2. kios" in "1. kantor sudah 2. kios belum": an index again, where it counts on or agrees with the name. */
const withoutInnerIndexes = (line: readonly Sign[]): readonly Sign[] => {
  const counted = isCounted(line);
  const kept: Sign[] = [];
  for (let at = 0; at < line.length; at++) {
    const marked = isMark(line[at + 1]);
    const name = line[marked ? at + 2 : at + 1];
    const number = numberOf(line[at]);
    const agrees = number !== undefined && isNamedUnit(name) && name!.units!.includes(UNITS[number - 1]!);
    const counts = counted && marked && number !== undefined && (isNamedUnit(name) || isOther(name));
    if (!agrees && !counts) kept.push(line[at]!);
    else if (marked) at++;
  }
  return kept;
};

const isItem = ([first, second]: readonly Sign[]): boolean =>
  first?.is === 'bullet' || first?.is === 'dash' || (isNumber(first) && isMark(second));

/** Cuts signs into lines, and tells by what stands at their heads which of them are rows of villages. */
export const readLines = (signs: readonly Sign[]): Line[] => {
  const cut = split(signs)
    .map((line) => withCells(withoutBlankCell(line)))
    .filter((line) => line.length > 0);
  const items = cut.map((line) => isItem(line) || isCounted(line));
  const lines = cut.map((line) => withoutIndex(withoutInnerIndexes(line), cut.length > 1));
  const others = lines.map(
    (line, at) =>
      line.length < cut[at]!.length && items[at]! && line.some(isOther) && !line.some(isNamedUnit),
  );
  const heads = lines.map(headOf);
  const ordinary = lines.map(isOrdinaryRow);
  const rows = heads.filter((at) => at >= 0).length + ordinary.filter(Boolean).length;
  return lines.map((line, index) => {
    const item = items[index]!;
    if (ordinary[index] && rows > 1) {
      const [name, ...rest] = line;
      return {
        signs: [{ ...name!, is: 'village' as const }, ...rest],
        item,
        others: false,
        head: name!.villages!,
      };
    }
    const at = heads[index]!;
    const read = { signs: line, item, others: others[index]! };
    return at >= 0 ? { ...read, head: line[at]!.villages! } : read;
  });
};

const isNote = (line: Line): boolean => line.signs.find(({ is }) => !LEADING.includes(is))?.is === 'note';

/** A village's part of a list: its line, and those under it. */
export interface Row {
  readonly village: Mention;
  readonly lines: readonly Line[];
}

/** The rows of a reposted list, a line or a block for each village. */
export const rowsOf = (lines: readonly Line[]): readonly Row[] => {
  const rows: { village: Mention; lines: Line[] }[] = [];
  let noted = false;
  for (const line of lines) {
    if (line.head) {
      rows.push({ village: line.head, lines: [line] });
      noted = false;
    } else if (isNote(line)) noted = true;
    else if (!noted && saysSomething(line)) rows.at(-1)?.lines.push(line);
  }
  return rows;
};

/** Whether a line says anything of units at all. */
export const saysSomething = ({ signs }: Line): boolean =>
  signs.some((sign) => isStatusSign(sign) || ['unit', 'shop', 'all', 'rest', 'bad number'].includes(sign.is));
