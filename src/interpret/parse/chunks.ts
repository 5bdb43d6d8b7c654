import {
  DOUBT_TAGS,
  holds,
  isHead,
  isStatusTag,
  isUnitTag,
  kinds,
  REQUEST_TAGS,
  STRANGE_TAGS,
  saysNothing,
  type Tag,
} from '../tag/tags.ts';
import { POSSESSIVES } from '../words/cues/endings.ts';
import { HEARING, OPEN_QUESTIONS } from '../words/cues/talk.ts';
import { wordSet } from '../words/tables.ts';
import type { Lead, Segment } from './segments.ts';

/** A piece of a segment, between two commas or brackets, as far as it speaks of units. */
export interface Chunk {
  readonly tags: readonly Tag[];
  /** It names units, however vaguely. */
  readonly units: boolean;
  /** It says when, so that a date in it tells since when ("tgl 5 kemarin"). */
  readonly now: boolean;
}

const NOTHING: Chunk = { tags: [], units: false, now: false };

const hearing = wordSet(HEARING);

/** "Gudang belum ada mohon dibangun": voice writes no comma before what is asked for. */
const beginsRequest = (tags: readonly Tag[], at: number, start: number): boolean =>
  tags[at]!.is === 'request' &&
  hearing.has(tags[at]!.text) &&
  isHead(tags.slice(start, at).findLast((tag) => !saysNothing(tag)));

const ENDS_PIECE = kinds('and', 'comma', 'close', 'slash');
const THINGS = kinds('unknown', 'matter', 'measure', 'measured');

/** Words that tell of a thing that is no unit, and how it stands: "lahan sudah siap". */
const tellsOfThing = (piece: readonly Tag[]): boolean =>
  holds(piece, THINGS) && piece.some(isStatusTag) && !piece.some(isUnitTag);

/** What stands between here and the next mark. */
function pieceBehind(tags: readonly Tag[], at: number): readonly Tag[] {
  const end = tags.findIndex(({ is }, after) => after > at && ENDS_PIECE.has(is));
  return tags.slice(at + 1, end < 0 ? undefined : end);
}

/** "Gudang proses dan lahan sudah siap": what is told behind the "dan", or before it, is told of something else. */
const dividesThings = (tags: readonly Tag[], at: number, start: number): boolean => {
  if (tags[at]!.is !== 'and' || !isStatusTag(tags.slice(0, at).findLast((tag) => !saysNothing(tag))))
    return false;
  return tellsOfThing(pieceBehind(tags, at)) || tellsOfThing(tags.slice(start, at));
};

/** "Kantor sudah / belum ada gudang / klinik proses": a slash between units with their statuses, where one stands first. */
const dividesStatuses = (tags: readonly Tag[], at: number, start: number): boolean => {
  if (tags[at]!.is !== 'slash') return false;
  const next = pieceBehind(tags, at);
  if (!next.some(isUnitTag) || !next.some(isStatusTag)) return false;
  return isStatusTag(tags[at - 1]) ? isStatusTag(next[0]) : isStatusTag(tags[start]);
};

const divides = (tags: readonly Tag[], at: number, start: number): boolean =>
  dividesThings(tags, at, start) || dividesStatuses(tags, at, start);

/** Cuts a segment at its commas and closing brackets, before a request behind a status, and where things are told of. */
export const cutAtCommas = ({ tags }: Segment): readonly (readonly Tag[])[] => {
  const pieces: (readonly Tag[])[] = [];
  let start = 0;
  for (const [at, { is }] of tags.entries()) {
    if (beginsRequest(tags, at, start)) {
      pieces.push(tags.slice(start, at));
      start = at;
    }
    if (is !== 'comma' && is !== 'close' && !divides(tags, at, start)) continue;
    if (at > start) pieces.push(tags.slice(start, at));
    start = at + 1;
  }
  if (start < tags.length) pieces.push(start === 0 ? tags : tags.slice(start));
  return pieces;
};

const AROUND = kinds(
  ...(['courtesy', 'title', 'office', 'filler', 'own', 'who', 'now', 'and', 'also', 'colon'] as const),
);
const possessives = [...wordSet(POSSESSIVES)];
const FAILING = kinds('fails', 'undone', 'part');
const ASSERTING = kinds('sudah', 'belum', 'tidak', 'masih', 'sedang', 'lagi');
const REPORTS = kinds('reports');
const ALL = kinds('all');
const UNIT = kinds('unit');
const REST = kinds('rest');
const TO_READERS = kinds('courtesy', 'unknown');
const ASKS = kinds('asks');
const QUESTION = kinds('question');
const NOW = kinds('now');

/** "Kois belum", one strange word and a status: a unit that cannot be made out, unless it is "lahannya". */
const withStrangeUnit = (chunk: readonly Tag[]): readonly Tag[] => {
  const at = chunk.findIndex(({ is }) => !AROUND.has(is));
  const first = chunk[at];
  if (
    first?.is !== 'unknown' ||
    first.text.endsWith('2') ||
    possessives.some((ending) => first.text.endsWith(ending))
  )
    return chunk;
  const rest = chunk.slice(at + 1).filter(({ is }) => !AROUND.has(is));
  const says =
    rest.length > 0 &&
    rest.every(({ is }) => !FAILING.has(is)) &&
    rest.every((tag) => isHead(tag) || ASSERTING.has(tag.is));
  return says ? chunk.with(at, { ...first, is: 'lookalike' }) : chunk;
};

/** "Nanti fotonya kami kirim", "sudah lapor": said of the message, not of a unit. */
const isOfReporting = (chunk: readonly Tag[]): boolean => {
  if (!holds(chunk, REPORTS)) return false;
  const said = chunk.filter((tag) => tag.is === 'reports' || isStatusTag(tag));
  return said.length > 1 && said.at(-1)!.is === 'reports' && !chunk.some(isHead);
};

const COUNTED = kinds('office', 'matter');

/** "Operator 2 sudah ada": how many there are of something else. */
const countsOthers = (chunk: readonly Tag[]): boolean =>
  chunk.some(({ is }, at) => is === 'quantity' && COUNTED.has(chunk[at - 1]?.is ?? 'line'));

/** Where no unit is named: of another matter, what it says is said of something else. */
const isAside = (chunk: readonly Tag[]): boolean =>
  holds(chunk, STRANGE_TAGS) ||
  countsOthers(chunk) ||
  (holds(chunk, REQUEST_TAGS) && !chunk.some(isHead)) ||
  chunk.find((tag) => !saysNothing(tag))?.is === 'request' ||
  isOfReporting(chunk);

/** "Selamat pagi semua": those who read it, not the units. */
const isGreeting = (chunk: readonly Tag[]): boolean =>
  holds(chunk, ALL) && holds(chunk, TO_READERS) && !holds(chunk, UNIT) && !chunk.some(isStatusTag);

/** "Sisanya mohon waktu": how the others stand, it does not say. */
const isAskedForRest = (chunk: readonly Tag[]): boolean =>
  holds(chunk, REST) &&
  holds(chunk, REQUEST_TAGS) &&
  !chunk.some(
    (tag) => (isStatusTag(tag) && !REQUEST_TAGS.has(tag.is)) || (isUnitTag(tag) && !REST.has(tag.is)),
  );

/** "Kios :", a field left blank: nothing said. */
const isBlank = (chunk: readonly Tag[]): boolean => chunk.at(-1)?.is === 'colon' && isUnitTag(chunk.at(-2));

/** A question mark makes a question of all that its chunk says, unless a word in it already tells what is asked. */
const withQuestion = (chunk: readonly Tag[]): readonly Tag[] => {
  if (!holds(chunk, ASKS)) return chunk;
  const rest = chunk.filter(({ is }) => is !== 'asks');
  if (holds(rest, QUESTION)) return rest;
  const question: Tag = { ...chunk.at(-1)!, is: 'question' };
  const endsPhrase = (at: number) => isStatusTag(rest[at]) && !isStatusTag(rest[at + 1]);
  return [...rest.flatMap((tag, at) => (endsPhrase(at) ? [tag, question] : [tag])), question];
};

const openQuestions = wordSet(OPEN_QUESTIONS);
const TO_SOMEBODY = kinds('question', 'asks', 'title', 'office', 'courtesy', 'comma');

/** "Kapan bapak turun?": a question of its own, about something that the message has not named. */
export const isOwnQuestion = (piece: readonly Tag[]): boolean =>
  piece.some(({ is, text }) => is === 'question' && openQuestions.has(text)) &&
  piece.some(({ is }) => !TO_SOMEBODY.has(is)) &&
  !piece.some(isUnitTag) &&
  !holds(piece, DOUBT_TAGS);

const STILL = kinds('masih');

/** "Tetap pak, klinik belum ada": as before. */
const isStillSo = (piece: readonly Tag[]): boolean =>
  piece.every((tag) => STILL.has(tag.is) || TO_SOMEBODY.has(tag.is)) && holds(piece, STILL);

const asserts = (chunk: readonly Tag[]): boolean => chunk.some(isUnitTag) && chunk.some(isStatusTag);

/** "Kantor sudah, klinik sudah?": whether the first is asserted or asked too, nobody can tell. */
export const asksPerhapsAll = (pieces: readonly (readonly Tag[])[]): boolean => {
  const last = pieces.at(-1) ?? [];
  return holds(last, ASKS) && !holds(last, QUESTION) && asserts(last) && pieces.slice(0, -1).some(asserts);
};

const chunkOf = (piece: readonly Tag[], lead: Lead | undefined): Chunk => {
  // "… karena bidan belum ada" names no unit.
  const chunk = lead === 'because' ? piece : withStrangeUnit(piece);
  const units = chunk.some(isUnitTag);
  const isOther = units ? isGreeting(chunk) || isBlank(chunk) || isAskedForRest(chunk) : isAside(chunk);
  return isOther ? NOTHING : { tags: withQuestion(chunk), units, now: holds(chunk, NOW) };
};

/** What the pieces of a segment say of units; empty ones stand for those of another matter. */
export const chunksOf = (pieces: readonly (readonly Tag[])[], lead?: Lead): readonly Chunk[] => {
  const told = pieces.findIndex(asserts);
  const named = pieces.findIndex((piece) => piece.some(isUnitTag));
  return pieces.map((piece, at) => {
    const isAsked = told >= 0 && at > told && isOwnQuestion(piece);
    return isAsked || (at < named && isStillSo(piece)) ? NOTHING : chunkOf(piece, lead);
  });
};
