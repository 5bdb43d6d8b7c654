import type { AreaCode } from '../../domain/ids.ts';
import { isArea, levelOf, typedLevel } from '../../domain/upper-areas.ts';
import { saidToBot } from '../../interpret/called.ts';
import { desaAlone, furtherAreas, kelurahanAlone, someVillages } from '../../interpret/level-asked.ts';
import { isVillage, namesHigher, takeParts } from '../../interpret/places.ts';
import {
  asks,
  asksHowItIs,
  formWord,
  isFiller,
  isForm,
  type Shown,
  takeShown,
  wordsIn,
} from '../../interpret/requests.ts';
import { REPORTS } from '../../interpret/words/asking.ts';
import { wordSet } from '../../interpret/words/tables.ts';
import type { MessageContext } from '../context.ts';
import { drillTo } from '../prompts/drill.ts';
import type { Answer } from './answer.ts';
import {
  ANSWERS,
  BESIDE,
  COMPARABLE,
  COMPARISON,
  EXCLUSIVE,
  HIGHER,
  OF_TIMES,
  RECAP,
  REPORT,
  STATUS,
  TIMES,
  TOLD_BY,
} from './answers.ts';
import { asksOfAll } from './goes-on.ts';
import type { Question } from './question.ts';
import { villagesAsked } from './villages-asked.ts';

/** What answers a question; `said` is what it says beside the place and what it asks for. */
export function chooseAnswer(
  { context, rest, when, span, isOfOtherTime, bounds, compared, within, place, about, isOfVillage }: Question,
  shown: readonly Shown[],
  said: string,
  text: string,
): Answer | undefined {
  const isAsked = asks(text);
  // Above the kecamatan nothing is reported: whoever calls the bot by its name asks for something.
  const isCalled = context.above !== undefined && saidToBot(context.message.text) !== undefined;
  if (context.above && reportsUnit(text, shown)) return REPORT;
  if (context.above && asksOfSeveral(within, rest, shown, isAsked)) return COMPARISON;
  const ofVillages = context.above && !isOfVillage && villagesAsked(bounds, shown, text, about);
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

/** What is asked for beside what an answer shows, and may make it another question: "gudang paling sedikit". */
export function leftOut(answer: Answer, shown: readonly Shown[], text: string): readonly Shown[] {
  const { command, words, shown: wanted, beside = [], note, isBounded } = answer;
  if (note || isBounded || !command || command === 'bantuan') return [];
  // Of a change and a pace there is no order.
  const isOfForms = command === 'rekap' && !words && !wanted.some((each) => EXCLUSIVE.includes(each));
  const isOfUnits = command === 'status' || (command === 'belum' && !words);
  // A pace tells of whom it is of nobody.
  const isOfPace = wanted.includes('pace') || words === formWord('pace');
  const isNotTold = (each: Shown) => each === 'who' && isOfPace;
  return shown.filter(
    (each) =>
      (![...wanted, ...beside, ...BESIDE].includes(each) || isNotTold(each)) &&
      !(isForm(each) && (isOfForms || words === formWord(each))) &&
      !(isOfUnits && each === 'unit') &&
      !TOLD_BY[each]?.includes(command) &&
      !(each === 'denied' && asksWhether(text)),
  );
}

/** The villages that are asked for, where an answer tells of the areas that they lie in; and kelurahan, of which none tells alone. */
export function levelLeftOut(
  { command, words, ofVillages, isBounded, note }: Answer,
  { context, within, about, isOfVillage }: Question,
  shown: readonly Shown[],
  text: string,
): string | undefined {
  if (note || !command || isOfVillage) return undefined;
  const code = (about && isArea(about) ? about : within) as AreaCode;
  const isOfUnit = command === 'belum' && !words && shown.includes('unit');
  const isTold = isOfUnit || ofVillages === true || (ofVillages && levelOf(code) === 'regency');
  const isOfParts = context.above !== undefined && levelOf(code) !== 'district';
  const villages = isOfParts && !isTold && !isBounded ? someVillages(text) : undefined;
  return villages ?? furtherAreas(code, text) ?? kelurahanAlone(code, text) ?? desaAlone(code, text);
}

/** Whether a "tidak" only asks: "bisa ga tercapai", "ada yang turun ga". */
const asksWhether = (text: string): boolean => {
  const told = takeShown(text).shown;
  const [last = ''] = wordsIn(text).slice(-1);
  return told.includes('ability') || takeShown(last).shown.includes('denied');
};

/** What shows a place, or a week, as the message shows its own to which it replies; the recap where that shows none. */
function asShown({ prompt }: MessageContext, about: string | undefined, within: AreaCode): Answer {
  const { area, drill } = prompt?.context ?? {};
  const isKept = about !== undefined || area === undefined || !isVillage(area);
  if (!drill || !isKept) return RECAP;
  const [command, ...words] = drillTo((about ?? within) as AreaCode, drill).split(' ');
  return { ...RECAP, command: command!, words: words.join(' ') };
}

const reports = wordSet(REPORTS);

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
