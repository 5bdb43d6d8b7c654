import { area, type Village } from './areas.ts';
import { type AreaCode, districtOf, type VillageCode } from './ids.ts';
import { isWithinTypos } from './typos.ts';
import { bare, findEach, isWithin, levelOf, type NamedArea, upperArea } from './upper-areas.ts';
import { villagesNamed } from './village-search.ts';

// What words name in an area: itself, an area in it, or, from a kabupaten downwards, a village.

export interface NamedPlace {
  readonly code: AreaCode | VillageCode;
  readonly name: string;
}

/** The places that words name, the part of them that does, and what else they say. */
export interface TakenPlace {
  /** Several have the same name; none where the words name none. */
  readonly found: readonly NamedPlace[];
  readonly name: string;
  readonly rest: string;
}

/** No name of an area has more words; a longer text is looked at no further than this. */
const MOST_WORDS = 6;
const LONGEST = 16;
/** How many letters a name may be away from one that is offered, of so many letters at least, and how many are offered. */
const NEAR = 2;
const LONG = 6;
const OFFERED = 5;

/** What people say around a name and between the words of a request, which says neither where nor what. */
const FILLERS: ReadonlySet<string> = new Set(
  `dong donk pak bapak bpk bu ibu min admin ya yaa yah yg yang gmn gmana gimana bagaimana bgmn tolong tlg mohon mhn minta coba
   lihat liat tampilkan kirim kirimkan kasih buat utk untuk di dari itu ini nih dan saat sekarang skrg hari pekan minggu
   terbaru terkini terakhir semua seluruh lengkap wilayah tentang kec kecamatan kab kabupaten kota prov provinsi desa
   kelurahan kel sih deh aja saja bot berapa brp mana apa apakah siapa ada masih sudah sdh udah terima kasih makasih`
    .split(/\s+/)
    .filter(Boolean),
);

const wordsIn = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^["'(]+|["')?!.,;:…]+$/g, ''))
    .filter(Boolean);
const isFiller = (word: string): boolean => FILLERS.has(word.toLowerCase());

/** Words without those around a request: "dong pak" is nothing, "gambar ya" a picture. */
export const withoutFillers = (text: string): string =>
  wordsIn(text)
    .filter((word) => !isFiller(word))
    .join(' ');

/**
 * The place in an area that words name anywhere, by the longest name in them: "Duri Timur gambar", "utk kec. Mandau ya". Of one name an
 * area counts before the village, which "desa" or "kelurahan" tells apart, and an area that lies in this one before itself.
 */
export function takePlace(within: AreaCode, text: string): TakenPlace {
  const words = wordsIn(text).slice(0, LONGEST);
  const spans = spansOf(words);
  const names = spans.map(({ from, to }) => words.slice(from, to).join(' '));
  const areas = findEach(within, names);
  const villages = villagesIn(within);
  for (const [i, { from, to }] of spans.entries()) {
    const found = placesNamed(within, names[i]!, areas[i]!, villages);
    if (found.length === 0) continue;
    const rest = withoutFillers([...words.slice(0, from), ...words.slice(to)].join(' '));
    return deeper(found, rest) ?? narrowed(within, { found, name: names[i]!, rest });
  }
  return { found: [], name: '', rest: words.join(' ') };
}

/** The places in an area whose names are nearly what the words say, or end or begin with it: the nearest alone. */
export function similarPlaces(within: AreaCode, text: string): readonly NamedPlace[] {
  const wanted = bare(withoutFillers(text)).slice(0, 100);
  if (wanted.length <= 2 * NEAR) return [];
  const places = [...(upperArea(within)?.parts ?? []), ...villagesIn(within)];
  const named = places.map(({ code, name }) => ({ code, name, letters: bare(name) }));
  const ways = [
    (letters: string) => isWithinTypos(wanted, letters, 1),
    (letters: string) => letters.startsWith(wanted) || letters.endsWith(wanted),
    (letters: string) =>
      Math.max(wanted.length, letters.length) >= LONG && isWithinTypos(wanted, letters, NEAR),
  ];
  const found = ways.map((fits) => named.filter(({ letters }) => fits(letters)));
  const nearest = found.find((each) => each.length > 0) ?? [];
  return nearest.slice(0, OFFERED).map(({ code, name }) => ({ code, name }));
}

/** The spans of words that may be a name, the longest first. What people say around names is one only where nothing else is said. */
const spansOf = (words: readonly string[]): readonly { readonly from: number; readonly to: number }[] =>
  words
    .flatMap((_, from) =>
      words
        .slice(from, from + MOST_WORDS)
        .map((_, more) => ({ from, to: from + more + 1 }))
        .filter(
          ({ to }) => to - from === words.length || !words.slice(from, to).every((word) => isFiller(word)),
        ),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);

function placesNamed(
  within: AreaCode,
  name: string,
  areas: readonly NamedArea[],
  villages: readonly Village[],
): readonly NamedPlace[] {
  const below = areas.filter(({ code }) => code !== within);
  const found = below.length > 0 ? below : areas;
  return found.length > 0 ? found : villagesNamed([...villages, ...villageOfCode(within, name)], name);
}

/** The village of a code in an area of any level. */
function villageOfCode(within: AreaCode, code: string): readonly Village[] {
  const [, ...parts] = /^(\d\d)\.?(\d\d)\.?(\d\d)\.?(\d{4})$/.exec(code) ?? [];
  const district = parts.slice(0, 3).join('.') as AreaCode;
  // From a kabupaten downwards its villages are looked through by name anyway.
  const isFar = parts.length > 0 && isWithin(district, within) && villagesIn(within).length === 0;
  return isFar ? (area(district)?.villages ?? []) : [];
}

/** Behind the name of an area may stand that of a place in it: "32 Bandung", "Mandau Air Jamban". */
function deeper([only, ...others]: readonly NamedPlace[], rest: string): TakenPlace | undefined {
  if (!only || others.length > 0 || rest === '' || levelOf(only.code) === undefined) return undefined;
  const taken = takePlace(only.code as AreaCode, rest);
  return taken.found.length > 0 ? taken : undefined;
}

/** Before the name of a place may stand that of the area that it lies in, which tells it from others of its name. */
function narrowed(within: AreaCode, taken: TakenPlace): TakenPlace {
  if (taken.rest === '') return taken;
  const { found, rest } = takePlace(within, taken.rest);
  const inside = taken.found.filter(({ code }) =>
    found.some((each) => !isVillage(each.code) && isWithin(code, each.code)),
  );
  return inside.length > 0 ? { found: inside, name: taken.name, rest } : taken;
}

/** The villages of a kecamatan or of a kabupaten; none above, where they are too many, and too many share a name. */
function villagesIn(within: AreaCode): readonly Village[] {
  if (levelOf(within) === 'district') return area(within)?.villages ?? [];
  if (levelOf(within) !== 'regency') return [];
  return upperArea(within)!.parts.flatMap(({ code }) => area(code)?.villages ?? []);
}

/** Whether a code is a village's. */
export const isVillage = (code: AreaCode | VillageCode): code is VillageCode => levelOf(code) === undefined;

/** The kecamatan of a village, and an area itself. */
export const areaOf = (code: AreaCode | VillageCode): AreaCode => (isVillage(code) ? districtOf(code) : code);
