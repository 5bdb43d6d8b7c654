import { cutAtCommas } from './chunks.ts';
import type { Part } from './draft.ts';
import { isHead, isStatusSign } from './heads.ts';
import type { Line, Mention } from './lines.ts';
import { isUndoing, partsOf } from './parts.ts';
import { holds, kinds, type Sign } from './sign.ts';
import { isUnitSign, type Lead, type Stretch, stretchesOf } from './stretches.ts';
import { isThing } from './things.ts';

/** A thought: units and what is said of them, for which villages. */
export interface Clause {
  readonly parts: readonly Part[];
  readonly lead: Lead | undefined;
  /** "Hanya", "cuma", "saja" stand beside its units. */
  readonly only: boolean;
  readonly villages: readonly Mention[];
  readonly line: number;
  /** It stands in a line with a bullet or index of its own. */
  readonly item: boolean;
  /** It holds words nobody knows: units only named in it are no report. */
  readonly murky: boolean;
  /** Such words stand beside its units. */
  readonly mixed: boolean;
  /** "Belum ada", "nihil", and not a word more. */
  readonly nothing: boolean;
  /** It undoes what was said before: "tapi kemarin roboh". */
  readonly undoes: boolean;
  /** "Yang belum berdiri", as a heading, tells why the units below are named and not how they stand; "yang belum" does both. */
  readonly lacks: 'named' | 'held' | false;
  /** A plan to build or open something. */
  readonly planned: boolean;
}

const WHO = kinds('who');
const NEGATION = kinds('belum', 'tidak');
const PLANS = kinds('plan', 'will', 'aim');
const WORK = kinds('dibangun', 'pembangunan', 'berdiri', 'buka', 'proses');
const STRANGE = kinds('unknown', 'matter', 'reports');

type Signs = readonly Sign[];

const ONLY = kinds('only');
const MURKY = kinds('unknown', 'matter', 'laugh', 'link', 'together');
const OF_ELSEWHERE = kinds('unknown', 'matter', 'laugh', 'place', 'area');
const OWNERS = kinds('title', 'office');
const HERE = kinds(
  ...([
    'office',
    'village',
    'desa',
    'own',
    'now',
    'period',
    'measured',
    'quantity',
    'date',
    'place',
  ] as const),
);

/** "Kios depan", "klinik desa sebelah": a place that nobody knows. */
const isElsewhere = (piece: Signs): boolean =>
  piece.some(({ is }, at) => is === 'at' && !HERE.has(piece[at + 1]?.is ?? 'at'));

/** "Gudang pak kades sudah jadi": perhaps his own. */
const isPerhapsOwned = (piece: Signs): boolean => {
  const unit = piece.findIndex(isUnitSign);
  const said = piece.findIndex((sign, at) => at > unit && sign.is !== 'baru' && isStatusSign(sign));
  return unit >= 0 && said > unit && holds(piece.slice(unit, said), OWNERS);
};

const SAYS_NOTHING = kinds(
  ...(['courtesy', 'filler', 'title', 'office', 'own', 'now', 'reports', 'place', 'at'] as const),
  ...(['village', 'desa', 'area', 'comma', 'colon', 'dash', 'bullet'] as const),
);
const NOTHING = /^(?:masih )?(?:belum ada|nihil\p{L}*)$/u;

/** "Belum ada info", "laporan belum ada", "belum ada kades": it is said of something else than the units. */
const isOfOther = (piece: Signs): boolean => {
  const signs = piece.slice(piece.findLastIndex(({ is }) => is === 'colon') + 1);
  return signs.some(isStatusSign) && signs.some((_, at) => isThing(signs, at));
};

const isNothing = (signs: Signs, pieces: readonly Signs[]): boolean => {
  const said = signs.filter(({ is }) => !SAYS_NOTHING.has(is));
  const text = said.map(({ is, text }) => (is === 'nihil' ? text : is)).join(' ');
  return said.length <= 3 && NOTHING.test(text) && !pieces.some(isOfOther);
};

const clauseOf = (
  stretch: Stretch,
  lead: Lead | undefined,
  villages: readonly Mention[],
  [line, { item }]: readonly [number, Line],
): Clause => {
  const { signs } = stretch;
  const pieces = cutAtCommas(stretch);
  const ofUnits = pieces.filter((piece) => piece.some(isUnitSign));
  return {
    parts: partsOf(pieces),
    lead,
    only: ofUnits.some((piece) => holds(piece, ONLY)),
    villages,
    line,
    item,
    murky: holds(signs, MURKY),
    mixed: ofUnits.some((piece) => holds(piece, OF_ELSEWHERE) || isElsewhere(piece) || isPerhapsOwned(piece)),
    nothing: ofUnits.length === 0 && isNothing(signs, pieces),
    undoes: ofUnits.length === 0 && pieces.some(isUndoing),
    lacks: holds(signs, WHO) && holds(signs, NEGATION) && (signs.some(isHead) ? 'held' : 'named'),
    planned: holds(signs, PLANS) && holds(signs, WORK) && !holds(signs, STRANGE),
  };
};

const villagesIn = ({ signs }: Stretch): readonly Mention[] => {
  const villages: Mention[] = [];
  for (const sign of signs) if (sign.is === 'village' && sign.villages) villages.push(sign.villages);
  return villages;
};

/** Reads lines into clauses. A village governs what follows it in its line; one at the head also the lines below. */
export const readClauses = (lines: readonly Line[]): Clause[] => {
  const clauses: Clause[] = [];
  let governing: readonly Mention[] = [];
  // "Ralat" on a line of its own is said of what comes next.
  let waiting: Clause | undefined;
  for (const entry of lines.entries()) {
    const [, line] = entry;
    if (line.head) governing = [line.head];
    let here = governing;
    for (const stretch of stretchesOf(line)) {
      const named = villagesIn(stretch);
      if (named.length > 0) here = named;
      const clause = clauseOf(stretch, stretch.lead ?? waiting?.lead, here, entry);
      waiting = stretch.signs.length === 0 ? clause : undefined;
      if (!waiting) clauses.push(clause);
    }
  }
  return waiting ? [...clauses, waiting] : clauses;
};
