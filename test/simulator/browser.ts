import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { Instant } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { openPlayground, type Playground } from '../../src/simulator/playground.ts';
import { simulatorPage } from '../../src/simulator/web/routes.ts';
import { createGuard } from '../../src/web/guard.ts';
import { listen } from '../../src/web/server.ts';
import { makeFolder } from '../folder.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const path = process.env.CHROME_PATH || '/usr/bin/chromium';

/** Why the tests in a browser are skipped, where they are. */
export const noBrowser = existsSync(path) ? undefined : `no Chromium at ${path}; name one by CHROME_PATH`;
if (noBrowser) console.warn(`tests of the simulator's page are skipped: ${noBrowser}`);

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: path, args: FLAGS });

/** A simulator of its own, on a Tuesday in November, served on a free port. */
export async function serveSimulator(password?: string, log = createLog('silent')) {
  const folder = makeFolder();
  const playground: Playground = openPlayground({
    file: join(folder, 'simulator.sqlite'),
    settings: { deadline: undefined, reminderDays: [30, 14, 7, 3, 1, 0], reminderCron: '0 8 * * *' },
    log,
    startAt: '2026-11-24T02:00:00.000Z' as Instant,
  });
  const host = '127.0.0.1';
  const time = { elapsed: 0 };
  const guard = createGuard({ host, password, elapsed: () => time.elapsed, log });
  const web = await listen(async () => simulatorPage(playground, guard), { host, port: 0 });
  return {
    playground,
    /** Milliseconds by which wrong passwords are held up. */
    time,
    port: web.port,
    url: `http://127.0.0.1:${web.port}/`,
    async close() {
      await web.close();
      await playground.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
export type Served = Awaited<ReturnType<typeof serveSimulator>>;

/** A tab of somebody: what they see, and what they do. `touch`: on a phone, with fingers. */
export async function openTab(
  browser: Browser,
  { url }: Served,
  who?: string,
  width = 1280,
  touch = false,
): Promise<Tab> {
  const viewport = { width, height: 800 };
  const page = await browser.newPage({ viewport, hasTouch: touch, isMobile: touch });
  // Less than a test may take, so that a failure names what did not appear.
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor();
  if (who) await page.getByLabel('Anda sebagai').selectOption({ label: who });
  return {
    page,
    faults,
    async says(text) {
      await page.getByLabel('Pesan', { exact: true }).fill(text);
      await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    },
    message: (text) => page.locator('.message', { hasText: text }),
    cell: (village, unit) =>
      page
        .locator(`tr[data-village="${village}"] td`)
        .nth(unit - 1)
        .locator('.tile'),
  };
}

export interface Tab {
  readonly page: Page;
  /** What the browser complained of. */
  readonly faults: readonly string[];
  readonly says: (text: string) => Promise<void>;
  readonly message: (text: string | RegExp) => Locator;
  /** The tile of a village's unit. */
  readonly cell: (village: string, unit: number) => Locator;
}
