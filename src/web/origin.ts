import type { Context, MiddlewareHandler } from 'hono';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Sets headers that let the browser load and run only files of this server. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  await next();
};

/**
 * Refuses requests that another site's page makes. A request that changes something must name this origin. A request that
 * reads is refused where the browser says that it comes from another site, except when a person follows a link.
 * Source: Fetch Metadata, https://www.w3.org/TR/fetch-metadata/
 */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site') ?? 'none';
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
  const isNavigation = isRead && context.req.header('sec-fetch-mode') === 'navigate';
  const isOwn = origin === undefined ? isRead : isOwnOrigin(context, origin);
  if (isOwn && (isNavigation || site === 'same-origin' || site === 'none')) return next();
  return context.text(`${plain(say('web-other-page'))}\n`, 403);
};

/** Behind a proxy, people use the forwarded name. A request through a proxy needs the password before it comes this far. */
function isOwnOrigin(context: Context, origin: string): boolean {
  const names = [context.req.header('host'), context.req.header('x-forwarded-host')];
  return URL.canParse(origin) && names.includes(new URL(origin).host);
}
