import { isStatusSign } from './heads.ts';
import type { Sign, SignKind } from './signs.ts';

/** A village as it was named: the codes that the name fits. */
export type Mention = readonly string[];

/** A line of the message without its bullet or index. */
export interface Line {
  readonly signs: readonly Sign[];
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

/** Inline "2. kios" in "1. kantor sudah 2. kios belum": an index again, where it agrees with the name behind it. */
const withoutInnerIndexes = (line: readonly Sign[]): readonly Sign[] =>
  line.filter((sign, at) => {
    const isMark = (one: Sign | undefined) => one?.is === 'stop' || one?.is === 'close';
    const agrees = (number: Sign | undefined, name: Sign | undefined) =>
      number?.numbered &&
      isNamedUnit(name) &&
      number.units?.length === 1 &&
      name!.units!.includes(number.units[0]!);
    return !(
      agrees(sign, isMark(line[at + 1]) ? line[at + 2] : line[at + 1]) ||
      (isMark(sign) && agrees(line[at - 1], line[at + 1]))
    );
  });

/** Cuts signs into lines, and tells by what stands at their heads which of them are rows of villages. */
export const readLines = (signs: readonly Sign[]): Line[] => {
  const cut = split(signs);
  const lines = cut.map((line) => withoutInnerIndexes(withoutIndex(line, cut.length > 1)));
  const heads = lines.map(headOf);
  const ordinary = lines.map(isOrdinaryRow);
  const rows = heads.filter((at) => at >= 0).length + ordinary.filter(Boolean).length;
  return lines.map((line, index) => {
    if (ordinary[index] && rows > 1) {
      const [name, ...rest] = line;
      return { signs: [{ ...name!, is: 'village' as const }, ...rest], head: name!.villages! };
    }
    const at = heads[index]!;
    return at >= 0 ? { signs: line, head: line[at]!.villages! } : { signs: line };
  });
};

const isNote = (line: Line): boolean => line.signs.find(({ is }) => !LEADING.includes(is))?.is === 'note';

/** The lines of a reposted list, a village each (or a block each): those under a village's head belong to it. */
export const rowsOf = (
  lines: readonly Line[],
): readonly { readonly village: Mention; readonly lines: readonly Line[] }[] => {
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
