import { UNITS } from '../../domain/units.ts';
import {
  ASSERTING_TAGS,
  isStatusTag,
  isUnitTag,
  type Kinds,
  kinds,
  numberTyped,
  type Tag,
  type TagKind,
} from '../tag/tags.ts';
import { withUnreadRows } from './numbered-rows.ts';

/** A village as it was named: the codes that the name fits. */
export type Mention = readonly string[];

/** A line of the message without its bullet or index. */
export interface Line {
  readonly tags: readonly Tag[];
  /** A bullet or index stands before it: it says what it says by itself. */
  readonly item: boolean;
  /** An index counts other things than units in it: "1. Rahmat". */
  readonly others: boolean;
  /** The village at the head of the line: it governs the line and those under it. */
  readonly head?: Mention;
}

const LEADING: readonly TagKind[] = [
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
const INDEX_MARKS: readonly TagKind[] = ['stop', 'close', 'dash', 'filler', 'colon'];

const isMark = (tag: Tag | undefined): boolean => tag?.is === 'stop' || tag?.is === 'close';

const isNumber = (tag: Tag | undefined): boolean =>
  tag !== undefined &&
  ((tag.is === 'unit' && tag.numbered === true) || tag.is === 'bad number' || tag.is === 'quantity');

const isNamedUnit = (tag: Tag | undefined): boolean =>
  tag !== undefined && ((tag.is === 'unit' && !tag.numbered) || tag.is === 'shop');

const headOf = (line: readonly Tag[]): number => {
  const at = line.findIndex(({ is }) => !LEADING.includes(is) && is !== 'colon');
  return at >= 0 && line[at]!.is === 'village' ? at : -1;
};

/** "Sembako belum. Petani: / klinik sudah": where at the end of a line a head of the lines below begins. */
const headAtEnd = (line: readonly Tag[]): number => {
  const stop = line.findLastIndex(({ is }, at) => is === 'stop' && at < line.length - 1);
  // "2. Petani:" behind another sentence begins with its index.
  const isIndexed = isNumber(line[stop - 1]) && (stop < 2 || isMark(line[stop - 2]));
  const last = line.slice(stop + 1);
  const isHead =
    last.at(-1)?.is === 'colon'
      ? !last.some((tag) => isUnitTag(tag) || isStatusTag(tag))
      : headOf(last) === last.length - 1;
  return isHead ? (isIndexed ? stop - 1 : stop + 1) : 0;
};

const split = (tags: readonly Tag[]): readonly (readonly Tag[])[] => {
  const lines: Tag[][] = [[]];
  for (const tag of tags) {
    if (tag.is === 'line') lines.push([]);
    else lines.at(-1)!.push(tag);
  }
  return lines
    .flatMap((line) => {
      const head = headAtEnd(line);
      return [line.slice(0, head), line.slice(head)];
    })
    .filter((line) => line.length > 0);
};

/** "2 | Kios | -": in a table, what stands in the cell behind a unit is said of it. */
const withCells = (line: readonly Tag[]): readonly Tag[] =>
  line.some(({ text }) => text === '|')
    ? line.map((tag, at) =>
        tag.text === '|' && isNamedUnit(line[at - 1]) && at < line.length - 1
          ? { ...tag, is: 'colon' as const }
          : tag,
      )
    : line;

/** "4 | Klinik |": a row whose last cell was left empty says nothing of the unit. */
const withoutBlankCell = (line: readonly Tag[]): readonly Tag[] => {
  if (line.at(-1)?.text !== '|') return line;
  const last = line.findLastIndex(({ text }) => text !== '|');
  if (!isNamedUnit(line[last])) return line;
  const before = line.slice(0, last);
  return before.some((tag) => !isNumber(tag) && !isMark(tag)) ? before : [];
};

const OTHERS: Kinds = kinds('unknown', 'matter', 'lookalike', 'office');
const isOther = (tag: Tag | undefined): boolean => tag !== undefined && OTHERS.has(tag.is);

/** "1. Klinik", "3) Petani": the number only counts the lines. With no mark behind it, it must agree or stand in a list. */
const withoutIndex = (line: readonly Tag[], listed: boolean): readonly Tag[] => {
  const start = line.findIndex((tag) => tag.is !== 'bullet' && tag.is !== 'dash' && tag.is !== 'open');
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

/** A row "Gudang : kantor, kios" of a village whose name is an ordinary word. */
const isOrdinaryRow = (line: readonly Tag[]): boolean =>
  line[0]?.villages !== undefined &&
  (line[1]?.is === 'colon' || line[1]?.is === 'dash') &&
  line.slice(2).some(({ is }) => is === 'unit' || is === 'all' || is === 'share');

const numberOf = (tag: Tag | undefined): number | undefined => tag && numberTyped(tag);

/** "1. kantor sudah 2. kios belum 3. gudang proses": marked numbers that count the names from the head of the line. */
const isCounted = (line: readonly Tag[]): boolean => {
  const indexes = line.flatMap((tag, at) =>
    isMark(line[at + 1]) && (isNamedUnit(line[at + 2]) || isOther(line[at + 2])) ? [tag] : [],
  );
  const first = line.indexOf(indexes[0]!);
  return (
    indexes.length > 1 &&
    (first === 0 || line[first - 1]?.is === 'colon') &&
    indexes.every((one, at) => numberOf(one) === at + 1)
  );
};

/** Inline "2. kios" in "1. kantor sudah 2. kios belum": an index again, where it counts on or agrees with the name. */
const withoutInnerIndexes = (line: readonly Tag[]): readonly Tag[] => {
  const counted = isCounted(line);
  const kept: Tag[] = [];
  for (let at = 0; at < line.length; at++) {
    const marked = isMark(line[at + 1]);
    const name = line[marked ? at + 2 : at + 1];
    const number = numberOf(line[at]);
    const agrees =
      number !== undefined &&
      line[at - 1]?.is !== 'ada' &&
      isNamedUnit(name) &&
      name!.units!.includes(UNITS[number - 1]!);
    const counts = counted && marked && number !== undefined && (isNamedUnit(name) || isOther(name));
    if (!agrees && !counts) kept.push(line[at]!);
    else if (marked) {
      // "(2) kios".
      if (line[at + 1]!.is === 'close' && kept.at(-1)?.is === 'open') kept.pop();
      at++;
    }
  }
  return kept;
};

const isItem = ([first, second]: readonly Tag[]): boolean =>
  first?.is === 'bullet' || first?.is === 'dash' || (isNumber(first) && isMark(second));

/** Cuts tags into lines, and tells by what stands at their heads which of them are rows of villages. */
export const readLines = (tags: readonly Tag[]): Line[] => {
  const cut = withUnreadRows(
    split(tags)
      .map((line) => withCells(withoutBlankCell(line)))
      .filter((line) => line.length > 0),
  );
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
        tags: [{ ...name!, is: 'village' as const }, ...rest],
        item,
        others: false,
        head: name!.villages!,
      };
    }
    const at = heads[index]!;
    const read = { tags: line, item, others: others[index]! };
    return at >= 0 ? { ...read, head: line[at]!.villages! } : read;
  });
};

const isNote = (line: Line): boolean => line.tags.find(({ is }) => !LEADING.includes(is))?.is === 'note';

/** A village's part of a list: its line, and those under it. */
export interface VillageRow {
  readonly village: Mention;
  readonly lines: readonly Line[];
}

/** The rows of a reposted list, a line or a block for each village. */
export const rowsOf = (lines: readonly Line[]): readonly VillageRow[] => {
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

/** "Petani 5", "Bumbung : 3 unit": one number, of which nothing is said. */
const isNumberOnly = ({ lines }: VillageRow): boolean => {
  const said = lines.flatMap(({ tags }) =>
    tags.filter((tag) => ASSERTING_TAGS.has(tag.is) || isUnitTag(tag)),
  );
  return said.length === 1 && said[0]!.numbered === true && said[0]!.units!.length === 1;
};

/** "Petani 5 / Bumbung 3": in each row perhaps how many units there are, or any other count. */
export const perhapsCount = (rows: readonly VillageRow[]): boolean => {
  const told = rows.filter(({ lines }) => lines.some(saysSomething));
  return told.length > 1 && told.every(isNumberOnly);
};

/** Whether a line says anything of units at all. */
export const saysSomething = ({ tags }: Line): boolean =>
  tags.some((tag) => isStatusTag(tag) || ['unit', 'shop', 'all', 'rest', 'bad number'].includes(tag.is));
