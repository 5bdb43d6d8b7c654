import type { RecapTable } from '../domain/progress.ts';
import type { Markup } from './markup.ts';

/** A button, and the command that it sends when it is pressed, with codes instead of names. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  /** The letter to reply with, where the message was shown with other choices before. */
  readonly letter?: string;
}

/** What a message says; the adapter decides how it looks. Kept as JSON in the outbox; files are drawn at delivery. */
export interface Content {
  readonly text: Markup;
  readonly choices?: readonly Choice[];
  /** How many letters this message has given to choices so far, in all its forms. */
  readonly letters?: number;
  readonly file?: RecapFile;
}

export interface RecapFile {
  readonly as: 'png' | 'xlsx' | 'pdf';
  readonly recap: RecapTable;
  /** The text to send where the file cannot be sent, if it is not the message's own. */
  readonly instead?: Markup;
}
