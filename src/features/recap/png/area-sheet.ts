import type { Node } from '@takumi-rs/core';
import { type AreaRecap, hasReports, type RecapPart } from '../../../domain/area-recap.ts';
import { UNITS } from '../../../domain/units.ts';
import * as area from '../area-labels.ts';
import * as labels from '../labels.ts';
import { COLORS, LINE, MUTED, SHADE_BOUNDS, shadeOf } from '../theme.ts';
import type { RowTexts, SheetOfLevel } from './compose.ts';
import * as layout from './layout.ts';
import { block, box, lines, text } from './nodes.ts';

/** The provinces of the country fit on one page. */
const PARTS_A_PAGE = 40;

/** An area above the kecamatan: a row for each part, with a tile for each unit that shows by shade and number how many villages have it. */
export const areaSheet = (recap: AreaRecap): SheetOfLevel => ({
  notes: labels.reportingLine(recap),
  // The nation's sums need more room than a kecamatan's.
  rightOfHeader: 370,
  besideDeadline: '',
  rowsAPage: PARTS_A_PAGE,
  nameSizes: { max: 29, min: 24 },
  rows: recap.parts.map((part) => ({
    name: part.name,
    note: noteOf(recap, part),
    draw: (texts, place, color) => partRow(recap, part, texts, place, color),
  })),
  legend: (top) => shadeLegend(recap, top),
});

/** What stands below a part's name: numbers where there are tens of villages, shares where there are thousands. */
const noteOf = ({ area: { level } }: AreaRecap, part: RecapPart): string =>
  level === 'regency' ? area.partLine(part) : area.partShares(part);

function partRow(
  recap: AreaRecap,
  part: RecapPart,
  { number, name, note }: RowTexts,
  row: layout.RowPlace,
  backgroundColor: string,
): Node {
  return block(
    row,
    { backgroundColor, borderBottom: `2px solid ${LINE}`, alignItems: 'center', paddingLeft: layout.MARGIN },
    text(`${number.value}.`, 24, { width: number.width, color: MUTED, fontWeight: 400 }),
    box({ flexDirection: 'column' }, ...lines(name), ...lines(note, { fontWeight: 400, color: MUTED })),
    ...(hasReports(part) ? UNITS.map((unit, i) => unitTile(recap, part, unit, i, row.height)) : []),
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
function shadeLegend(recap: AreaRecap, top: number): Node {
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
    ...[labels.words('recap-file-shades'), area.reportingMeans(recap)].map((line, i) =>
      text(line, 23, { fontWeight: 400, color: COLORS.silent.ink, marginTop: i === 0 ? 8 : 0 }),
    ),
  );
}
