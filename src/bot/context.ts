import type { IncomingMessage } from '../adapters/adapter.ts';
import type { DistrictScope, UpperScope } from '../domain/district.ts';
import type { AreaCode, Instant, LocalDate } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import type { Span, Week } from '../domain/weeks.ts';
import type { Chat } from '../store/chats.ts';
import type { Posted } from '../store/outbox.ts';
import type { MessageTx } from '../store/tx.ts';
import type { ReportWriter } from './report-writer.ts';
import type { Step } from './trace.ts';

/** Everything that a handler needs to answer one message. */
export interface MessageContext {
  readonly tx: MessageTx;
  /** Writes the ledger, which `tx` only reads. */
  readonly reports: ReportWriter;
  readonly settings: Settings;
  readonly actor: Actor;
  readonly message: IncomingMessage;
  /** The button was named in a reply rather than pressed. */
  readonly typed: boolean;
  /** It names a choice that is no longer what its reader saw. */
  readonly stale?: boolean;
  readonly now: Instant;
  readonly chat: Chat | undefined;
  /** Our own message whose button was pressed, or that is replied to. */
  readonly prompt: Posted | undefined;
  /** It was found without a reply to it: the sender's own words name no message. */
  readonly recalled?: boolean;
  /** In a private chat: the places that the message may mean (`place.ts`); where they are several, it is about none yet. */
  readonly places: readonly AreaCode[];
  /** The kecamatan that the message is about. */
  readonly here: DistrictScope | undefined;
  /** The kabupaten, province or nation that it is about, where it is about no kecamatan. */
  readonly above: UpperScope | undefined;
  /** The full week that a command which shows weeks is asked for; undefined for the present. */
  readonly week?: Week | undefined;
  /** The days that it is asked for, where they are no week; the week is then their last seven, if they are over. */
  readonly span?: Span | undefined;
  /** The times that it is to compare. */
  readonly compared?: readonly Span[];
  /** Notes a step, for an explanation of how the message was handled; missing where nobody asks for one. */
  readonly note?: (step: Step) => void;
}

/** A button was pressed, rather than named in a reply. */
export const isPress = ({ message, typed }: Pick<MessageContext, 'message' | 'typed'>): boolean =>
  message.pressedOn !== undefined && !typed;

/** When a message was said; a platform's clock that runs ahead does not count. */
export const saidAt = ({ message, now }: Pick<MessageContext, 'message' | 'now'>): Instant =>
  message.sentAt < now ? message.sentAt : now;

/** When a decision was said: an edit of one stands where its earlier form stood, and undoes nothing that was decided since. */
export const decidedAt = (context: Pick<MessageContext, 'tx' | 'message' | 'now'>): Instant =>
  (context.message.edits && context.tx.inbox.saidAt(context.message.edits)) ?? saidAt(context);

export interface DistrictContext extends MessageContext {
  readonly here: DistrictScope;
}

export interface UpperContext extends MessageContext {
  readonly above: UpperScope;
}

export interface Settings {
  /** The deadline that a kecamatan starts with; undefined: the next 15 May. */
  readonly deadline: LocalDate | undefined;
  /** Days before the deadline on which a reminder goes out. */
  readonly reminderDays: readonly number[];
  /** What the bot is called where groups add it, once the platform has told: "@kopdes_bot". */
  readonly groupAccount?: () => string | undefined;
  /** The address that adds the bot to a group and redeems a code there, once the platform has told the bot's name. */
  readonly groupLink?: (code: string) => string | undefined;
  /** The WhatsApp number (digits only) that groups of an area are to add; undefined while none is linked. Missing without WhatsApp. */
  readonly groupNumber?: (area: AreaCode) => string | undefined;
}
