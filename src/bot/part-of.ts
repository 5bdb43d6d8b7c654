import type { MessageRef } from '../domain/ids.ts';
import type { MessageContext } from './context.ts';

/**
 * The sender's own message whose question a message answers, by a button or in words: it says a part of what that one says, and an
 * edit of that one stands for it too. Undefined for what stands by itself, and for an answer to somebody else's question.
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
  return isOwn && (asked !== undefined || isPressed) ? (prompt.answers ?? undefined) : undefined;
}
