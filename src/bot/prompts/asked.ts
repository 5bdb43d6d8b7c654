import { hash } from 'node:crypto';
import type { IncomingMessage } from '../../adapters/adapter.ts';
import {
  type ChatRef,
  type Instant,
  type MessageRef,
  type OutboxId,
  platformOf,
  type VillageCode,
} from '../../domain/ids.ts';
import type { Unit } from '../../domain/units.ts';
import type { Outgoing, Posted } from '../../store/outbox.ts';
import type { PromptContext } from '../../store/prompt-context.ts';
import type { MessageTx, Tx } from '../../store/tx.ts';
import type { Choice } from '../../text/content.ts';
import { plain } from '../../text/markup.ts';
import { say } from '../../text/say.ts';
import type { Command, Reply } from '../command.ts';
import { isPress, type MessageContext } from '../context.ts';

// What was asked, and whether it may still be answered: of two questions about one thing the newer counts.

/** A name that shows no account, since topics outlast who was forgotten. */
const nameless = (ref: MessageRef | ChatRef): string => hash('sha256', ref, 'base64url').slice(0, 16);

/** What a question is about that only one message led to. */
export const saidTopic = (message: MessageRef): string => `said ${nameless(message)}`;

/** What the question is about for which place a command of a chat is meant. */
export const placeTopic = (chat: ChatRef, command: string): string => `place ${nameless(chat)} ${command}`;

export const unitTopic = (village: VillageCode, unit: Unit): string => `unit ${village} ${unit}`;

/** Whether a question of ours was answered already, or a newer one took its place. */
export function isClosed(tx: MessageTx, { id: asked, context, sentRef }: Posted): boolean {
  const isThis = (id: OutboxId) => id === asked || tx.outbox.get(id)?.sentRef === sentRef;
  return (
    context.closed === true ||
    context.answered === true ||
    !(context.topics ?? []).every((topic) => tx.questions.about(topic).some(isThis))
  );
}

/** Whether a question keeps words of which nothing is recorded yet. */
export const asksOnly = (tx: MessageTx, { context, answers }: Posted): boolean =>
  context.words !== undefined && (answers === null || tx.ledger.ofMessage(answers).length === 0);

/**
 * Whether a message presses on a question that is closed, or replies to it. The edit of an answer is still about what the question
 * asked, and what is said about somebody else's words is asked about first.
 */
export function answersClosed(tx: MessageTx, { prompt, message }: MessageContext): boolean {
  if (!prompt || message.forwarded) return false;
  if (message.pressedOn) return isClosed(tx, prompt) && !isOfOwnAnswer(tx, prompt, message);
  const { closed, answered, forwarded } = prompt.context;
  const offered = !message.edits && !answered && !forwarded && (prompt.content?.choices ?? []).length > 0;
  return closed === true || (offered && isClosed(tx, prompt));
}

/**
 * Whether a message is the edit of the one that answered a question about a report: its sender chooses once more, as long as what that
 * recorded was not taken back.
 */
const isOfOwnAnswer = (tx: MessageTx, { answers, context }: Posted, { edits }: IncomingMessage): boolean =>
  edits !== undefined &&
  answers !== null &&
  context.asked !== undefined &&
  tx.inbox.answers(edits) === answers &&
  (!context.completes || tx.ledger.ofMessage(edits).length > 0);

/**
 * Whether a question was asked about another area: one to which its group was linked before, or that of another chat from which its
 * answer comes.
 */
export const isOfAnotherArea = (
  { chat, context }: Posted,
  { message, here, above }: MessageContext,
): boolean =>
  (message.chatKind === 'group' || chat !== message.chat) &&
  context.district !== undefined &&
  context.district !== (here ?? above)?.area.code;

/** Says of such a question that nothing answers it here. */
export const refuseOfAnotherArea = ({ chat }: Posted, { message }: MessageContext): Reply => ({
  alert: plain(say(chat === message.chat ? 'button-old' : 'answer-there')),
});

/** The open questions about these things, each once. */
export const openAbout = (tx: Tx, topics: readonly string[]): ReadonlySet<OutboxId> =>
  new Set(topics.flatMap((topic) => tx.questions.about(topic)));

/** The open questions about these things and nothing else. */
export const openWithin = (tx: Tx, topics: readonly string[]): readonly OutboxId[] =>
  [...openAbout(tx, topics)].filter((id) =>
    tx.outbox.get(id)?.context.topics?.every((topic) => topics.includes(topic)),
  );

/** The open questions that a new one about these things takes the place of; the same one put again takes none. */
export function overtakenBy(
  tx: Tx,
  topics: readonly string[],
  choices: readonly Choice[],
  { named, words }: PromptContext = {},
): readonly OutboxId[] {
  const commands = (offered: readonly Choice[] = []) => offered.map(({ command }) => command).join('\n');
  const isSame = (id: OutboxId) => {
    const { content, context } = tx.outbox.get(id) ?? {};
    // Whom a question names, and the words that it keeps, do not stand in its commands.
    const isAboutSame = context?.named?.refs[0] === named?.refs[0] && context?.words === words;
    return isAboutSame && commands(content?.choices) === commands(choices);
  };
  return [...openAbout(tx, topics)].filter((id) => !isSame(id));
}

/** Closes a question. Whom it asked about goes with it, unless the answer was a yes. */
export function closeQuestion(tx: Tx, id: OutboxId): void {
  tx.questions.close(id);
  if (tx.outbox.get(id)?.context.named) tx.outbox.forgetNamed(id);
}

/** The message that shows a question as closed; undefined where it is not out yet, and is changed on its way. */
export function closingOf(tx: Tx, id: OutboxId, text = say('question-closed')): Outgoing | undefined {
  const asked = tx.outbox.get(id);
  closeQuestion(tx, id);
  const content = { text };
  if (!asked?.content?.choices) return undefined;
  if (asked.state === 'queued') tx.outbox.replaceContent(id, content);
  if (asked.state !== 'sent' || !asked.sentRef) return undefined;
  const { about, asked: units, requests } = asked.context;
  const kept = { ...(about && { about }), ...(units && { asked: units }), ...(requests && { requests }) };
  const context = { ...kept, closed: true as const };
  return { to: asked.chat, thread: asked.thread ?? undefined, content, context, edits: asked.sentRef };
}

/**
 * Closes a question that was answered by a message of its own; gives the form of it that shows no buttons any more, where it shows
 * some. What names somebody is not said again.
 */
export function answeredFormOf(tx: Tx, id: OutboxId): Outgoing | undefined {
  const asked = tx.outbox.get(id);
  const isShown = asked?.state === 'sent' && asked.sentRef && platformOf(asked.chat) !== 'whatsapp';
  if (isShown && asked.context.named) return closingOf(tx, id);
  closeQuestion(tx, id);
  if (!isShown || !asked.content?.choices) return undefined;
  const { chat, thread, content, context, asks, sender, answers, sentRef } = asked;
  return {
    to: chat,
    thread: thread ?? undefined,
    content: { ...content, answered: true },
    context,
    asks: asks ?? undefined,
    sender: sender ?? undefined,
    answers: answers ?? undefined,
    edits: sentRef!,
  };
}

/** When a question was put first: what it had understood was said by then. */
export const firstPut = ({ context, at }: Posted): Instant => context.firstPut ?? at;

/** Puts a question again as it was asked first, whose answer may show no buttons any more. */
export function putAgain(prompt: Posted): Reply {
  const { content, context, asks } = prompt;
  const { answered: _shown, ...asked } = content ?? {};
  const { answered: _pressed, ...about } = context;
  return {
    ...(content && { answer: { ...asked, text: content.text } }),
    context: { ...about, firstPut: firstPut(prompt) },
    awaitsAnswer: true,
    ...(asks && { senderOnly: true }),
  };
}

/** Ends a question of which nothing is recorded. */
export const calledOff = (): Reply => ({ answer: { text: say('undo-question') }, settles: true });

/** Says that a question was answered before, or overtaken by a newer one. */
export function saidClosed(context: Pick<MessageContext, 'message' | 'typed'>): Reply {
  const text = say('question-closed');
  return isPress(context) ? { alert: plain(text) } : { answer: { text } };
}

/**
 * Removes a typed confirmation that no question asked for, so that the command asks, unless the command takes one. Undefined for
 * the yes of a button that no message of ours offers any more.
 */
export function withoutUnaskedYes(
  { name, yes }: Command,
  words: string,
  message: IncomingMessage,
  prompt: Posted | undefined,
): string | undefined {
  if (!yes?.words.test(words)) return words;
  if (!message.pressedOn) return yes.typed ? words : '';
  const offers = prompt?.content?.choices?.some(({ command }) => command === `/${name} ${words}`);
  return offers ? words : undefined;
}
