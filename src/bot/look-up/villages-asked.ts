import { typedLevel, upperArea } from '../../domain/upper-areas.ts';
import { type TakenBounds, takeBounds } from '../../interpret/bounds.ts';
import { asksOfEach, asksOfVillages } from '../../interpret/level-asked.ts';
import { type Shown, wordsIn } from '../../interpret/requests.ts';
import type { MessageContext } from '../context.ts';
import type { Answer } from './answer.ts';
import { BESIDE_BOUNDS, RANKING, RECAP, UNFINISHED } from './answers.ts';

// Which villages, or parts, have as much as is asked for: "desa 7/7", "kecamatan di bawah 20 persen".

/** Bounds that a text names; "7 unit" are some only where villages are asked about. */
export function boundsMeant({ above }: MessageContext, text: string): TakenBounds | undefined {
  const taken = above && takeBounds(text);
  const isMeant = taken?.bounds.of === 'percent' || taken?.words.includes('/') || asksOfVillages(text);
  return isMeant ? taken : undefined;
}

/** What lists the villages, or the parts, that have as much as is asked for; undefined where no such thing is asked. */
export function villagesAsked(
  bounds: TakenBounds | undefined,
  shown: readonly Shown[],
  text: string,
  place: string | undefined,
): Answer | undefined {
  const isOfVillages = asksOfVillages(text);
  if (isOfVillages && UNFINISHED.every((each) => shown.includes(each)))
    return { ...RECAP, words: 'desa kurang dari 7 unit', isBounded: true };
  if (!shown.every((each) => BESIDE_BOUNDS.includes(each))) return undefined;
  const isWhole = shown.includes('done') || (bounds?.bounds.at === 100 && bounds.bounds.of === 'percent');
  if (bounds && !isOfVillages && bounds.bounds.of === 'percent')
    return { ...RECAP, words: hasParts(place) ? `persen ${bounds.words}` : 'persen', isBounded: true };
  const isOfOrder = isOfVillages && shown.some((each) => RANKING.includes(each));
  if (bounds || isOfOrder || (asksOfEach(text) && place === undefined)) {
    const least = bounds?.words ?? (isWhole ? '7/7' : shown.includes('zero') ? '0/7' : '');
    const words = ['desa', least, shown.includes('worst') && 'terendah'].filter(Boolean).join(' ');
    return { ...RECAP, words, isBounded: true };
  }
  const isOfParts = wordsIn(text).some((word) => typedLevel(word) !== undefined);
  return isWhole && isOfParts ? { ...RECAP, words: 'persen 100%', isBounded: true } : undefined;
}

/** Whether a place has parts of which a share may be asked; of a kecamatan its own is told. */
const hasParts = (place: string | undefined): boolean =>
  place === undefined || upperArea(place) !== undefined;
