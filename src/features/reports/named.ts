import { type DistrictScope, villageOf } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { isNumbers, UNITS, type Unit, unitNumbered } from '../../domain/units.ts';
import { findVillages } from '../../domain/village-search.ts';
import { isVillage, takePlace } from '../../interpret/places.ts';
import { unitsNamed } from '../../interpret/units-named.ts';
import type { Markup } from '../../text/markup.ts';
import { listed, unitNames, villageLabel } from '../../text/phrases.ts';
import { join } from '../../text/say.ts';

/** The villages and the units that words name: "klinik desa Petani". */
export interface Named {
  readonly villages: readonly VillageCode[];
  readonly units: readonly Unit[];
}

/** What words name of a report; undefined where they name nothing of the kind. A button has a village's code before numbers of units. */
export function namedIn(here: DistrictScope, words: string): Named | undefined {
  const { code } = here.area;
  const [first = '', ...others] = words.trim().split(/\s+/);
  const coded = villageOf(here, first);
  const whole = coded ? [] : findVillages(here.area, words).exact;
  const { found, rest } = takePlace(code, words);
  const villages = coded ? [coded] : whole.length > 0 ? whole : found.filter((each) => isVillage(each.code));
  const besides = coded ? others.join(' ') : whole.length > 0 ? '' : villages.length > 0 ? rest : words;
  const units = unitsIn(besides);
  return villages.length + units.length > 0
    ? { villages: villages.map((each) => each.code as VillageCode), units }
    : undefined;
}

/** "semua kecuali klinik" names all others. */
const EXCEPT = /\b(?:ke?cuali|selain)\b/i;

function unitsIn(words: string): readonly Unit[] {
  const units = unitsSaid(words);
  return units.length > 0 && EXCEPT.test(words) ? UNITS.filter((unit) => !units.includes(unit)) : units;
}

const unitsSaid = (words: string): readonly Unit[] =>
  isNumbers(words) ? words.match(/\d+/g)!.flatMap((number) => unitNumbered(number) ?? []) : unitsNamed(words);

/** Whether a report is among those that are named: what no village, or no unit, is named of may be any. */
export const isNamed = (
  { villages, units }: Named,
  row: { readonly village: VillageCode; readonly unit: Unit },
): boolean =>
  (villages.length === 0 || villages.includes(row.village)) &&
  (units.length === 0 || units.includes(row.unit));

/** "klinik Desa Petani" */
export const namedInWords = (here: DistrictScope, { villages, units }: Named): Markup =>
  join(
    [
      ...(units.length > 0 ? [unitNames(units)] : []),
      ...(villages.length > 0
        ? [listed(villages.flatMap((code) => villageOf(here, code) ?? []).map(villageLabel))]
        : []),
    ],
    ' ',
  );
