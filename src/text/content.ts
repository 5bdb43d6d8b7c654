import type { RecapTable } from '../domain/progress.ts';
import type { Markup } from './markup.ts';

/** A button, and the command that pressing it stands for (exact grammar, codes instead of names). */
export interface Choice {
  readonly label: string;
  readonly command: string;
  /** The letter that it is replied to with, where its message was shown with other choices before. */
  readonly letter?: string;
}

/** What to say, not how it looks. Kept as JSON in the outbox; files are drawn at delivery. */
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
  /** What is said where the file cannot be sent, if that is more than the message's own words. */
  readonly instead?: Markup;
}
