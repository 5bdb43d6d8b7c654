import type { Cell, CellObject, Row } from 'write-excel-file/node';
import { localTime } from '../../../domain/dates.ts';
import type { Instant } from '../../../domain/ids.ts';
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
