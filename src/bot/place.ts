import type { IncomingMessage } from '../adapters/adapter.ts';
import type { AreaCode, DistrictCode } from '../domain/ids.ts';
import type { Actor } from '../domain/people.ts';
import { mayCoordinate, mayReportIn, overseenAreas, ownDistricts } from '../domain/permissions.ts';
import { isNumbers } from '../domain/units.ts';
import { findParts, isWithin, LEVELS, levelOf } from '../domain/upper-areas.ts';
import { type NamedPlace, takePlace } from '../interpret/places.ts';
import { mayBeName } from '../interpret/requests.ts';
import { months } from '../interpret/time-words.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { Command } from './command.ts';
import { findScope } from './scope.ts';

// What a private chat is about. A group is about the area that it is linked to, whatever roles its members hold elsewhere.

/** A command with the words behind it, or words that are none. */
export interface Asked {
  readonly command: Command | undefined;
  readonly words: string;
}

/** Who asks, by which message, and about which of ours. */
interface Asking {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly message: IncomingMessage;
  readonly prompt: Posted | undefined;
}

/**
 * The places that a message in a private chat may mean, of those in which its sender holds a role: kecamatan and areas above.
 * More than one means that the sender has to say which.
 *
 * 0. An area above counts where words that are no command name what lies in it, and in no kecamatan of the sender's: "Mandau" is not
 *    meant for Talang Muandau, though that is nearly called so.
 * 1. A place counts where the sender's role lets them do there what is asked, so that a small role hides no other and takes
 *    nothing over: "kantor sudah" is for the kecamatan in which one reports, /setujui for the one that one coordinates.
 * 2. Of these the one that the words name counts, or that the message of ours is about; for a choice under it, that one first.
 * 3. What only shows something shows the highest place that is left, from which the others are reached by name. What changes
 *    something, and what may mean two places of one rank, is asked about.
 */
export function placesMeant(asking: Asking, asked: Asked): readonly AreaCode[] {
  const held: readonly AreaCode[] = [...overseenAreas(asking.actor), ...ownDistricts(asking.actor)];
  if (held.length < 2) return held;
  const numbered = answersList(asking, asked)
    ? held.filter((place) => !isDistrict(place) && isAbout(asking.prompt, place))
    : [];
  if (numbered.length > 0) return numbered;
  const beyond = held.filter((place) => namesBeyond(place, held, asked));
  if (beyond.length > 0) return highest(asking.actor, beyond);
  const able = held.filter((place) => isAble(asking, place, asked));
  const known = held.filter((place) => isDistrict(place) || hasMeaningAbove(asked));
  const open = [able, known, held].find((places) => places.length > 0)!;
  const named = () => namedAmong(open, asked);
  const about = () => open.filter((place) => isAbout(asking.prompt, place));
  const ways = asking.message.pressedOn ? [about, named] : [named, about];
  const meant = ways.map((way) => way()).find((places) => places.length > 0) ?? open;
  // Where nothing of the kind can be done, the highest place says why.
  return onlyShows(asked) || able.length === 0 ? highest(asking.actor, meant) : meant;
}

const isDistrict = (place: AreaCode): place is DistrictCode => levelOf(place) === 'district';
const onlyShows = ({ command }: Asked): boolean =>
  command !== undefined && (command.lookup === true || command.requires === 'nothing');
/** Whether words that are no command name what lies in an area above, and in none of the kecamatan that are held beside it. */
function namesBeyond(place: AreaCode, held: readonly AreaCode[], { command, words }: Asked): boolean {
  if (isDistrict(place) || command) return false;
  const { found, name } = takePlace(place, words);
  const isHeld = ({ code }: NamedPlace) => held.some((each) => isDistrict(each) && isWithin(code, each));
  return (
    found.length > 0 && mayBeName(name) && !found.some(({ code }) => code === place) && !found.some(isHeld)
  );
}

const hasMeaningAbove = ({ command, words }: Asked): boolean =>
  onlyShows({ command, words }) ? command?.districtOnly?.test(words) !== true : command?.above !== undefined;

/** "1 3" under a numbered list of areas means two of them, and no units. */
const answersList = ({ prompt }: Asking, { command, words }: Asked): boolean =>
  command === undefined && prompt?.context.parts !== undefined && isNumbers(words);

/** Whether the sender's role lets them do in a place what is asked. */
function isAble({ tx, actor }: Asking, place: AreaCode, asked: Asked): boolean {
  if (!isDistrict(place)) return hasMeaningAbove(asked);
  const { command } = asked;
  if (onlyShows(asked)) return true;
  const here = findScope(tx, place);
  const mayRun = here !== undefined && (command?.requires !== 'kecamatan' || command.authorize(actor, here));
  return mayRun && (command?.above ? mayCoordinate(actor, place) : mayReportIn(actor, place));
}

/** The places that words name: by the code that they begin with, else by the name or the code of what lies in them. */
function namedAmong(places: readonly AreaCode[], asked: Asked): readonly AreaCode[] {
  const [first = ''] = asked.words.split(/\s/, 1);
  const exact = places.filter((place) => place === first.toUpperCase());
  return exact.length > 0 ? exact : places.filter((place) => isNamed(place, asked));
}

/** What only shows something may name whatever lies in a place; a change is made one level below an area above. */
function isNamed(place: AreaCode, asked: Asked): boolean {
  const { words } = asked;
  if (words.startsWith(`${place}.`)) return true;
  const names =
    isDistrict(place) || onlyShows(asked)
      ? takePlace(place, words).found
      : beginnings(words).flatMap((name) => findParts(place, name));
  return isDistrict(place)
    ? words.includes(place) || names.length > 0
    : names.some(({ code }) => code !== place);
}

/** Words as a name, and without the last one, which may say in which form: "Mandau gambar". */
const beginnings = (words: string): readonly string[] =>
  [words, words.slice(0, Math.max(0, words.lastIndexOf(' ')))].filter((name) => name.trim() !== '');

/** Whether a message of ours is about a place. */
const isAbout = (prompt: Posted | undefined, place: AreaCode): boolean => {
  const { district, area } = prompt?.context ?? {};
  if (district !== undefined) return district === place;
  return area !== undefined && !isDistrict(place) && isWithin(area, place);
};

/** The places of the highest rank: the nation before a province, a kecamatan that one coordinates before one of a village's role. */
function highest(actor: Actor, places: readonly AreaCode[]): readonly AreaCode[] {
  const rank = (place: AreaCode) =>
    isDistrict(place) && !mayCoordinate(actor, place) ? LEVELS.length : LEVELS.indexOf(levelOf(place)!);
  const best = Math.min(...places.map(rank));
  return places.filter((place) => rank(place) === best);
}

/** "15 Mei": the code of Jambi is 15 too. */
const isDay = (words: string): boolean => months.has(words.split(/\s+/)[1]!.toLowerCase());

/** What stands behind a command without the place at its beginning, which says where and not what. */
export function withoutPlace(
  words: string,
  { code }: { readonly code: AreaCode },
  { lookup }: Command,
): string {
  if (words === code || (words.startsWith(`${code} `) && !isDay(words)))
    return words.slice(code.length).trim();
  if (!lookup || !isDistrict(code)) return words;
  const { found, rest } = takePlace(code, words);
  return found[0]?.code === code ? rest : words;
}
