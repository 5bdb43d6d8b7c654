import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { root } from '../../paths.ts';

const PAGE = `${root}src/simulator/web/page/`;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const FONTS: Readonly<Record<string, string>> = {
  '400': '400Regular/Inter_400Regular.ttf',
  '600': '600SemiBold/Inter_600SemiBold.ttf',
};

/** The page's own files and its fonts. */
export function assets(): Hono {
  const app = new Hono();
  app.get('/', (context) => sendAsset(context, 'index.html'));
  app.get('/page/:name{[a-z-]+\\.(css|js|svg)}', (context) => sendAsset(context, context.req.param('name')));
  app.get('/font/:weight{400|600}', async (context) => {
    const path = createRequire(import.meta.url).resolve(
      `@expo-google-fonts/inter/${FONTS[context.req.param('weight')]}`,
    );
    context.header('Cache-Control', 'max-age=604800');
    return context.body(await readFile(path), 200, { 'Content-Type': 'font/ttf' });
  });
  return app;
}

async function sendAsset(context: Context, name: string): Promise<Response> {
  const bytes = await readFile(`${PAGE}${name}`).catch(() => undefined);
  if (!bytes) return context.notFound();
  context.header('Cache-Control', 'no-cache');
  return context.body(bytes, 200, { 'Content-Type': TYPES[name.slice(name.lastIndexOf('.') + 1)]! });
}
