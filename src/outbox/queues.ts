import type { Queued } from '../store/outbox.ts';
import { isOfFiles, KINDS, type Kind, kindOf, type Line, lineOf } from './line.ts';

/** What goes before a kind, within a line. */
const BEFORE: Readonly<Record<Kind, readonly Kind[]>> = {
  answer: [],
  lookup: ['answer'],
  scheduled: ['answer', 'lookup'],
};

/** The rows of one kind that wait in one line, in their order. */
export type Waiting = readonly Queued[];

export interface Queues {
  /** Takes in a row behind those that wait in its line. */
  add(row: Queued): void;
  /** Takes in a row before all others of its line. */
  addFirst(row: Queued): void;
  /** Takes rows of one line out. What is left there is then what waited for the shortest time. */
  remove(rows: Waiting): void;
  /**
   * What waits of a kind, the line that waited longest first. Lines of files come last: those of the rows whose files are in hand, and
   * others for as long as there is room for one more. All groups of the country may wait for a picture.
   */
  of(kind: Kind, inHand: Waiting, hasRoom: () => boolean): Iterable<readonly [Line, Waiting]>;
  /** The rows that wait where this one does, or did. */
  beside(row: Queued): Waiting;
  /** Whether something waits in a line that goes before a kind, and that may not be passed. */
  isBehind(kind: Kind, line: Line, passable: ReadonlySet<Waiting>): boolean;
  /** Whether something waits in a line. */
  has(line: Line): boolean;
  isEmpty(): boolean;
  clear(): void;
}

/** Lines with what waits in them, by kind. */
type Lines = Readonly<Record<Kind, Map<Line, Queued[]>>>;
const noLines = (): Lines => ({ answer: new Map(), lookup: new Map(), scheduled: new Map() });

/** What waits, by kind and line: nothing has to be sorted when 3,000 groups wait. */
export function createQueues(): Queues {
  const [texts, files] = [noLines(), noLines()];
  const linesLike = (line: Line): Lines => (isOfFiles(line) ? files : texts);
  const queueOf = (row: Queued) => linesLike(lineOf(row))[kindOf(row)];

  return {
    add(row) {
      const rows = queueOf(row).get(lineOf(row));
      if (rows) rows.push(row);
      else queueOf(row).set(lineOf(row), [row]);
    },
    addFirst(row) {
      queueOf(row).set(lineOf(row), [row, ...(queueOf(row).get(lineOf(row)) ?? [])]);
    },
    remove(rows) {
      const [first] = rows;
      if (!first) return;
      const queue = queueOf(first);
      const left = queue.get(lineOf(first))!.filter((row) => !rows.includes(row));
      queue.delete(lineOf(first));
      if (left.length > 0) queue.set(lineOf(first), left);
    },
    *of(kind, inHand, hasRoom) {
      yield* texts[kind];
      const lines = new Set(inHand.map(lineOf));
      for (const line of lines) {
        const waiting = files[kind].get(line);
        if (waiting) yield [line, waiting];
      }
      for (const each of files[kind]) {
        if (!hasRoom()) return;
        if (!lines.has(each[0])) yield each;
      }
    },
    beside: (row) => queueOf(row).get(lineOf(row)) ?? [],
    isBehind: (kind, line, passable) =>
      BEFORE[kind].some((each) => {
        const rows = linesLike(line)[each].get(line);
        return rows !== undefined && !passable.has(rows);
      }),
    has: (line) => KINDS.some((kind) => linesLike(line)[kind].has(line)),
    isEmpty: () => KINDS.every((kind) => texts[kind].size + files[kind].size === 0),
    clear() {
      for (const kind of KINDS) for (const lines of [texts, files]) lines[kind].clear();
    },
  };
}
