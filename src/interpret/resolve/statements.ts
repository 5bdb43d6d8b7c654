import type { Clause } from '../parse/clauses.ts';
import { isGroup, isPredicate, type Part } from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';
import { attach } from './attach.ts';
import { combine, type Outcome, statusOf } from './combine.ts';
import { type Course, type Position, readLoneStatus } from './lone-status.ts';
import type { Attached } from './set-aside.ts';
import { lacks, type Statement, sameVillages, type Unattached } from './statement.ts';

const MENTIONED: Outcome = { is: 'mentioned' };
const TORN: Outcome = { is: 'doubt' };

const toStatement = (
  clause: Clause,
  { group, claims, ambiguous, bracketed }: Attached,
  behindUnknownWords: boolean,
): Statement => {
  const { lead, villages, line, item, hasUnknownWords, unknownBesideUnit, only } = clause;
  const { units, scope, count, byName, left, doubt } = group;
  const bare = claims.length === 0 && !ambiguous;
  const outcome = ambiguous ? TORN : bare ? MENTIONED : combine(claims);
  return {
    units,
    scope,
    count,
    byName,
    claims,
    outcome,
    bare,
    bracketed: bracketed === true,
    lacking: false,
    governed: false,
    inherited: false,
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

/** "Kantor / sudah / gudang / belum". */
const isPaired = (speaking: readonly Clause[]): boolean =>
  speaking.length > 2 &&
  speaking.length % 2 === 0 &&
  speaking.every(
    ({ parts, line, hasColon }, at) =>
      !hasColon && parts.every(at % 2 === 0 ? isGroup : isPredicate) && line !== speaking[at - 1]?.line,
  );

const positionsOf = (clauses: readonly Clause[]): Position[] => {
  const speaking = new Map<number, number>();
  for (const { line, parts } of clauses)
    if (parts.length > 0) speaking.set(line, (speaking.get(line) ?? 0) + 1);
  const paired = isPaired(clauses.filter(({ parts }) => parts.length > 0));
  const backwards: Position[] = [];
  let below: Clause | undefined;
  for (let at = clauses.length - 1; at >= 0; at--) {
    const clause = clauses[at]!;
    backwards.push({ alone: speaking.get(clause.line) === 1, below, paired });
    if (clause.parts.length > 0) below = clause;
  }
  return backwards.reverse();
};

/** "Kantor tapi gudang": a "but" between what is only named and what does not lack: whether any of it stands, nobody can tell. */
const doubtOpposed = ({ statements }: Course, { lead, line }: Clause, first: number): void => {
  const [before, after] = [statements[first - 1], statements[first]];
  if (lead !== 'but' || before?.line !== line || !before.bare || before.left || !after) return;
  if (!after.bare && lacks(after)) return;
  for (const at of [first - 1, first])
    statements[at] = { ...statements[at]!, doubt: statements[at]!.doubt ?? { kind: 'unclear' } };
};

/** Reads one clause; its statements and unattached statuses are added to the course. */
const readClause = (course: Course, clause: Clause, position: Position): void => {
  const parts = withSame(clause.parts, course.said);
  const { held, unattached } = attach(parts);
  const { governing } = course;
  // "Koreksi: kantor sudah, klinik belum" corrects an earlier message, and nothing in this one.
  const opens = clause.lead === 'correction' && course.statements.length === 0;
  course.corrects ||= opens;
  const said = opens ? { ...clause, lead: undefined } : clause;
  const governed = governing && clause.line > governing.line && !parts.some(isPredicate);
  course.unknownWords ||= clause.hasUnknownWords;
  const first = course.statements.length;
  for (const one of held)
    course.statements.push(
      governed
        ? {
            ...toStatement(said, { ...one, claims: governing.claims }, course.unknownWords),
            lacking: governing.lacking,
            governed: true,
          }
        : toStatement(said, one, course.unknownWords),
    );
  doubtOpposed(course, clause, first);
  course.said = parts.findLast(isPredicate)?.claims ?? course.said;
  const claims = unattached.flatMap((one) => one.claims.filter(({ says }) => says !== 'under way'));
  if (claims.length > 0) readLoneStatus(course, clause, position, claims);
  const undone = course.statements.at(-1);
  if (
    clause.undoes &&
    parts.length === 0 &&
    undone?.line === clause.line &&
    statusOf(undone.outcome) !== 'belum'
  ) {
    course.statements[course.statements.length - 1] = {
      ...undone,
      doubt: { kind: 'uncertain', units: undone.units },
    };
  }
  // "Maaf salah" with nothing behind it takes back what was said, and says nothing instead; in "ralat klinik belum, tadi salah" it tells why.
  const last = course.statements.at(-1);
  if (clause.lead === 'correction' && parts.length === 0 && last && !course.corrects) {
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
    corrects: false,
  };
  const positions = positionsOf(clauses);
  for (const [at, clause] of clauses.entries()) {
    const before = clauses[at - 1];
    if (before && !sameVillages(before, clause)) course.governing = undefined;
    readClause(course, clause, positions[at]!);
  }
  return course;
};
