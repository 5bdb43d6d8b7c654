import type { Status, Unit } from '../../domain/units.ts';
import { statusOf } from './combine.ts';
import type { Statement } from './statement.ts';

const overlaps = (one: Statement, other: Statement): boolean =>
  one.units.some((unit) => other.units.includes(unit));

const standing = (statement: Statement): Status | undefined =>
  statement.bare ? 'berdiri' : statusOf(statement.outcome);

const sameStatus = (one: Statement, other: Statement): boolean =>
  standing(one) !== undefined && standing(one) === standing(other);

const without = (statement: Statement, units: readonly Unit[]): Statement => ({
  ...statement,
  scope: statement.scope === 'all' ? 'these' : statement.scope,
  units: statement.units.filter((unit) => !units.includes(unit)),
});

/** Units named in place of others keep the status of these: "klinik sudah, eh maksudnya apotek". */
const inPlaceOf = (statement: Statement, before: Statement): Statement =>
  statement.bare
    ? { ...statement, claims: before.claims, outcome: before.outcome, bare: before.bare }
    : statement;

/** What stands after a correction; undefined where it cannot be told what it corrects. */
const correct = (before: readonly Statement[], statement: Statement): readonly Statement[] | undefined => {
  const [first] = before;
  // The same status for other units takes the place of the whole: "1 3 5 eh 1 3 4".
  if (before.length === 1 && (statement.bare || sameStatus(statement, first!)))
    return [inPlaceOf(statement, first!)];
  // Another status for some of the units is that of these alone: "semua sudah, eh klinik belum".
  const touched = before.filter((one) => overlaps(one, statement));
  const known = statement.units.every((unit) => touched.some(({ units }) => units.includes(unit)));
  if (touched.length === 0 || !known || statement.bare) return undefined;
  return [
    ...before
      .map((one) => without(one, statement.units))
      .filter(({ units, scope }) => units.length > 0 || scope === 'rest'),
    statement,
  ];
};

/** Nobody corrects a message so often and still says anything. */
const MOST = 20;

/** Puts every correction in the place of what it corrects. `lost`: one could not be placed. */
export const corrected = (
  said: readonly Statement[],
): { readonly statements: readonly Statement[]; readonly lost: boolean } => {
  let statements: Statement[] = [];
  let lost = said.filter(({ lead }) => lead === 'correction').length > MOST;
  if (lost) return { statements: said, lost };
  for (const statement of said) {
    if (statement.lead !== 'correction' || statements.length === 0) {
      statements.push(statement);
      continue;
    }
    const after = correct(statements, statement);
    if (after) statements = [...after];
    else lost = true;
  }
  return { statements, lost };
};
