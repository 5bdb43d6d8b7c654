// Draws the pictures of docs/panduan and the README from conversations in the simulator: `npm run pictures`.
import { mkdirSync } from 'node:fs';
import { openBrowser, openTab, serveSimulator, type Tab } from './browser.ts';

const FOLDER = 'docs/images';
/** As wide as a cheap phone, and high enough for the whole conversation. */
const VIEWPORT = { width: 360, height: 1800 };

/** Runs in the page: waits for the last picture of the conversation. */
const PICTURE_DRAWN = "[...document.querySelectorAll('#log img')].at(-1).decode()";

/** Runs in the page: hides what stands beside a message only here, and not on the platforms. */
const TOOLS_HIDDEN =
  "for (const { style } of document.querySelectorAll('.tools')) style.visibility = 'hidden'";

mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();

/** Draws the last messages of a conversation in a simulator of its own. */
async function picture(
  name: string,
  last: number,
  converse: (tab: Tab, as: (who: string) => Promise<void>) => Promise<void>,
  chat?: string,
) {
  const served = await serveSimulator();
  const tab = await openTab(browser, served, undefined, VIEWPORT.width);
  await tab.page.setViewportSize(VIEWPORT);
  if (chat) {
    await tab.page.locator('#open-chats').click();
    await tab.page.getByRole('navigation').getByRole('button', { name: chat }).click();
  }
  await converse(tab, async (who) => {
    await tab.page.getByLabel('Anda sebagai').selectOption({ label: who });
  });
  await tab.page.evaluate(TOOLS_HIDDEN);
  const boxes = await Promise.all((await tab.page.locator('.message').all()).map((one) => one.boundingBox()));
  const top = boxes.at(-last)!.y - 8;
  const bottom = boxes.at(-1)!.y + boxes.at(-1)!.height + 8;
  const clip = { x: 0, y: top, width: VIEWPORT.width, height: bottom - top };
  await tab.page.screenshot({ path: `${FOLDER}/${name}.png`, clip, animations: 'disabled' });
  await tab.page.close();
  await served.close();
}

await picture('daftar', 3, async ({ says, message }, as) => {
  await as('Tamu');
  await says('/daftar Petani sekdes');
  await message('Pendaftaran sebagai Sekretaris Desa Petani').waitFor();
  await as('Camat Bathin Solapan');
  await message('menunggu persetujuan').getByRole('button', { name: 'Setujui Tamu' }).waitFor();
});

await picture('lapor', 4, async ({ says, message }, as) => {
  await as('Kades Petani');
  await says('/lapor');
  await message('Desa Petani · 0 dari 7 berdiri').waitFor();
  await says('/lapor kantor sdh, gudang msh proses');
  await message('Dicatat untuk Desa Petani (1/7)').waitFor();
});

await picture('rekap', 2, async ({ says, message }, as) => {
  await as('Camat Bathin Solapan');
  const reports = [
    'Petani 1 3',
    'Air Kulim semua sudah',
    'Bumbung 1 2 3 4',
    'Pamesi kantor proses',
    'Sebangar 1 2',
  ];
  for (const report of reports) {
    await says(`/lapor ${report}`);
    await message(new RegExp(`Dicatat untuk Desa ${/^(?:Air Kulim|\w+)/.exec(report)![0]}`)).waitFor();
  }
  await says('/rekap');
  await message('Rekap KDMP Kecamatan Bathin Solapan').waitFor();
});

await picture(
  'kabupaten',
  2,
  async ({ says, message }) => {
    await says('/rekap');
    await message('Rekap KDKMP Kabupaten Bengkalis').waitFor();
  },
  'Kab. Bengkalis',
);

await picture(
  'kabupaten-gambar',
  1,
  async ({ says, message, page }) => {
    await says('/rekap gambar');
    await message('Rekap KDKMP Kabupaten Bengkalis').locator('img').waitFor();
    await page.evaluate(PICTURE_DRAWN);
  },
  'Kab. Bengkalis',
);

await picture(
  'undangan',
  4,
  async ({ says, message }, as) => {
    await as('Kadis Koperasi Bengkalis');
    await says('/undang semua');
    await message('3 undangan').waitFor();
    await says('/undang Talang Muandau');
    await message(/Talang Muandau: \w{5}-\w{5}/).waitFor();
  },
  'Chat pribadi',
);

await drawSimulator();
await browser.close();

/** Draws the whole page after a fortnight of reports, for the README. */
async function drawSimulator() {
  const served = await serveSimulator();
  await served.playground.restart(true);
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 });
  await page.goto(served.url);
  await page.locator('html[data-ready]').waitFor();
  await page.evaluate(PICTURE_DRAWN);
  await page.locator('#open-ideas').click();
  await page.screenshot({ path: `${FOLDER}/simulator.png`, animations: 'disabled' });
  await page.close();
  await served.close();
}
