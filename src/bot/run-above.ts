import { villageOf } from '../domain/district.ts';
import type { AreaCode, VillageCode } from '../domain/ids.ts';
import { levelOf, typedLevel, type UpperArea } from '../domain/upper-areas.ts';
import {
  areaOf,
  isMisspelled,
  isVillage,
  similarPlaces,
  takeFormsIn,
  takePlace,
  takeShownIn,
  withoutPlaces,
} from '../interpret/places.ts';
import { nearForm, takeForms, withoutFillers, wordsIn } from '../interpret/requests.ts';
import { literal } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { areaName, partsName, villageLabel } from '../text/phrases.ts';
import { EMPTY_LINE, lines, say } from '../text/say.ts';
import { askWhichArea } from './ask-which-area.ts';
import { noted } from './asked-time.ts';
import type { Command, Reply } from './command.ts';
import type { UpperContext } from './context.ts';
import { sayNotOpen } from './not-open.ts';
import { notUnderstood } from './not-understood.ts';
import { offerNear, offerPlaces } from './offer-places.ts';
import { keepList } from './prompts/lists.ts';
import { showNothing } from './refuse.ts';
import { findScope, findUpperScope } from './scope.ts';

/**
 * Runs a command about an area above the kecamatan. What only shows something may name a place that lies in it, and shows of a
 * kecamatan or a village what that sees itself.
 */
export function runAbove(command: Command, words: string, context: UpperContext): Reply {
  const reply = showAbove(command, words, context);
  return command.lookup ? keepList(reply, context.prompt) : reply;
}

function showAbove(command: Command, words: string, context: UpperContext): Reply {
  const { area: shown } = context.above;
  if (command.districtOnly?.test(withoutFillers(words))) return sayOfDistricts(command, shown);
  const said = command.above?.(words, context);
  if (said || !command.lookup) return said ? aboutArea(command, said, context) : showNothing(say('above-no'));
  const { found, name, rest } = takePlace(shown.code, words);
  const [only] = found;
  if (takeForms(rest).rest !== '' && isMisspelled(shown.code, takeFormsIn(shown.code, words).rest))
    return unknownPlace(command, words, shown);
  if (found.length > 1)
    return askWhichArea(name, found, (each) => [`/${command.name}`, each, rest].filter(Boolean).join(' '));
  if (!only) return showWhole(command, words, context);
  const beside = withoutPlaces(shown.code, rest);
  if (beside !== rest)
    return noted(say('ask-one-place'), showAbove(command, [only.code, beside].join(' '), context));
  if (isVillage(only.code) || levelOf(only.code) === 'district')
    return readBelow(command, rest, context, only.code);
  const above = findUpperScope(context.tx, only.code as AreaCode) ?? context.above;
  return showWhole(command, rest, { ...context, above });
}

/** Says of words that mean something about a kecamatan alone what is shown here instead. */
function sayOfDistricts(command: Command, { level, parts }: UpperArea): Reply {
  const example = literal(`/${command.name} ${parts[0]!.name}`);
  return { answer: { text: say('above-form-no', { parts: partsName(level), example }) } };
}

/** Shows the area itself where the words say nothing else; otherwise asks what they mean. */
function showWhole(command: Command, words: string, context: UpperContext): Reply {
  const said = command.above?.(withoutFillers(words), context);
  return said ? aboutArea(command, said, context) : unknownPlace(command, words, context.above.area);
}

/** A reply to what shows an area is about that area. */
const aboutArea = (command: Command, reply: Reply, { above }: UpperContext): Reply =>
  reply.context?.topics
    ? reply
    : {
        ...reply,
        context: { area: above.area.code, ...(command.lookup && { drill: command.name }), ...reply.context },
      };

/** Says that an area has no place of that name or code, and how one is named, or offers those that are nearly called so. */
function unknownPlace(command: Command, words: string, area: UpperArea): Reply {
  const said = withoutFillers(words);
  const { rest } = takeShownIn(area.code, said);
  const name = [levelIn(words), rest === '' ? said : rest].filter(Boolean).join(' ');
  const asked = rest === '' ? [] : besideName(said, rest);
  const example = literal(`/${command.name} ${area.parts[0]!.name}`);
  const near = similarPlaces(area.code, name);
  const form = near.length === 0 && command.weekly ? nearForm(said) : undefined;
  if (form) return offerNear(area, said, form, `/${command.name} ${form}`);
  return offerPlaces({
    area,
    words: name,
    near,
    command: (place) => [`/${command.name}`, place, ...asked].join(' '),
    otherwise: say('area-unknown', { name: literal(placeFrom(name)), area: areaName(area), example }),
  });
}

const levelIn = (words: string) => wordsIn(words).find((word) => typedLevel(word));

/** A button holds so many of the words that stand beside a name. */
const MOST_BESIDE = 3;

/** What words ask for beside a name that names nothing: "lapor mndau". */
function besideName(said: string, name: string): readonly string[] {
  const ofName = new Set(wordsIn(name));
  return wordsIn(said)
    .filter((word) => !ofName.has(word))
    .slice(0, MOST_BESIDE);
}

/** Shows of a kecamatan or a village what it sees itself; a reply with the name of a village, or to go up, is about it. */
export function readBelow(
  command: Command,
  words: string,
  context: UpperContext,
  code: AreaCode | VillageCode,
): Reply {
  const district = areaOf(code);
  const here = findScope(context.tx, district);
  if (!here) return { ...showNothing(sayNotOpen(district, context.actor)), context: { area: code } };
  if (command.requires !== 'kecamatan') return showNothing(say('above-no'));
  const reply = command.run(isVillage(code) ? code : words, { ...context, here });
  const drill = isVillage(code) ? command.name : [command.name, words].filter(Boolean).join(' ');
  const about = { drill, ...reply.context, area: code };
  const shown = { ...reply, context: about, awaitsAnswer: true as const };
  const { answer } = reply;
  if (!isVillage(code) || !answer || answer.choices) return shown;
  const village = villageOf(here, code);
  const text = lines(
    village && notUnderstood(words, villageLabel(village)),
    answer.text,
    EMPTY_LINE,
    say('village-up-how'),
  );
  return { ...shown, answer: { ...answer, text } };
}
