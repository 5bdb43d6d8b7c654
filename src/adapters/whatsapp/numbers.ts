import type { Instant } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import {
  type AdapterCounters,
  type Cap,
  type ChatAdapter,
  type Rate,
  type Receive,
  SendError,
} from '../adapter.ts';
import type { WhatsAppState } from './connection-state.ts';
import { split } from './encode.ts';
import { isGone } from './errors.ts';
import { createKnownNumbers } from './known-numbers.ts';
import type { NumberBook, OwnNumber } from './number-book.ts';
import { createNumberSessions, type NumberSessions } from './number-sessions.ts';
import type { WhatsAppOptions } from './options.ts';
import { createServing } from './serving.ts';
import type { WhatsApp } from './whatsapp.ts';

export interface NumbersOptions {
  readonly book: NumberBook;
  /** Makes the adapter of one number, which is used until that number is paused or removed. */
  readonly make: (number: number, told: Required<Pick<WhatsAppOptions, 'onState' | 'onLeft'>>) => WhatsApp;
  readonly pace: Rate | 'unlimited';
  readonly log: Log;
}

/** A number as its operator sees it. */
export interface NumberView extends OwnNumber {
  /** Undefined while it is paused. */
  readonly state: WhatsAppState | undefined;
  readonly caps: readonly Cap[];
  /** How often phones asked for a message again, since the start. */
  readonly retryRequests: number;
  repair(): Promise<void>;
}

export interface Numbers extends ChatAdapter {
  readonly capped: true;
  all(): readonly NumberView[];
}

/** How often it is looked whether a number was added, paused or removed: by another process, which cannot tell. */
const LOOK_MS = 2000;
/** What is to be said by a number that is paused is offered to it so often. */
const PAUSED_RETRY_SECONDS = 5;

/** WhatsApp over several numbers, each a session of its own: what happens to one concerns no other. */
export function createNumbers({ book, make, pace, log }: NumbersOptions): Numbers {
  const known = createKnownNumbers(book, log);
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const sessions = createNumberSessions({
    make: (number) =>
      make(number, {
        onState(state) {
          known.note(number, state);
          if (state.phase !== 'open' && !isStopped) ended(number);
        },
        onLeft(chat, addresses) {
          for (const session of sessions.allRunning()) session.left(chat, addresses);
        },
      }),
    closed(number) {
      // Until it was noticed that a number is gone, its session may have written something.
      if (!known.has(number)) book.remove(number);
    },
    log,
  });
  const { numberOf, hearing, ended, forget } = createServing(book, known, sessions, log);

  async function follow(accept: Receive): Promise<void> {
    const gone = known.reload();
    // Another process has removed them, and this one may remember what is no longer in the book.
    for (const number of gone) book.remove(number);
    if (gone.length > 0) forget();
    await sessions.follow(known.all(), (number) => hearing(number, accept));
  }

  return {
    name: 'whatsapp',
    pace,
    capped: true,
    idempotentSend: true,
    split,
    account: (chat) => `${numberOf(chat)}`,
    all: () => known.all().map((number) => viewOf(number, sessions.of(number.id))),
    trouble: () => troubleOf(known.all(), sessions),
    counters: () => sum(sessions.allRunning().map((session) => session.counters!())),
    lastContact: () => earliest(sessions.allRunning().flatMap((session) => session.lastContact() ?? [])),
    async start(accept) {
      await follow(accept);
      if (isStopped) return;
      const failed = (error: unknown) => log.error({ err: error }, 'WhatsApp numbers could not be read');
      timer = setInterval(() => void follow(accept).catch(failed), LOOK_MS).unref();
    },
    async send(message, key) {
      const number = numberOf(message.to);
      const session = number === undefined ? undefined : sessions.running(number);
      const orNext = (error: unknown) => {
        if (!isGone(error) || numberOf(message.to) === number) throw error;
        throw new SendError('not-sent', 'another number of the bot is in this group');
      };
      if (session) return await session.send(message, key).catch(orNext);
      throw new SendError('not-sent', 'the WhatsApp number of this chat is paused', {
        retryAfterSeconds: PAUSED_RETRY_SECONDS,
      });
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await sessions.stop();
    },
  };
}

const earliest = (moments: readonly Instant[]): Instant | undefined => [...moments].sort()[0];

/** A number with what its adapter says of it. */
export function viewOf(number: OwnNumber, session: WhatsApp): NumberView {
  const { caps = [], retryRequests = 0 } = session.counters!();
  const state = number.paused ? undefined : session.state();
  return { ...number, state, caps, retryRequests, repair: session.repair };
}

/** What is wrong with each number; which one it is, where there are several. */
function troubleOf(known: readonly OwnNumber[], sessions: NumberSessions): string | undefined {
  const active = known.filter(({ paused }) => !paused);
  if (active.length === 0) return 'every number is paused';
  const troubles = active.flatMap(({ id }) => {
    const trouble = sessions.of(id).trouble!();
    return trouble === undefined ? [] : [known.length > 1 ? `number ${id}: ${trouble}` : trouble];
  });
  return troubles.length > 0 ? troubles.join('; ') : undefined;
}

/** What the numbers have counted together. */
const sum = (all: readonly AdapterCounters[]): AdapterCounters => ({
  unreadable: total(all.map(({ unreadable }) => unreadable)),
  devicesLeftOut: total(all.map(({ devicesLeftOut = 0 }) => devicesLeftOut)),
  retryRequests: total(all.map(({ retryRequests = 0 }) => retryRequests)),
  caps: (['groups', 'strangers'] as const).flatMap((of) => {
    const caps = all.flatMap(({ caps: each = [] }) => each.filter((cap) => cap.of === of));
    const [cap, left] = [total(caps.map((each) => each.cap)), total(caps.map((each) => each.left))];
    return caps.length > 0 ? [{ of, cap, left }] : [];
  }),
});

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
