import type { AreaRecap } from '../../../domain/area-recap.ts';
import { establishedIn, type RecapTable } from '../../../domain/progress.ts';
import { OPEN_STATUS, UNITS } from '../../../domain/units.ts';
import type { AreaFile } from '../../../text/content.ts';
import { sumsOf } from '../labels.ts';
import { autoFilter, partsSheet, villagesSheet } from './area-sheets.ts';
import { cachedSums, fitToPage } from './cells.ts';
import { actsSheet, historySheet, missingSheet } from './list-sheets.ts';
import { recapSheet } from './recap-sheet.ts';

/**
 * Writes a recap as a workbook of four sheets: the table, whose sums and colours follow what is typed into it; the ledger;
 * what each village lacks; and what was decided.
 */
export async function writeRecapXlsx(recap: RecapTable): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = [recapSheet(recap), historySheet(recap), missingSheet(recap), actsSheet(recap)];
  return writeExcelFile(sheets, {
    fontFamily: 'Arial',
    fontSize: 10,
    features: [cachedSums(sumsIn(recap)), fitToPage],
  }).toBuffer();
}

/**
 * Writes the recap of an area above the kecamatan as a workbook: a sheet for its parts, and one for each level below that is given, down
 * to the villages of a kabupaten. Numbers are numbers, every sheet can be filtered, and its last row has the sums.
 */
export async function writeAreaXlsx(
  recap: AreaRecap,
  { parts = [], villages = [] }: NonNullable<AreaFile['below']>,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const lists = [
    partsSheet([recap]),
    ...(parts.length > 0 ? [partsSheet(parts)] : []),
    ...(villages.length > 0 ? [villagesSheet(recap, villages)] : []),
  ];
  return writeExcelFile(
    lists.map(({ sheet }) => sheet),
    {
      fontFamily: 'Arial',
      fontSize: 10,
      features: [cachedSums(lists.flatMap(({ sums }) => sums)), autoFilter, fitToPage],
    },
  ).toBuffer();
}

/** The sums of a recap in the order of their formulas. */
function sumsIn(recap: RecapTable): readonly number[] {
  const { units, established, of } = sumsOf(recap);
  const open = UNITS.map((unit) => recap.villages.filter((each) => each.units[unit] === OPEN_STATUS).length);
  const villages = recap.villages.map((village) => establishedIn(village.units));
  const opened = open.reduce((sum, n) => sum + n, 0);
  return [...villages, ...units, established, ...open, opened, of > 0 ? established / of : 0];
}
