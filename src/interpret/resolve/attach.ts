import type { Status } from '../../domain/units.ts';
import {
  isGroup,
  isPredicate,
  type Joint,
  type Part,
  type Predicate,
  type UnitGroup,
} from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';
import { combine } from './combine.ts';

/** A group of units with all that is said of it. */
export interface Attached {
  readonly group: UnitGroup;
  readonly claims: readonly Claim[];
  /** The statuses of which either could be meant for it. */
  readonly ambiguous: readonly Status[] | undefined;
  /** Its status stands in brackets behind it. */
  readonly bracketed?: true;
}

type Side = 'left' | 'right' | 'either';

/** Statuses, and the groups around them: the run before each of them, and the one behind the last. */
interface Divided {
  readonly predicates: readonly Predicate[];
  readonly runs: readonly (readonly UnitGroup[])[];
}

const CLOSENESS: Readonly<Record<Joint, number>> = { bracket: 3, colon: 3, tight: 2, and: 1, comma: 0 };

/** Puts statuses that stand side by side together: "sudah berdiri, belum buka" is said of the same units. */
const joinSaid = (parts: readonly Part[]): readonly Part[] => {
  if (!parts.some((part, at) => isPredicate(part) && isPredicate(parts[at - 1]))) return parts;
  const joined: Part[] = [];
  let claims: Claim[] = [];
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const ofTheNext = isGroup(next) && part.joint === 'comma' && next.joint !== 'comma' && joined.length > 1;
    if (isPredicate(part) && isPredicate(joined.at(-1)) && !ofTheNext) claims.push(...part.claims);
    else if (isPredicate(part)) {
      claims = [...part.claims];
      joined.push({ ...part, claims });
    } else joined.push(part);
  }
  return joined;
};

/** A group that is left out, with the units listed after it: "kecuali klinik, apotek, dan gudang". */
const listedFrom = (
  parts: readonly Part[],
  at: number,
): { readonly group: UnitGroup; readonly count: number } => {
  const first = parts[at] as UnitGroup;
  const listed = [first];
  for (
    let next = parts[at + 1];
    isGroup(next) && next.scope === 'these' && !next.left;
    next = parts[at + listed.length]
  ) {
    listed.push(next);
  }
  const doubt = listed.find((one) => one.doubt)?.doubt;
  const units = [...new Set(listed.flatMap((one) => one.units))];
  const group = { ...first, units, byName: listed.some(({ byName }) => byName), doubt };
  return { group, count: listed.length };
};

/**
 * Takes out the units that "kecuali", "tinggal" leave out. A status behind them is theirs if the others have one
 * already, or will have one; else it is that of the others.
 */
const withoutLeftOut = (
  parts: readonly Part[],
): { readonly rest: readonly Part[]; readonly leftOut: readonly Attached[] } => {
  if (!parts.some((part) => isGroup(part) && part.left)) return { rest: parts, leftOut: [] };
  const others = parts.some((part) => isGroup(part) && !part.left);
  const lastSaid = parts.findLastIndex(isPredicate);
  const rest: Part[] = [];
  const leftOut: Attached[] = [];
  let [hasGroup, hasSaid] = [false, false];
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]!;
    if (!isGroup(part) || !part.left) {
      rest.push(part);
      hasGroup ||= isGroup(part);
      hasSaid ||= isPredicate(part);
      at++;
      continue;
    }
    const { group, count } = listedFrom(parts, at);
    at += count;
    const [said, after] = [parts[at], parts[at + 1]];
    const saidAfter = isGroup(after) && lastSaid > at + 1;
    const own = isPredicate(said) && ((hasGroup && hasSaid) || saidAfter || (!others && !isGroup(after)));
    if (own) at++;
    // "Kecuali klinik, apotek proses": whether both are left out cannot be told.
    leftOut.push({ group, claims: own ? said.claims : [], ambiguous: own && count > 1 ? [] : undefined });
  }
  return { rest, leftOut };
};

/** "Klinik (proses izin)": a status in brackets is said of the unit just before it, and of no other. */
const withoutBracketed = (
  parts: readonly Part[],
): { readonly rest: readonly Part[]; readonly bracketed: readonly Attached[] } => {
  const rest: Part[] = [];
  const bracketed: Attached[] = [];
  for (const part of parts) {
    const group = rest.at(-1);
    if (
      !isPredicate(part) ||
      part.joint !== 'bracket' ||
      !isGroup(group) ||
      group.left ||
      group.scope !== 'these'
    ) {
      rest.push(part);
      continue;
    }
    rest.pop();
    // "Klinik dan apotek (belum)": of one or both.
    bracketed.push(
      group.byName && group.units.length > 1
        ? { group, claims: [], ambiguous: [] }
        : { group, claims: part.claims, ambiguous: undefined, bracketed: true },
    );
  }
  return { rest, bracketed };
};

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

const statusOf = (said: Predicate) => {
  const outcome = combine(said.claims);
  return outcome.is === 'status' ? outcome.status : undefined;
};

/** What naming a unit says of it. */
const BARE: Predicate = { is: 'said', claims: [{ says: 'berdiri' }], also: false, joint: 'tight' };

const isSame = (one: Predicate, other: Predicate): boolean =>
  statusOf(one) !== undefined && statusOf(one) === statusOf(other);
const hold = (group: UnitGroup, claims: readonly Claim[] = []): Attached => ({
  group,
  claims,
  ambiguous: undefined,
});
const ambiguous = (group: UnitGroup, ...predicates: readonly Predicate[]): Attached => ({
  group,
  claims: [],
  ambiguous: predicates.flatMap((said) => statusOf(said) ?? []),
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
    const isOfOther = statusOf(left) !== undefined && CLOSENESS[groups[0]!.joint] < CLOSENESS[right.joint];
    return groups.map((group) => hold(group, isOfOther ? right.claims : [...left.claims, ...right.claims]));
  }
  return groups.map((group, at) => {
    if (clusters[at]! < first) return hold(group, left.claims);
    return clusters[at]! >= count - last ? hold(group, right.claims) : ambiguous(group, left, right);
  });
};

/**
 * Groups before the first status: its own, unless it looks the other way and says more than naming them would. In
 * "kantor, sisanya belum" the rest is told apart from what is named, which stands.
 */
const leading = (groups: readonly UnitGroup[], said: Predicate, side: Side): Attached[] => {
  const rest = groups.findIndex(({ scope, joint }) => scope === 'rest' && joint !== 'and');
  const status = statusOf(said);
  const lacks = status === 'belum' || status === 'proses';
  return groups.map((group, at) => {
    if (lacks && at < rest) return hold(group);
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
    return statusOf(said) === 'berdiri' ? hold(group, said.claims) : ambiguous(group, said, BARE);
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
