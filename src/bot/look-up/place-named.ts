import type { AreaCode } from '../../domain/ids.ts';
import { isWithin, levelOf, parentOf } from '../../domain/upper-areas.ts';
import { areaOf, isMisspelled, similarPlaces, takePlace, withoutPlaces } from '../../interpret/places.ts';
import { mayBeName, withoutFillers } from '../../interpret/requests.ts';
import type { MessageContext } from '../context.ts';
import { numberAsked, partNumbered } from '../prompts/lists.ts';

/** A place that words name, what else they say, and whether they name a further one. */
interface PlaceNamed {
  readonly words: string;
  readonly rest: string;
  readonly more?: boolean;
}

/**
 * The place that words name, in what was shown before or in the whole area, as a command finds it, a misspelled one included; and what
 * else they say. `said`: the words together with what they ask for.
 */
export function placeNamed(
  { prompt, above }: MessageContext,
  within: AreaCode,
  words: string,
  said: string,
): PlaceNamed | undefined {
  const shown = prompt?.context.area;
  for (const area of shown && above ? [areaOf(shown), within] : [within]) {
    const { found, name, rest } = takePlace(area, words);
    const [only] = found;
    // Of a list the first so many are asked for: "5 desa terbaik di Bathin Solapan".
    if (/\p{L}/u.test(rest) && isMisspelled(area, words)) break;
    if (only && (rest === '' || mayBeName(name))) {
      const beside = above ? withoutPlaces(area, rest) : rest;
      return { words: found.length === 1 ? only.code : name, rest: beside, more: beside !== rest };
    }
  }
  const number = above ? numberAsked(said) : undefined;
  if (number) return { words: partNumbered(prompt, number) ?? number, rest: '' };
  const isNear = mayBeName(words) && !namesBeside(within, words) && similarPlaces(within, words).length > 0;
  return isNear ? { words: withoutFillers(words), rest: '' } : undefined;
}

/** Whether words name a place beside a kecamatan: such a name is no slip of one that lies in it. */
function namesBeside(within: AreaCode, words: string): boolean {
  const { found } = levelOf(within) === 'district' ? takePlace(parentOf(within)!, words) : { found: [] };
  return found.length > 0 && !found.some(({ code }) => isWithin(code, within));
}
