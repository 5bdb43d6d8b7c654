import type { Refusal } from '../../domain/refusal.ts';
import { SendError } from '../adapter.ts';

/** What a server's code means for a message. */
interface Meaning {
  readonly outcome: 'not-sent' | 'refused';
  readonly refusal?: Refusal;
  readonly retryAfterSeconds?: number;
}

/** A group that refuses is not tried again every few seconds: WhatsApp bans accounts that hurry. */
const REFUSED_RETRY_SECONDS = 60;

/**
 * By the server's code for a message or a query of a group. Any other code from 500 on is transient, and the rest refuses the
 * message itself.
 */
const CODES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  // forbidden, perhaps only now: the same message was accepted an hour later (tulir/whatsmeow#679)
  ['403', { outcome: 'refused', refusal: 'gone', retryAfterSeconds: REFUSED_RETRY_SECONDS }],
  // item-not-found: no such group, or none that this account is in (tulir/whatsmeow, errors.go, ErrIQNotFound)
  ['404', { outcome: 'refused', refusal: 'gone', retryAfterSeconds: REFUSED_RETRY_SECONDS }],
  // rate-overlimit (tulir/whatsmeow, errors.go, ErrIQRateOverLimit)
  ['429', { outcome: 'not-sent', retryAfterSeconds: 60 }],
  // This account must not write to this person, and every retry makes it worse (WhiskeySockets/Baileys#2441)
  ['463', { outcome: 'refused', refusal: 'message' }],
]);

const meaningOf = (code: string): Meaning =>
  CODES.get(code) ??
  (code.startsWith('5') ? { outcome: 'not-sent' } : { outcome: 'refused', refusal: 'message' });

/** The error for a message that the server refuses. */
export function refusal(code: string): SendError {
  const { outcome, ...detail } = meaningOf(code);
  return new SendError(outcome, `error ${code}`, detail);
}

/** The error for a failed query of a group. Only here does the server say that the bot is no longer in it. */
export function notDescribed(error: unknown): SendError {
  const { output, data } = error as { output?: { statusCode?: number }; data?: unknown };
  const code = typeof data === 'number' ? data : output?.statusCode;
  if (code === 403 || code === 404) return refusal(`${code}`);
  return notSent(error);
}

/** The error for a failure before the message left. A refusal by a server of keys or files is not about the chat. */
export function notSent(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { message } = error as Error;
  return error instanceof TypeError || error instanceof RangeError
    ? new SendError('refused', message)
    : new SendError('not-sent', message);
}

/** Whether a chat refuses because the number is not in it, as far as its server says. */
export const isGone = (error: unknown): boolean =>
  error instanceof SendError && error.detail.refusal === 'gone';
