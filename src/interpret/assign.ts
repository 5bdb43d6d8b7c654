import type { Claim } from './heads.ts';
import { type Group, isGroup, isSaid, type Joint, type Part, type Said } from './parts.ts';
import { settle } from './settle.ts';

/** A group of units with all that is said of it. */
export interface Held {
  readonly group: Group;
  readonly claims: readonly Claim[];
  /** More than one status could be meant for it. */
  readonly torn?: true;
}

type Side = 'left' | 'right' | 'either';

const CLOSENESS: Readonly<Record<Joint, number>> = { colon: 3, tight: 2, and: 1, comma: 0 };

/** Puts statuses that stand side by side together: "sudah berdiri, belum buka" is said of the same units. */
const joinSaid = (parts: readonly Part[]): Part[] => {
  const joined: Part[] = [];
  for (const [at, part] of parts.entries()) {
    const last = joined.at(-1);
    const next = parts[at + 1];
    const ofTheNext = isGroup(next) && part.joint === 'comma' && next.joint !== 'comma' && joined.length > 1;
    if (isSaid(part) && isSaid(last) && !ofTheNext)
      joined[joined.length - 1] = { ...last, claims: [...last.claims, ...part.claims] };
    else joined.push(part);
  }
  return joined;
};

/**
 * Takes out the units that "kecuali", "tinggal" leave out, with the units listed after them. A status behind them is
 * theirs if the others have one already, or will have one; else it is that of the others.
 */
const withoutLeftOut = (
  parts: readonly Part[],
): { readonly rest: readonly Part[]; readonly leftOut: readonly Held[] } => {
  const others = parts.some((part) => isGroup(part) && !part.left);
  const rest: Part[] = [];
  const leftOut: Held[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (!isGroup(part) || !part.left) {
      rest.push(part);
      continue;
    }
    const listed: Group[] = [part];
    for (
      let next = parts[at + 1];
      isGroup(next) && next.scope === 'these' && !next.left;
      next = parts[at + 1]
    ) {
      listed.push(next);
      at++;
    }
    const group: Group = {
      ...part,
      units: [...new Set(listed.flatMap(({ units }) => units))],
      byName: listed.some(({ byName }) => byName),
    };
    const doubt = listed.find((one) => one.doubt)?.doubt;
    const [said, after] = [parts[at + 1], parts[at + 2]];
    const saidBefore = rest.some(isSaid) && rest.some(isGroup);
    const saidAfter = isGroup(after) && parts.slice(at + 3).some(isSaid);
    const own = isSaid(said) && (saidBefore || saidAfter || (!others && !isGroup(after)));
    if (own) at++;
    // "Kecuali klinik, apotek proses": whether both are left out cannot be told.
    const torn = own && listed.length > 1;
    leftOut.push({
      group: doubt ? { ...group, doubt } : group,
      claims: own ? said.claims : [],
      ...(torn && { torn }),
    });
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

const isSame = (one: Said, other: Said): boolean =>
  statusOf(one) !== undefined && statusOf(one) === statusOf(other);
const held = (group: Group, ...saids: readonly Said[]): Held => ({
  group,
  claims: saids.flatMap(({ claims }) => claims),
});
const torn = (group: Group): Held => ({ group, claims: [], torn: true });

/** Gives the groups between two statuses to one or the other; where either could have one of them, they are torn. */
const between = (
  groups: readonly Group[],
  left: Said,
  leftSide: Side,
  right: Said,
  rightSide: Side,
): Held[] => {
  const [first, second] = groups;
  if (isSame(left, right) || (leftSide === 'right' && rightSide === 'right'))
    return groups.map((group) => held(group, left));
  if (leftSide === 'right' && rightSide === 'left') {
    if (groups.length === 1) return [held(first!, left, right)];
    if (groups.length === 2) return [held(first!, left), held(second!, right)];
  }
  if (leftSide === 'left' && rightSide === 'left' && groups.length === 1) return [held(first!, right)];
  return groups.map(torn);
};

/** Groups before the first status: its own, unless it looks the other way and says more than naming them would. */
const leading = (groups: readonly Group[], said: Said, side: Side): Held[] =>
  groups.map((group) => (side !== 'right' || statusOf(said) === 'berdiri' ? held(group, said) : torn(group)));

/** Groups behind the last status: its own, or named after it, which comes to the same only for `berdiri`. */
const trailing = (groups: readonly Group[], said: Said, side: Side): Held[] =>
  groups.map((group) =>
    side === 'right' || group.joint === 'and' || statusOf(said) === 'berdiri'
      ? held(group, said)
      : torn(group),
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
