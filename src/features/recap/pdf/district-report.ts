import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { establishedIn, hasReported, type RecapTable, type RecapVillage } from '../../../domain/progress.ts';
import { UNITS } from '../../../domain/units.ts';
import { literal } from '../../../text/markup.ts';
import { camatOffice } from '../../../text/phrases.ts';
import * as labels from '../labels.ts';
import { STATES } from '../theme.ts';
import type { ReportOfLevel } from './pdf.ts';
import { centered, leftAligned, letterheadLine, narrowed, share, TILE, tile } from './table.ts';

const { words } = labels;

/** A kecamatan: a row for each village, with a tile for each unit. */
export function districtReport(recap: RecapTable): ReportOfLevel {
  const { district } = recap;
  return {
    letterhead: [
      letterheadLine(
        words('recap-file-government', { regency: literal(district.regency) }).toUpperCase(),
        12,
      ),
      letterheadLine(labels.areaLine(recap).toUpperCase(), 16),
      letterheadLine(words('recap-file-province', { province: literal(district.province) }), 10, false),
    ],
    done: labels.silentLine(recap),
    rows: recap.villages.map((village, i) => villageRow(recap, village, i + 1)),
    totals: { width: 40 },
    legend: legend(labels.statesOf(recap)),
    place: district.name,
    office: [words('recap-file-camat', { office: camatOffice(district) })],
  };
}

function villageRow(recap: RecapTable, village: RecapVillage, number: number): readonly TableCell[] {
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

/** What the tiles mean, and how many units are so. */
const legend = (states: ReturnType<typeof labels.statesOf>): readonly Content[] =>
  STATES.map((state) => ({
    columns: [
      { ...tile(state), width: TILE.width + 8 },
      {
        text: `${labels.stateName(state)}: ${words('recap-file-units', { count: states[state] })}`,
        margin: [0, 2.5, 0, 0],
      },
    ],
    margin: [0, 0, 0, 3],
  }));
