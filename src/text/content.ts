import type { AreaRecap } from '../domain/area-recap.ts';
import type { Pace } from '../domain/pace.ts';
import type { RecapTable } from '../domain/progress.ts';
import type { Markup } from './markup.ts';

/** A button, and the command that it sends when it is pressed, with codes instead of names. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  /** The letter to reply with, where the message was shown with other choices before. */
  readonly letter?: string;
  /** It has no letter: people reply with its words, which stay the same while the message gains and loses choices. */
  readonly inWords?: true;
}

/** What a message says; the adapter decides how it looks. Kept as JSON in the outbox; files are drawn shortly before it is claimed. */
export interface Content {
  readonly text: Markup;
  readonly choices?: readonly Choice[];
  /** Its choices are not shown any more: it was answered. A later answer in words still means them. */
  readonly answered?: true;
  /** How many letters this message has given to choices so far, in all its forms. */
  readonly letters?: number;
  readonly file?: FileContent;
}

export type FileContent = RecapFile | AreaFile | PaceFile | LettersFile;

export interface RecapFile {
  readonly as: 'png' | 'xlsx' | 'pdf';
  readonly recap: RecapTable;
  /** The text to send where the file cannot be sent, if it is not the message's own. */
  readonly instead?: Markup;
}

/**
 * The recap of an area above the kecamatan; `below`: what a workbook shows of the levels below its parts. It is kept apart from a
 * kecamatan's, whose name in the outbox earlier versions have written.
 */
export interface AreaFile {
  readonly as: 'png' | 'xlsx' | 'pdf';
  readonly area: AreaRecap;
  readonly below?: {
    /** The parts' own recaps. */
    readonly parts?: readonly AreaRecap[];
    /** The kecamatan of a kabupaten, with their villages. */
    readonly villages?: readonly RecapTable[];
  };
  readonly instead?: Markup;
}

/** How fast an area progresses, drawn. */
export interface PaceFile {
  readonly as: 'png';
  readonly pace: Pace;
  readonly instead?: Markup;
}

/** A page for each invitation, to hand over. */
export interface LettersFile {
  readonly as: 'pdf';
  readonly letters: readonly Letter[];
  readonly instead?: Markup;
}

export interface Letter {
  /** "Kecamatan Mandau". */
  readonly area: string;
  /** "Kabupaten Bengkalis". */
  readonly from: string;
  readonly code: string;
  /** The address that adds the bot to a group on Telegram and redeems the code there. */
  readonly link?: string;
  /** The address of the bot's number on WhatsApp. */
  readonly chat?: string;
  /** The last day on which the code is valid, "3 Desember 2026". */
  readonly until: string;
  /** Three lines: how to begin. */
  readonly steps: readonly string[];
}
