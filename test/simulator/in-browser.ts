import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openBrowser, openTab, type Served, serveSimulator, type Tab } from './browser.ts';

/** One browser for the tests of a `describe`, and a simulator of its own for each. */
export interface InBrowser {
  readonly browser: Browser;
  readonly served: Served;
  /** A tab of somebody on that simulator. */
  tab(who?: string, width?: number, touch?: boolean): Promise<Tab>;
}

/** Opens and closes them around the tests of the `describe` that calls it. */
export function inBrowser(): InBrowser {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    served = await serveSimulator();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await served.close();
  });
  return {
    get browser() {
      return browser;
    },
    get served() {
      return served;
    },
    tab: (who, width, touch) => openTab(browser, served, who, width, touch),
  };
}
