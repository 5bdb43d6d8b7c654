import type { Area, Village, VillageKind } from './areas.ts';
import { isWithinTypos } from './typos.ts';

/** How different a typed name may be from a village's to be offered as "did you mean". */
const NEAR = 2;
/** No village's name has more words than this, "desa" before it included. */
export const MOST_WORDS = 10;

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '');
const KELURAHAN = /^\s*(?:kelurahan|kel|lurah)\b\.?\s*/i;
/** A desa has other names in many regions: `titles.ts`. */
const DESA =
  /^\s*(?:desa|ds|gampong|nagari|kampung|pekon|tiyuh|kalurahan|kepenghuluan|lembang|dusun)\b\.?\s*/i;
const withoutKind = (text: string): string => text.trim().replace(KELURAHAN, '').replace(DESA, '');

/** The kind that the words begin with, if any: some kecamatan have a desa and a kelurahan of one name. */
function kindTyped(words: string): VillageKind | undefined {
  if (KELURAHAN.test(words)) return 'kelurahan';
  return DESA.test(words) ? 'desa' : undefined;
}

export interface Found {
  /** The villages that the words name: by code, by name, or as the only ones that the words begin. */
  readonly exact: readonly Village[];
  /** Where none is exact, those whose names are a typo or two away. */
  readonly near: readonly Village[];
}

/** Looks a village up by what was typed for it; case, spaces, punctuation and "desa" or "kel." do not matter. */
export function findVillages(area: Area, words: string): Found {
  const exact = exactVillages(area, words);
  return { exact, near: exact.length > 0 ? [] : nearVillages(area, words) };
}

function exactVillages({ villages }: Area, words: string): readonly Village[] {
  // "Lembang" may be the whole name of a village, and no kind.
  const named = villagesNamed(villagesByForm(villages), words);
  if (named.length > 0) return named;
  const { wanted, whole } = lettersOf(words);
  if (wanted === '') return [];
  const begun = villages.filter(({ name }) => isBegun(bare(name), wanted, whole));
  return wanted.length > 2 && begun.length === 1 ? begun : [];
}

function nearVillages({ villages }: Area, words: string): readonly Village[] {
  const { wanted, whole } = lettersOf(words);
  if (wanted === '') return [];
  const isAnyBegun = villages.some(({ name }) => isBegun(bare(name), wanted, whole));
  return villages.filter(({ name }) =>
    isAnyBegun && bare(name).includes(wanted)
      ? true
      : [wanted, whole].some((form) => isWithinTypos(bare(name), form, NEAR)),
  );
}

/** The letters of words without and with the kind that stands before a name. */
const lettersOf = (words: string) => ({
  wanted: bare(withoutKind(words).slice(0, 100)),
  whole: bare(words.slice(0, 100)),
});

/** Whether a name begins or ends with what is wanted. */
const isBegun = (name: string, wanted: string, whole: string): boolean =>
  name.startsWith(wanted) || name.endsWith(wanted) || name.startsWith(whole);

/** Villages by what their names and codes may be written as. */
export type VillagesByForm = ReadonlyMap<string, readonly Village[]>;

const formsOf = new WeakMap<readonly Village[], VillagesByForm>();

export function villagesByForm(villages: readonly Village[]): VillagesByForm {
  const known = formsOf.get(villages);
  if (known) return known;
  const byForm = new Map<string, Village[]>();
  for (const village of villages)
    for (const form of new Set([bare(village.code), bare(village.name)])) {
      const sharing = byForm.get(form);
      if (sharing) sharing.push(village);
      else byForm.set(form, [village]);
    }
  formsOf.set(villages, byForm);
  return byForm;
}

/** Whether a name is written so: "Lubuk Pakam I,II" and "Lubuk Pakam III" have the same letters. */
const isSpelled = (name: string, words: string): boolean => name.toLowerCase() === words.trim().toLowerCase();

/** The villages that the words are the whole name of, or the code; where they begin with its kind, those of that kind. */
export function villagesNamed(byForm: VillagesByForm, words: string): readonly Village[] {
  const typed = withoutKind(words).slice(0, 100);
  // "Kampung Baru" may be the whole name, or the name of a kampung called Baru.
  const named = byForm.get(bare(words.slice(0, 100))) ?? byForm.get(bare(typed)) ?? [];
  const spelled = named.filter(({ name }) => [words, typed].some((each) => isSpelled(name, each)));
  const meant = spelled.length > 0 ? spelled : named;
  const ofKind = meant.filter((village) => village.kind === kindTyped(words));
  return ofKind.length > 0 ? ofKind : meant;
}

/** The village that the words are the whole name of, or the code; undefined where there is none or there are several. */
export function villageNamed(area: Area, words: string): Village | undefined {
  const { exact } = findVillages(area, words);
  const [only] = exact.filter(
    ({ code, name }) => code === words.trim() || [bare(words), bare(withoutKind(words))].includes(bare(name)),
  );
  return exact.length === 1 ? only : undefined;
}

/**
 * Splits words into the village they begin with and what follows; the longest beginning that names one village counts.
 */
export function takeVillage(area: Area, words: string): { found: Found; named: string; rest: string } {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  const beginning = parts.slice(0, MOST_WORDS);
  for (let n = beginning.length; n > 0; n--) {
    const named = parts.slice(0, n).join(' ');
    const exact = exactVillages(area, named);
    if (exact.length > 0) return { found: { exact, near: [] }, named, rest: parts.slice(n).join(' ') };
  }
  const nearest = beginning.map((_, i) => beginning.slice(0, beginning.length - i).join(' '));
  const named = nearest.find((each) => nearVillages(area, each).length > 0) ?? words.trim();
  return { found: findVillages(area, named), named, rest: '' };
}
