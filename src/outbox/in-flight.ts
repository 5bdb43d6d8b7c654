import type { Queued } from '../store/outbox.ts';
import { type Line, lineOf } from './line.ts';

/** Messages in flight at once on an account, and how many of these may carry files: an upload can take minutes. */
const MAX_IN_FLIGHT = 32;
const MAX_FILES_IN_FLIGHT = 8;

/** The rows of an account that were taken out to be sent: of each line one, or some that go one after another. */
export interface InFlight {
  add(row: Queued, now: number): void;
  /** When a row was taken out: of those that go one after another, the first that is not dealt with. */
  since(row: Queued): number | undefined;
  /** The row is dealt with: its line is free once all that were taken out with it are. */
  remove(row: Queued): void;
  /** Forgets all but these lines. */
  keepOnly(lines: ReadonlySet<Line>): void;
  has(line: Line): boolean;
  /** There is no room for a further line. */
  isFull(): boolean;
  /** There is room for a further file. */
  hasRoomForFile(): boolean;
}

export function createInFlight(): InFlight {
  const lines = new Map<Line, { readonly since: number[]; readonly file: boolean }>();
  /** Counted for each row that waits: those in flight are few, those that wait may be all groups of the country. */
  let files = 0;

  function free(line: Line): void {
    if (lines.get(line)?.file) files -= 1;
    lines.delete(line);
  }

  function remove(row: Queued): void {
    const line = lines.get(lineOf(row));
    line?.since.shift();
    if (line?.since.length === 0) free(lineOf(row));
  }

  return {
    add(row, now) {
      const line = lines.get(lineOf(row));
      if (line) line.since.push(now);
      else {
        lines.set(lineOf(row), { since: [now], file: row.file });
        if (row.file) files += 1;
      }
    },
    since: (row) => lines.get(lineOf(row))?.since[0],
    remove,
    keepOnly(kept) {
      for (const line of lines.keys()) if (!kept.has(line)) free(line);
    },
    has: (line) => lines.has(line),
    isFull: () => lines.size >= MAX_IN_FLIGHT,
    hasRoomForFile: () => files < MAX_FILES_IN_FLIGHT,
  };
}
