import type { RecapTable } from '../../../domain/progress.ts';
import * as labels from '../labels.ts';
import * as blocks from './blocks.ts';
import type { Sheet } from './compose.ts';
import { VILLAGES_A_PAGE } from './layout.ts';

/** The recap of a kecamatan: a row for each village, with the status of each unit as a tile. */
export const districtSheet = (recap: RecapTable): Sheet => ({
  header: [
    { text: labels.titleLine(recap), max: 46, min: 36 },
    { text: labels.areaLine(recap), max: 34, min: 28 },
    ...labels.weekLine(recap).map((text) => ({ text, max: 34, min: 28 })),
    { text: labels.regionLine(recap), max: 28, min: 25 },
    { text: labels.asOfLine(recap), max: 28, min: 25 },
  ],
  rightOfHeader: 250,
  band: [labels.deadlineLine(recap), labels.silentLine(recap)],
  isLate: recap.daysLeft < 0,
  rowsHead: labels.rowsHead(recap),
  rowsAPage: VILLAGES_A_PAGE,
  nameSizes: { max: 31, min: 27 },
  rows: recap.villages.map((village) => ({
    name: labels.nameOf(recap, village),
    draw: ({ name, number }, place, color) => blocks.villageRow(village, name, number, place, color),
  })),
  sums: labels.sumsOf(recap),
  sumOf: labels.sumOf(recap),
  legend: (top) => blocks.legend(recap, top),
});
