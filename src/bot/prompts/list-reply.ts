import type { AreaCode, VillageCode } from '../../domain/ids.ts';
import { isCalled, levelOf, lineage, type NamedArea, typedLevel } from '../../domain/upper-areas.ts';
import { saidToBot } from '../../interpret/called.ts';
import { asksOfVillages } from '../../interpret/level-asked.ts';
import { areaOf, isVillage, takePlace } from '../../interpret/places.ts';
import {
  asks,
  FILES,
  formWord,
  takeForms,
  withoutFillers,
  withoutFollowing,
  wordsIn,
} from '../../interpret/requests.ts';
import { namesDay } from '../../interpret/times.ts';
import { weekWord } from '../../interpret/weeks.ts';
import { BESIDE_UP, STEP, UP } from '../../interpret/words/asking.ts';
import { wordSet } from '../../interpret/words/tables.ts';
import type { Posted } from '../../store/outbox.ts';
import type { ShownArea } from '../../store/prompt-context.ts';
import type { Choice } from '../../text/content.ts';
import { drillTo, inForms, isRecapOf } from './drill.ts';
import { listsCounted, numberAsked, numberIn, partNumbered } from './lists.ts';

// What a reply to a recap asks for: a part by its number or its name, a file of it, or an area above.

/** A longer reply is neither a number nor a name. */
const LONGEST = 60;

/** Several numbers of a list. */
const SEVERAL = /^\s*(?:(?:nomor|no)\.?\s*)?\d{1,3}(?:\s*(?:,|&|dan|sama)\s*\d{1,3}){1,5}[\s.]*$/i;

/** More follows a question. */
const GOES_ON = /\?\s*\p{L}/u;

const up = new Set([...wordSet(UP), ...wordSet(STEP)]);
const besideUp = new Set([...up, ...wordSet(BESIDE_UP)]);

/** Whether words that are said to the bot are about what was shown: "gambar", "status nomor 2". */
export function isAboutShown(prompt: Posted, said: string): boolean {
  if (!(prompt.context.area ?? prompt.context.list)) return false;
  if (numberAsked(said)) return true;
  const { forms, rest } = takeForms(said);
  return forms.length > 0 && withoutFillers(rest) === '' && forms.every((form) => FILES.includes(form));
}

/**
 * The place that a reply to an area's recap names, by the number that it has there or by its name, or an area above, as the
 * command that shows it; undefined where the message is no such recap, or the reply is something else. In a message that `isQuoted` a
 * number counts only where its reader saw numbers.
 */
export function partNamed(prompt: Posted | undefined, text: string, isQuoted = false): Choice | undefined {
  const lists = listsCounted(prompt);
  const [list] = lists;
  const shown = prompt?.context.area ?? list?.area;
  if (!shown || text.length > LONGEST || GOES_ON.test(text)) return undefined;
  // A day, or all villages in their order, are asked about, and no list shows them.
  if ((namesDay(text) || asksOfVillages(text)) && takeForms(text).forms.length > 0) return undefined;
  const words = withoutFollowing(saidToBot(text) ?? text);
  const upwards = goingUp(shown, words);
  if (upwards) return { label: text, command: upwards };
  const compared = comparedIn(prompt, words);
  if (compared) return { label: text, command: compared };
  // "/rekap 3 pdf" counts in the area itself.
  const { forms, rest } = words.trim().startsWith('/') ? { forms: [], rest: words } : takeForms(words);
  const number = numberIn(rest);
  if (number && isQuoted && !prompt!.context.parts && !prompt!.content?.choices)
    return { label: text, command: `/rekap ${shown} nomor ${number}` };
  const numbered = number && partNumbered(prompt, number);
  if (numbered) return { label: text, command: commandFor(list, numbered, forms.map(formWord).join(' ')) };
  // The command says of a number that there is none.
  if (number && list) return { label: text, command: `/rekap ${list.area} ${number}` };
  if (number || words.trim().startsWith('/')) return undefined;
  const [nearest, ...others] = [prompt!.context, ...lists].flatMap((each) => nameIn(each, words) ?? []);
  // What is shown already is meant as the list shows it from which it was opened.
  const named = (nearest?.place === shown && others.find(({ place }) => place === shown)) || nearest;
  return named && { label: text, command: named.command };
}

/** The command that compares several numbers of a list: "3 dan 4"; undefined where words are none, or one stands for no area. */
function comparedIn(prompt: Posted | undefined, words: string): string | undefined {
  if (!SEVERAL.test(words)) return undefined;
  const codes = words.match(/\d+/g)!.map((number) => partNumbered(prompt, number));
  const areAreas = codes.every((code) => code !== undefined && !isVillage(code));
  return areAreas ? `/rekap banding ${codes.join(', ')}` : undefined;
}

/** A place that words name in what is shown, and the command that shows it as that does. */
interface Named {
  readonly place: AreaCode | VillageCode | undefined;
  readonly command: string;
}

/** The place that words name in what is shown; undefined where they name none, or say more. */
function nameIn(shown: ShownArea, words: string): Named | undefined {
  if (!shown.area) return undefined;
  const { found, name, rest } = takePlace(areaOf(shown.area), words);
  // Beside a name may stand in which form its recap is wanted.
  if (found.length === 0 || takeForms(rest).rest !== '') return undefined;
  // "Mandau peringkat berapa" and "peringkat mandau naik" are questions.
  const { forms } = takeForms(rest);
  if (forms.filter((form) => !FILES.includes(form)).length > 1 || (rest !== '' && asks(words)))
    return undefined;
  const place = found.length === 1 ? found[0]!.code : undefined;
  // Of a village there are no files and no changes.
  if (place && isVillage(place) && rest !== '') return undefined;
  // The command asks which of several is meant.
  return { place, command: commandFor(shown, place ?? `${areaOf(shown.area)} ${name}`, rest) };
}

/** Shows a place as the list does that it was opened from, of the same time, or in the forms that are asked for. */
function commandFor(shown: ShownArea | undefined, place: string, forms: string): string {
  const time = shown?.span ?? shown?.week;
  const drill = forms === '' ? drillTo(place as AreaCode, shown?.drill) : `rekap ${inForms(forms, shown)}`;
  const words = [`/${drill}`, place, isRecapOf(drill) && time && weekWord(time)];
  return words.filter(Boolean).join(' ');
}

/**
 * The command that goes up from what is shown: one step for "kembali" and the like, or to the area above whose level ("ke kabupaten") or
 * name with its level ("kab. Bengkalis") words say; undefined where they say something else.
 */
function goingUp(shown: AreaCode | VillageCode, text: string): string | undefined {
  if (asks(text)) return undefined;
  const said = wordsBehindRecap(text);
  const name = said.filter((word) => !besideUp.has(word.toLowerCase())).join(' ');
  if (name === '') return isStepUp(text) ? stepUp(shown) : undefined;
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

const wordsBehindRecap = (text: string) => wordsIn(text.replace(/^\s*\/?rekap\s/i, ''));

/** Whether words go a step up from what is shown, whatever that is: "kembali dong". */
export function isStepUp(text: string): boolean {
  const said = wordsBehindRecap(text).map((word) => word.toLowerCase());
  return said.some((word) => up.has(word)) && said.every((word) => besideUp.has(word));
}

const stepUp = (from: AreaCode | VillageCode): string => `/rekap ke atas ${from}`;
