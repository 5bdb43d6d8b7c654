import type { Acknowledgement, IncomingMessage } from '../adapters/adapter.ts';
import { msBetween } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import type { Log } from '../log.ts';
import type { Enqueue } from '../outbox/enqueue.ts';
import type { Noted } from '../store/inbox.ts';
import type { Tx } from '../store/tx.ts';
import { plain } from '../text/markup.ts';
import { buildContext } from './build-context.ts';
import type { Command, Reply } from './command.ts';
import { isPress, type MessageContext, type Settings } from './context.ts';
import { digest } from './digest.ts';
import { type ChatLimits, createLimiter } from './limit.ts';
import { answered } from './prompts/part-of.ts';
import { recallQuestion } from './prompts/pending-question.ts';
import type { ReportWriter } from './report-writer.ts';
import { respond } from './respond.ts';
import { createRouter, type FreeText } from './route.ts';
import { type Observe, type Step, tracedContext } from './trace.ts';

/** An older message no longer counts; a platform may deliver what it kept for days. */
const MESSAGE_MAX_AGE_MS = 14 * 86_400_000;

export interface MessageOptions extends ChatLimits {
  readonly commands: readonly Command[];
  readonly settings: Settings;
  readonly enqueue: Enqueue;
  /** The only writer of the ledger. */
  readonly reportsOf: (tx: Tx) => ReportWriter;
  readonly freeText: FreeText;
  /** Changes every reply before it is queued: `spendCodes`, by which an invitation code that a group has read is used up. */
  readonly amendReply: (tx: Tx, message: IncomingMessage, reply: Reply, now: Instant) => Reply;
  /** Is told how each message was handled. */
  readonly observe?: Observe | undefined;
  readonly log: Log;
}

/** Reads a message and answers it: everything that it changes is written by the open transaction. */
export function createMessageHandler(
  options: MessageOptions,
): (tx: Tx, message: IncomingMessage, now: Instant) => Acknowledgement {
  const { enqueue, log } = options;
  const router = createRouter(options.commands, options.freeText);
  const limit = createLimiter(router, options, log);

  function handle(tx: Tx, message: IncomingMessage, now: Instant): Acknowledgement {
    if (msBetween(message.sentAt, now) > MESSAGE_MAX_AGE_MS) {
      log.info({ ref: message.ref }, 'message older than 14 days ignored');
      return {};
    }
    const current = digest(message.text);
    const before = message.edits && tx.inbox.digest(message.edits);
    const isOld = isOvertaken(tx, message, now);
    // A picture was replaced, or a link got its preview: the words did not change.
    const isUnchanged = before === current;
    if (message.edits && isUnchanged && !isOld)
      tx.inbox.record(message.edits, now, current, { editedAt: message.sentAt });
    if (isUnchanged || message.onlyShown || isOld) return readShown(tx, message, current, now);
    const recalled = recallQuestion(tx, message, router);
    const asked = { ...message, sentAt: saidAt(message, before), ...recalled.answers };
    const steps: Step[] = [];
    const built = buildContext(tx, options.reportsOf, options.settings, router, asked, now, recalled.prompt);
    const context = options.observe ? tracedContext(built, steps) : built;
    const {
      reply: replied,
      priority,
      charge,
    } = limit(tx, context, () => {
      if (recalled.unquoted) return router.askToQuote(recalled.unquoted, context);
      return recalled.late ? router.askAgain(recalled.late, context) : router.route(tx, context);
    });
    const reply = options.amendReply(tx, message, replied, now);
    // Silence is not noted: the same words, offered again, are met with silence again.
    const isAnswered = Object.keys(reply).length > 0;
    if (isAnswered || before !== undefined) noteSeen(tx, message, current, now, answered(context));
    charge(respond(tx, enqueue, context, reply, priority));
    const { message: asRead, actor, here } = context;
    options.observe?.({ message: asRead, actor, here, steps, answered: isHeard(reply) });
    return acknowledgement(context, reply, isAnswered ? correctable(tx, message) : {});
  }

  /** A message without words for the bot; what the chat shows of it may still have to be answered. */
  function readShown(tx: Tx, message: IncomingMessage, wordsDigest: string, now: Instant): Acknowledgement {
    const reply = message.shown === undefined ? {} : options.amendReply(tx, message, {}, now);
    if (Object.keys(reply).length === 0) return {};
    if (message.edits) tx.inbox.take(message.ref, now);
    else noteSeen(tx, message, wordsDigest, now);
    respond(
      tx,
      enqueue,
      buildContext(tx, options.reportsOf, options.settings, router, message, now),
      reply,
      'stranger',
    );
    return {};
  }

  return handle;
}

/** When the words were said. Of a message that was not noted nobody knows whether its edit changes any: it counts as old as it may be. */
const saidAt = ({ edits, sentAt, firstSentAt }: IncomingMessage, before: string | undefined): Instant =>
  edits && before === undefined && firstSentAt && firstSentAt < sentAt ? firstSentAt : sentAt;

/** An edit stands for the message that it changed: should that one arrive later, it is not read. */
function noteSeen(
  tx: Tx,
  { edits, ref, sentAt }: IncomingMessage,
  wordsDigest: string,
  now: Instant,
  answers: Pick<Noted, 'partOf' | 'answerTo'> = {},
): void {
  tx.inbox.record(edits ?? ref, now, wordsDigest, { editedAt: edits && sentAt, ...answers });
  if (edits) tx.inbox.take(ref, now, edits);
}

/** Whether an edit came after a later one, whose words stand. What is dated ahead was said while the machine's clock was wrong. */
function isOvertaken(tx: Tx, { edits, sentAt }: IncomingMessage, now: Instant): boolean {
  const latest = edits && tx.inbox.editedAt(edits);
  return latest !== undefined && latest > sentAt && latest <= now;
}

/** A message may be corrected later by people who are known here; not by one who has just asked to be forgotten. */
export function correctable(tx: Tx, { sender, edits, pressedOn }: IncomingMessage): Acknowledgement {
  const isKnown = sender !== 'anonymous' && tx.people.find(sender.refs) !== undefined;
  return isKnown && !edits && !pressedOn ? { correctable: true } : {};
}

/** Whether a reply is seen by anybody. */
const isHeard = ({ answer, alert, toast, followUps = [] }: Reply): boolean =>
  Boolean(answer || alert || toast || followUps.length > 0);

/** A press is answered at once, whatever its answer waits for: with a toast, or with how the answer begins. */
function acknowledgement(
  context: MessageContext,
  { toast, alert, answer }: Reply,
  correctable: Acknowledgement,
): Acknowledgement {
  if (!isPress(context)) return correctable;
  const shown = toast ?? (answer && plain(answer.text).split('\n', 1)[0]);
  return { ...correctable, ...(shown && { toast: shown }), ...(alert && { alert }) };
}
