import type { IncomingMessage } from '../../adapters/adapter.ts';
import { area } from '../../domain/areas.ts';
import { msBetween } from '../../domain/clock.ts';
import { type AreaCode, type MessageRef, platformOf, type UserRef } from '../../domain/ids.ts';
import { isNumbers } from '../../domain/units.ts';
import { findVillages } from '../../domain/village-search.ts';
import { saidToBot } from '../../interpret/called.ts';
import type { Posted } from '../../store/outbox.ts';
import type { Tx } from '../../store/tx.ts';
import { letteredText } from '../../text/choice-letters.ts';
import type { Choice, Content } from '../../text/content.ts';
import type { Command } from '../command.ts';
import { partSaid, tellsOfUnits } from './alone.ts';
import { isClosed } from './asked.ts';
import { asSeenWithButtons, choiceNamed } from './choosing.ts';
import { isAboutShown, partNamed } from './list-reply.ts';
import { recallShown } from './recall-shown.ts';
import { isNo, isYes, MOST_LETTERS, placeIn, wordsOf } from './short-reply.ts';

/** For so long a bare answer counts. */
const OPEN_MS = 15 * 60_000;
/** What was said so long before a question came late, and is no answer to it; clocks may differ by less. */
const BEFORE_MS = 60_000;
/** For so long a number in a group may still be meant for the question; later it is talk. */
const NUMBER_LATE_MS = 60 * 60_000;

interface Recalled {
  /** Set when the message answers the question: it is then a reply to it. */
  readonly answers?: Pick<IncomingMessage, 'addressed' | 'quotes'>;
  /** That question; a recap counts from when it is written, though its picture is on its way. */
  readonly prompt?: Posted;
  /** The question that it would answer, had it come in time. */
  readonly late?: Posted;
  /** The question whose answer has to quote it. */
  readonly unquoted?: Posted;
}

/** What is known of words besides the question. */
interface Reads {
  /** Whether a choice is the yes to something irreversible, or decides about somebody. */
  confirms(choice: Choice): boolean;
  /** The command that a message is; undefined where it is none. */
  commandOf(message: IncomingMessage): { readonly found: Command | undefined } | undefined;
}

/**
 * A bare number, unit, status or choice that quotes nothing answers the question put to this person, as their next message and
 * within a quarter of an hour, also wrongly; people say numbers all day in a group. In a private chat any words do that are no command.
 * Whatever the message says, the next one answers the question no more. In a group a choice that `confirms` such
 * things counts only as a press, or as a reply that quotes the question.
 */
export function recallQuestion(tx: Tx, message: IncomingMessage, reads: Reads): Recalled {
  const { pressedOn, edits, forwarded, sender, quotes } = message;
  if (pressedOn || forwarded || sender === 'anonymous') return {};
  if (edits) return quotes ? {} : recallAnswered(tx, message, edits, sender.refs[0]);
  const recalled = recallOpen(tx, message, sender.refs[0], reads);
  if (recalled || quotes || reads.commandOf(message)) return recalled ?? {};
  const shown = recallShown(tx, message);
  return shown ? { answers: answersTo(message, shown), prompt: shown } : {};
}

/** The question that the earlier form of an edited answer was given to: its new words are about that one too, and no report of their own. */
function recallAnswered(tx: Tx, message: IncomingMessage, edits: MessageRef, sender: UserRef): Recalled {
  const whole = tx.inbox.partOf(edits);
  const taken = tx.inbox.takenAt(edits);
  const asked = whole && taken && tx.outbox.toldUntil(sender, whole, taken);
  return asked ? { answers: answersTo(message, asked), prompt: asked } : {};
}

/** What a message says to the question that is open for its sender; undefined where it says nothing to it. */
function recallOpen(
  tx: Tx,
  message: IncomingMessage,
  sender: UserRef,
  { confirms, commandOf }: Reads,
): Recalled | undefined {
  const { text, chat } = message;
  const open = tx.pendingQuestions.take(sender, chat);
  if (!open) return undefined;
  // A platform may deliver late what was said in time, or before the question.
  const age = msBetween(open.at, message.sentAt);
  if (age < -BEFORE_MS) {
    tx.pendingQuestions.put(sender, chat, open.outbox, open.at);
    return {};
  }
  if (message.quotes) return {};
  const row = tx.outbox.get(open.outbox);
  const latest = row?.sentRef ? tx.outbox.bySent(row.sentRef) : row;
  if (latest && mayBeEnded(tx, latest) && commandOf(message)?.found?.endsQuestion)
    return { answers: { addressed: true }, prompt: latest };
  const asked = latest?.sentRef || (latest && isOnItsWay(latest)) ? latest : undefined;
  // It shows its answer by now.
  if (!asked || asked.context.answered) return undefined;
  // It may have changed since, of which nobody is notified.
  const answers = answersTo(message, row!);
  const named = choiceNamed(asked, text, answers.quotes?.text);
  const isPart = partNamed(asked, text) !== undefined;
  const said = saidToBot(text);
  const isOfShown = isPart || (said !== undefined && isAboutShown(asked, said));
  const isCommand = commandOf(message) !== undefined;
  const isBare = named !== undefined || isOfShown || isNumbers(text) || completes(asked, text);
  const isAnswer = isBare || (!isCommand && seemsAnswer(tx, asked, text));
  // Who calls the bot by its name begins something else, unless a list is shown; so do other words than an answer to what was answered.
  const isNew = asked.content?.choices !== undefined && (said !== undefined || isClosed(tx, asked));
  if (!isAnswer && (message.chatKind === 'group' || isNew || isCommand)) return undefined;
  const chosen = named === 'stale' ? undefined : named;
  if (chosen && message.chatKind === 'group' && confirms(chosen)) return { unquoted: asked };
  if (age <= OPEN_MS) return { answers, prompt: asked };
  const isNumber = isNumbers(text) && (message.chatKind === 'private' || age <= NUMBER_LATE_MS);
  return chosen || isPart || isNumber ? { late: asked } : undefined;
}

/** Whether a question about the sender's report, or a command that was offered, waits for its answer. */
const mayBeEnded = (tx: Tx, asked: Posted): boolean =>
  (asked.context.asked !== undefined || asked.context.offered === true) && !isClosed(tx, asked);

/** A message becomes a reply to what it is about. */
const answersTo = (
  message: IncomingMessage,
  { sentRef: ref, content }: Posted,
): Recalled['answers'] & {} => ({
  addressed: true,
  ...(ref && { quotes: { ref, text: choicesAsShown(message, content) } }),
});

/** Whether a recap is written and not sent yet; nobody has seen the choices of a question that is not. */
const isOnItsWay = ({ state, content, context }: Posted): boolean =>
  (state === 'queued' || state === 'sending') && context.area !== undefined && !content?.choices;

/** What its reader saw of a question's choices: letters where the platform has no buttons. */
function choicesAsShown({ chat }: IncomingMessage, shown: Content | null | undefined): string {
  const lines = letteredText(shown?.choices ?? []);
  return platformOf(chat) === 'whatsapp' ? lines : asSeenWithButtons(lines);
}

/**
 * Whether words that follow a question in a group are meant for it, also where they answer it wrongly: then it is put again. Above the
 * kecamatan only what a list shows is.
 */
function seemsAnswer(tx: Tx, asked: Posted, text: string): boolean {
  const { content, context } = asked;
  // A list of places has no yes.
  if (context.area ?? context.list) return content?.choices !== undefined && isYes(text);
  if (placeIn(text) !== undefined || tellsOfUnits(text)) return true;
  if (context.checklist) return false;
  const asksVillages = context.asked !== undefined && context.about === undefined;
  const namesOne = () => namesVillage(context.district ?? tx.chats.get(asked.chat)?.area, text);
  if (!content?.choices) return asksVillages && namesOne();
  return /^\s*[a-z][\s.)]*$/i.test(text) || isYes(text) || isNo(text) || namesOne();
}

/** Whether a short text is the name of a village, or nearly. */
function namesVillage(place: AreaCode | null | undefined, text: string): boolean {
  const here = place && text.length <= MOST_LETTERS ? area(place) : undefined;
  const { exact = [], near = [] } = here ? findVillages(here, wordsOf(text)) : {};
  return exact.length + near.length > 0;
}

/** Whether a text says the part that a question asks for. */
function completes({ context }: Posted, text: string): boolean {
  if (!context.units && !context.completes) return false;
  const part = partSaid(text);
  return part === 'status' ? context.units !== undefined : part === 'units' && context.completes === true;
}
