import { SendError } from '../platform.ts';

/** Nothing has left. Who is not in a group any more is told so when asking for its members. */
export function notSent(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const { output, data, message } = error as Error & { output?: { statusCode?: number }; data?: unknown };
  const code = typeof data === 'number' ? data : output?.statusCode;
  if (code === 403 || code === 404) return new SendError('refused', 'not in this group', { gone: true });
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
