import { Api, type ApiClientOptions, HttpError, InputFile, type Transformer } from 'grammy/web';
import { createHttpClient, type Dated, type Limits } from './http.ts';

/** Calls the Bot API. The call is aborted after `ms`, or when `stop` is. */
export type CallApi = <T>(
  ms: number,
  run: (api: Api['raw'], signal: GrammySignal) => Promise<T>,
  stop?: AbortSignal,
) => Promise<T>;

/** What grammY takes as a signal. It is handed through to `callWith`, and holds the limits of the call. */
type GrammySignal = NonNullable<Parameters<Api['raw']['getUpdates']>[1]>;

/** For what carries a file grammY writes the form; a file that was sent before goes by its id, as JSON. */
const carriesFile = (payload: object): boolean =>
  Object.values(payload)
    .flat()
    .some((value) => value instanceof InputFile || value?.media instanceof InputFile);

/** A Bot API client. `dated` is told the date of each answer. */
export function connect(token: string, apiRoot: string, dated?: Dated): CallApi {
  const root = apiRoot.replace(/\/+$/, '');
  const http = createHttpClient(root, dated);
  const api = new Api(token, { apiRoot: root, fetch: http.fetch as unknown as ApiClientOptions['fetch'] });

  const callWith: Transformer = async (callForm, method, payload, signal) => {
    const limits = signal as unknown as Limits;
    if (carriesFile(payload)) return await within(limits, (abort) => callForm(method, payload, abort));
    try {
      return (await http.post(`/bot${token}/${method}`, JSON.stringify(payload), limits)) as never;
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
  api.config.use(callWith);
  return (ms, run, stop) => run(api.raw, { ms, stop } as unknown as GrammySignal);
}

/** Does work with a signal that is aborted after `ms`, or when `stop` is. */
async function within<T>({ ms, stop }: Limits, work: (signal: GrammySignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  stop?.addEventListener('abort', abort);
  if (stop?.aborted) abort();
  try {
    return await work(controller.signal as unknown as GrammySignal);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', abort);
  }
}
