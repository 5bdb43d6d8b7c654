import type { RecapTable } from '../../../domain/progress.ts';
import * as labels from '../labels.ts';
import * as blocks from './blocks.ts';
import type { SheetOfLevel } from './compose.ts';
import { VILLAGES_A_PAGE } from './layout.ts';

/** A kecamatan: a row for each village, with the status of each unit as a tile. */
export const districtSheet = (recap: RecapTable): SheetOfLevel => ({
  notes: [labels.regionLine(recap), ...labels.reportingLine(recap)],
  rightOfHeader: 250,
  besideDeadline: labels.silentLine(recap),
  rowsAPage: VILLAGES_A_PAGE,
  nameSizes: { max: 31, min: 27 },
  rows: recap.villages.map((village) => ({
    name: labels.nameOf(recap, village),
    draw: ({ name, number }, place, color) => blocks.villageRow(village, name, number, place, color),
  })),
  legend: (top) => blocks.legend(recap, top),
});
