import { cutAtCommas } from './chunks.ts';
import type { Part } from './draft.ts';
import { isStatusSign } from './heads.ts';
import type { Line, Mention } from './lines.ts';
import { partsOf } from './parts.ts';
import type { SignKind } from './signs.ts';
import { isUnitSign, type Lead, type Stretch, stretchesOf } from './stretches.ts';

/** A thought: units and what is said of them, for which villages. */
export interface Clause {
  readonly parts: readonly Part[];
  readonly lead?: Lead;
  /** "Hanya", "cuma", "saja" stand beside its units. */
  readonly only: boolean;
  readonly villages: readonly Mention[];
  readonly line: number;
  /** It holds words nobody knows: units only named in it are no report. */
  readonly murky: boolean;
  /** Such words stand beside its units. */
  readonly mixed: boolean;
  /** "Belum ada", "nihil", and not a word more. */
  readonly nothing: boolean;
}

const holds = (signs: Stretch['signs'], ...kinds: readonly SignKind[]): boolean =>
  signs.some(({ is }) => kinds.includes(is));

const HERE: readonly SignKind[] = [
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
];

/** "Kios depan", "klinik desa sebelah": a place that nobody knows. */
const isElsewhere = (chunk: Stretch['signs']): boolean =>
  chunk.some(({ is }, at) => is === 'at' && !HERE.includes(chunk[at + 1]?.is ?? 'at'));

/** "Gudang pak kades sudah jadi": perhaps his own. */
const isPerhapsOwned = (chunk: Stretch['signs']): boolean => {
  const unit = chunk.findIndex(isUnitSign);
  const said = chunk.findIndex((sign, at) => at > unit && sign.is !== 'baru' && isStatusSign(sign));
  return unit >= 0 && said > unit && holds(chunk.slice(unit, said), 'title', 'office');
};

const SAYS_NOTHING: readonly SignKind[] = [
  ...(['courtesy', 'filler', 'title', 'office', 'own', 'now', 'reports', 'place', 'at'] as const),
  ...(['village', 'desa', 'area', 'comma', 'colon', 'dash', 'bullet'] as const),
];

const isNothing = (signs: Stretch['signs']): boolean => {
  const said = signs.filter(({ is }) => !SAYS_NOTHING.includes(is));
  const words = said.map(({ is, text }) => (is === 'nihil' ? text : is)).join(' ');
  return /^(?:masih )?(?:belum ada|nihil\p{L}*)$/u.test(words);
};

const clauseOf = (stretch: Stretch, villages: readonly Mention[], line: number): Clause => {
  const { signs, lead } = stretch;
  const ofUnits = cutAtCommas(stretch).filter((chunk) => chunk.some(isUnitSign));
  return {
    parts: partsOf(stretch),
    only: ofUnits.some((chunk) => holds(chunk, 'only')),
    villages,
    line,
    nothing: isNothing(signs),
    murky: holds(signs, 'unknown', 'laugh', 'link'),
    mixed: ofUnits.some(
      (chunk) =>
        holds(chunk, 'unknown', 'laugh', 'place', 'area') || isElsewhere(chunk) || isPerhapsOwned(chunk),
    ),
    ...(lead && { lead }),
  };
};

interface Placed {
  readonly stretch: Stretch;
  readonly line: number;
  readonly head: Mention | undefined;
}

/** The stretches of all lines; "ralat" on a line of its own is said of the next one. */
const placed = (lines: readonly Line[]): Placed[] => {
  const all = lines.flatMap((line, number) =>
    stretchesOf(line).map((stretch): Placed => ({ stretch, line: number, head: line.head })),
  );
  return all.flatMap((one, at) => {
    const { stretch } = all[at - 1] ?? one;
    const corrects = at > 0 && stretch.signs.length === 0 && stretch.lead && !one.stretch.lead;
    if (one.stretch.signs.length === 0 && all[at + 1]) return [];
    return [corrects ? { ...one, stretch: { ...one.stretch, lead: stretch.lead } } : one];
  });
};

/** Reads lines into clauses. A village governs what follows it in its line; one at the head also the lines below. */
export const readClauses = (lines: readonly Line[]): Clause[] => {
  let governing: readonly Mention[] = [];
  let here = governing;
  let last = -1;
  return placed(lines).map(({ stretch, line, head }) => {
    if (line !== last) {
      if (head) governing = [head];
      here = governing;
      last = line;
    }
    const named = stretch.signs.flatMap(({ is, villages }) =>
      is === 'village' && villages ? [villages] : [],
    );
    if (named.length > 0) here = named;
    return clauseOf(stretch, here, line);
  });
};
