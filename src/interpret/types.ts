import type { Status, Unit } from '../domain/units.ts';

/** A village of the kecamatan, under the code that reports carry and the name that people type. */
export interface Village {
  readonly code: string;
  readonly name: string;
}

/** A text and all that its meaning depends on. Who may report what is no part of it. */
export interface Message {
  readonly text: string;
  /** `addressed`: a reply to the bot, a command or a mention of it. `overheard`: anything else in the group. */
  readonly mode: 'addressed' | 'overheard';
  /** All villages of the kecamatan. */
  readonly villages: readonly Village[];
  /** Codes of the sender's own villages: a text that names none speaks of the only one. */
  readonly own: readonly string[];
  /** The village (code) of the checklist that this message replies to. */
  readonly about?: string;
  /** Units that the reminder replied to listed for a village (code): what "belum ada" and "sisanya" speak of. */
  readonly listed?: ReadonlyMap<string, readonly Unit[]>;
  /** Somebody else's words, passed on. */
  readonly forwarded?: boolean;
}

/** A unit with the status that it was reported to have. `bare`: it was named without any ("1 3 5"), so it must never lower one. */
export interface ReportedUnit {
  readonly unit: Unit;
  readonly status: Status;
  readonly bare?: true;
}

/** Why a unit that was named is not in the report: only planned, only asked about, only hearsay or conditional. */
export interface Withheld {
  readonly unit: Unit;
  readonly why: 'plan' | 'question' | 'hearsay';
}

/** Why the bot has to ask; each has a sentence of its own in the locale (`ask-<kind>`). */
export type AskReason =
  | { readonly kind: 'number'; readonly number: number } // no unit has this number; 1 to 7 exist
  | { readonly kind: 'which-unit'; readonly word: string; readonly units: readonly Unit[] }
  | { readonly kind: 'which-village'; readonly word?: string; readonly villages: readonly string[] } // codes; empty: none named
  | { readonly kind: 'unclear-villages' } // "kecuali Bumbung", "Petani atau Bumbung"
  | { readonly kind: 'no-unit' } // a status without a unit
  | { readonly kind: 'no-status'; readonly units: readonly Unit[] } // "sudah atau belum?"
  | { readonly kind: 'contradiction'; readonly unit: Unit; readonly statuses: readonly Status[] }
  | { readonly kind: 'plan'; readonly units: readonly Unit[] } // an intention, not a fact
  | { readonly kind: 'uncertain'; readonly units: readonly Unit[] } // hearsay, conditional, "sudah ada lahan"
  | { readonly kind: 'other-matter'; readonly words: readonly string[] } // NIB, akta, lahan: no unit
  | { readonly kind: 'forwarded' } // somebody else's words: are they this village's report?
  | { readonly kind: 'unclear' };

/** What a text says of one village. */
export interface VillageReport {
  /** The codes that its name fits: one; several where it cannot be told which; none where no village is named. */
  readonly villages: readonly string[];
  /** The name as it was typed. */
  readonly word?: string;
  readonly units: readonly ReportedUnit[];
  readonly withheld: readonly Withheld[];
  /** What has to be asked before anything of it may be written, in the order it was met. */
  readonly asks: readonly AskReason[];
  /** Answers to the first question, each as all that the village would report then. */
  readonly answers: readonly (readonly ReportedUnit[])[];
  /** Beyond doubt, so that it counts when nobody asked; what is addressed to the bot always is. */
  readonly certain: boolean;
}

/** What a text means, no matter who wrote it. */
export type Interpretation =
  | {
      readonly kind: 'report';
      /** One for each village that is spoken of. */
      readonly reports: readonly VillageReport[];
      /** A reposted list, a row for each village; `asOf` is the text of the time it carries. */
      readonly list?: { readonly asOf?: string };
      /** What else was told that is no unit's status, as it was typed: "NIB", "akta". */
      readonly otherMatters: readonly string[];
      /** Said to the bot, so that it may be asked about; so may what was said between people and is unsure in part only. */
      readonly addressed: boolean;
      /** Somebody else's words, passed on. */
      readonly forwarded: boolean;
      /** It names no unit that could be made out. */
      readonly vague: boolean;
    }
  | { readonly kind: 'none'; readonly why: 'courtesy' | 'question' | 'unchanged' | 'no-report' };
