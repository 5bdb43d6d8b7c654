import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyMessageContent, BinaryNode, proto, WASocket } from '@whiskeysockets/baileys';
import { type Clock, msBetween } from '../../domain/clock.ts';
import type { Log } from '../../log.ts';
import { type Cap, type Sendable, SendError, type Sent } from '../adapter.ts';
import { createAcks } from './acks.ts';
import type { Baileys } from './auth.ts';
import { createComposer, type Recall } from './compose.ts';
import { type CapLimits, createDailyCaps } from './daily-caps.ts';
import type { DeviceSessions } from './device-sessions.ts';
import { notDescribed, notSent } from './errors.ts';
import type { Groups } from './groups.ts';
import type { People } from './people.ts';
import { BOT, isGroup, jidOf, messageRef, partsOf } from './refs.ts';
import { type RelayOptions, relay } from './relay.ts';
import { messageIdFor, readSent, type SentMessages } from './sent-messages.ts';
import { baileysLog } from './signal-log.ts';

export interface SendLimits {
  readonly perDay: CapLimits;
  /** Without an acknowledgement for so long, the outcome of a message is unknown. */
  readonly ackMs: number;
  /** A file that is not uploaded by then is tried again later. */
  readonly uploadMs: number;
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

export interface Sender {
  /** Throws `SendError`. The same `key` sends the same message, even where `message` has changed since. */
  send(message: Sendable, key: string): Promise<Sent>;
  /** The daily caps, and what is left of them. */
  caps(): readonly Cap[];
  /** Takes the server's acknowledgement of a message of ours. */
  acked(node: BinaryNode): void;
  /** The connection has closed: messages that were not acknowledged may have arrived. */
  lost(): void;
  /**
   * A message of ours that was sent to that chat, for phones that could not read it; never an empty one, which they would show. Its id
   * is no secret: it follows from the number's public key.
   */
  messageIn(chat: string, id: string): proto.IMessage | undefined;
  /** Whether a number of ours sent that message to that chat in the last two weeks. */
  hasSent(chat: string, id: string): boolean;
  /** Whether a message of that chat is the bot's, as far as anything is known of it. */
  hasSaid(chat: string, id: string): boolean;
}

type Context = SenderOptions &
  RelayOptions & {
    readonly compose: ReturnType<typeof createComposer>;
    readonly caps: ReturnType<typeof createDailyCaps>;
  };

const OFFLINE_RETRY_SECONDS = 5;
/** Phones ignore a later edit. */
const EDITABLE_MS = 14 * 60_000;

/** Sends messages, and knows of each whether the server took it. */
export function createSender(options: SenderOptions): Sender {
  const { baileys, people, groups, sent, limits, clock, log } = options;
  const acks = createAcks();
  const context: Context = {
    ...options,
    acks,
    ackMs: limits.ackMs,
    compose: createComposer(people, groups, options.recall),
    caps: createDailyCaps(sent, limits.perDay, clock, log),
  };
  function hasSent(chat: string, id: string): boolean {
    const sentTo = sent.get(id)?.chat;
    return sentTo !== undefined && people.addresses(chat).includes(sentTo);
  }
  const saidTo = (address: string, id: string): boolean => sent.hasSaid(messageRef(address, BOT, id));
  return {
    send: (message, key) => send(message, key, context),
    caps: context.caps.all,
    acked: acks.acked,
    lost: acks.lost,
    messageIn: (chat, id) => (hasSent(chat, id) ? readSent(baileys, sent, id) : undefined),
    hasSent,
    hasSaid: (chat, id) => hasSent(chat, id) || people.addresses(chat).some((address) => saidTo(address, id)),
  };
}

async function send(message: Sendable, key: string, context: Context): Promise<Sent> {
  const { groups, people, compose } = context;
  const toStranger = message.toStranger === true;
  const chat = writableChat(message, people);
  const sock = context.socket();
  if (!sock)
    throw new SendError('not-sent', 'WhatsApp is not connected', {
      retryAfterSeconds: OFFLINE_RETRY_SECONDS,
    });
  context.caps.check(toStranger ? 'strangers' : 'groups');
  if (isGroup(chat)) await groups.get(chat).catch((error) => Promise.reject(notDescribed(error)));
  const edited = editable(message, sock, context);
  const timer = isGroup(chat) ? groups.timer(chat) : people.timer(chat);
  for (const [i, content] of compose(message, chat, edited).entries()) {
    const id = messageIdFor(sock, i === 0 ? key : `${key}.${i}`);
    const generated = await generate({ sock, chat, key, id, content, timer, toStranger }, context);
    await relay({ sock, chat, id, message: generated, isEdit: edited !== undefined }, context);
  }
  return { ref: edited ? message.edits! : messageRef(chat, BOT, messageIdFor(sock, key)) };
}

/** The chat's address. Throws for a person who never wrote: WhatsApp bans accounts that write to strangers. */
function writableChat({ to, answers }: Sendable, people: People): string {
  const chat = jidOf(to);
  if (!chat) throw new SendError('refused', 'not a chat of WhatsApp');
  // Somebody who has just been forgotten wrote too: it is their own request that is answered.
  const isAnswer = answers !== undefined && partsOf(answers)?.chat === chat;
  if (!isGroup(chat) && !isAnswer && !people.wroteFirst(chat))
    throw new SendError('refused', 'nobody is written to who has not written first');
  return chat;
}

/** The id of the message that can still be changed into this one: a text, minutes old, and sent by this very number. */
function editable(
  { edits, attachments }: Sendable,
  sock: WASocket,
  { baileys, sent, clock }: Context,
): string | undefined {
  const parts = edits && partsOf(edits);
  const before = parts && parts.participant === BOT ? sent.get(parts.id) : undefined;
  if (!before || attachments?.length || msBetween(before.at, clock()) > EDITABLE_MS) return undefined;
  if (messageIdFor(sock, before.key) !== parts!.id) return undefined;
  return readSent(baileys, sent, parts!.id)?.extendedTextMessage ? parts!.id : undefined;
}

interface Draft {
  readonly sock: WASocket;
  readonly chat: string;
  readonly key: string;
  readonly id: string;
  readonly content: AnyMessageContent;
  /** After how many seconds it disappears. */
  readonly timer: number | undefined;
  readonly toStranger: boolean;
}

/** The message as it was generated at the first try, or generated now and kept before it leaves. */
async function generate(draft: Draft, context: Context): Promise<proto.IMessage> {
  const { sock, chat, key, id, content, timer, toStranger } = draft;
  const { baileys, sent, limits, log } = context;
  const before = readSent(baileys, sent, id);
  if (before) return before;
  try {
    const generated = baileys.generateWAMessage(chat, content, {
      logger: baileysLog(log),
      userJid: sock.user!.id,
      upload: sock.waUploadToServer,
      mediaUploadTimeoutMs: limits.uploadMs,
      messageId: id,
    });
    const { message } = await within(limits.uploadMs, generated);
    if (timer) disappear(message!, timer);
    const json = JSON.stringify(baileys.proto.Message.fromObject(message!).toJSON(), withoutQuoted);
    sent.put(id, key, chat, json, context.clock(), toStranger);
    return message!;
  } catch (error) {
    throw notSent(error);
  }
}

/** What is kept quotes without the words: they are somebody's own, and may name anybody. */
const withoutQuoted = (key: string, value: unknown): unknown =>
  key === 'quotedMessage' ? { conversation: '…' } : value;

/** Rejects where work takes longer. Baileys notices an upload on which nothing moves, and not an answer that breaks off. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const tooLong = sleep(ms, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`not uploaded within ${ms} ms`);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    ended.abort();
  }
}

/** Makes a message, or the new form of one, disappear with the others of its chat. */
function disappear(message: proto.IMessage, seconds: number): void {
  const shown = message.protocolMessage?.editedMessage ?? message;
  const part = shown.extendedTextMessage ?? shown.imageMessage ?? shown.documentMessage;
  if (part) part.contextInfo = { ...part.contextInfo, expiration: seconds };
}
