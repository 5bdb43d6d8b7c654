import type { Clause } from '../parse/clauses.ts';
import { isGroup, UNCLEAR } from '../parse/part-builder.ts';
import type { Claim } from '../parse/predicate-table.ts';
import { combine, statusOf } from './combine.ts';
import { isByName, type Statement, sameVillages, type Unattached, withClaims } from './statement.ts';

/* A status with no unit beside it: of which units is it said? */

/** What has been read so far, and the status of a line of its own ("Sudah:") that governs the lines below it. */
export interface Course {
  readonly statements: Statement[];
  readonly unattached: Unattached[];
  said: readonly Claim[];
  unknownWords: boolean;
  /** It began with a correction: of an earlier message. */
  corrects: boolean;
  governing:
    | { readonly claims: readonly Claim[]; readonly line: number; readonly lacking: boolean }
    | undefined;
}

/** Claims on one unit that are heard; more are noise. */
const MOST = 100;

/** Where a clause stands among the others. */
export interface Position {
  /** No other clause of its line says anything. */
  readonly alone: boolean;
  /** The next clause that says anything. */
  readonly below: Clause | undefined;
  /** All lines are of units and of what is said of them, by turns: "kantor / sudah / gudang / belum". */
  readonly paired: boolean;
}

/** "Kios pengen buka tapi gak ada": there is no kios, or no money for one. */
const lacksMeans = (above: Statement, { lead }: Clause, claims: readonly Claim[]): boolean =>
  lead === 'but' &&
  above.outcome.is === 'plan' &&
  claims.every(({ says }) => says === 'gone' || says === 'not there');

/** "Petani kantor sudah, Bumbung belum", "kantor: Petani sudah, Bumbung belum": of the same units in another village. */
const hasSameUnits = ({ statements }: Course, { villages, line }: Clause): boolean => {
  const last = statements.at(-1);
  if (!last || last.line !== line || villages.length === 0) return false;
  const together = statements.filter((one) => one.line === line && sameVillages(one, last));
  return together.length === 1 && isByName(last) && !last.left && !last.doubt;
};

const isNotThere = ({ says }: Claim): boolean => says === 'not there';

const isReason = ({ says }: Claim): boolean => says === 'undone' || says === 'fails' || says === 'doubt';

/** A status with no unit beside it: it governs the lines below, or is said of the units just named, or of none. */
export const readLoneStatus = (
  course: Course,
  clause: Clause,
  { alone, below, paired }: Position,
  claims: readonly Claim[],
): void => {
  const last = course.statements.at(-1);
  const above = last && sameVillages(last, clause) ? last : undefined;
  // "Angkutan belum ada karena pinjam mobil": why there is none.
  if (clause.lead === 'because' && above && statusOf(above.outcome) === 'belum' && claims.every(isReason))
    return;
  // "Klinik belum. Kapan bapak turun?", "gudang proses. RT 4 sudah."
  if (clause.ofElse && above?.outcome.is === 'status') return;
  if (
    above?.outcome.is === 'question' &&
    clause.line - above.line < 2 &&
    !claims.some(({ says }) => says === 'question')
  ) {
    // "Klinik? Belum."
    course.statements[course.statements.length - 1] = withClaims(above, claims);
  } else if (!paired && alone && below && below.line > clause.line && below.parts.every(isGroup)) {
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
  } else if (alone && last?.governed && last.line < clause.line && !clause.hasColon) {
    // "Semen / sudah / kantor / belum": whether a status stands over its unit or under it, nobody can tell.
    for (const [at, one] of course.statements.entries())
      if (one.governed) course.statements[at] = { ...one, doubt: one.doubt ?? UNCLEAR };
  } else if (!clause.nothing && hasSameUnits(course, clause) && combine(claims).is === 'status') {
    course.statements.push({ ...withClaims(last!, claims), villages: clause.villages, inherited: true });
  } else
    course.unattached.push({
      claims,
      villages: clause.villages,
      // "Bumbung ada gudang, Petani belum punya": of the gudang, or of all units.
      nothing: clause.nothing && !(hasSameUnits(course, clause) && claims.some(isNotThere)),
      planned: clause.planned,
    });
};
