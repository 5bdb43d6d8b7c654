import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { PlatformUnusable } from '../adapter.ts';
import type { CallApi } from './api.ts';
import { describeError, isTransient, obstacleOf, retryAfterSecondsOf } from './errors.ts';

/** Time limits; tests make them short. */
export interface PollLimits {
  /** Bot API, getUpdates: how long the server holds an empty answer back. */
  readonly pollSeconds: number;
  /** Any other call, and a poll beyond its time, is given up after this: the connection is dead. */
  readonly callMs: number;
  /** A press is answered without text after this; Telegram forgets it after about 15 s. */
  readonly pressMs: number;
  readonly backoffMs: readonly [first: number, most: number];
  /** A process that has polled for so long before another one came was here first. */
  readonly settledMs: number;
}

/** What a call of the Bot API needs. */
export interface ApiClientContext {
  readonly ask: CallApi;
  readonly stop: AbortSignal;
  readonly limits: PollLimits;
  readonly log: Log;
}

/** After so many refusals of the token in a row it is wrong or revoked. Single refusals are transient. */
const TOKEN_REFUSALS = 4;

/**
 * Retries a call until it succeeds; undefined when the stop came first. Throws an error that is not transient, and
 * `PlatformUnusable` when the token was refused again and again.
 */
export async function retryUntilReached<T>(
  call: () => Promise<T>,
  context: ApiClientContext,
): Promise<T | undefined> {
  const { stop, log } = context;
  let refusals = 0;
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      return await call();
    } catch (error) {
      if (stop.aborted) break;
      refusals = obstacleOf(error) === 'token' ? refusals + 1 : 0;
      if (refusals === TOKEN_REFUSALS) throw new PlatformUnusable('token', describeError(error));
      if (refusals === 0 && !isTransient(error)) throw new Error(describeError(error));
      log.warn({ error: describeError(error) }, 'Telegram cannot be reached, will try again');
      await pause(failures, context, retryAfterSecondsOf(error));
    }
  }
  return undefined;
}

/** Exponential backoff, at least as long as the server asked for; false when the stop came first. */
export async function pause(
  failures: number,
  { limits, stop }: ApiClientContext,
  atLeastSeconds = 0,
): Promise<boolean> {
  const [first, most] = limits.backoffMs;
  const ms = Math.max(Math.min(first * 2 ** failures, most), atLeastSeconds * 1000);
  return await sleep(ms, true, { signal: stop }).catch(() => false);
}
