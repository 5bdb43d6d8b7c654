import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { root } from '../../paths.ts';

interface Asset {
  readonly path: string;
  readonly type: string;
  /** How long the browser keeps it without asking again. */
  readonly cache: string;
}

const ASK = 'no-cache';
const WEEK = 'max-age=604800';
const PAGE = `${root}src/simulator/web/page/`;
const BUILT = `${root}dist/page/`;

const ASSETS: Readonly<Record<string, Asset>> = {
  '/': { path: `${PAGE}index.html`, type: 'text/html; charset=utf-8', cache: ASK },
  '/page/app.js': { path: `${BUILT}app.js`, type: 'text/javascript; charset=utf-8', cache: ASK },
  '/page/style.css': { path: `${BUILT}style.css`, type: 'text/css; charset=utf-8', cache: ASK },
  '/page/logo.svg': { path: `${PAGE}logo.svg`, type: 'image/svg+xml', cache: WEEK },
  '/font/400': { path: fontOf(400), type: 'font/woff2', cache: WEEK },
  '/font/600': { path: fontOf(600), type: 'font/woff2', cache: WEEK },
};

/** Inter, as far as Latin letters go. */
function fontOf(weight: number): string {
  const file = `@fontsource/inter/files/inter-latin-${weight}-normal.woff2`;
  return createRequire(import.meta.url).resolve(file);
}

/** The page's own files and its fonts. Its script and style sheet are built (`build.mjs`). */
export function assets(): Hono {
  const app = new Hono();
  app.use('/page/*', etag());
  app.get('/', (context) => {
    // The browser asks for what the page will show before it has read the page's script.
    context.header('Link', '</api/state>; rel=preload; as=fetch; crossorigin');
    return sendAsset(context, ASSETS['/']!);
  });
  for (const [url, asset] of Object.entries(ASSETS))
    if (url !== '/') app.get(url, (context) => sendAsset(context, asset));
  return app;
}

async function sendAsset(context: Context, { path, type, cache }: Asset): Promise<Response> {
  context.header('Cache-Control', cache);
  return context.body(await readFile(path), 200, { 'Content-Type': type });
}
