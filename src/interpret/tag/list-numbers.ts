import { isName, isStatusTag, type Kinds, kinds, numberTyped, type Tag } from './tags.ts';

/*
 * "1. Petani: … 2. Terima kasih": a number that goes on from the "1." of a list counts what is listed, whatever that is. It is a unit's only
 * where the list is of numbers and what is said of them ("1. sudah 2. belum").
 */

type Tags = readonly Tag[];

const MARKS: Kinds = kinds('stop', 'close');
const BEFORE_FIRST: Kinds = kinds('line', 'bullet', 'stop', 'colon');
/** What a list's number stands before where it counts words. */
const NO_WORDS: Kinds = kinds(
  ...([
    'line',
    'comma',
    'stop',
    'asks',
    'colon',
    'dash',
    'slash',
    'open',
    'close',
    'bullet',
    'to',
    'and',
  ] as const),
  ...(['bad number', 'share'] as const),
);

const numberOf = (tag: Tag): number => {
  const { numbered, value, is, text } = tag;
  if (numbered) return numberTyped(tag) ?? Number.NaN;
  if (is === 'bad number') return value!;
  return is === 'quantity' && /^\d{1,2}$/u.test(text) ? Number(text) : Number.NaN;
};

/** The places of the numbers that count on from each "1.". */
const countsOf = (tags: Tags): number[][] => {
  const lists: number[][] = [];
  for (const [at, tag] of tags.entries()) {
    if (!MARKS.has(tags[at + 1]?.is ?? 'line')) continue;
    const value = numberOf(tag);
    if (value === 1 && BEFORE_FIRST.has(tags[at - 1]?.is ?? 'line')) lists.push([at]);
    else if (value === (lists.at(-1)?.length ?? 0) + 1) lists.at(-1)?.push(at);
  }
  return lists.filter(({ length }) => length > 1);
};

const isUnitName = (tag: Tag | undefined): boolean => isName(tag) || tag?.is === 'shop';
const isNamed = (tag: Tag): boolean => isUnitName(tag) || tag.is === 'village' || tag.is === 'desa';

/** An item of a list, behind its number. */
const itemsOf = (tags: Tags, numbers: readonly number[]): readonly Tags[] =>
  numbers.map((number, at) => {
    const item = tags.slice(number + 2, numbers[at + 1]);
    const end = item.findIndex(({ is }) => is === 'line');
    return end < 0 ? item : item.slice(0, end);
  });

/** "1. sudah". */
const isOfNumber = ([first]: Tags): boolean => isStatusTag(first);

/** "2. Terima kasih", "2. Desa Petani: …", "3. sudah rapat"; a unit's name behind a number tells itself what it is. */
const countsWords = (item: Tags): boolean => {
  const [first] = item;
  if (!first || NO_WORDS.has(first.is) || first.numbered || first.is === 'unit' || first.is === 'shop')
    return false;
  return !isOfNumber(item) || item.some(({ is }) => is === 'unknown' || is === 'matter' || is === 'quantity');
};

/** Tags in which the numbers that count the items of a list are no numbers. */
export const withoutListNumbers = (tags: Tags): Tags => {
  // "Pengurus: 1. Rahmat 2. Ani": nothing here is of units.
  if (!tags.some(isNamed)) return tags;
  const dropped = new Set<number>();
  for (const numbers of countsOf(tags)) {
    const items = itemsOf(tags, numbers);
    if (!items.some((item) => item.some(isNamed)) && items.some(isOfNumber)) continue;
    if (!items.some(countsWords)) continue;
    for (const [at, number] of numbers.entries())
      if (countsWords(items[at]!) || isUnitName(items[at]![0])) dropped.add(number);
  }
  if (dropped.size === 0) return tags;
  return tags.flatMap((tag, at): Tags => {
    if (dropped.has(at - 1)) return [];
    if (!dropped.has(at)) return [tag];
    const begins = BEFORE_FIRST.has(tags[at - 1]?.is ?? 'line');
    return [
      { ...tag, is: begins ? 'bullet' : 'stop', units: undefined, numbered: undefined, value: undefined },
    ];
  });
};
