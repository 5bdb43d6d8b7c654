import type { AreaCode, VillageCode } from '../domain/ids.ts';
import { isCalled, levelOf, lineage, type NamedArea, typedLevel } from '../domain/upper-areas.ts';
import { areaOf, takePlace } from '../interpret/places.ts';
import {
  asks,
  asksHowItIs,
  type Form,
  formWord,
  takeForms,
  takeShown,
  withoutFillers,
  wordsIn,
} from '../interpret/requests.ts';
import { weekWord } from '../interpret/weeks.ts';
import { BESIDE_UP, COUNTED, UP } from '../interpret/words/asking.ts';
import { wordSet } from '../interpret/words/tables.ts';
import type { Posted } from '../store/outbox.ts';
import type { ShownArea } from '../store/prompt-context.ts';
import type { Choice } from '../text/content.ts';
import { saidToBot } from './called.ts';
import type { Reply } from './command.ts';
import { placeIn } from './short-reply.ts';

/** A longer reply is neither a number nor a name. */
const LONGEST = 60;

const up = wordSet(UP);
const besideUp = new Set([...up, ...wordSet(BESIDE_UP)]);
const NUMBER = /^\s*(?:\/?rekap\s+)?(?:(?:nomor|no)\.?\s*)?(\d{1,3})[\s.]*$/i;

const COUNTS = new RegExp(`\\d\\s*(?:${[...wordSet(COUNTED)].join('|')})(?![\\p{L}\\d])`, 'iu');

/** Whether words count something: "7 unit". */
export const isCount = (text: string): boolean => COUNTS.test(text);

/** The number in a list that a text consists of: "no 3", "yang nomor 3 gimana"; none where it counts something: "3 desa". */
export function numberIn(text: string): string | undefined {
  if (isCount(text)) return undefined;
  const words = wordsIn(text).filter((word) => !asksHowItIs(word));
  const place = placeIn(words.join(' '));
  return NUMBER.exec(words.join(' '))?.[1] ?? (place && `${place.at}`);
}

/** The list in which a number counts that replies to a message, its own or the one from which it was opened; then those around it. */
function listsOf(prompt: Posted | undefined): readonly ShownArea[] {
  const { area, parts, week, drill, list } = prompt?.context ?? {};
  const shown = {
    ...(area && { area }),
    ...(parts && { parts }),
    ...(week && { week }),
    ...(drill && { drill }),
  };
  const own = area && parts ? { ...shown, ...(list && { list }) } : list;
  const lists: ShownArea[] = [];
  for (let each = own; each; each = each.list) lists.push(each);
  return lists;
}

/** The lists in which a reply may count: under a question it counts in its choices. */
const listsCounted = (prompt: Posted | undefined): readonly ShownArea[] =>
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

const FILES: readonly Form[] = ['picture', 'workbook', 'page'];

/** Whether words that are said to the bot are about what was shown: "bot gambar", "bot status nomor 2". */
export function isAboutShown(prompt: Posted, text: string): boolean {
  const said = saidToBot(text);
  if (said === undefined || !(prompt.context.area ?? prompt.context.list)) return false;
  if (numberIn(withoutFillers(takeShown(said).rest)) && !isCount(said)) return true;
  const { forms, rest } = takeForms(said);
  return forms.length > 0 && withoutFillers(rest) === '' && forms.every((form) => FILES.includes(form));
}

/**
 * The place that a reply to an area's recap names, by the number that it has there or by its name, or an area above, as the
 * command that shows it; undefined where the message is no such recap, or the reply is something else.
 */
export function partNamed(prompt: Posted | undefined, text: string): Choice | undefined {
  const lists = listsCounted(prompt);
  const [list] = lists;
  const shown = prompt?.context.area ?? list?.area;
  if (!shown || text.length > LONGEST) return undefined;
  const words = saidToBot(text) ?? text;
  const upwards = goingUp(shown, words);
  if (upwards) return { label: text, command: upwards };
  // "/rekap 3 pdf" counts in the area itself.
  const { forms, rest } = words.trim().startsWith('/') ? { forms: [], rest: words } : takeForms(words);
  const number = numberIn(rest);
  const numbered = number && partNumbered(prompt, number);
  if (numbered) return { label: text, command: commandFor(list, numbered, forms.map(formWord).join(' ')) };
  // The command says of a number that there is none.
  if (number && list) return { label: text, command: `/rekap ${list.area} ${number}` };
  if (number || words.trim().startsWith('/')) return undefined;
  const [command] = [prompt!.context, ...lists].flatMap((each) => nameIn(each, words) ?? []);
  return command ? { label: text, command } : undefined;
}

/** The command for the place that words name in what is shown; undefined where they name none, or say more. */
function nameIn(shown: ShownArea, words: string): string | undefined {
  if (!shown.area) return undefined;
  const { found, name, rest } = takePlace(areaOf(shown.area), words);
  // Beside a name may stand in which form its recap is wanted.
  if (found.length === 0 || takeForms(rest).rest !== '') return undefined;
  // The command asks which of several is meant.
  return commandFor(shown, found.length > 1 ? `${areaOf(shown.area)} ${name}` : found[0]!.code, rest);
}

/** Shows a place as the list does that it was opened from, of the same week; its recap where a form is asked for. */
function commandFor(shown: ShownArea | undefined, place: string, forms: string): string {
  const { drill = 'rekap', week } = shown ?? {};
  const isRecap = forms !== '' || drill === 'rekap';
  const words = [`/${isRecap ? 'rekap' : drill}`, place, forms, isRecap && week && weekWord(week)];
  return words.filter(Boolean).join(' ');
}

/**
 * The command that goes up from what is shown: one step for "kembali" and the like, or to the area above whose level ("ke kabupaten") or
 * name with its level ("kab. Bengkalis") words say; undefined where they say something else.
 */
function goingUp(shown: AreaCode | VillageCode, text: string): string | undefined {
  if (asks(text)) return undefined;
  const said = wordsIn(text.replace(/^\s*\/?rekap\s/i, ''));
  const name = said.filter((word) => !besideUp.has(word.toLowerCase())).join(' ');
  if (name === '') return said.some((word) => up.has(word.toLowerCase())) ? stepUp(shown) : undefined;
  if (!typedLevel(name)) return undefined;
  const isAlone = wordsIn(name).length === 1;
  const isMeant = (area: NamedArea) =>
    isAlone ? levelOf(area.code) === typedLevel(name) : isCalled(area, name);
  const around = lineage(areaOf(shown));
  const at = around.findIndex(isMeant);
  if (at < 0) return undefined;
  if (around[at]!.code === shown) return isAlone ? `/rekap ${shown}` : undefined;
  return stepUp(at === 0 ? shown : around[at - 1]!.code);
}

const stepUp = (from: AreaCode | VillageCode): string => `/rekap ke atas ${from}`;
