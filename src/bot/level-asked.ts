import { area } from '../domain/areas.ts';
import type { AreaCode } from '../domain/ids.ts';
import { levelOf, upperArea } from '../domain/upper-areas.ts';
import { wordsIn } from '../interpret/requests.ts';
import { oneOf } from '../interpret/time-words.ts';
import {
  COOPERATIVES,
  EACH_OF,
  KELURAHAN,
  OF_THEM,
  SOME_OF,
  VILLAGE_LEVEL,
} from '../interpret/words/asking.ts';
import { wordSet } from '../interpret/words/tables.ts';

// Whether a question is about the villages themselves, and not about the areas that they lie in.

const villageLevel = wordSet(VILLAGE_LEVEL);
const kelurahan = wordSet(KELURAHAN);
const any = (...tables: readonly string[]): string => oneOf(tables.flatMap((table) => [...wordSet(table)]));
const LEVEL = `(?<level>${any(VILLAGE_LEVEL, COOPERATIVES)})(?:2|nya)?(?![\\p{L}\\d])`;
const EACH = new RegExp(`(?<!\\p{L})${any(EACH_OF)}\\s+${LEVEL}`, 'iu');
const SOME = new RegExp(`(?<!\\p{L})${any(SOME_OF)}\\s+${LEVEL}`, 'iu');
const WHICH = new RegExp(`(?<!\\p{L})${LEVEL}\\s+${any(OF_THEM)}(?!\\p{L})`, 'iu');

const withoutEnding = (word: string): string => word.toLowerCase().replace(/(?:2|nya)$/, '');

/** Whether words name the level of villages, or ask which cooperatives: "ranking desa", "desa2 di mandau", "koperasi mana". */
export const asksOfVillages = (text: string): boolean =>
  wordsIn(text).some((word) => villageLevel.has(withoutEnding(word))) || someVillages(text) !== undefined;

/** Whether words ask for every village: "per desa", "daftar kelurahan". */
export const asksOfEach = (text: string): boolean => EACH.test(text);

/** The word for villages that are asked for one by one, or of which some are counted: "desa yang naik"; none in "kopdes desa kita". */
export const someVillages = (text: string): string | undefined =>
  [EACH, SOME, WHICH].map((pattern) => pattern.exec(text)?.groups?.level).find(Boolean);

/** The word for kelurahan, where words name them alone and an area has desa: no answer tells of them apart. */
export function kelurahanAlone(code: AreaCode, text: string): string | undefined {
  const named = wordsIn(text).filter((word) => villageLevel.has(withoutEnding(word)));
  const isAlone = named.length > 0 && named.every((word) => kelurahan.has(withoutEnding(word)));
  return isAlone && hasDesa(code) ? named[0] : undefined;
}

function hasDesa(code: AreaCode): boolean {
  const level = levelOf(code);
  if (level !== 'district' && level !== 'regency') return true;
  const districts = level === 'district' ? [code] : upperArea(code)!.parts.map((part) => part.code);
  return districts.some((each) => area(each)?.villages.some(({ kind }) => kind === 'desa'));
}
