import { isHead, isStatusTag, kinds, type Tag } from '../tag/tags.ts';
import type { AskReason } from '../types.ts';
import { EVERYDAY } from '../words/cues.ts';
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

const everyday = wordSet(EVERYDAY);

const isByName = ({ is, numbered }: Tag): boolean => is === 'unit' && !numbered;

/** "Baru 2 yang sudah", "hanya 3", "tinggal 1 yang belum", "2 saja": how many there are, or which. */
const COUNTING = kinds('baru', 'only', 'left', 'short of');

/** True where a list of numbers goes on: "tinggal 4 dan 5", "baru 1, 2". */
const goesOn = ({ after, chunk, at, next }: Spot): boolean =>
  after === undefined
    ? next?.tags[0]?.numbered === true
    : after.numbered === true || (after.is === 'and' && chunk.tags[at + 2]?.is === 'unit');

/**
 * A number that perhaps counts: "dua lagi belum", "kantor sudah ada dua", "yang sudah 2, kantor dan klinik". It may be
 * an index too: "kantor sudah 3. gudang …".
 */
const isPerhapsCount = (spot: Spot): boolean => {
  const { tag, before, after, chunk, at, next } = spot;
  if (!tag.numbered || tag.units!.length > 1) return false;
  // "3 lagi belum"; "3 lagi dibangun" is how it stands.
  if (after?.is === 'lagi' && !isHead(chunk.tags[at + 2]) && before?.is !== 'number') return true;
  if (before && COUNTING.has(before.is)) return !goesOn(spot);
  if (before === undefined && after?.is === 'only') return true;
  if (!isStatusTag(before)) return false;
  // "Sudah ada 3", "jadi 3".
  if (before!.is === 'ada' || before!.is === 'jadi') return chunk.tags.some(isByName) || !goesOn(spot);
  if (chunk.tags.slice(at + 1).some((one) => one.numbered || isStatusTag(one))) return false;
  const isListNext = next?.tags.some(isByName) === true && !next.tags.some(isStatusTag);
  // "Sudah 3 pak": that one, or so many by now.
  return isListNext || tagsBehind(chunk, at).some(isByName) || !goesOn(spot);
};

const SUBJECTS = kinds('unknown', 'matter', 'measure');

/** "Mereka sudah punya kantor", "dana cair baru kantor jadi": the status is said of something else. */
const isOfSubject = ({ tag, before, chunk, at }: Spot): boolean => {
  if (!isByName(tag) || !isStatusTag(before)) return false;
  const first = tagsBehind(chunk, at).findLastIndex((one) => !isStatusTag(one));
  const subject = tagsBehind(chunk, at)[first];
  if (!subject || !SUBJECTS.has(subject.is)) return false;
  if (subject.is === 'measure' && tagsBehind(chunk, at)[first - 1]?.is === 'quantity') return false;
  return before!.is === 'baru' || !chunk.tags.slice(at + 1).some(isStatusTag);
};

/** "Konsumsi dan logistik sudah siap": goods beside others. */
const isOfGoods = ({ tag, before, chunk, at }: Spot): boolean =>
  before?.is === 'and' && everyday.has(tag.text) && chunk.tags[at - 2]?.is === 'unknown';

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
    (MEASURES.has(before?.is ?? 'line') && tag.is === 'unit' && chunk.tags[at - 2]?.is !== 'quantity');
  return tag.is === 'lookalike' || isOf || isOfSubject(spot) || isOfGoods(spot) || isPerhapsCount(spot)
    ? UNCLEAR
    : undefined;
};
