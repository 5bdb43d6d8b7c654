import type { AreaCode, VillageCode } from '../../domain/ids.ts';
import { isWithin, LEVELS, levelOf, parentOf, typedLevel } from '../../domain/upper-areas.ts';
import { isVillage } from '../../interpret/places.ts';
import { isFiller, type Shown, wordsIn } from '../../interpret/requests.ts';
import { ABOUT_BOT } from '../../interpret/words/asking.ts';
import { ALL, VILLAGE_LEVEL, WHICH, WHOLE } from '../../interpret/words/asking-levels.ts';
import { wordSet } from '../../interpret/words/tables.ts';
import type { MessageContext } from '../context.ts';

// Which area a question is about that names no place: what was shown before, or what lies around it.

type Place = AreaCode | VillageCode;

const villageLevel = wordSet(VILLAGE_LEVEL);
const which = wordSet(WHICH);
const whole = wordSet(WHOLE);
const all = new Set([...whole, ...wordSet(ALL)]);
const pointing = wordSet(ABOUT_BOT);

/** What is shown of an area alone, because a village has no parts and no course of its own. */
const NOT_OF_VILLAGES: readonly Shown[] = [
  'who',
  'compare',
  'percent',
  'pace',
  'ranking',
  'best',
  'fast',
  'worst',
  'workbook',
  'page',
  'using',
];

/**
 * The place that a question goes on from which names none itself: what the message shows to which it replies, or that was shown last. Where
 * it names a level at or above that of this place, it asks among all of that level ("per kecamatan", "kecamatan mana") or of the one that
 * lies around ("kecamatan ini"). Undefined where it asks of the whole area of the chat.
 */
export function goesOnFrom(
  { prompt, above, recalled }: MessageContext,
  within: AreaCode,
  text: string,
  shown: readonly Shown[],
): Place | undefined {
  const place = prompt?.context.area;
  if (!above || !place || place === within || !isWithin(place, within)) return undefined;
  const words = wordsIn(text).map((word) => word.toLowerCase());
  const level = levelNamed(words);
  if (level && level.rank <= rankOf(place)) return around(place, within, level);
  if (asksOfAll(text) || (recalled && words.some((word) => whole.has(word)))) return undefined;
  const asksOfSeveral =
    words.some((word) => which.has(word)) || shown.some((each) => NOT_OF_VILLAGES.includes(each));
  return isVillage(place) && asksOfSeveral ? undefined : place;
}

/** Whether words name all there is, and nothing else: "semua?". */
export function asksOfAll(text: string): boolean {
  const words = wordsIn(text).map((word) => word.toLowerCase());
  return words.some((word) => all.has(word)) && words.every((word) => all.has(word) || isFiller(word));
}

/** How deep a place lies: the nation is 0. */
const rankOf = (place: Place): number => {
  const level = levelOf(place);
  return level ? LEVELS.indexOf(level) : LEVELS.length;
};

/** A level that words name; `isThis`: one area of it is pointed at. */
interface LevelNamed {
  readonly rank: number;
  readonly isThis: boolean;
}

/** The highest level that words name. */
function levelNamed(words: readonly string[]): LevelNamed | undefined {
  const found = words.flatMap((word, i) => {
    const level = typedLevel(word.replace(/nya$/, ''));
    const rank = level ? LEVELS.indexOf(level) : villageLevel.has(word) ? LEVELS.length : undefined;
    return rank === undefined ? [] : [{ rank, isThis: pointing.has(words[i + 1] ?? '') }];
  });
  return found.toSorted((a, b) => a.rank - b.rank)[0];
}

/** The area around a place in which all of a level lie, or which is the one of that level. */
function around(place: Place, within: AreaCode, { rank, isThis }: LevelNamed): Place | undefined {
  const wanted = isThis ? rank : rank - 1;
  let each: Place | undefined = place;
  while (each && rankOf(each) > wanted) each = parentOf(each);
  return each && each !== within && isWithin(each, within) ? each : undefined;
}
