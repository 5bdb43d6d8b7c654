import type { ChatRef, Instant, MessageRef, PlatformName, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Choice, Content } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';

/** A mention of a person as the bot reads it: a name is its owner's choice, and no word of the sender's. */
export const MENTION_PLACEHOLDER = '@anggota';

/** What a message holds that is no text; `other`: a kind that is not known here. */
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
  /** Unique across platforms: the dedupe key. An edit has its own (message and edit date), so has a press. */
  readonly ref: MessageRef;
  /** The message that this one is the new version of. */
  readonly edits?: MessageRef;
  /** An edit whose new words cannot be read: it has none. */
  readonly unreadable?: true;
  /** Several photos of one album are one message. */
  readonly album?: string;
  readonly chat: ChatRef;
  readonly chatKind: 'private' | 'group';
  readonly chatTitle?: string;
  /** The forum topic it was written in. */
  readonly thread?: string;
  /** `anonymous`: an admin who writes in the group's name, or somebody in a channel's; may ask, never reports. */
  readonly sender: Account | 'anonymous';
  /** It is a channel in whose name an anonymous sender writes. */
  readonly asChannel?: true;
  /**
   * The sender's own words: a caption is the text, mentioned people's names and quotations are left out. A pressed button
   * arrives as the command it stands for. Empty for a photo without a word.
   */
  readonly text: string;
  readonly media?: MediaKind;
  /** The text is somebody else's, passed on: forwarded, written by another bot for the sender, or nothing but a quotation. */
  readonly forwarded?: true;
  /** A command to this bot, a reply to it, a mention of it (taken out of the text), or any private message. */
  readonly addressed: boolean;
  /** It names this bot: a command with its name behind it, or a mention. */
  readonly named?: true;
  /** The bot's message whose button was pressed. */
  readonly pressedOn?: MessageRef;
  readonly quotes?: Quote;
  readonly sentAt: Instant;
}

/** The message that is replied to. */
export interface Quote {
  readonly ref: MessageRef;
  readonly author?: Account;
  /** Its text as the sender saw it, which may be an earlier form of it. */
  readonly text?: string;
}

/** The bot came into a group, or came back. */
export interface Added {
  readonly kind: 'added';
  readonly ref: MessageRef;
  readonly chat: ChatRef;
  readonly chatTitle: string;
  /** False where the platform hides messages that are no command and no reply to the bot (Telegram's privacy mode). */
  readonly seesAll: boolean;
  readonly at: Instant;
}

/** What the bot is given to see in a group has changed, or may have: it became an admin, or is none any more. */
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

/** A group got a new id; messages sent under the old one are out of reach. */
export interface Migrated {
  readonly kind: 'migrated';
  readonly ref: MessageRef;
  readonly from: ChatRef;
  readonly to: ChatRef;
  readonly at: Instant;
}

/** Refs that were found to be one account. */
export interface SamePerson {
  readonly kind: 'same-person';
  readonly ref: MessageRef;
  readonly refs: readonly [UserRef, ...UserRef[]];
  readonly at: Instant;
}

export type PlatformEvent = IncomingMessage | Added | Rights | Removed | Migrated | SamePerson;

/** What a press is answered with at once, best effort: a toast passes, an alert waits to be closed. */
export interface Acknowledgement {
  readonly toast?: string;
  readonly alert?: string;
  /** Its sender may correct it: what the platform needs to read an edit of it is worth keeping. */
  readonly correctable?: true;
  /** They are for somebody without a role. */
  readonly toStranger?: true;
}

/** Resolves once the event is committed; a rejection means: not taken, offer it again. */
export type Receive = (event: PlatformEvent) => Promise<Acknowledgement>;

/** A file to send: its bytes, or the platform's id of the same bytes sent before. */
export interface Attachment {
  readonly as: 'picture' | 'document';
  readonly name: string;
  readonly type: string;
  readonly source: Uint8Array | { readonly uploaded: string };
}

/** One message as a platform gets it, within its limits (see `split`). */
export interface Sendable {
  readonly to: ChatRef;
  readonly thread?: string;
  /** The forum topic that was last spoken in: where to write when the other one is closed or gone. */
  readonly lastThread?: string;
  readonly text: Markup;
  readonly choices?: readonly Choice[];
  /** More than one: an album. The text is the first one's caption. */
  readonly attachments?: readonly Attachment[];
  /** It answers somebody without a role: nothing that others depend on may be used up by it. */
  readonly toStranger?: true;
  /** Whom the message asks for an answer in words. */
  readonly asks?: UserRef;
  readonly quotes?: MessageRef;
  /** The message that it answers, quoted or not. */
  readonly answers?: MessageRef;
  /** Show this instead of that earlier message; too old to be edited, it goes out as a new one. */
  readonly edits?: MessageRef;
}

export interface Sent {
  readonly ref: MessageRef;
  /** The platform's ids of the files sent, to send the same again without an upload. */
  readonly uploads?: readonly string[];
}

export interface ChatAdapter {
  readonly name: PlatformName;
  /** How fast it may send: messages a second over all chats, messages a minute in one group. */
  readonly pace: Rate | 'unlimited';
  /** A message sent again under the same key is the same message to those who get it: doubt is answered by repeating. */
  readonly idempotentSend?: true;
  start(receive: Receive): Promise<void>;
  /** Pure: the same content in pieces that fit the platform's limits, cut between lines; the choices go with the last. */
  split(content: Content): readonly Content[];
  /** Throws `SendError`. `key` is the same for every try of one outbox row. */
  send(message: Sendable, key: string): Promise<Sent>;
  /** Why it cannot work now, in a word or two for whoever runs it; undefined while it can. */
  trouble?(): string | undefined;
  /** What whoever runs it should know in numbers, for the health page and for Prometheus. */
  counters?(): AdapterCounters;
  /** When the platform's server last showed that events come in; undefined before the first time. */
  lastContact(): Instant | undefined;
  /** Takes no more events, waits for those under way. */
  stop(): Promise<void>;
}

export interface AdapterCounters {
  /** What came in and could not be read, since the start. */
  readonly unreadable: number;
  /** Devices that messages went past since the start, because the server gives no keys for them. */
  readonly devicesLeftOut?: number;
  /** How many messages may go out in 24 hours, and how many of these are left. */
  readonly caps?: readonly Cap[];
}

/** `strangers`: answers to people without a role; `groups`: all else. */
export interface Cap {
  readonly of: 'groups' | 'strangers';
  readonly cap: number;
  readonly left: number;
}

export interface Rate {
  readonly perSecond: number;
  readonly perMinuteInGroup: number;
}

/**
 * Why a message did not go out. `not-sent`: try again, after `retryAfterSeconds` where the platform said so; `refused`: the
 * platform said no (`refusal`, else `message`); `unknown`: it may have arrived. `movedTo`: the chat has this ref now.
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
 * A platform refuses the bot itself, and only its owner can change that. `token`: it is wrong or was revoked;
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
  readonly retryAfterSeconds?: number;
  /** It waits for a cap of its own, and others of its chat do not. */
  readonly capped?: true;
  readonly refusal?: Refusal;
  readonly movedTo?: ChatRef;
}
