import { thingAt } from '../tag/belongings.ts';
import { isHead, isName, isStatusTag, isUnitTag, kinds, type Tag } from '../tag/tags.ts';
import type { AskReason } from '../types.ts';
import { ORDINAL_PREFIX, ORDINALS, PIECES, POINTING } from '../words/cues/counting.ts';
import { NEXT_DOOR, WHERES } from '../words/cues/places.ts';
import { EVERYDAY } from '../words/cues/things.ts';
import { wordSet } from '../words/tables.ts';
import type { Chunk } from './chunks.ts';
import { UNCLEAR } from './part-builder.ts';

/** A tag with what stands around it in its chunk. */
export interface Spot {
  readonly tag: Tag;
  readonly before: Tag | undefined;
  readonly after: Tag | undefined;
  readonly chunk: Chunk;
  readonly at: number;
  readonly next: Chunk | undefined;
}

/** How far from a tag another still belongs to it. */
export const SIGHT = 8;

/** The tags just before one, in its chunk. */
export const tagsBehind = ({ tags }: Chunk, at: number): readonly Tag[] =>
  tags.slice(Math.max(0, at - SIGHT), at);

const MEASURES = kinds('measure', 'measured');

const nextDoor = wordSet(NEXT_DOOR);
const pieces = wordSet(PIECES);
const ordinal = wordSet(ORDINAL_PREFIX);
const everyday = wordSet(EVERYDAY);
const pointing = wordSet(POINTING);
const ordinals = wordSet(ORDINALS);

/** "Baru 2 yang sudah", "hanya 3", "tinggal 1 yang belum", "2 saja": how many there are, or which. */
const COUNTING = kinds('baru', 'only', 'left', 'short of');

/** True where a list of numbers goes on: "tinggal 4 dan 5", "baru 1, 2". */
const goesOn = ({ after, chunk, at, next }: Spot): boolean =>
  after === undefined
    ? next?.tags[0]?.numbered === true
    : after.numbered === true || (after.is === 'and' && chunk.tags[at + 2]?.is === 'unit');

const LISTS = kinds('colon', 'open', 'dash');

/** "Ada 3 yang sudah, kantor, kios", "3 sudah (kantor, kios, gudang)": how many, and then which. */
const countsNext = ({ tag, chunk, at, next }: Spot): boolean => {
  const before = tagsBehind(chunk, at);
  if (before.some(isUnitTag)) return false;
  const behind = chunk.tags.slice(at + 1, at + 1 + SIGHT);
  const mark = behind.findIndex((one) => LISTS.has(one.is) || isName(one));
  const told = [...before, ...(mark < 0 ? behind : behind.slice(0, mark))];
  const list = mark < 0 ? (next?.tags.slice(0, SIGHT) ?? []) : behind.slice(mark);
  const named = list.filter(isName);
  return (
    named.length > 0 &&
    !list.some(isStatusTag) &&
    !named.some(({ units }) => units!.some((unit) => tag.units!.includes(unit))) &&
    told.some(isStatusTag) &&
    !told.some(isUnitTag)
  );
};

/**
 * A number that perhaps counts: "dua lagi belum", "kantor sudah ada dua", "yang sudah 2, kantor dan klinik". It may be
 * an index too: "kantor sudah 3. gudang …".
 */
const isPerhapsCount = (spot: Spot): boolean => {
  const { tag, before, after, chunk, at, next } = spot;
  if (!tag.numbered || tag.units!.length > 1) return false;
  // "3 lagi belum"; "3 lagi dibangun" is how it stands.
  if (after?.is === 'lagi' && !isHead(chunk.tags[at + 2]) && before?.is !== 'number') return true;
  if (countsNext(spot)) return true;
  if (before && COUNTING.has(before.is)) return !goesOn(spot);
  // "Semua sudah kecuali satu"; "kecuali 1" is the first.
  if (before?.is === 'except' && /^\p{L}/u.test(tag.text)) return !goesOn(spot);
  // "Yang 3 itu sudah"; "yang pertama itu" is the first.
  if (before?.is === 'who' && pointing.has(after?.text ?? '') && !ordinals.has(tag.text)) return true;
  if (before === undefined && after?.is === 'only') return true;
  if (!isStatusTag(before)) return false;
  // "Ada 3 yang sudah".
  if (before!.is === 'ada' && after?.is === 'who') return true;
  if ((before!.is === 'ada' || before!.is === 'jadi') && chunk.tags.some(isName)) return true;
  if (chunk.tags.slice(at + 1).some((one) => one.numbered || isStatusTag(one))) return false;
  const isListNext = next?.tags.some(isName) === true && !next.tags.some(isStatusTag);
  // "Sudah 3 pak": that one, or so many by now.
  return isListNext || tagsBehind(chunk, at).some(isName) || !goesOn(spot);
};

const ON_THE_WAY = kinds('place', 'own', 'unknown');
const SUBJECTS = kinds('unknown', 'matter', 'measure');

/** "Mereka sudah punya kantor", "dana cair baru kantor jadi": the status is said of something else. */
const isOfSubject = ({ tag, before, chunk, at }: Spot): boolean => {
  if (!isName(tag) || !isStatusTag(before)) return false;
  const first = tagsBehind(chunk, at).findLastIndex((one) => !isStatusTag(one));
  const subject = tagsBehind(chunk, at)[first];
  // "Dekat masjid ada kios".
  const where = tagsBehind(chunk, at).findLast((one) => !isStatusTag(one) && !ON_THE_WAY.has(one.is));
  if (where?.is === 'at' && nextDoor.has(where.text)) return true;
  if (!subject || !SUBJECTS.has(subject.is)) return false;
  if (subject.is === 'measure' && tagsBehind(chunk, at)[first - 1]?.is === 'quantity') return false;
  return before!.is === 'baru' || !chunk.tags.slice(at + 1).some(isStatusTag);
};

const wheres = wordSet(WHERES);
const LEADS_TO_PLACE = kinds('at', 'area');
const OURS = kinds('village', 'desa', 'own');

/** "Di Mandau kantor sudah", "kecamatan Mandau …", "RT 5 …", "tempat pak Bambang …": elsewhere, or in a part of the village. */
const isElsewhereFirst = ({ chunk, at }: Spot): boolean => {
  const before = tagsBehind(chunk, at);
  const where = before.findIndex(
    ({ is, text }, index) =>
      wheres.has(text) || (LEADS_TO_PLACE.has(is) && before[index + 1]?.is === 'place'),
  );
  return (
    where >= 0 &&
    !before.some((tag) => isUnitTag(tag) || (before[where]!.is !== 'measured' && OURS.has(tag.is))) &&
    !before.slice(0, where).some(isStatusTag)
  );
};

/** "Konsumsi dan logistik sudah siap": goods beside others. */
const isOfGoods = ({ tag, before, chunk, at }: Spot): boolean =>
  before?.is === 'and' && everyday.has(tag.text) && chunk.tags[at - 2]?.is === 'unknown';

/** "Kantor ke-2", "klinik 2 unit sudah", "ada 2 kios": one of several; "angkutan 2 unit" are its vehicles. */
const isOfSeveral = ({ tag, before, after, chunk, at }: Spot): boolean => {
  if (isName(tag)) {
    const isPieces =
      after?.is === 'quantity' && after.text !== '1' && pieces.has(chunk.tags[at + 2]?.text ?? '');
    const isCounted =
      isPieces || (after?.is === 'counted' && (after.value ?? 1) > 1 && !everyday.has(tag.text));
    return isCounted || (before?.numbered === true && chunk.tags[at - 2]?.is === 'ada');
  }
  const prefix = before?.is === 'dash' ? chunk.tags[at - 2] : before;
  return tag.numbered === true && ordinal.has(prefix?.text ?? '') && tagsBehind(chunk, at).some(isName);
};

/** Why it cannot be told which units a tag means. */
export const doubtOf = (spot: Spot): AskReason | undefined => {
  const { tag, before, chunk, at } = spot;
  if (tag.is === 'bad number') return { kind: 'number', number: tag.value! };
  if (tag.is === 'shop') return { kind: 'which-unit', word: tag.text, units: tag.units! };
  // "Mohon info kantor sudah berdiri": told, or asked?
  if (tagsBehind(chunk, at).some(({ is }) => is === 'plea')) return UNCLEAR;
  // "Wifi kantor", "mobil logistik": not the unit, but something of it.
  const isOf =
    before?.is === 'unknown' ||
    before?.is === 'matter' ||
    (MEASURES.has(before?.is ?? 'line') &&
      thingAt(before) !== 'matter' &&
      tag.is === 'unit' &&
      chunk.tags[at - 2]?.is !== 'quantity');
  return tag.is === 'lookalike' ||
    isOf ||
    isOfSubject(spot) ||
    isOfGoods(spot) ||
    isElsewhereFirst(spot) ||
    isOfSeveral(spot) ||
    isPerhapsCount(spot)
    ? UNCLEAR
    : undefined;
};
