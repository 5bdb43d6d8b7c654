import { numberOf, UNITS } from '../../domain/units.ts';
import { FROM_END, ORDINAL_PREFIX, TOTALS } from '../words/cues/counting.ts';
import { REPORTERS } from '../words/cues/people.ts';
import { CLOCK } from '../words/cues/times.ts';
import { wordSet } from '../words/tables.ts';
import { isThing, thingAt } from './belongings.ts';
import { ASSERTING_TAGS, isBreak, isName, isStatusTag, kinds, saysNothing, type Tag } from './tags.ts';

/*
 * "Dusun 1 sudah, 2 belum": a number behind a noun that is no unit numbers such things, and so do the numbers after it
 * that nothing else governs.
 */

const clock = wordSet(CLOCK);
const reporters = wordSet(REPORTERS);
const fromEnd = wordSet(FROM_END);
const ordinal = wordSet(ORDINAL_PREFIX);
const totals = wordSet(TOTALS);

/** What may stand between a noun and its number: "rekap pengurus Petani: 1 sudah". */
const BETWEEN = kinds('colon', 'dash', 'own', 'desa', 'village', 'area', 'number', 'who');
const VILLAGE = kinds('village', 'desa');
const SPOKEN_TO = kinds('title', 'courtesy');
const NOUNS = kinds('unknown', 'matter', 'measure', 'measured', 'period', 'aim');
/** What a series ends at, besides units by their names. */
const ENDS = kinds('line', 'village', 'shop', 'all', 'rest');
const JOINS = kinds('comma', 'and', 'to', 'dash');

const isNumber = (tag: Tag): boolean => tag.is === 'unit' && tag.numbered === true;

/** "Dusun 1", "rekap anggota Petani: 1": the number at this place is one of what stands before it. */
const isOfNoun = (tags: readonly Tag[], at: number): boolean => {
  let noun = at - 1;
  while (noun >= 0 && BETWEEN.has(tags[noun]!.is)) {
    // "Dari kasi PMD: Petani 1 sudah": of the village.
    if (tags[noun]!.is === 'village' && tags[noun - 1]?.is === 'colon') return false;
    noun--;
  }
  // "Laporan ke 3".
  if (ordinal.has(tags[noun]?.text ?? '')) noun--;
  const tag = tags[noun];
  if (!tag || SPOKEN_TO.has(tags[noun - 1]?.is ?? 'line')) return false;
  const between = tags.slice(noun + 1, at);
  const isAdjacent = between.every(({ text }) => ordinal.has(text));
  if (totals.has(tag.text)) return true;
  // "Sampai 3": a range without a beginning.
  if (tag.is === 'to') return isAdjacent;
  // "Kades Petani: 1 sudah": who reports.
  if (reporters.has(tag.text) && between.some(({ is }) => VILLAGE.has(is))) return false;
  const thing = thingAt(tag);
  // "Laporan 1 sudah" is of one of several, "laporan: 1 sudah" and "laporan 1, 3" are one.
  if (thing === 'report')
    return isAdjacent && (isBreak(tags[at + 1]) || isStatusTag(tags[at + 1]) || saysNothing(tags[at + 1]!));
  if (thing === 'matter') return isAdjacent && tag.is !== 'own' && tag.is !== 'reports';
  return NOUNS.has(tag.is) || isThing(tags, noun);
};

/** True for what a list may be of instead of units: "rekap pengurus", "data RT"; not for "RT 5". */
export const isListed = (tags: readonly Tag[], at: number): boolean => {
  const tag = tags[at]!;
  if (tag.is === 'measured') return tags[at + 1]?.is !== 'quantity' && tags[at + 1]?.is !== 'date';
  return (
    tag.is === 'office' &&
    thingAt(tag) === 'belonging' &&
    !reporters.has(tag.text) &&
    !SPOKEN_TO.has(tags[at - 1]?.is ?? 'line')
  );
};

/** "Tanggal 1, 3 dan 5": days that are listed. */
const isDayBefore = (day: string, [mark, next]: readonly Tag[]): boolean =>
  JOINS.has(mark?.is ?? 'line') && next?.numbered === true && Number(day) <= UNITS.indexOf(next.units![0]!);

/** "…, yang 2 sudah": so many of what was counted. */
const isPartNext = (tags: readonly Tag[], at: number): boolean => {
  const [mark, next, second] = tags.slice(at, at + 3);
  return mark?.is === 'comma' && next?.is === 'who' && second !== undefined && isNumber(second);
};

const SAID = kinds(...ASSERTING_TAGS, 'unknown');

const isCount = ({ is, text }: Tag): boolean => is === 'quantity' && /^(?:\d{1,2}|\p{L}+)$/u.test(text);

/** "Kios 2 sudah buka 1 belum", "gudang 1 penuh 1 kosong": behind a name a number of which something is said, and another. */
const countsNamed = (tags: readonly Tag[], at: number): boolean => {
  if (!isName(tags[at - 1]) || !SAID.has(tags[at + 1]?.is ?? 'line')) return false;
  const after = tags.slice(at + 1);
  const end = after.findIndex(({ is, numbered }) => ENDS.has(is) || (is === 'unit' && !numbered));
  const said = end < 0 ? after : after.slice(0, end);
  const number = said.findIndex((tag) => isNumber(tag) || isCount(tag));
  return number > 0 && ASSERTING_TAGS.has(said[number + 1]?.is ?? 'line');
};

/** "Dusun 1 sudah", "1 orang sudah": what begins a series of other things; "jam 3" does not. */
const begins = (tags: readonly Tag[], at: number): boolean => {
  const tag = tags[at]!;
  if (tag.is === 'counted') return tag.value !== undefined;
  if (tag.is === 'date') return isDayBefore(tag.text, tags.slice(at + 1, at + 3));
  if (!isCount(tag) || clock.has(tags[at - 1]?.text ?? '')) return false;
  const [next, second] = tags.slice(at + 1, at + 3);
  // "4 pintu sudah", "4 pintu, yang 2 sudah".
  if (next?.is === 'measure') return ASSERTING_TAGS.has(second?.is ?? 'line') || isPartNext(tags, at + 2);
  const goesOn = JOINS.has(next?.is ?? 'line') && second !== undefined && isNumber(second);
  return (goesOn || ASSERTING_TAGS.has(next?.is ?? 'line')) && isOfNoun(tags, at);
};

/** "5 yang pertama", "2 terakhir": so many from an end; "yang pertama" alone is the first. */
const countsFromEnd = (tags: readonly Tag[], at: number): boolean => {
  const next = tags[at + 1]?.is === 'who' ? tags[at + 2] : tags[at + 1];
  return fromEnd.has(next?.text ?? '');
};

const LEADS_TO_LIST = kinds('colon', 'dash', 'open');
const BEFORE_LIST = kinds(
  'title',
  'filler',
  'who',
  'sudah',
  'belum',
  'jadi',
  'ada',
  'berdiri',
  'own',
  'counted',
  'courtesy',
);
const OF_LIST = kinds('unit', 'comma', 'and', 'title', 'courtesy', 'close', 'dash');
const HOW_MANY = kinds('baru', 'sudah', 'belum', 'ada');

/** "Baru 3 pak: kantor, kios, simpan pinjam": it counts the units that are named behind it, and these are as many. */
const countsList = (tags: readonly Tag[], at: number): boolean => {
  const { numbered, units } = tags[at]!;
  if (!numbered || units!.length > 1 || !HOW_MANY.has(tags[at - 1]?.is ?? 'line')) return false;
  const end = tags.findIndex(({ is }, after) => after > at && (is === 'line' || is === 'stop'));
  const after = tags.slice(at + 1, end < 0 ? undefined : end);
  const mark = after.findIndex(({ is }) => LEADS_TO_LIST.has(is));
  const list = after.slice(mark + 1);
  const named = list.filter(isName).map((tag) => tag.units![0]);
  return (
    mark >= 0 &&
    after.slice(0, mark).every(({ is }) => BEFORE_LIST.has(is)) &&
    list.every((tag) => OF_LIST.has(tag.is) && !tag.numbered) &&
    new Set(named).size === named.length &&
    named.length === numberOf(units![0]!)
  );
};

/** Doubts the numbers that are perhaps of other things than units, and says of none that only counts those behind it. */
export const doubtCounts = (tags: readonly Tag[]): readonly Tag[] => {
  let isOfOthers = false;
  return tags.map((tag, at) => {
    // "Baru 3" are there so far.
    if (countsList(tags, at))
      return { ...tag, is: tags[at - 1]!.is === 'baru' ? 'sudah' : 'filler' } as const;
    const isNamed = (isNumber(tag) || isCount(tag)) && countsNamed(tags, at);
    if (begins(tags, at)) isOfOthers = true;
    if (isNumber(tag) || isNamed) {
      isOfOthers ||= isNamed || isOfNoun(tags, at) || countsFromEnd(tags, at);
      if (isOfOthers) return { ...tag, is: 'lookalike' as const, units: [] };
    } else if (ENDS.has(tag.is) || tag.is === 'unit') isOfOthers = false;
    return tag;
  });
};
