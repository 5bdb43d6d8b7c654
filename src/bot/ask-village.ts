import type { Village } from '../domain/areas.ts';
import { findVillages } from '../domain/village-search.ts';
import { isVillage, similarPlaces, takePlace } from '../interpret/places.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { villageLabel } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import type { Reply } from './command.ts';
import type { DistrictContext } from './context.ts';

/** Goes on with the village that the words name; otherwise asks which one, with the near misses or all as buttons. */
export function resolveVillage(
  { here }: DistrictContext,
  words: string,
  command: string,
  ask: Markup,
  go: (village: Village) => Reply,
): Reply {
  const whole = findVillages(here.area, words);
  const taken = whole.exact.length === 0 ? takePlace(here.area.code, words) : undefined;
  const { exact, near } = taken && taken.found.length > 0 ? findVillages(here.area, taken.name) : whole;
  if (exact.length === 1) return go(exact[0]!);
  const offered = [exact, near, here.area.villages].find((villages) => villages.length > 0)!;
  const named = literal(placeFrom(words));
  const text =
    words === ''
      ? ask
      : say(exact.length + near.length > 0 ? 'did-you-mean' : 'village-unknown', { name: named });
  const choices = offered.map((village) => ({
    label: exact.length > 1 ? plain(villageLabel(village)) : village.name,
    command: `/${command} ${village.code}`,
  }));
  return { answer: { text, choices } };
}

/** The same for a command that is about the whole kecamatan where words name no village, nor nearly one: undefined then. */
export function villageMeant(
  context: DistrictContext,
  words: string,
  command: string,
  go: (village: Village) => Reply,
): Reply | undefined {
  const { code } = context.here.area;
  const names = takePlace(code, words).found.some((place) => isVillage(place.code));
  return names || similarPlaces(code, words).length > 0
    ? resolveVillage(context, words, command, say('status-which'), go)
    : undefined;
}
