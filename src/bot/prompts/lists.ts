import { asksHowItIs, type Shown, takeShown, withoutFillers, wordsIn } from '../../interpret/requests.ts';
import { COUNTED } from '../../interpret/words/asking.ts';
import { NUMBER_WORDS } from '../../interpret/words/sentences.ts';
import { anyOf } from '../../interpret/words/tables.ts';
import type { Posted } from '../../store/outbox.ts';
import type { ShownArea } from '../../store/prompt-context.ts';
import type { Reply } from '../command.ts';
import { placeIn } from './short-reply.ts';

// Which list a number or a name counts in: that of the message which is replied to, or from which it was opened.

const NUMBER = /^\s*(?:\/?rekap\s+)?(?:(?:nomor|no)\.?\s*)?(\d{1,3})[\s.]*$/i;

const COUNTS = new RegExp(
  `(?:\\d\\s*|(?<!\\p{L})${anyOf(...Object.values(NUMBER_WORDS))}\\s+)${anyOf(COUNTED)}(?![\\p{L}\\d])`,
  'iu',
);

/** Whether words count something: "7 unit", "dua kecamatan". */
export const isCount = (text: string): boolean => COUNTS.test(text);

/** The number in a list that a text consists of: "no 3", "yang nomor 3 gimana"; none where it counts something: "3 desa". */
export function numberIn(text: string): string | undefined {
  if (isCount(text)) return undefined;
  const words = wordsIn(text).filter((word) => !asksHowItIs(word));
  const place = placeIn(words.join(' '));
  return NUMBER.exec(words.join(' '))?.[1] ?? (place && `${place.at}`);
}

/** What asks for the first so many, or for whom stands there: "top 3", "peringkat 1". */
const OF_ORDER: readonly Shown[] = ['best', 'worst', 'ranking'];
const NUMBERED = /(?:nomor|no)\.?\s*\d/i;

/** The same beside words that ask for something: "status nomor 2"; none where so many of the best are asked for: "top 3". */
export function numberAsked(said: string): string | undefined {
  const { shown, rest } = takeShown(said);
  const isOfBest = shown.some((each) => OF_ORDER.includes(each)) && !NUMBERED.test(said);
  return isOfBest || isCount(said) ? undefined : numberIn(withoutFillers(rest));
}

/** The list in which a number counts that replies to a message, its own or the one from which it was opened; then those around it. */
function listsOf(prompt: Posted | undefined): readonly ShownArea[] {
  const { area, parts, week, span, drill, list } = prompt?.context ?? {};
  const shown = {
    ...(area && { area }),
    ...(parts && { parts }),
    ...(week && { week }),
    ...(span && { span }),
    ...(drill && { drill }),
  };
  const own = area && parts ? { ...shown, ...(list && { list }) } : list;
  const lists: ShownArea[] = [];
  for (let each = own; each; each = each.list) lists.push(each);
  return lists;
}

/** The lists in which a reply may count: under a question it counts in its choices. */
export const listsCounted = (prompt: Posted | undefined): readonly ShownArea[] =>
  prompt?.content?.choices && !prompt.context.parts ? [] : listsOf(prompt);

/** What has a number in the list that a message shows, or from which it was opened. */
export const partNumbered = (prompt: Posted | undefined, number: string) =>
  listsCounted(prompt)[0]?.parts?.[Number(number) - 1];

/** A reply keeps the list that its area was opened from, and where it numbers nothing itself the one in which numbers counted before. */
export function keepList(reply: Reply, prompt: Posted | undefined): Reply {
  const { area, parts, topics } = reply.context ?? {};
  const lists = listsOf(prompt);
  const list = parts ? lists.find((each) => area && each.parts?.includes(area)) : lists[0];
  if (!list || !reply.answer || topics) return reply;
  const isQuestion = reply.answer.choices !== undefined;
  return {
    ...reply,
    context: { ...reply.context, list },
    ...(!isQuestion && { awaitsAnswer: true as const }),
  };
}
