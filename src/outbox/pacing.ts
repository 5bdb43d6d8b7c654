import type { Rate } from '../adapters/adapter.ts';
import type { Queued } from '../store/outbox.ts';
import { createBurstLimit } from './burst-limit.ts';
import { type Kind, kindOf } from './line.ts';
import { createPauses } from './pauses.ts';
import type { Waiting } from './queues.ts';
import { createRateLimit } from './rate-limit.ts';

/** Confirmations that would take longer than this one by one go out together. */
const ONE_BY_ONE_SECONDS = 2;
/** Confirmations in one message, at most: a line takes up to 200 letters, and the message must fit one. */
const MAX_GATHERED = 16;

/** When a platform's rows may go out, and which go together. Times are monotonic milliseconds. */
export interface Pacing {
  /** Milliseconds that all rows of a kind have to wait at least. */
  waitForAll(kind: Kind, now: number): number;
  /** Milliseconds that a row has to wait. */
  wait(row: Queued, now: number): number;
  /** Milliseconds that a row waits for company, which costs nobody anything: only patient rows are beside it. */
  patience(row: Queued, beside: Waiting, now: number): number;
  /** Notes that a row goes out now. */
  note(row: Queued, now: number): void;
  /** Notes that the send of a row ended that went out at `since`; undefined where that is not known any more. */
  ended(row: Queued, since: number | undefined, now: number): void;
  /** The confirmations that go out with one, in one message; none while the pace lets each go by itself. */
  company(row: Queued, beside: Waiting, now: number): Waiting;
  /** Whether a row may go out right behind another. One that may wait for company does. */
  follows(row: Queued, now: number): boolean;
}

const UNLIMITED: Pacing = {
  waitForAll: () => 0,
  wait: () => 0,
  patience: () => 0,
  note: () => {},
  ended: () => {},
  company: () => [],
  follows: () => true,
};

export function createPacing(pace: Rate | 'unlimited'): Pacing {
  if (pace === 'unlimited') return UNLIMITED;
  const rates = createRateLimit(pace);
  const bursts = createBurstLimit(pace);
  const pauses = createPauses(pace.pause ?? (() => 0));
  const wait: Pacing['wait'] = (row, now) => rates.wait(row.chat, kindOf(row), now) || pauses.wait(row, now);
  return {
    waitForAll: rates.waitForAll,
    wait,
    patience: (row, beside, now) =>
      row.patient && beside.every(({ patient }) => patient) ? bursts.wait(row.chat, row.shared, now) : 0,
    note(row, now) {
      pauses.end([row]);
      rates.note(row.chat, kindOf(row), now);
      if (row.patient) bursts.note(row.chat, now);
    },
    ended({ chat }, since, now) {
      if (since !== undefined) rates.answered(chat, since, now);
    },
    company(row, beside, now) {
      if (!row.brief) return [];
      const others = upToImpatient(beside)
        .filter(({ brief, thread }) => brief && thread === row.thread)
        .slice(0, MAX_GATHERED - 1);
      const oneByOne = Math.min(bursts.left(row.chat, now), pace.perSecond * ONE_BY_ONE_SECONDS);
      const company = others.length > oneByOne ? others : [];
      pauses.end(company);
      return company;
    },
    follows: (row, now) => !row.patient && wait(row, now) === 0,
  };
}

/** Nothing that may not wait is overtaken. */
function upToImpatient(rows: Waiting): Waiting {
  const at = rows.findIndex(({ patient }) => !patient);
  return at < 0 ? rows : rows.slice(0, at);
}
