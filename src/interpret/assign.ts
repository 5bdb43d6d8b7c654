import type { Status } from '../units.ts';
import { type Group, isGroup, isSaid, type Joint, type Part, type Said } from './draft.ts';
import type { Claim } from './heads.ts';
import { settle } from './settle.ts';

/** A group of units with all that is said of it. */
export interface Held {
  readonly group: Group;
  readonly claims: readonly Claim[];
  /** The statuses of which either could be meant for it. */
  readonly torn?: readonly Status[];
}

type Side = 'left' | 'right' | 'either';

const CLOSENESS: Readonly<Record<Joint, number>> = { colon: 3, tight: 2, and: 1, comma: 0 };

/** Puts statuses that stand side by side together: "sudah berdiri, belum buka" is said of the same units. */
const joinSaid = (parts: readonly Part[]): Part[] => {
  const joined: Part[] = [];
  let claims: Claim[] = [];
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    const ofTheNext = isGroup(next) && part.joint === 'comma' && next.joint !== 'comma' && joined.length > 1;
    if (isSaid(part) && isSaid(joined.at(-1)) && !ofTheNext) claims.push(...part.claims);
    else if (isSaid(part)) {
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
): { readonly group: Group; readonly count: number } => {
  const first = parts[at] as Group;
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
  const group = { ...first, units, byName: listed.some(({ byName }) => byName), ...(doubt && { doubt }) };
  return { group, count: listed.length };
};

/**
 * Takes out the units that "kecuali", "tinggal" leave out. A status behind them is theirs if the others have one
 * already, or will have one; else it is that of the others.
 */
const withoutLeftOut = (
  parts: readonly Part[],
): { readonly rest: readonly Part[]; readonly leftOut: readonly Held[] } => {
  const others = parts.some((part) => isGroup(part) && !part.left);
  const lastSaid = parts.findLastIndex(isSaid);
  const rest: Part[] = [];
  const leftOut: Held[] = [];
  let [hasGroup, hasSaid] = [false, false];
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]!;
    if (!isGroup(part) || !part.left) {
      rest.push(part);
      hasGroup ||= isGroup(part);
      hasSaid ||= isSaid(part);
      at++;
      continue;
    }
    const { group, count } = listedFrom(parts, at);
    at += count;
    const [said, after] = [parts[at], parts[at + 1]];
    const saidAfter = isGroup(after) && lastSaid > at + 1;
    const own = isSaid(said) && ((hasGroup && hasSaid) || saidAfter || (!others && !isGroup(after)));
    if (own) at++;
    // "Kecuali klinik, apotek proses": whether both are left out cannot be told.
    leftOut.push({ group, claims: own ? said.claims : [], ...(own && count > 1 && { torn: [] }) });
  }
  return { rest, leftOut };
};

/** On which side of a status its units stand: the side that is bound to it more closely. */
const sideOf = (parts: readonly Part[], at: number): Side => {
  const [before, after] = [parts[at - 1], parts[at + 1]];
  if (!isGroup(after)) return 'left';
  if (!isGroup(before)) return 'right';
  const [left, right] = [CLOSENESS[parts[at]!.joint], CLOSENESS[after.joint]];
  return left === right ? 'either' : left > right ? 'left' : 'right';
};

/**
 * Decides the sides that closeness leaves open: a status needs units, so where its neighbour takes the only units
 * between them, it has to look the other way.
 */
const sidesOf = (parts: readonly Part[], saidAt: readonly number[]): Side[] => {
  const sides = saidAt.map((at) => sideOf(parts, at));
  const oneBetween = (index: number) => saidAt[index + 1]! - saidAt[index]! === 2;
  for (let index = sides.length - 2; index >= 0; index--) {
    if (sides[index] === 'either' && sides[index + 1] === 'left' && oneBetween(index)) sides[index] = 'left';
  }
  for (let index = 1; index < sides.length; index++) {
    if (sides[index] === 'either' && sides[index - 1] === 'right' && oneBetween(index - 1))
      sides[index] = 'right';
  }
  return sides;
};

const statusOf = (said: Said) => {
  const settled = settle(said.claims);
  return settled.is === 'status' ? settled.status : undefined;
};

/** What naming a unit says of it. */
const BARE: Said = { is: 'said', claims: [{ says: 'berdiri' }], joint: 'tight' };

const isSame = (one: Said, other: Said): boolean =>
  statusOf(one) !== undefined && statusOf(one) === statusOf(other);
const held = (group: Group, ...saids: readonly Said[]): Held => ({
  group,
  claims: saids.flatMap(({ claims }) => claims),
});
const torn = (group: Group, ...saids: readonly Said[]): Held => ({
  group,
  claims: [],
  torn: saids.flatMap((said) => statusOf(said) ?? []),
});

/** Gives the groups between two statuses to one or the other; those that either could have are torn. */
const between = (
  groups: readonly Group[],
  left: Said,
  leftSide: Side,
  right: Said,
  rightSide: Side,
): Held[] => {
  if (isSame(left, right) || (leftSide === 'right' && rightSide === 'right'))
    return groups.map((group) => held(group, left));
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
  if (count < first + last) return groups.map((group) => held(group, left, right));
  return groups.map((group, at) => {
    if (clusters[at]! < first) return held(group, left);
    return clusters[at]! >= count - last ? held(group, right) : torn(group, left, right);
  });
};

/**
 * Groups before the first status: its own, unless it looks the other way and says more than naming them would. In
 * "kantor, sisanya belum" the rest is told apart from what is named, which stands.
 */
const leading = (groups: readonly Group[], said: Said, side: Side): Held[] => {
  const rest = groups.findIndex(({ scope, joint }) => scope === 'rest' && joint !== 'and');
  const lacks = statusOf(said) === 'belum' || statusOf(said) === 'proses';
  return groups.map((group, at) => {
    if (lacks && at < rest) return held(group);
    return side !== 'right' || statusOf(said) === 'berdiri' ? held(group, said) : torn(group, said, BARE);
  });
};

/** Groups behind the last status: its own, or named after it, which comes to the same only for `berdiri`. */
const trailing = (groups: readonly Group[], said: Said, side: Side): Held[] =>
  groups.map((group) =>
    side === 'right' || group.joint === 'and' || statusOf(said) === 'berdiri'
      ? held(group, said)
      : torn(group, said, BARE),
  );

/**
 * Tells which status holds for which units of a clause. A status reaches the units next to it, in either order; units
 * that two statuses could reach are torn. A status without any unit is `loose`.
 */
export const assign = (
  all: readonly Part[],
): { readonly held: readonly Held[]; readonly loose: readonly Said[] } => {
  const { rest, leftOut } = withoutLeftOut(joinSaid(all));
  const parts = joinSaid(rest);
  const saidAt = parts.flatMap((part, at) => (isSaid(part) ? [at] : []));
  const saids = parts.filter(isSaid);
  const groups = parts.filter(isGroup);
  if (groups.length === 0) return { held: leftOut, loose: saids };
  if (saids.length === 0) return { held: [...groups.map((group) => held(group)), ...leftOut], loose: [] };
  const sides = sidesOf(parts, saidAt);
  const groupsBetween = (from: number, to: number) => parts.slice(from + 1, to).filter(isGroup);
  const middle = saids.slice(1).flatMap((said, index) => {
    const run = groupsBetween(saidAt[index]!, saidAt[index + 1]!);
    return between(run, saids[index]!, sides[index]!, said, sides[index + 1]!);
  });
  return {
    held: [
      ...leading(groupsBetween(-1, saidAt[0]!), saids[0]!, sides[0]!),
      ...middle,
      ...trailing(groupsBetween(saidAt.at(-1)!, parts.length), saids.at(-1)!, sides.at(-1)!),
      ...leftOut,
    ],
    loose: [],
  };
};
