import type { IncomingMessage } from '../adapters/adapter.ts';
import { localDate } from '../domain/dates.ts';
import { mayCoordinate, mayHead } from '../domain/permissions.ts';
import { readDay } from '../interpret/days.ts';
import { takePlace, takeShownIn } from '../interpret/places.ts';
import { asks, isFiller, mayBeName, type Shown, withoutFillers, wordsIn } from '../interpret/requests.ts';
import { BESIDE_SWITCHING, SWITCHING } from '../interpret/words/asking-changes.ts';
import { WEEK_WORDS } from '../interpret/words/asking-times.ts';
import { MOVING } from '../interpret/words/days.ts';
import { wordSet } from '../interpret/words/tables.ts';
import { literal } from '../text/markup.ts';
import { placeFrom } from '../text/names.ts';
import { join, say } from '../text/say.ts';
import type { Reply } from './command.ts';
import type { CommandIndex } from './command-index.ts';
import type { MessageContext } from './context.ts';
import { isCount } from './prompts/lists.ts';
import { decisionIn } from './prompts/short-reply.ts';
import { runCommand } from './run-command.ts';
import { yesOrNo } from './yes-or-no.ts';

// What somebody has nearly typed is offered, and done after a yes alone.

/** So many days from today. */
const LATER = /(?:lagi|lg|depan|dpn)/i;

/** What a move of the deadline is asked for with. */
const OF_MOVES: readonly Shown[] = ['deadline', 'move', 'extend', 'to', 'reached', 'appoint'];

const moving = wordSet(MOVING);

/** Longer words behind the name of a command are a sentence that begins with an everyday word. */
const LONGEST = 60;

/** Asks whether a command was meant. One that was a reply has to be one again: a choice replies to the question. */
export function offer(meant: string, words: string, { quotes }: Pick<IncomingMessage, 'quotes'>): Reply {
  const command = literal([`/${meant}`, words && placeFrom(words)].filter(Boolean).join(' '));
  const text = say('command-near', { command });
  if (quotes) return { answer: { text: join([text, say('command-reply', { command })], ' ') } };
  const choices = yesOrNo(say('yes-command', { command: literal(`/${meant}`) }), `/${meant}`);
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

/**
 * A new deadline in words: "bot tenggat ganti jadi 20 april". In a kecamatan it is offered to those who may set it; that of a part is theirs
 * who hold it, which the command says.
 */
export function offerDeadline(
  context: MessageContext,
  commands: CommandIndex,
  text: string,
): Reply | undefined {
  const { message, above, here, actor, now } = context;
  const place = above ?? (here && mayCoordinate(actor, here.area.code) ? here : undefined);
  const command = commands.find('tenggat');
  if (!place || !command || message.forwarded) return undefined;
  const { shown, rest } = takeShownIn(place.area.code, text);
  if (
    !(shown.includes('deadline') || shown.includes('extend')) ||
    !shown.every((each) => OF_MOVES.includes(each))
  )
    return undefined;
  const taken = takePlace(place.area.code, rest);
  const [only] = mayBeName(taken.name) ? taken.found : [];
  const day = withoutFillers(only ? taken.rest : rest)
    .split(' ')
    .filter((word) => !moving.has(word.toLowerCase()))
    .join(' ');
  // "maju 3 hari" counts from the deadline, and not from today.
  const isRelative = isCount(day) && !LATER.test(day);
  if (isRelative || !readDay(day, localDate(now, place.timeZone))) return undefined;
  if (only && only.code !== place.area.code) return runCommand(command, `${only.code} ${day}`, context);
  // Whom it is not for hears so at once.
  return here || mayHead(actor, place.area.code)
    ? offer(command.name, day, {})
    : runCommand(command, day, context);
}

const switches = Object.entries(SWITCHING).map(
  ([command, { verbs, what }]) => [command, wordSet(verbs), wordSet(what)] as const,
);
/** With one of them words tell how something is: "rekap yang sudah buka". */
const telling = wordSet(WEEK_WORDS.share);
const besideSwitch = wordSet(BESIDE_SWITCHING);

/** What is to be turned on or off, in words: "bot matikan pengingat". */
export function offerSwitch(
  context: MessageContext,
  commands: CommandIndex,
  text: string,
): Reply | undefined {
  const { message, above, actor } = context;
  const said = wordsIn(text.toLowerCase());
  const isTold = said.some((word) => telling.has(word));
  if (!above || message.forwarded || text.includes('?') || isTold) return undefined;
  const words = said.filter((word) => !isFiller(word) && !besideSwitch.has(word));
  const meant = switches.find(
    ([, verbs, what]) =>
      words.some((word) => verbs.has(word)) &&
      words.some((word) => what.has(word)) &&
      words.every((word) => verbs.has(word) || what.has(word) || asks(word)),
  );
  const [name = '', ...rest] = meant?.[0].split(' ') ?? [];
  const command = commands.find(name);
  if (!command) return undefined;
  // Whom it is not for hears so at once.
  return mayHead(actor, above.area.code)
    ? offer(name, rest.join(' '), {})
    : runCommand(command, rest.join(' '), context);
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
