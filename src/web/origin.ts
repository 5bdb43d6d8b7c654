import type { Context, MiddlewareHandler } from 'hono';

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

/** Sets what a browser may do with the page: run and load nothing that is not this process's own. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  await next();
};

/**
 * Lets only the page itself use what lies behind: a request that changes something names this very origin; one that
 * only reads is refused where the browser says that another site makes it, but for following a link to the page.
 */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site') ?? 'none';
  const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
  const follows = reads && context.req.header('sec-fetch-mode') === 'navigate';
  const own = origin === undefined ? reads : isOwn(context, origin);
  if (own && (follows || site === 'same-origin' || site === 'none')) return next();
  return context.text('Permintaan dari halaman lain ditolak.\n', 403);
};

/** Behind a proxy, which only comes this far with the password, the name that people use is the forwarded one. */
function isOwn(context: Context, origin: string): boolean {
  const names = [context.req.header('host'), context.req.header('x-forwarded-host')];
  return URL.canParse(origin) && names.includes(new URL(origin).host);
}
