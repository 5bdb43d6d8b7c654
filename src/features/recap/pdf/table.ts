import type { ContentCanvas, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { establishedIn, hasReported, type RecapTable, type RecapVillage } from '../../../domain/progress.ts';
import { UNITS } from '../../../domain/units.ts';
import * as labels from '../labels.ts';
import { COLORS, STRIPE, STROKE_WIDTH, type State, SYMBOLS } from '../theme.ts';

const { words } = labels;
export const UNIT_WIDTH = 39;
export const TILE = { width: 30, height: 16 } as const;
export const TEXT_SIZE = 9.5;
/** So many letters of a wide word fit into the villages' column at that size. */
const WORD_FITS = 21;
const RULE = '#64748b';
export const HEAD = { bold: true, fontSize: 8, fillColor: STRIPE, verticalAlignment: 'middle' };
export const SUM = { bold: true, fillColor: STRIPE };
export const LAYOUT = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => RULE,
  vLineColor: () => RULE,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 0.5,
  paddingBottom: () => 0.5,
};

/** The table of a recap, with its head on every page. */
export function recapGrid(recap: RecapTable): ContentTable {
  const villages = recap.villages.map((village, i) => villageRow(recap, village, i + 1));
  const body = [headRow(recap), ...villages, sumRow(recap)];
  const widths = [20, '*', ...UNITS.map(() => UNIT_WIDTH), 40];
  return { table: { headerRows: 1, dontBreakRows: true, widths, body }, layout: LAYOUT };
}

const headRow = (recap: RecapTable): TableCell[] => [
  centered(words('recap-file-number'), HEAD),
  leftAligned(labels.villageWord(recap), HEAD),
  ...UNITS.map((unit) => centered(labels.unitName(unit), HEAD)),
  centered(words('recap-file-total'), HEAD),
];

function villageRow(recap: RecapTable, village: RecapVillage, number: number): TableCell[] {
  const name = labels.nameOf(recap, village);
  const total = hasReported(village)
    ? share(establishedIn(village.units), UNITS.length)
    : words('recap-file-no-count');
  return [
    centered(number),
    leftAligned(name, narrowed(name)),
    ...UNITS.map(
      (unit): TableCell => ({
        ...tile(labels.stateOf(village, unit)),
        alignment: 'center',
        margin: [0, 2, 0, 0],
      }),
    ),
    centered(total, { bold: true }),
  ];
}

function sumRow(recap: RecapTable): TableCell[] {
  const { units, established, of } = labels.sumsOf(recap);
  return [
    { ...(leftAligned(words('recap-file-sum-both'), SUM) as object), colSpan: 2 } as TableCell,
    {},
    ...units.map((n) => centered(n, SUM)),
    centered(share(established, of), SUM),
  ];
}

export const centered = (text: string | number, style: object = {}): TableCell => ({
  text: String(text),
  alignment: 'center',
  margin: [0, 3, 0, 3],
  ...style,
});
export const leftAligned = (text: string, style: object = {}): TableCell => ({
  text,
  margin: [0, 3, 0, 3],
  ...style,
});

export const share = (done: number, all: number): string => words('recap-file-village-share', { done, all });

/** A smaller size for a word that is wider than the column, which would push the table off the page. */
export function narrowed(name: string): object {
  const longest = Math.max(...name.split(' ').map((word) => word.length));
  return longest > WORD_FITS ? { fontSize: (TEXT_SIZE * WORD_FITS) / longest } : {};
}

/** The tile of a state, drawn as lines: an SVG picture in every cell takes five times as long. */
export function tile(state: State): ContentCanvas {
  const { fill, ink, border } = COLORS[state];
  const scale = (0.74 * TILE.height) / 24;
  const [left, top] = [TILE.width / 2 - 12 * scale, TILE.height / 2 - 12 * scale];
  const frame = { x: 0, y: 0, w: TILE.width, h: TILE.height, r: 3 };
  const line = { lineColor: ink, lineWidth: STROKE_WIDTH * scale };
  return {
    canvas: [
      {
        type: 'rect',
        ...{ ...frame, color: fill, lineColor: border, lineWidth: 0.7 },
        ...(state === 'silent' ? { dash: { length: 2.5 } } : {}),
      },
      ...SYMBOLS[state].map(({ points, closed, filled }) => ({
        type: 'polyline' as const,
        points: points.map(([x, y]) => ({ x: left + x * scale, y: top + y * scale })),
        ...{ ...line, lineCap: 'round' as const, lineJoin: 'round' as const },
        ...(closed ? { closePath: true } : {}),
        ...(filled ? { color: ink } : {}),
      })),
    ],
  };
}
