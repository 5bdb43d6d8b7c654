import type { MessageRef } from '../domain/ids.ts';
import { isClosed } from './asked.ts';
import type { MessageContext } from './context.ts';

/**
 * The sender's own message whose question a message answers, by a button or in words: it says a part of what that one says, and an
 * edit of that one stands for it too. Undefined for what stands by itself, and for what is said
 * to somebody else's question, or to one that was answered.
 */
export function partOf({
  tx,
  message,
  prompt,
  actor,
}: Omit<MessageContext, 'reports'>): MessageRef | undefined {
  const before = message.edits && tx.inbox.partOf(message.edits);
  if (before || !prompt) return before;
  const { asked, topics = [], requests } = prompt.context;
  const isPressed = message.pressedOn !== undefined && topics.length > 0 && !requests;
  const isOwn = prompt.sender !== null && actor.account?.refs.includes(prompt.sender);
  const isAsked = (asked !== undefined || isPressed) && !isClosed(tx, prompt);
  return isOwn && isAsked ? (prompt.answers ?? undefined) : undefined;
}
