import { SendError } from '../platform.ts';

/** A group does not describe itself: who is not in it any more is told so here, and nowhere else. */
export function notDescribed(error: unknown): SendError {
  const { output, data } = error as { output?: { statusCode?: number }; data?: unknown };
  const code = typeof data === 'number' ? data : output?.statusCode;
  if (code === 403 || code === 404) return new SendError('refused', 'not in this group', { gone: true });
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

/** A refusal by the server. 463: this account must not write to this person, and every try makes it worse. */
export function refusal(code: string): SendError {
  if (code === '403' || code === '404') return new SendError('refused', `error ${code}`, { gone: true });
  if (code === '429') return new SendError('not-sent', `error ${code}`, { retryAfterSeconds: 60 });
  return new SendError(code.startsWith('5') ? 'not-sent' : 'refused', `error ${code}`);
}
