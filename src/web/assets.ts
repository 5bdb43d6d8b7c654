import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { root } from '../paths.ts';
import { securityHeaders } from './origin.ts';

/** A file that a page loads. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  /** How long the browser keeps it without asking again. */
  readonly cache: string;
}

export const ASK = 'no-cache';
const WEEK = 'max-age=604800';

/** Inter, as far as Latin letters go. */
export const FONTS: Readonly<Record<string, Asset>> = Object.fromEntries(
  ['400', '600'].map((weight) => [
    `/font/${weight}`,
    {
      path: createRequire(import.meta.url).resolve(
        `@fontsource/inter/files/inter-latin-${weight}-normal.woff2`,
      ),
      type: 'font/woff2',
      cache: WEEK,
    },
  ]),
);

export const LOGO: Asset = { path: `${root}src/web/logo.svg`, type: 'image/svg+xml', cache: WEEK };

const OWN: Readonly<Record<string, Asset>> = {
  '/pengelola.css': {
    path: `${root}dist/page/operator.css`,
    type: 'text/css; charset=utf-8',
    cache: ASK,
  },
  '/logo.svg': LOGO,
  ...FONTS,
};

/** What the operator's pages load: the same for everybody, and nothing of the bot's. */
export function operatorAssets(): Hono {
  const app = new Hono();
  for (const [url, asset] of Object.entries(OWN))
    app.get(url, securityHeaders, (context) => sendAsset(context, asset));
  return app;
}

export async function sendAsset(context: Context, { path, type, cache }: Asset): Promise<Response> {
  context.header('Cache-Control', cache);
  return context.body(new Uint8Array(await readFile(path)), 200, { 'Content-Type': type });
}
