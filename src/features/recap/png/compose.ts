import type { ImageSource, Node } from '@takumi-rs/core';
import { UNITS } from '../../../domain/units.ts';
import * as labels from '../labels.ts';
import { STATES, STRIPE, tileSvg } from '../theme.ts';
import { areaSheet } from './area-sheet.ts';
import * as blocks from './blocks.ts';
import { districtSheet } from './district-sheet.ts';
import * as layout from './layout.ts';
import { page } from './nodes.ts';

/** The pictures that nodes name as their source. */
export const TILES: readonly ImageSource[] = STATES.flatMap((state) => [
  { src: state, data: Buffer.from(tileSvg(state, layout.TILE)) },
  { src: `legend-${state}`, data: Buffer.from(tileSvg(state, layout.LEGEND_TILE)) },
]);

const BAND_TEXT = 29;
const NOTE_TEXT = 24;
/** What stands between the two texts of the band at least. */
const BAND_GAP = 24;

/** What the picture of a recap shows of a kecamatan by its villages, and of an area above by its parts. */
export interface SheetOfLevel {
  /** Lines below the area's name. */
  readonly notes: readonly string[];
  /** What stands to the right of the header's texts needs so much. */
  readonly rightOfHeader: number;
  readonly besideDeadline: string;
  readonly rowsAPage: number;
  readonly nameSizes: Sizes;
  readonly rows: readonly SheetRow[];
  readonly legend: (top: number) => Node;
}

/** The same with what every level has. */
interface Sheet extends SheetOfLevel {
  /** From the largest to the smallest size. */
  readonly header: readonly (Sizes & { readonly text: string })[];
  readonly band: readonly [string, string];
  /** The deadline has passed. */
  readonly isLate: boolean;
  /** The head of the rows' column. */
  readonly rowsHead: string;
  readonly sums: labels.Sums;
  readonly sumOf: string;
}

/** The sheet of a recap of any level. */
export function sheetOf(recap: labels.Recap): Sheet {
  const own = labels.isDistrict(recap) ? districtSheet(recap) : areaSheet(recap);
  const sized = (max: number, min: number) => (text: string) => ({ text, max, min });
  return {
    ...own,
    header: [
      sized(46, 36)(labels.titleLine(recap)),
      ...[labels.areaLine(recap), ...labels.weekLine(recap)].map(sized(34, 28)),
      ...[...own.notes, labels.asOfLine(recap)].map(sized(28, 25)),
    ],
    band: [labels.deadlineLine(recap), own.besideDeadline],
    isLate: recap.daysLeft < 0,
    rowsHead: labels.rowsHead(recap),
    sums: labels.sumsOf(recap),
    sumOf: labels.sumOf(recap),
  };
}

interface Sizes {
  readonly max: number;
  readonly min: number;
}

interface SheetRow {
  readonly name: string;
  /** Words below the name. */
  readonly note?: string;
  readonly draw: (texts: RowTexts, place: layout.RowPlace, backgroundColor: string) => Node;
}

/** The texts of a row in the sizes that fit. */
export interface RowTexts {
  readonly number: { readonly value: number; readonly width: number };
  readonly name: layout.Fitted;
  readonly note: layout.Fitted;
}

/** The words whose widths decide how large the texts of a sheet can be. */
export function wordsOf({ header, band, rows }: Sheet): readonly string[] {
  const texts = [
    ...header.map(({ text }) => text),
    ...band,
    ...UNITS.map(labels.unitName),
    ...rows.flatMap(({ name, note = '' }) => [name, note]),
  ];
  return [...new Set([' ', ...texts.flatMap((text) => text.split(' '))])];
}

/** The pages of a sheet as trees of nodes, with their heights and the places of their rows. A page is composed when asked for. */
export function* composeSheet(sheet: Sheet, widthOf: layout.WordWidth) {
  const width = layout.PAGE_WIDTH - 2 * layout.MARGIN;
  const header = sheet.header.map(({ text, max, min }) =>
    layout.fitText(text, width - sheet.rightOfHeader, max, min, widthOf),
  );
  const heads = blocks.fitUnitHeads(widthOf);
  const band = sheet.band.filter((text) => text !== '').join(' ');
  const bandSize = layout.fitText(band, width - BAND_GAP, BAND_TEXT, 0, widthOf).size;
  const numberWidth = 14 + 15 * String(sheet.rows.length).length;
  const nameWidth = layout.UNITS_X - layout.MARGIN - numberWidth - 4;
  const { max, min } = sheet.nameSizes;
  const pages = layout.balanced(sheet.rows, sheet.rowsAPage);
  let before = 0;
  for (const [index, rows] of pages.entries()) {
    const texts = rows.map(({ name, note = '' }, i) => ({
      number: { value: before + i + 1, width: numberWidth },
      name: layout.fitText(name, nameWidth, max, min, widthOf),
      note: layout.fitText(note, nameWidth, NOTE_TEXT, 0, widthOf),
    }));
    const place = layout.placeBlocks(
      header,
      texts.map(({ name }) => name),
    );
    const node = page(
      place.height,
      blocks.headerBlock(sheet.sums, header, place.headerHeight, labels.pageOf(index + 1, pages.length)),
      blocks.deadlineBand(sheet.band, bandSize, sheet.isLate, place.bandTop),
      blocks.unitHeads(sheet.rowsHead, heads, place.headTop),
      ...rows.map((row, i) => row.draw(texts[i]!, place.rows[i]!, i % 2 === 1 ? STRIPE : '#ffffff')),
      blocks.sums(sheet.sums, sheet.sumOf, place.sumTop),
      sheet.legend(place.legendTop),
    );
    yield { node, height: place.height, bandTop: place.bandTop, rows: place.rows };
    before += rows.length;
  }
}
