import type { Bounds } from '../domain/bounds.ts';
import { numbers } from './time-words.ts';
import { BOUND_WORDS } from './words/asking.ts';
import { oneOf, wordSet } from './words/tables.ts';

// How much a question asks of what it looks for: "di bawah 20 persen", "yang sudah 7/7", "lebih dari 5 unit".

/** Bounds, the words that say them, and what else is said. */
export interface TakenBounds {
  readonly bounds: Bounds;
  readonly words: string;
  readonly rest: string;
}

const { below, above, least, most, said, percent, units, none } = BOUND_WORDS;
const any = (...tables: readonly string[]): string => oneOf(tables.flatMap((table) => [...wordSet(table)]));
const NUMBER = `\\d{1,3}|${oneOf([...numbers.keys(), ...wordSet(none)])}`;
const PATTERN = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<word>${any(below, above, least, most, said)})\\s+)?(?<n>${NUMBER})\\s*(?:(?<percent>${any(percent)})|(?<share>/\\s*7)(?![\\d/])|(?<units>${any(units)}))(?![\\p{L}\\d])`,
  'iu',
);

const whole = { below, above, least, most };

/** Takes such words out of a text; undefined where it has none, or only counts something. */
export function takeBounds(text: string): TakenBounds | undefined {
  const found = PATTERN.exec(text);
  const { word = '', n = '', percent: isPercent, share } = found?.groups ?? {};
  if (!found) return undefined;
  const at = wordSet(none).has(n.toLowerCase()) ? 0 : (numbers.get(n.toLowerCase()) ?? Number(n));
  const of = isPercent ? 'percent' : 'units';
  const [is] = Object.entries(whole).find(([, table]) => wordSet(table).has(word.toLowerCase())) ?? [];
  if (at > (of === 'percent' ? 100 : 7) || (isPercent && word === '' && at !== 100)) return undefined;
  const whenBare = of === 'units' || at === 0 ? 'exact' : 'least';
  const isShare = share !== undefined;
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return {
    bounds: { of, is: (is as Bounds['is'] | undefined) ?? (isShare ? 'exact' : whenBare), at },
    words: found[0],
    rest: rest.replace(/\s+/g, ' ').trim(),
  };
}
