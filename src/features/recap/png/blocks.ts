import type { Node } from '@takumi-rs/core';
import { establishedIn, hasReported, type RecapTable, type RecapVillage } from '../../../domain/progress.ts';
import { numberOf, UNITS } from '../../../domain/units.ts';
import * as labels from '../labels.ts';
import { LINE, MUTED, RED, STATES, STRIPE } from '../theme.ts';
import * as layout from './layout.ts';
import { block, box, image, lines, text } from './nodes.ts';

const TRACK = '#e3e8ef';
const BAR = '#178a63';
const HEAD_TEXT = 24;
const SPREAD = {
  alignItems: 'center',
  justifyContent: 'space-between',
  padding: `0 ${layout.MARGIN}px`,
} as const;

/** The names of the units above their columns, all in one size. */
export const fitUnitHeads = (widthOf: layout.WordWidth): readonly layout.Fitted[] =>
  UNITS.map((unit) =>
    layout.fitText(labels.unitName(unit), layout.COLUMN_WIDTH - 4, HEAD_TEXT, HEAD_TEXT, widthOf),
  );

/** The title, place and time of the recap, and the established share. */
export function headerBlock(
  { percent, established, of, hasReports }: labels.Sums,
  header: readonly layout.Fitted[],
  height: number,
  page: string,
): Node {
  return block(
    { top: 0, height },
    { ...SPREAD, backgroundColor: RED, color: '#ffffff' },
    box(
      { flexDirection: 'column' },
      ...header.flatMap((fitted, i) => lines(fitted, { fontWeight: i < 2 ? 600 : 400 })),
    ),
    box(
      { flexDirection: 'column', alignItems: 'flex-end' },
      ...(hasReports
        ? [
            text(labels.words('recap-file-percent', { percent }), 88, { lineHeight: '92px' }),
            text(labels.words('recap-file-share', { done: established, all: of }), 29),
          ]
        : [text(labels.words('recap-file-no-report'), 29)]),
      ...(page ? [text(page, 26, { fontWeight: 400, marginTop: 4 })] : []),
    ),
  );
}

/** The deadline and the number of silent villages, in one size in which both fit. */
export function deadlineBand(
  texts: readonly [string, string],
  size: number,
  late: boolean,
  top: number,
): Node {
  const [backgroundColor, color] = late ? ['#fde4df', '#8a1c10'] : ['#fff3c9', '#6f3d05'];
  return block(
    { top, height: layout.BAND_HEIGHT },
    { ...SPREAD, backgroundColor, color },
    text(texts[0], size),
    text(texts[1], size, { fontWeight: 400 }),
  );
}

/** The name of each unit under the number that people type for it. */
export function unitHeads(rows: string, heads: readonly layout.Fitted[], top: number): Node {
  const size = Math.min(...heads.map((head) => head.size));
  const columns = UNITS.map((unit, i) =>
    column(
      i,
      { flexDirection: 'column' },
      text(String(numberOf(unit)), 23, { color: MUTED, fontWeight: 400, marginTop: 6 }),
      box(
        { flexDirection: 'column', alignItems: 'center', justifyContent: 'center', height: 56 },
        ...lines({ size, lines: heads[i]!.lines }, { lineHeight: `${size + 2}px` }),
      ),
    ),
  );
  return block(
    { top, height: layout.HEAD_HEIGHT },
    {
      backgroundColor: STRIPE,
      borderBottom: `2px solid ${LINE}`,
      alignItems: 'center',
      paddingLeft: layout.MARGIN,
    },
    text(rows, 28, { color: MUTED }),
    ...columns,
  );
}

export function villageRow(
  village: RecapVillage,
  name: layout.Fitted,
  number: { readonly value: number; readonly width: number },
  row: layout.RowPlace,
  backgroundColor: string,
): Node {
  const tiles = UNITS.map((unit, i) =>
    image(labels.stateOf(village, unit), layout.TILE, {
      position: 'absolute',
      ...layout.tileAt(row.height, i),
    }),
  );
  const width = layout.UNITS_X - layout.MARGIN - number.width - 12;
  return block(
    row,
    { backgroundColor, borderBottom: `2px solid ${LINE}`, alignItems: 'center', paddingLeft: layout.MARGIN },
    text(`${number.value}.`, 24, {
      width: number.width,
      color: MUTED,
      fontWeight: 400,
      alignSelf: 'flex-start',
      marginTop: 12,
    }),
    box({ flexDirection: 'column', width }, ...lines(name), progress(village, width)),
    ...tiles,
  );
}

/** A progress bar, or a note for a village that has never reported. */
function progress(village: RecapVillage, width: number): Node {
  if (!hasReported(village))
    return text(labels.words('recap-file-never'), 24, { fontWeight: 400, color: MUTED });
  const done = establishedIn(village.units);
  const bar = width - 70;
  return box(
    { alignItems: 'center', justifyContent: 'space-between', height: 28 },
    box(
      { width: bar, height: 14, borderRadius: 7, backgroundColor: TRACK },
      box({
        width: Math.round((bar * done) / UNITS.length),
        height: 14,
        borderRadius: 7,
        backgroundColor: BAR,
      }),
    ),
    text(labels.words('recap-file-village-share', { done, all: UNITS.length }), 25),
  );
}

/** In how many villages each unit is established; `of`: "dari 13 desa". */
export function sums({ units, hasReports }: labels.Sums, of: string, top: number): Node {
  // A number of five digits fills its column.
  const size = units.some((n) => n > 9999) ? 28 : 36;
  return block(
    { top, height: layout.SUM_HEIGHT },
    {
      borderTop: `4px solid ${MUTED}`,
      alignItems: 'center',
      paddingLeft: layout.MARGIN,
      backgroundColor: STRIPE,
    },
    box(
      { flexDirection: 'column' },
      text(labels.words('recap-file-sum'), 28),
      text(of, 24, { fontWeight: 400, color: MUTED }),
    ),
    ...units.map((sum, i) =>
      column(
        i,
        { height: layout.SUM_HEIGHT - 4 },
        text(hasReports ? labels.wholeNumber(sum) : labels.words('recap-file-no-count'), size),
      ),
    ),
  );
}

/** Every state with the number of its units. */
export function legend(recap: RecapTable, top: number): Node {
  const states = labels.statesOf(recap);
  const items = STATES.map((state) =>
    box(
      { alignItems: 'center' },
      image(`legend-${state}`, layout.LEGEND_TILE, { marginRight: 10 }),
      box(
        { flexDirection: 'column' },
        text(labels.stateName(state), 25),
        text(labels.words('recap-file-units', { count: states[state] }), 23, {
          fontWeight: 400,
          color: MUTED,
        }),
      ),
    ),
  );
  return block(
    { top, height: layout.LEGEND_HEIGHT },
    { flexDirection: 'column', justifyContent: 'center', padding: `0 ${layout.MARGIN}px` },
    box({ justifyContent: 'space-between' }, ...items),
    text(labels.words('recap-file-legend-note'), 23, { fontWeight: 400, color: MUTED, marginTop: 10 }),
  );
}

const column = (index: number, style: object, ...children: Node[]): Node =>
  box(
    {
      position: 'absolute',
      left: layout.UNITS_X + index * layout.COLUMN_WIDTH,
      top: 0,
      width: layout.COLUMN_WIDTH,
      alignItems: 'center',
      justifyContent: 'center',
      ...style,
    },
    ...children,
  );
