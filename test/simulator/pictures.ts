// Draws the pictures of docs/panduan.md from conversations in the simulator: `npm run pictures`.
import { mkdirSync } from 'node:fs';
import { openBrowser, openTab, serveSimulator, type Tab } from './browser.ts';

const FOLDER = 'docs/images';
/** As wide as a cheap phone, and high enough for the whole conversation. */
const VIEWPORT = { width: 360, height: 1500 };

mkdirSync(FOLDER, { recursive: true });
const browser = await openBrowser();

/** Draws the last messages of a conversation in a simulator of its own. */
async function picture(
  name: string,
  last: number,
  converse: (tab: Tab, as: (who: string) => Promise<void>) => Promise<void>,
) {
  const served = await serveSimulator();
  const tab = await openTab(browser, served, undefined, VIEWPORT.width);
  await tab.page.setViewportSize(VIEWPORT);
  await converse(tab, async (who) => {
    await tab.page.getByLabel('Anda sebagai').selectOption({ label: who });
  });
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

await browser.close();
