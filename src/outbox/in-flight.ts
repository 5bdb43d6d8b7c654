import type { Queued } from '../store/outbox.ts';
import { type Line, lineOf } from './line.ts';

/** Messages in flight at once on an account, and how many of these may carry files: an upload can take minutes. */
const MAX_IN_FLIGHT = 32;
const MAX_FILES_IN_FLIGHT = 8;

/** The rows of an account that were taken out to be sent: one of each line at a time. */
export interface InFlight {
  add(row: Queued): void;
  /** The row is dealt with: its line is free. */
  remove(row: Queued): void;
  /** Forgets all but these lines. */
  keepOnly(lines: ReadonlySet<Line>): void;
  has(line: Line): boolean;
  /** There is no room for any further row. */
  isFull(): boolean;
  /** There is room for a row, as far as its file is concerned. */
  hasRoomFor(row: Queued): boolean;
}

export function createInFlight(): InFlight {
  const rows = new Map<Line, Queued>();
  let files = 0;

  function remove(line: Line): void {
    if (rows.get(line)?.file) files -= 1;
    rows.delete(line);
  }

  return {
    add(row) {
      rows.set(lineOf(row), row);
      if (row.file) files += 1;
    },
    remove: (row) => remove(lineOf(row)),
    keepOnly(lines) {
      for (const line of rows.keys()) if (!lines.has(line)) remove(line);
    },
    has: (line) => rows.has(line),
    isFull: () => rows.size >= MAX_IN_FLIGHT,
    hasRoomFor: ({ file }) => !file || files < MAX_FILES_IN_FLIGHT,
  };
}
