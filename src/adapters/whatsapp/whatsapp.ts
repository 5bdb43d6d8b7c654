import type { Agent } from 'node:https';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { proto, WAVersion } from '@whiskeysockets/baileys';
import type { Clock } from '../../domain/clock.ts';
import type { Instant, MessageRef } from '../../domain/ids.ts';
import type { Log } from '../../log.ts';
import { literal } from '../../text/markup.ts';
import {
  type Acknowledgement,
  type Cap,
  type ChatAdapter,
  type IncomingMessage,
  type PlatformEvent,
  type Rate,
  type Receive,
  SendError,
} from '../adapter.ts';
import { type KeyStore, loadAuth } from './auth.ts';
import { type ConnectionLimits, createConnection, type WhatsAppState } from './connection.ts';
import { contextIn, unwrap } from './content.ts';
import { createDecryption } from './decrypt.ts';
import { createDeviceSessions } from './device-sessions.ts';
import { split } from './encode.ts';
import { createGroups } from './groups.ts';
import { createKeyReset } from './key-reset.ts';
import { createPeople } from './people.ts';
import { listen } from './receive.ts';
import { bare, jidOf } from './refs.ts';
import { createSender, type Sender, type SendLimits, type SentMessages } from './send.ts';
import { silenceSignal } from './signal-log.ts';

export type { WhatsAppState } from './connection.ts';

export interface WhatsAppOptions {
  readonly keys: KeyStore;
  readonly sent: SentMessages;
  readonly secrets: MessageSecrets;
  readonly webSocketUrl?: string | undefined;
  readonly version?: WAVersion | undefined;
  /** The bot's own number, digits only, to be paired by a code that is typed into the phone. */
  readonly phone?: string | undefined;
  readonly pace: Rate | 'unlimited';
  readonly limits?: Partial<WhatsAppLimits>;
  readonly random?: () => number;
  readonly clock: Clock;
  readonly log: Log;
  /** Called whenever there is something new to show: a QR to scan, a session lost, a connection open. */
  readonly onState?: (state: WhatsAppState) => void;
  /** For uploads. */
  readonly fetchAgent?: Agent | undefined;
}

/** What edits of messages are sealed with, by the message; base64. */
interface MessageSecrets {
  get(ref: MessageRef): string | undefined;
  put(ref: MessageRef, secret: string, at: Instant): void;
}

export interface WhatsAppLimits extends ConnectionLimits, SendLimits {
  /** First and longest pause until an event is offered again that the store could not take. */
  readonly offerMs: readonly [number, number];
}

const LIMITS: WhatsAppLimits = {
  connectMs: 60_000,
  backoffMs: [1_000, 60_000],
  pauseMs: [700, 2_500],
  perDay: { groups: 700, strangers: 300 },
  ackMs: 20_000,
  offerMs: [1_000, 30_000],
};

/** Messages kept in memory so that an answer can quote them. */
const REMEMBERED = 200;

export interface WhatsApp extends ChatAdapter {
  state(): WhatsAppState;
  /** Has new keys made with every member's devices for the next message, for members who cannot read the bot's. */
  repair(): Promise<void>;
}

/** The bot on WhatsApp, as a linked device of an ordinary account. */
export function createWhatsApp(options: WhatsAppOptions): WhatsApp {
  const { keys, clock, log, random = Math.random } = options;
  const limits = { ...LIMITS, ...options.limits };
  const people = createPeople(keys);
  const keyReset = createKeyReset(keys, people);
  const groups = createGroups(
    () => connection?.socket(),
    () => performance.now(),
  );
  const sessions = createDeviceSessions(groups, () => performance.now(), log);
  const remembered = new Map<MessageRef, proto.IMessage>();
  const running = new Set<Promise<unknown>>();
  let connection: ReturnType<typeof createConnection> | undefined;
  let sender: Sender | undefined;
  let contact: Instant | undefined;
  let unreadable = 0;
  const stopping = new AbortController();

  const track = <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    const done = () => running.delete(work);
    work.then(done, done);
    return work;
  };

  const state = (): WhatsAppState => connection?.state() ?? { phase: 'connecting' };

  /** Offers an event until it is taken, which its answer need not wait for. */
  async function offer(event: PlatformEvent, receive: Receive, secret?: Uint8Array): Promise<void> {
    for (let wait = limits.offerMs[0]; ; wait = Math.min(wait * 2, limits.offerMs[1])) {
      try {
        const acknowledgement = await receive(event);
        if (secret && acknowledgement.correctable)
          options.secrets.put(event.ref, Buffer.from(secret).toString('base64'), clock());
        void track(acknowledge(event, acknowledgement));
        return;
      } catch (error) {
        if (stopping.signal.aborted) throw error;
        log.error({ err: error, kind: event.kind }, 'an event was not taken, offering it again');
        await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  /** An alert is said as a reply, best effort, once; a toast only repeats what the answer says. */
  async function acknowledge(event: PlatformEvent, { alert, toStranger }: Acknowledgement): Promise<void> {
    if (event.kind !== 'message' || !alert || !sender) return;
    const { ref, chat } = event;
    await sender
      .send(
        { to: chat, text: literal(alert), quotes: ref, ...(toStranger && { toStranger }) },
        `alert ${ref}`,
      )
      .catch((error) => log.info({ err: error }, 'a short answer was not sent'));
  }

  function remember(event: IncomingMessage, content: proto.IMessage | null | undefined): void {
    const shown = unwrap(content)?.content;
    if (event.chatKind === 'private')
      people.noteWriter(jidOf(event.chat)!, (shown && contextIn(shown)?.expiration) ?? 0);
    if (content) remembered.set(event.ref, content);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest) remembered.delete(oldest);
  }

  function secretOf(ref: MessageRef): Uint8Array | undefined {
    const kept = options.secrets.get(ref);
    return unwrap(remembered.get(ref))?.secret ?? (kept ? Buffer.from(kept, 'base64') : undefined);
  }

  return {
    name: 'whatsapp',
    pace: options.pace,
    trouble: () => troubleOf(state()) ?? capReached(sender?.caps() ?? []),
    idempotentSend: true,
    split,
    state,
    counters: () => ({ unreadable, devicesLeftOut: sessions.count(), caps: sender?.caps() ?? [] }),
    lastContact: () => (state().phase === 'open' ? contact : undefined),

    /** Resolves once the connection is being made: whether it is open, `state` says. */
    async start(receive) {
      silenceSignal();
      const baileys = await import('@whiskeysockets/baileys');
      const samePerson = (lid: string, phone: string) => {
        const refs = people.pair(lid, phone);
        const ref = `whatsapp:pair:${lid}:${phone}` as MessageRef;
        if (refs) track(offer({ kind: 'same-person', ref, refs, at: clock() }, receive)).catch(() => {});
      };
      const malformed = () => {
        unreadable += 1;
        log.error('a key of the WhatsApp session is malformed and is made anew');
      };
      const decryption = createDecryption(baileys, sessions);
      const made = createConnection({
        ...options,
        baileys,
        limits,
        random,
        webSocketUrl: options.webSocketUrl,
        version: options.version,
        fetchAgent: options.fetchAgent,
        phone: options.phone,
        onState: options.onState ?? (() => {}),
        auth: () =>
          loadAuth(baileys, keys, {
            pair: samePerson,
            newPhone: (jid) => keyReset.withoutGroupKeys([jid]),
            malformed,
          }),
        bind: (sock) =>
          listen(baileys, sock, {
            people,
            groups,
            keyReset,
            secretOf,
            log,
            decryption,
            event: (event, message) => {
              if (event.kind === 'message') remember(event, message.message);
              const secret = unwrap(message.message)?.secret;
              // What was not taken before the end is not acknowledged either, and comes again.
              return track(offer(event, receive, secret)).catch(() => new Promise<void>(() => {}));
            },
            frame: () => {
              contact = clock();
            },
            unreadable: () => {
              unreadable += 1;
            },
            acked: (node) => sender?.acked(node),
            closed: () => sender?.lost(),
          }),
        config: {
          makeSignalRepository: decryption.makeSignalRepository,
          shouldIgnoreJid: (jid) => jid.endsWith('@broadcast') || jid.endsWith('@newsletter'),
          getMessage: async ({ id }) => (id ? sender?.message(id) : undefined),
          cachedGroupMetadata: async (jid) => {
            const group = await groups.get(jid).catch(() => undefined);
            return (
              group && {
                ...group,
                participants: group.participants.filter(({ id }) => sessions.isListed(id)),
              }
            );
          },
        },
      });
      connection = made;
      sender = createSender({
        baileys,
        socket: made.socket,
        people,
        groups,
        sessions,
        sent: options.sent,
        recall: (ref) => remembered.get(ref),
        limits,
        random,
        clock,
        log,
      });
      void made.run().catch((error) => log.error({ err: error }, 'WhatsApp cannot go on'));
    },

    async send(message, key) {
      // At the start a message need not be tried again for being some tenths of a second too early.
      await connection?.attempted();
      if (!sender || stopping.signal.aborted) throw new SendError('not-sent', 'WhatsApp is not started');
      return await track(sender.send(message, key));
    },

    async repair() {
      const { id, lid } = connection?.socket()?.authState.creds.me ?? {};
      keyReset.renewAll([id, lid].flatMap((jid) => (jid ? bare(jid) : [])));
    },

    /** What is under way ends first: a message leaves before the keys that it used are on the disk. */
    async stop() {
      stopping.abort();
      connection?.giveUp();
      await Promise.allSettled([...running]);
      await connection?.stop();
    },
  };
}

const capReached = (caps: readonly Cap[]): string | undefined => {
  const reached = caps.find(({ of, left }) => of === 'groups' && left === 0);
  return reached && `the daily cap of ${reached.cap} messages is reached, they wait`;
};

const troubleOf = ({ phase, lostAt, until }: WhatsAppState): string | undefined => {
  if (phase === 'open') return undefined;
  if (until) return `${phase} until ${until}`;
  return lostAt ? `session lost ${lostAt}, to be paired anew` : phase;
};
