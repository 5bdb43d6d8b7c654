import type { MessageRef } from '../../domain/ids.ts';
import type { Noted } from '../../store/inbox.ts';
import type { MessageContext } from '../context.ts';
import { isClosed } from './asked.ts';

type Answering = Omit<MessageContext, 'reports'>;

/**
 * The sender's own message whose question a message answers, by a button or in words: it says a part of what that one says, and an
 * edit of that one stands for it too. Undefined for what stands by itself, and for what is said
 * to somebody else's question, or to one that was answered.
 */
export const partOf = (context: Answering): MessageRef | undefined => answered(context).partOf;

/** The message whose question a message answers: its sender's own, or somebody else's. */
export function answered(context: Answering): Pick<Noted, 'partOf' | 'answerTo'> {
  const { tx, message, prompt, actor } = context;
  const { edits, ref } = message;
  // An edit stays a part of what its message was, unless it is the first that is heard of that.
  if (edits && tx.inbox.takenAt(edits)) return { partOf: tx.inbox.partOf(edits) };
  if (!prompt?.sender || !prompt.answers || !isAnswer(context)) return {};
  // What a message has led to itself is no question that it answers.
  if (wholesOf(tx, prompt.answers).includes(edits ?? ref)) return {};
  const isOwn = actor.account?.refs.includes(prompt.sender);
  return isOwn ? { partOf: prompt.answers } : { answerTo: prompt.answers };
}

/** A message, and those that it is a part of, up to the whole. */
export function wholesOf(tx: MessageContext['tx'], message: MessageRef): readonly MessageRef[] {
  const wholes = new Set<MessageRef>();
  for (let of: MessageRef | undefined = message; of && !wholes.has(of); of = tx.inbox.partOf(of))
    wholes.add(of);
  return [...wholes];
}

/** Whether a message answers a question that is open. */
function isAnswer({ tx, message, prompt }: Answering): boolean {
  const { asked, topics = [], requests } = prompt!.context;
  const isPressed = message.pressedOn !== undefined && topics.length > 0 && !requests;
  return (asked !== undefined || isPressed) && !isClosed(tx, prompt!);
}
