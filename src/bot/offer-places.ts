import type { AreaCode, VillageCode } from '../domain/ids.ts';
import type { UpperArea } from '../domain/upper-areas.ts';
import { isVillage, type NamedPlace, similarParts, takePlace } from '../interpret/places.ts';
import { literal, type Markup } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { areaName } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import { labelOf } from './ask-which-area.ts';
import type { Reply } from './command.ts';
import { showNothing } from './refuse.ts';
import { yesOrNo } from './yes-or-no.ts';

/** So many places are offered; of more the number is said. */
const OFFERED = 10;

interface Offer {
  /** The area in which the words name nothing. */
  readonly area: UpperArea;
  /** What was typed for a name. */
  readonly words: string;
  /** The places that are nearly called so, the nearest first. */
  readonly near: readonly NamedPlace[];
  /** The command about one of them. */
  readonly command: (code: AreaCode | VillageCode) => string;
  /** What is said where nothing is near. */
  readonly otherwise: Markup;
}

/** Says that words name nothing in an area, and offers what is nearly called so: the only one with a yes. */
export function offerPlaces({ area, words, near, command, otherwise }: Offer): Reply {
  const [only, ...others] = near;
  if (!only) return showNothing(otherwise);
  const names = { name: literal(placeFrom(words)), area: areaName(area) };
  if (others.length > 0) {
    const shown = near.slice(0, OFFERED);
    const isTwin = ({ name }: NamedPlace) => near.filter((place) => place.name === name).length > 1;
    const choices = shown.map((place) => ({
      label: isTwin(place) ? labelOf(place) : place.name,
      command: command(place.code),
    }));
    const more = near.length - shown.length;
    const text = lines(say('did-you-mean', names), more > 0 && say('did-you-mean-more', { n: more }));
    return { answer: { text, choices }, showsNothing: true };
  }
  return offerNear(area, words, only.name, command(only.code));
}

/** Says that words name nothing in an area, and offers the one thing that is nearly called so, with a yes. */
export function offerNear(area: UpperArea, words: string, nearest: string, command: string): Reply {
  const near = literal(nearest);
  return {
    answer: {
      text: say('area-near', { name: literal(placeFrom(words)), area: areaName(area), near }),
      choices: yesOrNo(say('yes-command', { command: near }), command),
    },
    senderOnly: true,
    showsNothing: true,
    context: { offered: true },
  };
}

/** The same of the parts of an area, one level down. */
export const offerParts = (offer: Omit<Offer, 'near'>): Reply =>
  offerPlaces({ ...offer, near: similarParts(offer.area.code, offer.words) });

/** The village of an area that words name, and nothing else. */
export function villageAlone(within: AreaCode, words: string): NamedPlace | undefined {
  const { found, rest } = takePlace(within, words);
  return rest === '' ? found.find(({ code }) => isVillage(code)) : undefined;
}
