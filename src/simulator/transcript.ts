import type { Attachment, PlatformEvent } from '../adapters/adapter.ts';
import type { ChatRef, Instant, MessageRef, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type { Choice } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';

/** The one group of a simulator; a person's own ref is their private chat with the bot. */
export const GROUP = 'simulator:grup' as ChatRef;
export const GROUP_TITLE = 'KDMP Kec. Bathin Solapan';

/** A message as it stands in the conversation now. */
export interface TranscriptMessage {
  readonly ref: MessageRef;
  readonly chat: ChatRef;
  readonly by: UserRef | 'bot' | 'anonymous';
  readonly name: string;
  readonly text: Markup;
  readonly at: Instant;
  readonly edited: boolean;
  readonly choices: readonly Choice[];
  readonly files: readonly TranscriptFile[];
  readonly quotes?: MessageRef;
}

/** A file of a message; its bytes are asked for by its id. */
export interface TranscriptFile {
  readonly id: number;
  readonly as: Attachment['as'];
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** The conversation, kept: what was said, and what the bot has not taken yet. */
export interface Transcript {
  person(ref: UserRef): Account | undefined;
  get(ref: MessageRef): TranscriptMessage | undefined;
  /** The message that was written under this key. */
  findByKey(key: string): TranscriptMessage | undefined;
  /** Adds a message, and the event that it is to the bot, in one commit. */
  append(
    message: Omit<TranscriptMessage, 'ref'>,
    more: { key?: string; event?: (ref: MessageRef) => PlatformEvent },
  ): TranscriptMessage;
  /** Changes a message, in the same way. */
  update(ref: MessageRef, change: Partial<TranscriptMessage>, event?: PlatformEvent): void;
  addFile(file: Attachment): TranscriptFile;
  /** Notes an event that the bot is to take; gives those it has not taken, the oldest first; crosses one off. */
  enqueue(event: PlatformEvent): void;
  pending(): readonly PlatformEvent[];
  complete(ref: MessageRef): void;
}
