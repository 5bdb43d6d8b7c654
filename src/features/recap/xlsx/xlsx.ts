import type { Row, SheetData } from 'write-excel-file/node';
import { zoneLabel } from '../../../domain/dates.ts';
import { establishedIn, hasReported, lacking, type RecapTable } from '../../../domain/progress.ts';
import { type Status, UNITS } from '../../../domain/units.ts';
import { literal } from '../../../text/markup.ts';
import * as facts from '../labels.ts';
import { MUTED, RED, STATES } from '../theme.ts';
import * as cells from './cells.ts';

const { words } = facts;
const { count, dated, formula, GRID, HEAD, label, literally, local, LONG_DATE, spread, SUM } = cells;
/** Rows above the villages, and columns before the units: they stay in sight when the sheet is scrolled. */
const HEAD_ROWS = 5;
const HEAD_COLUMNS = 3;
const FIRST = HEAD_ROWS + 1;
const letter = (column: number): string => String.fromCharCode(65 + column);
const FIRST_UNIT = letter(HEAD_COLUMNS);
const LAST_UNIT = letter(HEAD_COLUMNS + UNITS.length - 1);
const TOTAL = letter(HEAD_COLUMNS + UNITS.length);

/**
 * Writes a recap as a workbook: the table, whose sums and colours follow what is typed into it; the ledger;
 * what each village lacks; and what was decided.
 */
export async function writeRecapXlsx(recap: RecapTable): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = [recapSheet(recap), historySheet(recap), missingSheet(recap), actsSheet(recap)];
  return writeExcelFile(sheets, {
    fontFamily: 'Arial',
    fontSize: 10,
    features: [cachedSums(recap), cells.fitToPage],
  }).toBuffer();
}

function recapSheet(recap: RecapTable) {
  const { villages, timeZone } = recap;
  const last = HEAD_ROWS + villages.length;
  const counted = (range: string, ...statuses: Status[]) =>
    statuses.map((status) => `COUNTIF(${range},"${facts.stateName(status)}")`).join('+');
  const sumRow = (name: string, ...statuses: Status[]): Row => [
    ...spread(label(name, SUM), HEAD_COLUMNS),
    ...UNITS.map((_, i) => {
      const column = letter(HEAD_COLUMNS + i);
      return formula(counted(`${column}${FIRST}:${column}${last}`, ...statuses), SUM);
    }),
    formula(counted(`${FIRST_UNIT}${FIRST}:${LAST_UNIT}${last}`, ...statuses), SUM),
  ];
  const share = `${TOTAL}${last + 1}/${villages.length * UNITS.length}`;
  const data: SheetData = [
    [label(facts.titleLine(recap), { fontWeight: 'bold', fontSize: 16, height: 26, textColor: RED })],
    [label(`${facts.districtLine(recap)}, ${facts.regionLine(recap)}`, { fontWeight: 'bold' })],
    dated(
      words('recap-file-as-of-label'),
      local(recap.asOf, timeZone),
      `${LONG_DATE} hh"."mm "${zoneLabel(timeZone)}"`,
    ),
    [
      ...dated(words('recap-file-deadline-label'), new Date(recap.deadline), LONG_DATE),
      { value: recap.daysLeft, type: Number, format: words('recap-file-days-format'), align: 'left' },
    ],
    [
      ...[words('recap-file-number'), words('recap-file-code'), facts.villageWord(recap)].map((name) =>
        label(name, HEAD),
      ),
      ...[...UNITS.map(facts.unitName), words('recap-file-total')].map((name) =>
        label(name, { ...HEAD, align: 'center' }),
      ),
    ],
    ...villages.map((village, i) => [
      count(i + 1, GRID),
      literally(village.code, GRID),
      literally(facts.nameOf(recap, village), GRID),
      ...UNITS.map((unit) =>
        label(facts.stateName(facts.stateOf(village, unit)), { ...GRID, align: 'center' }),
      ),
      formula(counted(`${FIRST_UNIT}${FIRST + i}:${LAST_UNIT}${FIRST + i}`, 'berdiri', 'beroperasi'), {
        ...GRID,
        fontWeight: 'bold',
      }),
    ]),
    sumRow(words('recap-file-sum-both'), 'berdiri', 'beroperasi'),
    sumRow(words('recap-file-sum-open'), 'beroperasi'),
    [
      ...spread(label(words('recap-file-share-label'), SUM), HEAD_COLUMNS + UNITS.length),
      formula(share, { ...SUM, format: '0%' }),
    ],
  ];
  return {
    sheet: words('recap-file-sheet-recap'),
    data,
    columns: [5, 15, 28, ...UNITS.map(() => 12), 9].map((width) => ({ width })),
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: HEAD_COLUMNS,
    orientation: 'landscape' as const,
    conditionalFormatting: STATES.map((state) => ({
      cellRange: {
        from: { row: FIRST, column: HEAD_COLUMNS + 1 },
        to: { row: Math.max(FIRST, last), column: HEAD_COLUMNS + UNITS.length },
      },
      condition: { operator: '=' as const, value: facts.stateName(state) },
      style: cells.colors(state),
    })),
  };
}

/** The sums as they are now, in the order of their formulas: a viewer that cannot count shows these. */
function cachedSums(recap: RecapTable) {
  const { units, open, established, of } = facts.sumsOf(recap);
  const villages = recap.villages.map((village) => establishedIn(village.units));
  const opened = open.reduce((sum, n) => sum + n, 0);
  const values = [...villages, ...units, established, ...open, opened, of > 0 ? established / of : 0];
  const transform = (xml: string) => xml.replaceAll('</f>', () => `</f><v>${values.shift()}</v>`);
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** The ledger; a report that was taken back stays, struck through. */
function historySheet({ history = [], timeZone }: RecapTable) {
  const head = [
    words('recap-file-time-in', { zone: literal(zoneLabel(timeZone)) }),
    words('recap-file-village-mixed'),
    words('recap-file-unit'),
    words('recap-file-status'),
    words('recap-file-by'),
    words('recap-file-note'),
  ];
  const data: SheetData = [
    head.map((name) => label(name, HEAD)),
    ...history.map(({ at, village, unit, status, by, reversed }) => {
      const style = reversed ? { ...GRID, textColor: MUTED, textDecoration: { strikethrough: true } } : GRID;
      return [
        {
          value: local(at, timeZone),
          type: Date,
          format: 'dd/mm/yyyy hh"."mm',
          align: 'left' as const,
          ...style,
        },
        literally(village, style),
        label(facts.unitName(unit), style),
        label(facts.stateName(status), { ...style, ...cells.colors(status) }),
        literally(by, style),
        label(reversed ? words('recap-file-reversed') : '', GRID),
      ];
    }),
  ];
  const columns = [19, 30, 16, 14, 22, 16].map((width) => ({ width }));
  return {
    sheet: words('recap-file-sheet-history'),
    data,
    columns,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
}

/** What was decided, by which role. */
function actsSheet({ acts = [], timeZone }: RecapTable) {
  const head = [
    words('recap-file-time-in', { zone: literal(zoneLabel(timeZone)) }),
    words('recap-file-act-area'),
    words('recap-file-act'),
    words('recap-file-act-by'),
  ];
  const data: SheetData = [
    head.map((name) => label(name, HEAD)),
    ...acts.map(({ at, area, what, by }) => [
      {
        value: local(at, timeZone),
        type: Date,
        format: 'dd/mm/yyyy hh"."mm',
        align: 'left' as const,
        ...GRID,
      },
      literally(area, GRID),
      literally(what, GRID),
      literally(by, GRID),
    ]),
  ];
  const columns = [19, 30, 44, 22].map((width) => ({ width }));
  return {
    sheet: words('recap-file-sheet-acts'),
    data,
    columns,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
}

/** What each village lacks, and which never said anything. */
function missingSheet(recap: RecapTable) {
  const behind = recap.villages.filter((village) => lacking(village.units).length > 0);
  const head = [
    words('recap-file-code'),
    facts.villageWord(recap),
    words('recap-file-count'),
    words('recap-file-lacks'),
    words('recap-file-note'),
  ];
  const data: SheetData = [
    head.map((name) => label(name, HEAD)),
    ...behind.map((village) => {
      const units = lacking(village.units);
      return [
        literally(village.code, GRID),
        literally(facts.nameOf(recap, village), GRID),
        count(units.length, GRID),
        label(units.map(facts.unitName).join(', '), { ...GRID, wrap: true }),
        label(hasReported(village) ? '' : words('recap-file-never'), GRID),
      ];
    }),
    ...(behind.length === 0 ? [[label(words('recap-file-nothing-missing'))]] : []),
  ];
  const columns = [15, 28, 9, 62, 20].map((width) => ({ width }));
  return {
    sheet: words('recap-file-sheet-missing'),
    data,
    columns,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
}
