import { area } from '../domain/areas.ts';
import { type AreaCode, districtOf, type VillageCode } from '../domain/ids.ts';
import { levelOf } from '../domain/upper-areas.ts';
import { isVillage, type NamedPlace } from '../interpret/places.ts';
import { literal, plain } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { kecamatan, villageLabel } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type { Reply } from './command.ts';

/** Asks which of the places with the same name is meant; the choice is the command about it. */
export function askWhichArea<Code extends AreaCode | VillageCode>(
  words: string,
  found: readonly (NamedPlace & { readonly code: Code })[],
  command: (code: Code) => string,
): Reply {
  const choices = found.map((place) => ({ label: labelOf(place), command: command(place.code) }));
  return { answer: { text: say('which-area', { name: literal(placeFrom(words)) }), choices } };
}

/** A place as a choice names it, apart from others of the same name. */
export function labelOf({ code, name }: NamedPlace): string {
  if (isVillage(code))
    return `${plain(villageLabel({ code, name }))}, ${plain(kecamatan(area(districtOf(code))!))}`;
  return levelOf(code) === 'district' ? `${plain(kecamatan({ code, name }))} (${code})` : name;
}
