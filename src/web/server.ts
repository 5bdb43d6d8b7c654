import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Hono } from 'hono';
import { http } from '../http.ts';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { shareConnections } from './connection-shares.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A server that listens. `close` also ends the connections that are still open. */
export interface WebServer {
  readonly port: number;
  /** Serves another site from the next request on. */
  serve(site: () => Promise<Hono>): void;
  close(): Promise<void>;
}

/** Beyond so many connections a further one is closed: each takes a file descriptor, without which nothing else can be opened. */
const MOST_CONNECTIONS = 200;
/** How long a request's head, and all of it, may take to come. */
const WITHIN = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
} as const;
/** A request without a Host is answered like one with a wrong one, in words. */
const SETTINGS = { ...WITHIN, requireHostHeader: false } as const;

/** A connection on which nothing moves for so long, because nobody reads the answer, is closed. */
const SILENT_MS = 120_000;

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Starts the server; resolves once it listens and rejects when it cannot. Port 0 takes a free port. */
export function listen(site: () => Promise<Hono>, { host, port }: Address): Promise<WebServer> {
  let handle = loadOnFirstRequest(site);
  const answering = new WeakSet<Socket>();
  const server = http.createServer(SETTINGS, (request, response) => {
    const { socket } = request;
    // No browser sends a request before the last one is answered. All answers to thousands at once would lie in memory.
    if (answering.has(socket)) return void socket.destroy();
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
    handle(request, response).catch((error) => response.destroy(error));
  });
  server.maxConnections = MOST_CONNECTIONS;
  shareConnections(server, MOST_CONNECTIONS);
  server.setTimeout(SILENT_MS);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        serve(next) {
          handle = loadOnFirstRequest(next);
        },
        close: () => close(server),
      }),
    );
  });
}

/**
 * Loads the site with the first request: a bot that nobody asks over HTTP needs a seventh less memory. When loading fails,
 * for example because the process has no file descriptor left, the answer is 503 and the next request tries again. Each part is loaded in
 * a turn of the event loop of its own: all of them take as long as a hundred reports.
 */
function loadOnFirstRequest(site: () => Promise<Hono>): Handle {
  let loaded: Promise<Handle> | undefined;

  async function load(): Promise<Handle> {
    const { getRequestListener, RequestError } = await import('@hono/node-server');
    // What the site itself throws it answers by itself.
    const errorHandler = (error: unknown): Response =>
      error instanceof RequestError
        ? new Response(`${plain(say('web-address'))}\n`, { status: 400 })
        : new Response(null, { status: 500 });
    await nextTurn();
    const { fetch } = await site();
    await nextTurn();
    return getRequestListener(fetch, { errorHandler });
  }

  return async (request, response) => {
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
    const handle = await loaded.catch(() => undefined);
    if (handle) await handle(request, response);
    else response.writeHead(503, { 'Retry-After': '5' }).end();
  };
}

const close = (server: Server): Promise<void> =>
  new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
