import type { TableCell } from 'pdfmake/interfaces.js';
import { type AreaRecap, type RecapPart, unitsOf } from '../../../domain/area-recap.ts';
import { UNITS } from '../../../domain/units.ts';
import * as area from '../area-labels.ts';
import { words } from '../labels.ts';
import { MUTED, shadeOf } from '../theme.ts';
import type { Report } from './pdf.ts';
import { centered, letterheadLine, narrowed, share } from './table.ts';

/** The report on an area above the kecamatan: a row for each part, with the number of its villages that have each unit. */
export function areaReport(recap: AreaRecap): Report {
  const sums = area.areaSums(recap);
  const { established, of, percent } = sums;
  return {
    title: words('recap-file-area-report'),
    letterhead: [letterheadLine(area.areaLine(recap).toUpperCase(), 16)],
    done: words('recap-file-done', { done: established, all: of, percent }),
    note: area.reportingLine(recap),
    grid: {
      rowsHead: area.partWord(recap),
      rows: recap.parts.map((part, i) => partRow(part, i + 1)),
      sums,
      totals: { width: 52, style: { fontSize: 7 } },
    },
    legend: [{ text: words('recap-file-numbers-mean'), color: MUTED, fontSize: 8 }],
    place: area.areaLine(recap),
    office: words('recap-file-signs'),
  };
}

function partRow(part: RecapPart, number: number): readonly TableCell[] {
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
