import type { Unit } from '../domain/units.ts';
import { interpret } from './interpret.ts';
import { wordsShown } from './requests.ts';

/** The units that a request names, in the order of its words: "desa mana yang belum punya klinik?"; none where a word fits several. */
export function unitsNamed(text: string): readonly Unit[] {
  const words = wordsShown(text, 'unit').join(' ');
  const meaning = interpret({ text: words, mode: 'addressed', villages: [], own: [] });
  if (meaning.kind !== 'report') return [];
  const isClear = meaning.reports.every(({ asks }) => asks.length === 0);
  return isClear ? meaning.reports.flatMap(({ units }) => units.map(({ unit }) => unit)) : [];
}
