import type { ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { type AreaRecap, type RecapPart, unitsOf } from '../../../domain/area-recap.ts';
import { UNITS } from '../../../domain/units.ts';
import * as area from '../area-labels.ts';
import * as labels from '../labels.ts';
import { shadeOf } from '../theme.ts';
import { centered, HEAD, LAYOUT, leftAligned, narrowed, SUM, share, UNIT_WIDTH } from './table.ts';

const { words } = labels;

/** The table of an area's parts, with its head on every page. */
export function areaGrid(recap: AreaRecap): ContentTable {
  const body = [headRow(recap), ...recap.parts.map((part, i) => partRow(part, i + 1)), sumRow(recap)];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [20, '*', ...UNITS.map(() => UNIT_WIDTH), 52],
      body,
    },
    layout: LAYOUT,
  };
}

const headRow = (recap: AreaRecap): TableCell[] => [
  centered(words('recap-file-number'), HEAD),
  leftAligned(area.partWord(recap), HEAD),
  ...UNITS.map((unit) => centered(labels.unitName(unit), HEAD)),
  centered(words('recap-file-total'), HEAD),
];

function partRow(part: RecapPart, number: number): TableCell[] {
  const name = [
    { text: part.name, ...narrowed(part.name) },
    { text: area.partLine(part), fontSize: 7 },
  ];
  const silent = part.reporting === 0;
  return [
    centered(number),
    { stack: name, margin: [0, 2, 0, 2] },
    ...UNITS.map((unit) => {
      const { count, percent } = area.unitOf(part, unit);
      const { fill, ink } = shadeOf(percent);
      return silent
        ? centered(words('recap-file-no-count'))
        : centered(count, { fillColor: fill, color: ink });
    }),
    centered(silent ? words('recap-file-no-count') : share(part.established, unitsOf(part)), {
      bold: true,
      fontSize: 8,
    }),
  ];
}

function sumRow(recap: AreaRecap): TableCell[] {
  const { units, established, of } = area.areaSums(recap);
  return [
    { ...(leftAligned(words('recap-file-sum-both'), SUM) as object), colSpan: 2 } as TableCell,
    {},
    ...units.map((n) => centered(n, SUM)),
    centered(share(established, of), { ...SUM, fontSize: 7 }),
  ];
}
