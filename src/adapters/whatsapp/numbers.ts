import type { ChatRef } from '../../domain/ids.ts';
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
import { isGroup, jidOf } from './refs.ts';
import type { WhatsApp } from './whatsapp.ts';

/** A number of this installation. */
interface OwnNumber {
  readonly id: number;
  readonly name: string;
  readonly paused: boolean;
}

/** Which numbers there are, and which of them serves a chat. Synchronous, and on the disk when a call returns. */
export interface NumberBook {
  /** The first added first. */
  list(): readonly OwnNumber[];
  serving(chat: ChatRef): number | undefined;
  serve(chat: ChatRef, number: number): void;
  /** The number that served a chat is no longer in it. */
  leave(chat: ChatRef): void;
  /** Drops what belongs to a number. */
  remove(number: number): void;
}

export interface NumbersOptions {
  readonly book: NumberBook;
  /** Makes the adapter of one number; it is used until that number is paused or removed. */
  readonly make: (number: number) => WhatsApp;
  readonly pace: Rate | 'unlimited';
  readonly log: Log;
}

/** A number as its operator sees it. */
export interface NumberView extends OwnNumber {
  /** Undefined while it is paused. */
  readonly state: WhatsAppState | undefined;
  readonly caps: readonly Cap[];
  repair(): Promise<void>;
}

export interface Numbers extends ChatAdapter {
  all(): readonly NumberView[];
}

/** How often it is looked whether a number was added, paused or removed: by another process, which cannot tell. */
const LOOK_MS = 2000;
/** What is to be said by a number that is paused is offered to it so often. */
const PAUSED_RETRY_SECONDS = 5;

/**
 * WhatsApp over several numbers, each a session of its own: what happens to one concerns no other. A group is served by the number
 * that heard from it first, for as long as that is in it; others of ours in the same group are silent. A private chat is served
 * by the number that was last written to.
 */
export function createNumbers({ book, make, pace, log }: NumbersOptions): Numbers {
  const running = new Map<number, WhatsApp>();
  const stopping = new Set<Promise<void>>();
  const served = createServed(book);
  let known: readonly OwnNumber[] = book.list();
  let receive: Receive | undefined;
  let timer: NodeJS.Timeout | undefined;

  const numberOf = (chat: ChatRef): number | undefined =>
    served.by(chat) ?? known.find(({ paused }) => !paused)?.id;

  /** Takes what one number hears, as far as that number serves the chat. */
  const hearing =
    (number: number, accept: Receive): Receive =>
    async (event) => {
      if (!('chat' in event)) return await accept(event);
      if (!served.claim(event.chat, number, known)) return {};
      const acknowledgement = await accept(event);
      if (event.kind === 'removed') served.leave(event.chat);
      return acknowledgement;
    };

  /** One that cannot be started is tried again at the next look. */
  async function start(number: number, accept: Receive): Promise<void> {
    try {
      const whatsapp = make(number);
      running.set(number, whatsapp);
      await whatsapp.start(hearing(number, accept));
    } catch (error) {
      running.delete(number);
      log.error({ err: error, number }, 'WhatsApp number could not be started');
    }
  }

  function stop(number: number): void {
    const whatsapp = running.get(number);
    running.delete(number);
    const stopped = whatsapp!.stop().then(() => {
      // Until it was noticed, its session may have written something.
      if (!known.some(({ id }) => id === number)) book.remove(number);
    });
    stopping.add(stopped);
    void stopped
      .finally(() => stopping.delete(stopped))
      .catch((error) => log.error({ err: error }, 'WhatsApp number could not be stopped'));
  }

  /** Starts and stops what the book says. */
  async function follow(accept: Receive): Promise<void> {
    const before = known;
    known = book.list();
    if (before.some(({ id }) => !known.some((number) => number.id === id))) served.forget();
    const wanted = known.filter(({ paused }) => !paused).map(({ id }) => id);
    for (const id of running.keys()) if (!wanted.includes(id)) stop(id);
    await Promise.all(wanted.filter((id) => !running.has(id)).map((id) => start(id, accept)));
  }

  return {
    name: 'whatsapp',
    pace,
    idempotentSend: true,
    split,
    account: (chat) => `${numberOf(chat)}`,
    all: () => known.map((number) => viewOf(number, running.get(number.id))),
    trouble: () => troubleOf(known, running),
    counters: () => sum([...running.values()].map((whatsapp) => whatsapp.counters!())),
    lastContact: () => [...running.values()].flatMap((whatsapp) => whatsapp.lastContact() ?? []).sort()[0],
    async start(accept) {
      receive = accept;
      await follow(accept);
      timer = setInterval(() => {
        if (receive)
          follow(receive).catch((error) => log.error({ err: error }, 'WhatsApp numbers could not be read'));
      }, LOOK_MS).unref();
    },
    async send(message, key) {
      const number = numberOf(message.to);
      const whatsapp = number === undefined ? undefined : running.get(number);
      if (whatsapp) return await whatsapp.send(message, key);
      throw new SendError('not-sent', 'the WhatsApp number of this chat is paused', {
        retryAfterSeconds: PAUSED_RETRY_SECONDS,
      });
    },
    async stop() {
      receive = undefined;
      clearInterval(timer);
      await Promise.all([...[...running.values()].map((whatsapp) => whatsapp.stop()), ...stopping]);
    },
  };
}

/** Which number serves which chat, as the book has it: read once a chat. */
function createServed(book: NumberBook) {
  const read = new Map<ChatRef, number | undefined>();

  function by(chat: ChatRef): number | undefined {
    if (!read.has(chat)) read.set(chat, book.serving(chat));
    return read.get(chat);
  }

  return {
    by,
    /** Whether a number that hears from a chat serves it. Nobody's chat becomes its own; a private one does in any case. */
    claim(chat: ChatRef, number: number, known: readonly OwnNumber[]): boolean {
      const other = by(chat);
      if (other === number) return true;
      const isTaken = other !== undefined && known.some(({ id }) => id === other);
      if (isTaken && isGroup(jidOf(chat) ?? '')) return false;
      book.serve(chat, number);
      read.set(chat, number);
      return true;
    },
    leave(chat: ChatRef): void {
      book.leave(chat);
      read.delete(chat);
    },
    forget: (): void => read.clear(),
  };
}

/** A number with what its adapter says of it. */
export const viewOf = (number: OwnNumber, whatsapp: WhatsApp | undefined): NumberView => ({
  ...number,
  state: number.paused ? undefined : (whatsapp?.state() ?? { phase: 'connecting' }),
  caps: whatsapp?.counters?.().caps ?? [],
  repair: async () => whatsapp?.repair(),
});

/** What is wrong with each number; which one it is, where there are several. */
function troubleOf(known: readonly OwnNumber[], running: ReadonlyMap<number, WhatsApp>): string | undefined {
  if (running.size === 0)
    return known.every(({ paused }) => paused) ? 'every number is paused' : 'connecting';
  const troubles = [...running].flatMap(([id, whatsapp]) => {
    const trouble = whatsapp.trouble?.();
    return trouble === undefined ? [] : [known.length > 1 ? `number ${id}: ${trouble}` : trouble];
  });
  return troubles.length > 0 ? troubles.join('; ') : undefined;
}

/** What the numbers have counted together. */
const sum = (all: readonly AdapterCounters[]): AdapterCounters => ({
  unreadable: total(all.map(({ unreadable }) => unreadable)),
  devicesLeftOut: total(all.map(({ devicesLeftOut = 0 }) => devicesLeftOut)),
  caps: (['groups', 'strangers'] as const).flatMap((of) => {
    const caps = all.flatMap(({ caps: each = [] }) => each.filter((cap) => cap.of === of));
    const [cap, left] = [total(caps.map((each) => each.cap)), total(caps.map((each) => each.left))];
    return caps.length > 0 ? [{ of, cap, left }] : [];
  }),
});

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
