import type { Attachment, PlatformEvent } from '../adapters/adapter.ts';
import type { ChatRef, Instant, MessageRef, UserRef } from '../domain/ids.ts';
import type { Account } from '../domain/people.ts';
import type { Choice } from '../text/content.ts';
import type { Markup } from '../text/markup.ts';

export const BOT: Account = { refs: ['simulator:bot' as UserRef], name: 'Bot Koperasi' };

/** A message as the conversation shows it now. */
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
  /** Whose words it passes on. */
  readonly forwardedFrom?: string;
  /** What the bot answers with it: a message, or the press of a button. */
  readonly answers?: MessageRef;
}

/** A file of a message; its bytes are fetched by its id. */
export interface TranscriptFile {
  readonly id: number;
  readonly as: Attachment['as'];
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** What people and the bot have said, and the events that the bot has not accepted yet. */
export interface Transcript {
  person(ref: UserRef): Account | undefined;
  get(ref: MessageRef): TranscriptMessage | undefined;
  /** The message that was appended with this idempotency key. */
  findByKey(key: string): TranscriptMessage | undefined;
  /** Adds a message, and the event that tells the bot about it, in one commit. */
  append(
    message: Omit<TranscriptMessage, 'ref'>,
    more: { key?: string; event?: (ref: MessageRef) => PlatformEvent },
  ): TranscriptMessage;
  /** Changes a message, and adds the event that tells the bot about it, in one commit. */
  update(ref: MessageRef, change: Partial<TranscriptMessage>, event?: PlatformEvent): void;
  /** Stores a file. Throws RangeError if it names an upload that does not exist. */
  addFile(file: Attachment): TranscriptFile;
  /** Adds an event for the bot. */
  enqueue(event: PlatformEvent): void;
  /** The events that the bot has not accepted, oldest first. */
  pending(): readonly PlatformEvent[];
  /** Removes an event that the bot has accepted. */
  complete(event: PlatformEvent): void;
}

/** A message and its number in the order of changes. */
export interface ChangedMessage {
  readonly seq: number;
  readonly message: TranscriptMessage;
}

export interface StoredFile {
  readonly kind: Attachment['as'];
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A transcript on the disk, with the files, people and settings beside it. */
export interface StoredTranscript extends Transcript {
  /** The messages that were written or changed after this number, at most the last `limit`, in the order of writing. */
  changedSince(seq: number, limit?: number): readonly ChangedMessage[];
  people(): readonly Account[];
  addPerson(ref: UserRef, name: string): void;
  file(id: number): StoredFile | undefined;
  /** Why the bot did what it did with a message or a press, as JSON. */
  explanation(ref: MessageRef): string | undefined;
  saveExplanation(ref: MessageRef, explanation: string): void;
  getSetting(key: string): string | undefined;
  saveSetting(key: string, value: string): void;
  /** Calls back after every change of a message. */
  onChange(listener: (changed: ChangedMessage) => void): void;
  close(): void;
}
