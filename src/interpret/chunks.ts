import { isHead, isStatusSign } from './heads.ts';
import { holds, kinds, type Sign } from './sign.ts';
import { isUnitSign, type Stretch } from './stretches.ts';

/** A piece of a stretch, between two commas or brackets, as far as it speaks of units. */
export interface Chunk {
  readonly signs: readonly Sign[];
  /** It names units, however vaguely. */
  readonly units: boolean;
  /** It says when, so that a date in it tells since when ("tgl 5 kemarin"). */
  readonly now: boolean;
}

const NOTHING: Chunk = { signs: [], units: false, now: false };

/** Cuts a stretch at its commas and closing brackets. */
export const cutAtCommas = ({ signs }: Stretch): readonly (readonly Sign[])[] => {
  const pieces: (readonly Sign[])[] = [];
  let start = 0;
  for (const [at, { is }] of signs.entries()) {
    if (is !== 'comma' && is !== 'close') continue;
    if (at > start) pieces.push(signs.slice(start, at));
    start = at + 1;
  }
  if (start < signs.length) pieces.push(start === 0 ? signs : signs.slice(start));
  return pieces;
};

const AROUND = kinds(
  ...(['courtesy', 'title', 'office', 'filler', 'own', 'who', 'now', 'and', 'also', 'colon'] as const),
);
const FAILING = kinds('fails', 'undone', 'part');
const ASSERTING = kinds('sudah', 'belum', 'tidak', 'masih', 'sedang', 'lagi');
const STRANGE = kinds('unknown', 'matter', 'laugh');
const REPORTS = kinds('reports');
const ALL = kinds('all');
const UNIT = kinds('unit');
const TO_READERS = kinds('courtesy', 'unknown');
const SPOKEN_FOR = kinds('request', 'plea');
const ASKS = kinds('asks');
const QUESTION = kinds('question');
const NOW = kinds('now');

/** "Kois belum", one strange word and a status: a unit that cannot be made out, unless it is "lahannya". */
const withStrangeUnit = (chunk: readonly Sign[]): readonly Sign[] => {
  const at = chunk.findIndex(({ is }) => !AROUND.has(is));
  const first = chunk[at];
  if (first?.is !== 'unknown' || /ny[ao]?$/u.test(first.text)) return chunk;
  const rest = chunk.slice(at + 1).filter(({ is }) => !AROUND.has(is));
  const says =
    rest.length > 0 &&
    rest.every(({ is }) => !FAILING.has(is)) &&
    rest.every((sign) => isHead(sign) || ASSERTING.has(sign.is));
  return says ? chunk.with(at, { ...first, is: 'lookalike' }) : chunk;
};

/** "Nanti fotonya kami kirim", "sudah lapor": said of the message, not of a unit. */
const isOfReporting = (chunk: readonly Sign[]): boolean => {
  if (!holds(chunk, REPORTS)) return false;
  const said = chunk.filter((sign) => sign.is === 'reports' || isStatusSign(sign));
  return said.length > 1 && said.at(-1)!.is === 'reports' && !chunk.some(isHead);
};

const COUNTED = kinds('office', 'matter');

/** "Operator 2 sudah ada": how many there are of something else. */
const countsOthers = (chunk: readonly Sign[]): boolean =>
  chunk.some(({ is }, at) => is === 'quantity' && COUNTED.has(chunk[at - 1]?.is ?? 'line'));

/** Where no unit is named: of another matter, what it says is said of something else. */
const isAside = (chunk: readonly Sign[]): boolean =>
  holds(chunk, STRANGE) ||
  countsOthers(chunk) ||
  (holds(chunk, SPOKEN_FOR) && !chunk.some(isHead)) ||
  isOfReporting(chunk);

/** "Selamat pagi semua": those who read it, not the units. */
const isGreeting = (chunk: readonly Sign[]): boolean =>
  holds(chunk, ALL) && holds(chunk, TO_READERS) && !holds(chunk, UNIT) && !chunk.some(isStatusSign);

/** "Kios :", a field left blank: nothing said. */
const isBlank = (chunk: readonly Sign[]): boolean => chunk.at(-1)?.is === 'colon' && isUnitSign(chunk.at(-2));

/** A question mark makes a question of all that its chunk says, unless a word in it already tells what is asked. */
const withQuestion = (chunk: readonly Sign[]): readonly Sign[] => {
  if (!holds(chunk, ASKS)) return chunk;
  const rest = chunk.filter(({ is }) => is !== 'asks');
  if (holds(rest, QUESTION)) return rest;
  const question: Sign = { ...chunk.at(-1)!, is: 'question' };
  const endsPhrase = (at: number) => isStatusSign(rest[at]) && !isStatusSign(rest[at + 1]);
  return [...rest.flatMap((sign, at) => (endsPhrase(at) ? [sign, question] : [sign])), question];
};

const asserts = (chunk: readonly Sign[]): boolean => chunk.some(isUnitSign) && chunk.some(isStatusSign);

/** "Kantor sudah, klinik sudah?": whether the first is asserted or asked too, nobody can tell. */
export const asksPerhapsAll = (pieces: readonly (readonly Sign[])[]): boolean => {
  const last = pieces.at(-1) ?? [];
  return holds(last, ASKS) && !holds(last, QUESTION) && asserts(last) && pieces.slice(0, -1).some(asserts);
};

const chunkOf = (piece: readonly Sign[]): Chunk => {
  const chunk = withStrangeUnit(piece);
  const units = chunk.some(isUnitSign);
  const isOther = units ? isGreeting(chunk) || isBlank(chunk) : isAside(chunk);
  return isOther ? NOTHING : { signs: withQuestion(chunk), units, now: holds(chunk, NOW) };
};

/** What the pieces of a stretch say of units; empty ones stand for those of another matter. */
export const chunksOf = (pieces: readonly (readonly Sign[])[]): readonly Chunk[] => pieces.map(chunkOf);
