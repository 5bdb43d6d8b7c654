import {
  holds,
  isHead,
  isStatusTag,
  isUnitTag,
  kinds,
  PLAN_TAGS,
  type Tag,
  type TagKind,
} from '../tag/tags.ts';
import { asksPerhapsAll, chunksOf } from './chunks.ts';
import { dropPhraseOfAnother, name } from './naming.ts';
import {
  doubtFrom,
  doubtLast,
  endPhrase,
  endPiece,
  inDoubt,
  isGroup,
  isPredicate,
  join,
  newBuilder,
  type Part,
  type PartBuilder,
  say,
  type UnitGroup,
} from './part-builder.ts';
import type { Claim } from './predicate-table.ts';
import type { Lead } from './segments.ts';
import { castShadow, frameOf, inFrame, inShadow, namesAnotherVillage, type Shadow } from './shadow.ts';
import { OTHER_THINGS, ofTrouble, other, SKIPPED, strange } from './strange-words.ts';
import { SIGHT, type Spot, tagsBehind } from './unit-doubt.ts';

const LEFT_TO_DO = kinds(...OTHER_THINGS, 'quantity');

const leaveOut = (builder: PartBuilder, spot: Spot): void => {
  const next = spot.chunk.tags.slice(spot.at + 1, spot.at + SIGHT).find(({ is }) => !SKIPPED.includes(is));
  // "Tinggal finishing" and "kurang lengkap" are said of a unit; "tinggal klinik" leaves klinik out.
  if (isHead(next) && spot.tag.is !== 'except') {
    say(builder, spot.tag.is === 'left' ? spot.tag : { ...spot.tag, is: 'odd' });
    return;
  }
  // "Gudang tinggal tanahnya", "kurang 1 pintu" say what there is of it, and leaves nothing out: how far it is, nobody can tell.
  const isOfUnit = isUnitTag(spot.before) || spot.before?.is === 'sudah';
  if (isOfUnit && LEFT_TO_DO.has(next?.is ?? 'line')) {
    say(builder, { ...spot.tag, is: 'hampir' });
    return;
  }
  endPhrase(builder);
  builder.left = spot.tag.is as UnitGroup['left'];
  join(builder, 'comma');
};

const connect = (builder: PartBuilder, { after }: Spot): void => {
  if (builder.phrase.length > 0 && !isUnitTag(after)) return;
  endPhrase(builder);
  join(builder, 'and');
};

const choose = (builder: PartBuilder, { tag, before, after }: Spot): void => {
  if (isStatusTag(before) && isStatusTag(after)) builder.phrase.push({ ...tag, is: 'question' });
  else if (tag.is === 'or') {
    endPhrase(builder);
    doubtLast(builder);
    join(builder, 'and');
  } else if (tag.is === 'slash') join(builder, 'and');
};

const OPENS_STATUS = kinds('sudah', 'belum', 'masih', 'sedang');
const TO_READERS = kinds('title', 'office', 'courtesy');

const dash = (builder: PartBuilder, spot: Spot): void => {
  const { tag, before, after, chunk, at } = spot;
  const behind = tagsBehind(chunk, at).findLast(({ is }) => is !== 'colon' && is !== 'filler');
  if (
    tag.is === 'dash' &&
    isUnitTag(behind) &&
    chunk.tags.slice(at + 1).every(({ is }) => TO_READERS.has(is))
  ) {
    say(builder, { ...tag, is: 'cross' });
    return;
  }
  dropPhraseOfAnother(builder, spot);
  endPhrase(builder);
  join(builder, tag.is === 'dash' && isUnitTag(before) && isUnitTag(after) ? 'comma' : 'colon');
};

const also = (builder: PartBuilder, { tag, after }: Spot): void => {
  if (builder.phrase.length > 0 || isStatusTag(after)) return;
  // "Klinik proses, demikian juga apotek": it binds over the comma.
  if (isUnitTag(after)) builder.joint = 'and';
  else say(builder, tag);
};

/** "Kios sudah yang belum klinik": another status begins. */
const whichOnes = (builder: PartBuilder, { after }: Spot): void => {
  if (builder.phrase.length === 0 || !OPENS_STATUS.has(after?.is ?? 'line')) return;
  endPhrase(builder);
  join(builder, 'comma');
};

/** "Ke-1 s/d ke-3", "1 sampai no 3": what lies between them was not said. */
const range = (builder: PartBuilder, { before, chunk, at }: Spot): void => {
  if (isUnitTag(before) && chunk.tags.slice(at + 1, at + 4).some(isUnitTag)) doubtLast(builder);
};

/** A date says when a unit named beside it will stand, unless it says since when it does. */
const date = (builder: PartBuilder, { tag, chunk }: Spot): void => {
  if (chunk.units && !chunk.now) say(builder, tag);
};

const COUNTED = kinds('measure', 'measured');

/** "Sudah 100 anggota", "RT 4 sudah", "mobil operasional sudah ada": told of something else, where no unit is named. */
export const tellsOfCounted = (tags: readonly Tag[]): boolean =>
  holds(tags, COUNTED) && tags.some(isStatusTag) && !tags.some(isUnitTag);

type Reads = (builder: PartBuilder, spot: Spot) => void;

const READS: Partial<Record<TagKind, Reads>> = {
  except: leaveOut,
  left: leaveOut,
  'short of': leaveOut,
  unknown: strange,
  matter: strange,
  laugh: strange,
  about: ofTrouble,
  reports: other,
  measure: other,
  and: connect,
  or: choose,
  slash: choose,
  colon: dash,
  dash,
  who: whichOnes,
  also,
  to: range,
  date,
  open: (builder, { tag, chunk, at }) => {
    endPhrase(builder);
    join(builder, 'bracket');
    const inside = chunk.tags.slice(at + 1);
    // "Kantor sudah (rencana)"; "kantor sudah (peresmian bulan depan)" plans something else.
    if (inside.length > 0 && inside.every(({ is }) => PLAN_TAGS.has(is)))
      say(builder, { ...tag, is: 'unsure' });
  },
};

const readsOf = (tag: Tag): Reads | undefined => {
  if (isUnitTag(tag)) return name;
  return READS[tag.is] ?? (isStatusTag(tag) ? (builder, { tag }) => say(builder, tag) : undefined);
};

const asks = ({ says }: Claim): boolean => says === 'question';

/** "Gudang sudah kantor belum kok bisa": a question behind it all asks of all. */
const asksOfAll = (parts: readonly Part[]): boolean => {
  const said = parts.filter(isPredicate);
  const claims = said.at(-1)?.claims ?? [];
  return said.length > 1 && claims.some(asks) && !claims.every(asks);
};

/** Reads the pieces of a segment into units and what is said of units, in the order in which they stand. */
export const partsOf = (pieces: readonly (readonly Tag[])[], lead?: Lead): readonly Part[] => {
  const builder = newBuilder();
  let named = false;
  const chunks = chunksOf(pieces, lead);
  const shadow: Shadow = {
    doubt: Number.POSITIVE_INFINITY,
    plan: Number.POSITIVE_INFINITY,
    undone: false,
  };
  for (const [number, chunk] of chunks.entries()) {
    if (number > 0) endPiece(builder);
    // A plan at the head of the segment ("bulan depan, …") reaches over its comma.
    if (named) builder.planned = false;
    const next = chunks[number + 1];
    const first = builder.parts.length;
    if (!chunk.units && !chunk.tags.some(isStatusTag))
      castShadow(shadow, pieces[number]!, builder.parts.length);
    // A unit that has its status keeps it.
    const isOther =
      builder.parts.some(isGroup) && isPredicate(builder.parts.at(-1)) && tellsOfCounted(chunk.tags);
    for (const [at, tag] of isOther ? [] : chunk.tags.entries()) {
      const [before, after] = [chunk.tags[at - 1], chunk.tags[at + 1]];
      readsOf(tag)?.(builder, { tag, before, after, chunk, at, next });
    }
    endPhrase(builder);
    if (namesAnotherVillage(chunk.tags) || asksOfAll(builder.parts.slice(first))) doubtFrom(builder, first);
    named ||= chunk.units;
  }
  const parts = inShadow(inFrame(builder.parts, frameOf(chunks)), shadow);
  // "Semua sudah kecuali yang itu": what is left out, nobody can tell.
  const leavesOutUnnamed =
    builder.left && builder.parts.some((part) => isGroup(part) && part.scope === 'all');
  if (!asksPerhapsAll(pieces) && !leavesOutUnnamed) return parts;
  return parts.map(inDoubt);
};
