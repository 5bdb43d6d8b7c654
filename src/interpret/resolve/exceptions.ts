import { type Status, UNITS, type Unit } from '../../domain/units.ts';
import { statusOf } from './combine.ts';
import type { Statement } from './statement.ts';

/** Units with the status that holds for them. */
export interface Told {
  readonly units: readonly Unit[];
  readonly status: Status;
  readonly bare?: boolean;
}

interface Exceptions {
  /** What the units left out and, where nothing else tells, the other units come to. */
  readonly told: readonly Told[];
  readonly leftOut: ReadonlySet<Statement>;
  readonly unclear?: true;
}

const NONE: Exceptions = { told: [], leftOut: new Set() };
const UNCLEAR: Exceptions = { ...NONE, unclear: true };

const othersThan = (units: readonly Unit[]): readonly Unit[] => UNITS.filter((unit) => !units.includes(unit));

/**
 * "Tinggal klinik yang belum", "selain klinik sudah": nothing else is said, so it is said of all the others too. "Belum
 * ada perubahan, kecuali apotek sudah buka" leaves it out of something else.
 */
const withoutBase = (statement: Statement, more: boolean): Exceptions => {
  const { left, units } = statement;
  const status = statement.bare ? undefined : statusOf(statement.outcome);
  if (more || !status || statement.behindUnknownWords) return UNCLEAR;
  const leftOut = new Set([statement]);
  const stands = status === 'berdiri' || status === 'beroperasi';
  if (left === 'left' && !stands)
    return {
      told: [
        { units: othersThan(units), status: 'berdiri' },
        { units, status },
      ],
      leftOut,
    };
  if (left === 'except' && status !== 'belum')
    return {
      told: [
        { units: othersThan(units), status },
        { units, status: 'belum' },
      ],
      leftOut,
    };
  return UNCLEAR;
};

/**
 * Works out "kecuali X", "tinggal X", "kurang X", and "semua sudah, cuma X belum": the units left out have their own
 * status if one is said, else `belum`, and what they are left out of has its status without them.
 */
export const readExceptions = (statements: readonly Statement[]): Exceptions => {
  const marked = statements.filter(({ left }) => left);
  const all = statements.find(({ scope, left }) => scope === 'all' && !left);
  const base = all ?? statements.find(({ left, bare, scope }) => !left && !bare && scope !== 'rest');
  const softer = all
    ? statements.filter(
        (one) =>
          one !== all && one.scope === 'these' && (one.lead === 'but' || one.lead === 'next' || one.only),
      )
    : [];
  const out = [...new Set([...marked, ...softer])];
  const [first] = out;
  if (!first) return NONE;
  const rest = statements.find(({ scope, bare }) => scope === 'rest' && !bare);
  // "Sudah 5 unit, tinggal klinik": which five?
  if (base?.scope === 'counted') return UNCLEAR;
  if (!base && !rest) return withoutBase(first, statements.length > 1);
  // "Tinggal klinik, yang lain sudah": the others are told elsewhere.
  const main = base ?? rest!;
  const status = statusOf(main.outcome);
  const told: Told[] = [];
  const leftOut = new Set([main, ...out]);
  const elsewhere = new Set(statements.flatMap((other) => (leftOut.has(other) ? [] : other.units)));
  for (const one of out) {
    const own = one.bare ? undefined : statusOf(one.outcome);
    // What is left out of "semua belum" without a word more, nobody can tell.
    if (!own && (!status || status === 'belum' || main.bare || !one.left)) return UNCLEAR;
    told.push({
      units: own ? one.units : one.units.filter((unit) => !elsewhere.has(unit)),
      status: own ?? 'belum',
    });
  }
  if (!status) return UNCLEAR;
  const leftUnits = new Set(out.flatMap(({ units }) => units));
  return { told: [{ units: main.units.filter((unit) => !leftUnits.has(unit)), status }, ...told], leftOut };
};
