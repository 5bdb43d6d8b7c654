import type { Village } from './area.ts';
import type { InDistrict, Reply } from './command.ts';
import { literal, type Markup, plain } from './content.ts';
import { nameFrom } from './names.ts';
import { villageLabel } from './phrases.ts';
import { say } from './text.ts';
import { findVillages } from './village-search.ts';

/** Goes on with the village that the words name; otherwise asks which one, with the near misses or all as buttons. */
export function whichVillage(
  { here }: InDistrict,
  words: string,
  command: string,
  ask: Markup,
  go: (village: Village) => Reply,
): Reply {
  const { exact, near } = findVillages(here.area, words);
  if (exact.length === 1) return go(exact[0]!);
  const offered = [exact, near, here.area.villages].find((villages) => villages.length > 0)!;
  const named = literal(nameFrom(words));
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
