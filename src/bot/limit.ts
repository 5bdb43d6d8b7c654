import type { ChatRef } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { Tx } from '../store/tx.ts';
import { say } from '../text/say.ts';
import { type Budget, createBudgets } from './budget.ts';
import type { Reply } from './command.ts';
import type { MessageContext } from './context.ts';
import { refuse } from './refuse.ts';
import type { Router } from './route.ts';

/** What limits a chat's platform has. */
export interface ChatLimits {
  /** Whether a chat has a rate limit: nobody may use up too much of it. */
  readonly isLimited: (chat: ChatRef) => boolean;
  /** Whether all messages of a day are counted together: one person may have a part of them. */
  readonly isCapped: (chat: ChatRef) => boolean;
}

/** Replies to a message within the budget of its sender. */
export type Limiter = (tx: Tx, context: MessageContext, reply: () => Reply) => Reply;

/**
 * Keeps one person, or many strangers, from using up the rate of a chat. Over the budget nothing is looked up, and people
 * without a role get no answer. Reports of people with a role are always recorded, and questions that they raise are asked.
 */
export function createLimiter(router: Router, limits: ChatLimits, log: Log): Limiter {
  const budgets = createBudgets();

  /** Tells the sender once, until the budget is full again. */
  function tellOnce(tx: Tx, budget: Budget, { message, now }: MessageContext): Reply {
    const spent = budget.tell();
    if (!spent) return {};
    log.warn({ chat: message.chat, event: message.ref }, 'sender is over budget');
    tx.deadLetters.add('flood', now);
    const text = say(spent === 'day' ? 'budget-spent-today' : 'budget-spent');
    return refuse(message, text);
  }

  function overBudget(tx: Tx, budget: Budget, context: MessageContext, reply: () => Reply): Reply {
    const { actor, message } = context;
    const command = router.commandOf(message);
    const expected = command !== undefined || message.addressed;
    if (actor.roles.length > 0 ? command?.found?.lookup : expected) return tellOnce(tx, budget, context);
    const full = reply();
    const { answer, followUps = [], ...rest } = full;
    if (!answer || answer.choices || full.awaitsAnswer) return full;
    const elsewhere = followUps.filter(({ to, content }) => to !== message.chat || content.choices);
    return { ...rest, ...tellOnce(tx, budget, context), followUps: elsewhere };
  }

  return (tx, context, reply) => {
    const { actor, message, now } = context;
    if (!limits.isLimited(message.chat)) return reply();
    const budget = budgets.of(actor, message.chat, message.chatKind, now, limits.isCapped(message.chat));
    if (budget.isSpent()) return overBudget(tx, budget, context, reply);
    const given = reply();
    if (given.answer || given.alert) budget.take();
    return given;
  };
}
