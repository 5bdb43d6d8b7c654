import type { UpperScope } from '../domain/district.ts';
import { districtOf, type MessageRef } from '../domain/ids.ts';
import { isAboutBot, isToSomebody, saidToBot } from '../interpret/called.ts';
import { asks, takeShown, withoutFillers } from '../interpret/requests.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { plain } from '../text/markup.ts';
import { partsExample } from '../text/phrases.ts';
import { lines, say } from '../text/say.ts';
import { askAgain, askAgainSaying } from './ask-again.ts';
import type { Command, Reply } from './command.ts';
import { type CommandIndex, indexCommands } from './command-index.ts';
import type { DistrictContext, MessageContext } from './context.ts';
import { lookUp } from './look-up/look-up.ts';
import { offerChange } from './offer-change.ts';
import { offer, offerDeadline, offerDecision, offerNamed, offerPlace, offerSwitch } from './offer-command.ts';
import { reportsByItself } from './prompts/alone.ts';
import {
  answersClosed,
  asksOnly,
  calledOff,
  isClosed,
  isOfAnotherArea,
  refuseOfAnotherArea,
  saidClosed,
} from './prompts/asked.ts';
import { mayBePlace } from './prompts/choosing.ts';
import { answersGone, saidGone } from './prompts/gone.ts';
import {
  decisionIn,
  isBareAnswer,
  isBareCall,
  isCalledOff,
  isGreeting,
  isNod,
  saysThanks,
} from './prompts/short-reply.ts';
import { asSaidToBot } from './report-to-bot.ts';
import { askWhichPlace, LONGEST_QUESTION, runCommand } from './run-command.ts';
import { type TypedCommand, typedCommand } from './typed-command.ts';

/** What becomes of words that are no command. */
export interface FreeText {
  /** The command that does the same with a kecamatan named, for the question which kecamatan is meant. */
  readonly command: string;
  readonly read: (context: DistrictContext, text: string, otherwise: Otherwise) => Reply;
  /** What becomes of an edit, whatever its words ask for; `command` is the name of the one that they run. */
  readonly readEdited: (
    context: MessageContext,
    edits: MessageRef,
    command: string | undefined,
    read: () => Reply,
  ) => Reply;
}

/** What becomes of words that report nothing, where they are said to the bot. */
export interface Otherwise {
  /** Puts the question again that the message replies to, for words that are no answer to it. */
  readonly askAgain?: (() => Reply) | undefined;
  /** Answers a question for what is shown; undefined where they ask for nothing of the kind. */
  readonly lookUp: () => Reply | undefined;
}

export interface Router extends Pick<CommandIndex, 'commandOf' | 'confirms'> {
  /** Replies to a message: a command, an answer to one of our questions, or free text. */
  route(tx: Tx, context: MessageContext): Reply;
  /** Asks a question again, as things stand now, where it is not sure what would answer it. */
  askAgain(prompt: Posted, context: MessageContext): Reply;
  /** Asks a question again whose answer has to quote it, and says so. */
  askToQuote(prompt: Posted, context: MessageContext): Reply;
}

/** What a message may ask for. */
interface Destinations {
  readonly commands: CommandIndex;
  readonly freeText: FreeText;
}

/** Finds what a message asks for. Whether its sender may have it is asked here for commands, and in the ledger for reports. */
export function createRouter(commands: readonly Command[], freeText: FreeText): Router {
  const index = indexCommands(commands);
  const to = { commands: index, freeText };
  return {
    route: (tx, received) => {
      const context = asSaidToBot(shortenedAbove(received));
      const { edits, forwarded } = context.message;
      const read = () => route(tx, context, to);
      if (!edits) return read();
      const command = forwarded ? undefined : index.commandOf(context.message)?.found?.name;
      return freeText.readEdited(context, edits, command, read);
    },
    askAgain: (prompt, context) => askAgain(prompt, context, index),
    askToQuote: (prompt, context) => askAgainSaying(say('choice-unquoted'), prompt, context, index),
    commandOf: index.commandOf,
    confirms: index.confirms,
  };
}

/** Above the kecamatan nothing is reported. */
const shortenedAbove = (context: MessageContext): MessageContext =>
  context.above
    ? { ...context, message: { ...context.message, text: context.message.text.slice(0, LONGEST_QUESTION) } }
    : context;

function route(tx: Tx, context: MessageContext, to: Destinations): Reply {
  const { message, prompt } = context;
  const { commands } = to;
  if (isForSomebodyElse(context)) return { alert: plain(say('not-for-you')) };
  if (message.forwarded) return routeForwarded(tx, context, to);
  if (answersClosed(tx, context) && isChoice(context)) return saidClosed(context);
  if (prompt && message.pressedOn && isOfAnotherArea(prompt, context))
    return refuseOfAnotherArea(prompt, context);
  // The reply chose something that its message no longer says: nothing is done, and the sender sees what holds now.
  if (prompt && context.stale) return askAgainSaying(say('choice-stale'), prompt, context, commands);
  const decided = decidedInWords(context, commands);
  if (decided) return decided;
  if (answersGone(context)) return saidGone();
  if (prompt && !message.pressedOn && mayBePlace(prompt, message.text))
    return askAgain(prompt, context, commands);
  const command = commands.commandOf(message);
  // A copy of a question, which arrived though its sending seemed to fail, may be answered by now.
  if (message.pressedOn && !prompt && !command?.found?.lookup) return { alert: plain(say('button-old')) };
  if (command?.found) return runCommand(command.found, command.words, context);
  if (message.pressedOn) return { alert: plain(say('button-old')) };
  return command ? unknown(command, context, commands) : readFreeText(tx, context, to);
}

/** What a reply to a list of requests decides in its own words, as the command does that is typed for it. */
function decidedInWords(context: MessageContext, commands: CommandIndex): Reply | undefined {
  const { message, prompt } = context;
  if (!prompt?.context.requests || message.pressedOn || commands.commandOf(message)) return undefined;
  const said = decisionIn(message.text);
  const command = said && commands.find(said.verdict === 'approve' ? 'setujui' : 'tolak');
  return command && runCommand(command, said.which, context);
}

/** Somebody else's words are no command and no choice; a report in them is asked about. */
function routeForwarded(tx: Tx, context: MessageContext, to: Destinations): Reply {
  const { name = '', words = '' } = typedCommand(context.message.text) ?? {};
  const command = to.commands.find(name);
  const mayReport = !command || (command.name === to.freeText.command && words !== '');
  const read = mayReport ? readFreeText(tx, context, to) : {};
  return command && Object.keys(read).length === 0 ? { answer: { text: say('forwarded-command') } } : read;
}

/** A command that is none: a near miss is offered. A group may have other bots with commands of their own. */
function unknown({ name, words }: TypedCommand, context: MessageContext, commands: CommandIndex): Reply {
  const { message, prompt, here, above } = context;
  const toUs = message.chatKind === 'private' || message.named === true || prompt !== undefined;
  const isOurs = toUs || here !== undefined || above !== undefined;
  const place = isOurs ? offerPlace(`${name} ${words}`.trim(), context) : undefined;
  if (place) return place;
  const meant = isOurs ? commands.nearest(name, toUs) : undefined;
  if (meant) return offer(meant, words, message);
  return toUs ? { answer: { text: say('unknown-command') } } : {};
}

function readFreeText(tx: Tx, context: MessageContext, { commands, freeText }: Destinations): Reply {
  const { message, here } = context;
  if (message.album && message.addressed && isLaterOfAlbum(tx, context)) return {};
  const asked = openPrompt(tx, context);
  const again = asked && (() => askAgain(asked, context, commands));
  const said = (saidToBot(message.text) ?? message.text).slice(0, LONGEST_QUESTION);
  if (asked && isCalledOff(said) && asksOnly(tx, asked) && !context.above) return calledOff();
  // A list to tap on asks nothing that could be closed, and "tidak jadi" says nothing of its units.
  const list = message.addressed && context.prompt?.context.checklist ? context.prompt : undefined;
  if (list && isCalledOff(said))
    return { answer: { text: say(isReportedOn(list, context) ? 'checklist-stands' : 'nothing-changed') } };
  const look = () => answerInWords(context, commands, said) ?? offerDecision(context, commands);
  const read = here
    ? freeText.read({ ...context, here }, message.text, { askAgain: again, lookUp: look })
    : {};
  if (!message.addressed && Object.keys(read).length === 0) return answerCall(context, commands);
  if (here) return read;
  const isTalk = message.chatKind === 'group' && isToSomebody(message.text);
  if (context.above && !again && isTalk) return {};
  // What answers no question of ours may be a new one.
  const isNew =
    context.above &&
    (asks(said)
      ? look()
      : (offerSwitch(context, commands, said) ??
        offerChange(context, commands, said) ??
        offerNamed(context, commands, said)));
  // Where the place is not known yet, what names a unit is a report of its own, and does not say which place another is for.
  const isReport = !context.above && (takeShown(said).shown.includes('unit') || reportsByItself(said));
  // An offer is no question that has to be answered: other words are read by themselves.
  const isOffer = context.above !== undefined && asked?.context.offered === true;
  if (again && !isReport && !isOffer) return isNew || again();
  if (context.above) return look() ?? sayHowAbove(said, context.above);
  if (message.chatKind === 'group') return { answer: { text: say('help-not-linked') } };
  // Nothing is kept of who was forgotten and says thanks for it.
  if (context.actor.person === undefined && saysThanks(message.text)) return {};
  const kept = context.places.length > 0 && !message.forwarded ? message.text : '';
  return askWhichPlace(commands.find(freeText.command)!, kept, context);
}

/** Answers a question, or offers the command that words nearly are. */
const answerInWords = (context: MessageContext, commands: CommandIndex, said: string): Reply | undefined =>
  offerDeadline(context, commands, said) ??
  offerSwitch(context, commands, said) ??
  offerChange(context, commands, said) ??
  lookUp(context, commands, said) ??
  offerNamed(context, commands, said) ??
  showNamed(context, commands, said);

/** A command that shows something, without its slash, says itself what it does not understand: "bot rekap bks". */
function showNamed(context: MessageContext, commands: CommandIndex, said: string): Reply | undefined {
  const [first = '', ...words] = said.trim().split(/\s+/);
  const command =
    context.above && !context.message.forwarded ? commands.find(first.toLowerCase()) : undefined;
  return command?.lookup ? runCommand(command, words.join(' '), context) : undefined;
}

/** "bot ini bisa apa aja?" */
const asksWhatItCan = (said: string): boolean => asks(said) && takeShown(said).shown.includes('ability');

/** Whoever calls the bot by its name is answered: with what it can show, or that it cannot. Talk about it is met with silence. */
function answerCall(context: MessageContext, commands: CommandIndex): Reply {
  const { text, edits } = context.message;
  const said = edits ? undefined : saidToBot(text.slice(0, LONGEST_QUESTION));
  if (said === undefined || (isAboutBot(said) && !asksWhatItCan(said))) return {};
  const answered = answerInWords(context, commands, said);
  const isLinked = context.here !== undefined || context.above !== undefined;
  if (answered) return isLinked ? answered : { answer: { text: say('help-not-linked') } };
  if (context.above) return sayHowAbove(said, context.above);
  if (!context.here) return {};
  if (isBareCall(said)) return { answer: { text: say('called-how') } };
  return asks(said) && !saysThanks(said) ? sayHowHere() : {};
}

function sayHowAbove(text: string, { area }: UpperScope): Reply {
  if (saysThanks(text)) return { answer: { text: say('ask-thanks') } };
  const isSaid = withoutFillers(text) !== '';
  if (isSaid && isNod(text)) return { answer: { text: say('ask-nod') } };
  if (isGreeting(text))
    return { answer: { text: lines(say('ask-greet'), say('above-how', partsExample(area))) } };
  const why = asks(text) ? say('ask-unknown') : isSaid && say('ask-not-read');
  return { answer: { text: lines(why, say('above-how', partsExample(area))) } };
}

const sayHowHere = (): Reply => ({ answer: { text: lines(say('ask-unknown'), say('help-read')) } });

const isForSomebodyElse = ({ message, stale, prompt, actor }: MessageContext): boolean =>
  Boolean(message.pressedOn || stale) && prompt?.asks != null && !actor.account?.refs.includes(prompt.asks);

/** The question with choices that the message replies to, while its sender may still answer it. */
function openPrompt(tx: Tx, context: MessageContext): Posted | undefined {
  const { message, prompt, actor, above } = context;
  if (!prompt?.content?.choices || message.forwarded || message.edits) return undefined;
  if (isOfAnotherArea(prompt, context)) return undefined;
  const asksOthers = prompt.asks !== null && !actor.account?.refs.includes(prompt.asks);
  // Above the kecamatan nothing but a question has choices.
  const asks = (prompt.context.topics ?? []).length > 0 && !prompt.context.requests;
  const isQuestion = (asks || above !== undefined) && !isClosed(tx, prompt);
  return isQuestion && !asksOthers ? prompt : undefined;
}

/** Whether a message is nothing but an answer: it presses a button, or names a choice. */
const isChoice = ({ message, stale }: MessageContext): boolean =>
  message.pressedOn !== undefined || stale === true || isBareAnswer(message.text);

/** Whether somebody tapped on a list of units, or its reader reported since it came. */
function isReportedOn(
  { edits, at, context: { about } }: Posted,
  { tx, actor, now }: MessageContext,
): boolean {
  const { person } = actor;
  if (edits !== null || person === undefined || about === undefined) return edits !== null;
  return tx.ledger.ownOf(person, districtOf(about), { since: at, said: now, now }).length > 0;
}

/** The photos of an album are one message: what was said with one of them was said with all. */
function isLaterOfAlbum(tx: Tx, { message, now }: MessageContext): boolean {
  const album = `${message.chat}:album:${message.album}` as MessageRef;
  return !tx.inbox.take(album, now) && message.text === '';
}
