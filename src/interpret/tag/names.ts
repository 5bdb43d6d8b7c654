import { ANOTHER_VILLAGE } from '../words/cues/places.ts';
import { wordSet } from '../words/tables.ts';
import { isKnownWord } from './lexicon.ts';
import { isName, isStatusTag, isUnitTag, type Kinds, kinds, type Tag, tagOf } from './tags.ts';

/*
 * What stands where a village is expected is a name, whether anybody here knows it or not: "Sukamaju: gudang sudah" behind
 * a line of Petani tells of Sukamaju, and not of Petani.
 */

type Tags = readonly Tag[];

/** Where a sentence begins; behind the others a name only where a colon follows: "…, Sukamaju: gudang sudah". */
const ENDS: Kinds = kinds('line', 'stop', 'asks', 'bullet');
const GOES_ON: Kinds = kinds('comma', 'and', 'slash');
const LEADING: Kinds = kinds('courtesy', 'filler', 'at', 'bullet');
const MARKS: Kinds = kinds('stop', 'close', 'dash', 'open');
const NAMING: Kinds = kinds('unknown', 'place', 'area', 'desa', 'measured', 'rest');
/** Words of the tables that names are made of too, behind their first word: "Kampung Harapan Baru". */
const NAME_BITS: Kinds = kinds('baru', 'plan', 'will', 'aim', 'now', 'at', 'quantity');
const anotherVillage = wordSet(ANOTHER_VILLAGE);

/** No name has more words. */
const LONGEST = 4;

const isKnownVillage = ({ is, villages }: Tag): boolean => is === 'village' && villages?.length !== 0;

const isNaming = (tag: Tag): boolean =>
  NAMING.has(tag.is) || anotherVillage.has(tag.text) || (tag.is === 'village' && tag.villages?.length === 0);

/** A word that stands in none of the tables. */
const isStranger = ({ is, text }: Tag): boolean => is === 'unknown' && !text.split(' ').every(isKnownWord);

/** Where the name that begins at a tag ends. */
const endOfName = (tags: Tags, from: number): number => {
  let end = from;
  while (end < tags.length && end - from < LONGEST) {
    const tag = tags[end]!;
    // "Petani Jaya": another village than Petani.
    const isOther = isKnownVillage(tag) && tags[end + 1] !== undefined && isStranger(tags[end + 1]!);
    if (!isNaming(tag) && !isOther && !(end > from && NAME_BITS.has(tag.is))) break;
    end++;
  }
  return end;
};

const isColon = (tag: Tag | undefined): boolean => tag?.is === 'colon' || (tag?.is === 'dash' && !tag.glued);

const tells = (tags: Tags | undefined): boolean =>
  tags?.some((tag) => isUnitTag(tag) || isStatusTag(tag)) === true;

/** What stands around a name that may stand at this place. */
interface Place {
  readonly tags: Tags;
  readonly from: number;
  readonly end: number;
  /** The line below. */
  readonly below: Tags | undefined;
  /** A line or sentence begins here. */
  readonly begins: boolean;
  /** What was told before it: of a village, or of units. */
  readonly told: 'village' | 'units';
}

/** "Lainnya: gudang sudah": behind it is named what is meant; "sisanya: belum" is said of the other units. */
const namesRest = (tags: Tags, at: number, below: Tags | undefined): boolean =>
  isColon(tags[at + 1]) && (tags.length > at + 2 ? tags.slice(at + 2) : below)?.some(isName) === true;

/** Whether what stands there is the name of a village of nowhere here. */
const isNameHere = ({ tags, from, end, below, begins, told }: Place): boolean => {
  const name = tags.slice(from, end);
  if (name.length === 0 || (name.length === 1 && name[0]!.is === 'village')) return false;
  const isStrange = name.some(isStranger);
  const next = tags[end];
  const after = isColon(next) ? tags.slice(end + 1) : [];
  const said = after.length > 0 ? after : begins && (isColon(next) || !next) ? below : undefined;
  if (told === 'units')
    return (
      isStrange &&
      next?.is === 'colon' &&
      name.every(({ is }) => is === 'unknown') &&
      said?.some(isName) === true
    );
  if (name.some(({ is }) => is === 'rest')) return namesRest(tags, end - 1, below);
  if (isColon(next)) return said?.some(isUnitTag) === true || (isStrange && tells(said));
  const isPart =
    name[0]!.is !== 'unknown' && (name.length > 2 || (name.length > 1 && !NAME_BITS.has(name[1]!.is)));
  if (!begins || !(isStrange || isPart || anotherVillage.has(name[0]!.text))) return false;
  return next ? isName(next) : tells(said);
};

const textOf = (tags: Tags): string => tags.map(({ text }) => text).join(' ');

const isIndex = (tag: Tag): boolean =>
  tag.numbered === true || tag.is === 'bad number' || tag.is === 'quantity';

/** "2. Sukamaju": what counts the lines is no part of a name. */
const isBeforeName = (tags: Tags, at: number): boolean => {
  const tag = tags[at]!;
  if (LEADING.has(tag.is)) return true;
  return isIndex(tag) ? MARKS.has(tags[at + 1]?.is ?? 'line') : MARKS.has(tag.is);
};

const linesOf = (tags: Tags): Tags[] => {
  const ends = [...tags.flatMap(({ is }, at) => (is === 'line' ? [at] : [])), tags.length];
  return ends.map((end, at) => tags.slice(at > 0 ? ends[at - 1]! : 0, end));
};

/** Tags in which what stands in the place of a village's name is one. */
export const withNames = (all: Tags): Tags => {
  let told: Place['told'] | undefined;
  const lines = linesOf(all);
  const named: Tag[] = [];
  for (const [line, tags] of lines.entries()) {
    const below = lines.slice(line + 1).find(({ length }) => length > 1);
    let begins = true;
    for (let at = 0; at < tags.length; ) {
      const tag = tags[at]!;
      const isRest = tag.is === 'rest' && namesRest(tags, at, below);
      const opens: boolean =
        told !== undefined && (begins || isRest || GOES_ON.has(tags[at - 1]?.is ?? 'line'));
      const end: number = opens ? endOfName(tags, at) : at;
      const isNamed: boolean =
        end > at && told !== undefined && isNameHere({ tags, from: at, end, below, begins, told });
      if (isNamed) named.push(tagOf('village', textOf(tags.slice(at, end)), tag.glued, { villages: [] }));
      // Of one village, these units; among several, nobody knows of which.
      else named.push(isRest && told !== 'village' ? { ...tag, is: 'filler' } : tag);
      if (isKnownVillage(tag)) told = 'village';
      else if (isUnitTag(tag)) told ??= 'units';
      begins = !isNamed && (ENDS.has(tag.is) || (begins && isBeforeName(tags, at)));
      at = isNamed ? end : at + 1;
    }
  }
  return named;
};
