import { type DistrictScope, villageOf } from '../../domain/district.ts';
import type { VillageCode } from '../../domain/ids.ts';
import { isNumbers, UNITS, type Unit, unitNumbered } from '../../domain/units.ts';
import { findVillages } from '../../domain/village-search.ts';
import { isVillage, type TakenPlace, takePlace } from '../../interpret/places.ts';
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
  const { found, rest } = villagesIn(here, words);
  const villages = found.map(({ code }) => code as VillageCode);
  const units = unitsIn(rest);
  return villages.length + units.length > 0 ? { villages, units } : undefined;
}

/** The villages that words name, and the other words. */
function villagesIn(here: DistrictScope, words: string): Pick<TakenPlace, 'found' | 'rest'> {
  const [first = '', ...others] = words.trim().split(/\s+/);
  const coded = villageOf(here, first);
  if (coded) return { found: [coded], rest: others.join(' ') };
  const whole = findVillages(here.area, words).exact;
  if (whole.length > 0) return { found: whole, rest: '' };
  const taken = takePlace(here.area.code, words);
  const found = taken.found.filter(({ code }) => isVillage(code));
  return { found, rest: found.length > 0 ? taken.rest : words };
}

/** "semua kecuali klinik" names all others. */
const EXCEPT = /\b(?:ke?cuali|selain)\b/i;

function unitsIn(words: string): readonly Unit[] {
  const units = unitsSaid(words);
  return units.length > 0 && EXCEPT.test(words) ? UNITS.filter((unit) => !units.includes(unit)) : units;
}

const unitsSaid = (words: string): readonly Unit[] =>
  isNumbers(words) ? words.match(/\d+/g)!.flatMap((number) => unitNumbered(number) ?? []) : unitsNamed(words);

/** Whether a report is among those that are named; where nothing is, or no village, or no unit, it may be any. */
export const isNamed = (
  named: Named | undefined,
  row: { readonly village: VillageCode; readonly unit: Unit },
): boolean =>
  named === undefined ||
  ((named.villages.length === 0 || named.villages.includes(row.village)) &&
    (named.units.length === 0 || named.units.includes(row.unit)));

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
