import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser } from './browser.ts';
import { inBrowser } from './in-browser.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const DESK = { viewport: { width: 1280, height: 800 } } as const;

/** Runs in the page: what is shown there and can be pressed, and is less than 44 px in a direction. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, textarea, input, a[href], [role=option], label.icon')]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches('.skip, .photo input'))
  .map((node) => [node, node.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (width < 43.9 || height < 43.9))
  .map(([node, { width, height }]) => node.outerHTML.slice(0, 80) + ' ' + width + 'x' + height)`;

/** Runs in the page: texts that are shown in less than 12 px. */
const SMALL_TEXTS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { parentElement: at, data } = walker.currentNode;
    if (data.trim() === '' || !at.checkVisibility() || at.closest('.hidden, noscript')) continue;
    if (parseFloat(getComputedStyle(at).fontSize) < 12) found.push(data);
  }
  return found;
})()`;

/** Runs in the page: messages that a date covers, wherever the log is scrolled to. */
const COVERED = `(() => {
  const log = document.getElementById('log');
  const covered = [];
  for (let top = 0; top <= log.scrollHeight; top += 37) {
    log.scrollTop = top;
    for (const day of document.querySelectorAll('.day')) {
      const pill = day.getBoundingClientRect();
      for (const bubble of document.querySelectorAll('.bubble')) {
        const { top: from, bottom: to } = bubble.getBoundingClientRect();
        if (from < pill.bottom - 1 && to > pill.top + 1) covered.push(bubble.textContent.slice(0, 40));
      }
    }
  }
  return covered;
})()`;

describe.skipIf(noBrowser)('the simulator for everybody', () => {
  const simulator = inBrowser();

  /** `text`: the size of texts that the phone is set to. */
  async function open(options: BrowserContextOptions, text = '100%'): Promise<Page> {
    const page = await (await simulator.browser.newContext(options)).newPage();
    page.setDefaultTimeout(20_000);
    await page.route('**/page/style.css', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()} html { font-size: ${text} }` });
    });
    await page.goto(simulator.served.url);
    await page.locator('html[data-ready]').waitFor();
    return page;
  }
  const says = async (page: Page, text: string) => {
    await page.getByLabel('Pesan', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  };
  const opens = async (page: Page, narrow: boolean, chat: string) => {
    if (narrow) await page.locator('#open-chats').click();
    await page.getByRole('navigation').getByRole('button', { name: chat }).click();
  };
  async function findings(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 150)}`));
  }
  /** What is wrong with what the page shows now. */
  const flaws = async (page: Page) => ({
    axe: await findings(page),
    targets: await page.evaluate(SMALL_TARGETS),
    texts: await page.evaluate(SMALL_TEXTS),
  });
  const NO_FLAWS = { axe: [], targets: [], texts: [] };

  it.each([
    ['a phone', PHONE, 'light', '100%'],
    ['a phone at night', PHONE, 'dark', '100%'],
    ['a phone with text of 200 %', PHONE, 'light', '200%'],
    ['a desk', DESK, 'light', '100%'],
    ['a desk at night', DESK, 'dark', '100%'],
  ] as const)(
    'has no flaw on %s, in all that can be opened',
    async (_, size, colorScheme, text) => {
      const page = await open({ ...size, colorScheme, reducedMotion: 'reduce' }, text);
      const narrow = size === PHONE;
      const check = async (where: string) => expect(await flaws(page), where).toEqual(NO_FLAWS);
      await check('empty');
      await opens(page, narrow, 'Kab. Bengkalis');
      await check('the kabupaten');
      await says(page, '/rekap');
      await page.locator('.message', { hasText: 'Rekap KDKMP Kabupaten Bengkalis' }).last().waitFor();
      if (narrow) await page.locator('#open-recap').click();
      await check('the recap of the kabupaten');
      await page.keyboard.press('Escape');
      await opens(page, narrow, 'Kec. Bathin Solapan');
      await says(page, 'Kantor sudah, sembako sudah, klinik rencana');
      await page.locator('.message', { hasText: 'Dicatat' }).waitFor();
      await says(page, '/lapor');
      await page.locator('.choice').first().waitFor();
      await says(page, 'besok rapat ya');
      await page.getByText('Bot diam').waitFor();
      const own = page.locator('.message.own').first();
      await own.focus();
      await check('a conversation');
      await own.locator('.tool.why').click();
      await page.getByRole('dialog').waitFor();
      await check('why');
      await page.keyboard.press('Escape');
      if (narrow) {
        await page.locator('#open-recap').click();
        await check('the recap');
        await page.keyboard.press('Escape');
        await page.locator('#open-chats').click();
        await check('the chats');
        await page.keyboard.press('Escape');
        await page.locator('#open-steps').click();
      }
      await page.getByRole('button', { name: 'Majukan jam bot ke H-3' }).click();
      await page.locator('#jump').waitFor();
      await page.locator('#open-search').click();
      await page.locator('#search-text').fill('kantor');
      await check('a jump and a search');
      await page.getByLabel('Pesan', { exact: true }).fill('');
      await page.getByLabel('Pesan', { exact: true }).pressSequentially('/');
      await page.locator('#commands [role=option]').first().waitFor();
      await check('commands');
      await page.keyboard.press('Escape');
      await page.getByLabel('Anda sebagai').selectOption({ label: 'Orang baru…' });
      await check('a newcomer');
    },
    300_000,
  );

  it.each([
    ['a page enlarged twice', { viewport: { width: 640, height: 400 } }, '100%'],
    ['a phone with text of 130 %', PHONE, '130%'],
  ] as const)('leaves a chat that can be used on %s', async (_, options, text) => {
    const page = await open(options, text);
    await says(page, '/lapor kantor sudah');
    await page.locator('.message', { hasText: '(1/7)' }).waitFor();
    const { height } = page.viewportSize()!;
    const log = (await page.locator('#log').boundingBox())!;
    expect(log.height / height).toBeGreaterThan(0.45);
    const field = (await page.locator('#text').boundingBox())!;
    expect(field.width).toBeGreaterThan(150);
    expect((await page.getByLabel('Anda sebagai').boundingBox())!.width).toBeGreaterThan(150);
    expect(field.y + field.height).toBeLessThanOrEqual(height);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(page.viewportSize()!.width);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(height);
    expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
  });

  it('takes a tap on the words of a command as that command, not as its neighbour', async () => {
    const page = await open(PHONE);
    await says(page, '/bantuan');
    await page.locator('.command').first().waitFor();
    const wrong = await page.evaluate(`[...document.querySelectorAll('.command')].flatMap((command) => {
      command.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = command.firstChild.getBoundingClientRect();
      return [top + 2, (top + bottom) / 2, bottom - 2]
        .filter((y) => document.elementFromPoint((left + right) / 2, y)?.closest('.command') !== command)
        .map(() => command.textContent);
    })`);
    expect(wrong).toEqual([]);
  });

  it('covers no message with a date', async () => {
    await simulator.served.playground.restart(true);
    const page = await open(PHONE);
    expect(await page.locator('.day').count()).toBeGreaterThan(5);
    expect(await page.evaluate(COVERED)).toEqual([]);
  });

  it('names messages by author, time and text, and is walked through by keyboard from one stop of the Tab key', async () => {
    const page = await open(DESK);
    await says(page, '/lapor');
    await page.locator('.choice').first().waitFor();
    const own = page.getByRole('article', { name: /^Kades Petani, 09\.\d\d: \/lapor$/ });
    const list = page.getByRole('article', { name: /^Bot Koperasi, 09\.\d\d: Desa Petani/ });
    await own.waitFor();
    await list.waitFor();
    expect(await page.locator('#log [tabindex="0"], #log button:not([tabindex="-1"])').count()).toBe(1);
    await list.focus();
    await page.keyboard.press('ArrowUp');
    const focused = () => page.evaluate('document.activeElement.textContent');
    expect(await focused()).toContain('/lapor');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^1 Kantor/);
    await page.keyboard.press('Enter');
    await page.locator('.message', { hasText: '1 dari 7' }).waitFor();
    // The list was drawn again without that button, and the focus is on the one in its place.
    await expect.poll(focused).toMatch(/^2 Sembako/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('#log')")).toBeNull();
  });
});
