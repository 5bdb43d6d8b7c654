import type { ImageSource } from '@takumi-rs/core';
import type { RecapTable } from '../../../domain/progress.ts';
import { UNITS } from '../../../domain/units.ts';
import * as facts from '../labels.ts';
import { INK, STATES, STRIPE, tileSvg } from '../theme.ts';
import * as blocks from './blocks.ts';
import * as layout from './layout.ts';
import { box } from './nodes.ts';

const RIGHT_OF_HEADER = 250;
const HEAD_TEXT = 24;

/** The pictures that nodes name as their source. */
export const TILES: readonly ImageSource[] = STATES.flatMap((state) => [
  { src: state, data: Buffer.from(tileSvg(state, layout.TILE)) },
  { src: `legend-${state}`, data: Buffer.from(tileSvg(state, layout.LEGEND_TILE)) },
]);

const headerTexts = (recap: RecapTable) => [
  { text: facts.titleLine(recap), max: 46, min: 36 },
  { text: facts.districtLine(recap), max: 34, min: 28 },
  { text: facts.regionLine(recap), max: 28, min: 25 },
  { text: facts.asOfLine(recap), max: 28, min: 25 },
];

const bandTexts = (recap: RecapTable) => [facts.deadlineLine(recap), facts.silentLine(recap)] as const;

/** The words whose widths decide how large the texts of a recap can be. */
export function wordsOf(recap: RecapTable): readonly string[] {
  const names = recap.villages.map((village) => facts.nameOf(recap, village));
  const texts = [
    ...headerTexts(recap).map(({ text }) => text),
    ...bandTexts(recap),
    ...UNITS.map(facts.unitName),
    ...names,
  ];
  return [...new Set([' ', ...texts.flatMap((text) => text.split(' '))])];
}

/**
 * The pages of a recap as trees of nodes, with their heights and where their rows stand; each made when asked
 * for.
 */
export function* composeRecap(recap: RecapTable, widthOf: layout.WordWidth) {
  const pages = layout.balanced(recap.villages, layout.VILLAGES_A_PAGE);
  const numberWidth = 14 + 15 * String(recap.villages.length).length;
  const nameWidth = layout.UNITS_X - layout.MARGIN - numberWidth - 4;
  const headerWidth = layout.PAGE_WIDTH - 2 * layout.MARGIN - RIGHT_OF_HEADER;
  const header = headerTexts(recap).map((t) => layout.fitText(t.text, headerWidth, t.max, t.min, widthOf));
  const heads = UNITS.map((unit) =>
    layout.fitText(facts.unitName(unit), layout.COLUMN_WIDTH - 4, HEAD_TEXT, HEAD_TEXT, widthOf),
  );
  const band = bandTexts(recap);
  const bandWidth = layout.PAGE_WIDTH - 2 * layout.MARGIN - 24;
  const bandSize = layout.fitText(band.join(' '), bandWidth, 29, 0, widthOf).size;
  let before = 0;
  for (const [index, villages] of pages.entries()) {
    const names = villages.map((v) => layout.fitText(facts.nameOf(recap, v), nameWidth, 31, 27, widthOf));
    const place = layout.placeBlocks(header, names);
    const page =
      pages.length > 1 ? facts.words('recap-file-page', { page: index + 1, pages: pages.length }) : '';
    const rows = villages.map((village, i) => {
      const number = { value: before + i + 1, width: numberWidth };
      return blocks.villageRow(village, names[i]!, number, place.rows[i]!, i % 2 === 1 ? STRIPE : '#ffffff');
    });
    before += villages.length;
    const node = box(
      {
        width: layout.PAGE_WIDTH,
        height: place.height,
        backgroundColor: '#ffffff',
        fontFamily: 'Inter',
        color: INK,
      },
      blocks.headerBlock(recap, header, place.headerHeight, page),
      blocks.deadlineBand(band, bandSize, recap.daysLeft < 0, place.bandTop),
      blocks.unitHeads(recap, heads, place.headTop),
      ...rows,
      blocks.sums(recap, place.sumTop),
      blocks.legend(recap, place.legendTop),
    );
    yield { node, height: place.height, bandTop: place.bandTop, rows: place.rows };
  }
}
