import type { IncomingMessage } from '../adapters/adapter.ts';
import { localDate } from '../domain/dates.ts';
import { mayCoordinate } from '../domain/permissions.ts';
import { readDay } from '../interpret/days.ts';
import { takePlace } from '../interpret/places.ts';
import { type Shown, takeShown, withoutFillers } from '../interpret/requests.ts';
import { literal, plain } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { join, say } from '../text/say.ts';
import { KEEP_AS_IS, type Reply } from './command.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext } from './context.ts';
import { isCount } from './lists.ts';
import { decisionIn } from './short-reply.ts';

// What somebody has nearly typed is offered, and done after a yes alone.

/** So many days from today. */
const LATER = /(?:lagi|lg|depan|dpn)/i;

/** What a move of the deadline is asked for with. */
const OF_MOVES: readonly Shown[] = ['deadline', 'move', 'to'];

/** Longer words behind the name of a command are a sentence that begins with an everyday word. */
const LONGEST = 60;

/** Asks whether a command was meant. One that was a reply has to be one again: a choice replies to the question. */
export function offer(meant: string, words: string, { quotes }: Pick<IncomingMessage, 'quotes'>): Reply {
  const command = literal([`/${meant}`, words && placeFrom(words)].filter(Boolean).join(' '));
  const text = say('command-near', { command });
  if (quotes) return { answer: { text: join([text, say('command-reply', { command })], ' ') } };
  const choices = [
    { label: plain(say('yes-command', { command: literal(`/${meant}`) })), command: `/${meant}` },
    { label: plain(say('no')), command: KEEP_AS_IS },
  ];
  return { answer: { text, choices }, senderOnly: true, context: { words, offered: true } };
}

/** A place of the area that was typed for a command: "/bantan" is no slip of /bantuan. */
export function offerPlace(typed: string, { here, above, message }: MessageContext): Reply | undefined {
  const within = (here ?? above)?.area.code;
  const { found, rest } = within ? takePlace(within, typed) : { found: [], rest: typed };
  return found.length > 0 && rest === '' ? offer('rekap', withoutFillers(typed), message) : undefined;
}

/**
 * The name of a command without its slash, that is too much of an everyday word to be one: alone ("batal", "undang"), and above the
 * kecamatan with what is to be changed ("undang rupat utara").
 */
export function offerNamed(
  { message, above, prompt }: MessageContext,
  commands: CommandIndex,
  text: string,
): Reply | undefined {
  const [, word = '', words = ''] = /^\s*([a-z_]+)(?:\s+(\S.*?))?[\s.!?]*$/i.exec(text) ?? [];
  const command = commands.find(word.toLowerCase());
  if (!command || command.menu === 'none' || message.forwarded) return undefined;
  const isChange = above !== undefined && !command.lookup && command.above && words.length <= LONGEST;
  if (words !== '' && !isChange) return undefined;
  // Above the kecamatan a message of the bot is not what a role is given or taken by; /batal is about the message to which it replies.
  return offer(command.name, words, above && prompt ? {} : message);
}

/** A new deadline in words: "bot tenggat ganti jadi 20 april". */
export function offerDeadline(
  { message, above, now }: MessageContext,
  commands: CommandIndex,
  text: string,
): Reply | undefined {
  const { shown, rest } = takeShown(text);
  const command = commands.find('tenggat');
  const day = withoutFillers(rest);
  // "maju 3 hari" counts from the deadline, and not from today.
  const isRelative = isCount(day) && !LATER.test(day);
  const isMove =
    !isRelative &&
    shown.includes('deadline') &&
    shown.every((each) => OF_MOVES.includes(each)) &&
    above &&
    !message.forwarded;
  return isMove && command && readDay(day, localDate(now, above.timeZone))
    ? offer(command.name, day, {})
    : undefined;
}

/** The list of requests, for a coordinator who decides on all of them without replying to it: "setujui semua". */
export function offerDecision(
  { message, here, actor }: MessageContext,
  commands: CommandIndex,
): Reply | undefined {
  const said = decisionIn(message.text);
  const command = commands.find(said?.verdict === 'decline' ? 'tolak' : 'setujui');
  return command &&
    said?.which === 'semua' &&
    !message.forwarded &&
    here &&
    mayCoordinate(actor, here.area.code)
    ? offer(command.name, '', message)
    : undefined;
}
