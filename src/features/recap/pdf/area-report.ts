import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { type AreaRecap, hasReports, type RecapPart, unitsOf } from '../../../domain/area-recap.ts';
import { UNITS } from '../../../domain/units.ts';
import { literal } from '../../../text/markup.ts';
import * as area from '../area-labels.ts';
import * as labels from '../labels.ts';
import { MUTED, shadeOf } from '../theme.ts';
import type { ReportOfLevel } from './pdf.ts';
import { centered, letterheadLine, narrowed, share } from './table.ts';

const { words } = labels;

/** An area above the kecamatan: a row for each part, with the number of its villages that have each unit. */
export const areaReport = (recap: AreaRecap): ReportOfLevel => ({
  letterhead: letterhead(recap),
  rows: recap.parts.map((part, i) => partRow(part, i + 1)),
  totals: { width: 52, style: { fontSize: 7 } },
  legend: [
    { text: `${words('recap-file-numbers-mean')} ${area.reportingMeans(recap)}`, color: MUTED, fontSize: 8 },
  ],
  place: labels.areaLine(recap),
  office: [words('recap-file-signs'), area.headLine(recap)],
});

/** The government of the area, and the province that a kabupaten or kota lies in. */
function letterhead(recap: AreaRecap): readonly Content[] {
  const province = area.provinceOf(recap);
  return [
    letterheadLine(area.governmentLine(recap).toUpperCase(), 16),
    ...(province
      ? [letterheadLine(words('recap-file-province', { province: literal(province) }), 10, false)]
      : []),
  ];
}

function partRow(part: RecapPart, number: number): readonly TableCell[] {
  const name = [
    { text: part.name, ...narrowed(part.name) },
    { text: area.partLine(part), fontSize: 7 },
  ];
  const silent = !hasReports(part);
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
