import type { Node } from '@takumi-rs/core';
import { shortDate } from '../../../domain/dates.ts';
import type { LocalDate } from '../../../domain/ids.ts';
import type { Pace } from '../../../domain/pace.ts';
import { literal } from '../../../text/markup.ts';
import { words } from '../labels.ts';
import { MUTED } from '../theme.ts';
import { PAGE_WIDTH } from './layout.ts';
import { box, text } from './nodes.ts';

/** How wide a letter is at most, and what stays free around a label. */
const LETTER = 13;
const SPACE = 24;
const ROW_HEIGHT = 34;
const ROWS = 2;

/** Where the axis stands in its picture. */
interface Axis {
  readonly left: number;
  readonly top: number;
  /** Where a day is, from the left end of the axis. */
  readonly x: (day: LocalDate) => number;
}

/**
 * The days below a chart: today and the deadline, which are named, then its first and its last. One that would stand on another goes into
 * the second row; one for which there is no place is left out.
 */
export function dateAxis({ today, deadline }: Pace, first: LocalDate, last: LocalDate, axis: Axis): Node[] {
  const date = (day: LocalDate) => {
    const year = day.slice(0, 4);
    return literal(year === today.slice(0, 4) ? shortDate(day) : `${shortDate(day)} ${year}`);
  };
  const labels = [
    [today, words('pace-file-today', { date: date(today) })],
    [deadline, words('pace-file-deadline', { date: date(deadline) })],
    ...[last, first]
      .filter((day) => day !== today && day !== deadline)
      .map((day) => [day, date(day)] as const),
  ] as const;
  const rows: { readonly from: number; readonly to: number }[][] = Array.from({ length: ROWS }, () => []);
  return labels.flatMap(([day, label]) => {
    const width = label.length * LETTER + SPACE;
    const left = Math.round(Math.min(Math.max(0, axis.left + axis.x(day) - width / 2), PAGE_WIDTH - width));
    const row = rows.findIndex((taken) => taken.every(({ from, to }) => left >= to || left + width <= from));
    if (row < 0) return [];
    rows[row]!.push({ from: left, to: left + width });
    return box(
      {
        position: 'absolute',
        left,
        top: axis.top + row * ROW_HEIGHT,
        width,
        justifyContent: 'center',
      },
      text(label, 25, { color: MUTED, fontWeight: 400 }),
    );
  });
}
