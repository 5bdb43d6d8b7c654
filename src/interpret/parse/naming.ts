import { UNITS } from '../../domain/units.ts';
import { isAddressed, isBelonging } from '../tag/belongings.ts';
import {
  ASSERTING_TAGS,
  isStatusTag,
  isUnitTag,
  kinds,
  STRANGE_TAGS,
  type Tag,
  type TagKind,
} from '../tag/tags.ts';
import type { AskReason } from '../types.ts';
import { ALL_BY_NAME } from '../words/cues/counting.ts';
import { wordSet } from '../words/tables.ts';
import type { Chunk } from './chunks.ts';
import { endPhrase, isGroup, type Joint, type PartBuilder, UNCLEAR, type UnitGroup } from './part-builder.ts';
import { doubtOf, type Spot } from './unit-doubt.ts';

/** What may be followed by words of another matter and still mean what it means: "sudah berdiri megah". */
export const CLOSED: readonly TagKind[] = [
  ...(['berdiri', 'buka', 'jalan', 'proses', 'dibangun', 'pembangunan', 'finishing'] as const),
  ...(['share', 'check', 'cross', 'nihil', 'tutup'] as const),
];

const scopeOf = ({ is }: Tag): UnitGroup['scope'] => {
  if (is === 'all' || is === 'none of them') return 'all';
  return is === 'rest' || is === 'counted' ? is : 'these';
};

/** "Klinik 2": a number beside a name that it does not belong to. */
const clashes = (group: UnitGroup, tag: Tag, joint: Joint): boolean =>
  joint === 'tight' &&
  group.byName === Boolean(tag.numbered) &&
  !tag.units!.every((unit) => group.units.includes(unit));

const nameTogether = (
  builder: PartBuilder,
  group: UnitGroup,
  tag: Tag,
  joint: Joint,
  doubt: AskReason | undefined,
): void => {
  const unsure = group.doubt ?? doubt ?? (clashes(group, tag, joint) ? UNCLEAR : undefined);
  const units = tag.units ?? [];
  const isKnown = units.every((unit) => group.units.includes(unit));
  if (isKnown && unsure === group.doubt && (group.byName || tag.numbered)) return;
  builder.parts[builder.parts.length - 1] = {
    ...group,
    units: isKnown ? group.units : [...new Set([...group.units, ...units])],
    byName: group.byName || !tag.numbered,
    doubt: unsure,
  };
};

const allByName = wordSet(ALL_BY_NAME);

/** "Ketujuh unit", "7 unit": it says itself of what. */
export const namesAll = (text: string): boolean => allByName.has(text) || /^\d/u.test(text);

/** "Berkas sudah lengkap semua", "belum ada satupun yang hadir rapat": all of something else; "semua berdiri megah" is not. */
const isAllOfOther = ({ tags }: Chunk, { text }: Tag): boolean => {
  if (namesAll(text)) return false;
  const closed = tags.findIndex(({ is }) => CLOSED.includes(is));
  const until = closed < 0 ? tags.length : closed;
  return tags.some((tag, at) => at < until && (STRANGE_TAGS.has(tag.is) || isBelonging(tags, at)));
};

/** Of which units "semua", "sama sekali" speak: of those named next to it, or else of all there are. */
const allOf = (
  { parts, phrase }: PartBuilder,
  { tag, after }: Spot,
  joint: Joint,
): 'the named' | 'nobody knows' | undefined => {
  const last = parts.at(-1);
  const named = isGroup(last) && last.scope === 'these' && !last.left;
  // "Yang lain belum sama sekali".
  const isRest = isGroup(last) && last.scope === 'rest';
  const isDenied = phrase.some(({ is }) => is === 'belum' || is === 'tidak');
  // "Klinik belum ada sama sekali", "klinik sama sekali belum ada".
  if (tag.is === 'none of them')
    return (named || isRest || (isGroup(last) && last.scope === 'all' && last.byName)) &&
      (isDenied || joint === 'tight')
      ? 'the named'
      : undefined;
  // "Semua kantor dan kios".
  if (after?.is === 'unit' && !after.numbered) return 'nobody knows';
  if (phrase.length > 0 && joint === 'tight') {
    // "Kantor dan kios sudah semua": all of these; "belum semua": nobody knows which.
    if (isDenied) return 'nobody knows';
    return isGroup(last) && !last.left ? 'the named' : undefined;
  }
  // "Sisanya semua belum".
  if (isRest && joint === 'tight') return 'the named';
  // "Kantor dan kios semua sudah": all of these; "kantor semua sudah", "kantor, semua sudah": nobody knows.
  if (!named || phrase.length > 0) return undefined;
  const several = last.units.length > 1 || isGroup(parts.at(-2));
  return several && joint === 'tight' ? 'the named' : 'nobody knows';
};

/** "4 (klinik)" names one unit twice; "(klinik belum)" tells of one unit. */
const saysMore = ({ after, chunk, at }: Spot): boolean =>
  after?.is !== 'filler' && chunk.tags.slice(at + 1).some(isStatusTag);

const SUBJECTS = kinds('unknown', 'matter', 'office');
const asserts = ({ is }: Tag): boolean => ASSERTING_TAGS.has(is);

/** "Rekening sudah dibuka kantor belum": what stands before the first unit is said of something else, where the unit has a status of its own. */
const isOfAnother = ({ before, chunk, at }: Spot): boolean => {
  if (!isStatusTag(before)) return false;
  const earlier = chunk.tags.slice(0, at);
  const subject = earlier.findLastIndex((tag) => !isStatusTag(tag));
  return (
    SUBJECTS.has(earlier[subject]?.is ?? 'line') &&
    !isAddressed(earlier, subject) &&
    !earlier.some(isUnitTag) &&
    chunk.tags.slice(at + 1).some(isStatusTag)
  );
};

/** Drops the status phrase that is open where it is said of something else than units. */
export const dropPhraseOfAnother = (builder: PartBuilder, spot: Spot): void => {
  if (builder.phrase.every(asserts) && isOfAnother(spot)) builder.phrase = [];
};

/** Adds the units named at a spot: to the group just named, or as a group of their own. */
export const name = (builder: PartBuilder, spot: Spot): void => {
  const { tag } = spot;
  const last = builder.parts.at(-1);
  const isBracketed = builder.joint === 'bracket' && !saysMore(spot);
  const joint = builder.joint === undefined || isBracketed ? 'tight' : builder.joint;
  dropPhraseOfAnother(builder, spot);
  const { phrase, left } = builder;
  const scope = scopeOf(tag);
  const all = scope === 'all' ? allOf(builder, spot, joint) : undefined;
  endPhrase(builder);
  if (all === 'the named') return;
  builder.joint = undefined;
  builder.left = undefined;
  const isOther = scope === 'all' && isAllOfOther(spot.chunk, tag);
  // "Yang lain kantor sudah": the office of others.
  const isOfRest =
    isGroup(last) && last.scope === 'rest' && scope === 'these' && joint === 'tight' && phrase.length === 0;
  const doubt = doubtOf(spot) ?? (all === 'nobody knows' || isOther || isOfRest ? UNCLEAR : undefined);
  const isNear = phrase.length === 0 && (joint === 'tight' || joint === 'and') && !left;
  if (isNear && scope === 'these' && isGroup(last) && last.scope === 'these') {
    nameTogether(builder, last, tag, joint, doubt);
    return;
  }
  const units = scope === 'all' ? UNITS : (tag.units ?? []);
  builder.parts.push({
    is: 'group',
    units,
    scope,
    ...(scope === 'counted' && { count: tag.value }),
    byName: scope === 'all' ? namesAll(tag.text) : !tag.numbered,
    left,
    doubt,
    joint,
  });
};
