import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { listen } from '../src/web/server.ts';

it('loads its site again at the next request where that failed once', async () => {
  let loads = 0;
  const site = async () => {
    loads += 1;
    if (loads <= 2) throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
    return new Hono().get('/healthz', (context) => context.text('ok'));
  };
  const web = await listen(site, { host: '127.0.0.1', port: 0 });
  const get = async () => (await fetch(`http://127.0.0.1:${web.port}/healthz`)).status;
  expect([await get(), await get(), await get(), await get()]).toEqual([503, 503, 200, 200]);
  expect(loads).toBe(3);
  await web.close();
});
