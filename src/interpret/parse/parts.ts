import { UNITS } from '../../domain/units.ts';
import { isBelonging } from '../tag/belongings.ts';
import {
  DOUBT_TAGS,
  holds,
  isHead,
  isStatusTag,
  isUnitTag,
  kinds,
  PLAN_TAGS,
  STRANGE_TAGS,
  type Tag,
  type TagKind,
} from '../tag/tags.ts';
import type { AskReason } from '../types.ts';
import { ALL_BY_NAME, PEOPLE, POSSESSIVES } from '../words/cues.ts';
import { wordSet } from '../words/tables.ts';
import { asksPerhapsAll, type Chunk, chunksOf } from './chunks.ts';
import {
  doubtLast,
  endPhrase,
  isGroup,
  isPredicate,
  type Joint,
  join,
  newBuilder,
  type Part,
  type PartBuilder,
  say,
  UNCLEAR,
  type UnitGroup,
} from './part-builder.ts';
import { doubtOf, SIGHT, type Spot, tagsBehind } from './unit-doubt.ts';

const SKIPPED: readonly TagKind[] = ['filler', 'own', 'who', 'only'];
const SKIPPED_BEHIND: readonly TagKind[] = [...SKIPPED, 'quantity'];
/** What may be followed by words of another matter and still mean what it means: "sudah berdiri megah". */
const CLOSED: readonly TagKind[] = [
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
  const isDenied = phrase.some(({ is }) => is === 'belum' || is === 'tidak');
  // "Klinik belum ada sama sekali", "klinik sama sekali belum ada".
  if (tag.is === 'none of them') return named && (isDenied || joint === 'tight') ? 'the named' : undefined;
  // "Semua kantor dan kios".
  if (after?.is === 'unit' && !after.numbered) return 'nobody knows';
  if (phrase.length > 0 && joint === 'tight') {
    // "Kantor dan kios sudah semua": all of these; "belum semua": nobody knows which.
    if (isDenied) return 'nobody knows';
    return isGroup(last) && !last.left ? 'the named' : undefined;
  }
  // "Sisanya semua belum".
  if (isGroup(last) && last.scope === 'rest' && joint === 'tight') return 'the named';
  // "Kantor dan kios semua sudah": all of these; "kantor semua sudah", "kantor, semua sudah": nobody knows.
  if (!named || phrase.length > 0) return undefined;
  const several = last.units.length > 1 || isGroup(parts.at(-2));
  return several && joint === 'tight' ? 'the named' : 'nobody knows';
};

const name = (builder: PartBuilder, spot: Spot): void => {
  const { tag } = spot;
  const last = builder.parts.at(-1);
  const { phrase, left } = builder;
  const joint = builder.joint === undefined || builder.joint === 'bracket' ? 'tight' : builder.joint;
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
    byName: scope === 'all' ? namesAll(tag.text) : !tag.numbered,
    left,
    doubt,
    joint,
  });
};

const leaveOut = (builder: PartBuilder, spot: Spot): void => {
  const next = spot.chunk.tags.slice(spot.at + 1, spot.at + SIGHT).find(({ is }) => !SKIPPED.includes(is));
  // "Tinggal finishing" and "kurang lengkap" are said of a unit; "tinggal klinik" leaves klinik out.
  if (isHead(next) && spot.tag.is !== 'except') {
    say(builder, spot.tag.is === 'left' ? spot.tag : { ...spot.tag, is: 'odd' });
    return;
  }
  endPhrase(builder);
  builder.left = spot.tag.is as UnitGroup['left'];
  join(builder, 'comma');
};

const possessives = [...wordSet(POSSESSIVES)];
const isPossessive = ({ text }: Tag): boolean => possessives.some((ending) => text.endsWith(ending));

const strange = (builder: PartBuilder, { tag, before, chunk, at }: Spot): void => {
  if (builder.phrase.length === 0) {
    if (isUnitTag(before)) doubtLast(builder);
    return;
  }
  const behind = tagsBehind(chunk, at).findLast(({ is }) => !SKIPPED_BEHIND.includes(is));
  // "Sudah berdiri megah"; "sudah dibuka pintunya" is said of the door.
  const isOpen = !CLOSED.includes(behind?.is ?? 'line') || (behind?.is === 'buka' && isPossessive(tag));
  if (isStatusTag(behind) && isOpen) builder.phrase.push({ ...tag, is: 'odd' });
};

const people = wordSet(PEOPLE);

/** "Belum ada isinya", "sudah ada 3 orang", "sudah kami laporkan": said of something else; "2 pintu" is a quantity. */
const other = (builder: PartBuilder, spot: Spot): void => {
  const counts = spot.before?.is === 'quantity' && !(spot.chunk.units && people.has(spot.tag.text));
  if (builder.phrase.length > 0 && !counts) strange(builder, spot);
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

const dash = (builder: PartBuilder, { tag, before, after, chunk, at }: Spot): void => {
  const behind = tagsBehind(chunk, at).findLast(({ is }) => is !== 'colon' && is !== 'filler');
  if (tag.is === 'dash' && !after && isUnitTag(behind)) {
    say(builder, { ...tag, is: 'cross' });
    return;
  }
  endPhrase(builder);
  join(builder, tag.is === 'dash' && isUnitTag(before) && isUnitTag(after) ? 'comma' : 'colon');
};

const also = (builder: PartBuilder, { tag, after }: Spot): void => {
  if (builder.phrase.length > 0 || isStatusTag(after)) return;
  // "Klinik proses, demikian juga apotek": it binds over the comma.
  if (isUnitTag(after)) builder.joint = 'and';
  else say(builder, tag);
};

const range = (builder: PartBuilder, { before, after }: Spot): void => {
  if (isUnitTag(before) && isUnitTag(after)) doubtLast(builder);
};

/** A date says when a unit named beside it will stand, unless it says since when it does. */
const date = (builder: PartBuilder, { tag, chunk }: Spot): void => {
  if (chunk.units && !chunk.now) say(builder, tag);
};

type Reads = (builder: PartBuilder, spot: Spot) => void;

const READS: Partial<Record<TagKind, Reads>> = {
  except: leaveOut,
  left: leaveOut,
  'short of': leaveOut,
  unknown: strange,
  matter: strange,
  laugh: strange,
  reports: other,
  measure: other,
  and: connect,
  or: choose,
  slash: choose,
  colon: dash,
  dash,
  also,
  to: range,
  date,
  open: (builder) => {
    endPhrase(builder);
    join(builder, 'bracket');
  },
};

const readsOf = (tag: Tag): Reads | undefined => {
  if (isUnitTag(tag)) return name;
  return READS[tag.is] ?? (isStatusTag(tag) ? (builder, { tag }) => say(builder, tag) : undefined);
};

const BEFORE_UNDOING = kinds('now', 'sudah', 'lagi', 'baru', 'filler', 'courtesy', 'who', 'title', 'but');

/** "…, kemarin roboh kena angin": what undoes a status behind it, and is not said of something else ("atapnya roboh"). */
export const isUndoing = (piece: readonly Tag[]): boolean =>
  piece.find(({ is }) => !BEFORE_UNDOING.has(is))?.is === 'undone';

const HEARSAY = kinds('hearsay');
const REPORTS = kinds('reports');

/** From which part on an aside casts its doubt or its plan: "kalau dana cair, …", "menurut info warga, …", "tunggu panen, …". */
interface Shadow {
  doubt: number;
  plan: number;
}

const castShadow = (shadow: Shadow, piece: readonly Tag[], at: number): void => {
  if (isUndoing(piece)) shadow.doubt = 0;
  if (holds(piece, REPORTS)) return;
  // Whose word it is may be said behind as well: "klinik sudah buka, menurut info warga".
  if (holds(piece, DOUBT_TAGS)) shadow.doubt = Math.min(shadow.doubt, holds(piece, HEARSAY) ? 0 : at);
  if (holds(piece, PLAN_TAGS)) shadow.plan = Math.min(shadow.plan, at);
};

const inShadow = (parts: readonly Part[], { doubt, plan }: Shadow): readonly Part[] => {
  if (doubt >= parts.length && plan >= parts.length) return parts;
  return parts.map((part, at) => {
    if (isGroup(part) && at >= doubt)
      return { ...part, doubt: part.doubt ?? { kind: 'uncertain', units: part.units } };
    return isPredicate(part) && at >= plan ? { ...part, claims: [...part.claims, { says: 'plan' }] } : part;
  });
};

/** Reads the pieces of a segment into units and what is said of units, in the order in which they stand. */
export const partsOf = (pieces: readonly (readonly Tag[])[]): readonly Part[] => {
  const builder = newBuilder();
  let named = false;
  const chunks = chunksOf(pieces);
  const shadow: Shadow = { doubt: Number.POSITIVE_INFINITY, plan: Number.POSITIVE_INFINITY };
  for (const [number, chunk] of chunks.entries()) {
    if (number > 0) join(builder, 'comma');
    // A plan at the head of the segment ("bulan depan, …") reaches over its comma.
    if (named) builder.planned = false;
    const next = chunks[number + 1];
    if (chunk.tags.length === 0) castShadow(shadow, pieces[number]!, builder.parts.length);
    for (const [at, tag] of chunk.tags.entries()) {
      const [before, after] = [chunk.tags[at - 1], chunk.tags[at + 1]];
      readsOf(tag)?.(builder, { tag, before, after, chunk, at, next });
    }
    endPhrase(builder);
    named ||= chunk.units;
  }
  const parts = inShadow(builder.parts, shadow);
  if (!asksPerhapsAll(pieces)) return parts;
  return parts.map((part) => (isGroup(part) ? { ...part, doubt: part.doubt ?? UNCLEAR } : part));
};
