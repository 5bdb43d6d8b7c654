import type { ChatRef } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { Priority } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { type Budget, createBudgets, type Spent, type Use } from './budget.ts';
import type { Reply } from './command.ts';
import { isPress, type MessageContext } from './context.ts';
import { refuse } from './refuse.ts';
import type { Router } from './route.ts';

/** What limits a chat's platform has. */
export interface ChatLimits {
  /** Whether a chat has a rate limit: nobody may use up too much of it. */
  readonly isLimited: (chat: ChatRef) => boolean;
  /** The account whose messages of a day are counted together, where that is done: one person may have a part of them. */
  readonly accountOf: (chat: ChatRef) => string | undefined;
}

/** What becomes of a reply. */
export interface Limited {
  readonly reply: Reply;
  readonly priority: Priority;
  /** To be told how many messages were queued for it. */
  charge(messages: number): void;
}

/** Replies to a message within the budget of its sender. */
export type Limiter = (tx: Tx, context: MessageContext, reply: () => Reply) => Limited;

/**
 * Keeps one person, or many strangers, from using up the rate of a chat. Each message that is queued counts, whatever it is: answers,
 * questions, edits, news for others. Over the budget nothing is looked up and nothing decided; what may not be lost is carried out
 * (`Command.always`, and reports in people's own words), though not always answered.
 */
export function createLimiter(router: Router, limits: ChatLimits, log: Log): Limiter {
  const budgets = createBudgets();

  /** Tells the sender once; a press shows it to the presser alone, which costs no message. */
  function tell(tx: Tx, budget: Budget, spent: Spent, context: MessageContext): Reply {
    const { message, now } = context;
    const isNew = budget.tell(spent);
    if (!isNew && !message.pressedOn) return {};
    if (isNew) {
      log.warn({ chat: message.chat, event: message.ref }, 'sender is over budget');
      tx.deadLetters.add('flood', now);
    }
    return refuse(context, say(textOf(spent)), 'now');
  }

  function answerWithin(tx: Tx, budget: Budget, context: MessageContext, reply: () => Reply): Answered {
    const { message } = context;
    const command = router.commandOf(message);
    const first = budget.spent(command?.found?.lookup ? 'lookup' : 'deed');
    if (first && !isAlways(router, context)) {
      const isExpected = command !== undefined || message.addressed;
      return { reply: isExpected ? tell(tx, budget, first, context) : {} };
    }
    const full = reply();
    const use = useOf(tx, router, context, full);
    const spent = isSaid(full, context) ? budget.spent(use) : undefined;
    if (!spent || isTurn(tx, context)) return { use, reply: full };
    const done = muted(full, context);
    return { use, reply: done.toast ? done : { ...done, ...tell(tx, budget, spent, context) } };
  }

  return (tx, context, reply) => {
    const { actor, message, now } = context;
    if (!limits.isLimited(message.chat)) {
      const full = reply();
      const use = useOf(tx, router, context, full);
      return { reply: full, priority: priorityOf(tx, context, { reply: full, use }), charge: () => {} };
    }
    const budget = budgets.of(actor, message.chat, message.chatKind, now, limits.accountOf(message.chat));
    const answered = answerWithin(tx, budget, context, reply);
    const { use, reply: given } = answered;
    const priority = priorityOf(tx, context, answered, budget);
    return {
      reply: given,
      priority,
      charge(messages) {
        if (use) budget.take(use, messages, priority === 'applicant' ? placeAsked(context, use) : undefined);
      },
    };
  };
}

interface Answered {
  readonly reply: Reply;
  /** What it is for; undefined where its sender is only told that the budget is spent. */
  readonly use?: Use;
}

const textOf = ({ of, shared }: Spent) =>
  shared ? 'budget-spent-by-all' : of === 'day' ? 'budget-spent-today' : 'budget-spent';

/**
 * Whether a message is carried out whatever its sender wrote before: reports of people who are known here, as those are whose request is open,
 * and codes, which a group has read and nobody else can use any more.
 */
function isAlways(router: Router, { actor, message }: MessageContext): boolean {
  const isKnown = actor.roles.length > 0 || actor.person !== undefined;
  const command = router.commandOf(message);
  // An edit ends what its message asked for, whatever it says now.
  const always = command && !message.edits ? command.found?.always : 'known';
  return always === 'anybody' || (always === 'known' && isKnown);
}

/** Whether what somebody without a role says keeps something, for which other strangers' look-ups leave nobody waiting. */
function isKept(tx: Tx, router: Router, { actor, message, here }: MessageContext): boolean {
  if (router.commandOf(message)?.found?.keeps) return true;
  if (!here || message.sender === 'anonymous') return false;
  const person = actor.person ?? tx.people.find(message.sender.refs);
  const held = person === undefined ? [] : tx.heldReports.of(person, here.area.code);
  return held.some((report) => report.message === (message.edits ?? message.ref));
}

/** What a reply is for, as far as its sender's budget is concerned. */
function useOf(tx: Tx, router: Router, context: MessageContext, { lookup }: Reply): Use {
  if (lookup) return 'lookup';
  return context.actor.roles.length > 0 || isKept(tx, router, context) ? 'deed' : 'lookup';
}

/** Whether a message made somebody of its sender, or nobody, or linked the chat: that happens once, and is always answered. */
function isTurn(tx: Tx, { actor, message, chat }: MessageContext): boolean {
  if (message.sender === 'anonymous') return false;
  const person = tx.people.find(message.sender.refs);
  const roles = person === undefined ? [] : tx.people.roles(person);
  return (
    (actor.person !== undefined && person === undefined) ||
    roles.length !== actor.roles.length ||
    tx.chats.get(message.chat)?.area !== chat?.area
  );
}

/** Whether a reply is a message, rather than what is shown to the presser of a button alone. */
const isSaid = ({ answer, alert, followUps = [] }: Reply, context: MessageContext): boolean =>
  Boolean(answer || (alert && !isPress(context)) || followUps.length > 0);

/**
 * What was done, without what would be said of it here; others are told, and the presser of a button sees how the answer begins. Lists of
 * requests wait for the next change: whoever changes a request over and over would have them changed in every group.
 */
function muted(
  { answer, toast, settles, refused, overtakes, followUps = [] }: Reply,
  context: MessageContext,
): Reply {
  const isShown = isPress(context) && answer && !answer.choices;
  const shown = toast ?? (isShown ? plain(answer.text).split('\n', 1)[0] : undefined);
  return {
    ...(shown && { toast: shown }),
    ...(settles && { settles }),
    ...(refused && { refused }),
    ...(overtakes && { overtakes }),
    followUps: followUps.filter(({ to, context: about }) => to !== context.message.chat && !about?.requests),
  };
}

/** In which order a reply goes out. Whoever was answered much of late waits behind what others report. */
function priorityOf(tx: Tx, context: MessageContext, { reply, use }: Answered, budget?: Budget): Priority {
  if (context.actor.roles.length === 0 && !(isSaid(reply, context) && hasRole(tx, context))) {
    const place = placeAsked(context, use);
    return place !== undefined && budget?.hasRoomFor(place) !== false ? 'applicant' : 'stranger';
  }
  // Lines that are gathered cost little, and a press is waited for.
  if (reply.brief) return 'report';
  if (budget?.isAhead() === false) return 'lookup';
  return reply.lookup && !(reply.edits && isPress(context)) ? 'lookup' : 'report';
}

/** Where somebody without a role asks for one or reports; undefined for whatever else they say, and for people of whom nothing is known. */
function placeAsked({ here, actor }: MessageContext, use: Use | undefined): string | undefined {
  if (use !== 'deed') return undefined;
  return here?.area.code ?? (actor.person === undefined ? undefined : 'elsewhere');
}

/** Whether the message itself gave its sender a role. */
function hasRole(tx: Tx, { message }: MessageContext): boolean {
  const person = message.sender === 'anonymous' ? undefined : tx.people.find(message.sender.refs);
  return person !== undefined && tx.people.roles(person).length > 0;
}
