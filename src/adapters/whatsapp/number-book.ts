import type { ChatRef } from '../../domain/ids.ts';

/** A number of this installation. */
export interface OwnNumber {
  readonly id: number;
  readonly name: string;
  readonly paused: boolean;
  /** WhatsApp kept it out the last time, or no phone is linked to it. */
  readonly barred: boolean;
}

/** Which numbers there are, and which of them serves a chat. Synchronous, and on the disk when a call returns. */
export interface NumberBook {
  /** The first added first. */
  list(): readonly OwnNumber[];
  bar(number: number, barred: boolean): void;
  serving(chat: ChatRef): number | undefined;
  serve(chat: ChatRef, number: number): void;
  /** The number that served a chat is no longer in it. */
  leave(chat: ChatRef): void;
  /** Drops what belongs to a number. */
  remove(number: number): void;
}
