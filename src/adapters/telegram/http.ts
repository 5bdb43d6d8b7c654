import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { urlToHttpOptions } from 'node:url';
import { http } from '../../http.ts';

/** How long a connection may take to be established. */
const CONNECT_MS = 10_000;
/** An idle connection is closed before servers and routers forget it. */
const IDLE_MS = 4_000;

/** The connection was not established, so that nothing was sent. The message is the system's, without the address. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

/**
 * The longest answer that is read. A hundred updates with the longest rich messages that quote others like them are longer: those
 * are asked for in smaller batches.
 */
const MOST_BYTES = 20_000_000;

/** An answer that is not read to its end. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';
}

/** When a request is given up: after so many milliseconds, or when `stop` is aborted. */
export interface Limits {
  readonly ms: number;
  readonly stop?: AbortSignal | undefined;
}

interface FetchOptions {
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  /** JSON, or the parts of a form. */
  readonly body: Body;
  readonly signal: AbortSignal;
}
type Body = string | AsyncIterable<Uint8Array> | ReadableStream;

export interface HttpClient {
  /** Posts JSON, and gives the answer's. */
  post(path: string, json: string, limits: Limits): Promise<unknown>;
  /** The part of `fetch` that grammY needs. */
  fetch(url: string, options: FetchOptions): Promise<{ json(): Promise<unknown> }>;
}

/** Is told the `Date` of an answer when it comes. */
export type Dated = (date: string | undefined) => void;

const JSON_HEADERS = { 'content-type': 'application/json' };

/**
 * A client of one server over kept-alive connections of Node's `http`. It takes half the time and memory of Node's `fetch`, and
 * distinguishes a request that never left (`NotConnected`) from one that may have arrived.
 */
export function createHttpClient(root: string, dated: Dated = () => {}): HttpClient {
  const { Agent, request } = root.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  const { path: prefix, ...server } = urlToHttpOptions(new URL(root));
  const below = `${prefix}`.replace(/\/$/, '');

  return {
    // A timer takes a tenth of the time of an AbortSignal, of which each request would need several.
    post(path, json, { ms, stop }) {
      const call = request({
        ...server,
        path: below + path,
        agent,
        method: 'POST',
        headers: JSON_HEADERS,
      });
      const abort = () => call.destroy(Object.assign(new Error('request aborted'), { code: 'ABORT_ERR' }));
      const timer = setTimeout(abort, ms);
      stop?.addEventListener('abort', abort);
      call.once('response', ({ headers }) => dated(headers.date));
      call.once('close', () => {
        clearTimeout(timer);
        stop?.removeEventListener('abort', abort);
      });
      if (stop?.aborted) abort();
      return answerTo(call, json);
    },
    async fetch(url, { body, ...options }) {
      const answer = await answerTo(request(url, { agent, ...options }), body);
      return { json: () => Promise.resolve(answer) };
    },
  };
}

/** Sends a request, and gives the JSON of its answer. */
const answerTo = (call: ClientRequest, body: Body): Promise<unknown> =>
  new Promise((resolve, reject) => {
    let connected = false;
    call.once('socket', (socket) => {
      connected = !socket.connecting;
      if (connected) return;
      const tooLong = setTimeout(() => call.destroy(new Error('connection timed out')), CONNECT_MS);
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
        connected = true;
        clearTimeout(tooLong);
      });
      call.once('close', () => clearTimeout(tooLong));
    });
    call.once('error', (error) =>
      reject(connected ? error : new NotConnected(reason(error), { cause: error })),
    );
    // Of an answer that switches protocols, Node tells by closing alone. An error takes time to make: none is, where none is needed.
    const unanswered = () => reject(new Error('connection closed without an answer'));
    call.once('close', unanswered);
    call.once('response', (response) => {
      call.off('close', unanswered);
      resolve(parsed(response));
    });
    if (typeof body === 'string') call.end(body);
    else
      Readable.from(body)
        .on('error', (error) => call.destroy(error))
        .pipe(call);
  });

/** The answer's JSON; rejects where it breaks off. Listening takes less time than an iterator. */
const parsed = (response: IncomingMessage): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response
      .on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) response.destroy(new AnswerTooLong(`more than ${MOST_BYTES} bytes`));
        else chunks.push(chunk);
      })
      .once('error', reject)
      .once('close', () => {
        if (!response.complete) reject(new Error('answer broken off'));
      })
      .once('end', () => {
        try {
          resolve(answerIn(Buffer.concat(chunks).toString()));
        } catch (error) {
          reject(error as Error);
        }
      });
  });

/** What a proxy says in the server's place may be any JSON, and leaves open what became of the call. Throws for that. */
function answerIn(text: string): object {
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== 'object' || answer === null) throw new SyntaxError('not an answer of the Bot API');
  return answer;
}

/** A code such as ECONNREFUSED, or the text of our own abort. */
function reason(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? error.message;
}
