import { countryNames, villageCounts } from './areas.ts';
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

/** A name or code without what people leave out or add. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^\s*(kecamatan|kec|distrik|kapanewon|kemantren|kabupaten|kab|kota|provinsi|prov)\b\.?/, '')
    .replace(/[^a-z\d]/g, '');

/**
 * The areas above the villages that lie in an area, itself included, with this name or code; the highest first. A kabupaten and its
 * kecamatan may share a name: what the words begin with ("Kecamatan", "Kabupaten") tells them apart.
 */
export function findAreas(
  within: AreaCode,
  query: string,
): readonly { readonly code: AreaCode; readonly name: string }[] {
  const code = query
    .trim()
    .toUpperCase()
    .replace(/^(\d\d)(\d\d)(\d\d)?$/, (_, a, b, c) => [a, b, c].filter(Boolean).join('.'));
  const wanted = bare(query);
  if (wanted === '') return [];
  const names: Readonly<Record<string, string>> = { [NATION]: 'Indonesia', ...countryNames() };
  const found = Object.keys(names)
    .filter((each) => isWithin(each as AreaCode, within) && (each === code || bare(names[each]!) === wanted))
    .map((each) => ({ code: each as AreaCode, name: names[each]! }))
    .sort((a, b) => a.code.length - b.code.length);
  const level = typedLevel(query);
  const ofLevel = found.filter((each) => levelOf(each.code) === level);
  return level && ofLevel.length > 0 ? ofLevel : found;
}

function typedLevel(query: string): Level | undefined {
  if (/^\s*(kecamatan|kec|distrik|kapanewon|kemantren)\b/i.test(query)) return 'district';
  if (/^\s*(kabupaten|kab|kota)\b/i.test(query)) return 'regency';
  return /^\s*(provinsi|prov)\b/i.test(query) ? 'province' : undefined;
}
