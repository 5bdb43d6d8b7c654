import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readOwnFile } from '../damaged-file.ts';
import { areasFile } from '../paths.ts';
import { type AreaCode, type DistrictCode, NATION, type VillageCode } from './ids.ts';
import { isKelurahan } from './titles.ts';
import { isWithinTypos } from './typos.ts';

/** How many letters a typed name may be away from one that is offered as "did you mean". */
const NEAR = 2;

/** A kecamatan with its regency and province; names as people write them. */
export interface DistrictMatch {
  readonly code: DistrictCode;
  /** `Bathin Solapan` */
  readonly name: string;
  /** `Kabupaten Bengkalis`, `Kota Dumai` */
  readonly regency: string;
  /** `Riau` */
  readonly province: string;
}

/** A kecamatan with its desa and kelurahan, in the order of their codes; there is always at least one. */
export interface Area extends DistrictMatch {
  readonly villages: readonly Village[];
}

export interface Village {
  readonly code: VillageCode;
  /** Without the kind; a few kecamatan have a desa and a kelurahan of one name. */
  readonly name: string;
  readonly kind: VillageKind;
}

/** Both have a cooperative of their own; what they are called where stands in `titles.ts`. */
export type VillageKind = 'desa' | 'kelurahan';

export const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];
/** The zone of the capital, for whom and where no other is known. */
export const CAPITAL_ZONE: TimeZone = 'Asia/Jakarta';

type Place = readonly [offset: number, length: number];

/** Names by code. */
type Names = Readonly<Record<string, string>>;
/** Where in the data file the block of a kabupaten is, by its code. */
type Blocks = Readonly<Record<string, Place>>;

/** A kabupaten. */
interface Block {
  readonly province: string;
  readonly regency: string;
  readonly districts: Readonly<
    Record<DistrictCode, { readonly name: string; readonly villages: Readonly<Record<VillageCode, string>> }>
  >;
}

/** The kecamatan in use; the others are read when needed, because the whole country would take 10 MB. */
const cache = new Map<DistrictCode, Area>();
let lastBlock: { readonly regency: string; readonly block: Block | undefined } | undefined;
const CACHED = 200;
let counted: ReadonlyMap<DistrictCode, number> | undefined;

/**
 * The kecamatan with this name, or this code (`14.03.16` or `140316`); several share a name, none may match.
 * Case, spaces, punctuation and a leading "Kecamatan" or "Kec." do not matter. Throws when the data file
 * cannot be read.
 */
export function findDistricts(query: string): readonly DistrictMatch[] {
  const wanted = wantedDistrict(query);
  const dotted = wanted.replace(/^(\d\d)(\d\d)(\d\d)$/, '$1.$2.$3');
  return districtsWhere((code, name) => code === dotted || name === wanted);
}

/** The kecamatan whose names are a letter or two from the query; none for a short query, which too many are near. */
export function findSimilarDistricts(query: string): readonly DistrictMatch[] {
  const wanted = wantedDistrict(query).slice(0, 100);
  if (wanted.length <= 2 * NEAR) return [];
  return districtsWhere((_, name) => isWithinTypos(name, wanted, NEAR));
}

const wantedDistrict = (query: string): string =>
  bare(query.replace(/^\s*(kecamatan|kec|distrik|kapanewon|kemantren)\b/i, ''));

/** `name` is given bare. */
function districtsWhere(fits: (code: string, name: string) => boolean): readonly DistrictMatch[] {
  const names = countryNames();
  return Object.keys(names)
    .filter((code) => isDistrict(code) && fits(code, bare(names[code]!)))
    .map((code) => describe(code as DistrictCode, names));
}

/**
 * The kecamatan with this code and its villages, or undefined when it is no kecamatan's. The same object every time
 * for as long as it is in use. Throws when the data file cannot be read.
 */
export function area(code: AreaCode): Area | undefined {
  if (!isDistrict(code)) return undefined;
  const found = cache.get(code) ?? readArea(code);
  if (!found) return undefined;
  cache.delete(code); // to the end: the first one is the longest unused
  cache.set(code, found);
  if (cache.size > CACHED) cache.delete(cache.keys().next().value!);
  return found;
}

const around = new Map<DistrictCode, ReadonlyMap<string, string>>();
const AROUND_CACHED = 50;

/** The names of the villages in the other kecamatan of a kecamatan's kabupaten that none of its own has, by their letters alone. */
export function villagesAround(code: DistrictCode): ReadonlyMap<string, string> {
  const known = around.get(code);
  if (known) return known;
  const districts = blockOf(code.slice(0, 5))?.districts ?? {};
  const named = (of: DistrictCode) => Object.values(districts[of]?.villages ?? {});
  const own = new Set([districts[code]?.name ?? '', ...named(code)].map(bare));
  const others = (Object.keys(districts) as DistrictCode[]).filter((each) => each !== code).flatMap(named);
  const found = new Map(others.map((name) => [bare(name), name] as const).filter(([key]) => !own.has(key)));
  around.set(code, found);
  if (around.size > AROUND_CACHED) around.delete(around.keys().next().value!);
  return found;
}

/** The names of all provinces, kabupaten and kecamatan, by code and in their order. */
export const countryNames = (): Names => reading((read) => unpack(read(headerOf(read).names))) as Names;

/** Throws DamagedFile where the data file is missing or was cut off; what is damaged in between is found when it is needed. */
export const checkAreas = (): void =>
  reading((read) => {
    const { names, blocks } = headerOf(read);
    const places = Object.values(unpack(read(blocks)) as Blocks);
    read(places.reduce((last, place) => (place[0] > last[0] ? place : last), names));
  });

/** How many villages each kecamatan of the country has. The file is read once for it. */
export function villageCounts(): ReadonlyMap<DistrictCode, number> {
  if (counted) return counted;
  const counts = new Map<DistrictCode, number>();
  // A block names the villages of each kecamatan together. To parse them all takes eight times as long.
  for (const rest of readFileSync(areasFile, 'latin1').split('"villages":{').slice(1)) {
    const villages = rest.slice(0, rest.indexOf('}'));
    counts.set(villages.slice(1, 9) as DistrictCode, villages.split('":"').length - 1);
  }
  counted = counts;
  return counts;
}

/** The zone of an area of any level, by the province its code starts with; a RangeError if there is none. */
export function timeZone(code: string): TimeZone {
  if (code === NATION) return CAPITAL_ZONE;
  if (/^([1-3]\d|6[12])/.test(code)) return 'Asia/Jakarta'; // Sumatra, Java, West and Central Kalimantan
  if (/^(5\d|6[3-5]|7\d)/.test(code)) return 'Asia/Makassar'; // Bali, Nusa Tenggara, Kalimantan, Sulawesi
  if (/^[89]\d/.test(code)) return 'Asia/Jayapura'; // Maluku, Papua
  throw new RangeError(`No province has the code of "${code}"`);
}

/** The zone of an area; undefined if no province has its code. */
export function zoneOf(code: string): TimeZone | undefined {
  try {
    return timeZone(code);
  } catch {
    return undefined;
  }
}

/** A name or code without what people leave out or add: case, spaces, dots, apostrophes. */
const bare = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '');

const isDistrict = (code: string): code is DistrictCode => /^\d\d\.\d\d\.\d\d$/.test(code);

/** A desa adat counts as a desa. */
const kindOf = (code: VillageCode): VillageKind => (isKelurahan(code) ? 'kelurahan' : 'desa');

const describe = (code: DistrictCode, names: Names): DistrictMatch => ({
  code,
  name: names[code]!,
  regency: names[code.slice(0, 5)]!,
  province: names[code.slice(0, 2)]!,
});

function readArea(code: DistrictCode): Area | undefined {
  const block = blockOf(code.slice(0, 5));
  const found = block?.districts[code];
  if (!block || !found) return undefined;
  const { province, regency } = block;
  const named = Object.entries(found.villages) as [VillageCode, string][];
  const villages = named.map(([village, name]) => ({ code: village, name, kind: kindOf(village) }));
  return { code, name: found.name, regency, province, villages };
}

/** The block of a kabupaten. The last one is kept: what goes through the country takes its kecamatan in their order. */
function blockOf(regency: string): Block | undefined {
  if (lastBlock?.regency !== regency) {
    const block = reading((read) => {
      const place = (unpack(read(headerOf(read).blocks)) as Blocks)[regency];
      return place && (unpack(read(place)) as Block);
    });
    lastBlock = { regency, block };
  }
  return lastBlock.block;
}

type Read = (place: Place) => Buffer;

/** Runs `use` with the data file open, so that one lookup sees one file even while it is being replaced. Throws DamagedFile. */
const reading = <Result>(use: (read: Read) => Result): Result =>
  readOwnFile(areasFile, (path) => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      return use(([offset, length]) => {
        if (offset + length > size) throw new RangeError('beyond the end of the file');
        const bytes = Buffer.alloc(length);
        readSync(file, bytes, 0, length, offset);
        return bytes;
      });
    } finally {
      closeSync(file);
    }
  });

/** Where the names of the country and the places of the blocks are. */
function headerOf(read: Read): { readonly names: Place; readonly blocks: Place } {
  const header = read([0, 16]);
  const at = (n: number) => header.readUInt32LE(4 * n);
  return { names: [at(0), at(1)], blocks: [at(2), at(3)] };
}

/** JSON rather than lines: its strings are copies, where a slice would keep the whole text in memory. */
const unpack = (bytes: Buffer): unknown => JSON.parse(bytes.toString());
