import type { ChatRef, MessageRef, OutboxId } from '../domain/ids.ts';
import type { Enqueue } from '../outbox/enqueue.ts';
import type { Outgoing, Posted, Priority } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { Content } from '../text/content.ts';
import { literal, type Markup } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { type FollowUp, KEEP_AS_IS, type Reply } from './command.ts';
import { isPress, type MessageContext } from './context.ts';
import {
  answeredFormOf,
  closeQuestion,
  closingOf,
  isClosed,
  openAbout,
  openWithin,
  overtakenBy,
  saidTopic,
} from './prompts/asked.ts';

/** Queues messages as they come, in one place of the order. */
type Post = (message: Outgoing) => OutboxId;

/**
 * Queues a reply with its follow-ups, opens the questions that they ask, and closes those that they settle. Gives how many messages it
 * queued.
 */
export function respond(
  tx: Tx,
  enqueue: Enqueue,
  context: MessageContext,
  reply: Reply,
  priority: Priority,
): number {
  let messages = 0;
  const post: Post = (message) => {
    // Nothing that strangers make goes before what others without a role wait for.
    const place = priority === 'stranger' ? priority : (message.priority ?? priority);
    const { id, pieces } = enqueue(tx, { ...message, priority: place }, context.now);
    messages += pieces;
    return id;
  };
  closeAnswered(tx, post, context, reply);
  const overtaken = [reply, ...(reply.followUps ?? [])].flatMap(({ overtakes = [] }) => overtakes);
  for (const id of openWithin(tx, overtaken)) close(tx, post, id);
  // Only a press can show an alert: a choice that was typed is answered.
  const spoken = reply.alert && !isPress(context) ? { text: literal(reply.alert) } : undefined;
  const answer = reply.answer ?? spoken;
  if (answer && answer.text !== '') sendAnswer(tx, post, context, reply, answer);
  for (const each of reply.followUps ?? []) sendFollowUp(tx, post, context, each);
  return messages;
}

/** The place is kept with a question, since its group may be linked to another one later, and in a private chat, which does not tell. */
function placeOf({ tx, message, here, above }: MessageContext, to: ChatRef, { choices }: Content) {
  if (!choices && message.chatKind === 'group') return {};
  const place = tx.chats.get(to)?.area ?? (here ?? above)?.area.code;
  return place === undefined ? {} : { district: place };
}

function sendAnswer(tx: Tx, post: Post, context: MessageContext, reply: Reply, content: Content): void {
  const { message, prompt } = context;
  const pressed = isPress(context);
  const { sender, answers: said } = reply.askedOf ?? ownOf(context);
  const asked = isAnsweredOnce(reply, content) ? [saidTopic(said)] : [];
  const topics = reply.context?.topics ?? asked;
  overtake(tx, post, { topics, content, context: reply.context });
  const replaced = takesPlace(context, reply) ? prompt : undefined;
  const answered = replaced?.content?.choices && !content.choices;
  const id = post({
    to: message.chat,
    thread: message.thread,
    content,
    context: {
      ...reply.context,
      ...placeOf(context, message.chat, content),
      ...(topics.length > 0 && { topics }),
      ...(answered && { answered }),
    },
    asks: reply.senderOnly && sender,
    sender,
    answers: said,
    quotes: message.chatKind === 'group' && !pressed ? said : undefined,
    edits: replaced && message.pressedOn,
    brief: briefOf(context, reply, content),
    shared: reply.shared,
  });
  // The question that is shown in the place of the one that was pressed waits for its answer as that did.
  const awaitsAnswer = !replaced && Boolean(content.choices || reply.awaitsAnswer);
  openQuestion(tx, context, topics, id, awaitsAnswer, said);
}

/** Whose message led to an answer, and which. */
const ownOf = ({ message, actor }: MessageContext) => ({
  sender: actor.account?.refs[0],
  answers: message.edits ?? message.ref,
});

/** Whether a question is closed by its answer: a second tap on its yes does nothing a second time. */
const isAnsweredOnce = ({ awaitsAnswer }: Reply, { choices = [] }: Content): boolean =>
  choices.length > 0 && (awaitsAnswer === true || choices.some(({ command }) => command === KEEP_AS_IS));

/** What stands for an answer that everybody in a group may read together with others. */
function briefOf({ message }: MessageContext, { brief, edits }: Reply, content: Content): Markup | undefined {
  const stands = brief?.of === content.text && !content.choices && !edits && message.chatKind === 'group';
  return stands ? lines(brief.line, brief.hint) : undefined;
}

function sendFollowUp(
  tx: Tx,
  post: Post,
  context: MessageContext,
  { context: about, awaitsAnswer, ...outgoing }: FollowUp,
): void {
  const { message, chat } = context;
  const thread =
    outgoing.to === message.chat ? (message.thread ?? chat?.thread) : tx.chats.get(outgoing.to)?.thread;
  const topics = about?.topics ?? [];
  const { content, edits } = outgoing;
  overtake(tx, post, { topics, content, context: about, edits });
  // A further question is about the message that led to it, as the first is.
  const isQuestion = content.choices && topics.length > 0 && !about?.requests && outgoing.to === message.chat;
  const id = post({
    ...(isQuestion && { sender: context.actor.account?.refs[0], answers: message.edits ?? message.ref }),
    ...outgoing,
    ...(about?.requests && { priority: 'applicant' }),
    context: { ...about, ...placeOf(context, outgoing.to, content) },
    thread: thread ?? undefined,
  });
  const opened = outgoing.content.choices ? topics.filter((topic) => !isOpen(tx, topic, outgoing.edits)) : [];
  const said = outgoing.answers ?? message.edits ?? message.ref;
  openQuestion(tx, context, opened, id, Boolean(awaitsAnswer), said);
}

/** Whether a message of ours is an open question already. */
const isOpen = (tx: Tx, topic: string, ref: MessageRef | undefined): boolean =>
  ref !== undefined && tx.questions.about(topic).some((id) => tx.outbox.get(id)?.sentRef === ref);

/**
 * Registers a question by what it is about and by the message that led to it, and, where it awaits an answer, as the one that the sender's
 * next words may answer.
 */
function openQuestion(
  tx: Tx,
  context: MessageContext,
  topics: readonly string[],
  id: OutboxId,
  awaitsAnswer: boolean,
  said: MessageRef,
): void {
  const { message, actor, now } = context;
  for (const topic of topics) tx.questions.ask(topic, id, said);
  if (awaitsAnswer && actor.account) tx.pendingQuestions.put(actor.account.refs[0], message.chat, id, now);
}

/** A question that is about to be queued. */
interface NewQuestion extends Pick<FollowUp, 'content' | 'context' | 'edits'> {
  readonly topics: readonly string[];
}

/** Closes the questions that a new one takes the place of; the message that it `edits` stays open in its new form, if that asks. */
function overtake(tx: Tx, post: Post, { topics, content, context, edits }: NewQuestion): void {
  const { choices = [] } = content;
  for (const id of overtakenBy(tx, topics, choices, context)) {
    if (!edits || tx.outbox.get(id)?.sentRef !== edits) close(tx, post, id);
    else if (choices.length === 0) closeQuestion(tx, id);
  }
}

/** Closes what was answered, and what an earlier wording of the message had made the bot ask. */
function closeAnswered(tx: Tx, post: Post, context: MessageContext, reply: Reply): void {
  const { message, prompt } = context;
  if (isLeftToNobody(context, reply)) closeRefused(tx, post, prompt!);
  const isAnswer = isChoice(context, reply) || reply.settles;
  if (!isAnswer && !message.edits) return;
  const answered = isAnswer && prompt && !isClosed(tx, prompt) ? (prompt.context.topics ?? []) : [];
  const edited = message.edits ? tx.questions.askedBy(message.edits) : [];
  leavePending(tx, context, edited);
  for (const id of new Set([...openAbout(tx, answered), ...edited])) {
    // A list is answered a line at a time, by more people than the one whose request made it.
    if (tx.outbox.get(id)?.context.requests) continue;
    if (!isPrompt(tx, id, prompt)) close(tx, post, id);
    // The question that is answered shows the answer, or no buttons any more.
    else if (takesPlace(context, reply)) closeQuestion(tx, id);
    else showAnswered(tx, post, id);
  }
}

/** What an edit closes is no longer what its sender's next words may answer. */
function leavePending(tx: Tx, { actor, message }: MessageContext, closed: readonly OutboxId[]): void {
  const pending =
    actor.account && closed.length > 0 && tx.pendingQuestions.take(actor.account.refs[0], message.chat);
  if (pending && !closed.includes(pending.outbox))
    tx.pendingQuestions.put(actor.account!.refs[0], message.chat, pending.outbox, pending.at);
}

/** Whether a choice was made, rather than refused or left alone. */
const isChoice = ({ message }: MessageContext, reply: Reply): boolean =>
  message.pressedOn !== undefined && !reply.alert && !reply.refused && Object.keys(reply).length > 0;

/** Whether a refusal leaves nobody who may answer: the question was put to its sender alone, and offers them nothing else. */
function isLeftToNobody({ message, prompt }: MessageContext, { refused }: Reply): boolean {
  if (!message.pressedOn || prompt?.asks == null) return false;
  const deeds = prompt.content?.choices?.filter(({ command }) => command !== KEEP_AS_IS) ?? [];
  return refused === 'all' || (refused === 'choice' && deeds.length === 1);
}

function closeRefused(tx: Tx, post: Post, prompt: Posted): void {
  for (const id of openAbout(tx, prompt.context.topics ?? []))
    if (isPrompt(tx, id, prompt)) closeQuestion(tx, id);
  close(tx, post, prompt.id, say('question-ended'));
}

/** Whether an answer takes the place of the question that was pressed. */
const takesPlace = (context: MessageContext, { edits }: Reply): boolean => edits === true && isPress(context);

function showAnswered(tx: Tx, post: Post, id: OutboxId): void {
  const answered = answeredFormOf(tx, id);
  if (answered) post(answered);
}

const isPrompt = (tx: Tx, id: OutboxId, prompt: Posted | undefined): boolean =>
  prompt !== undefined && tx.outbox.get(id)?.sentRef === prompt.sentRef;

function close(tx: Tx, post: Post, id: OutboxId, text?: Markup): void {
  const closing = closingOf(tx, id, text);
  if (closing) post(closing);
}
