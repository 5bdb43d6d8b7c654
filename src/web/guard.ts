import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import { createPasswordThrottle } from './password-throttle.ts';

export interface GuardOptions {
  /** The address that is listened on. */
  readonly host: string;
  readonly password: string | undefined;
  /** Milliseconds from any fixed moment. */
  readonly elapsed: () => number;
  readonly log: Log;
}

export interface Guard {
  /** For what decides about the bot: by password, and not at all where none is set. */
  readonly passwordOnly: MiddlewareHandler;
  /**
   * For figures and invented people: by password where one is set; otherwise for requests that seem to come from this
   * machine. A proxy can hide that it is one, so nothing may stand behind this that harms anybody who did not ask for it.
   */
  readonly passwordOrLocal: MiddlewareHandler;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const FORWARDED = /^(forwarded|via|x-forwarded-.*|x-real-ip)$/;

/** Reached from this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Takes as long whatever the difference is. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** Who may see what over HTTP. One for all pages: wrong passwords are counted together. */
export function createGuard({ host, password, elapsed, log }: GuardOptions): Guard {
  const tries = createPasswordThrottle(elapsed);

  const byPassword =
    (expected: string): MiddlewareHandler =>
    async (context, next) => {
      const given = passwordOf(context);
      const address = addressOf(context);
      const waitSeconds = Math.ceil(tries.waitMs(address) / 1000);
      if (given !== undefined && waitSeconds > 0) {
        context.header('Retry-After', `${waitSeconds}`);
        return context.text(`Terlalu banyak percobaan. Mohon ulangi ${waitSeconds} detik lagi.\n`, 429);
      }
      if (given !== undefined && same(given, expected)) {
        tries.recordSuccess(address);
        return next();
      }
      if (given !== undefined) {
        tries.recordFailure(address);
        log.warn({ address, waitSeconds: tries.waitMs(address) / 1000 }, 'wrong password on the web page');
      }
      context.header('WWW-Authenticate', 'Basic realm="kopdes-bot", charset="UTF-8"');
      return context.text('Mohon masukkan kata sandi (WEB_PASSWORD).\n', 401);
    };

  const fromHere: MiddlewareHandler = async (context, next) => {
    const proxied = Object.keys(context.req.header()).some((name) => FORWARDED.test(name));
    const name = new URL(context.req.url).hostname.replace(/^\[|\]$/g, '');
    return isLoopback(host) && !proxied && isLoopback(name) ? next() : refused(context);
  };

  const checked = password === undefined ? undefined : byPassword(password);
  return {
    passwordOnly: checked ?? (async (context) => refused(context)),
    passwordOrLocal: checked ?? fromHere,
  };
}

const refused = (context: Context): Response =>
  context.text('Untuk membuka halaman ini, atur WEB_PASSWORD lebih dulu.\n', 403);

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

/** Where the connection comes from: what a header says of it anybody can write. */
const addressOf = ({ env }: Context): string =>
  (env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? '';
