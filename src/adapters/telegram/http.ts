import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** How long a connection may take to be established. */
const CONNECT_MS = 10_000;
/** An idle connection is closed before servers and routers forget it. */
const IDLE_MS = 4_000;

/** The connection was not established, so that nothing was sent. The message is the system's, without the address. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
}

interface Post {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  /** JSON, or the parts of a form. */
  readonly body?: string | AsyncIterable<Uint8Array> | ReadableStream;
  readonly signal?: AbortSignal;
}

/**
 * The part of `fetch` that grammY needs, over kept-alive connections of Node's `http`. It takes half the time and memory of Node's
 * `fetch`, and distinguishes a request that never left (`NotConnected`) from one that may have arrived.
 */
export function createFetch(root: string) {
  const { Agent, request } = root.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

  return (url: string, { method, headers, body, signal }: Post): Promise<{ json(): Promise<unknown> }> =>
    new Promise((resolve, reject) => {
      let connected = false;
      const call = request(url, {
        agent,
        ...(method && { method }),
        ...(headers && { headers }),
        ...(signal && { signal }),
      });
      call.once('socket', (socket) => {
        const ready = () => {
          connected = true;
          clearTimeout(tooLong);
        };
        const tooLong = socket.connecting
          ? setTimeout(() => call.destroy(new Error('connection timed out')), CONNECT_MS)
          : undefined;
        if (!socket.connecting) ready();
        else socket.once(root.startsWith('https:') ? 'secureConnect' : 'connect', ready);
        call.once('close', () => clearTimeout(tooLong));
      });
      call.once('error', (error) =>
        reject(connected ? error : new NotConnected(reason(error), { cause: error })),
      );
      call.once('response', (response) => resolve({ json: () => parsed(response) }));
      if (typeof body === 'string') call.end(body);
      else if (body)
        Readable.from(body)
          .on('error', (error) => call.destroy(error))
          .pipe(call);
      else call.end();
    });
}

/** The answer's JSON; rejects where it breaks off. Listening takes less time than an iterator. */
const parsed = (response: http.IncomingMessage): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    response
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('error', reject)
      .once('close', () => reject(new Error('answer broken off')))
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
