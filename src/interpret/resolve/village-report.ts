import { numberOf, type Status, UNITS, type Unit } from '../../domain/units.ts';
import type { AskReason, Withheld } from '../types.ts';
import { statusOf } from './combine.ts';
import { corrected } from './corrections.ts';
import { readExceptions, type Told } from './exceptions.ts';
import { isByName, lacks, type Statement } from './statement.ts';

/** What is said of one unit; `bare`: it was only named. */
export interface Entry {
  readonly status: Status;
  readonly bare: boolean;
}

/** What the statements on one village come to. */
export interface VillageAccount {
  readonly entries: ReadonlyMap<Unit, Entry>;
  readonly notTaken: readonly Withheld[];
  /** Why nothing may be written yet, in the order it was met. */
  readonly asks: readonly AskReason[];
}

/** What has to be known of all statements to judge one of them. */
interface Overview {
  readonly count: number;
  /** The message holds nothing that could keep what it only names from standing. */
  readonly plain: boolean;
  /** Units are only named, nothing is said of any of them. */
  readonly allBare: boolean;
  /** The units that "the others" are. */
  readonly others: readonly Unit[];
  /** A unit stands in two statements. */
  readonly repeats: boolean;
  /** All stand in lines of a list. */
  readonly listed: boolean;
  /** The lines that name units one by one. */
  readonly naming: ReadonlySet<number>;
  /** The one line in which all is said that is said, if that is `berdiri` throughout. */
  readonly standing: number | undefined;
}

const overviewOf = (statements: readonly Statement[], others: readonly Unit[], plain: boolean): Overview => {
  const units = statements.flatMap((statement) => statement.units);
  // "Kantor, sisanya belum": what is said of the rest is not said of what is named.
  const said = statements.filter(
    (one) => !one.bare && one.scope !== 'rest' && !(one.bracketed && lacks(one)),
  );
  const stand = said.every((one) => one.line === said[0]!.line && statusOf(one.outcome) === 'berdiri');
  return {
    count: statements.length,
    plain,
    others,
    allBare: said.length === 0,
    repeats: new Set(units).size < units.length,
    listed: statements.every(({ item }) => item),
    naming: new Set(statements.flatMap(({ line, scope }) => (scope === 'these' ? [line] : []))),
    standing: stand ? said[0]?.line : undefined,
  };
};

/** What keeps a unit that is only named from standing for itself: words nobody knows, or others that do not stand. */
const isOutOfPlace = (
  { hasUnknownWords, line }: Statement,
  { allBare, repeats, listed, standing }: Overview,
): boolean => {
  // "1 3 5, maaf 1 3 4": the same unit named twice, and no word why.
  if (allBare) return hasUnknownWords || repeats;
  // "- kantor\n- klinik belum": items stand each for itself.
  return standing !== line && (hasUnknownWords || repeats || !listed);
};

/** What keeps a statement from being taken as it stands. */
const objection = (statement: Statement, all: Overview): AskReason | undefined => {
  const { units, outcome, doubt, scope, bare, left, only, line } = statement;
  // Of what is only asked nothing is written, whatever it is.
  if (doubt && outcome.is !== 'question') return doubt;
  if (outcome.is === 'unsure' || outcome.is === 'doubt') return { kind: 'uncertain', units };
  if (outcome.is === 'contradiction') {
    return { kind: 'contradiction', unit: units[0] ?? UNITS[0], statuses: outcome.statuses };
  }
  if (scope === 'counted') return all.naming.has(line) ? undefined : { kind: 'no-unit' };
  if (bare && scope === 'rest')
    return all.others.length > 0 ? { kind: 'no-status', units: all.others } : { kind: 'no-unit' };
  if (bare && scope === 'all' && !all.allBare) return { kind: 'no-unit' };
  // "Hanya klinik yang belum": whether the others stand is left unsaid.
  if (only && all.count === 1 && lacks(statement)) return { kind: 'uncertain', units };
  // "Note 3 lah", "yang pertama kami pesan …": numbers and "all" among words of another matter are of that.
  const { byName, unknownBesideUnit, hasUnknownWords } = statement;
  if (!byName && hasUnknownWords && (unknownBesideUnit || scope === 'all')) return { kind: 'unclear' };
  // "Semua sudah kecuali klinik, karena bidannya belum ada" tells how the klinik is.
  const isLeftOut = left && all.count > 1 && !hasUnknownWords;
  if (bare && !all.plain && !isLeftOut) return { kind: 'no-status', units };
  return bare && !left && isOutOfPlace(statement, all) ? { kind: 'unclear' } : undefined;
};

/** "3 sudah, 4 belum": together they are seven, so perhaps they count the units. */
const perhapsCounts = (statements: readonly Statement[]): boolean => {
  const numbers = statements.map(({ units, byName, scope, bare }) =>
    units.length === 1 && !byName && scope === 'these' && !bare ? numberOf(units[0]!) : Number.NaN,
  );
  const outcomes = new Set(statements.map(({ outcome }) => statusOf(outcome)));
  return (
    numbers.length > 1 &&
    outcomes.size === numbers.length &&
    numbers.reduce((sum, number) => sum + number, 0) === UNITS.length
  );
};

/** One question for all units of which no status is told. */
const together = (asks: readonly AskReason[], units: readonly Unit[]): readonly AskReason[] => {
  if (units.length === 0) return asks;
  const first = asks.findIndex(({ kind }) => kind === 'no-status');
  return asks.flatMap((one, at): AskReason[] => {
    if (one.kind !== 'no-status') return [one];
    return at === first ? [{ kind: 'no-status', units }] : [];
  });
};

const withheld = (statement: Statement): readonly Withheld[] => {
  const { outcome, units } = statement;
  if (outcome.is !== 'plan' && outcome.is !== 'question') return [];
  return units.map((unit) => ({ unit, why: outcome.is as 'plan' | 'question' }));
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
  // Weighed with the whole message, and nothing against it: what is only named stands.
  const status = bare ? 'berdiri' : statusOf(statement.outcome);
  return status && scope !== 'counted' ? [{ units, status, bare }] : [];
};

/** The units that nothing in the message names, if any of them is named or was asked for. */
const othersOf = (
  statements: readonly Statement[],
  listed: readonly Unit[] | undefined,
): readonly Unit[] | undefined => {
  const named = new Set(statements.flatMap(({ units, scope }) => (scope === 'these' ? units : [])));
  const others = (listed ?? UNITS).filter((unit) => !named.has(unit));
  return others.length === 0 || (named.size === 0 && !listed) ? undefined : others;
};

/** What "sisanya" and the like come to: the units that nothing in the message names. */
const tellRest = (
  statements: readonly Statement[],
  listed: readonly Unit[] | undefined,
): readonly Told[] | 'no-unit' => {
  const rest = statements.filter(({ scope }) => scope === 'rest');
  if (rest.length === 0) return [];
  const others = othersOf(statements, listed);
  if (!others) return 'no-unit';
  return rest.flatMap((statement) => toldBy({ ...statement, units: others }));
};

/**
 * "6 unit sudah, klinik belum", "6 unit sudah, tinggal klinik yang belum", "3 unit sudah: kantor, kios, usp. 4 unit lagi belum": together they are seven, so that
 * the six, the four, are the others.
 */
const withCountedRest = (statements: readonly Statement[]): readonly Statement[] => {
  const named = new Set(statements.flatMap(({ units }) => units));
  const isTotal = ({ scope, count }: Statement) => scope === 'counted' && count === named.size;
  const counted = statements.find((one) => one.scope === 'counted' && !isTotal(one));
  if (!counted) return statements;
  const others = statements.filter((one) => one !== counted && !isTotal(one));
  const status = statusOf(counted.outcome);
  const isRest =
    status !== undefined &&
    named.size + (counted.count ?? 0) === UNITS.length &&
    others.every(
      (one) =>
        isByName(one) && !(one.left && one.bare) && ![undefined, status].includes(statusOf(one.outcome)),
    );
  return isRest ? statements.map((one) => (one === counted ? { ...one, scope: 'rest' } : one)) : statements;
};

/** "Lahan gudang sudah ada, gudangnya belum": the first is said of the land, and how the gudang stands is told behind it. */
const withoutThings = (statements: readonly Statement[]): readonly Statement[] =>
  statements.filter(({ doubt, byName, units, claims }, at) => {
    if (doubt?.kind !== 'unclear' || !byName || units.length === 0) return true;
    // "Kantor-kantor sudah tutup": of both the same is said.
    const told = statements
      .slice(at + 1)
      .filter((one) => isByName(one) && !one.doubt && lacks(one) && one.claims !== claims);
    return !units.every((unit) => told.some((one) => one.units.includes(unit)));
  });

/** Works out what the statements on one village come to. `listed`: the units that a reminder asked for, if it did. */
export const accountOf = (
  said: readonly Statement[],
  listed: readonly Unit[] | undefined,
  plain: boolean,
): VillageAccount => {
  const { statements, lost } = corrected(withoutThings(withCountedRest(said)));
  const overview = overviewOf(statements, othersOf(statements, listed) ?? [], plain);
  const notTaken = statements.flatMap(withheld);
  const objections = statements.map((statement) => objection(statement, overview));
  const asks = objections.filter((one) => one !== undefined);
  if (lost || perhapsCounts(statements)) asks.push({ kind: 'unclear' });
  if (asks.length > 0) {
    const withoutStatus = asks.flatMap((one) => (one.kind === 'no-status' ? one.units : []));
    const sure = statements.filter((one, at) => one.scope === 'these' && !one.left && !objections[at]);
    return {
      entries: enterAll(sure.flatMap(toldBy)).entries,
      notTaken,
      asks: together(asks, [...new Set(withoutStatus)]),
    };
  }
  const exceptions = readExceptions(statements);
  const rest = tellRest(statements, listed);
  if (exceptions.unclear) return { entries: new Map(), notTaken, asks: [{ kind: 'unclear' }] };
  const { told, leftOut } = exceptions;
  const others = statements.filter((statement) => statement.scope !== 'rest' && !leftOut.has(statement));
  const entered = enterAll([...told, ...others.flatMap(toldBy), ...(rest === 'no-unit' ? [] : rest)]);
  return {
    entries: entered.entries,
    notTaken,
    asks: [...(rest === 'no-unit' ? [{ kind: rest } as const] : []), ...entered.asks],
  };
};
