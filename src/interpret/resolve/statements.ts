import type { Status, Unit } from '../../domain/units.ts';
import type { Clause } from '../parse/clauses.ts';
import type { Mention } from '../parse/lines.ts';
import { isGroup, isPredicate, type Part, type UnitGroup } from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';
import type { Lead } from '../parse/segments.ts';
import type { AskReason } from '../types.ts';
import { attach } from './attach.ts';
import { combine, type Outcome } from './combine.ts';
import type { Attached } from './set-aside.ts';

/** Units, and what is said of them. */
export interface Statement {
  readonly units: readonly Unit[];
  readonly scope: UnitGroup['scope'];
  readonly byName: boolean;
  readonly claims: readonly Claim[];
  readonly outcome: Outcome;
  /** Nothing is said of them: they are only named. */
  readonly bare: boolean;
  /** Its status stands in brackets behind it: it is said of no other unit. */
  readonly bracketed: boolean;
  /** It stands in a list of what lacks: "yang belum:". */
  readonly lacking: boolean;
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

const MENTIONED: Outcome = { is: 'mentioned' };
const TORN: Outcome = { is: 'doubt' };

const toStatement = (
  clause: Clause,
  { group, claims, ambiguous, bracketed }: Attached,
  behindUnknownWords: boolean,
): Statement => {
  const { lead, villages, line, item, hasUnknownWords, unknownBesideUnit, only } = clause;
  const { units, scope, byName, left, doubt } = group;
  const bare = claims.length === 0 && !ambiguous;
  const outcome = ambiguous ? TORN : bare ? MENTIONED : combine(claims);
  return {
    units,
    scope,
    byName,
    claims,
    outcome,
    bare,
    bracketed: bracketed === true,
    lacking: false,
    left,
    lead,
    only,
    doubt,
    ambiguous,
    villages,
    line,
    item,
    hasUnknownWords,
    unknownBesideUnit,
    behindUnknownWords,
  };
};

const withClaims = (statement: Statement, claims: readonly Claim[]): Statement => ({
  ...statement,
  claims,
  bare: false,
  outcome: combine(claims),
});

/** "Juga" says again what was said last. */
const withSame = (parts: readonly Part[], before: readonly Claim[]): readonly Part[] => {
  if (!parts.some((part) => isPredicate(part) && part.also)) return parts;
  let last = before;
  return parts.flatMap((part): Part[] => {
    if (isGroup(part)) return [part];
    if (part.also) return last.length > 0 ? [{ ...part, claims: last }] : [];
    last = part.claims;
    return [part];
  });
};

/** Something said of villages. */
interface Named {
  readonly villages: readonly Mention[];
}

/** What has been read so far, and the status of a line of its own ("Sudah:") that governs the lines below it. */
interface Course {
  readonly statements: Statement[];
  readonly unattached: Unattached[];
  said: readonly Claim[];
  unknownWords: boolean;
  governing:
    | { readonly claims: readonly Claim[]; readonly line: number; readonly lacking: boolean }
    | undefined;
}

const isSameMention = (one: Mention, other: Mention | undefined): boolean =>
  one === other || one.join('\n') === other?.join('\n');

const sameVillages = (one: Named, other: Named): boolean =>
  one.villages === other.villages ||
  (one.villages.length === other.villages.length &&
    one.villages.every((mention, at) => isSameMention(mention, other.villages[at])));

/** Claims on one unit that are heard; more are noise. */
const MOST = 100;

/** Where a clause stands among the others. */
interface Position {
  /** No other clause of its line says anything. */
  readonly alone: boolean;
  /** The next clause that says anything. */
  readonly below: Clause | undefined;
}

const positionsOf = (clauses: readonly Clause[]): Position[] => {
  const speaking = new Map<number, number>();
  for (const { line, parts } of clauses)
    if (parts.length > 0) speaking.set(line, (speaking.get(line) ?? 0) + 1);
  const backwards: Position[] = [];
  let below: Clause | undefined;
  for (let at = clauses.length - 1; at >= 0; at--) {
    const clause = clauses[at]!;
    backwards.push({ alone: speaking.get(clause.line) === 1, below });
    if (clause.parts.length > 0) below = clause;
  }
  return backwards.reverse();
};

/** "Kios pengen buka tapi gak ada": there is no kios, or no money for one. */
const lacksMeans = (above: Statement, { lead }: Clause, claims: readonly Claim[]): boolean =>
  lead === 'but' &&
  above.outcome.is === 'plan' &&
  claims.every(({ says }) => says === 'gone' || says === 'not there');

/** A status with no unit beside it: it governs the lines below, or is said of the units just named, or of none. */
const readUnattached = (
  course: Course,
  clause: Clause,
  { alone, below }: Position,
  claims: readonly Claim[],
): void => {
  const last = course.statements.at(-1);
  const above = last && sameVillages(last, clause) ? last : undefined;
  if (
    above?.outcome.is === 'question' &&
    clause.line - above.line < 2 &&
    !claims.some(({ says }) => says === 'question')
  ) {
    // "Klinik? Belum."
    course.statements[course.statements.length - 1] = withClaims(above, claims);
  } else if (alone && below && below.line > clause.line && below.parts.every(isGroup)) {
    course.governing = {
      claims: clause.lacks === 'held' ? [{ says: 'unsure' }] : claims,
      line: clause.line,
      lacking: clause.lacks !== false,
    };
  } else if (above && clause.lead === 'correction') {
    course.statements.push({ ...withClaims(above, claims), lead: 'correction' });
  } else if (above && (above.line === clause.line || (alone && above.bare))) {
    const all = above.claims.length > MOST ? above.claims : [...above.claims, ...claims];
    const item = above.item && above.line === clause.line;
    const joined = { ...withClaims(above, all), item };
    course.statements[course.statements.length - 1] = lacksMeans(above, clause, claims)
      ? { ...joined, doubt: { kind: 'uncertain', units: above.units } }
      : joined;
  } else
    course.unattached.push({
      claims,
      villages: clause.villages,
      nothing: clause.nothing,
      planned: clause.planned,
    });
};

/** Reads one clause; its statements and unattached statuses are added to the course. */
const readClause = (course: Course, clause: Clause, position: Position): void => {
  const parts = withSame(clause.parts, course.said);
  const { held, unattached } = attach(parts);
  const { governing } = course;
  // "Koreksi: kantor sudah, klinik belum" corrects an earlier message, and nothing in this one.
  const opens = clause.lead === 'correction' && course.statements.length === 0;
  const said = opens ? { ...clause, lead: undefined } : clause;
  const governed = governing && clause.line > governing.line && !parts.some(isPredicate);
  course.unknownWords ||= clause.hasUnknownWords;
  for (const one of held)
    course.statements.push(
      governed
        ? {
            ...toStatement(said, { ...one, claims: governing.claims }, course.unknownWords),
            lacking: governing.lacking,
          }
        : toStatement(said, one, course.unknownWords),
    );
  course.said = parts.findLast(isPredicate)?.claims ?? course.said;
  const claims = unattached.flatMap((one) => one.claims.filter(({ says }) => says !== 'under way'));
  if (claims.length > 0) readUnattached(course, clause, position, claims);
  const undone = course.statements.at(-1);
  if (clause.undoes && parts.length === 0 && undone?.line === clause.line) {
    course.statements[course.statements.length - 1] = {
      ...undone,
      doubt: { kind: 'uncertain', units: undone.units },
    };
  }
  // "Maaf salah" with nothing behind it takes back what was said, and says nothing instead.
  const last = course.statements.at(-1);
  if (clause.lead === 'correction' && parts.length === 0 && last) {
    course.statements.push({ ...last, doubt: { kind: 'unclear' } });
  }
};

/** Reads clauses, in their order, into statements; statuses that no unit can be found for are `unattached`. */
export const readStatements = (
  clauses: readonly Clause[],
): { readonly statements: readonly Statement[]; readonly unattached: readonly Unattached[] } => {
  const course: Course = {
    statements: [],
    unattached: [],
    said: [],
    unknownWords: false,
    governing: undefined,
  };
  const positions = positionsOf(clauses);
  for (const [at, clause] of clauses.entries()) {
    const before = clauses[at - 1];
    if (before && !sameVillages(before, clause)) course.governing = undefined;
    readClause(course, clause, positions[at]!);
  }
  return course;
};
