import { type AreaCode, districtOf, type VillageCode } from '../domain/ids.ts';
import { findAreas, isArea, isWithin, levelOf, type UpperArea } from '../domain/upper-areas.ts';
import { literal, type Markup } from '../text/markup.ts';
import { areaName, kecamatan } from '../text/phrases.ts';
import { say } from '../text/say.ts';
import { askWhichArea } from './ask-which-area.ts';
import type { Command, Reply } from './command.ts';
import type { UpperContext } from './context.ts';
import { findScope, findUpperScope } from './scope.ts';

/**
 * Runs a command about an area above the kecamatan. What only shows something may name an area that lies in it, and shows of a
 * kecamatan what that sees itself.
 */
export function runAbove(command: Command, words: string, context: UpperContext): Reply {
  if (!command.lookup) return command.above?.(words, context) ?? { answer: { text: say('above-no') } };
  const { area: shown } = context.above;
  const { code, rest } = namedBelow(words, shown.code);
  if (code === 'none') return unknownArea(command.name, literal(words.split(' ', 1)[0]!), context.above.area);
  if (code === 'several')
    return askWhichArea(words, findAreas(shown.code, words), (each) => `/${command.name} ${each}`);
  if (code !== undefined && levelOf(code) === 'district') return readBelow(command, rest, context, code);
  const above = findUpperScope(context.tx, code) ?? context.above;
  return command.above?.(rest, { ...context, above }) ?? { answer: { text: say('above-no') } };
}

/** Says that an area has no part of that name or code, and how one is named. */
export function unknownArea(command: string, name: Markup, area: UpperArea): Reply {
  const example = literal(`/${command} ${area.parts[0]!.name}`);
  return { answer: { text: say('area-unknown', { name, area: areaName(area), example }) } };
}

/** What only a code looks like, of an area or a village, with or without its dots. */
const CODE = /^\d\d(?:\.?\d\d){0,2}(?:\.?\d{4})?$/;

/**
 * The area that words begin with, by its code or a village's, or that they name, but for a last word: "Mandau gambar". `none`
 * where they begin with a code that no area in this one has.
 */
function namedBelow(
  words: string,
  within: AreaCode,
): { readonly code: AreaCode | 'several' | 'none' | undefined; readonly rest: string } {
  const [first = ''] = words.split(' ', 1);
  const code = /^[\d.]{13}$/.test(first)
    ? districtOf(first as VillageCode)
    : (first.toUpperCase() as AreaCode);
  if (isArea(code) && isWithin(code, within))
    return { code, rest: code === first.toUpperCase() ? words.slice(first.length).trim() : words };
  for (const cut of [words.length, words.lastIndexOf(' ')]) {
    const found =
      cut > 0 ? findAreas(within, words.slice(0, cut)).filter((each) => each.code !== within) : [];
    if (found.length > 0)
      return { code: found.length === 1 ? found[0]!.code : 'several', rest: words.slice(cut).trim() };
  }
  return { code: CODE.test(first) ? 'none' : undefined, rest: words };
}

/** Shows of a kecamatan what it sees itself; a reply with the name of a village, or to go up, is about it. */
function readBelow(command: Command, words: string, context: UpperContext, code: AreaCode): Reply {
  const here = findScope(context.tx, code);
  if (!here) {
    const [found] = findAreas(code, code);
    return { answer: { text: say('above-not-open', { district: kecamatan(found!) }) } };
  }
  if (command.requires !== 'kecamatan') return { answer: { text: say('above-no') } };
  const reply = command.run(words, { ...context, here });
  return { ...reply, context: { ...reply.context, area: code }, awaitsAnswer: true };
}
