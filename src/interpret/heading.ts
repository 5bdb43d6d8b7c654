import { isStatusSign } from './heads.ts';
import { type Line, saysSomething } from './lines.ts';
import { holds, kinds, type Sign } from './sign.ts';
import { COOPERATIVE, PEOPLE } from './words/cues.ts';
import { wordSet } from './words.ts';

/**
 * What the lines over a list say its rows are about. `held`: units that lack, are planned or asked for ("yang masih
 * perlu dilengkapi", "jadwal kunjungan"); `other`: another matter ("kuota haji"); `units`: units or the cooperative.
 */
export type Heading = 'held' | 'other' | 'units' | 'none';

const HELD = kinds(
  ...([
    'fails',
    'undone',
    'request',
    'plea',
    'unsure',
    'hearsay',
    'plan',
    'will',
    'aim',
    'question',
    'asks',
  ] as const),
  ...(['belum', 'tidak', 'about', 'short of', 'left'] as const),
);
const STRANGE = kinds(...(['unknown', 'matter', 'laugh', 'lookalike', 'because', 'share'] as const));
const UNITS = kinds('unit', 'shop', 'all', 'rest', 'counted');
const cooperative = wordSet(COOPERATIVE);

const people = wordSet(PEOPLE);

const isOfUnits = (sign: Sign): boolean =>
  UNITS.has(sign.is) || (sign.is === 'own' && cooperative.has(sign.text)) || cooperative.has(sign.text);

const SPOKEN_TO = kinds('courtesy');

const read = (signs: readonly Sign[]): Heading => {
  if (holds(signs, HELD)) return 'held';
  if (signs.some(isOfUnits)) return 'units';
  if (!holds(signs, STRANGE) && !signs.some(({ text }) => people.has(text)) && !signs.some(isStatusSign))
    return 'none';
  // "Maaf telat pak" is said to somebody, and no heading; whether all is well with what follows, nobody knows.
  return holds(signs, SPOKEN_TO) ? 'held' : 'other';
};

/** "Nama: Suyatno": a field of a form. */
const isField = ({ signs }: Line): boolean => {
  const colon = signs.findIndex(({ is }) => is === 'colon');
  return colon >= 0 && colon < signs.length - 1 && !holds(signs.slice(0, colon), STRANGE);
};

/** Reads the lines over the rows of a list. */
export const headingOf = (lines: readonly Line[]): Heading =>
  read(lines.filter((line) => !isField(line)).flatMap((line) => line.signs));

const isHead = ({ signs }: Line): boolean => signs.at(-1)?.is === 'colon';
const isSpeech = (line: Line): boolean => line.head !== undefined || saysSomething(line);

/**
 * What a message that is no list of villages is about, where that is another matter: "Berkas: 1. sudah", "SPT pajak:
 * Petani sudah semua". Units named in it by name are what they are.
 */
export const isAboutOther = (lines: readonly Line[]): boolean => {
  const first = lines.findIndex(isSpeech);
  if (first < 0) return false;
  const { signs, head, item } = lines[first]!;
  const colon = signs.findIndex(({ is }) => is === 'colon');
  const before = signs.slice(0, Math.max(0, colon));
  if (
    !before.some((sign) => sign.is === 'village' || isOfUnits(sign) || isStatusSign(sign)) &&
    read(before) === 'other'
  )
    return true;
  const over = lines.slice(0, first);
  const isOver = over.length > 0 && (head !== undefined || item || isHead(over.at(-1)!));
  return isOver && headingOf(over) === 'other';
};
