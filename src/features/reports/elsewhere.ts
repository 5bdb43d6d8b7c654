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

/**
 * The village of a neighbouring kecamatan that a report names: what names no village of its own may be about that one. A name of one word
 * counts behind "desa" alone, where it is no everyday word.
 */
export function villageElsewhere({ area }: DistrictScope, text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  for (let length = MOST_WORDS; length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      if (length === 1 && !isNamed(words[at - 1], words[at]!)) continue;
      const name = villageAround(area.code, words.slice(at, at + length).join(''));
      if (name) return name;
    }
  return undefined;
}
