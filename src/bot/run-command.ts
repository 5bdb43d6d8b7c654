import { countedDate } from '../domain/dates.ts';
import type { DistrictScope } from '../domain/district.ts';
import { districtOf, type Instant, type VillageCode } from '../domain/ids.ts';
import { namesPlace } from '../interpret/places.ts';
import { takeTime } from '../interpret/times.ts';
import { sayAnonymous } from '../text/anonymous.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { areaName, kecamatan, offices } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import { askedTime, noted } from './asked-time.ts';
import type { Command, PlaceCommand, Reply } from './command.ts';
import type { MessageContext } from './context.ts';
import { sayDenied } from './denied.ts';
import { withoutPlace } from './place.ts';
import {
  asksOnly,
  calledOff,
  firstPut,
  isClosed,
  placeTopic,
  saidClosed,
  saidTopic,
  withoutUnaskedYes,
} from './prompts/asked.ts';
import { refuse, showNothing } from './refuse.ts';
import { runAbove } from './run-above.ts';
import { findScope, findUpperScope } from './scope.ts';

/** Of what asks for something no more is read: no question is longer, and on WhatsApp a message may have sixteen times as many letters. */
export const LONGEST_QUESTION = 4096;

/** Runs a command where its sender may have it; otherwise says why not. */
export function runCommand(command: Command, typed: string, context: MessageContext): Reply {
  const reply = run(command, command.lookup ? typed.slice(0, LONGEST_QUESTION) : typed, context);
  return command.lookup && reply.answer ? { ...reply, lookup: true } : reply;
}

function run(command: Command, typed: string, context: MessageContext): Reply {
  const { here, actor, message, prompt } = context;
  const words = typed.replace(/(?<![.!])[.!]+$/, '');
  context.note?.({ kind: 'command', name: command.name, words });
  if (message.sender === 'anonymous' && !command.anonymous) return refuse(context, sayAnonymous(message));
  if (command.requires === 'nothing') {
    const asked = withoutUnaskedYes(command, words, message, prompt);
    return asked === undefined ? saidClosed(context) : command.run(asked, context);
  }
  const place = here ?? context.above;
  if (!place) return endsQuestion(command, context) ? calledOff() : askWhichPlace(command, words, context);
  if (here && message.pressedOn && isOfAnother(here, words)) return { alert: plain(say('button-old')) };
  if (here && !command.authorize(actor, here)) {
    const text = sayDenied(command.denial ?? 'decide-denied', { ...context, here });
    return refuse(context, text);
  }
  const rest = withoutPlace(words, place.area, command);
  const kept = rest === '' ? keptWords(context) : undefined;
  const asked = withoutUnaskedYes(command, kept?.words ?? rest, message, prompt);
  if (asked === undefined) return saidClosed(context);
  return runWords(command, asked, kept ? { ...context, message: { ...message, sentAt: kept.at } } : context);
}

/** The words that a pressed question kept, and when it was put: they mean what they meant then, and undo nothing that was said since. */
function keptWords({ message, prompt }: MessageContext): { words: string; at: Instant } | undefined {
  const words = message.pressedOn ? prompt?.context.words : undefined;
  return words === undefined ? undefined : { words, at: firstPut(prompt!) };
}

function runWords(command: PlaceCommand, words: string, context: MessageContext): Reply {
  if (!command.weekly)
    return command.lookup ? runNow(command, words, context) : runAt(command, words, context);
  const { words: withoutTime, note, refusal, ...time } = askedTime(words, context);
  if (refusal) return showNothing(refusal);
  return noted(note, runAt(command, withoutTime, { ...context, ...time }));
}

/** Whether a command ends the question that it is said to, whatever place that is about. */
const endsQuestion = ({ endsQuestion: ends }: Command, { tx, prompt }: MessageContext): boolean =>
  ends === true && prompt !== undefined && asksOnly(tx, prompt) && !isClosed(tx, prompt);

/** Runs a command that shows the present alone; where its words name a time, it says so. */
function runNow(command: PlaceCommand, words: string, context: MessageContext): Reply {
  const { code } = (context.here ?? context.above!).area;
  const { when, span, isUnread, rest } = takeTime(
    words,
    countedDate(context.now),
    undefined,
    namesPlace(code, words),
  );
  const isOfTime = isUnread || (when !== 'now' && (when ?? span) !== undefined);
  return noted(isOfTime ? say('time-not-here') : undefined, runAt(command, rest, context));
}

/** Runs a command in the place that its message is about. */
const runAt = (command: PlaceCommand, words: string, context: MessageContext): Reply =>
  context.here
    ? command.run(words, { ...context, here: context.here })
    : runAbove(command, words, { ...context, above: context.above! });

/** Whether a button is about a village of another kecamatan, to which its group was linked before. */
const isOfAnother = ({ area }: DistrictScope, words: string): boolean =>
  VILLAGE.test(words) && districtOf(words as VillageCode) !== area.code;

const VILLAGE = /^\d{2}\.\d{2}\.\d{2}\.\d{4}(?: |$)/;

/** Asks which place is meant; what was said is kept with the question, because a button holds no more than a code. */
export function askWhichPlace(command: Command, words: string, context: MessageContext): Reply {
  const { tx, message, places } = context;
  if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') }, refused: 'all' };
  const areas = places.flatMap((code) => (findScope(tx, code) ?? findUpperScope(tx, code))?.area ?? []);
  if (areas.length === 0) return { answer: { text: sayNoRole(context) }, refused: 'all' };
  const choices = areas.map((area) => ({
    label: plain('level' in area ? areaName(area) : kecamatan(area)),
    command: `/${command.name} ${area.code}`,
  }));
  const about = message.forwarded
    ? undefined
    : say('which-about', { said: literal(placeFrom(message.text)) });
  const text = lines(about, say(areas.some((area) => 'level' in area) ? 'which-place' : 'which-kecamatan'));
  // What only shows something may be looked at in several places; what changes something is meant for one.
  const topics = command.lookup ? undefined : [whichTopic(command, words, message)];
  return {
    answer: { text, choices },
    context: { words, ...(topics && { topics, asked: [] }) },
    ...(topics && !command.above && { awaitsAnswer: true }),
  };
}

/** A decision that is asked about once more is meant instead of the one before; what has no words decides nothing, and each report is one of its own. */
const whichTopic = (
  { name, above }: Command,
  words: string,
  { chat, edits, ref }: MessageContext['message'],
): string => (above && words !== '' ? placeTopic(chat, name) : saidTopic(edits ?? ref));

/** To somebody without a role: that it was asked for, or how that is done. */
export const sayNoRole = (context: MessageContext): Markup =>
  sayRequested(context) ?? say('help-private-stranger');

/** Says what somebody has asked for that is not decided yet, and by whom it is; undefined where there is nothing of the kind. */
export function sayRequested({ tx, actor }: MessageContext): Markup | undefined {
  const requests = actor.person === undefined ? [] : tx.people.requestsOf(actor.person);
  const [first] = requests;
  const district = first && findScope(tx, districtOf(first.area as VillageCode));
  if (!district) return undefined;
  const there = requests.filter(({ area }) => districtOf(area as VillageCode) === district.area.code);
  return say('register-already-asked', { office: offices(district.area, there) });
}
