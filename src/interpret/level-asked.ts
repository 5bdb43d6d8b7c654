import { area } from '../domain/areas.ts';
import type { AreaCode } from '../domain/ids.ts';
import { type Level, levelOf, upperArea } from '../domain/upper-areas.ts';
import { wordsIn } from './requests.ts';
import { SHOWN_WORDS } from './words/asking.ts';
import {
  ALONE_BEFORE,
  ALONE_BEHIND,
  COOPERATIVES,
  DESA,
  DISTRICT_LEVEL,
  EACH_OF,
  KELURAHAN,
  OF_THEM,
  REGENCY_LEVEL,
  SOME_OF,
  VILLAGE_LEVEL,
} from './words/asking-levels.ts';
import { anyOf, wordSet } from './words/tables.ts';

// Whether a question is about the villages themselves, and not about the areas that they lie in.

const { best, fast, worst, zero } = SHOWN_WORDS;
const villageLevel = wordSet(VILLAGE_LEVEL);
const kelurahan = wordSet(KELURAHAN);
/** What asks for the areas of a level one by one, or counts some of them: "per desa", "berapa desa", "desa yang". */
const askedOf = (...levels: readonly string[]) => {
  const level = `(?<level>${anyOf(...levels)})(?:2|nya)?(?![\\p{L}\\d])`;
  return {
    each: new RegExp(`(?<!\\p{L})${anyOf(EACH_OF)}\\s+${level}`, 'iu'),
    some: new RegExp(`(?<!\\p{L})${anyOf(SOME_OF)}\\s+${level}`, 'iu'),
    first: new RegExp(`(?<!\\p{L})(?:top\\s+)?\\d+\\s+${level}`, 'iu'),
    those: new RegExp(`(?<!\\p{L})${level}\\s+${anyOf(OF_THEM, best, fast, worst, zero)}(?!\\p{L})`, 'iu'),
  };
};
const villagesAskedOf = askedOf(VILLAGE_LEVEL, COOPERATIVES);
/** By the level of an area: the areas that lie below its parts. */
const furtherAskedOf: Readonly<Partial<Record<Level, ReturnType<typeof askedOf>>>> = {
  nation: askedOf(REGENCY_LEVEL, DISTRICT_LEVEL),
  province: askedOf(DISTRICT_LEVEL),
};

const levelIn = (patterns: ReturnType<typeof askedOf>, text: string): string | undefined =>
  Object.values(patterns)
    .map((pattern) => pattern.exec(text)?.groups?.level)
    .find(Boolean);

const withoutEnding = (word: string): string => word.toLowerCase().replace(/(?:2|nya)$/, '');

/** Whether words name the level of villages, or ask which cooperatives: "ranking desa", "desa2 di mandau", "koperasi mana". */
export const asksOfVillages = (text: string): boolean =>
  wordsIn(text).some((word) => villageLevel.has(withoutEnding(word))) || someVillages(text) !== undefined;

/** Whether words ask for every village: "per desa", "daftar kelurahan". */
export const asksOfEach = (text: string): boolean => villagesAskedOf.each.test(text);

/** The word for villages that are asked for one by one, or of which some are counted: "desa yang naik"; none in "kopdes desa kita". */
export const someVillages = (text: string): string | undefined => levelIn(villagesAskedOf, text);

/** The same for areas below the parts of one: "kecamatan yang naik" in a province. */
export function furtherAreas(code: AreaCode, text: string): string | undefined {
  const patterns = furtherAskedOf[levelOf(code)!];
  return patterns && levelIn(patterns, text);
}

/** The word for kelurahan, where words name them alone and an area has desa: no answer tells of them apart. */
export function kelurahanAlone(code: AreaCode, text: string): string | undefined {
  const named = wordsIn(text).filter((word) => villageLevel.has(withoutEnding(word)));
  const isAlone = named.length > 0 && named.every((word) => kelurahan.has(withoutEnding(word)));
  return isAlone && hasDesa(code) ? named[0] : undefined;
}

const ALONE = new RegExp(
  `(?<!\\p{L})(?:${anyOf(ALONE_BEFORE)}\\s+${anyOf(DESA)}|${anyOf(DESA)}\\s+${anyOf(ALONE_BEHIND)})(?!\\p{L})`,
  'iu',
);

/** The words that ask for desa and not for kelurahan, where an area has both: "desa aja"; no answer tells of them apart. */
export function desaAlone(code: AreaCode, text: string): string | undefined {
  const [words] = ALONE.exec(text) ?? [];
  return words && hasKelurahan(code) ? words : undefined;
}

const hasDesa = (code: AreaCode): boolean => hasKind(code, 'desa');
const hasKelurahan = (code: AreaCode): boolean => hasKind(code, 'kelurahan');

/** Whether villages of a kind lie in an area; above the kabupaten there are both. */
function hasKind(code: AreaCode, wanted: 'desa' | 'kelurahan'): boolean {
  const level = levelOf(code);
  if (level !== 'district' && level !== 'regency') return true;
  const districts = level === 'district' ? [code] : upperArea(code)!.parts.map((part) => part.code);
  return districts.some((each) => area(each)?.villages.some(({ kind }) => kind === wanted));
}
