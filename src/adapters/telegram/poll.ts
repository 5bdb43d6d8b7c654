import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../log.ts';
import { type Acknowledgement, PlatformUnusable, type Receive } from '../adapter.ts';
import type { CallApi } from './api.ts';
import { botsNamedIn, decode } from './decode.ts';
import { describeError, isTransient, obstacleOf, retryAfterSecondsOf } from './errors.ts';
import type { IdentityCache, Self } from './identity.ts';
import { createPollConflicts, type PollConflicts } from './poll-conflicts.ts';

/** How long things may take; what tests make short. */
export interface PollLimits {
  /** Bot API, getUpdates: how long the server holds an empty answer back. */
  readonly pollSeconds: number;
  /** Any other call, and a poll beyond its time: the connection is dead. */
  readonly callMs: number;
  /** A press is answered blank after this; Telegram forgets it after about 15 s. */
  readonly pressMs: number;
  readonly backoffMs: readonly [first: number, most: number];
  /** A process that has polled for so long before another one came was here first. */
  readonly settledMs: number;
}

/** A server that may be away for a while. */
export interface ApiClientContext {
  readonly ask: CallApi;
  readonly stop: AbortSignal;
  readonly limits: PollLimits;
  readonly log: Log;
}

export interface PollContext extends ApiClientContext {
  readonly identity: IdentityCache;
  readonly receive: Receive;
  readonly clock: Clock;
  /** Called for an update that cannot be read. */
  readonly unreadable: () => void;
  /** Called whenever the server has given updates, or said that there are none. */
  readonly polled: () => void;
}

/** Bot API, getUpdates: 1-100 updates. */
const BATCH = 100;
const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
/** Bot API, answerCallbackQuery: 0-200 characters. */
const TOAST = 200;
/** Refusals in a row after which the token is wrong or revoked: single ones pass. */
const TOKEN_REFUSALS = 4;

/**
 * Takes updates until it is stopped; throws when it never can again. An update is confirmed to the server only after
 * everything in its batch was received, so that a killed process gets it again.
 */
export async function poll(context: PollContext): Promise<void> {
  const { stop, limits, log } = context;
  const answers = new Set<Promise<void>>();
  let offset: number | undefined;
  // The first poll does not wait: it shows at once whether updates come in at all.
  let seconds = 0;
  const rivalry = createPollConflicts(limits.settledMs, log);
  for (let failures = 0; !stop.aborted; ) {
    try {
      const updates = await updatesFrom(offset, seconds, context, stop);
      failures = 0;
      rivalry.polled();
      seconds = limits.pollSeconds;
      context.polled();
      if (updates.length > 0 && (await takeAll(updates, answers, context)))
        offset = Math.max(...updates.map((update) => update.update_id)) + 1;
    } catch (error) {
      if (stop.aborted) break;
      await overcome(error, rivalry, context);
      await pause(failures++, context, retryAfterSecondsOf(error));
    }
  }
  // Asking for what comes next confirms what came before; the answer itself is left to the next start.
  if (offset !== undefined)
    await updatesFrom(offset, 0, context).catch((error) =>
      log.info({ error: describeError(error) }, 'the last updates stay unconfirmed and will come again'),
    );
  await Promise.all(answers);
}

/** Does what helps against an error of a poll, before the next one; throws where only the bot's owner can help. */
async function overcome(error: unknown, rivalry: PollConflicts, context: PollContext): Promise<void> {
  const { ask, limits, log, stop } = context;
  const obstacle = obstacleOf(error);
  if (obstacle === 'other-poller') return rivalry.conflict();
  log.warn({ error: describeError(error) }, 'no updates from Telegram');
  if (obstacle === 'webhook') await removeWebhook(context);
  if (obstacle === 'token')
    await retryUntilReached(() => ask(limits.callMs, (api, signal) => api.getMe(signal), stop), context);
}

function updatesFrom(offset: number | undefined, timeout: number, context: PollContext, stop?: AbortSignal) {
  const from = offset === undefined ? {} : { offset };
  return context.ask(
    timeout * 1000 + context.limits.callMs,
    (api, signal) =>
      api.getUpdates({ ...from, limit: BATCH, timeout, allowed_updates: ALLOWED_UPDATES }, signal),
    stop,
  );
}

/**
 * Offers the updates of a batch in their order without waiting between them, so that many may share one transaction;
 * those that were not taken again, until all are. False when the stop came first.
 */
async function takeAll(updates: readonly Update[], answers: Set<Promise<void>>, context: PollContext) {
  const moved = updates.some((update) => update?.my_chat_member);
  const self = await context.identity.for(moved, updates.flatMap(botsNamedIn));
  let offers = updates.flatMap((update) => offerOf(update, self, answers, context));
  for (let tries = 0; offers.length > 0; tries++) {
    if (tries > 0 && !(await pause(tries - 1, context))) return false;
    const results = await Promise.allSettled(offers.map((offer) => offer()));
    offers = offers.filter((_, i) => results[i]!.status === 'rejected');
    for (const result of results)
      if (result.status === 'rejected')
        context.log.error({ err: result.reason, tries }, 'an update was not taken, and is offered again');
  }
  return true;
}

/** What an update means; one that cannot be read stops none of the others. */
function read(update: Update, self: Self, { clock, log, unreadable }: PollContext) {
  try {
    return decode(update, self, clock());
  } catch (error) {
    log.error({ err: error, update: update?.update_id }, 'an update could not be read');
    unreadable();
    return undefined;
  }
}

/** How to offer an update: none for one that means nothing. A press is answered with what became of it. */
function offerOf(
  update: Update,
  self: Self,
  answers: Set<Promise<void>>,
  context: PollContext,
): (() => Promise<void>)[] {
  const { receive, limits, log } = context;
  const event = read(update, self, context);
  if (!event) {
    log.debug({ update: update.update_id, kinds: Object.keys(update) }, 'an update that means nothing');
    return [];
  }
  const press = update.callback_query?.id;
  if (press === undefined)
    return [
      async () => {
        await receive(event);
      },
    ];
  let answered = false;
  const answerOnce = (acknowledgement: Acknowledgement) => {
    clearTimeout(tooLong);
    if (answered) return;
    answered = true;
    const answer = answerPress(press, acknowledgement, context).finally(() => answers.delete(answer));
    answers.add(answer);
  };
  const tooLong = setTimeout(() => answerOnce({}), limits.pressMs).unref();
  return [async () => answerOnce(await receive(event))];
}

/** Best effort: an answer that fails or comes too late is of no use a moment later. */
async function answerPress(id: string, { toast, alert }: Acknowledgement, { ask, limits, log }: PollContext) {
  const text = alert ?? toast;
  const shown = text === undefined ? {} : { text: shorten(text), show_alert: alert !== undefined };
  try {
    await ask(limits.callMs, (api, signal) =>
      api.answerCallbackQuery({ callback_query_id: id, ...shown }, signal),
    );
  } catch (error) {
    log.info({ error: describeError(error) }, 'a press got no answer');
  }
}

const shorten = (text: string): string =>
  text.length <= TOAST ? text : `${text.slice(0, TOAST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** Updates come to one place only: a webhook that someone set keeps them from a poller. */
async function removeWebhook({ ask, limits, log }: ApiClientContext): Promise<void> {
  try {
    await ask(limits.callMs, (api, signal) => api.deleteWebhook({ drop_pending_updates: false }, signal));
  } catch (error) {
    log.warn({ error: describeError(error) }, 'could not ask Telegram to remove a webhook');
  }
}

/**
 * Runs a call until it succeeds; undefined when the stop came first. Throws what will not pass by itself, and
 * `PlatformUnusable` when the token was refused again and again.
 */
export async function retryUntilReached<T>(
  run: () => Promise<T>,
  api: ApiClientContext,
): Promise<T | undefined> {
  let refusals = 0;
  for (let failures = 0; !api.stop.aborted; failures++) {
    try {
      return await run();
    } catch (error) {
      if (api.stop.aborted) break;
      refusals = obstacleOf(error) === 'token' ? refusals + 1 : 0;
      if (refusals === TOKEN_REFUSALS) throw new PlatformUnusable('token', describeError(error));
      if (refusals === 0 && !isTransient(error)) throw new Error(describeError(error));
      api.log.warn({ error: describeError(error) }, 'Telegram cannot be reached; trying again');
      await pause(failures, api, retryAfterSecondsOf(error));
    }
  }
  return undefined;
}

/** Waits, longer each time, at least as long as the server asked for; false when the stop came first. */
async function pause(
  failures: number,
  { limits, stop }: ApiClientContext,
  atLeastSeconds = 0,
): Promise<boolean> {
  const [first, most] = limits.backoffMs;
  const ms = Math.max(Math.min(first * 2 ** failures, most), atLeastSeconds * 1000);
  return await sleep(ms, true, { signal: stop }).catch(() => false);
}
