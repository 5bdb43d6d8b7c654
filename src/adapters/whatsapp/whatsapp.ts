import { performance } from 'node:perf_hooks';
import type { ChatRef } from '../../domain/ids.ts';
import { type Cap, type ChatAdapter, SendError } from '../adapter.ts';
import { createInFlight } from '../in-flight.ts';
import { assemble, type Parts, type Running } from './assemble.ts';
import type { WhatsAppState } from './connection-state.ts';
import { createDeviceSessions } from './device-sessions.ts';
import { split } from './encode.ts';
import { isGone } from './errors.ts';
import { createGroups } from './groups.ts';
import { createKeyReset } from './key-reset.ts';
import { createMemberships, type Memberships } from './memberships.ts';
import { LIMITS, type WhatsAppOptions } from './options.ts';
import { createPeople } from './people.ts';
import { createRecentMessages } from './recent-messages.ts';
import { bare, isGroup, jidOf } from './refs.ts';
import { silenceSignal } from './signal-log.ts';
import { quickenSignatures } from './signatures.ts';

export type { WhatsAppState } from './connection-state.ts';

export interface WhatsApp extends ChatAdapter {
  state(): WhatsAppState;
  /** Has new keys made with every member's devices for the next message, for members who cannot read the bot's. */
  repair(): Promise<void>;
  /** Whether the person of a private chat has written to this number: nobody else is written to. */
  wroteFirst(chat: ChatRef): boolean;
  /** Whether this number is known to be in a group. */
  isIn(chat: ChatRef): boolean;
  /** Whether it is known not to be in a group. */
  isOutOf(chat: ChatRef): boolean;
  /** Another of the bot's numbers hears who is no longer in a group: this one, where one of the addresses is its own. */
  left(chat: ChatRef, addresses: readonly string[]): void;
  /** Whether it is connected, and known to be in a group since. */
  hears(chat: ChatRef): boolean;
  /** Resolves when the present attempt to connect has led to something: a ban is told then, and not before. */
  attempted(): Promise<void>;
  /** Resolves when it is known in which groups this number is. */
  readonly groupsListed: Promise<void>;
}

/** The bot on WhatsApp, as a linked device of an ordinary account. */
export function createWhatsApp(options: WhatsAppOptions): WhatsApp {
  const stopping = new AbortController();
  let running: Running | undefined;
  const socket = () => running?.connection.socket();
  const parts = createParts(options, socket, stopping.signal);
  const caps = () => running?.sender.caps() ?? [];
  /** Those of the account that is connected. */
  function ownAddresses(): readonly string[] {
    const { id, lid } = socket()?.authState.creds.me ?? {};
    return [id, lid].flatMap((jid) => (jid ? bare(jid) : []));
  }
  const state = (): WhatsAppState => running?.connection.state() ?? { phase: 'connecting' };

  return {
    name: 'whatsapp',
    pace: options.pace,
    idempotentSend: true,
    split,
    state,
    trouble: () => troubleOf(state()) ?? capReached(caps()),
    counters: () => ({
      unreadable: parts.observed.unreadable,
      devicesLeftOut: parts.sessions.count(),
      retryRequests: parts.observed.retryRequests,
      caps: caps(),
    }),
    lastContact: () => (state().phase === 'open' ? parts.observed.lastFrame : undefined),

    /** Resolves once the connection is being made: whether it is open, `state` says. */
    async start(receive) {
      silenceSignal();
      await quickenSignatures();
      const baileys = await import('@whiskeysockets/baileys');
      if (stopping.signal.aborted) return;
      const { random = Math.random } = options;
      const limits = { ...LIMITS, ...options.limits };
      running = assemble(baileys, { ...options, random, limits }, parts, receive);
      void running.connection
        .run()
        .catch((error) => options.log.error({ err: error }, 'WhatsApp connection failed for good'));
    },

    async send(message, key) {
      // A message that comes some tenths of a second too early at the start waits here and need not be retried.
      await running?.connection.attempted();
      if (!running || stopping.signal.aborted) throw new SendError('not-sent', 'WhatsApp is not started');
      const sending = running.sender.send(message, key).catch((error: unknown) => {
        // Where that is not so, the next word from the group says so.
        if (isGone(error)) parts.memberships.left(jidOf(message.to)!);
        throw error;
      });
      return await parts.inFlight.track(sending);
    },

    wroteFirst(chat) {
      const jid = jidOf(chat);
      return jid !== undefined && parts.people.wroteFirst(jid);
    },

    ...placesOf(parts.memberships, ownAddresses),
    hears: (chat) => state().phase === 'open' && parts.memberships.isSurelyIn(jidOf(chat) ?? ''),
    attempted: async () => await running?.connection.attempted(),
    groupsListed: parts.memberships.listed,

    async repair() {
      parts.keyReset.renewAll(ownAddresses());
    },

    /** Waits for what is in flight before it closes: a message leaves before the keys that it used are on the disk. */
    async stop() {
      stopping.abort();
      running?.connection.giveUp();
      await parts.inFlight.settled();
      await running?.connection.stop();
    },
  };
}

/** In which groups a number is, as others ask and tell. */
function placesOf(
  memberships: Memberships,
  own: () => readonly string[],
): Pick<WhatsApp, 'isIn' | 'isOutOf' | 'left'> {
  function groupOf(chat: ChatRef): string | undefined {
    const jid = jidOf(chat);
    return jid !== undefined && isGroup(jid) ? jid : undefined;
  }
  return {
    isIn: (chat) => memberships.isIn(groupOf(chat) ?? ''),
    isOutOf(chat) {
      const group = groupOf(chat);
      return group !== undefined && memberships.isOutOf(group);
    },
    left(chat, addresses) {
      const group = groupOf(chat);
      if (group && own().some((address) => addresses.includes(address))) memberships.left(group);
    },
  };
}

function createParts(options: WhatsAppOptions, socket: Running['connection']['socket'], stop: AbortSignal) {
  const elapsed = () => performance.now();
  const people = createPeople(options.keys);
  const groups = createGroups(socket, elapsed);
  const parts: Parts = {
    people,
    groups,
    memberships: createMemberships(),
    keyReset: createKeyReset(options.keys, people),
    sessions: createDeviceSessions(groups, elapsed, options.log),
    recent: createRecentMessages(options.secrets),
    inFlight: createInFlight(),
    stop,
    observed: { unreadable: 0, retryRequests: 0 },
  };
  return parts;
}

function troubleOf({ phase, lostAt, until }: WhatsAppState): string | undefined {
  if (phase === 'open') return undefined;
  if (until) return `${phase} until ${until}`;
  return lostAt ? `session lost ${lostAt}, to be paired again` : phase;
}

function capReached(caps: readonly Cap[]): string | undefined {
  const reached = caps.find(({ of, left }) => of === 'groups' && left === 0);
  return reached && `the daily cap of ${reached.cap} messages is reached, they wait`;
}
