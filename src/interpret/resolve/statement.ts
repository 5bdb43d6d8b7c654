import type { Status, Unit } from '../../domain/units.ts';
import type { Mention } from '../parse/lines.ts';
import type { UnitGroup } from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';
import type { Lead } from '../parse/segments.ts';
import type { AskReason } from '../types.ts';
import { combine, type Outcome, statusOf } from './combine.ts';

/** Units, and what is said of them. */
export interface Statement {
  readonly units: readonly Unit[];
  readonly scope: UnitGroup['scope'];
  readonly count: number | undefined;
  readonly byName: boolean;
  readonly claims: readonly Claim[];
  readonly outcome: Outcome;
  /** Nothing is said of them: they are only named. */
  readonly bare: boolean;
  /** Its status stands in brackets behind it: it is said of no other unit. */
  readonly bracketed: boolean;
  /** It stands in a list of what lacks: "yang belum:". */
  readonly lacking: boolean;
  /** Its status stands on a line of its own above it. */
  readonly governed: boolean;
  /** Its units were named for another village, and are meant here too. */
  readonly inherited: boolean;
  readonly left: UnitGroup['left'];
  readonly lead: Lead | undefined;
  readonly only: boolean;
  readonly doubt: AskReason | undefined;
  /** The statuses of which either could be meant. */
  readonly ambiguous: readonly Status[] | undefined;
  readonly villages: readonly Mention[];
  readonly line: number;
  readonly item: boolean;
  readonly hasUnknownWords: boolean;
  readonly unknownBesideUnit: boolean;
  /** Such words stand in it or before it: it may leave its units out of what they say. */
  readonly behindUnknownWords: boolean;
}

/** A status with no unit to it ("sudah pak"). */
export interface Unattached {
  readonly claims: readonly Claim[];
  readonly villages: readonly Mention[];
  /** "Belum ada", "nihil": where nothing else is said, it speaks of all units. */
  readonly nothing: boolean;
  /** It says that something is to be built or opened: "akan segera kami bangun". */
  readonly planned: boolean;
}

/** Units called by their names, one by one. */
export const isByName = ({ byName, scope }: Statement): boolean => byName && scope === 'these';

/** Units that do not stand yet. */
export const lacks = ({ outcome }: Statement): boolean => {
  const status = statusOf(outcome);
  return status === 'belum' || status === 'proses';
};

/** A statement of which something else is said. */
export const withClaims = (statement: Statement, claims: readonly Claim[]): Statement => ({
  ...statement,
  claims,
  bare: false,
  outcome: combine(claims),
});

/** Something said of villages. */
interface Named {
  readonly villages: readonly Mention[];
}

const isSameMention = (one: Mention, other: Mention | undefined): boolean =>
  one === other || one.join('\n') === other?.join('\n');

/** Whether two things are said of the same villages. */
export const sameVillages = (one: Named, other: Named): boolean =>
  one.villages === other.villages ||
  (one.villages.length === other.villages.length &&
    one.villages.every((mention, at) => isSameMention(mention, other.villages[at])));
