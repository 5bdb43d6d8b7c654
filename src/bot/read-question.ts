import { countedDate } from '../domain/dates.ts';
import type { AreaCode } from '../domain/ids.ts';
import { isWithin, LEVELS, levelOf, parentOf, typedLevel } from '../domain/upper-areas.ts';
import type { Span } from '../domain/weeks.ts';
import { type TakenBounds, takeBounds } from '../interpret/bounds.ts';
import {
  areaOf,
  isMisspelled,
  isVillage,
  namesPlace,
  similarPlaces,
  takeParts,
  takePlace,
  takeShownIn,
} from '../interpret/places.ts';
import {
  asks,
  asksHowItIs,
  isFiller,
  isFollowing,
  mayBeName,
  phrasesIn,
  type Shown,
  supposes,
  withoutFillers,
  wordsIn,
} from '../interpret/requests.ts';
import { type TakenTime, takeTime, timesCompared } from '../interpret/times.ts';
import { REPORTS, WHERE } from '../interpret/words/asking.ts';
import { wordSet } from '../interpret/words/tables.ts';
import { saidToBot } from './called.ts';
import type { MessageContext } from './context.ts';
import { drillTo } from './drill.ts';
import { asksOfAll, asksOfVillages, goesOnFrom } from './goes-on.ts';
import { numberAsked, partNumbered } from './lists.ts';
import {
  ANSWERS,
  type Answer,
  BESIDE_BOUNDS,
  COMPARABLE,
  COMPARISON,
  HIGHER,
  OF_TIMES,
  RANKING,
  RECAP,
  REPORT,
  STATUS,
  TIMES,
} from './questions.ts';

// What a question in people's own words asks for: what, of which place, of which week.

/** The code of a village. */
export const VILLAGE = /^\d\d\.\d\d\.\d\d\.\d{4}$/;

/** What is asked, by whom and where. */
export interface Question {
  readonly context: MessageContext;
  /** Its words, without the time that they name. */
  readonly text: string;
  /** What it says beside what it asks for. */
  readonly rest: string;
  readonly when: TakenTime['when'];
  /** The days that it names, where they are no week. */
  readonly span: TakenTime['span'];
  /** It names a time of which nothing is shown. */
  readonly isOfOtherTime: boolean;
  /** How much it asks for of what it looks for. */
  readonly bounds: TakenBounds | undefined;
  /** The times that it compares. */
  readonly compared: readonly Span[];
  readonly within: AreaCode;
  /** The place that is named. */
  readonly place: string | undefined;
  /** That, or what it goes on from; undefined where it asks of the whole area. */
  readonly about: string | undefined;
  /** It names another place, which is not answered. */
  readonly hasMore: boolean;
  /** Its words that say neither where nor what, and may change what is asked for. */
  readonly unread: string;
}

/** Reads a question about an area; `answer` is what it asks for, undefined where that is nothing that is shown. */
export function readQuestion(
  context: MessageContext,
  within: AreaCode,
  text: string,
): { readonly question: Question; readonly answer: Answer | undefined } {
  const today = countedDate(context.now);
  const { week } = context.prompt?.context ?? {};
  const isName = namesPlace(within, text);
  const compared = timesCompared(text, today, week, isName);
  const taken = takeTime(text, today, week, isName);
  const { when, span, isUnread: isOfOtherTime } = taken;
  const timed = compared?.rest ?? taken.rest;
  const bounds = boundsIn(context, timed);
  const told = bounds?.rest ?? timed;
  const { shown: ofWords, rest } = takeShownIn(within, told);
  const shown: readonly Shown[] = [
    ...ofWords,
    ...phrasesIn(text),
    ...(asksWhere(text) ? ['detail' as const] : []),
    ...(supposes(text) ? ['suppose' as const] : []),
  ];
  const place = placeNamed(context, within, rest, told);
  const said = place?.rest ?? withoutFillers(rest);
  const question = {
    context,
    text: told,
    rest,
    when,
    span,
    isOfOtherTime,
    compared: compared?.spans ?? [],
    bounds,
    within,
    place: place?.words,
    about: place?.words ?? goesOnFrom(context, within, told, shown),
    hasMore: place?.more === true,
    unread: unreadIn(said, shown),
  };
  const answer = answerTo(question, shown, said, text);
  // Bounds that are not kept to are told of.
  const unread = [question.unread, answer?.isBounded ? '' : bounds?.words].filter(Boolean).join(' ');
  return { question: { ...question, unread }, answer };
}

/** The words that are not read; of a list in order the first so many are seen anyway: "top 3". */
function unreadIn(said: string, shown: readonly Shown[]): string {
  const isOrdered = shown.includes('best') || shown.includes('worst');
  const means = isOrdered ? /\p{L}/u : /[\p{L}\p{N}]/u;
  return wordsIn(withoutFillers(said))
    .filter((word) => means.test(word) && !isFollowing(word))
    .join(' ');
}

/** What answers a question; `said` is what it says beside the place and what it asks for. */
function answerTo(
  { context, rest, when, span, isOfOtherTime, bounds, compared, within, place, about }: Question,
  shown: readonly Shown[],
  said: string,
  text: string,
): Answer | undefined {
  const isAsked = asks(text);
  // Above the kecamatan nothing is reported: whoever calls the bot by its name asks for something.
  const isCalled = context.above !== undefined && saidToBot(context.message.text) !== undefined;
  if (context.above && reportsUnit(text, shown)) return REPORT;
  if (context.above && asksOfSeveral(within, rest, shown, isAsked)) return COMPARISON;
  const isOfVillage = about !== undefined && VILLAGE.test(about);
  const ofVillages = context.above && !isOfVillage && villagesAsked(bounds, shown, text);
  if (ofVillages) return ofVillages;
  const isOfTimes = compared.length > 1 && !isOfVillage && shown.every((each) => OF_TIMES.includes(each));
  if (context.above && isOfTimes) return TIMES;
  if (context.above && !place && namesHigher(within, rest)) return HIGHER;
  const isOfTime = when !== undefined || span !== undefined || isOfOtherTime;
  const answer = answerAmong(shown, {
    isAsked,
    isCalled,
    // The words of a photo tell what it shows.
    isAlone: said === '' && (isAsked || context.message.media === undefined),
    isAbove: !context.here,
    isOfPlace: place !== undefined,
    isAboutPart: about !== undefined,
    isOfVillage,
    isOfTime,
  });
  const isRecapHere = context.here && answer?.command === 'rekap' && !answer.words && !place;
  if (isRecapHere && namesHigher(within, rest)) return HIGHER;
  if (answer) return answer;
  if (context.here && place && said === '' && asksHowItIs(rest)) return STATUS;
  const asksOfArea = !context.here && (place || asksOfWhole(rest) || asksOfAll(rest));
  const asksForRecap =
    said === '' &&
    (asksOfArea ||
      asksForTime(context, when === 'now' && !span, isOfTime, isAsked || rest === '' || !context.here));
  return asksForRecap ? asShown(context, about, within) : undefined;
}

/** What shows a place, or a week, as the message shows its own to which it replies; the recap where that shows none. */
function asShown({ prompt }: MessageContext, about: string | undefined, within: AreaCode): Answer {
  const { area, drill } = prompt?.context ?? {};
  const isKept = about !== undefined || area === undefined || !isVillage(area);
  if (!drill || !isKept) return RECAP;
  const [command, ...words] = drillTo((about ?? within) as AreaCode, drill).split(' ');
  return { ...RECAP, command: command!, words: words.join(' ') };
}

const reports = wordSet(REPORTS);

const where = wordSet(WHERE);

/** "Di mana saja?" */
const asksWhere = (text: string): boolean => where.has(wordsIn(text.toLowerCase()).join(' '));

/** Bounds that a text names; "7 unit" are some only where villages are asked about. */
function boundsIn({ above }: MessageContext, text: string): TakenBounds | undefined {
  const taken = above && takeBounds(text);
  const isMeant = taken?.bounds.of === 'percent' || taken?.words.includes('/') || asksOfVillages(text);
  return isMeant ? taken : undefined;
}

/** What lists the villages, or the parts, that have as much as is asked for; undefined where no such thing is asked. */
function villagesAsked(
  bounds: TakenBounds | undefined,
  shown: readonly Shown[],
  text: string,
): Answer | undefined {
  if (!shown.every((each) => BESIDE_BOUNDS.includes(each))) return undefined;
  const isOfVillages = asksOfVillages(text);
  const isWhole = shown.includes('done') || (bounds?.bounds.at === 100 && bounds.bounds.of === 'percent');
  if (bounds && !isOfVillages && bounds.bounds.of === 'percent')
    return { ...RECAP, words: `persen ${bounds.words}`, isBounded: true };
  if (bounds || (isOfVillages && shown.some((each) => RANKING.includes(each)))) {
    const least = bounds?.words ?? (isWhole ? '7/7' : shown.includes('zero') ? '0/7' : '');
    const words = ['desa', least, shown.includes('worst') && 'terendah'].filter(Boolean).join(' ');
    return { ...RECAP, words, isBounded: true };
  }
  const isOfParts = wordsIn(text).some((word) => typedLevel(word) !== undefined);
  return isWhole && isOfParts ? { ...RECAP, words: 'persen 100%' } : undefined;
}

/** Whether words report a unit: "lapor petani klinik sudah". */
function reportsUnit(text: string, shown: readonly Shown[]): boolean {
  const [first = ''] = wordsIn(text).filter((word) => !isFiller(word));
  return shown.includes('unit') && reports.has(first.toLowerCase()) && !text.includes('?');
}

/** Whether words ask for several parts of an area, and for nothing that is shown of one alone. */
function asksOfSeveral(within: AreaCode, words: string, shown: readonly Shown[], isAsked: boolean): boolean {
  const { found, rest } = takeParts(within, words);
  const isAsking = isAsked || shown.length > 0 || rest === '';
  return found.length > 1 && isAsking && shown.every((each) => COMPARABLE.includes(each));
}

/** Whether words name a level above that of an area: "prov riau", said in a kabupaten. */
function namesHigher(within: AreaCode, words: string): boolean {
  const own = LEVELS.indexOf(levelOf(within)!);
  return wordsIn(words).some((word) => {
    const level = typedLevel(word);
    return level !== undefined && LEVELS.indexOf(level) < own;
  });
}

/** Whether words ask how an area itself is, or name its level alone. */
const asksOfWhole = (rest: string): boolean =>
  asksHowItIs(rest) || wordsIn(rest).some((word) => typedLevel(word) !== undefined);

/** Whether words that say nothing else ask for a time; to go back to the present is asked for where another week is shown. */
const asksForTime = (
  { prompt }: MessageContext,
  isOfNow: boolean,
  isOfTime: boolean,
  isSure: boolean,
): boolean => (isOfNow ? prompt?.context.week !== undefined : isOfTime && (isSure || isRecap(prompt)));

const isRecap = (prompt: MessageContext['prompt']): boolean =>
  prompt?.context.week !== undefined || prompt?.context.parts !== undefined;

/** What is known of a question beside what it asks for. */
interface Facts {
  readonly isAsked: boolean;
  /** The bot is called by its name. */
  readonly isCalled: boolean;
  /** Nothing else is said. */
  readonly isAlone: boolean;
  readonly isAbove: boolean;
  /** A place is named. */
  readonly isOfPlace: boolean;
  /** It is, or one is gone on from. */
  readonly isAboutPart: boolean;
  readonly isOfVillage: boolean;
  readonly isOfTime: boolean;
}

/** What answers words that ask for something, or say nothing else. */
function answerAmong(
  shown: readonly Shown[],
  { isAsked, isCalled, isAlone, isAbove, isOfPlace, isAboutPart, isOfVillage, isOfTime }: Facts,
): Answer | undefined {
  const fits = {
    above: isAbove,
    place: isAbove && isAboutPart,
    village: isAbove && isOfVillage,
    whole: !isOfPlace,
    times: isOfTime,
  };
  return ANSWERS.find(
    ({ when, where, shown: wanted }) =>
      wanted.every((each) => shown.includes(each)) &&
      (when === 'always' ||
        (isAsked && when !== 'only') ||
        (isCalled && when === undefined) ||
        (when !== undefined && isAlone)) &&
      (!where || fits[where]),
  );
}

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
function placeNamed(
  { prompt, above }: MessageContext,
  within: AreaCode,
  words: string,
  said: string,
): PlaceNamed | undefined {
  const shown = prompt?.context.area;
  for (const area of shown && above ? [areaOf(shown), within] : [within]) {
    const { found, name, rest } = takePlace(area, words);
    const [only] = found;
    if (rest !== '' && isMisspelled(area, words)) break;
    if (only && (rest === '' || mayBeName(name))) {
      const further = takePlace(area, rest);
      const more = above !== undefined && further.found.length > 0 && mayBeName(further.name);
      return { words: found.length === 1 ? only.code : name, rest: more ? further.rest : rest, more };
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
