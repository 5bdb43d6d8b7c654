import { isThing } from '../tag/belongings.ts';
import {
  holds,
  isHead,
  isStatusTag,
  isUnitTag,
  kinds,
  PEOPLE_TAGS,
  PLAN_TAGS,
  type Tag,
} from '../tag/tags.ts';
import { NONE_AT_ALL } from '../words/cues/counting.ts';
import { DOERS } from '../words/cues/people.ts';
import { wordSet } from '../words/tables.ts';
import { cutAtCommas, isOwnQuestion } from './chunks.ts';
import { withoutDoneFirst } from './done-first.ts';
import type { Line, Mention } from './lines.ts';
import { inDoubt, ofUnclearVillages, type Part } from './part-builder.ts';
import { partsOf, tellsOfCounted } from './parts.ts';
import { type Lead, type Segment, segmentsOf } from './segments.ts';
import { bindsOn, isThereInstead, isUndoing } from './shadow.ts';

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
  readonly hasUnknownWords: boolean;
  /** Such words stand beside its units. */
  readonly unknownBesideUnit: boolean;
  /** "Belum ada", "nihil", and not a word more. */
  readonly nothing: boolean;
  /** It undoes what was said before: "tapi kemarin roboh". */
  readonly undoes: boolean;
  /** "Yang belum berdiri", as a heading, tells why the units below are named and not how they stand; "yang belum" does both. */
  readonly lacks: 'named' | 'held' | false;
  /** A plan to build or open something. */
  readonly planned: boolean;
  /** It has a colon: it is a field of a form, or the head of what follows. */
  readonly hasColon: boolean;
  /** It only asks about something else, or tells of something that is counted. */
  readonly ofElse: boolean;
}

const doers = wordSet(DOERS);
const WHO = kinds('who');
const NEGATION = kinds('belum', 'tidak');
const WORK = kinds('dibangun', 'pembangunan', 'berdiri', 'buka', 'proses');
const STRANGE = kinds('unknown', 'matter', 'reports');

type Tags = readonly Tag[];

const ONLY = kinds('only');
const COLON = kinds('colon');
const MURKY = kinds('unknown', 'matter', 'laugh', 'link', 'together');
const OF_ELSEWHERE = kinds('unknown', 'matter', 'laugh', 'place', 'area');
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
const isElsewhere = (piece: Tags): boolean =>
  piece.some(({ is, text }, at) => {
    const next = piece[at + 1];
    // "Dalam pengurusan".
    return is === 'at' && !doers.has(text) && !HERE.has(next?.is ?? 'at') && !isHead(next);
  });

/** "Gudang pak kades sudah jadi": perhaps his own. */
const isPerhapsOwned = (piece: Tags): boolean => {
  const unit = piece.findIndex(isUnitTag);
  const said = piece.findIndex((tag, at) => at > unit && tag.is !== 'baru' && isStatusTag(tag));
  return unit >= 0 && said > unit && holds(piece.slice(unit, said), PEOPLE_TAGS);
};

const SAYS_NOTHING = kinds(
  ...(['courtesy', 'filler', 'title', 'office', 'own', 'now', 'reports', 'place', 'at'] as const),
  ...(['village', 'desa', 'area', 'comma', 'colon', 'dash', 'bullet'] as const),
);
/** "Belum ada", "masih nihil": by the kinds of what is said. */
const NOTHING: ReadonlySet<string> = new Set(['belum ada', 'masih belum ada', 'nihil', 'masih nihil']);
const none = wordSet(NONE_AT_ALL);

/** "Belum ada info", "laporan belum ada", "belum ada kades": it is said of something else than the units. */
const isOfOther = (piece: Tags): boolean => {
  const tags = piece.slice(piece.findLastIndex(({ is }) => is === 'colon') + 1);
  return tags.some(isStatusTag) && tags.some((_, at) => isThing(tags, at));
};

const isNothing = (tags: Tags, pieces: readonly Tags[]): boolean => {
  const said = tags.filter(({ is }) => !SAYS_NOTHING.has(is));
  // "Kosong", "nol" are said of one thing; "nihil" of all there is.
  if (said.some((tag) => tag.is === 'nihil' && !none.has(tag.text))) return false;
  return NOTHING.has(said.map(({ is }) => is).join(' ')) && !pieces.some(isOfOther);
};

const BETWEEN_VILLAGES = kinds('or', 'unknown', 'matter', 'plan', 'unsure');

/** "Petani atau Bumbung", "Petani bukan Bumbung", "Petani menyusul Bumbung": of which of them, nobody can tell. */
const setsVillagesApart = ({ tags }: Segment): boolean => {
  const first = tags.findIndex(({ is }) => is === 'village');
  const last = tags.findLastIndex(({ is }) => is === 'village');
  return first >= 0 && holds(tags.slice(first + 1, last), BETWEEN_VILLAGES);
};

const clauseOf = (
  segment: Segment,
  lead: Lead | undefined,
  villages: readonly Mention[],
  [line, { item }]: readonly [number, Line],
): Clause => {
  const { tags } = segment;
  const pieces = withoutDoneFirst(cutAtCommas(segment));
  const ofUnits = pieces.filter((piece) => piece.some(isUnitTag));
  const parts = partsOf(pieces, lead);
  return {
    parts: setsVillagesApart(segment) ? parts.map(ofUnclearVillages) : parts,
    lead,
    only: ofUnits.some((piece) => holds(piece, ONLY)),
    villages,
    line,
    item,
    hasUnknownWords: holds(tags, MURKY),
    unknownBesideUnit: ofUnits.some(
      (piece) => holds(piece, OF_ELSEWHERE) || isElsewhere(piece) || isPerhapsOwned(piece),
    ),
    nothing: ofUnits.length === 0 && isNothing(tags, pieces),
    undoes:
      ofUnits.length === 0 &&
      pieces.some((piece) => isUndoing(piece) || (lead === 'but' && isThereInstead(piece))),
    lacks: holds(tags, WHO) && holds(tags, NEGATION) && (tags.some(isHead) ? 'held' : 'named'),
    planned: holds(tags, PLAN_TAGS) && holds(tags, WORK) && !holds(tags, STRANGE),
    hasColon: holds(tags, COLON),
    ofElse: isOwnQuestion(tags) || (lead === undefined && pieces.every(tellsOfCounted)),
  };
};

const villagesIn = ({ tags }: Segment): readonly Mention[] => {
  const villages: Mention[] = [];
  for (const tag of tags) if (tag.is === 'village' && tag.villages) villages.push(tag.villages);
  return villages;
};

const GOES_ON: ReadonlySet<Lead> = new Set(['but', 'next']);
const OF_VILLAGE = kinds('village', 'desa');

/** "Semua sudah kecuali Bumbung", "selain desa Bumbung, kantor sudah": told of other villages. */
const leavesOutVillage = ({ tags }: Line): boolean =>
  tags.some(({ is }, at) => is === 'except' && OF_VILLAGE.has(tags[at + 1]?.is ?? 'line'));

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
    let bound = false;
    for (const segment of segmentsOf(line)) {
      const named = villagesIn(segment);
      if (named.length > 0) here = named;
      const read = clauseOf(segment, segment.lead ?? waiting?.lead, here, entry);
      bound = GOES_ON.has(segment.lead ?? 'correction') && bound;
      const clause = bound ? { ...read, parts: read.parts.map(inDoubt) } : read;
      bound ||= bindsOn(segment.tags);
      waiting = segment.tags.length === 0 ? clause : undefined;
      if (!waiting) clauses.push(clause);
    }
  }
  const all = waiting ? [...clauses, waiting] : clauses;
  return lines.some(leavesOutVillage)
    ? all.map((one) => ({ ...one, parts: one.parts.map(ofUnclearVillages) }))
    : all;
};
