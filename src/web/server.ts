import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { getRequestListener } from '@hono/node-server';
import type { Context, Hono, MiddlewareHandler } from 'hono';

export interface Guarded {
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const FORWARDED = /^(forwarded|via|x-forwarded-.*|x-real-ip)$/;

/** Reached from this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** The password that a request carries (HTTP Basic, any user name). */
function passwordOf(context: Context): string | undefined {
  const [, basic] = /^Basic (.+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  return (
    basic &&
    Buffer.from(basic, 'base64')
      .toString()
      .replace(/^[^:]*:/, '')
  );
}

/**
 * Lets only the owner in: by password where one is set; without one, only requests that reach a loopback address
 * directly, as `localhost` or an address of this machine and through no proxy.
 */
export const guard =
  ({ host, password }: Guarded): MiddlewareHandler =>
  async (context, next) => {
    if (password !== undefined) {
      if (same(passwordOf(context) ?? '', password)) return next();
      context.header('WWW-Authenticate', 'Basic realm="kopdes-bot", charset="UTF-8"');
      return context.text('Mohon masukkan kata sandi (WEB_PASSWORD).\n', 401);
    }
    const proxied = Object.keys(context.req.header()).some((name) => FORWARDED.test(name));
    const name = new URL(context.req.url).hostname.replace(/^\[|\]$/g, '');
    if (!isLoopback(host) || proxied || !isLoopback(name))
      return context.text('Untuk diakses dari luar, atur WEB_PASSWORD lebih dulu.\n', 403);
    return next();
  };

/**
 * Starts serving; resolves with the port once it listens, rejects when it cannot. The site is loaded at the first request:
 * a bot that nobody asks over HTTP needs a seventh less memory.
 */
export function listen(
  site: () => Promise<Hono>,
  { host, port }: Guarded,
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
