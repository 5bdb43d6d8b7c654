import type { Content, ContentCanvas, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { UNITS } from '../../../domain/units.ts';
import * as labels from '../labels.ts';
import { COLORS, STRIPE, STROKE_WIDTH, type State, SYMBOLS } from '../theme.ts';

const { words } = labels;
const UNIT_WIDTH = 39;
export const TILE = { width: 30, height: 16 } as const;
export const TEXT_SIZE = 9.5;
/** So many letters of a wide word fit into the villages' column at that size. */
const WORD_FITS = 21;
const RULE = '#64748b';
const HEAD = { bold: true, fontSize: 8, fillColor: STRIPE, verticalAlignment: 'middle' };
const SUM = { bold: true, fillColor: STRIPE };
const LAYOUT = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => RULE,
  vLineColor: () => RULE,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 0.5,
  paddingBottom: () => 0.5,
};

/** A table of rows with a cell for each unit between their name and their total, and the sums below them. */
export interface Grid {
  /** The head of the names' column. */
  readonly rowsHead: string;
  readonly rows: readonly (readonly TableCell[])[];
  readonly sums: labels.Sums;
  /** The width of the totals' column, and how the sum of them is set. */
  readonly totals: { readonly width: number; readonly style?: object };
}

/** The table of a recap, with its head on every page. */
export function gridOf({ rowsHead, rows, sums, totals }: Grid): ContentTable {
  const head = [
    centered(words('recap-file-number'), HEAD),
    leftAligned(rowsHead, HEAD),
    ...UNITS.map((unit) => centered(labels.unitName(unit), HEAD)),
    centered(words('recap-file-total'), HEAD),
  ];
  const none = words('recap-file-no-count');
  const below = [
    { ...(leftAligned(words('recap-file-sum-both'), SUM) as object), colSpan: 2 } as TableCell,
    {},
    ...sums.units.map((n) => centered(sums.hasReports ? n : none, SUM)),
    centered(sums.hasReports ? share(sums.established, sums.of) : none, { ...SUM, ...totals.style }),
  ];
  const widths = [20, '*', ...UNITS.map(() => UNIT_WIDTH), totals.width];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths,
      body: [head, ...rows.map((row) => [...row]), below],
    },
    layout: LAYOUT,
  };
}

/** A line of a letterhead or a title. */
export const letterheadLine = (text: string, fontSize: number, bold = true): Content => ({
  text,
  fontSize,
  bold,
  alignment: 'center',
});

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
