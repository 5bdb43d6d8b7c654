import type { ImageSource, Node } from '@takumi-rs/core';
import type { RecapTable, RecapVillage } from '../../../domain/progress.ts';
import { UNITS } from '../../../domain/units.ts';
import * as labels from '../labels.ts';
import { STATES, STRIPE, tileSvg } from '../theme.ts';
import * as blocks from './blocks.ts';
import * as layout from './layout.ts';
import { page } from './nodes.ts';

/** What stands to the right of the header's texts needs so much. */
const RIGHT_OF_HEADER = 250;

/** The pictures that nodes name as their source. */
export const TILES: readonly ImageSource[] = STATES.flatMap((state) => [
  { src: state, data: Buffer.from(tileSvg(state, layout.TILE)) },
  { src: `legend-${state}`, data: Buffer.from(tileSvg(state, layout.LEGEND_TILE)) },
]);

const headerTexts = (recap: RecapTable) => [
  { text: labels.titleLine(recap), max: 46, min: 36 },
  { text: labels.districtLine(recap), max: 34, min: 28 },
  { text: labels.regionLine(recap), max: 28, min: 25 },
  { text: labels.asOfLine(recap), max: 28, min: 25 },
];

const bandTexts = (recap: RecapTable) => [labels.deadlineLine(recap), labels.silentLine(recap)] as const;

/** The words whose widths decide how large the texts of a recap can be. */
export function wordsOf(recap: RecapTable): readonly string[] {
  const names = recap.villages.map((village) => labels.nameOf(recap, village));
  const texts = [
    ...headerTexts(recap).map(({ text }) => text),
    ...bandTexts(recap),
    ...UNITS.map(labels.unitName),
    ...names,
  ];
  return [...new Set([' ', ...texts.flatMap((text) => text.split(' '))])];
}

/** The pages of a recap as trees of nodes, with their heights and the places of their rows. A page is composed when asked for. */
export function* composeRecap(recap: RecapTable, widthOf: layout.WordWidth) {
  const pages = layout.balanced(recap.villages, layout.VILLAGES_A_PAGE);
  const fitted = fitTexts(recap, widthOf);
  let before = 0;
  for (const [index, villages] of pages.entries()) {
    const pageLabel = labels.pageOf(index + 1, pages.length);
    yield composePage(recap, fitted, { villages, before, pageLabel }, widthOf);
    before += villages.length;
  }
}

/** The texts that every page shares, in the sizes that fit. */
function fitTexts(recap: RecapTable, widthOf: layout.WordWidth) {
  const headerWidth = layout.PAGE_WIDTH - 2 * layout.MARGIN - RIGHT_OF_HEADER;
  const bandWidth = layout.PAGE_WIDTH - 2 * layout.MARGIN - 24;
  const numberWidth = 14 + 15 * String(recap.villages.length).length;
  const band = bandTexts(recap);
  return {
    header: headerTexts(recap).map((t) => layout.fitText(t.text, headerWidth, t.max, t.min, widthOf)),
    heads: blocks.fitUnitHeads(widthOf),
    band,
    bandSize: layout.fitText(band.join(' '), bandWidth, 29, 0, widthOf).size,
    numberWidth,
    nameWidth: layout.UNITS_X - layout.MARGIN - numberWidth - 4,
  };
}

interface Page {
  readonly villages: readonly RecapVillage[];
  /** How many villages stand on earlier pages. */
  readonly before: number;
  readonly pageLabel: string;
}

function composePage(
  recap: RecapTable,
  fitted: ReturnType<typeof fitTexts>,
  { villages, before, pageLabel }: Page,
  widthOf: layout.WordWidth,
) {
  const names = villages.map((village) =>
    layout.fitText(labels.nameOf(recap, village), fitted.nameWidth, 31, 27, widthOf),
  );
  const place = layout.placeBlocks(fitted.header, names);
  const rows = villages.map((village, i) => {
    const number = { value: before + i + 1, width: fitted.numberWidth };
    return blocks.villageRow(village, names[i]!, number, place.rows[i]!, i % 2 === 1 ? STRIPE : '#ffffff');
  });
  const node: Node = page(
    place.height,
    blocks.headerBlock(labels.sumsOf(recap), fitted.header, place.headerHeight, pageLabel),
    blocks.deadlineBand(fitted.band, fitted.bandSize, recap.daysLeft < 0, place.bandTop),
    blocks.unitHeads(labels.villageWord(recap), fitted.heads, place.headTop),
    ...rows,
    blocks.sums(labels.sumsOf(recap).units, labels.sumOf(recap), place.sumTop),
    blocks.legend(recap, place.legendTop),
  );
  return { node, height: place.height, bandTop: place.bandTop, rows: place.rows };
}
