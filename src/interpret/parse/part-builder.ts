import type { Unit } from '../../domain/units.ts';
import { isHead, PLAN_TAGS, type Tag } from '../tag/tags.ts';
import type { AskReason } from '../types.ts';
import type { Claim } from './predicate-table.ts';
import { readClaims } from './predicates.ts';

/** How closely a part stands to the one before it. */
export type Joint = 'bracket' | 'colon' | 'tight' | 'and' | 'comma';

/** Units named together. */
export interface UnitGroup {
  readonly is: 'group';
  readonly units: readonly Unit[];
  /** `counted`: "2 unit", nobody knows which. */
  readonly scope: 'these' | 'all' | 'rest' | 'counted';
  /** How many, where they are only counted. */
  readonly count?: number | undefined;
  /** By their names, or as "ketujuh unit"; not by number, nor as "semua". */
  readonly byName: boolean;
  /** "kecuali", "tinggal", "kurang" stand before them. */
  readonly left: 'except' | 'left' | 'short of' | undefined;
  /** Why it cannot be told which units these are. */
  readonly doubt: AskReason | undefined;
  readonly joint: Joint;
}

/** A status said, or asked, or planned. */
export interface Predicate {
  readonly is: 'said';
  readonly claims: readonly Claim[];
  /** "Juga": the same as was said last. */
  readonly also: boolean;
  readonly joint: Joint;
}

export type Part = UnitGroup | Predicate;

export const isGroup = (part: Part | undefined): part is UnitGroup => part?.is === 'group';
export const isPredicate = (part: Part | undefined): part is Predicate => part?.is === 'said';

/** It cannot be told what was meant. */
export const UNCLEAR: AskReason = { kind: 'unclear' };

const looser = (one: Joint | undefined, other: Joint): Joint =>
  (['bracket', 'comma', 'colon', 'and', 'tight'] as const).find((joint) => joint === one || joint === other)!;

/** A segment as it is being read: the parts so far, and the status phrase that is still open. */
export interface PartBuilder {
  readonly parts: Part[];
  phrase: Tag[];
  phraseJoint: Joint;
  joint: Joint | undefined;
  left: UnitGroup['left'];
  /** A plan was spoken of: what is said from here on in this chunk is still to come. */
  planned: boolean;
}

/** A segment of which nothing has been read. */
export const newBuilder = (): PartBuilder => ({
  parts: [],
  phrase: [],
  phraseJoint: 'tight',
  joint: undefined,
  left: undefined,
  planned: false,
});

/** Notes that the next part stands no closer than this. */
export const join = (builder: PartBuilder, joint: Joint): void => {
  builder.joint = looser(builder.joint, joint);
};

/** Ends a piece at its comma or closing bracket; a bracket in which nothing was said ("(foto terlampir)") binds nothing. */
export const endPiece = (builder: PartBuilder): void => {
  if (builder.joint === 'bracket') builder.joint = undefined;
  join(builder, 'comma');
};

/** The same part; if it names units, it cannot be told how they stand. */
export const inDoubt = (part: Part): Part =>
  isGroup(part) ? { ...part, doubt: part.doubt ?? UNCLEAR } : part;

/** The same part; if it names units, it cannot be told of which villages they are said: that says more than that they are in doubt. */
export const ofUnclearVillages = (part: Part): Part =>
  isGroup(part) && (part.doubt ?? UNCLEAR) === UNCLEAR
    ? { ...part, doubt: { kind: 'unclear-villages' } }
    : part;

/** Puts all units named from a part on in doubt. */
export const doubtFrom = ({ parts }: PartBuilder, first: number): void => {
  for (let at = Math.max(0, first); at < parts.length; at++) parts[at] = inDoubt(parts[at]!);
};

/** Puts the units named last in doubt. */
export const doubtLast = (builder: PartBuilder): void => doubtFrom(builder, builder.parts.length - 1);

/** Ends the status phrase that is open, if any, and reads what it claims. */
export const endPhrase = (builder: PartBuilder): void => {
  const { phrase, parts } = builder;
  if (phrase.length === 0) return;
  const also = phrase.every(({ is }) => is === 'also');
  const claims = readClaims(phrase, builder.planned);
  if (phrase.some(({ is }) => PLAN_TAGS.has(is))) builder.planned = true;
  if (also || claims.length > 0) parts.push({ is: 'said', claims, also, joint: builder.phraseJoint });
  builder.phrase = [];
};

/** Adds a tag to the status phrase that is open, or opens one. */
export const say = (builder: PartBuilder, tag: Tag): void => {
  if (builder.phrase.length === 0) {
    builder.phraseJoint = builder.joint ?? 'tight';
    builder.joint = undefined;
  }
  // "✅✅✅" says no more than "✅".
  if (!(isHead(tag) && builder.phrase.at(-1)?.is === tag.is && tag.is !== 'share')) builder.phrase.push(tag);
};
