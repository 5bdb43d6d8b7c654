import { UNITS } from '../../../domain/units.ts';

export const PAGE_WIDTH = 1080;
export const VILLAGES_A_PAGE = 20;
export const MARGIN = 24;
/** The width of a unit's column, and where the first begins. A tile stands in the middle of its column. */
export const COLUMN_WIDTH = 102;
export const UNITS_X = PAGE_WIDTH - MARGIN + 6 - UNITS.length * COLUMN_WIDTH;
export const TILE = { width: 92, height: 60 } as const;
export const LEGEND_TILE = { width: 60, height: 46 } as const;
/** Heights of the blocks above and below the villages' rows. */
export const BAND_HEIGHT = 68;
export const HEAD_HEIGHT = 96;
export const SUM_HEIGHT = 88;
export const LEGEND_HEIGHT = 150;
const HEADER_PADDING = 26;
const ROW_HEIGHT = 82;
/** The height below a village's name: the progress bar and the space around it. */
const BELOW_NAME = 44;
const LINE_HEIGHT = 1.22;

/** A text that fits: its size and its lines. No text is ever cut. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}
/** The width in pixels of a word in a font size of 100 pixels. */
export type WordWidth = (word: string) => number;
export interface RowPlace {
  readonly top: number;
  readonly height: number;
}

/** Lists of nearly equal length, as few as possible, none longer than `max`; at least one. */
export function balanced<T>(items: readonly T[], max: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / max));
  const start = (page: number) => Math.round((page * items.length) / count);
  return Array.from({ length: count }, (_, page) => items.slice(start(page), start(page + 1)));
}

/**
 * Fits a text into a width: on one line if it can be as large as `min`, otherwise on the two lines of the most equal
 * length. A text that is still too long becomes smaller than `min`; it is not cut, because a cut name is another name.
 */
export function fitText(text: string, width: number, max: number, min: number, widthOf: WordWidth): Fitted {
  const words = text.split(' ');
  const lineWidth = (line: readonly string[]) =>
    line.reduce((sum, word) => sum + widthOf(word), (line.length - 1) * widthOf(' '));
  const widest = (lines: readonly (readonly string[])[]) => Math.max(...lines.map(lineWidth));
  const sizeOf = (lines: readonly (readonly string[])[]) =>
    Math.min(max, Math.floor((100 * width) / widest(lines)));
  if (sizeOf([words]) >= min || words.length === 1) return { size: sizeOf([words]), lines: [text] };
  const splits = words.slice(1).map((_, i) => [words.slice(0, i + 1), words.slice(i + 1)]);
  const best = splits.reduce((a, b) => (widest(b) < widest(a) ? b : a));
  return { size: sizeOf(best), lines: best.map((line) => line.join(' ')) };
}

export const lineHeight = (size: number): number => Math.round(size * LINE_HEIGHT);
const textHeight = ({ size, lines }: Fitted): number => lines.length * lineHeight(size);

/** Where the blocks of one page stand, from its header's texts and the names of its villages. */
export function placeBlocks(header: readonly Fitted[], names: readonly Fitted[]) {
  const headerHeight = header.reduce((sum, text) => sum + textHeight(text), 2 * HEADER_PADDING);
  const bandTop = headerHeight;
  const headTop = bandTop + BAND_HEIGHT;
  const rows: RowPlace[] = [];
  let top = headTop + HEAD_HEIGHT;
  for (const name of names) {
    const height = Math.max(ROW_HEIGHT, textHeight(name) + BELOW_NAME);
    rows.push({ top, height });
    top += height;
  }
  const legendTop = top + SUM_HEIGHT;
  return { headerHeight, bandTop, headTop, rows, sumTop: top, legendTop, height: legendTop + LEGEND_HEIGHT };
}

/** Where the tile of the unit with this index stands in its row. */
export const tileAt = (rowHeight: number, unitIndex: number) => ({
  left: UNITS_X + unitIndex * COLUMN_WIDTH + (COLUMN_WIDTH - TILE.width) / 2,
  top: (rowHeight - TILE.height) / 2 - 1,
});
