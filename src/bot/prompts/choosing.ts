import { area } from '../../domain/areas.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import { isReportButton } from '../../domain/report-command.ts';
import { villageNamed } from '../../domain/village-search.ts';
import type { Posted } from '../../store/outbox.ts';
import {
  assignLetters,
  isWorded,
  type LetteredChoice,
  letteredLines,
  numberFor,
  shownWithLetters,
  wasLetter,
} from '../../text/choice-letters.ts';
import type { Choice, Content } from '../../text/content.ts';
import {
  beginsWithPlace,
  isCalledOff,
  isNo,
  isOneLetterWord,
  isTwoLetterWord,
  isYes,
  MOST_LETTERS,
  placeIn,
  wordsOf,
} from './short-reply.ts';

/** Choices in lettered lines, as far as they were seen on a platform that shows buttons: without letters that people say. */
export const asSeenWithButtons = (lines: string): string =>
  lines.replace(/^([A-Z])\. .*\n?/gm, (line, letter: string) => (isOneLetterWord(letter) ? '' : line));

/** The choices are reports of units, which have numbers of their own. */
const isOfUnits = (choices: readonly Choice[]): boolean =>
  choices.some(({ command }) => isReportButton(command));

/** Whether places say nothing: units in a checklist, and people in a list with two choices each. */
const isList = ({ context }: Posted): boolean =>
  Boolean(context.checklist || context.picked || context.requests);

/** Whether a reply may stand for the place of a choice as well as for something else: "1" for a unit or for A, "yang pertama sudah". */
export function mayBePlace(prompt: Posted, text: string): boolean {
  const choices = prompt.content?.choices ?? [];
  if (choices.length === 0 || prompt.context.checklist || text.length > MOST_LETTERS) return false;
  if (beginsWithPlace(text)) return true;
  if (prompt.context.requests && (isYes(text) || isNo(text))) return true;
  const place = placeIn(text);
  if (!place) return false;
  return place.spoken || place.at <= choices.length;
}

/** What the reader of a message saw of its choices, as far as that is known. */
interface Seen {
  /** The message's text as a reply quotes it, or its choices as they were shown. */
  readonly quoted: string;
  /** The label of each letter in it. */
  readonly lines: ReadonlyMap<string, string>;
}

/**
 * The choice that a reply to our message names: by its label or name, its letter, its place ("2", "yang kedua"), or its
 * unit's number; not in a question. `quoted` is the message's text as the reply has it, or its choices as they were shown;
 * `stale` where that showed, or an earlier form had, something else under the same words.
 */
export function choiceNamed(
  prompt: Posted | undefined,
  text: string,
  quoted = '',
): Choice | 'stale' | undefined {
  if (!prompt?.content) return undefined;
  const { content } = prompt;
  const typed = text
    .slice(0, MOST_LETTERS + 1)
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/, '');
  if (typed === '' || typed.length > MOST_LETTERS || typed.includes('?')) return undefined;
  const choices = content.choices ?? [];
  const all = assignLetters(choices);
  const seen = { quoted, lines: letteredLines(quoted) };

  const named =
    byLabel(choices, typed, seen) ??
    (isList(prompt) ? undefined : (byName(choices, typed) ?? byVillage(prompt, typed)));
  if (named) return namedIfSeen(named, all, seen);
  // Where the question is which units are in the making, a number is that choice; alone it means that the unit stands.
  const numbered = prompt.context.picked && choices.find((choice) => numberFor(choice) === typed);
  if (numbered) return numbered;
  const place = isList(prompt) ? undefined : placeIn(text);
  const pointed = place && (place.spoken || !isOfUnits(choices)) && all[place.at - 1];
  return pointed ? ifSeen(pointed, seen) : byLetter(content, all, typed, seen);
}

/** A choice, unless its reader saw something else under that letter. */
const ifSeen = ({ letter, label, choice }: LetteredChoice, { quoted, lines }: Seen): Choice | 'stale' =>
  lines.size === 0 || lines.get(letter) === label || isWorded(label, quoted) ? choice : 'stale';

function namedIfSeen(named: Choice, all: readonly LetteredChoice[], seen: Seen): Choice | 'stale' {
  if (APPROVES_ALL.test(named.command)) return seen.lines.size === 0 ? named : asFarAsSeen(named, all, seen);
  const lettered = all.find(({ choice }) => choice === named);
  return lettered ? ifSeen(lettered, seen) : named;
}

/**
 * "Setujui semua" stands for the requests that the form showed which its reader saw, if it offered that. Stale where these are
 * not simply the older ones.
 */
function asFarAsSeen(named: Choice, all: readonly LetteredChoice[], seen: Seen): Choice | 'stale' {
  const isOffered = isWorded(named.label, seen.quoted) || [...seen.lines.values()].includes(named.label);
  if (!isOffered) return 'stale';
  const requests = all.flatMap((each) => {
    const [, id] = APPROVES_ONE.exec(each.choice.command) ?? [];
    return id === undefined ? [] : [{ id: Number(id), isSeen: ifSeen(each, seen) !== 'stale' }];
  });
  const newest = Math.max(0, ...requests.flatMap(({ id, isSeen }) => (isSeen ? [id] : [])));
  if (requests.every(({ isSeen }) => isSeen)) return named;
  const isWhole = requests.every(({ id, isSeen }) => isSeen || id > newest);
  return newest > 0 && isWhole ? { ...named, command: `/setujui semua ${newest}` } : 'stale';
}

const APPROVES_ALL = /^\/setujui semua \d+$/;
const APPROVES_ONE = /^\/setujui (\d+)$/;

/** A letter counts only where it can have been seen: "t" is a "tidak" to those who see buttons. */
function byLetter(
  content: Content,
  all: readonly LetteredChoice[],
  typed: string,
  { quoted, lines }: Seen,
): Choice | 'stale' | undefined {
  const letter = isTwoLetterWord(typed) ? '' : typed.toUpperCase();
  const found = shownWithLetters(all).find((each) => each.letter === letter);
  const isShown = lines.size > 0 ? lines.get(letter) === found?.label : !isOneLetterWord(letter);
  if (found && isShown) return found.choice;
  const saw =
    lines.has(letter) ||
    isWorded(typed, quoted) ||
    [...lines.values()].some((label) => label.toLowerCase() === typed);
  return saw || wasLetter(letter, content) ? 'stale' : undefined;
}

function byLabel(choices: readonly Choice[], typed: string, { lines }: Seen): Choice | undefined {
  // "ya" and "tidak" answer a question of a few choices; a checklist's "Belum …" is no answer to "belum". A letter that stands beside a
  // choice is that choice.
  const isFew = choices.length <= 3 && !lines.has(typed.toUpperCase());
  const saysNo = isNo(typed) || (isCalledOff(typed) && !isOfUnits(choices));
  const meant = isYes(typed) ? 'ya' : saysNo ? 'tidak' : typed;
  const labelled = (label: string) =>
    label.toLowerCase() === typed || (isFew && label.split(',')[0]!.toLowerCase() === meant);
  return only(choices.filter(({ label }) => labelled(label)));
}

/** By the village that a choice begins with, or consists of: "pamesi", "yang Desa Pamesi, Pak". */
function byName(choices: readonly Choice[], typed: string): Choice | undefined {
  const words = wordsOf(typed);
  const named = (label: string) => wordsOf(label.split(':', 1)[0]!) === words;
  return words === '' ? undefined : only(choices.filter(({ label }) => named(label)));
}

/** Where a question asks for which kecamatan a report is meant: its village, of the only kecamatan that has one of that name. */
function byVillage({ content, context }: Posted, typed: string): Choice | undefined {
  if (context.words === undefined) return undefined;
  const named = (content?.choices ?? []).flatMap(({ command }) => {
    const [, name, district] = OF_REPORTS.exec(command) ?? [];
    const kecamatan = district && area(district as DistrictCode);
    const village = kecamatan && villageNamed(kecamatan, wordsOf(typed));
    return village ? [{ label: village.name, command: `${name} ${village.code}` }] : [];
  });
  return only(named);
}

const OF_REPORTS = /^(\/lapor|\/batal) (\d\d\.\d\d\.\d\d)$/;

const only = <Item>(items: readonly Item[]): Item | undefined => (items.length === 1 ? items[0] : undefined);
