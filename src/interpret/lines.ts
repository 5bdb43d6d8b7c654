import { UNITS } from '../units.ts';
import { isStatusSign } from './heads.ts';
import type { Sign, SignKind } from './sign.ts';

/** A village as it was named: the codes that the name fits. */
export type Mention = readonly string[];

/** A line of the message without its bullet or index. */
export interface Line {
  readonly signs: readonly Sign[];
  /** A bullet or index stands before it: it says what it says by itself. */
  readonly item: boolean;
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
    (isNamedUnit(next) || next?.villages !== undefined);
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

const isMark = (sign: Sign | undefined): boolean => sign?.is === 'stop' || sign?.is === 'close';

const numberOf = (sign: Sign | undefined): number | undefined =>
  sign?.numbered && sign.units?.length === 1 ? UNITS.indexOf(sign.units[0]!) + 1 : undefined;

/** "1. kantor sudah 2. kios belum 3. gudang proses": marked numbers that count the names from the head of the line. */
const isCounted = (line: readonly Sign[]): boolean => {
  const indexes = line.flatMap((sign, at) =>
    isMark(line[at + 1]) && isNamedUnit(line[at + 2]) ? [sign] : [],
  );
  return indexes.length > 1 && indexes[0] === line[0] && indexes.every((one, at) => numberOf(one) === at + 1);
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
    if (!agrees && !(counted && marked && number !== undefined && isNamedUnit(name))) kept.push(line[at]!);
    else if (marked) at++;
  }
  return kept;
};

const isItem = ([first, second]: readonly Sign[]): boolean =>
  first?.is === 'bullet' || first?.is === 'dash' || (isNumber(first) && isMark(second));

/** Cuts signs into lines, and tells by what stands at their heads which of them are rows of villages. */
export const readLines = (signs: readonly Sign[]): Line[] => {
  const cut = split(signs);
  const items = cut.map(isItem);
  const lines = cut.map((line) => withoutIndex(withoutInnerIndexes(line), cut.length > 1));
  const heads = lines.map(headOf);
  const ordinary = lines.map(isOrdinaryRow);
  const rows = heads.filter((at) => at >= 0).length + ordinary.filter(Boolean).length;
  return lines.map((line, index) => {
    const item = items[index]!;
    if (ordinary[index] && rows > 1) {
      const [name, ...rest] = line;
      return { signs: [{ ...name!, is: 'village' as const }, ...rest], item, head: name!.villages! };
    }
    const at = heads[index]!;
    return at >= 0 ? { signs: line, item, head: line[at]!.villages! } : { signs: line, item };
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
    else if (!noted) rows.at(-1)?.lines.push(line);
  }
  return rows;
};

/** Whether a line says anything of units at all. */
export const saysSomething = ({ signs }: Line): boolean =>
  signs.some((sign) => isStatusSign(sign) || ['unit', 'shop', 'all', 'rest', 'bad number'].includes(sign.is));
