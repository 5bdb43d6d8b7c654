import type { DistrictCode, Instant, MessageRef, VillageCode } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import type { Row, Status } from '../domain/units.ts';
import type { Report } from '../store/ledger.ts';

/** A row that somebody wants written. */
export interface Wanted extends Row<VillageCode> {
  /** The unit was named without a status, or tapped once: this never lowers it. */
  readonly bare?: true;
  /** The status that its sender agreed to lower; counts only while the unit still has it. */
  readonly from?: Status;
  /** When it was said, where that is earlier than the rest of its message. */
  readonly saidAt?: Instant;
  /** What was recorded until then without a status of its own is lowered without a question. */
  readonly assumedUntil?: Instant;
  /** The sender's own message, where this answers the question that it led to: an edit of that one corrects it too. */
  readonly said?: MessageRef | undefined;
}

/** Messages that are said otherwise now: what they recorded is taken back first, as far as it was said until then. */
export interface Correction {
  readonly messages: readonly MessageRef[];
  readonly until: Instant;
}

export interface Source {
  /** The rows of one message are reversed together. */
  readonly message: MessageRef;
  readonly text: string | null;
  readonly corrects?: Correction | undefined;
  /** When it was said. */
  readonly at: Instant;
  /** When the question was asked that it answers: anything said since then is newer. */
  readonly askedAt?: Instant | undefined;
  readonly now: Instant;
}

export interface Recorded {
  readonly kind: 'recorded';
  /** `again`: the unit stood so already. */
  readonly written: readonly (Row<VillageCode> & { readonly again?: true })[];
  /** Not written: each would lower a unit, and waits for a yes. */
  readonly lowering: readonly (Row<VillageCode> & { readonly from: Status })[];
  /** Not written: the unit stands higher already, and was named without a status. */
  readonly kept: readonly Row<VillageCode>[];
  /** Written, but something newer was said about the unit, and holds. */
  readonly overtaken: readonly Row<VillageCode>[];
  /** Not written: the yes was for a status that the unit no longer has, or that was reported again since. */
  readonly outdated: readonly Row<VillageCode>[];
  /** Not written: a report that says so was taken back after this was said, or an edit repeats the one that was. */
  readonly takenBack: readonly Row<VillageCode>[];
  /** What an earlier version of the message had recorded, and this one has taken back. */
  readonly corrected: readonly Report[];
  /** How many units of each village that was named are established now. */
  readonly established: ReadonlyMap<VillageCode, number>;
}

/** What becomes of a row. */
export type Fate = keyof Omit<Recorded, 'kind' | 'corrected' | 'established'>;

export interface Denied {
  readonly kind: 'denied';
  readonly village: VillageCode;
}

/** The only writer of the ledger, within one transaction. */
export interface ReportWriter {
  /**
   * Writes rows into the ledger, for whatever was typed, pressed, replied, overheard or released: the only way in. Asks
   * `mayReport` for every row, also for those that a correction takes back, and writes none when one fails.
   */
  record(actor: Actor, rows: readonly Wanted[], source: Source): Recorded | Denied;
  /**
   * Takes back what messages recorded: the only way out of the ledger. One's own within a day while one may still
   * report for those villages, anything by the kecamatan's coordinators; and nothing of another kecamatan, even where the
   * group belonged to that one when it was reported.
   */
  reverse(
    actor: Actor,
    meant: Meant,
    district: DistrictCode,
    when: { readonly now: Instant; readonly said: Instant },
  ): Reversal;
}

/** Which reports are to be taken back: those that are meant of what messages recorded. */
export interface Meant {
  readonly messages: readonly MessageRef[];
  readonly isMeant: (row: Report) => boolean;
}

export type Reversal =
  | {
      readonly kind: 'reversed';
      readonly rows: readonly Report[];
      /** As a coordinator, not as the one who reported. */
      readonly byOffice: boolean;
    }
  /** `isOwn`: by who reported them, too late or without the role by now. */
  | { readonly kind: 'denied'; readonly isOwn: boolean }
  /** `nothing`: no row of the messages stands. `elsewhere`: they reported for villages of another kecamatan. */
  | { readonly kind: 'nothing' | 'elsewhere' };
