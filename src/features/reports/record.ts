import type { Instant, MessageRef, VillageCode } from '../../domain/ids.ts';
import type { Actor } from '../../domain/people.ts';
import { mayReport, reportingRole } from '../../domain/permissions.ts';
import { lowers, type Row, type Status } from '../../domain/units.ts';
import type { Store } from '../../store/store.ts';

/** A row that somebody wants written. */
export interface Wanted extends Row<VillageCode> {
  /** Named without a status or tapped once: never lowers anything. */
  readonly bare?: true;
  /** The status that its sender agreed to lower; counts only while the unit still has it. */
  readonly from?: Status;
}

export interface Source {
  /** What is recorded under one message is reversed together. */
  readonly message: MessageRef;
  readonly text: string | null;
  /** An earlier version of the message: what it recorded is taken back first. */
  readonly corrects?: MessageRef | undefined;
  /** When it was said. */
  readonly at: Instant;
  /** When it was asked for, where it answers a question: what was said since then is newer. */
  readonly askedAt?: Instant | undefined;
  readonly now: Instant;
}

export interface Recorded {
  readonly kind: 'recorded';
  readonly written: readonly Row<VillageCode>[];
  /** Not written: each would lower a unit, and waits for a yes. */
  readonly lowering: readonly (Row<VillageCode> & { readonly from: Status })[];
  /** Not written: stands as high already, and was named without a status. */
  readonly kept: readonly Row<VillageCode>[];
  /** Written, but something newer was said about it, which holds. */
  readonly overtaken: readonly Row<VillageCode>[];
  /** Not written: the yes was for a status that the unit no longer has, or that was reported again since. */
  readonly outdated: readonly Row<VillageCode>[];
}

export interface Denied {
  readonly kind: 'denied';
  readonly village: VillageCode;
}

/**
 * The only way into the ledger, for what is typed, pressed, replied, overheard or released. Asks `mayReport` for every
 * row, and writes none when one fails. Runs inside a transaction.
 */
export function record(
  store: Store,
  actor: Actor,
  rows: readonly Wanted[],
  source: Source,
): Recorded | Denied {
  const { person } = actor;
  const earlier = source.corrects ? store.ledger.ofMessage(source.corrects) : [];
  const denied = [...rows, ...earlier].find((row) => !mayReport(actor, row.village)) ?? rows[0];
  if (person === undefined || (denied && !mayReport(actor, denied.village)))
    return { kind: 'denied', village: denied!.village };

  if (source.corrects) store.ledger.reverse(source.corrects, source.now);
  // A message's text is kept once, beside the first of its rows.
  let text = source.text;
  const sorted: Sorted = { written: [], lowering: [], kept: [], overtaken: [], outdated: [] };
  for (const { village, unit, status, bare, from } of rows) {
    const row = { village, unit, status };
    const current = store.ledger.current(village, unit);
    const newest = !current || source.at >= current.at;
    const saidSince = current && source.askedAt !== undefined && current.at > source.askedAt;
    if (from !== undefined && (current?.status !== from || saidSince)) sorted.outdated.push(row);
    else if (newest && from === undefined && lowers(current?.status, status)) {
      if (bare) sorted.kept.push({ ...row, status: current!.status });
      else sorted.lowering.push({ ...row, from: current!.status });
    } else {
      const { at, now: recordedAt, message } = source;
      const { kind } = reportingRole(actor, village)!;
      store.ledger.add(village, unit, status, kind, { person, at, recordedAt, message, text });
      text = null;
      (newest ? sorted.written : sorted.overtaken).push(row);
    }
  }
  return { kind: 'recorded', ...sorted };
}

type Sorted = { [Fate in keyof Omit<Recorded, 'kind'>]: Recorded[Fate][number][] };
