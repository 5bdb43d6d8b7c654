import type { Status } from '../../domain/units.ts';
import { isGroup, isPredicate, type Part, type UnitGroup } from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';

/*
 * What is told of units apart from the others of their clause, and is set aside before the rest is told: "kecuali
 * klinik", "klinik (proses izin)".
 */

/** A group of units with all that is said of it. */
export interface Attached {
  readonly group: UnitGroup;
  readonly claims: readonly Claim[];
  /** The statuses of which either could be meant for it. */
  readonly ambiguous: readonly Status[] | undefined;
  /** Its status stands in brackets behind it. */
  readonly bracketed?: true;
}

/** Puts statuses that stand side by side together: "sudah berdiri, belum buka" is said of the same units. */
export const joinSaid = (parts: readonly Part[]): readonly Part[] => {
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
export const withoutLeftOut = (
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
export const withoutBracketed = (
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
