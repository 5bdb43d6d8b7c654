import type { AreaRecap } from '../../../domain/area-recap.ts';
import { establishedIn, hasReported, type RecapTable } from '../../../domain/progress.ts';
import { OPEN_STATUS, UNITS } from '../../../domain/units.ts';
import type { AreaFile } from '../../../text/content.ts';
import { isDistrict, type Recap, sumsOf, words } from '../labels.ts';
import { autoFilter, partsSheet, villagesSheet } from './area-sheets.ts';
import { cachedSums, fitToPage } from './cells.ts';
import { actsSheet, historySheet, missingSheet } from './list-sheets.ts';
import { recapSheet } from './recap-sheet.ts';

/**
 * Writes a recap as a workbook. Of a kecamatan it has four sheets: the table, whose sums and colours follow what is typed into it; the
 * ledger; what each village lacks; and what was decided. Of an area above it has a sheet for its parts, and one for each level `below`
 * that is given, down to the villages of a kabupaten: numbers are numbers, every sheet can be filtered, and its last row has the sums.
 */
export async function writeRecapXlsx(recap: Recap, below: AreaFile['below'] = {}): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const style = { fontFamily: 'Arial', fontSize: 10 } as const;
  if (isDistrict(recap))
    return writeExcelFile([recapSheet(recap), historySheet(recap), missingSheet(recap), actsSheet(recap)], {
      ...style,
      features: [cachedSums(sumsIn(recap)), fitToPage],
    }).toBuffer();
  const lists = listsOf(recap, below);
  return writeExcelFile(
    lists.map(({ sheet }) => sheet),
    { ...style, features: [cachedSums(lists.flatMap(({ sums }) => sums)), autoFilter, fitToPage] },
  ).toBuffer();
}

/** The sheets of an area above the kecamatan. */
const listsOf = (recap: AreaRecap, { parts = [], villages = [] }: NonNullable<AreaFile['below']>) => [
  partsSheet([recap]),
  ...(parts.length > 0 ? [partsSheet(parts, recap)] : []),
  ...(villages.length > 0 ? [villagesSheet(recap, villages)] : []),
];

/** The sums of a kecamatan in the order of their formulas; a village that never reported has none. */
function sumsIn(recap: RecapTable): readonly (number | string)[] {
  const { units, established, of } = sumsOf(recap);
  const villages = recap.villages.map((village) =>
    hasReported(village) ? establishedIn(village.units) : words('recap-file-no-count'),
  );
  const open = UNITS.map((unit) => recap.villages.filter((each) => each.units[unit] === OPEN_STATUS).length);
  const opened = open.reduce((sum, n) => sum + n, 0);
  return [...villages, ...units, established, ...open, opened, of > 0 ? established / of : 0];
}
