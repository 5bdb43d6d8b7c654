import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD } from './process.ts';

export const PHONE = { viewport: { width: 360, height: 740 } } as const;
export const DESK = { viewport: { width: 1280, height: 800 } } as const;

/** Runs in the page: what can be pressed, and is less than 44 px high or wide. Links within a text are exempt. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, input:not([type=hidden]), a.button')]
  .map((node) => [node, (node.closest('label') ?? node).getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 43.9 || height < 43.9).map(([node]) => node.outerHTML.slice(0, 80))`;
/** Runs in the page: by how many pixels it is wider than the screen. */
const BEYOND = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** A page in a browser whose reader knows the operator's password. */
export async function openPage(
  browser: Browser,
  url: string,
  device: BrowserContextOptions = DESK,
): Promise<Page> {
  const httpCredentials = { username: 'x', password: PASSWORD };
  const page = await (await browser.newContext({ httpCredentials, ...device })).newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => expect.fail(error.message));
  await page.goto(url);
  return page;
}

/** What is wrong with what a page shows now, for somebody who does not see it or reads it on a phone. */
export async function flaws(page: Page) {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return {
    axe: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 150)}`)),
    targets: await page.evaluate(SMALL_TARGETS),
    beyond: await page.evaluate(BEYOND),
  };
}
export const NO_FLAWS = { axe: [], targets: [], beyond: 0 };
