import type { IncomingMessage } from '../adapters/adapter.ts';
import { type AreaCode, districtOf, type MessageRef, type VillageCode } from '../domain/ids.ts';
import { ownDistricts } from '../domain/permissions.ts';
import { findAreas, isWithin, levelOf } from '../domain/upper-areas.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { sayAnonymous } from '../text/anonymous.ts';
import type { Choice } from '../text/content.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { nameFrom } from '../text/names.ts';
import { kecamatan } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import { isClosed, withoutUnaskedYes } from './asked.ts';
import { isBareAnswer, mayBePlace } from './choosing.ts';
import { type Command, KEEP_AS_IS, type Reply } from './command.ts';
import { type DistrictContext, isPress, type MessageContext, type UpperContext } from './context.ts';
import { findScope, findUpperScope } from './scope.ts';
import { nearestName, type Slashless, type TypedCommand, typedCommand } from './typed-command.ts';

/** What becomes of words that are no command. */
export interface FreeText {
  /** The command that does the same with a kecamatan named, for the question which kecamatan is meant. */
  readonly command: string;
  readonly read: (context: DistrictContext, text: string) => Reply;
}

export interface Router {
  /** Replies to a message: a command, an answer to one of our questions, or free text. */
  route(tx: Tx, context: MessageContext): Reply;
  /** Asks a question again, as things stand now, where it is not sure what would answer it. */
  askAgain(prompt: Posted, context: MessageContext): Reply;
  /** Asks a question again whose answer has to quote it, and says so. */
  askToQuote(prompt: Posted, context: MessageContext): Reply;
  /** Whether a choice is the yes to a command that asks for one. */
  confirms(choice: Choice): boolean;
  /** The command that a message names; `found` where there is one of that name. */
  commandOf(message: IncomingMessage): (TypedCommand & { readonly found: Command | undefined }) | undefined;
}

/** Finds what a message asks for. Whether its sender may have it is asked here for commands, and in the ledger for reports. */
export function createRouter(commands: readonly Command[], freeText: FreeText): Router {
  const byName = new Map(
    commands.flatMap((command) => [command.name, ...(command.aliases ?? [])].map((name) => [name, command])),
  );
  const slashless: Slashless = new Map(
    commands.flatMap((command) => (command.slashless ? [[command.name, command.slashless]] : [])),
  );
  const shownNames = commands.flatMap(({ name, menu }) => (menu === 'none' ? [] : [name]));

  function commandOf(message: IncomingMessage) {
    const typed = typedCommand(message.text, message.addressed && !message.pressedOn ? slashless : undefined);
    return typed && { ...typed, found: byName.get(typed.name) };
  }

  function route(tx: Tx, context: MessageContext): Reply {
    const { message, prompt } = context;
    if (isForSomebodyElse(context)) return { alert: plain(say('not-for-you')) };
    if (message.forwarded) return routeForwarded(tx, context);
    if (prompt && answersClosed(tx, prompt, context)) return saidClosed(context);
    if (prompt && context.stale) return askWhatHolds(prompt, context);
    if (prompt && !message.pressedOn && mayBePlace(prompt, message.text)) return askAgain(prompt, context);
    const command = commandOf(message);
    if (command?.found) return run(command.found, command.words, context);
    if (message.pressedOn) return { alert: plain(say('button-old')) };
    return command ? unknown(command, context) : readFreeText(tx, context);
  }

  /** Somebody else's words are no command and no choice; a report in them is asked about. */
  function routeForwarded(tx: Tx, context: MessageContext): Reply {
    const command = byName.get(typedCommand(context.message.text)?.name ?? '');
    return command && command.name !== freeText.command
      ? { answer: { text: say('forwarded-command') } }
      : readFreeText(tx, context);
  }

  function askAgain({ content, context: about, asks }: Posted, context: MessageContext): Reply {
    if (about.again) return runTyped(about.again, context);
    return {
      ...(content && { answer: content }),
      context: about,
      awaitsAnswer: true,
      ...(asks && { senderOnly: true }),
    };
  }

  /** The reply chose something that its message no longer says: nothing is done, and the sender sees what holds now. */
  const askWhatHolds = (prompt: Posted, context: MessageContext): Reply =>
    askSaying(say('choice-stale'), prompt, context);

  const askToQuote = (prompt: Posted, context: MessageContext): Reply =>
    askSaying(say('choice-unquoted'), prompt, context);

  function askSaying(why: Markup, prompt: Posted, context: MessageContext): Reply {
    const again = askAgain(prompt, context);
    const { answer: content } = again;
    if (!content?.choices) return { answer: { text: say('choice-gone') } };
    const text = content.text.startsWith(why) ? content.text : lines(why, content.text);
    return { ...again, answer: { ...content, text } };
  }

  function confirms({ command }: Choice): boolean {
    const typed = typedCommand(command);
    return typed !== undefined && byName.get(typed.name)?.yes?.words.test(typed.words) === true;
  }

  function runTyped(text: string, context: MessageContext): Reply {
    const typed = typedCommand(text);
    const command = typed && byName.get(typed.name);
    return command ? run(command, typed.words, context) : {};
  }

  /** A command that is none: a near miss is offered. A group may have other bots with commands of their own. */
  function unknown({ name, words }: TypedCommand, { message, prompt, here }: MessageContext): Reply {
    const toUs = message.chatKind === 'private' || message.named || prompt !== undefined;
    const meant = toUs || here ? nearestName(name, shownNames, toUs) : undefined;
    if (!meant) return toUs ? { answer: { text: say('unknown-command') } } : {};
    const command = literal(`/${meant}`);
    const choices = [
      { label: plain(say('yes-command', { command })), command: `/${meant}` },
      { label: plain(say('no')), command: KEEP_AS_IS },
    ];
    return {
      answer: { text: say('command-near', { command }), choices },
      senderOnly: true,
      context: { words },
    };
  }

  function readFreeText(tx: Tx, context: MessageContext): Reply {
    const { message, here, actor } = context;
    if (message.album && message.addressed && isLaterOfAlbum(tx, context)) return {};
    if (here) return freeText.read({ ...context, here }, message.text);
    if (!message.addressed) return {};
    if (context.above) return { answer: { text: say('above-how') } };
    if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') } };
    const kept = ownDistricts(actor).length > 0 && !message.forwarded ? message.text : '';
    return askWhichDistrict(byName.get(freeText.command)!, kept, context);
  }

  return { route, askAgain, askToQuote, confirms, commandOf };
}

const isForSomebodyElse = ({ message, stale, prompt, actor }: MessageContext): boolean =>
  Boolean(message.pressedOn || stale) && prompt?.asks != null && !actor.account?.refs.includes(prompt.asks);

/** Whether a message answers a question that was answered before, or overtaken by a newer one. */
const answersClosed = (tx: Tx, prompt: Posted, { message, stale }: MessageContext): boolean =>
  message.pressedOn
    ? isClosed(tx, prompt)
    : prompt.context.closed === true && (stale === true || isBareAnswer(message.text));

function saidClosed(context: MessageContext): Reply {
  const text = say('question-closed');
  return isPress(context) ? { alert: plain(text) } : { answer: { text } };
}

/** The photos of an album are one message: what was said with one of them was said with all. */
function isLaterOfAlbum(tx: Tx, { message, now }: MessageContext): boolean {
  const album = `${message.chat}:album:${message.album}` as MessageRef;
  return !tx.inbox.take(album, now) && message.text === '';
}

function run(command: Command, typed: string, context: MessageContext): Reply {
  const { here, actor, message, prompt } = context;
  const words = typed.replace(/(?<![.!])[.!]+$/, '');
  context.note?.({ kind: 'command', name: command.name, words });
  if (message.sender === 'anonymous' && !command.anonymous)
    return { answer: { text: sayAnonymous(message) } };
  if (command.requires === 'nothing')
    return command.run(withoutUnaskedYes(command, words, message, prompt), context);
  if (!here)
    return context.above
      ? runAbove(command, withoutUnaskedYes(command, words, message, prompt), {
          ...context,
          above: context.above,
        })
      : askWhichDistrict(command, words, context);
  if (!command.authorize(actor, here)) {
    const text = say('decide-denied');
    return message.pressedOn ? { alert: plain(text) } : { answer: { text } };
  }
  const { code } = here.area;
  const rest = words === code || words.startsWith(`${code} `) ? words.slice(code.length).trim() : words;
  const kept = message.pressedOn && rest === '' ? prompt?.context.words : undefined;
  return command.run(withoutUnaskedYes(command, kept ?? rest, message, prompt), { ...context, here });
}

/**
 * Runs a command about an area above the kecamatan. What only shows something may name an area that lies in it, and shows of a
 * kecamatan what that sees itself.
 */
function runAbove(command: Command, words: string, context: UpperContext): Reply {
  if (!command.lookup) return command.above?.(words, context) ?? { answer: { text: say('above-no') } };
  const { area: shown } = context.above;
  const { code, rest } = namedBelow(words, shown.code);
  if (code === 'several') return askWhichArea(command, words, shown.code);
  if (code !== undefined && levelOf(code) === 'district') return readBelow(command, rest, context, code);
  const above = findUpperScope(context.tx, code) ?? context.above;
  return command.above?.(rest, { ...context, above }) ?? { answer: { text: say('above-no') } };
}

/** The area that words begin with, by its code or a village's, or that they name, but for a last word: "Mandau gambar". */
function namedBelow(
  words: string,
  within: AreaCode,
): { readonly code: AreaCode | 'several' | undefined; readonly rest: string } {
  const [first = ''] = words.split(' ', 1);
  const code = /^[\d.]{13}$/.test(first)
    ? districtOf(first as VillageCode)
    : (first.toUpperCase() as AreaCode);
  if (levelOf(code) && isWithin(code, within))
    return { code, rest: code === first.toUpperCase() ? words.slice(first.length).trim() : words };
  for (const cut of [words.length, words.lastIndexOf(' ')]) {
    const found =
      cut > 0 ? findAreas(within, words.slice(0, cut)).filter((each) => each.code !== within) : [];
    if (found.length > 0)
      return { code: found.length === 1 ? found[0]!.code : 'several', rest: words.slice(cut).trim() };
  }
  return { code: undefined, rest: words };
}

function askWhichArea(command: Command, words: string, within: AreaCode): Reply {
  const choices = findAreas(within, words).map(({ code, name }) => ({
    label: levelOf(code) === 'district' ? `${plain(kecamatan({ code, name }))} (${code})` : name,
    command: `/${command.name} ${code}`,
  }));
  return { answer: { text: say('which-area', { name: literal(nameFrom(words)) }), choices } };
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

/** Asks which kecamatan; what was said is kept with the question, because a button holds no more than a code. */
function askWhichDistrict(command: Command, words: string, { tx, message, actor }: MessageContext): Reply {
  if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') } };
  const districts = ownDistricts(actor).flatMap((code) => findScope(tx, code) ?? []);
  if (districts.length === 0) return { answer: { text: say('help-private-stranger') } };
  const choices = districts.map(({ area }) => ({
    label: plain(kecamatan(area)),
    command: `/${command.name} ${area.code}`,
  }));
  return { answer: { text: say('which-kecamatan'), choices }, context: { words } };
}
