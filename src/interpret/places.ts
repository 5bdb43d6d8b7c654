import { area, type Village } from '../domain/areas.ts';
import { type AreaCode, districtOf, type VillageCode } from '../domain/ids.ts';
import { isWithinTypos } from '../domain/typos.ts';
import {
  areasBelow,
  bare,
  findEach,
  isWithin,
  LEVELS,
  levelOf,
  type NamedArea,
  typedLevel,
  upperArea,
} from '../domain/upper-areas.ts';
import { type VillagesByForm, villagesByForm, villagesNamed } from '../domain/village-search.ts';
import { isFiller, mayBeName, takeForms, takeShown, withoutFillers, wordsIn } from './requests.ts';
import { NAME_WORDS } from './words/others.ts';
import { formsIn, linesIn } from './words/tables.ts';

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
/** How many letters a name may be away from one that is offered, and how many letters words need to be near a name, or near a part of it. */
const NEAR = 2;
const NEARLY = 5;
const LONG = 6;
/** So many letters may begin a name. */
const BEGINNING = 3;

/**
 * The place in an area that words name anywhere, by the longest name in them: "Duri Timur gambar", "utk kec. Mandau ya". Of one name an
 * area counts before the village, which "desa" or "kelurahan" tells apart, and an area that lies in this one before itself. Where "kec",
 * "kab", "kota" or "prov" stands before a name, it is that of an area of this level alone.
 */
export function takePlace(within: AreaCode, text: string): TakenPlace {
  const taken = takeName(within, text);
  return deeper(taken) ?? narrowed(within, taken);
}

/** The same by that name alone, whatever stands behind it. */
function takeName(within: AreaCode, text: string): TakenPlace {
  const words = wordsIn(text).slice(0, LONGEST);
  if (words.length === 0) return { found: [], name: '', rest: '' };
  const spellings = spellingsOf(words);
  const areas = findEach(
    within,
    spellings.map(({ spelled }) => spelled),
  );
  const villages = villagesByForm(villagesIn(within));
  for (const [i, { from, to, spelled }] of spellings.entries()) {
    // The name with the word for its level is longer: it was looked for before.
    if (typedLevel(words[from - 1] ?? '')) continue;
    const found = placesNamed(within, spelled, areas[i]!, villages);
    if (found.length === 0) continue;
    const name = words.slice(from, to).join(' ');
    const rest = withoutFillers([...words.slice(0, from), ...words.slice(to)].join(' '));
    return { found, name, rest };
  }
  return { found: [], name: '', rest: words.join(' ') };
}

/** How else each of those words is written. */
const spelledElse = new Map(
  linesIn(NAME_WORDS).flatMap((line) => {
    const forms = formsIn(line).map(({ form }) => form);
    return forms.map((form) => [form, forms.filter((other) => other !== form)] as const);
  }),
);

/** A span of words, as it is typed or as it may be written otherwise: "sei linau", "sungai linau". */
function spellingsOf(words: readonly string[]) {
  const at = words.findIndex((word) => spelledElse.has(word.toLowerCase()));
  const others = spelledElse.get(words[at]?.toLowerCase() ?? '') ?? [];
  return spansOf(words).flatMap(({ from, to }) =>
    [words, ...(from <= at && at < to ? others.map((other) => words.with(at, other)) : [])].map(
      (spelled) => ({
        from,
        to,
        spelled: spelled.slice(from, to).join(' '),
      }),
    ),
  );
}

/** The parts of an area, one level down, that words name, in their order, and what else they say: "Mandau dan Pinggir". */
export function takeParts(
  whole: AreaCode,
  text: string,
): { readonly found: readonly AreaCode[]; readonly rest: string } {
  const parts = new Set((upperArea(whole)?.parts ?? []).map(({ code }) => code as string));
  const said = wordsIn(text).join(' ');
  // The longest name is found first, wherever it stands.
  const at = new Map<AreaCode, number>();
  let rest = text;
  for (const taken of takenPlaces(whole, text)) {
    // "Jambi" is a part of the nation, and a kota in it.
    const [only, ...others] = taken.found.filter(({ code }) => parts.has(code));
    if (!only || others.length > 0) break;
    if (!at.has(only.code as AreaCode)) at.set(only.code as AreaCode, said.indexOf(taken.name));
    rest = taken.rest;
  }
  return { found: [...at.keys()].toSorted((a, b) => at.get(a)! - at.get(b)!), rest };
}

/** What words say beside the names of places in an area. */
export function withoutPlaces(within: AreaCode, text: string): string {
  let rest = text;
  for (const taken of takenPlaces(within, text)) {
    if (!mayBeName(taken.name)) break;
    rest = taken.rest;
  }
  return rest;
}

/** The places in an area that words name, one after the other, each with what is left of the words. */
function* takenPlaces(within: AreaCode, text: string): Generator<TakenPlace, void> {
  for (let taken = takePlace(within, text); taken.found.length > 0; taken = takePlace(within, taken.rest))
    yield taken;
}

/** What words ask to be shown of an area: the name of a place in it asks for nothing ("Tebing Tinggi"), and is no slip ("Bantan" of "bantuan"). */
export const takeShownIn = (within: AreaCode, text: string) =>
  takeShown(text, besideShown(within, text), wordsOfName(within, text));

/** The forms that words ask for of an area, in the same way: "Gambir" is no slip of "gambar". */
export const takeFormsIn = (within: AreaCode, text: string) =>
  takeForms(text, besideShown(within, text), wordsOfName(within, text));

/** Tells of the words of a text whether they belong to the name of a place in an area: "Juli" is a kecamatan. */
export const namesPlace = (within: AreaCode | undefined, text: string): ((word: string) => boolean) =>
  within ? nameIn(within, text, () => true) : () => false;

/** Tells of the words of a text whether they belong to a name beside those that ask. */
const besideShown = (within: AreaCode, text: string) =>
  nameIn(within, takeShown(text, () => true).rest, () => true);

/** Tells whether they belong to a name which does not consist of words that ask, or which is all that is said. */
const wordsOfName = (within: AreaCode, text: string) =>
  nameIn(within, text, ({ name, rest }) => rest === '' || takeShown(name, () => true).rest !== '');

/** Tells of words whether they belong to the names of places, if these `count`. */
function nameIn(
  within: AreaCode,
  text: string,
  counts: (taken: TakenPlace) => boolean,
): (word: string) => boolean {
  const named = new Set<string>();
  for (const taken of takenPlaces(within, text)) {
    if (!counts(taken)) break;
    for (const word of wordsIn(taken.name)) if (!isFiller(word)) named.add(word);
  }
  return (word) => named.has(word);
}

/**
 * The places in an area whose names are nearly what the words say, the nearest alone: begun by several words, a letter away, begun or ended by them, two letters
 * away, or with a part that is a letter away. Where the words begin the names of villages of one kecamatan it comes first: people name
 * its town.
 */
export function similarPlaces(within: AreaCode, text: string): readonly NamedPlace[] {
  const wanted = bare(withoutFillers(text)).slice(0, 100);
  if (wanted.length < BEGINNING) return [];
  const villages = villagesIn(within).map(({ code, name }) => ({ code, name, letters: bare(name) }));
  const places: readonly Spelled[] = [...areasBelow(within), ...villages];
  const near = (most: number) => (spelled: string) => isWithinTypos(wanted, spelled, most);
  const begins = (spelled: string) => spelled.startsWith(wanted);
  const begun = withoutFillers(text).toLowerCase();
  const ways: readonly ((place: Spelled) => boolean)[] = [
    ({ name }) => begun.includes(' ') && name.toLowerCase().startsWith(begun),
    ({ letters }) => letters.length >= NEARLY && wanted.length >= NEARLY - 1 && near(1)(letters),
    ({ name, letters }) => letters.includes(wanted) && endingsOf(name).some(begins),
    ({ letters }) =>
      wanted.length >= NEARLY &&
      (letters.endsWith(wanted) || (isLong(wanted, letters) && near(NEAR)(letters))),
    ({ name }) =>
      wanted.length >= LONG &&
      name.includes(' ') &&
      [...beginningsOf(name), ...endingsOf(name)].some(near(1)),
  ];
  const found = ways.map((fits) => places.filter(fits)).find((each) => each.length > 0) ?? [];
  const nearest = found.map(({ code, name }) => ({ code, name }));
  return [...townOf(within, nearest), ...nearest];
}

/** Whether words as a whole are a letter away from a name: "rupat utra", which begins with another. */
export function isMisspelled(within: AreaCode, text: string): boolean {
  const wanted = bare(withoutFillers(text)).slice(0, 100);
  const names = [...areasBelow(within), ...villagesIn(within)].map(({ name }) => bare(name));
  return (
    wanted.length >= NEARLY && !names.includes(wanted) && names.some((name) => isWithinTypos(wanted, name, 1))
  );
}

/** The parts of an area, one level down, that are nearly called so; else those in which something has that name, or nearly. */
export function similarParts(whole: AreaCode, text: string): readonly NamedPlace[] {
  const parts = upperArea(whole)?.parts ?? [];
  const { found, rest } = takePlace(whole, text);
  const near = found.length > 0 && rest === '' ? found : similarPlaces(whole, text);
  const themselves = parts.filter((part) => near.some(({ code }) => code === part.code));
  const meant =
    themselves.length > 0
      ? themselves
      : parts.filter((part) => near.some(({ code }) => isWithin(code, part.code)));
  return meant.map(({ code, name }) => ({ code, name }));
}

interface Spelled extends NamedPlace {
  readonly letters: string;
}

const isLong = (wanted: string, letters: string): boolean => Math.max(wanted.length, letters.length) >= LONG;

/** The letters of a name from each of its words on, and up to each. */
const endingsOf = (name: string): readonly string[] =>
  name.split(' ').map((_, i, words) => bare(words.slice(i).join(' ')));
const beginningsOf = (name: string): readonly string[] =>
  name.split(' ').map((_, i, words) => bare(words.slice(0, i + 1).join(' ')));

/** The kecamatan of several villages that all lie in it. */
function townOf(within: AreaCode, places: readonly NamedPlace[]): readonly NamedPlace[] {
  const [district, ...others] = new Set(places.map(({ code }) => areaOf(code)));
  const isTown = others.length === 0 && places.length > 1 && places.every(({ code }) => isVillage(code));
  const found = district && district !== within && isTown ? area(district) : undefined;
  return found ? [{ code: found.code, name: found.name }] : [];
}

/** The spans of words that may be a name, the longest first. What people say around names is one only where nothing else is said. */
const spansOf = (words: readonly string[]): readonly { readonly from: number; readonly to: number }[] =>
  words
    .flatMap((_, from) =>
      words
        .slice(from, from + MOST_WORDS)
        .map((_, more) => ({ from, to: from + more + 1 }))
        .filter(({ to }) => to - from === words.length || !words.slice(from, to).every(isFiller)),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);

function placesNamed(
  within: AreaCode,
  name: string,
  areas: readonly NamedArea[],
  villages: VillagesByForm,
): readonly NamedPlace[] {
  const below = areas.filter(({ code }) => code !== within);
  const found = [below, areas, villagesNamed(villages, name)].find((each) => each.length > 0);
  return found ?? villageOfCode(within, name);
}

/** The village of a code in an area of any level. */
function villageOfCode(within: AreaCode, code: string): readonly Village[] {
  const [, ...parts] = /^(\d\d)\.?(\d\d)\.?(\d\d)\.?(\d{4})$/.exec(code) ?? [];
  const district = parts.slice(0, 3).join('.') as AreaCode;
  const villages = parts.length > 0 && isWithin(district, within) ? area(district)?.villages : undefined;
  return villages?.filter((village) => village.code === parts.join('.')) ?? [];
}

/** Behind the name of an area may stand that of a place in it: "32 Bandung", "Mandau Air Jamban". */
function deeper({ found: [only, ...others], rest }: TakenPlace): TakenPlace | undefined {
  if (!only || others.length > 0 || rest === '' || levelOf(only.code) === undefined) return undefined;
  const taken = takePlace(only.code as AreaCode, rest);
  return taken.found.length > 0 ? taken : undefined;
}

/** Beside the name of a place may stand those of the areas that it lies in, which tell it from others of its name. */
function narrowed(within: AreaCode, taken: TakenPlace): TakenPlace {
  if (taken.found.length === 0 || taken.rest === '') return taken;
  const { found, rest } = takeName(within, taken.rest);
  const inside = taken.found.filter(({ code }) =>
    found.some((each) => !isVillage(each.code) && isWithin(code, each.code)),
  );
  return inside.length > 0 ? narrowed(within, { found: inside, name: taken.name, rest }) : taken;
}

/** The villages of a kecamatan or of a kabupaten; none above, where they are too many, and too many share a name. */
function villagesIn(within: AreaCode): readonly Village[] {
  if (levelOf(within) === 'district') return area(within)?.villages ?? [];
  if (levelOf(within) !== 'regency') return [];
  return upperArea(within)!.parts.flatMap(({ code }) => area(code)?.villages ?? []);
}

/** Whether words name a level above that of an area: "prov riau", said in a kabupaten. */
export function namesHigher(within: AreaCode, words: string): boolean {
  const own = LEVELS.indexOf(levelOf(within)!);
  return wordsIn(words).some((word) => {
    const level = typedLevel(word);
    return level !== undefined && LEVELS.indexOf(level) < own;
  });
}

/** Whether a code is a village's. */
export const isVillage = (code: AreaCode | VillageCode): code is VillageCode => levelOf(code) === undefined;

/** The kecamatan of a village, and an area itself. */
export const areaOf = (code: AreaCode | VillageCode): AreaCode => (isVillage(code) ? districtOf(code) : code);
