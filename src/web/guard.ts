import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Log } from '../log.ts';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { createPasswordThrottle, type PasswordThrottle } from './password-throttle.ts';

export interface GuardOptions {
  /** The address that the server listens on. */
  readonly host: string;
  readonly password: string | undefined;
  /** It was chosen on the page of the first start, so that its owner does not know it by the name of a setting. */
  readonly isChosenInBrowser?: boolean;
  /** Milliseconds since any fixed moment. */
  readonly elapsed: () => number;
  readonly log: Log;
}

export interface Guard {
  /** For pages that change what the bot does: needs the password, and refuses everybody where none is set. */
  readonly passwordOnly: MiddlewareHandler;
  /**
   * For figures and the simulator: needs the password where one is set; otherwise accepts requests that seem to come from
   * this machine. A proxy can hide that it is one, so a page behind this must be harmless to people who did not ask for it.
   */
  readonly passwordOrLocal: MiddlewareHandler;
}

/** Tells a browser that has sent the right password from others at its address: those of a proxy all have one. It lets nobody in. */
const COOKIE = 'kopdes-peramban';
const COOKIE_OPTIONS = { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 } as const;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const PROXY_HEADERS = /^(forwarded|via|x-forwarded-.*|x-real-ip)$/;

/** Whether only this machine reaches the host. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Decides who may see a page. One guard serves all pages, so that wrong passwords are counted together. */
export function createGuard({ host, password, isChosenInBrowser, elapsed, log }: GuardOptions): Guard {
  if (password === undefined)
    return { passwordOnly: async (context) => refuse(context), passwordOrLocal: localOnly(host) };
  const ask = askForPassword(isChosenInBrowser ? 'web-password-chosen' : 'web-password-set');
  const checked = requirePassword(password, ask, createPasswordThrottle(elapsed), log);
  return { passwordOnly: checked, passwordOrLocal: checked };
}

type Answer = (context: Context) => Response;

function requirePassword(
  expected: string,
  ask: Answer,
  throttle: PasswordThrottle,
  log: Log,
): MiddlewareHandler {
  const secret = randomBytes(32).toString('base64');
  return async (context, next) => {
    const given = passwordOf(context);
    if (given === undefined) return ask(context);
    const address = addressOf(context);
    const browser = (await getSignedCookie(context, secret, COOKIE)) || undefined;
    const guesser = browser ?? address;
    const waitSeconds = Math.ceil(throttle.waitMs(guesser, browser !== undefined) / 1000);
    if (waitSeconds > 0) {
      context.header('Retry-After', `${waitSeconds}`);
      return context.text(`${plain(say('web-password-wait', { seconds: waitSeconds }))}\n`, 429);
    }
    if (isSame(given, expected)) {
      throttle.recordSuccess(guesser);
      if (!browser) await setSignedCookie(context, COOKIE, randomUUID(), secret, COOKIE_OPTIONS);
      return next();
    }
    throttle.recordFailure(guesser);
    const nextInSeconds = throttle.waitMs(guesser, browser !== undefined) / 1000;
    log.warn({ address, waitSeconds: nextInSeconds }, 'wrong password on the web page');
    return ask(context);
  };
}

const askForPassword =
  (key: 'web-password-chosen' | 'web-password-set'): Answer =>
  (context) => {
    context.header('WWW-Authenticate', 'Basic realm="kopdes-bot", charset="UTF-8"');
    return context.text(`${plain(say(key))}\n`, 401);
  };

/** Accepts requests to a loopback address, by a loopback name, without a proxy's headers. */
const localOnly =
  (host: string): MiddlewareHandler =>
  async (context, next) => {
    const isProxied = Object.keys(context.req.header()).some((name) => PROXY_HEADERS.test(name));
    const name = new URL(context.req.url).hostname.replace(/^\[|\]$/g, '');
    return isLoopback(host) && !isProxied && isLoopback(name) ? next() : refuse(context);
  };

const refuse: Answer = (context) => context.text(`${plain(say('web-no-password'))}\n`, 403);

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

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Compares in constant time, so that a guess does not learn how far it is right. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** The address of the connection; a header that names another one can be forged. */
const addressOf = ({ env }: Context): string =>
  (env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? '';
