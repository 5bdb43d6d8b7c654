import { type Status, UNITS, type Unit } from '../units.ts';
import { corrected } from './correction.ts';
import { readExceptions, type Told } from './exceptions.ts';
import { type Statement, statusOf } from './statements.ts';
import type { AskReason, NotTaken } from './verdict.ts';

/** What is said of one unit; `bare`: it was only named. */
export interface Entry {
  readonly status: Status;
  readonly bare: boolean;
}

/** What the statements on one village come to. */
export interface Account {
  readonly entries: ReadonlyMap<Unit, Entry>;
  readonly notTaken: readonly NotTaken[];
  /** Why nothing may be written yet, in the order it was met. */
  readonly asks: readonly AskReason[];
}

/** Units only named beside others of which something is said stand for themselves only if all the rest stands. */
const isOutOfPlace = (statement: Statement, all: readonly Statement[]): boolean => {
  // "1 3 5, maaf 1 3 4": the same unit named twice, and no word why.
  const twice = all.some(
    (other) => other !== statement && other.units.some((unit) => statement.units.includes(unit)),
  );
  if (all.every(({ bare }) => bare)) return statement.murky || twice;
  return !all.every(
    (other) => other.bare || (other.line === statement.line && statusOf(other) === 'berdiri'),
  );
};

/** What keeps a statement from being taken as it stands. */
const objection = (statement: Statement, all: readonly Statement[]): AskReason | undefined => {
  const { units, settled, doubt, scope, bare, left } = statement;
  const status = statusOf(statement);
  if (doubt) return doubt;
  if (settled.is === 'unsure' || settled.is === 'doubt') return { kind: 'uncertain', units };
  if (settled.is === 'contradiction')
    return { kind: 'contradiction', unit: units[0] ?? UNITS[0], statuses: settled.statuses };
  if (scope === 'counted' && !all.some((other) => other.line === statement.line && other.scope === 'these'))
    return { kind: 'no-unit' };
  if (bare && scope === 'rest') return { kind: 'no-unit' };
  // "Hanya klinik yang belum": whether the others stand is left unsaid.
  if (statement.only && all.length === 1 && (status === 'belum' || status === 'proses'))
    return { kind: 'uncertain', units };
  return bare && !left && scope !== 'counted' && isOutOfPlace(statement, all)
    ? { kind: 'unclear' }
    : undefined;
};

const withheld = (statement: Statement): readonly NotTaken[] => {
  const { settled, units } = statement;
  if (settled.is !== 'plan' && settled.is !== 'question') return [];
  return units.map((unit) => ({ unit, why: settled.is as 'plan' | 'question' }));
};

const agrees = (one: Status, other: Status): boolean =>
  one === other || [one, other].every((status) => status === 'berdiri' || status === 'beroperasi');

/** Enters what is told, one after another; a unit entered twice must not be told two things. */
const enterAll = (
  told: readonly Told[],
): { readonly entries: Map<Unit, Entry>; readonly asks: AskReason[] } => {
  const entries = new Map<Unit, Entry>();
  const asks: AskReason[] = [];
  for (const { units, status, bare = false } of told) {
    for (const unit of units) {
      const known = entries.get(unit);
      if (known && !agrees(known.status, status))
        asks.push({ kind: 'contradiction', unit, statuses: [known.status, status] });
      else if (!known || known.bare || status === 'beroperasi') entries.set(unit, { status, bare });
    }
  }
  return { entries, asks };
};

const toldBy = (statement: Statement): readonly Told[] => {
  const { units, scope, bare } = statement;
  const status = statusOf(statement);
  return status && scope !== 'counted' ? [{ units, status, bare }] : [];
};

/** Works out what the statements on one village come to. `listed`: the units that a reminder asked for, if it did. */
export const account = (said: readonly Statement[], listed: readonly Unit[] | undefined): Account => {
  const { statements, lost } = corrected(said);
  const notTaken = statements.flatMap(withheld);
  const asks: AskReason[] = statements.flatMap((statement) => objection(statement, statements) ?? []);
  if (lost) asks.push({ kind: 'unclear' });
  if (asks.length > 0) {
    const sure = statements.filter(
      (statement) => !objection(statement, statements) && statement.scope === 'these' && !statement.left,
    );
    const { entries } = enterAll(sure.flatMap((statement) => toldBy(statement)));
    return { entries, notTaken, asks };
  }
  const { told, leftOut, unclear } = readExceptions(statements);
  if (unclear) return { entries: new Map(), notTaken, asks: [{ kind: 'unclear' }] };
  const plain = statements.filter((statement) => statement.scope !== 'rest' && !leftOut.includes(statement));
  const named = new Set(statements.flatMap(({ units, scope }) => (scope === 'these' ? units : [])));
  const rest = statements.filter(({ scope }) => scope === 'rest');
  const others = (listed ?? UNITS).filter((unit) => !named.has(unit));
  if (rest.length > 0 && (others.length === 0 || (named.size === 0 && !listed)))
    asks.push({ kind: 'no-unit' });
  const restTold = rest.flatMap((statement) => toldBy({ ...statement, units: others }));
  const entered = enterAll([...told, ...plain.flatMap((statement) => toldBy(statement)), ...restTold]);
  return { entries: entered.entries, notTaken, asks: [...asks, ...entered.asks] };
};
