import type { AreaCode, VillageCode } from '../domain/ids.ts';
import { isCalled, levelOf, lineage, type NamedArea, typedLevel } from '../domain/upper-areas.ts';
import { areaOf, takePlace } from '../interpret/places.ts';
import { asks, takeForms, wordsIn } from '../interpret/requests.ts';
import { BESIDE_UP, UP } from '../interpret/words/asking.ts';
import { wordSet } from '../interpret/words/tables.ts';
import type { Posted } from '../store/outbox.ts';
import type { Choice } from '../text/content.ts';
import { saidToBot } from './called.ts';

/** A longer reply is neither a number nor a name. */
const LONGEST = 60;

const up = wordSet(UP);
const besideUp = new Set([...up, ...wordSet(BESIDE_UP)]);
const NUMBER = /^\s*(?:\/?rekap\s+)?(?:(?:nomor|no)\.?\s*)?(\d{1,3})[\s.]*$/i;

/** The number that a text consists of: "no 3". */
export const numberIn = (text: string): string | undefined => NUMBER.exec(text)?.[1];

/**
 * The place that a reply to an area's recap names, by the number that it has there or by its name, or an area above, as the
 * command that shows it; undefined where the message is no such recap, or the reply is something else.
 */
export function partNamed(prompt: Posted | undefined, text: string): Choice | undefined {
  const { area: shown, parts, drill = 'rekap' } = prompt?.context ?? {};
  if (!shown || text.length > LONGEST) return undefined;
  const words = saidToBot(text) ?? text;
  const upwards = goingUp(shown, words);
  if (upwards) return { label: text, command: upwards };
  const number = numberIn(words);
  const numbered = number && parts?.[Number(number) - 1];
  if (numbered) return { label: text, command: `/${drill} ${numbered}` };
  // The command says of a number that there is none.
  if (number && parts) return { label: text, command: `/rekap ${shown} ${number}` };
  if (number || words.trim().startsWith('/')) return undefined;
  const { found, name, rest } = takePlace(areaOf(shown), words);
  // Beside a name may stand in which form its recap is wanted.
  if (found.length === 0 || takeForms(rest).rest !== '') return undefined;
  // The command asks which of several is meant.
  const meant = found.length > 1 ? `${areaOf(shown)} ${name}` : found[0]!.code;
  return { label: text, command: `/${rest === '' ? drill : 'rekap'} ${meant} ${rest}`.trim() };
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
