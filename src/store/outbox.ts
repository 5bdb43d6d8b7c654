import type { AreaCode, ChatRef, Instant, MessageRef, OutboxId, UserRef } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Content } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';
import type { Db } from './db.ts';
import { type OutboxLookup, outboxLookup } from './outbox-lookup.ts';
import { type OutboxQueue, outboxQueue } from './outbox-queue.ts';
import type { PromptContext } from './prompt-context.ts';
import { type Undelivered, undelivered } from './undelivered.ts';
import { type Uploads, uploads } from './uploads.ts';

/**
 * Answers to reports and decisions, then to what somebody looks up, then to people without a role: to what they ask for or report in
 * their kecamatan before the rest.
 */
export type Priority = 'report' | 'lookup' | 'applicant' | 'stranger';

/** A message to be queued. */
export interface Outgoing {
  readonly to: ChatRef;
  readonly thread?: string | undefined;
  readonly content: Content;
  readonly context?: PromptContext | undefined;
  /** The only account whose press or answer counts, where it is meant for one person. */
  readonly asks?: UserRef | undefined;
  /** Whom it answers; what it says may repeat their words. */
  readonly sender?: UserRef | undefined;
  /** The message that this one answers; whatever that recorded can be reversed by replying to this. */
  readonly answers?: MessageRef | undefined;
  readonly quotes?: MessageRef | undefined;
  /** Shown instead of that message of ours. */
  readonly edits?: MessageRef | undefined;
  /** Stands for a plain confirmation where several are gathered: a line of its own, then lines that many have in common. */
  readonly brief?: Markup | undefined;
  /** The same for all its readers: it takes the place of what waits and says the same in the same place. */
  readonly shared?: true | undefined;
  /** What goes first where not everything can; reports by default. */
  readonly priority?: Priority | undefined;
  /** Sent by the schedule and not as an answer: it waits while quiet hours last, and is never sent again after an unknown outcome. */
  readonly scheduled?: true | undefined;
  /** The area that it tells of, where its chat is none of that area's groups; a group's own otherwise. */
  readonly area?: AreaCode | undefined;
}

export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed' | 'doubtful';

/** A row that waits to be sent: as much of it as its order and its time depend on. */
export interface Queued {
  readonly id: OutboxId;
  readonly chat: ChatRef;
  readonly thread: string | null;
  readonly scheduled: boolean;
  readonly priority: Priority;
  /** The message that it answers. */
  readonly answers: MessageRef | null;
  /** It may be gathered with others. */
  readonly brief: boolean;
  /** It says the same to all its readers: what is queued later takes no place of its own. */
  readonly shared: boolean;
  /** It loses nothing by waiting for others, or for its own next form. */
  readonly patient: boolean;
  /** The area that it is for: its time zone gives the quiet hours. */
  readonly area: AreaCode | null;
  /** It carries a file. */
  readonly file: boolean;
}

/** A row of the outbox, as delivery and replies need it. */
export interface Posted {
  readonly id: OutboxId;
  readonly chat: ChatRef;
  readonly thread: string | null;
  readonly scheduled: boolean;
  readonly priority: Priority;
  /** Undefined once it was blanked, and where it is malformed. */
  readonly content: Content | undefined;
  readonly context: PromptContext;
  readonly asks: UserRef | null;
  /** Whose message it answers. */
  readonly sender: UserRef | null;
  readonly answers: MessageRef | null;
  readonly quotes: MessageRef | null;
  readonly edits: MessageRef | null;
  readonly brief: Markup | null;
  readonly state: OutboxState;
  readonly tries: number;
  /** An earlier try may have arrived. */
  readonly doubted: boolean;
  /** Why the platform refused the last try that it refused. */
  readonly refusal: Refusal | null;
  readonly sentRef: MessageRef | null;
  readonly at: Instant;
  /** The area that its chat was linked to when it was queued, or that it tells of; null where there was none. */
  readonly area: AreaCode | null;
}

/** A row that is being sent. */
export interface ClaimedRow extends Posted {
  /** The forum topic of its chat in which somebody wrote last. */
  readonly lastThread: string | null;
  /** The bot was last told that it is not in its chat. */
  readonly isPaused: boolean;
  /** The area that its chat is linked to now. */
  readonly linkedTo: AreaCode | null;
}

/** A scheduled message that a group did not take. */
export interface Refused {
  readonly chat: ChatRef;
  readonly title: string;
  readonly at: Instant;
  readonly refusal: Refusal;
  /** It is still tried again. */
  readonly waits: boolean;
  readonly about: 'reminder' | 'recap' | 'other';
}

/** Messages on their way out, kept after delivery as what replies and presses refer to. */
export interface Outbox extends OutboxQueue, OutboxLookup, Undelivered, Uploads {}

export const outbox = (db: Db): Outbox => ({
  ...outboxQueue(db),
  ...outboxLookup(db),
  ...undelivered(db),
  ...uploads(db),
});
