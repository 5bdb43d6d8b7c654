import type { IncomingMessage } from '../adapters/adapter.ts';
import { msBetween } from '../domain/clock.ts';
import { isNumbers } from '../domain/units.ts';
import type { Posted } from '../store/outbox.ts';
import type { Tx } from '../store/tx.ts';
import type { Choice } from '../text/content.ts';
import { choiceNamed } from './choosing.ts';
import { partNamed } from './parts.ts';

/** For so long a bare answer counts. */
const OPEN_MS = 15 * 60_000;
/** For so long a number in a group may still be meant for the question; later it is talk. */
const NUMBER_LATE_MS = 60 * 60_000;

interface Recalled {
  /** Set when the message answers the question: it is then a reply to it. */
  readonly answers?: Pick<IncomingMessage, 'addressed' | 'quotes'>;
  /** The question that it would answer, had it come in time. */
  readonly late?: Posted;
  /** The question whose answer has to quote it. */
  readonly unquoted?: Posted;
}

/**
 * A bare number or choice that quotes nothing answers the question put to this person, as their next message and
 * within a quarter of an hour; people say numbers all day in a group. Any message in their own words closes the question.
 * In a group a choice that `confirms` something irreversible counts only as a press, or as a reply that quotes the question.
 */
export function recallQuestion(
  tx: Tx,
  message: IncomingMessage,
  confirms: (choice: Choice) => boolean,
): Recalled {
  const { sender, text, chat } = message;
  if (message.pressedOn || message.edits || message.forwarded || sender === 'anonymous') return {};
  const open = tx.pendingQuestions.take(sender.refs[0], chat);
  const ref = open && tx.outbox.get(open.outbox)?.sentRef;
  const asked = ref && tx.outbox.bySent(ref);
  if (!asked || message.quotes) return {};
  const named = choiceNamed(asked, text);
  const chosen = (named !== undefined && named !== 'stale') || partNamed(asked, text) !== undefined;
  if (!chosen && !isNumbers(text)) return {};
  if (named && named !== 'stale' && message.chatKind === 'group' && confirms(named))
    return { unquoted: asked };
  // A platform may deliver late what was said in time.
  const age = msBetween(open.at, message.sentAt);
  if (age <= OPEN_MS) return { answers: { addressed: true, quotes: { ref } } };
  return chosen || message.chatKind === 'private' || age <= NUMBER_LATE_MS ? { late: asked } : {};
}
