import { addMs, type Clock } from '../../domain/clock.ts';
import type { Log } from '../../log.ts';
import { type Cap, SendError } from '../adapter.ts';
import type { SentMessages } from './sent-messages.ts';

/** Messages in 24 hours. Those to people without a role have a cap of their own, so that they use up nobody else's. */
export type CapLimits = Readonly<Record<Cap['of'], number>>;

const DAY_MS = 86_400_000;
/** The log warns from this part of the cap on. */
const NEAR_CAP = 0.8;
const CAP_RETRY_SECONDS = 900;

/** Counts what was sent in the last 24 hours against the caps. */
export function createDailyCaps(sent: SentMessages, limits: CapLimits, clock: Clock, log: Log) {
  /** The day and text of the last warning, so that each is given once a day. */
  const warned: Partial<Record<Cap['of'], string>> = {};

  function capOf(of: Cap['of']): Cap {
    const cap = limits[of];
    const used = sent.since(addMs(clock(), -DAY_MS), of === 'strangers');
    return { of, cap, left: Math.max(0, cap - used) };
  }

  return {
    all: (): readonly Cap[] => [capOf('groups'), capOf('strangers')],
    /** To be called before each message. Throws `SendError` when the cap is reached. */
    check(of: Cap['of']): void {
      const { cap, left } = capOf(of);
      if (left <= cap * (1 - NEAR_CAP)) {
        const warning =
          left > 0
            ? 'close to the daily cap of WhatsApp messages'
            : 'the daily cap of WhatsApp messages is reached';
        const today = `${clock().slice(0, 10)} ${warning}`;
        if (warned[of] !== today) log.warn({ of, cap, left }, warning);
        warned[of] = today;
      }
      if (left === 0)
        throw new SendError('not-sent', 'the daily cap of messages is reached', {
          retryAfterSeconds: CAP_RETRY_SECONDS,
          capped: true,
        });
    },
  };
}
