import type { AreaRecap } from '../../../domain/area-recap.ts';
import { establishedIn, type RecapTable } from '../../../domain/progress.ts';
import type { AreaFile } from '../../../text/content.ts';
import { sumsOf } from '../labels.ts';
import { autoFilter, partsSheet, villagesSheet } from './area-sheets.ts';
import { fitToPage } from './cells.ts';
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
    features: [cachedSums(recap), fitToPage],
  }).toBuffer();
}

/**
 * Writes the recap of an area above the kecamatan as a workbook: a sheet for its parts, and one for each level below that is given, down
 * to the villages of a kabupaten. Numbers are numbers, and every sheet can be filtered.
 */
export async function writeAreaXlsx(
  recap: AreaRecap,
  { parts = [], villages = [] }: NonNullable<AreaFile['below']>,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = [
    partsSheet([recap]),
    ...(parts.length > 0 ? [partsSheet(parts)] : []),
    ...(villages.length > 0 ? [villagesSheet(villages)] : []),
  ];
  return writeExcelFile(sheets, {
    fontFamily: 'Arial',
    fontSize: 10,
    features: [autoFilter, fitToPage],
  }).toBuffer();
}

/** Adds the present values of the sums, in the order of their formulas, for viewers that do not calculate. */
function cachedSums(recap: RecapTable) {
  const { units, open, established, of } = sumsOf(recap);
  const villages = recap.villages.map((village) => establishedIn(village.units));
  const opened = open.reduce((sum, n) => sum + n, 0);
  const values = [...villages, ...units, established, ...open, opened, of > 0 ? established / of : 0];
  const transform = (xml: string) => xml.replaceAll('</f>', () => `</f><v>${values.shift()}</v>`);
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}
