import { numberOf, type Unit } from '../../domain/units.ts';
import { STATUS_WORDS } from '../words/statuses.ts';
import type { Meaning } from '../words/tables.ts';

/** A mark that divides or joins. */
export type Mark =
  | 'comma'
  | 'stop'
  | 'asks'
  | 'colon'
  | 'dash'
  | 'slash'
  | 'open'
  | 'close'
  | 'line'
  | 'bullet';

/** What a tag is: a meaning of the vocabulary, a mark, or what numbers and names come to. */
export type TagKind =
  | Exclude<Meaning, Unit>
  | Mark
  | 'unit' // a unit, by name or by number
  | 'digits' // a number not yet read
  | 'bad number' // a number that no unit has
  | 'quantity' // a number that counts or dates something
  | 'share' // a percentage
  | 'village'
  | 'place' // a name that only says where
  | 'link'
  | 'unknown';

/** What a tag can mean besides its kind. */
export interface Meant {
  readonly units?: readonly Unit[] | undefined;
  /** The units are meant by number, not by name. */
  readonly numbered?: true | undefined;
  readonly value?: number | undefined;
  /** Codes of the villages that the name fits; none: a village of nowhere here. */
  readonly villages?: readonly string[] | undefined;
}

/** A word, phrase or mark of a message together with its meaning. */
export interface Tag extends Meant {
  readonly is: TagKind;
  readonly text: string;
  readonly glued: boolean;
}

const NOTHING: Meant = {};

/** Makes a tag. All have the same fields in the same order: what reads them runs a third faster for it. */
export const tagOf = (is: TagKind, text: string, glued: boolean, meant: Meant = NOTHING): Tag => {
  const { units, numbered, value, villages } = meant;
  return { is, text, glued, units, numbered, value, villages };
};

/** Several kinds of tags. */
export type Kinds = ReadonlySet<TagKind>;

/** A set of kinds. */
export const kinds = (...some: readonly TagKind[]): Kinds => new Set(some);

/** True if one of the tags is of these kinds. */
export const holds = (tags: readonly Tag[], some: Kinds): boolean => tags.some(({ is }) => some.has(is));

/** What stands around a tag: a few tags on either side, the nearest last in `before` and first in `after`. */
export interface Neighbours {
  readonly before: readonly Tag[];
  readonly after: readonly Tag[];
}

/** What a tag is among its neighbours; `undefined` leaves it as it is. */
export type Rule = (tag: Tag, neighbours: Neighbours) => TagKind | undefined;

/** Words before a head, in the order of `statuses.ts`: how far along it is. */
const ASPECTS = [
  'sudah',
  'belum',
  'tidak',
  'masih',
  'sedang',
  'lagi',
  'mulai',
  'hampir',
  'baru',
  'bisa',
  'fully',
] as const;

export type Aspect = (typeof ASPECTS)[number];
export type Head = Exclude<keyof typeof STATUS_WORDS, Aspect>;

const HEADS = Object.keys(STATUS_WORDS).filter(
  (means) => !ASPECTS.some((aspect) => aspect === means),
) as Head[];

/** What a status phrase says of a unit: words for a status, and percentages. */
const HEAD_TAGS = kinds(...HEADS, 'share');
/** All that a status phrase is made of: heads, aspects, and what makes a plan or a question of them. */
const STATUS_TAGS = kinds(
  ...HEADS,
  ...ASPECTS,
  ...(['share', 'plan', 'will', 'aim', 'question', 'unsure', 'hearsay', 'request'] as const),
);
/** What asserts something, and plans or asks nothing. */
export const ASSERTING_TAGS = kinds(
  ...HEADS,
  'share',
  ...(['sudah', 'belum', 'tidak', 'masih', 'sedang'] as const),
);
/** What names units, however vaguely. */
const UNIT_TAGS = kinds(
  ...(['unit', 'shop', 'lookalike', 'bad number', 'all', 'rest', 'counted', 'none of them'] as const),
);
/** What names units plainly. */
export const NAMING_TAGS = kinds('unit', 'shop', 'all', 'rest', 'counted');
/** Words of another matter. */
export const STRANGE_TAGS = kinds('unknown', 'matter', 'laugh');
/** What is still to come. */
export const PLAN_TAGS = kinds('plan', 'will', 'aim');
/** What is not vouched for. */
export const DOUBT_TAGS = kinds('unsure', 'hearsay');
/** What is asked for. */
export const REQUEST_TAGS = kinds('request', 'plea');
/** People, by title or office. */
export const PEOPLE_TAGS = kinds('title', 'office');
/** What a breath ends at. */
const BREAK_TAGS = kinds(
  ...(['comma', 'stop', 'asks', 'line', 'but', 'next', 'close', 'open', 'because', 'correction'] as const),
);
/** What stands around a report and says nothing. */
const FILLER_TAGS = kinds(
  ...([
    'courtesy',
    'filler',
    'title',
    'office',
    'own',
    'now',
    'reports',
    'bullet',
    'village',
    'desa',
    'area',
  ] as const),
);

/** True for a word that says how a unit stands. */
export const isHead = (tag: Tag | undefined): boolean => tag !== undefined && HEAD_TAGS.has(tag.is);

/** True for all that a status phrase is made of. */
export const isStatusTag = (tag: Tag | undefined): boolean => tag !== undefined && STATUS_TAGS.has(tag.is);

/** True for what names units, however vaguely; a count only if it tells how many. */
export const isUnitTag = (tag: Tag | undefined): boolean =>
  tag !== undefined && UNIT_TAGS.has(tag.is) && !(tag.is === 'counted' && tag.value === undefined);

/** True where a breath ends. */
export const isBreak = (tag: Tag | undefined): boolean => tag === undefined || BREAK_TAGS.has(tag.is);
/** What was said before in the same breath. */
export const breathBefore = (before: readonly Tag[]): readonly Tag[] =>
  before.slice(before.findLastIndex(isBreak) + 1);
/** What follows in the same breath. */
export function breathAfter(after: readonly Tag[]): readonly Tag[] {
  const end = after.findIndex(isBreak);
  return end < 0 ? after : after.slice(0, end);
}

/** True for words around a report. */
export const saysNothing = (tag: Tag): boolean => FILLER_TAGS.has(tag.is);
/** True for what names units, plainly. */
export const isUnitLike = (tag: Tag | undefined): boolean => tag !== undefined && NAMING_TAGS.has(tag.is);
/** The number that a unit was named by. */
export const numberTyped = ({ numbered, units }: Tag): number | undefined =>
  numbered && units?.length === 1 ? numberOf(units[0]!) : undefined;
/** True for a unit called by its name. */
export const isName = (tag: Tag | undefined): boolean => tag?.is === 'unit' && !tag.numbered;

/** The last tag before that says something, within the same breath. */
export const lastSaid = (before: readonly Tag[]): Tag | undefined => {
  const last = before.findLast((tag) => !saysNothing(tag));
  return isBreak(last) ? undefined : last;
};
