import { Api, type ApiClientOptions } from 'grammy/web';
import { createFetch } from './http.ts';

/** Calls the Bot API. The call is aborted after `ms`, or when `stop` is. */
export type CallApi = <T>(
  ms: number,
  run: (api: Api['raw'], signal: GrammySignal) => Promise<T>,
  stop?: AbortSignal,
) => Promise<T>;

/** grammY declares the signal of a package that is older than Node's own. Both are used in the same way. */
type GrammySignal = NonNullable<Parameters<Api['raw']['getUpdates']>[1]>;

/** A Bot API client. */
export function connect(token: string, apiRoot: string): CallApi {
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
