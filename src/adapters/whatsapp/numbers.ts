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
  /** Makes the adapter of one number, which is used until that number is paused or removed. */
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
  let known: readonly OwnNumber[] = book.list();
  /** Of a number that is paused only what it knows is asked. */
  const sessions = new Map<number, WhatsApp>();
  const running = new Set<number>();
  const closing = new Map<number, Promise<void>>();
  const served = createServed(book, (chat) => known.find(({ id }) => sessionOf(id).wroteFirst(chat))?.id);
  let receive: Receive | undefined;
  let timer: NodeJS.Timeout | undefined;

  const numberOf = (chat: ChatRef): number | undefined =>
    served.by(chat) ?? known.find(({ paused }) => !paused)?.id;

  function sessionOf(number: number): WhatsApp {
    const session = sessions.get(number) ?? make(number);
    sessions.set(number, session);
    return session;
  }
  const open = (): readonly WhatsApp[] => [...running].map(sessionOf);

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
    running.add(number);
    try {
      await sessionOf(number).start(hearing(number, accept));
    } catch (error) {
      running.delete(number);
      sessions.delete(number);
      log.error({ err: error, number }, 'WhatsApp number could not be started');
    }
  }

  async function close(number: number): Promise<void> {
    const session = sessionOf(number);
    running.delete(number);
    sessions.delete(number);
    try {
      await session.stop();
      // Until it was noticed that a number is gone, its session may have written something.
      if (!known.some(({ id }) => id === number)) book.remove(number);
    } catch (error) {
      log.error({ err: error, number }, 'WhatsApp number could not be stopped');
    } finally {
      closing.delete(number);
    }
  }

  /** Starts and stops what the book says. One that is still being closed is started at a later look. */
  async function follow(accept: Receive): Promise<void> {
    const before = known;
    known = book.list();
    if (before.some(({ id }) => !known.some((number) => number.id === id))) served.forget();
    const wanted = known.filter(({ paused }) => !paused).map(({ id }) => id);
    for (const id of running) if (!wanted.includes(id)) closing.set(id, close(id));
    const fresh = wanted.filter((id) => !running.has(id) && !closing.has(id));
    await Promise.all(fresh.map((id) => start(id, accept)));
  }

  return {
    name: 'whatsapp',
    pace,
    idempotentSend: true,
    split,
    account: (chat) => `${numberOf(chat)}`,
    all: () => known.map((number) => viewOf(number, sessionOf(number.id))),
    trouble: () => troubleOf(known, sessionOf),
    counters: () => sum(open().map((session) => session.counters!())),
    lastContact: () =>
      open()
        .flatMap((session) => session.lastContact() ?? [])
        .sort()[0],
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
      if (number !== undefined && running.has(number)) return await sessionOf(number).send(message, key);
      throw new SendError('not-sent', 'the WhatsApp number of this chat is paused', {
        retryAfterSeconds: PAUSED_RETRY_SECONDS,
      });
    },
    async stop() {
      receive = undefined;
      clearInterval(timer);
      await Promise.all([...open().map((session) => session.stop()), ...closing.values()]);
    },
  };
}

/**
 * Which number serves which chat: of groups the book knows it. Of people nothing more is kept than each session has of them, under
 * a pseudonym: `writtenTo` gives a number that somebody has written to.
 */
function createServed(book: NumberBook, writtenTo: (chat: ChatRef) => number | undefined) {
  const found = new Map<ChatRef, number>();

  function by(chat: ChatRef): number | undefined {
    const number = found.get(chat) ?? (isGroupChat(chat) ? book.serving(chat) : writtenTo(chat));
    if (number !== undefined) found.set(chat, number);
    return number;
  }

  return {
    by,
    /** Whether a number that hears from a chat serves it. A private one does in any case, a group where no other does. */
    claim(chat: ChatRef, number: number, known: readonly OwnNumber[]): boolean {
      if (isGroupChat(chat)) {
        const other = by(chat);
        if (other !== number && known.some(({ id }) => id === other)) return false;
        if (other !== number) book.serve(chat, number);
      }
      found.set(chat, number);
      return true;
    },
    leave(chat: ChatRef): void {
      book.leave(chat);
      found.delete(chat);
    },
    forget: (): void => found.clear(),
  };
}

const isGroupChat = (chat: ChatRef): boolean => isGroup(jidOf(chat) ?? '');

/** A number with what its adapter says of it. */
export const viewOf = (number: OwnNumber, session: WhatsApp): NumberView => ({
  ...number,
  state: number.paused ? undefined : session.state(),
  caps: session.counters!().caps ?? [],
  repair: session.repair,
});

/** What is wrong with each number; which one it is, where there are several. */
function troubleOf(known: readonly OwnNumber[], sessionOf: (number: number) => WhatsApp): string | undefined {
  const active = known.filter(({ paused }) => !paused);
  if (active.length === 0) return 'every number is paused';
  const troubles = active.flatMap(({ id }) => {
    const trouble = sessionOf(id).trouble!();
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
