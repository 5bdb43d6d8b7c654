import type { DistrictCode, Instant, LocalDate, UserRef, VillageCode } from './ids.ts';
import type { Status, Unit } from './units.ts';

/**
 * Text as the bot says it: plain text with `&amp; &lt; &gt;` escaped and the tags `<b>`, `<i>` and
 * `<mention ref="…">name</mention>`. A tag never spans a line, so that a text may be split at any line end.
 */
export type Markup = string & { readonly markup: unique symbol };

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

/** The state of a kecamatan at one moment; text, picture, sheet and page of that moment are made from it. */
export interface RecapTable {
  readonly district: {
    readonly code: DistrictCode;
    readonly name: string;
    /** "Kabupaten Bengkalis" or "Kota Dumai". */
    readonly regency: string;
    readonly province: string;
  };
  readonly asOf: Instant;
  /** IANA name of the kecamatan's zone, `Asia/Jakarta`. */
  readonly timeZone: string;
  readonly deadline: LocalDate;
  /** Whole days from the local date of `asOf` to the deadline; negative once it has passed. */
  readonly daysLeft: number;
  /** In the order of the villages' codes. */
  readonly villages: readonly RecapVillage[];
  /** The ledger, newest first, where the file shows it (xlsx). */
  readonly history?: readonly RecapHistory[];
  /** What was decided, newest first. */
  readonly acts?: readonly RecapAct[];
}

export interface RecapVillage {
  readonly code: VillageCode;
  readonly name: string;
  readonly kind: 'desa' | 'kelurahan';
  /** The status of each unit that was ever reported; a missing key is "belum lapor", not `belum`. */
  readonly units: Partial<Readonly<Record<Unit, Status>>>;
}

/** A decision in words: when, about which village (or the kecamatan), what, by which role. */
export interface RecapAct {
  readonly at: Instant;
  readonly area: string;
  readonly what: string;
  readonly by: string;
}

export interface RecapHistory {
  readonly at: Instant;
  readonly village: string;
  readonly unit: Unit;
  readonly status: Status;
  /** The reporter's role as people call it ("kepala desa"), never a name or a number. */
  readonly by: string;
  readonly reversed: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Any text, a name or a title, as markup that shows it letter by letter. */
export const literal = (text: string): Markup => text.replace(/[&<>]/g, (c) => ENTITIES[c]!) as Markup;

/** A mention that notifies that person where the platform can. `ref` belongs to the platform of the chat. */
export const mention = (ref: UserRef, name: string): Markup =>
  /["<>]/.test(ref)
    ? literal(name)
    : (`<mention ref="${ref}">${literal(name.replace(/\s+/g, ' '))}</mention>` as Markup);

export type Span =
  | { readonly kind: 'text'; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: 'mention'; readonly ref: UserRef; readonly text: string };

/** Markup as a row of spans with plain, unescaped text: what every renderer starts from. */
export function parseMarkup(markup: Markup): readonly Span[] {
  const spans: Span[] = [];
  let bold = false;
  let italic = false;
  let ref: UserRef | undefined;
  for (const part of markup.split(/(<\/?(?:b|i|mention)(?: ref="[^"<>]*")?>)/)) {
    if (part === '<b>' || part === '</b>') bold = part === '<b>';
    else if (part === '<i>' || part === '</i>') italic = part === '<i>';
    else if (part === '</mention>') ref = undefined;
    else if (part.startsWith('<mention ')) ref = part.slice('<mention ref="'.length, -2) as UserRef;
    else if (part !== '') {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      spans.push(ref ? { kind: 'mention', ref, text } : { kind: 'text', text, bold, italic });
    }
  }
  return spans;
}

/** Markup without its tags, as people see it on a platform that shows none. */
export const plain = (markup: Markup): string =>
  parseMarkup(markup)
    .map((span) => span.text)
    .join('');
