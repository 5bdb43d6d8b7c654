import type { ContentCanvas, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { establishedIn, hasReported, type RecapTable } from '../../../domain/progress.ts';
import { UNITS } from '../../../domain/units.ts';
import * as facts from '../labels.ts';
import { COLORS, STRIPE, STROKE_WIDTH, type State, SYMBOLS } from '../theme.ts';

const { words } = facts;
const UNIT_WIDTH = 39;
export const TILE = { width: 30, height: 16 } as const;
export const TEXT_SIZE = 9.5;
/** Letters of the widest kind of word that the villages' column holds at that size. */
const WORD_FITS = 21;
const RULE = '#64748b';

const share = (done: number, all: number): string => words('recap-file-village-share', { done, all });

/** A word that is wider than the column would push the table off the page. */
const narrowed = (name: string): object => {
  const longest = Math.max(...name.split(' ').map((word) => word.length));
  return longest > WORD_FITS ? { fontSize: (TEXT_SIZE * WORD_FITS) / longest } : {};
};

/** The table of a recap; its head stands on every page. */
export function recapGrid(recap: RecapTable): ContentTable {
  const { units, established, of } = facts.sumsOf(recap);
  const center = (text: string | number, style: object = {}): TableCell => ({
    text: String(text),
    alignment: 'center',
    margin: [0, 3, 0, 3],
    ...style,
  });
  const left = (text: string, style: object = {}): TableCell => ({ text, margin: [0, 3, 0, 3], ...style });
  const head = { bold: true, fontSize: 8, fillColor: STRIPE, verticalAlignment: 'middle' };
  const sum = { bold: true, fillColor: STRIPE };
  const body: TableCell[][] = [
    [
      center(words('recap-file-number'), head),
      left(facts.villageWord(recap), head),
      ...UNITS.map((unit) => center(facts.unitName(unit), head)),
      center(words('recap-file-total'), head),
    ],
    ...recap.villages.map((village, i) => [
      center(i + 1),
      left(facts.nameOf(recap, village), narrowed(facts.nameOf(recap, village))),
      ...UNITS.map(
        (unit): TableCell => ({
          ...tile(facts.stateOf(village, unit)),
          alignment: 'center',
          margin: [0, 2, 0, 0],
        }),
      ),
      center(
        hasReported(village)
          ? share(establishedIn(village.units), UNITS.length)
          : words('recap-file-no-count'),
        { bold: true },
      ),
    ]),
    [
      {
        ...(left(words('recap-file-sum-both'), sum) as object),
        colSpan: 2,
      } as TableCell,
      {},
      ...units.map((n) => center(n, sum)),
      center(share(established, of), sum),
    ],
  ];
  const widths = [20, '*', ...UNITS.map(() => UNIT_WIDTH), 40];
  const layout = {
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    hLineColor: () => RULE,
    vLineColor: () => RULE,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 0.5,
    paddingBottom: () => 0.5,
  };
  return { table: { headerRows: 1, dontBreakRows: true, widths, body }, layout };
}

/** A state's tile. Drawn as lines: the same as a picture of its own in every cell took five times as long. */
export function tile(state: State): ContentCanvas {
  const { fill, ink, border } = COLORS[state];
  const scale = (0.74 * TILE.height) / 24;
  const [left, top] = [TILE.width / 2 - 12 * scale, TILE.height / 2 - 12 * scale];
  return {
    canvas: [
      {
        type: 'rect',
        ...{
          x: 0,
          y: 0,
          w: TILE.width,
          h: TILE.height,
          r: 3,
          color: fill,
          lineColor: border,
          lineWidth: 0.7,
        },
        ...(state === 'silent' ? { dash: { length: 2.5 } } : {}),
      },
      ...SYMBOLS[state].map(({ points, closed, filled }) => ({
        type: 'polyline' as const,
        points: points.map(([x, y]) => ({ x: left + x * scale, y: top + y * scale })),
        ...{
          lineColor: ink,
          lineWidth: STROKE_WIDTH * scale,
          lineCap: 'round' as const,
          lineJoin: 'round' as const,
        },
        ...(closed ? { closePath: true } : {}),
        ...(filled ? { color: ink } : {}),
      })),
    ],
  };
}
