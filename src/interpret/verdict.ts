import type { Status, Unit } from '../units.ts';

/** A village of the kecamatan, under the code that reports carry and the name that people type. */
export interface Village {
  readonly code: string;
  readonly name: string;
}

/** A message and all that its meaning depends on. */
export interface Message {
  readonly text: string;
  /** `addressed`: a reply to the bot, a command or a mention of it. `overheard`: anything else in the group. */
  readonly mode: 'addressed' | 'overheard';
  /** `camat` stands for all who report for every village of the kecamatan (camat, kasi); `villages`: codes of one's own. */
  readonly sender: { readonly role: 'kades' | 'camat' | 'none'; readonly villages: readonly string[] };
  readonly villages: readonly Village[];
  /** The village (code) of the checklist that this message replies to. */
  readonly about?: string;
  /** Units that the reminder replied to listed for a village (code): what "belum ada" and "sisanya" speak of. */
  readonly listed?: ReadonlyMap<string, readonly Unit[]>;
}

/** One understood unit. `bare`: named without any status ("1 3 5"), so it must never lower one. */
export interface Understood {
  readonly village: string;
  readonly unit: Unit;
  readonly status: Status;
  readonly bare?: true;
}

/** Why a unit that was named is not in the report: only planned, only asked about, only hearsay or conditional. */
export interface NotTaken {
  readonly village?: string;
  readonly unit: Unit;
  readonly why: 'plan' | 'question' | 'hearsay';
}

/** Why the bot has to ask; each has a sentence of its own in the locale (`ask-<kind>`). */
export type AskReason =
  | { readonly kind: 'number'; readonly number: number } // no unit has this number; 1 to 7 exist
  | { readonly kind: 'which-unit'; readonly word: string; readonly units: readonly Unit[] }
  | { readonly kind: 'which-village'; readonly word?: string; readonly villages: readonly string[] } // codes; empty: none named
  | { readonly kind: 'no-unit' } // a status without a unit
  | { readonly kind: 'no-status'; readonly units: readonly Unit[] } // "sudah atau belum?"
  | { readonly kind: 'contradiction'; readonly unit: Unit; readonly statuses: readonly Status[] }
  | { readonly kind: 'plan'; readonly units: readonly Unit[] } // an intention, not a fact
  | { readonly kind: 'uncertain'; readonly units: readonly Unit[] } // hearsay, conditional, "sudah ada lahan"
  | { readonly kind: 'other-matter'; readonly words: readonly string[] } // NIB, akta, lahan: no unit
  | { readonly kind: 'unclear' };

/** What a message means. A reader's choices for an `ask` are whole readings, each a report that one tap can send. */
export type Verdict =
  | {
      readonly kind: 'report';
      readonly reports: readonly Understood[];
      readonly notTaken: readonly NotTaken[];
      /** What else was told that is no unit's status: "nib", "akta". */
      readonly otherMatters: readonly string[];
      /** A reposted list: rows are diffed against the store; `asOf` is the text of the time it carries. */
      readonly list?: { readonly asOf?: string };
    }
  | {
      readonly kind: 'ask';
      readonly reason: AskReason;
      readonly understood: readonly Understood[];
      readonly readings: readonly (readonly Understood[])[];
    }
  | { readonly kind: 'refuse'; readonly village: string }
  | { readonly kind: 'none'; readonly why: 'courtesy' | 'question' | 'no-report' };
