import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * Starts serving; resolves with the port once it listens, rejects when it cannot. The site is loaded at the first request:
 * a bot that nobody asks over HTTP needs a seventh less memory.
 */
export function listen(
  site: () => Promise<Hono>,
  { host, port }: Address,
): Promise<{ port: number; close(): Promise<void> }> {
  let loaded: Promise<ReturnType<typeof getRequestListener>> | undefined;
  async function load() {
    const node = await import('@hono/node-server');
    return node.getRequestListener((await site()).fetch);
  }
  /** What could not be loaded, for no more files could be opened, is loaded at the next request. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    loaded ??= load().catch((error) => {
      loaded = undefined;
      throw error;
    });
    const handle = await loaded.catch(() => undefined);
    if (handle) await handle(request, response);
    else response.writeHead(503, { 'Retry-After': '5' }).end();
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
