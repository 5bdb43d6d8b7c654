import { isHead, isStatusSign } from './heads.ts';
import type { Sign, SignKind } from './signs.ts';
import { isUnitSign, type Stretch } from './stretches.ts';

/** What stands between two commas or brackets of a stretch. */
export interface Chunk {
  readonly signs: readonly Sign[];
  /** It names units, however vaguely. */
  readonly units: boolean;
  /** It says when, so that a date in it tells since when ("tgl 5 kemarin"). */
  readonly now: boolean;
}

const has = (signs: readonly Sign[], ...kinds: readonly SignKind[]): boolean =>
  signs.some(({ is }) => kinds.includes(is));

/** Cuts a stretch at its commas and closing brackets. */
export const cutAtCommas = ({ signs }: Stretch): (readonly Sign[])[] => {
  const cut: Sign[][] = [[]];
  for (const sign of signs) {
    if (sign.is === 'comma' || sign.is === 'close') cut.push([]);
    else cut.at(-1)!.push(sign);
  }
  return cut.filter((chunk) => chunk.length > 0);
};

const AROUND: readonly SignKind[] = [
  ...(['courtesy', 'title', 'office', 'filler', 'own', 'who', 'now', 'and', 'also', 'colon'] as const),
];
const ASSERTING: readonly SignKind[] = ['sudah', 'belum', 'tidak', 'masih', 'sedang', 'lagi'];

/** "Kois belum", one strange word and a status: a unit that cannot be made out, unless it is "lahannya". */
const withStrangeUnit = (chunk: readonly Sign[]): readonly Sign[] => {
  const [first, ...rest] = chunk.filter(({ is }) => !AROUND.includes(is));
  const says = rest.length > 0 && rest.every((sign) => isHead(sign) || ASSERTING.includes(sign.is));
  if (first?.is !== 'unknown' || !says || /ny[ao]?$/u.test(first.text)) return chunk;
  return chunk.map((sign) => (sign === first ? { ...sign, is: 'lookalike' } : sign));
};

/** "Nanti fotonya kami kirim", "sudah lapor": said of the message, not of a unit. */
const isOfReporting = (chunk: readonly Sign[]): boolean => {
  const said = chunk.filter((sign) => sign.is === 'reports' || isStatusSign(sign));
  return said.length > 1 && said.at(-1)!.is === 'reports' && !chunk.some(isHead);
};

/** Of another matter: it names no unit, and what it says is said of something else. */
const isAside = (chunk: readonly Sign[]): boolean =>
  !chunk.some(isUnitSign) &&
  (has(chunk, 'unknown', 'laugh') || (has(chunk, 'request') && !chunk.some(isHead)) || isOfReporting(chunk));

/** "Selamat pagi semua": those who read it, not the units. */
const isGreeting = (chunk: readonly Sign[]): boolean =>
  has(chunk, 'all') && has(chunk, 'courtesy', 'unknown') && !has(chunk, 'unit') && !chunk.some(isStatusSign);

/** "Kios :", a field left blank: nothing said. */
const isBlank = (chunk: readonly Sign[]): boolean => chunk.at(-1)?.is === 'colon' && isUnitSign(chunk.at(-2));

/** A question mark makes a question of all that its chunk says, unless a word in it already tells what is asked. */
const withQuestion = (chunk: readonly Sign[]): readonly Sign[] => {
  if (!has(chunk, 'asks')) return chunk;
  const rest = chunk.filter(({ is }) => is !== 'asks');
  if (has(rest, 'question')) return rest;
  const question: Sign = { ...chunk.at(-1)!, is: 'question' };
  const endsPhrase = (at: number) => isStatusSign(rest[at]) && !isStatusSign(rest[at + 1]);
  return [...rest.flatMap((sign, at) => (endsPhrase(at) ? [sign, question] : [sign])), question];
};

const asserts = (chunk: readonly Sign[]): boolean => chunk.some(isUnitSign) && chunk.some(isStatusSign);

/** "Kantor sudah, klinik sudah?": whether the first is asserted or asked too, nobody can tell. */
export const asksPerhapsAll = (stretch: Stretch): boolean => {
  const cut = cutAtCommas(stretch);
  const last = cut.at(-1) ?? [];
  return has(last, 'asks') && !has(last, 'question') && asserts(last) && cut.slice(0, -1).some(asserts);
};

/** The chunks of a stretch that speak of units; empty ones stand for those of another matter. */
export const chunksOf = (stretch: Stretch): readonly Chunk[] =>
  cutAtCommas(stretch).map((raw) => {
    const chunk = withStrangeUnit(raw);
    const signs = isAside(chunk) || isGreeting(chunk) || isBlank(chunk) ? [] : withQuestion(chunk);
    return { signs, units: signs.some(isUnitSign), now: has(signs, 'now') };
  });
