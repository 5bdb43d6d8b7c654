import { type AreaCode, districtOf, type VillageCode } from '../domain/ids.ts';
import {
  findAreas,
  isArea,
  isWithin,
  levelOf,
  type NamedArea,
  type UpperArea,
} from '../domain/upper-areas.ts';
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
  const named = namedBelow(words, shown.code);
  if (named === 'none') return unknownArea(command.name, literal(words.split(' ', 1)[0]!), shown);
  const { found, name, rest } = named;
  const [only] = found;
  if (found.length > 1)
    return askWhichArea(name, found, (each) => [`/${command.name}`, each, rest].filter(Boolean).join(' '));
  if (only && levelOf(only.code) === 'district') return readBelow(command, rest, context, only.code);
  const above = findUpperScope(context.tx, only?.code) ?? context.above;
  return command.above?.(rest, { ...context, above }) ?? { answer: { text: say('above-no') } };
}

/** Says that an area has no part of that name or code, and how one is named. */
export function unknownArea(command: string, name: Markup, area: UpperArea): Reply {
  const example = literal(`/${command} ${area.parts[0]!.name}`);
  return { answer: { text: say('area-unknown', { name, area: areaName(area), example }) } };
}

/** What only a code looks like, of an area or a village, with or without its dots. */
const CODE = /^\d\d(?:\.?\d\d){0,2}(?:\.?\d{4})?$/;

/** The areas that words may mean: none where they name none. */
interface NamedBelow {
  readonly found: readonly NamedArea[];
  /** The words for it, and those behind them. */
  readonly name: string;
  readonly rest: string;
}

/**
 * The areas that words begin with, by a code or a village's, or that they name, but for a last word: "Mandau gambar". Behind a
 * code of an area above the kecamatan they may name one of those in it: "32 Bandung". `none` where they begin with a
 * code that no area in this one has.
 */
function namedBelow(words: string, within: AreaCode): NamedBelow | 'none' {
  const [first = ''] = words.split(' ', 1);
  const code = /^[\d.]{13}$/.test(first)
    ? districtOf(first as VillageCode)
    : (first.toUpperCase() as AreaCode);
  if (isArea(code) && isWithin(code, within)) {
    const rest = code === first.toUpperCase() ? words.slice(first.length).trim() : words;
    const below = rest === '' || levelOf(code) === 'district' ? 'none' : namedBelow(rest, code);
    if (below !== 'none' && below.found.length > 0) return below;
    return { found: [{ code, name: first }], name: first, rest };
  }
  for (const cut of [words.length, words.lastIndexOf(' ')]) {
    const name = words.slice(0, Math.max(0, cut));
    const found = findAreas(within, name).filter((each) => each.code !== within);
    if (found.length > 0) return { found, name, rest: words.slice(cut).trim() };
  }
  return CODE.test(first) ? 'none' : { found: [], name: '', rest: words };
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
