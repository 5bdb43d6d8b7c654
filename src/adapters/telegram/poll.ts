import { performance } from 'node:perf_hooks';
import type { Update } from 'grammy/types';
import { HttpError } from 'grammy/web';
import { describeError, obstacleOf, retryAfterSecondsOf } from './errors.ts';
import { AnswerTooLong } from './http.ts';
import { type OfferContext, offerAll } from './offer.ts';
import { createPollConflicts, type PollConflicts } from './poll-conflicts.ts';
import { type ApiClientContext, pause, retryUntilReached } from './retry.ts';

export interface PollContext extends OfferContext {
  /** Called whenever the server has given updates, or said that there are none. */
  readonly polled: () => void;
}

/** Bot API, getUpdates: 1-100 updates. */
const BATCH = 100;
const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/**
 * Receives updates until the stop; throws when that is no longer possible. Updates are confirmed to the server only after the whole
 * batch was accepted, so that a killed process receives them again.
 */
export async function poll(context: PollContext): Promise<void> {
  const { stop, limits, log } = context;
  const answers = new Set<Promise<void>>();
  let offset: number | undefined;
  // The first poll does not wait: it shows at once whether updates come in at all.
  let seconds = 0;
  let batch = BATCH;
  const conflicts = createPollConflicts(limits.settledMs, log);
  for (let failures = 0; !stop.aborted; ) {
    try {
      const askedAt = performance.now();
      const updates = await updatesFrom(offset, { batch, seconds }, context, stop);
      failures = 0;
      batch = BATCH;
      conflicts.polled();
      context.polled();
      // What holds no empty answer back, a proxy perhaps, would be asked a thousand times a second.
      if (updates.length === 0 && seconds > 0 && performance.now() - askedAt < limits.backoffMs[0])
        throw new Error('an empty answer came at once');
      seconds = limits.pollSeconds;
      if (updates.length > 0 && (await offerAll(updates, answers, context)))
        offset = offsetAfter(updates, offset);
    } catch (error) {
      if (stop.aborted) break;
      if (isTooLong(error)) batch = Math.ceil(batch / 10);
      await recover(error, conflicts, context);
      await pause(failures++, context, retryAfterSecondsOf(error));
    }
  }
  if (offset !== undefined) await confirmUpTo(offset, context);
  await Promise.all(answers);
}

/** Throws where these updates cannot be confirmed, or were already: they would come again at once, without end. */
function offsetAfter(updates: readonly Update[], before: number | undefined): number {
  const offset = Math.max(...updates.map((update) => update.update_id)) + 1;
  if (!Number.isSafeInteger(offset)) throw new TypeError('an update without its number');
  if (offset === before) throw new Error('updates that were confirmed came again');
  return offset;
}

/** How many updates are asked for at most, and how long the server may hold an empty answer back. */
interface Wish {
  readonly batch: number;
  readonly seconds: number;
}

function updatesFrom(
  offset: number | undefined,
  { batch: limit, seconds: timeout }: Wish,
  { ask, limits }: ApiClientContext,
  stop?: AbortSignal,
): Promise<Update[]> {
  const from = offset === undefined ? {} : { offset };
  return ask(
    timeout * 1000 + limits.callMs,
    (api, signal) => api.getUpdates({ ...from, limit, timeout, allowed_updates: ALLOWED_UPDATES }, signal),
    stop,
  );
}

/** Confirms what came before `offset` by asking for what follows; that answer is left to the next start. */
async function confirmUpTo(offset: number, context: PollContext): Promise<void> {
  await updatesFrom(offset, { batch: BATCH, seconds: 0 }, context).catch((error) =>
    context.log.info({ error: describeError(error) }, 'last updates not confirmed, will be delivered again'),
  );
}

const isTooLong = (error: unknown): boolean =>
  error instanceof HttpError && error.error instanceof AnswerTooLong;

/** Does what helps against the error of a poll, before the next one; throws where only the bot's owner can help. */
async function recover(error: unknown, conflicts: PollConflicts, context: PollContext): Promise<void> {
  const { ask, limits, log, stop } = context;
  const obstacle = obstacleOf(error);
  if (obstacle === 'other-poller') return conflicts.conflict();
  log.warn({ error: describeError(error) }, 'no updates from Telegram');
  if (obstacle === 'webhook') await removeWebhook(context);
  if (obstacle === 'token')
    await retryUntilReached(() => ask(limits.callMs, (api, signal) => api.getMe(signal), stop), context);
}

/** Telegram delivers updates to one place only: while a webhook is set, a poller gets none. */
async function removeWebhook({ ask, limits, log }: ApiClientContext): Promise<void> {
  try {
    await ask(limits.callMs, (api, signal) => api.deleteWebhook({ drop_pending_updates: false }, signal));
  } catch (error) {
    log.warn({ error: describeError(error) }, 'webhook not removed');
  }
}
