import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readOwnFile } from '../damaged-file.ts';
import { areasFile } from '../paths.ts';
import { type AreaCode, type DistrictCode, NATION, type VillageCode } from './ids.ts';
import { keepLast } from './keep-last.ts';
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

/**
 * A kabupaten as JSON, `{"province":…,"regency":…,"districts":{"14.03.16":{"name":…,"villages":{"14.03.16.2001":…}}}}`. What is looked for
 * is taken out of it: to parse all takes ten times as long. No name has a quote or a brace.
 */
type Block = string;

/** The kecamatan in use; the others are read when needed, because the whole country would take 10 MB. */
const kept = keepLast(200, readArea);
/** The kabupaten in use, in which villages are looked for. */
const neighbours = keepLast(50, readNeighbours);
let lastBlock: { readonly regency: string; readonly block: Block | undefined } | undefined;
/** Where the blocks are in the data file, as it was then. */
let index: { readonly of: string; readonly blocks: Blocks } | undefined;
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
export const area = (code: AreaCode): Area | undefined => (isDistrict(code) ? kept(code) : undefined);

/**
 * A village of that name, by its letters alone, in another kecamatan of a kecamatan's kabupaten; undefined where the kecamatan or one of
 * its own is called so too.
 */
export function villageAround(code: DistrictCode, letters: string): string | undefined {
  const found = neighbours(code.slice(0, 5))?.get(letters);
  return found?.in.has(code) ? undefined : found?.name;
}

/** The names of all provinces, kabupaten and kecamatan, by code and in their order. */
export const countryNames = (): Names => reading((read) => unpack(read(headerOf(read).names))) as Names;

/** Throws DamagedFile where the data file is missing or was cut off; what is damaged in between is found when it is needed. */
export const checkAreas = (): void =>
  reading((read) => {
    const { names } = headerOf(read);
    const places = Object.values(blocksIn(read));
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
  const key = `"${code}":`;
  const begun = block?.indexOf(key) ?? -1;
  if (!block || begun < 0) return undefined;
  const { province, regency } = parse<Above>(`${block.slice(0, block.indexOf(',"districts":'))}}`);
  const from = begun + key.length;
  const found = parse<District>(block.slice(from, block.indexOf('}}', from) + 2));
  const named = Object.entries(found.villages) as [VillageCode, string][];
  const villages = named.map(([village, name]) => ({ code: village, name, kind: kindOf(village) }));
  return { code, name: found.name, regency, province, villages };
}

type Above = Pick<DistrictMatch, 'province' | 'regency'>;
interface District {
  readonly name: string;
  readonly villages: Readonly<Record<VillageCode, string>>;
}

/** The villages of a kabupaten by the letters of their names; `in`: the kecamatan that have one of that name, or are called so. */
type Neighbours = Map<string, { readonly name: string; readonly in: Set<DistrictCode> }>;

function readNeighbours(regency: string): Neighbours | undefined {
  const block = blockOf(regency);
  if (!block) return undefined;
  const found: Neighbours = new Map();
  for (const [, code, name] of block.matchAll(/"([\d.]{8})\.\d+":"([^"]+)"/g)) {
    const letters = bare(name!);
    const known = found.get(letters) ?? { name: name!, in: new Set() };
    found.set(letters, known);
    known.in.add(code as DistrictCode);
  }
  for (const [, code, name] of block.matchAll(/"([\d.]{8})":{"name":"([^"]+)"/g))
    found.get(bare(name!))?.in.add(code as DistrictCode);
  return found;
}

/** The block of a kabupaten. The last one is kept: what goes through the country takes its kecamatan in their order. */
function blockOf(regency: string): Block | undefined {
  if (lastBlock?.regency !== regency) {
    const block = reading((read, file) => {
      if (index?.of !== file) index = { of: file, blocks: blocksIn(read) };
      const place = index.blocks[regency];
      return place && read(place).toString();
    });
    lastBlock = { regency, block };
  }
  return lastBlock.block;
}

type Read = (place: Place) => Buffer;

/** Runs `use` with the data file open, so that one lookup sees one file even while it is being replaced; `file` tells which. Throws DamagedFile. */
const reading = <Result>(use: (read: Read, file: string) => Result): Result =>
  readOwnFile(areasFile, (path) => {
    const file = openSync(path, 'r');
    try {
      const { size, ino, mtimeMs } = fstatSync(file);
      const read: Read = ([offset, length]) => {
        if (offset + length > size) throw new RangeError('beyond the end of the file');
        const bytes = Buffer.alloc(length);
        readSync(file, bytes, 0, length, offset);
        return bytes;
      };
      return use(read, `${ino} ${size} ${mtimeMs}`);
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

const blocksIn = (read: Read): Blocks => unpack(read(headerOf(read).blocks)) as Blocks;

/** JSON rather than lines: its strings are copies, where a slice would keep the whole text in memory. */
const parse = <Value>(text: string): Value => JSON.parse(text) as Value;
const unpack = (bytes: Buffer): unknown => parse(bytes.toString());
