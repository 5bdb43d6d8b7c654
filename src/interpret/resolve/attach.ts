import type { Status } from '../../domain/units.ts';
import { isGroup, type Joint, type Part, type Predicate, type UnitGroup } from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';
import { combine, statusOf } from './combine.ts';
import { type Attached, joinSaid, withoutBracketed, withoutLeftOut } from './set-aside.ts';

type Side = 'left' | 'right' | 'either';

/** Statuses, and the groups around them: the run before each of them, and the one behind the last. */
interface Divided {
  readonly predicates: readonly Predicate[];
  readonly runs: readonly (readonly UnitGroup[])[];
}

const CLOSENESS: Readonly<Record<Joint, number>> = { bracket: 3, colon: 3, tight: 2, and: 1, comma: 0 };

/** On which side of a status its units stand: the side that is bound to it more closely. */
const sideOf = (said: Predicate, before: UnitGroup | undefined, after: UnitGroup | undefined): Side => {
  if (!after) return 'left';
  if (!before) return 'right';
  const [left, right] = [CLOSENESS[said.joint], CLOSENESS[after.joint]];
  return left === right ? 'either' : left > right ? 'left' : 'right';
};

/**
 * Decides the sides that closeness leaves open: a status needs units, so where its neighbour takes the only units
 * between them, it has to look the other way.
 */
const sidesOf = ({ predicates, runs }: Divided): Side[] => {
  const sides = predicates.map((said, at) => sideOf(said, runs[at]!.at(-1), runs[at + 1]![0]));
  const oneBetween = (index: number) => runs[index + 1]!.length === 1;
  for (let index = sides.length - 2; index >= 0; index--) {
    if (sides[index] === 'either' && sides[index + 1] === 'left' && oneBetween(index)) sides[index] = 'left';
  }
  for (let index = 1; index < sides.length; index++) {
    if (sides[index] === 'either' && sides[index - 1] === 'right' && oneBetween(index - 1))
      sides[index] = 'right';
  }
  return sides;
};

const statusSaid = ({ claims }: Predicate): Status | undefined => statusOf(combine(claims));

/** What naming a unit says of it. */
const BARE: Predicate = { is: 'said', claims: [{ says: 'berdiri' }], also: false, joint: 'tight' };

const isSame = (one: Predicate, other: Predicate): boolean =>
  statusSaid(one) !== undefined && statusSaid(one) === statusSaid(other);
const hold = (group: UnitGroup, claims: readonly Claim[] = []): Attached => ({
  group,
  claims,
  ambiguous: undefined,
});
const ambiguous = (group: UnitGroup, ...predicates: readonly Predicate[]): Attached => ({
  group,
  claims: [],
  ambiguous: predicates.flatMap((said) => statusSaid(said) ?? []),
});

/** Gives the groups between two statuses to one or the other; those that either could have are ambiguous. */
const between = (
  groups: readonly UnitGroup[],
  left: Predicate,
  leftSide: Side,
  right: Predicate,
  rightSide: Side,
): Attached[] => {
  if (isSame(left, right) || (leftSide === 'right' && rightSide === 'right'))
    return groups.map((group) => hold(group, left.claims));
  // "Apotek dan sisanya": what "dan" joins goes the same way.
  let cluster = 0;
  const clusters = groups.map(({ joint }, at) => {
    if (at > 0 && joint !== 'and') cluster++;
    return cluster;
  });
  // A status that looks this way has the group next to it, at least.
  const first = leftSide === 'right' ? 1 : 0;
  const last = rightSide === 'left' ? 1 : 0;
  const count = (clusters.at(-1) ?? -1) + 1;
  if (count < first + last) {
    // "Koperasi sudah terbentuk, klinik menyusul": the first is said of something else.
    const isOfOther = statusSaid(left) !== undefined && CLOSENESS[groups[0]!.joint] < CLOSENESS[right.joint];
    return groups.map((group) => {
      if (isOfOther) return hold(group, right.claims);
      // "Masih proses klinik dan gudang sudah jadi": each of one of them.
      const isShared = group.units.length > 1 && statusSaid(left) && statusSaid(right);
      return isShared ? ambiguous(group, left, right) : hold(group, [...left.claims, ...right.claims]);
    });
  }
  return groups.map((group, at) => {
    if (clusters[at]! < first) return hold(group, left.claims);
    return clusters[at]! >= count - last ? hold(group, right.claims) : ambiguous(group, left, right);
  });
};

const isNumbers = ({ byName, scope }: UnitGroup): boolean => !byName && scope === 'these';

/** How many groups are numbers that a comma sets apart from what follows: "1 5, klinik belum", but not "1, 5, 4 belum". */
const numbersApart = (groups: readonly UnitGroup[]): number => {
  const apart = groups.findIndex(
    (group, at) => group.joint === 'comma' && at > 0 && (group.byName || groups[at - 1]!.units.length > 1),
  );
  return apart > 0 && groups.slice(0, apart).every(isNumbers) ? apart : 0;
};

/** Where a list begins that names one of its units again, to tell of that one: "kantor, klinik, klinik belum", "kantor, klinik (klinik belum)". */
const namedAgain = (groups: readonly UnitGroup[]): number =>
  groups.findIndex(
    ({ units, scope, joint }, at) =>
      at > 0 &&
      scope === 'these' &&
      (joint === 'bracket' ||
        groups.slice(0, at).some((one) => one.units.some((unit) => units.includes(unit)))),
  );

/**
 * Groups before the first status: its own, unless it looks the other way and says more than naming them would. In
 * "kantor, sisanya belum" the rest is told apart from what is named, which stands, as numbers do before a plan for others.
 */
const leading = (groups: readonly UnitGroup[], said: Predicate, side: Side): Attached[] => {
  const rest = groups.findIndex(({ scope, joint }) => scope === 'rest' && joint !== 'and');
  const apart = numbersApart(groups);
  const status = statusSaid(said);
  const lacks = status === 'belum' || status === 'proses';
  const isPlan = said.claims.some(({ says }) => says === 'plan');
  const again = namedAgain(groups);
  return groups.map((group, at) => {
    if (at < again && !group.units.every((unit) => groups[again]!.units.includes(unit)))
      return ambiguous(group, said, BARE);
    if (at < (isPlan ? apart : lacks ? rest : 0)) return hold(group);
    if (at < apart && status !== 'berdiri') return ambiguous(group, said, BARE);
    return side !== 'right' || status === 'berdiri' ? hold(group, said.claims) : ambiguous(group, said, BARE);
  });
};

/**
 * Groups behind the last status: its own, or named after it, which comes to the same only for `berdiri`. "Kantor sudah,
 * yang lain …" says nothing of the others.
 */
const trailing = (
  groups: readonly UnitGroup[],
  said: Predicate,
  side: Side,
  before: readonly UnitGroup[],
): Attached[] =>
  groups.map((group) => {
    // "Semua sudah kantor dan kios": all units, or all of these.
    if (side === 'either' && before.at(-1)?.scope === 'all') return ambiguous(group, said, BARE);
    if (side === 'right' || group.joint === 'and') return hold(group, said.claims);
    if (group.scope === 'all' || group.scope === 'rest') return hold(group, []);
    return statusSaid(said) === 'berdiri' ? hold(group, said.claims) : ambiguous(group, said, BARE);
  });

const divide = (parts: readonly Part[]): Divided => {
  const predicates: Predicate[] = [];
  let run: UnitGroup[] = [];
  const runs = [run];
  for (const part of parts) {
    if (isGroup(part)) run.push(part);
    else {
      predicates.push(part);
      run = [];
      runs.push(run);
    }
  }
  return { predicates, runs };
};

/**
 * Tells which status holds for which units of a clause. A status reaches the units next to it, in either order; units
 * that two statuses could reach are ambiguous. A status without any unit is `unattached`.
 */
export const attach = (
  all: readonly Part[],
): { readonly held: readonly Attached[]; readonly unattached: readonly Predicate[] } => {
  const { rest: unbracketed, bracketed } = withoutBracketed(all);
  const { rest, leftOut } = withoutLeftOut(joinSaid(unbracketed));
  const divided = divide(joinSaid(rest));
  const { predicates, runs } = divided;
  if (runs.every((run) => run.length === 0))
    return { held: [...bracketed, ...leftOut], unattached: predicates };
  const sides = sidesOf(divided);
  const held = runs.flatMap((run, at) => {
    const [left, right] = [predicates[at - 1], predicates[at]];
    if (left && right) return between(run, left, sides[at - 1]!, right, sides[at]!);
    if (right) return leading(run, right, sides[at]!);
    return left ? trailing(run, left, sides[at - 1]!, runs[at - 1]!) : run.map((group) => hold(group));
  });
  return { held: [...held, ...bracketed, ...leftOut], unattached: [] };
};
