import type { Row } from 'write-excel-file/node';
import type { RecapTable, RecapVillage } from '../../../domain/progress.ts';
import { ESTABLISHED_STATUSES, OPEN_STATUS, type Status, UNITS } from '../../../domain/units.ts';
import * as labels from '../labels.ts';
import { STATES } from '../theme.ts';
import {
  colors,
  columnLetter,
  count,
  countOf,
  formula,
  GRID,
  HEAD,
  label,
  literally,
  SUM,
  spread,
} from './cells.ts';
import { HEAD_ROWS, titleRows } from './title-rows.ts';

const { words } = labels;
/** Columns before the units, which stay in sight when the sheet is scrolled. */
const HEAD_COLUMNS = 3;
const FIRST = HEAD_ROWS + 1;
const FIRST_UNIT = columnLetter(HEAD_COLUMNS);
const LAST_UNIT = columnLetter(HEAD_COLUMNS + UNITS.length - 1);
const TOTAL = columnLetter(HEAD_COLUMNS + UNITS.length);

/** The table of a recap. Its sums are formulas, and its colours follow the states that are typed into it. */
export function recapSheet(recap: RecapTable) {
  const last = HEAD_ROWS + recap.villages.length;
  return {
    sheet: words('recap-file-sheet-recap'),
    data: [
      ...titleRows(recap),
      headRow(recap),
      ...recap.villages.map((village, i) => villageRow(recap, village, i)),
      sumRow(words('recap-file-sum-both'), last, ...ESTABLISHED_STATUSES),
      sumRow(words('recap-file-sum-open'), last, OPEN_STATUS),
      shareRow(recap.villages.length, last),
    ],
    columns: [5, 15, 28, ...UNITS.map(() => 14), 9].map((width) => ({ width })),
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: HEAD_COLUMNS,
    orientation: 'landscape' as const,
    conditionalFormatting: STATES.map((state) => ({
      cellRange: {
        from: { row: FIRST, column: HEAD_COLUMNS + 1 },
        to: { row: Math.max(FIRST, last), column: HEAD_COLUMNS + UNITS.length },
      },
      condition: { operator: '=' as const, value: labels.stateName(state) },
      style: colors(state),
    })),
  };
}

const headRow = (recap: RecapTable): Row => [
  ...[words('recap-file-number'), words('recap-file-code'), labels.rowsHead(recap)].map((name) =>
    label(name, HEAD),
  ),
  ...[...UNITS.map(labels.unitName), words('recap-file-total')].map((name) =>
    label(name, { ...HEAD, align: 'center' }),
  ),
];

function villageRow(recap: RecapTable, village: RecapVillage, index: number): Row {
  const row = FIRST + index;
  const units = `${FIRST_UNIT}${row}:${LAST_UNIT}${row}`;
  const isSilent = `COUNTIF(${units},"${labels.stateName('silent')}")=${UNITS.length}`;
  const total = `IF(${isSilent},"${words('recap-file-no-count')}",${countOf(units, ...ESTABLISHED_STATUSES)})`;
  return [
    count(index + 1, GRID),
    literally(village.code, GRID),
    literally(labels.nameOf(recap, village), GRID),
    ...UNITS.map((unit) =>
      label(labels.stateName(labels.stateOf(village, unit)), { ...GRID, align: 'center' }),
    ),
    formula(total, { ...GRID, fontWeight: 'bold' }),
  ];
}

/** How many units have one of these statuses: in each unit's column, and in all of them. */
const sumRow = (name: string, last: number, ...statuses: Status[]): Row => [
  ...spread(label(name, SUM), HEAD_COLUMNS),
  ...UNITS.map((_, i) => {
    const column = columnLetter(HEAD_COLUMNS + i);
    return formula(countOf(`${column}${FIRST}:${column}${last}`, ...statuses), SUM);
  }),
  formula(countOf(`${FIRST_UNIT}${FIRST}:${LAST_UNIT}${last}`, ...statuses), SUM),
];

/** The established share of all units. The first sum row stands below the last village. */
const shareRow = (villages: number, last: number): Row => [
  ...spread(label(words('recap-file-share-label'), SUM), HEAD_COLUMNS + UNITS.length),
  formula(`${TOTAL}${last + 1}/${villages * UNITS.length}`, { ...SUM, format: '0%' }),
];
