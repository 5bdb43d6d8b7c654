import { countedDate } from '../../domain/dates.ts';
import { type AreaCode, isVillageCode } from '../../domain/ids.ts';
import { namesPlace, takeShownIn } from '../../interpret/places.ts';
import {
  isFiller,
  isFollowing,
  phrasesIn,
  type Shown,
  supposes,
  withoutFillers,
  wordsIn,
  wordsShown,
} from '../../interpret/requests.ts';
import { takeTime, timesCompared } from '../../interpret/times.ts';
import { WHERE } from '../../interpret/words/asking.ts';
import { wordSet } from '../../interpret/words/tables.ts';
import type { MessageContext } from '../context.ts';
import type { Answer } from './answer.ts';
import { chooseAnswer, leftOut, levelLeftOut } from './choose-answer.ts';
import { goesOnFrom } from './goes-on.ts';
import { placeNamed } from './place-named.ts';
import type { Question } from './question.ts';
import { boundsMeant } from './villages-asked.ts';

// What a question in people's own words says: of which place, of which time, how much, and what it asks for.

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
  const bounds = boundsMeant(context, timed);
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
  const about = place?.words ?? goesOnFrom(context, within, told, shown);
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
    about,
    isOfVillage: about !== undefined && isVillageCode(about),
    hasMore: place?.more === true,
    unread: unreadIn(said, shown),
  };
  const answer = chooseAnswer(question, shown, said, text);
  const left = answer ? leftOut(answer, shown, text) : [];
  // Bounds that are not kept to are told of, and so is what the answer leaves out.
  const unread = [
    answer?.takesRest ? '' : question.unread,
    answer?.isBounded ? '' : bounds?.words,
    ...left.flatMap((each) => wordsShown(told, each)),
    answer && levelLeftOut(answer, question, shown, told),
  ].filter((words) => words);
  return { question: { ...question, unread: [...new Set(unread.join(' ').split(' '))].join(' ') }, answer };
}

/** The words that are not read; of a list in order the first so many are seen anyway: "top 3". */
function unreadIn(said: string, shown: readonly Shown[]): string {
  const isOrdered = (['best', 'fast', 'worst'] as const).some((each) => shown.includes(each));
  const means = isOrdered ? /\p{L}/u : /[\p{L}\p{N}]/u;
  return wordsIn(withoutFillers(said))
    .filter((word) => means.test(word) && !isFollowing(word) && !isFiller(word.replace(/nya$/i, '')))
    .join(' ');
}

const where = wordSet(WHERE);

/** "Di mana saja?" */
const asksWhere = (text: string): boolean => where.has(wordsIn(text.toLowerCase()).join(' '));
