import type { UserFromGetMe } from 'grammy/types';
import { HttpError } from 'grammy/web';
import type { CallApi } from './api.ts';

/** Asks who the bot is. Rejects, as where nobody answers, for an answer that does not say so: a proxy gives any. */
export async function getMe(ask: CallApi, ms: number, stop?: AbortSignal): Promise<UserFromGetMe> {
  const me = await ask(ms, (api, signal) => api.getMe(signal), stop);
  if (Number.isSafeInteger(me?.id) && typeof me.username === 'string') return me;
  throw new HttpError("The answer to 'getMe' names no bot!", new TypeError());
}
