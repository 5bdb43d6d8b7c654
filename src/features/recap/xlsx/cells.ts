import type { Cell, CellObject, Row } from 'write-excel-file/node';
import { localTime } from '../../../domain/dates.ts';
import type { Instant } from '../../../domain/ids.ts';
import type { Status } from '../../../domain/units.ts';
import { stateName } from '../labels.ts';
import { COLORS, LINE, RED, STRIPE, type State } from '../theme.ts';

/** 421 is Indonesian, so that days and months have Indonesian names on every machine. */
export const LONG_DATE = '[$-421]dddd, d mmmm yyyy';

export const GRID = { borderColor: LINE, borderStyle: 'thin', height: 20, alignVertical: 'center' } as const;
export const HEAD = {
  ...GRID,
  height: 34,
  fontWeight: 'bold',
  textColor: '#ffffff',
  backgroundColor: RED,
  wrap: true,
} as const;
export const SUM = { ...GRID, fontWeight: 'bold', backgroundColor: STRIPE } as const;

export const colors = (state: State) => ({
  backgroundColor: COLORS[state].fill,
  textColor: COLORS[state].ink,
});

/** A name from outside: always text, even if it looks like a formula or a number. */
export const literally = (value: string, style: Partial<CellObject> = {}): CellObject => ({
  value,
  type: String,
  format: '@',
  ...style,
});
export const label = (value: string, style: Partial<CellObject> = {}): CellObject => ({
  value,
  type: String,
  ...style,
});
export const count = (value: number, style: Partial<CellObject> = {}): CellObject => ({
  value,
  type: Number,
  align: 'center',
  ...style,
});
export const formula = (value: string, style: Partial<CellObject> = {}): CellObject => ({
  value,
  type: 'Formula',
  align: 'center',
  ...style,
});
/** A date that shows the local time of the kecamatan, because sheets know no time zones. */
export const local = (at: Instant, timeZone: string): Date => {
  const { date, minute } = localTime(at, timeZone);
  return new Date(Date.parse(date) + minute * 60_000);
};
export const spread = (cell: CellObject, columnSpan: number): Row => [
  { ...cell, columnSpan },
  ...Array<Cell>(columnSpan - 1).fill(null),
];

export const dated = (name: string, value: Date, format: string): Row => [
  ...spread(label(name), 2),
  ...spread({ value, type: Date, format, align: 'left' }, 3),
];

export interface Column {
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

/** A sheet of rows under a head that stays in sight. */
export const listSheet = (sheet: string, columns: readonly Column[], rows: readonly Row[]) => ({
  sheet,
  data: [columns.map(({ head }) => label(head, HEAD)), ...rows],
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  orientation: 'landscape' as const,
});

/** The letter of a column, which is counted from 0. */
export const columnLetter = (column: number): string => String.fromCharCode(65 + column);

/** Counts the cells of a range that say one of these statuses. */
export const countOf = (range: string, ...statuses: readonly Status[]): string =>
  statuses.map((status) => `COUNTIF(${range},"${stateName(status)}")`).join('+');

/** Adds the present values of the sums, in the order of their formulas, for viewers that do not calculate. */
export function cachedSums(sums: readonly (number | string)[]) {
  const values = [...sums];
  const transform = (xml: string) =>
    xml.replaceAll(/<c ([^>]*)>(<f>.*?<\/f>)/g, (_, attributes: string, sum: string) => {
      const value = values.shift();
      return `<c ${attributes}${typeof value === 'string' ? ' t="str"' : ''}>${sum}<v>${value}</v>`;
    });
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** Has every sheet printed one page wide, on as many pages as it needs. */
export const fitToPage = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tag: string, attributes: Record<string, string | number>) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
};
