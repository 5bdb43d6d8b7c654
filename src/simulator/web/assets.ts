import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { root } from '../../paths.ts';
import { ASK, type Asset, FONTS, LOGO, sendAsset } from '../../web/assets.ts';

const PAGE = `${root}src/simulator/web/page/`;
const BUILT = `${root}dist/page/`;

const ASSETS: Readonly<Record<string, Asset>> = {
  '/': { path: `${PAGE}index.html`, type: 'text/html; charset=utf-8', cache: ASK },
  '/page/app.js': { path: `${BUILT}app.js`, type: 'text/javascript; charset=utf-8', cache: ASK },
  '/page/style.css': { path: `${BUILT}style.css`, type: 'text/css; charset=utf-8', cache: ASK },
  '/page/logo.svg': LOGO,
  ...FONTS,
};

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
