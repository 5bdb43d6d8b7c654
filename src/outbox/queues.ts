import type { Queued } from '../store/outbox.ts';
import { KINDS, type Kind, kindOf, type Line, lineOf } from './line.ts';

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
  /** What waits of a kind, the line that waited longest first. */
  of(kind: Kind): Iterable<readonly [Line, Waiting]>;
  /** The rows that wait where this one does, or did. */
  beside(row: Queued): Waiting;
  /** Whether something waits in a line that goes before a kind, and that may not be passed. */
  isBehind(kind: Kind, line: Line, passable: ReadonlySet<Waiting>): boolean;
  /** Whether something waits in a line. */
  has(line: Line): boolean;
  isEmpty(): boolean;
  clear(): void;
}

/** What waits, by kind and line: nothing has to be sorted when 3,000 groups wait. */
export function createQueues(): Queues {
  const queues: Readonly<Record<Kind, Map<Line, Queued[]>>> = {
    answer: new Map(),
    lookup: new Map(),
    scheduled: new Map(),
  };
  const queueOf = (row: Queued) => queues[kindOf(row)];

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
    of: (kind) => queues[kind],
    beside: (row) => queueOf(row).get(lineOf(row)) ?? [],
    isBehind: (kind, line, passable) =>
      BEFORE[kind].some((each) => {
        const rows = queues[each].get(line);
        return rows !== undefined && !passable.has(rows);
      }),
    has: (line) => KINDS.some((kind) => queues[kind].has(line)),
    isEmpty: () => KINDS.every((kind) => queues[kind].size === 0),
    clear() {
      for (const kind of KINDS) queues[kind].clear();
    },
  };
}
