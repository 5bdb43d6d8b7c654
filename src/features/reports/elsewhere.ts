import { villageAround } from '../../domain/areas.ts';
import type { DistrictScope } from '../../domain/district.ts';
import { mayBeName } from '../../interpret/requests.ts';

/** Words before which a place stands. */
const BEFORE_VILLAGE = /^(?:desa|ds|kelurahan|kel)$/;
/** No village's name has more words. */
const MOST_WORDS = 5;
/** A report that says no more words names nothing beside its units. */
const FEWEST_WORDS = 3;

/** Whether a word is a name by itself: "desa Petani"; "kantor desa baru selesai" names none. */
const isNamed = (before: string | undefined, word: string): boolean =>
  BEFORE_VILLAGE.test(before ?? '') && mayBeName(word);

/** A village of a neighbouring kecamatan that a report names, and the report without that name. */
export interface Elsewhere {
  readonly name: string;
  readonly rest: string;
}

/**
 * The village of a neighbouring kecamatan that a report names: what names no village of its own may be about that one. A name of one word
 * counts behind "desa" alone, where it is no everyday word.
 */
export function villageElsewhere({ area }: DistrictScope, text: string): Elsewhere | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}']+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    from: index,
    to: index + word.length,
  }));
  if (words.length < FEWEST_WORDS) return undefined;
  for (let length = MOST_WORDS; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const named = words.slice(at, at + length);
      if (length === 1 && !isNamed(words[at - 1]?.word, named[0]!.word)) continue;
      const name = villageAround(area.code, named.map(({ word }) => word).join(''));
      if (name) return { name, rest: text.slice(0, named[0]!.from) + text.slice(named.at(-1)!.to) };
    }
  return undefined;
}
