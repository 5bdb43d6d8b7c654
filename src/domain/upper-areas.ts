import { area, countryNames, findSimilarDistricts, villageCounts } from './areas.ts';
import { type AreaCode, NATION, type UpperCode, type VillageCode } from './ids.ts';

export const LEVELS = ['nation', 'province', 'regency', 'district'] as const;
export type Level = (typeof LEVELS)[number];
export type UpperLevel = Exclude<Level, 'district'>;

/** A kabupaten or kota, a province or the nation, with what it consists of. */
export interface UpperArea {
  readonly code: UpperCode;
  readonly level: UpperLevel;
  /** `Kabupaten Bengkalis`, `Riau`, `Indonesia`. */
  readonly name: string;
  /** In the order of their codes. */
  readonly parts: readonly AreaPart[];
}

/** A part of an area, one level down. */
export interface AreaPart {
  readonly code: AreaCode;
  /** `Mandau`, `Kabupaten Bengkalis`, `Riau`. */
  readonly name: string;
  /** How many kecamatan and villages it has. */
  readonly districts: number;
  readonly villages: number;
}

/** The lengths of the codes of an area's parts. */
export const PART_LENGTH: Readonly<Record<UpperLevel, number>> = { nation: 2, province: 5, regency: 8 };

/** The level of a code; undefined for a village's, and for what is no code. */
export function levelOf(code: string): Level | undefined {
  if (code === NATION) return 'nation';
  if (/^\d\d$/.test(code)) return 'province';
  if (/^\d\d\.\d\d$/.test(code)) return 'regency';
  return /^\d\d\.\d\d\.\d\d$/.test(code) ? 'district' : undefined;
}

/** Whether an area above the villages has this code: one may be well-formed, and nobody's. */
export const isArea = (code: string): boolean =>
  levelOf(code) !== undefined && (code === NATION || Object.hasOwn(countryNames(), code));

/** The area one level above: a code's beginning is its parent's code. Undefined for the nation. */
export function parentOf(code: AreaCode | VillageCode): AreaCode | undefined {
  if ((code as string) === NATION) return undefined;
  return code.length === 2 ? NATION : (code.slice(0, code.lastIndexOf('.')) as AreaCode);
}

/** Whether an area is another one or lies in it. */
export const isWithin = (code: AreaCode | VillageCode, area: AreaCode): boolean =>
  (area as string) === NATION || code === area || code.startsWith(`${area}.`);

/** Areas that were asked for: a part of the country has few, and each is small. */
const cache = new Map<string, UpperArea>();

/** The area of that code, above the kecamatan; undefined where there is none. */
export function upperArea(code: string): UpperArea | undefined {
  const level = levelOf(code);
  if (!level || level === 'district') return undefined;
  const found = cache.get(code) ?? makeArea(code as UpperCode, level);
  if (found) cache.set(code, found);
  return found;
}

function makeArea(code: UpperCode, level: UpperLevel): UpperArea | undefined {
  const names = countryNames();
  const name = code === NATION ? 'Indonesia' : names[code];
  if (!name) return undefined;
  const length = PART_LENGTH[level];
  const sizes = new Map<string, { districts: number; villages: number }>();
  for (const [district, villages] of villageCounts()) {
    if (!isWithin(district, code)) continue;
    const part = district.slice(0, length);
    const sum = sizes.get(part) ?? { districts: 0, villages: 0 };
    sizes.set(part, { districts: sum.districts + 1, villages: sum.villages + villages });
  }
  const parts = [...sizes].map(([part, size]) => ({ code: part as AreaCode, name: names[part]!, ...size }));
  return { code, level, name, parts: parts.sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

/** How many kecamatan and villages an area has. */
export const sizeOf = ({ parts }: UpperArea): { readonly districts: number; readonly villages: number } => ({
  districts: parts.reduce((sum, part) => sum + part.districts, 0),
  villages: parts.reduce((sum, part) => sum + part.villages, 0),
});

/**
 * The name of an area and of those that it lies in, up to its province: "Bathin Solapan, Kabupaten Bengkalis, Riau". Who names many
 * areas reads the names of the country once.
 */
export function fullName(code: AreaCode, names = countryNames()): string {
  if (code === NATION) return 'Indonesia';
  const parent = parentOf(code);
  const name = names[code] ?? code;
  return parent && parent !== NATION ? `${name}, ${fullName(parent, names)}` : name;
}

/** An area and those that it lies in, up to its province; none for the nation. */
export function lineage(code: AreaCode): readonly NamedArea[] {
  const above = parentOf(code);
  const own = above && upperArea(above)?.parts.find((part) => part.code === code);
  return own ? [own, ...lineage(above)] : [];
}

const KINDS = {
  district: /^\s*(kecamatan|kec|distrik|kapanewon|kemantren)\b\.?/i,
  province: /^\s*(provinsi|prov)\b\.?/i,
  regency: /^\s*(kabupaten|kab|kota)\b\.?/i,
} as const;

/** Its letters and digits alone; the cities of Jakarta are "Kota Administrasi", which people leave out. */
const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\badm(inistrasi)?\b/, '')
    .replace(/[^a-z\d]/g, '');

/** A name as it is written in full, without the level that only people write before it: "Kab. Bandung", "Kecamatan Kota Manna". */
const full = (text: string): string =>
  letters(
    text
      .replace(KINDS.district, '')
      .replace(KINDS.province, '')
      .replace(/^\s*kab\b\.?/i, 'kabupaten '),
  );

/** A name without what people leave out: its level, case, spaces and punctuation. */
export const bare = (text: string): string =>
  letters(text.replace(KINDS.district, '').replace(KINDS.province, '').replace(KINDS.regency, ''));

export interface NamedArea {
  readonly code: AreaCode;
  readonly name: string;
}

/**
 * The areas above the villages that lie in an area, itself included, with this name or code; the highest first. Areas may share a name,
 * a kabupaten with a kota or with its kecamatan: what the words begin with ("Kecamatan", "Kabupaten", "Kota") tells them apart.
 */
export const findAreas = (within: AreaCode, query: string): readonly NamedArea[] =>
  findEach(within, [query])[0]!;

/** The areas one level below an area with this name or code, as `findAreas` tells them apart. */
export function findParts(whole: AreaCode, query: string): readonly NamedArea[] {
  const { byForm } = gazetteer(upperArea(whole)?.parts ?? []);
  return find(query, (form) => byForm.get(form) ?? []);
}

/** What `findAreas` gives for each of several names; the areas are read once for them. */
export function findEach(within: AreaCode, queries: readonly string[]): readonly (readonly NamedArea[])[] {
  const { byForm } = areasOf(within);
  const isIn = ({ code }: NamedArea) => isWithin(code, within);
  return queries.map((query) => find(query, (form) => (byForm.get(form) ?? []).filter(isIn)));
}

/** The areas that lie in an area, above the villages and without itself, with the letters of their names as `bare` gives them. */
export const areasBelow = (within: AreaCode): readonly SpelledArea[] =>
  areasOf(within).areas.filter(({ code }) => code !== within && isWithin(code, within));

interface SpelledArea extends NamedArea {
  readonly letters: string;
}

/** Areas by what their names and codes may be written as. */
interface Gazetteer {
  readonly areas: readonly SpelledArea[];
  readonly byForm: ReadonlyMap<string, readonly NamedArea[]>;
}

/** That of the whole country, once an area above the kabupaten has asked for it. */
let national: Gazetteer | undefined;

/** An area and all that lie in it; above the kabupaten those of the whole country. */
function areasOf(within: AreaCode): Gazetteer {
  const level = levelOf(within);
  const district = level === 'district' && area(within);
  if (district) return gazetteer([district]);
  const regency = level === 'regency' && upperArea(within);
  if (regency) return gazetteer([regency, ...regency.parts]);
  national ??= gazetteer(
    Object.entries({ [NATION]: 'Indonesia', ...countryNames() }).map(([code, name]) => ({
      code: code as AreaCode,
      name,
    })),
  );
  return national;
}

function gazetteer(named: readonly NamedArea[]): Gazetteer {
  const byForm = new Map<string, NamedArea[]>();
  const areas = named.map(({ code, name }) => ({ code, name, letters: bare(name) }));
  for (const each of areas)
    for (const form of new Set([each.code, each.letters, full(each.name)])) {
      const sharing = byForm.get(form);
      if (sharing) sharing.push(each);
      else byForm.set(form, [each]);
    }
  return { areas, byForm };
}

/** The areas that a name or code means, of those that have a form. */
function find(query: string, having: (form: string) => readonly NamedArea[]): readonly NamedArea[] {
  const code = query
    .trim()
    .toUpperCase()
    .replace(/^(\d\d)(\d\d)(\d\d)?$/, (_, a, b, c) => [a, b, c].filter(Boolean).join('.'));
  const [wanted, spelled] = [bare(query), full(query)];
  if (wanted === '') return [];
  const found = new Map(
    [code, wanted, spelled].flatMap((form) => having(form)).map(({ code, name }) => [code, { code, name }]),
  );
  const inOrder = [...found.values()].sort(
    (a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1),
  );
  return ofTypedLevel(query, inOrder);
}

/** Of areas with one name those of the level that the words begin with. */
function ofTypedLevel(query: string, found: readonly NamedArea[]): readonly NamedArea[] {
  const level = typedLevel(query);
  if (!level) return found;
  const ofLevel = found.filter((each) => levelOf(each.code) === level);
  // A kecamatan may be called "Kota …"; no name begins with the word for another level.
  const narrowed = ofLevel.length > 0 || level !== 'regency' ? ofLevel : found;
  const exact = narrowed.filter(({ name }) => full(name) === full(query));
  // Who writes "Kota" does not mean a kabupaten of that name.
  return exact.length > 0 || level === 'regency' ? exact : narrowed;
}

/** Whether words are the name or code of this area as people write it: "Kab. Bengkalis" is no name of its kecamatan Bengkalis. */
export function isCalled({ code, name }: NamedArea, words: string): boolean {
  const level = typedLevel(words);
  if (level && level !== levelOf(code)) return false;
  const isBare = level !== 'regency' && bare(name) === bare(words);
  return isBare || full(name) === full(words) || code === words.trim();
}

/** The level of areas that words begin with: "kec. Mandau", or "kab" alone. */
export const typedLevel = (query: string): keyof typeof KINDS | undefined =>
  (['district', 'regency', 'province'] as const).find((level) => KINDS[level].test(query));

/** How many areas a search offers at most. */
const OFFERED = 20;

/** The areas that a search may mean: of exactly this name or code, else those whose names begin with the words, else similar ones. */
export function searchAreas(query: string): readonly NamedArea[] {
  const exact = findAreas(NATION, query);
  if (exact.length > 0) return exact.slice(0, OFFERED);
  const wanted = bare(query);
  if (wanted === '') return [];
  const begun = Object.entries(countryNames())
    .filter(([, name]) => bare(name).startsWith(wanted))
    .map(([code, name]) => ({ code: code as AreaCode, name }));
  return (begun.length > 0 ? begun : findSimilarDistricts(query)).slice(0, OFFERED);
}
