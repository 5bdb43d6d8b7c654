import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { inBrowser } from './in-browser.ts';

const MOST_BYTES = 200_000;

describe.skipIf(noBrowser)('the first load of the simulator', () => {
  const simulator = inBrowser();

  it('takes little, also of a conversation of two weeks with pictures', async () => {
    await simulator.served.playground.restart(true);
    const page = await simulator.browser.newPage({ viewport: { width: 360, height: 740 } });
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const names = new Map<string, string>();
    const sizes: [name: string, bytes: number][] = [];
    network.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url));
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.push([names.get(requestId)!.replace(simulator.served.url, '/'), encodedDataLength]),
    );
    await page.goto(simulator.served.url);
    await page.locator('html[data-ready]').waitFor();
    await page.evaluate('document.fonts.ready');
    const pictures = page.locator('img[src^="/api/files"]');
    expect(await pictures.count()).toBeGreaterThan(0);
    // A picture that is in view is part of the conversation; the rest of the page is as small with it as without.
    const own = sizes.filter(([name]) => !name.startsWith('/api/files'));
    const total = own.reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(total, JSON.stringify(sizes)).toBeLessThan(MOST_BYTES);
    // Everything is asked for once, the state of the world too, and both fonts have come.
    expect(
      sizes
        .flatMap(([name, bytes]) => (bytes > 0 ? name : []))
        .filter((name, i, all) => all.indexOf(name) !== i),
    ).toEqual([]);
    expect(sizes.filter(([name]) => name.startsWith('/font/'))).toHaveLength(2);
  });

  it('gives texts compressed and pictures as they are', async () => {
    const encoding = async (path: string) =>
      (await fetch(`${simulator.served.url}${path}`, { headers: { 'Accept-Encoding': 'gzip' } })).headers.get(
        'content-encoding',
      );
    expect(await encoding('page/app.js')).toBe('gzip');
    expect(await encoding('page/style.css')).toBe('gzip');
    expect(await encoding('api/state')).toBe('gzip');
    expect(await encoding('font/400')).toBeNull();
  });
});
