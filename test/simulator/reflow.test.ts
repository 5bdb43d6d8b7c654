import { describe, expect, it } from 'vitest';
import { noBrowser, openTab, type Tab } from './browser.ts';
import { inBrowser } from './in-browser.ts';

/** The page at 360 CSS pixels and a zoom of 200 %. */
const NARROW = 180;

/** Runs in the page: tiles that their symbol does not fit. */
const BURST = `[...document.querySelectorAll('.matrix .tile svg')]
  .map((svg) => [svg.getBoundingClientRect(), svg.parentElement.getBoundingClientRect()])
  .filter(([symbol, tile]) => symbol.left < tile.left - 0.5 || symbol.right > tile.right + 0.5)
  .map(([symbol, tile]) => symbol.width + ' in ' + tile.width)`;

/** Runs in the page: on how many lines the text of an element stands. */
const linesOf = (node: Element): number => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return new Set([...range.getClientRects()].map(({ top }) => top)).size;
};

describe.skipIf(noBrowser)('the simulator in little room', () => {
  const simulator = inBrowser();

  /** What of the page lies beyond its edges, unless it scrolls within something that does not. */
  const beyond = ({ page }: Tab) =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      // What is cut off with dots is shown elsewhere in full; a table of data may scroll.
      const isScrolledBy = (node: Element | null): boolean => {
        if (node === null) return false;
        const { overflowX, textOverflow } = getComputedStyle(node);
        return overflowX === 'auto' || textOverflow === 'ellipsis' || isScrolledBy(node.parentElement);
      };
      const wide = [...document.querySelectorAll('body *')].filter(
        (node) =>
          node.checkVisibility() &&
          !node.closest('.hidden, .skip') &&
          (node.getBoundingClientRect().right > width + 1 || node.getBoundingClientRect().left < -1) &&
          !isScrolledBy(node.parentElement),
      );
      return [
        document.documentElement.scrollWidth > width ? `page ${document.documentElement.scrollWidth}` : '',
        ...wide.map((node) => `${node.tagName}#${node.id}.${node.className}`),
      ].filter(Boolean);
    });

  /** Opens the page again with its text alone enlarged, as a setting of the browser does. */
  async function enlarge({ page }: Tab, size: string) {
    await page.addInitScript((to) => {
      const set = () => document.documentElement?.style.setProperty('font-size', to);
      addEventListener('readystatechange', set, { capture: true });
      set();
    }, size);
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
  }

  it.each([360, NARROW])('needs no scrolling to the side at %i pixels', async (width) => {
    const tab = await openTab(simulator.browser, simulator.served, 'Kades Petani', width);
    expect(await beyond(tab)).toEqual([]);
    const skip = (await tab.page.locator('.skip').boundingBox())!;
    expect(skip.y + skip.height).toBeLessThanOrEqual(0);
    expect((await tab.page.locator('#chat-title').boundingBox())!.width).toBeGreaterThan(80);
    await tab.says('/lapor');
    await tab.message('Desa Petani · 0 dari 7').waitFor();
    expect(await beyond(tab)).toEqual([]);
    expect((await tab.page.locator('#log').boundingBox())!.height).toBeGreaterThan(250);
    await tab.page.locator('#open-recap').click();
    expect(await beyond(tab)).toEqual([]);
    expect(await tab.page.evaluate(BURST)).toEqual([]);
    expect(tab.faults).toEqual([]);
  });

  // A phone upright, with its text alone enlarged, and on its side.
  it.each([
    [360, 740, '130%'],
    [360, 740, '200%'],
    [740, 360, '100%'],
  ])('leaves the conversation its room on %i by %i pixels with text of %s', async (width, height, text) => {
    const tab = await openTab(simulator.browser, simulator.served, 'Kades Petani', width);
    const { page } = tab;
    await page.setViewportSize({ width, height });
    await enlarge(tab, text);
    await tab.says('/lapor');
    await tab.message('Desa Petani · 0 dari 7').waitFor();
    const boxOf = async (each: string) => (await page.locator(each).boundingBox())!;
    expect((await boxOf('#log')).height).toBeGreaterThan(0.45 * height);
    const composer = await boxOf('.composer');
    expect(composer.y + composer.height).toBeLessThanOrEqual(height + 1);
    expect(await beyond(tab)).toEqual([]);
    const name = page.locator('#chat-title');
    expect(await name.evaluate((title) => title.scrollWidth - title.clientWidth)).toBeLessThanOrEqual(0);
    await page.locator('#open-recap').click();
    await page.locator('#close-recap:focus').waitFor();
    expect(await page.locator('#panel').evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
    expect(await beyond(tab)).toEqual([]);
  });

  it('scrolls where examples leave the conversation less, and keeps what is typed in view', async () => {
    const tab = await openTab(simulator.browser, simulator.served, 'Kades Petani', 360);
    const { page } = tab;
    await page.setViewportSize({ width: 360, height: 740 });
    await enlarge(tab, '200%');
    await page.locator('#open-ideas').click();
    expect((await page.locator('#log').boundingBox())!.height).toBeGreaterThan(0.39 * 740);
    for (const idea of await page.locator('.idea').all())
      expect(await idea.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
    await expect
      .poll(() => page.locator('.send').evaluate((node) => innerHeight - node.getBoundingClientRect().bottom))
      .toBeGreaterThanOrEqual(0);
  });

  // A phone of 360 pixels whose text is enlarged to 130 % and 200 %.
  it.each([276, NARROW])('cuts no name, word or button of a conversation at %i pixels', async (width) => {
    const tab = await openTab(simulator.browser, simulator.served, 'Kades Petani', width);
    await tab.says('/lapor');
    const list = tab.message('Desa Petani · 0 dari 7');
    await list.waitFor();
    const title = tab.page.locator('#chat-title');
    expect(await title.evaluate((name) => name.scrollWidth - name.clientWidth)).toBeLessThanOrEqual(0);
    const word = list.getByRole('button', { name: 'Beroperasi …' });
    expect(await word.evaluate(linesOf)).toBe(1);
    const [text, send] = await Promise.all(
      ['#text', '.send'].map(async (each) => (await tab.page.locator(each).boundingBox())!),
    );
    expect(send!.y).toBeLessThan(text!.y + text!.height);
    await tab.page.locator('#open-recap').click();
    expect(await tab.page.evaluate(BURST)).toEqual([]);
    for (const village of await tab.page.locator('.matrix tbody th').all())
      expect(await village.evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBeLessThanOrEqual(0);
  });
});
