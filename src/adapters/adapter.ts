import type { ChatRef, Instant, MessageRef, PlatformName, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Choice, Content } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';

/**
 * Stands for a mention of a person in `IncomingMessage.text`. The shown name is left out: its owner chose it, so it is none of the
 * sender's words.
 */
export const MENTION_PLACEHOLDER = '@anggota';

/** The kind of a message's media; `other`: a kind that the adapter does not know. */
export type MediaKind =
  | 'photo'
  | 'video'
  | 'voice'
  | 'audio'
  | 'sticker'
  | 'document'
  | 'location'
  | 'contact'
  | 'poll'
  | 'other';

export interface IncomingMessage {
  readonly kind: 'message';
  /** The dedupe key, unique across platforms. An edit has its own (message and edit), and so has a press. */
  readonly ref: MessageRef;
  /** The message that this one is the new version of. */
  readonly edits?: MessageRef;
  /** When the message that an edit changes was sent, where the platform tells. */
  readonly firstSentAt?: Instant;
  /** An edit whose new words cannot be read. Its text is empty. */
  readonly unreadable?: true;
  /** The album's id: several photos of one album count as one message. */
  readonly album?: string;
  readonly chat: ChatRef;
  readonly chatKind: 'private' | 'group';
  readonly chatTitle?: string;
  /** The forum topic it was written in. */
  readonly thread?: string;
  /** `anonymous`: an admin who writes in the group's name, or somebody who writes in a channel's. */
  readonly sender: Account | 'anonymous';
  /** The anonymous sender writes in a channel's name. */
  readonly asChannel?: true;
  /**
   * The sender's own words, without quotations and the names of mentioned people. A caption is the text of its photo; a
   * pressed button arrives as the command that it stands for. Empty for a photo without a caption.
   */
  readonly text: string;
  /** What the chat shows of it, where that is more than `text`. A secret in it is known; nothing else is read from it. */
  readonly shown?: string;
  /**
   * Nobody says anything by it that the bot could answer: a command to another bot, what another bot or a channel posts, a notice, an
   * unknown kind. Only `shown` counts, and `text` is empty.
   */
  readonly onlyShown?: true;
  readonly media?: MediaKind;
  /** The text is somebody else's: forwarded, written by another bot for the sender, or nothing but a quotation. */
  readonly forwarded?: true;
  /** A command to this bot, a reply to it, a mention of it (which is taken out of the text), or any private message. */
  readonly addressed: boolean;
  /** It names this bot: a command with the bot's name, or a mention. */
  readonly named?: true;
  /** The bot's message whose button was pressed. */
  readonly pressedOn?: MessageRef;
  readonly quotes?: Quote;
  readonly sentAt: Instant;
}

/** The message that a message replies to. */
export interface Quote {
  readonly ref: MessageRef;
  /** The bot said it. */
  readonly ours?: true;
  /** Missing for a message of a bot or a channel, and for one that was passed on. */
  readonly author?: Account;
  /** It was passed on: its words are somebody else's. */
  readonly forwarded?: true;
  /** The text as the sender saw it, which may be an earlier version. */
  readonly text?: string;
}

/** The bot was added to a group, for the first time or again. */
export interface Added {
  readonly kind: 'added';
  readonly ref: MessageRef;
  readonly chat: ChatRef;
  readonly chatTitle: string;
  /** False where the platform gives the bot only commands and replies to it (Telegram's privacy mode). */
  readonly seesAll: boolean;
  readonly at: Instant;
}

/** Which messages the bot sees in a group has changed, or may have: it became an admin, or stopped being one. */
export interface Rights {
  readonly kind: 'rights';
  readonly ref: MessageRef;
  readonly chat: ChatRef;
  readonly chatTitle: string;
  readonly seesAll: boolean;
  readonly at: Instant;
}

/** The bot was removed from a chat, or blocked in it. */
export interface Removed {
  readonly kind: 'removed';
  readonly ref: MessageRef;
  readonly chat: ChatRef;
  readonly at: Instant;
}

/** A group got a new id. Messages that were sent under the old one can no longer be edited or quoted. */
export interface Migrated {
  readonly kind: 'migrated';
  readonly ref: MessageRef;
  readonly from: ChatRef;
  readonly to: ChatRef;
  readonly at: Instant;
}

/** Several refs belong to one account. */
export interface SamePerson {
  readonly kind: 'same-person';
  readonly ref: MessageRef;
  readonly refs: readonly [UserRef, ...UserRef[]];
  readonly at: Instant;
}

export type PlatformEvent = IncomingMessage | Added | Rights | Removed | Migrated | SamePerson;

/** What the adapter shows at once for an event, best effort. A toast disappears by itself, an alert waits to be closed. */
export interface Acknowledgement {
  readonly toast?: string;
  readonly alert?: string;
  /** The sender may correct the message later: the adapter keeps what it needs to read an edit of it. */
  readonly correctable?: true;
}

/**
 * Takes an event. Resolves once it is committed; only then may the adapter confirm it to its platform. A rejection means that the
 * event was not accepted: the adapter offers it again until it is, or leaves it unconfirmed at the stop, so that the platform
 * delivers it again. The same event may be offered any number of times; `ref` is what it is deduplicated by. Events of one
 * chat are offered in their order, without waiting for each other.
 */
export type Receive = (event: PlatformEvent) => Promise<Acknowledgement>;

/** A file to send: its bytes, or an id from `Sent.uploads` of the same bytes. */
export interface Attachment {
  readonly as: 'picture' | 'document';
  readonly name: string;
  readonly type: string;
  readonly source: Uint8Array | { readonly uploaded: string };
}

/** One message to send, within the platform's limits (see `ChatAdapter.split`). */
export interface Sendable {
  readonly to: ChatRef;
  readonly thread?: string;
  /** The forum topic where somebody last wrote: the fallback when `thread` is closed or deleted. */
  readonly lastThread?: string;
  readonly text: Markup;
  readonly choices?: readonly Choice[];
  /** More than one make an album. The text becomes the caption of the first. */
  readonly attachments?: readonly Attachment[];
  /** It answers somebody without a role, so that it must not use up what others depend on (`Cap`). */
  readonly toStranger?: true;
  /** The person whom the message asks for an answer in words. */
  readonly asks?: UserRef;
  /** The message to reply to. Left out where it is gone. */
  readonly quotes?: MessageRef;
  /** The message that this one answers, quoted or not. */
  readonly answers?: MessageRef;
  /** The bot's earlier message to replace. Where it cannot be edited any more, a new message is sent. */
  readonly edits?: MessageRef;
}

export interface Sent {
  /** Of an album: its first message. */
  readonly ref: MessageRef;
  /** The platform's ids of the files sent, in their order, to send them again without an upload. */
  readonly uploads?: readonly string[];
}

/**
 * A chat platform as the bot drives it. The app calls `start` once, then `send` any number of times, then `stop` once. An adapter
 * knows nothing of commands, districts and the database: it decodes events, encodes messages and names errors.
 */
export interface ChatAdapter {
  readonly name: PlatformName;
  /** The rate limit that the outbox keeps to, for each account. The adapter itself does not enforce it. */
  readonly pace: Rate | 'unlimited';
  /** All messages of 24 hours are counted, see `Cap`: nobody may use up too many of them. */
  readonly capped?: true;
  /**
   * `send` with the same key shows one message, however often it is called. A message with an unknown outcome is then simply sent
   * again; on other platforms the outbox has to weigh a second copy against none.
   */
  readonly idempotentSend?: true;
  /**
   * Which of the platform's accounts serves a chat, where it has several: the outbox paces each by itself. It may change while
   * messages wait.
   */
  account?(chat: ChatRef): string;
  /**
   * Begins to receive events. Resolves without waiting for the first one. Throws `PlatformUnusable` where only the owner can help.
   * It must not throw because the platform is unreachable for now: the adapter connects and reconnects by itself.
   */
  start(receive: Receive): Promise<void>;
  /**
   * Cuts content into pieces that fit the platform's limits, between lines; file and choices go with the last. Called before a
   * message is queued, and possibly again for every try: it must be pure and must not throw.
   */
  split(content: Content): readonly Content[];
  /**
   * Sends one message and resolves when the platform has accepted it. Called for one message of a chat at a time, for several chats
   * at once, also before `start` and while the platform is unreachable. `key` is the idempotency key: the same for every try of one
   * outbox row. Throws nothing but `SendError`. It must not retry what may have arrived; repeating is the outbox's decision.
   */
  send(message: Sendable, key: string): Promise<Sent>;
  /**
   * Marks somebody's message in a chat as recorded, at once and at most once; a press has no message. Left out where a reaction
   * costs as much as a message, or none are wanted. Best effort: may throw anything.
   */
  react?(chat: ChatRef, message: MessageRef): Promise<void>;
  /** Why the platform cannot work now, in a few words for the operator; undefined while it can. Called by health checks. */
  trouble?(): string | undefined;
  /** Numbers for the health page and for Prometheus. Called at every scrape: it must not ask the platform. */
  counters?(): AdapterCounters;
  /** When the platform's server last showed that events come in; undefined before the first time. Called by health checks. */
  lastContact(): Instant | undefined;
  /**
   * Takes no more events, waits for what is in flight and resolves when the connection is closed. It must not confirm an event
   * that was not accepted. The outbox stops after it: a message that comes late is sent still, or gets `not-sent`.
   */
  stop(): Promise<void>;
}

export interface AdapterCounters {
  /** Updates that could not be read, since the start. */
  readonly unreadable: number;
  /** Devices that were left out of messages since the start, because the server gives no keys for them. */
  readonly devicesLeftOut?: number;
  /** How often phones could not read a message and asked for it again, since the start. */
  readonly retryRequests?: number;
  /** The daily caps of messages. */
  readonly caps?: readonly Cap[];
}

/** How many messages may go out in 24 hours, and how many of them are left. `strangers`: answers to people without a role. */
export interface Cap {
  readonly of: 'groups' | 'strangers';
  readonly cap: number;
  readonly left: number;
}

/** Messages a second over all chats, and messages a minute in one group. */
export interface Rate {
  readonly perSecond: number;
  readonly perMinuteInGroup: number;
  /** Draws how many milliseconds pass before a message goes out in a chat; without it, none. */
  readonly pause?: () => number;
}

/**
 * Why a message did not go out. `not-sent`: it certainly did not arrive and may be retried; `refused`: the platform does not accept
 * this message; `unknown`: it may have arrived. The message of the error must not contain addresses, tokens or the text.
 */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly outcome: 'not-sent' | 'refused' | 'unknown';
  readonly detail: SendErrorDetail;
  constructor(outcome: SendError['outcome'], message: string, detail: SendErrorDetail = {}) {
    super(message);
    this.outcome = outcome;
    this.detail = detail;
  }
}

/**
 * The platform refuses the bot itself, and only its owner can change that. `token`: the token is wrong or was revoked;
 * `other-poller`: another process has used it for longer.
 */
export class PlatformUnusable extends Error {
  override readonly name = 'PlatformUnusable';
  readonly why: 'token' | 'other-poller';
  constructor(why: PlatformUnusable['why'], message: string) {
    super(message);
    this.why = why;
  }
}

interface SendErrorDetail {
  /** How long the platform asks to wait before a retry. */
  readonly retryAfterSeconds?: number;
  /** The message waits for a `Cap` of its own; other messages of its chat do not. */
  readonly capped?: true;
  readonly refusal?: Refusal;
  /** The chat has this ref now. */
  readonly movedTo?: ChatRef;
}
