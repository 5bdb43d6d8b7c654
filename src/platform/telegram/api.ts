import { Api, type ApiClientOptions, GrammyError, HttpError } from 'grammy/web';
import { SendError } from '../platform.ts';
import { createFetch, NotConnected } from './http.ts';
import { chatRef } from './refs.ts';

/** A call of the Bot API that is given up after `ms`, or when `stop` is aborted. */
export type Ask = <T>(
  ms: number,
  run: (api: Api['raw'], signal: GrammySignal) => Promise<T>,
  stop?: AbortSignal,
) => Promise<T>;

/** grammY declares the signal of a package that is older than Node's own; they are used alike. */
type GrammySignal = NonNullable<Parameters<Api['raw']['getUpdates']>[1]>;

/** A Bot API client. */
export function connect(token: string, apiRoot: string): Ask {
  const root = apiRoot.replace(/\/+$/, '');
  const fetch = createFetch(root) as unknown as NonNullable<ApiClientOptions['fetch']>;
  const api = new Api(token, { apiRoot: root, fetch });
  return async (ms, run, stop) => {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timer = setTimeout(abort, ms);
    stop?.addEventListener('abort', abort);
    if (stop?.aborted) abort();
    try {
      return await run(api.raw, controller.signal as unknown as GrammySignal);
    } finally {
      clearTimeout(timer);
      stop?.removeEventListener('abort', abort);
    }
  };
}

/** What went wrong, for people and logs: never the address asked, which has the token in it, nor what was sent. */
export function describe(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (!(error instanceof HttpError)) return error instanceof Error ? error.message : 'unknown error';
  const inner = error.error;
  if (inner instanceof NotConnected) return `${error.message} Not connected: ${inner.message}`;
  const code = inner instanceof Error ? ((inner as NodeJS.ErrnoException).code ?? inner.name) : '';
  return `${error.message} ${code}`.trim();
}

/** Nothing but a change of the token or of what else runs helps against these; undefined for all other errors. */
export function fatal(error: unknown): Error | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code } = error;
  if (code === 401 || code === 404)
    return new Error(`Telegram does not know the bot token (error ${code}): it is wrong, or was revoked`);
  return code === 409 && !webhookActive(error)
    ? new Error('another process polls Telegram with this token (error 409): stop it, then start again')
    : undefined;
}

/** A webhook is set: no other poller is in the way, and it can be removed. */
export const webhookActive = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 409 && error.description.includes('webhook');

/** How long the server asked to be left alone. */
export const retryAfter = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.retry_after : undefined;

/** True when the same call may succeed later. */
export const passes = (error: unknown): boolean =>
  !(error instanceof GrammyError) || error.error_code === 429 || !isRefusal(error.error_code);

/** An error of the server itself, or of something before it, says nothing about what became of the call. */
const isRefusal = (code: number): boolean => code >= 400 && code < 500;

const GONE =
  /chat not found|chat was deleted|bot was kicked|not a member|user is deactivated|PEER_ID_INVALID|blocked by the user/i;

/** An error of a call that says a message, as the outbox needs it. `harmless`: doing it twice does no harm. */
export function sendError(error: unknown, harmless: boolean): SendError {
  const text = describe(error);
  if (error instanceof HttpError)
    return new SendError(harmless || error.error instanceof NotConnected ? 'not-sent' : 'unknown', text);
  if (!(error instanceof GrammyError)) return new SendError('refused', text);

  const { error_code: code, description, parameters } = error;
  const { retry_after: retryAfterSeconds, migrate_to_chat_id: movedTo } = parameters;
  if (movedTo !== undefined) return new SendError('not-sent', text, { movedTo: chatRef(movedTo) });
  if (code === 429)
    return new SendError('not-sent', text, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  if (code === 401 || code === 404) return new SendError('not-sent', text);
  if (!isRefusal(code)) return new SendError(harmless ? 'not-sent' : 'unknown', text);
  return new SendError('refused', text, code === 403 || GONE.test(description) ? { gone: true } : {});
}
