import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyMessageContent, BinaryNode, proto, WASocket } from '@whiskeysockets/baileys';
import { addMs, type Clock, msBetween } from '../../domain/clock.ts';
import type { Instant } from '../../domain/ids.ts';
import { isObject, parseJson } from '../../domain/json.ts';
import type { Log } from '../../log.ts';
import { type Cap, type Sendable, SendError, type Sent } from '../adapter.ts';
import type { Baileys } from './auth.ts';
import { createComposer, type Recall } from './compose.ts';
import type { DeviceSessions } from './device-sessions.ts';
import { notDescribed, notSent, refusal } from './errors.ts';
import type { Groups } from './groups.ts';
import type { People } from './people.ts';
import { forgetKeys } from './receive.ts';
import { BOT, isGroup, jidOf, messageRef, partsOf } from './refs.ts';
import { baileysLog } from './signal-log.ts';

/** What was sent, by its id: for phones that ask again, and so that a message is repeated as the same message. */
export interface SentMessages {
  get(id: string): { readonly message: string; readonly at: Instant } | undefined;
  /** Keeps a message (JSON) under its id and the key that it was sent with; an id that is there already stays as it is. */
  put(id: string, key: string, chat: string, message: string, at: Instant, toStranger: boolean): void;
  /** How many were sent after that, to strangers or to all others. */
  since(at: Instant, toStranger: boolean): number;
}

export interface SendLimits {
  /** Random pause before a message: bots that answer at once are found out. */
  readonly pauseMs: readonly [number, number];
  /** Messages in 24 hours: to people without a role, and to all others, whom these can take nothing from. */
  readonly perDay: Readonly<Record<Cap['of'], number>>;
  /** Without an acknowledgement for so long, a message may or may not have arrived. */
  readonly ackMs: number;
}

export interface SenderOptions {
  readonly baileys: Baileys;
  readonly socket: () => WASocket | undefined;
  readonly people: People;
  readonly groups: Groups;
  readonly sessions: DeviceSessions;
  readonly sent: SentMessages;
  readonly recall: Recall;
  readonly limits: SendLimits;
  readonly random: () => number;
  readonly clock: Clock;
  readonly log: Log;
}

/** How one message goes out. */
interface Manner {
  /** Seconds until phones drop it. */
  readonly timer: number | undefined;
  readonly edit: boolean;
  readonly toStranger: boolean;
}

const DAY_MS = 86_400_000;
/** From that part of the daily cap on, the log warns of it. */
const NEAR_CAP = 0.8;
const CAP_RETRY_SECONDS = 900;
const OFFLINE_RETRY_SECONDS = 5;
/** Phones ignore a later edit. */
const EDITABLE_MS = 14 * 60_000;

type Ack = { readonly error: string | undefined } | 'lost';

export type Sender = ReturnType<typeof createSender>;

/** Sends messages, and knows of each whether the server took it. */
export function createSender(options: SenderOptions) {
  const { baileys, groups, people, sessions, sent, limits, log, clock } = options;
  const { proto } = baileys;
  const compose = createComposer(people, groups, options.recall);
  const waiting = new Map<string, (ack: Ack) => void>();
  const warned: Partial<Record<Cap['of'], string>> = {};

  /** Ours alone, and the same for every try: the session's identity and the outbox's key make the message's id. */
  function idOf(sock: WASocket, key: string): string {
    const hash = createHash('sha256').update(sock.authState.creds.signedIdentityKey.public).update(key);
    return `3EB0${hash.digest('hex').slice(0, 18).toUpperCase()}`;
  }

  function capOf(of: Cap['of']): Cap {
    const cap = limits.perDay[of];
    const used = sent.since(addMs(clock(), -DAY_MS), of === 'strangers');
    return { of, cap, left: Math.max(0, cap - used) };
  }

  function checkCap(of: Cap['of']): void {
    const { cap, left } = capOf(of);
    if (left <= cap * (1 - NEAR_CAP)) {
      const warning = left === 0 ? 'the daily cap is reached, messages wait' : 'close to the daily cap';
      const today = `${clock().slice(0, 10)} ${warning}`;
      if (warned[of] !== today) log.warn({ of, cap, left }, `WhatsApp messages in 24 hours: ${warning}`);
      warned[of] = today;
    }
    if (left === 0)
      throw new SendError('not-sent', 'the daily cap of messages is reached', {
        retryAfterSeconds: CAP_RETRY_SECONDS,
        capped: true,
      });
  }

  async function send(message: Sendable, key: string): Promise<Sent> {
    const chat = jidOf(message.to);
    if (!chat) throw new SendError('refused', 'not a chat of WhatsApp');
    if (!isGroup(chat) && !people.wroteFirst(chat))
      throw new SendError('refused', 'nobody is written to who has not written first');
    const sock = options.socket();
    if (!sock)
      throw new SendError('not-sent', 'WhatsApp is not connected', {
        retryAfterSeconds: OFFLINE_RETRY_SECONDS,
      });
    const toStranger = message.toStranger === true;
    checkCap(toStranger ? 'strangers' : 'groups');
    const [least, most] = limits.pauseMs;
    await sleep(least + (most - least) * options.random());
    if (isGroup(chat)) await groups.get(chat).catch((error) => Promise.reject(notDescribed(error)));
    const edited = editable(message);
    const contents = compose(message, chat, edited);
    const timer = isGroup(chat) ? groups.timer(chat) : people.timer(chat);
    const manner = { timer, edit: edited !== undefined, toStranger };
    for (const [i, content] of contents.entries())
      await one(sock, chat, key, idOf(sock, i === 0 ? key : `${key}.${i}`), content, manner);
    return { ref: edited ? message.edits! : messageRef(chat, BOT, idOf(sock, key)) };
  }

  /** The id of our message that can still be changed into this one: a text, and minutes old. */
  function editable({ edits, attachments }: Sendable): string | undefined {
    const parts = edits && partsOf(edits);
    const before = parts && parts.participant === BOT ? sent.get(parts.id) : undefined;
    if (!before || attachments?.length || msBetween(before.at, clock()) > EDITABLE_MS) return undefined;
    return keptMessage(before.message)?.extendedTextMessage ? parts!.id : undefined;
  }

  /** A message as it was kept; undefined where that is malformed. */
  function keptMessage(text: string | undefined): proto.IMessage | undefined {
    const value = parseJson(text);
    return isObject(value) ? proto.Message.fromObject(value) : undefined;
  }

  async function one(
    sock: WASocket,
    chat: string,
    key: string,
    id: string,
    content: AnyMessageContent,
    manner: Manner,
  ): Promise<void> {
    const message = await generate(sock, chat, key, id, content, manner);
    const ack = await relay(sock, chat, id, message, manner.edit);
    if (ack === 'lost') throw new SendError('unknown', 'no acknowledgement from WhatsApp');
    if (ack.error === undefined) return;
    // 479: a device of somebody is known by an old key; 421: the group has changed its addresses.
    if (ack.error !== '479' && ack.error !== '421') throw refusal(ack.error);
    groups.forget(chat);
    await forgetKeys(sock, chat);
    const second = await relay(sock, chat, id, message, manner.edit, false);
    if (second === 'lost') throw new SendError('unknown', 'no acknowledgement from WhatsApp');
    if (second.error !== undefined) throw refusal(second.error);
  }

  /** The message as it was the first time, or made now; kept before it leaves. */
  async function generate(
    sock: WASocket,
    chat: string,
    key: string,
    id: string,
    content: AnyMessageContent,
    { timer, toStranger }: Manner,
  ): Promise<proto.IMessage> {
    const before = keptMessage(sent.get(id)?.message);
    if (before) return before;
    try {
      const { message } = await baileys.generateWAMessage(chat, content, {
        logger: baileysLog(log),
        userJid: sock.user!.id,
        upload: sock.waUploadToServer,
        messageId: id,
      });
      if (timer) disappear(message!, timer);
      const kept = JSON.stringify(proto.Message.fromObject(message!).toJSON());
      sent.put(id, key, chat, kept, clock(), toStranger);
      return message!;
    } catch (error) {
      throw notSent(error);
    }
  }

  async function relay(
    sock: WASocket,
    chat: string,
    id: string,
    message: proto.IMessage,
    edit: boolean,
    useUserDevicesCache = true,
  ): Promise<Ack> {
    let timer: NodeJS.Timeout | undefined;
    const { promise: acked, resolve } = deferred<Ack>();
    waiting.set(id, resolve);
    try {
      const additionalAttributes = edit ? { edit: '1' } : {};
      await sessions.prepare(sock, chat, !useUserDevicesCache);
      await sock.relayMessage(chat, message, { messageId: id, additionalAttributes });
      timer = setTimeout(resolve, limits.ackMs, 'lost');
      return await acked;
    } catch (error) {
      throw notSent(error);
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  return {
    send,
    caps: (): readonly Cap[] => [capOf('groups'), capOf('strangers')],
    /** The server's word on a message of ours. */
    acked({ attrs }: BinaryNode): void {
      if (attrs.id) waiting.get(attrs.id)?.({ error: attrs.error });
    },
    /** The connection is gone: what was not acknowledged may have arrived. */
    lost(): void {
      for (const resolve of waiting.values()) resolve('lost');
    },
    /** For phones that could not read a message; never an empty one, which they would show. */
    message(id: string): proto.IMessage | undefined {
      const kept = sent.get(id);
      return keptMessage(kept?.message);
    },
  };
}

/** Has a message, or the new form of one, disappear with the others of its chat. */
function disappear(message: proto.IMessage, seconds: number): void {
  const shown = message.protocolMessage?.editedMessage ?? message;
  const part = shown.extendedTextMessage ?? shown.imageMessage ?? shown.documentMessage;
  if (part) part.contextInfo = { ...part.contextInfo, expiration: seconds };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
