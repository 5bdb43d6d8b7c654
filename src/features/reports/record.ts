import { msBetween } from '../../domain/clock.ts';
import {
  type DistrictCode,
  districtOf,
  type Instant,
  type MessageRef,
  type VillageCode,
} from '../../domain/ids.ts';
import type { Actor } from '../../domain/people.ts';
import { mayCoordinate, mayReport, reportingRole } from '../../domain/permissions.ts';
import { lowers, type Row, type Status } from '../../domain/units.ts';
import type { Ledger, Report, UnitStatus } from '../../store/ledger.ts';

/** A row that somebody wants written. */
export interface Wanted extends Row<VillageCode> {
  /** The unit was named without a status, or tapped once: this never lowers it. */
  readonly bare?: true;
  /** The status that its sender agreed to lower; counts only while the unit still has it. */
  readonly from?: Status;
}

export interface Source {
  /** The rows of one message are reversed together. */
  readonly message: MessageRef;
  readonly text: string | null;
  /** An earlier version of the message: what it recorded is taken back first. */
  readonly corrects?: MessageRef | undefined;
  /** When it was said. */
  readonly at: Instant;
  /** When the question was asked that it answers: anything said since then is newer. */
  readonly askedAt?: Instant | undefined;
  readonly now: Instant;
}

export interface Recorded {
  readonly kind: 'recorded';
  readonly written: readonly Row<VillageCode>[];
  /** Not written: each would lower a unit, and waits for a yes. */
  readonly lowering: readonly (Row<VillageCode> & { readonly from: Status })[];
  /** Not written: the unit stands higher already, and was named without a status. */
  readonly kept: readonly Row<VillageCode>[];
  /** Written, but something newer was said about the unit, and holds. */
  readonly overtaken: readonly Row<VillageCode>[];
  /** Not written: the yes was for a status that the unit no longer has, or that was reported again since. */
  readonly outdated: readonly Row<VillageCode>[];
}

export interface Denied {
  readonly kind: 'denied';
  readonly village: VillageCode;
}

function record(ledger: Ledger, actor: Actor, rows: readonly Wanted[], source: Source): Recorded | Denied {
  const { person } = actor;
  const earlier = source.corrects ? ledger.ofMessage(source.corrects) : [];
  const denied = [...rows, ...earlier].find((row) => !mayReport(actor, row.village));
  if (person === undefined || denied) return { kind: 'denied', village: (denied ?? rows[0])!.village };

  if (source.corrects) ledger.reverse(source.corrects, source.now);
  const { at, now: recordedAt, message } = source;
  // A message's text is kept once, beside the first of its rows.
  let { text } = source;
  const sorted: Sorted = { written: [], lowering: [], kept: [], overtaken: [], outdated: [] };
  for (const row of rows) {
    const { village, unit, status } = row;
    const current = ledger.current(village, unit);
    const fate = fateOf(row, current, source);
    if (fate === 'written' || fate === 'overtaken') {
      const { kind } = reportingRole(actor, village)!;
      ledger.add(village, unit, status, kind, { person, at, recordedAt, message, text });
      text = null;
    }
    if (fate === 'lowering') sorted.lowering.push({ village, unit, status, from: current!.status });
    else sorted[fate].push({ village, unit, status: fate === 'kept' ? current!.status : status });
  }
  return { kind: 'recorded', ...sorted };
}

type Fate = keyof Omit<Recorded, 'kind'>;
type Sorted = { [Each in Fate]: Recorded[Each][number][] };

/** What becomes of a row, given how its unit stands. */
function fateOf({ status, bare, from }: Wanted, current: UnitStatus | undefined, source: Source): Fate {
  const newest = !current || source.at >= current.at;
  if (from !== undefined) {
    const saidSince = current && source.askedAt !== undefined && current.at > source.askedAt;
    if (current?.status !== from || saidSince) return 'outdated';
  } else if (newest && lowers(current?.status, status)) return bare ? 'kept' : 'lowering';
  return newest ? 'written' : 'overtaken';
}

/** The only writer of the ledger, within one transaction. */
export interface ReportWriter {
  /**
   * Writes rows into the ledger, for whatever was typed, pressed, replied, overheard or released: the only way in. Asks
   * `mayReport` for every row, also for those that a correction takes back, and writes none when one fails.
   */
  record(actor: Actor, rows: readonly Wanted[], source: Source): Recorded | Denied;
  /**
   * Takes back all that messages recorded: the only way out of the ledger. One's own within a day while one may still
   * report for those villages, anything by the kecamatan's coordinators; and nothing of another kecamatan, even where the
   * group belonged to that one when it was reported.
   */
  reverse(actor: Actor, messages: readonly MessageRef[], district: DistrictCode, now: Instant): Reversal;
}

export const reportWriter = (ledger: Ledger): ReportWriter => ({
  record: (actor, rows, source) => record(ledger, actor, rows, source),
  reverse: (actor, messages, district, now) => reverse(ledger, actor, messages, district, now),
});

/** For so long people can take back their own reports; later only camat and kasi can. */
export const OWN_REVERSAL_MS = 24 * 3_600_000;

export type Reversal =
  | {
      readonly kind: 'reversed';
      readonly rows: readonly Report[];
      /** As a coordinator, not as the one who reported. */
      readonly byOffice: boolean;
    }
  /** `nothing`: no row of the messages stands. `elsewhere`: they reported for villages of another kecamatan. */
  | { readonly kind: 'nothing' | 'elsewhere' | 'denied' };

function reverse(
  ledger: Ledger,
  actor: Actor,
  messages: readonly MessageRef[],
  district: DistrictCode,
  now: Instant,
): Reversal {
  const rows = messages.flatMap((message) => ledger.ofMessage(message));
  if (rows.length === 0) return { kind: 'nothing' };
  if (rows.some(({ village }) => districtOf(village) !== district)) return { kind: 'elsewhere' };
  const own = rows.every(
    ({ person, village, recordedAt }) =>
      person === actor.person && msBetween(recordedAt, now) <= OWN_REVERSAL_MS && mayReport(actor, village),
  );
  if (!own && !mayCoordinate(actor, district)) return { kind: 'denied' };
  const reversed = messages.flatMap((message) => ledger.reverse(message, now));
  return { kind: 'reversed', rows: reversed, byOffice: !own };
}
