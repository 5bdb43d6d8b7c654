import type { AreaCode } from '../domain/ids.ts';
import type { Unit } from '../domain/units.ts';
import { interpret } from './interpret.ts';
import { takePlace, takeShownIn } from './places.ts';
import { withoutFillers, wordsShown } from './requests.ts';

/** The units that a request names, in the order of its words: "desa mana yang belum punya klinik?"; none where a word fits several. */
export function unitsNamed(text: string): readonly Unit[] {
  const words = wordsShown(text, 'unit').join(' ');
  const meaning = interpret({ text: words, mode: 'addressed', villages: [], own: [] });
  if (meaning.kind !== 'report') return [];
  const isClear = meaning.reports.every(({ asks }) => asks.length === 0);
  return isClear ? meaning.reports.flatMap(({ units }) => units.map(({ unit }) => unit)) : [];
}

/** The units that words about an area name and nothing else: "klinik dan apotek". A village may be called like one. */
export function unitsAlone(within: AreaCode, words: string): readonly Unit[] {
  const { shown, rest } = takeShownIn(within, withoutFillers(words));
  const isOfUnits = rest === '' && shown.includes('unit') && !shown.includes('reporting');
  return isOfUnits && takePlace(within, words).found.length === 0 ? unitsNamed(words) : [];
}
