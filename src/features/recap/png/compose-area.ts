import type { Node } from '@takumi-rs/core';
import type { AreaRecap, RecapPart } from '../../../domain/area-recap.ts';
import { UNITS } from '../../../domain/units.ts';
import * as area from '../area-labels.ts';
import * as labels from '../labels.ts';
import { COLORS, LINE, MUTED, SHADE_BOUNDS, STRIPE, shadeOf } from '../theme.ts';
import * as blocks from './blocks.ts';
import * as layout from './layout.ts';
import { block, box, lines, page, text } from './nodes.ts';

/** The provinces of the country fit on one page. */
const PARTS_A_PAGE = 40;
const NAME_TEXT = { max: 29, min: 24 } as const;
const NOTE_TEXT = 24;
/** The nation's sums need more room beside the header than a kecamatan's. */
const RIGHT_OF_HEADER = 370;

const headerTexts = (recap: AreaRecap) => [
  { text: area.areaTitle(), max: 46, min: 36 },
  { text: area.areaLine(recap), max: 34, min: 28 },
  { text: area.reportingLine(recap), max: 28, min: 25 },
  { text: labels.asOfLine(recap), max: 28, min: 25 },
];

/** The words whose widths decide how large the texts of an area's recap can be. */
export function areaWords(recap: AreaRecap): readonly string[] {
  const texts = [
    ...headerTexts(recap).map(({ text }) => text),
    labels.deadlineLine(recap),
    ...UNITS.map(labels.unitName),
    ...recap.parts.flatMap((part) => [part.name, noteOf(recap, part)]),
  ];
  return [...new Set([' ', ...texts.flatMap((each) => each.split(' '))])];
}

/** The pages of an area's recap: a row for each part, with a tile for each unit that shows by shade and number how many villages have it. */
export function* composeArea(recap: AreaRecap, widthOf: layout.WordWidth) {
  const pages = layout.balanced(recap.parts, PARTS_A_PAGE);
  const headerWidth = layout.PAGE_WIDTH - 2 * layout.MARGIN - RIGHT_OF_HEADER;
  const header = headerTexts(recap).map((t) => layout.fitText(t.text, headerWidth, t.max, t.min, widthOf));
  const heads = blocks.fitUnitHeads(widthOf);
  const numberWidth = 14 + 15 * String(recap.parts.length).length;
  const nameWidth = layout.UNITS_X - layout.MARGIN - numberWidth - 4;
  let before = 0;
  for (const [index, parts] of pages.entries()) {
    const pageLabel = labels.pageOf(index + 1, pages.length);
    const names = parts.map(({ name }) =>
      layout.fitText(name, nameWidth, NAME_TEXT.max, NAME_TEXT.min, widthOf),
    );
    const place = layout.placeBlocks(header, names);
    const rows = parts.map((part, i) => {
      const note = layout.fitText(noteOf(recap, part), nameWidth, NOTE_TEXT, 0, widthOf);
      const number = text(`${before + i + 1}.`, 24, { width: numberWidth, color: MUTED, fontWeight: 400 });
      return partRow(
        recap,
        part,
        [number, names[i]!, note],
        place.rows[i]!,
        i % 2 === 1 ? STRIPE : '#ffffff',
      );
    });
    const node: Node = page(
      place.height,
      blocks.headerBlock(area.areaSums(recap), header, place.headerHeight, pageLabel),
      blocks.deadlineBand([labels.deadlineLine(recap), ''], 29, recap.daysLeft < 0, place.bandTop),
      blocks.unitHeads(area.partWord(recap), heads, place.headTop),
      ...rows,
      blocks.sums(area.areaSums(recap).units, area.sumOfVillages(recap), place.sumTop),
      shadeLegend(place.legendTop),
    );
    yield { node, height: place.height };
    before += parts.length;
  }
}

/** What stands below a part's name: numbers where there are tens of villages, shares where there are thousands. */
const noteOf = ({ area: { level } }: AreaRecap, part: RecapPart): string =>
  level === 'regency' ? area.partLine(part) : area.partShares(part);

function partRow(
  recap: AreaRecap,
  part: RecapPart,
  [number, name, note]: readonly [Node, layout.Fitted, layout.Fitted],
  row: layout.RowPlace,
  backgroundColor: string,
): Node {
  return block(
    row,
    { backgroundColor, borderBottom: `2px solid ${LINE}`, alignItems: 'center', paddingLeft: layout.MARGIN },
    number,
    box({ flexDirection: 'column' }, ...lines(name), ...lines(note, { fontWeight: 400, color: MUTED })),
    ...(part.reporting === 0 ? [] : UNITS.map((unit, i) => unitTile(recap, part, unit, i, row.height))),
  );
}

function unitTile(
  recap: AreaRecap,
  part: RecapPart,
  unit: (typeof UNITS)[number],
  index: number,
  height: number,
): Node {
  const { count, percent } = area.unitOf(part, unit);
  const { fill, ink } = shadeOf(percent);
  const number =
    recap.area.level === 'regency'
      ? labels.words('recap-file-village-share', { done: count, all: part.villages })
      : labels.words('recap-file-percent', { percent });
  return box(
    {
      position: 'absolute',
      ...layout.tileAt(height, index),
      ...layout.TILE,
      borderRadius: 10,
      backgroundColor: fill,
      color: ink,
      alignItems: 'center',
      justifyContent: 'center',
    },
    text(number, 27),
  );
}

/** What the shades mean. */
function shadeLegend(top: number): Node {
  const items = SHADE_BOUNDS.map((from, i) => {
    const { fill, ink } = shadeOf(from);
    const to = i === 0 ? undefined : SHADE_BOUNDS[i - 1]! - 1;
    const range = to === undefined || to === from ? `${from}%` : `${from}–${to}%`;
    return box(
      {
        width: 150,
        height: 46,
        borderRadius: 10,
        backgroundColor: fill,
        color: ink,
        alignItems: 'center',
        justifyContent: 'center',
      },
      text(range, 24),
    );
  });
  return block(
    { top, height: layout.LEGEND_HEIGHT },
    { flexDirection: 'column', justifyContent: 'center', padding: `0 ${layout.MARGIN}px` },
    box({ justifyContent: 'space-between' }, ...items),
    text(labels.words('recap-file-shades'), 23, { fontWeight: 400, color: COLORS.silent.ink, marginTop: 10 }),
  );
}
