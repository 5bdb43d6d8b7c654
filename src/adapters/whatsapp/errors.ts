import type { Refusal } from '../../domain/refusal.ts';
import { SendError } from '../adapter.ts';

/** What keeps a message from going out for a while, or for good. */
interface Meaning {
  readonly outcome: 'not-sent' | 'refused';
  readonly refusal?: Refusal;
  readonly retryAfterSeconds?: number;
}

/** A group that refuses is not asked again every few seconds: who hurries is banned. */
const REFUSED_RETRY_SECONDS = 60;

/**
 * What the server's code for a message or a query of a group means; any other from 500 on passes, and the rest refuses the
 * message itself.
 */
const CODES: Readonly<Record<string, Meaning>> = {
  // forbidden: not, or not now: the same message passed an hour later (tulir/whatsmeow#679)
  '403': { outcome: 'refused', refusal: 'gone', retryAfterSeconds: REFUSED_RETRY_SECONDS },
  // item-not-found: no such group, or none that this account is in (tulir/whatsmeow, errors.go, ErrIQNotFound)
  '404': { outcome: 'refused', refusal: 'gone', retryAfterSeconds: REFUSED_RETRY_SECONDS },
  // rate-overlimit (tulir/whatsmeow, errors.go, ErrIQRateOverLimit)
  '429': { outcome: 'not-sent', retryAfterSeconds: 60 },
  // This account must not write to this person, and every try makes it worse (WhiskeySockets/Baileys#2441)
  '463': { outcome: 'refused', refusal: 'message' },
};

const meaningOf = (code: string): Meaning =>
  CODES[code] ??
  (code.startsWith('5') ? { outcome: 'not-sent' } : { outcome: 'refused', refusal: 'message' });

/** A refusal of a message by the server. */
export function refusal(code: string): SendError {
  const { outcome, ...detail } = meaningOf(code);
  return new SendError(outcome, `error ${code}`, detail);
}

/** A group does not describe itself: who is not in it any more is told so here, and nowhere else. */
export function notDescribed(error: unknown): SendError {
  const { output, data } = error as { output?: { statusCode?: number }; data?: unknown };
  const code = typeof data === 'number' ? data : output?.statusCode;
  if (code === 403 || code === 404) return refusal(`${code}`);
  return notSent(error);
}

/** Nothing has left. What a server of keys or files says about these says nothing about the chat. */
export function notSent(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { message } = error as Error;
  return error instanceof TypeError || error instanceof RangeError
    ? new SendError('refused', message)
    : new SendError('not-sent', message);
}
