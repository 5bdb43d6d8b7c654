import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, type Tab } from './browser.ts';
import { inBrowser } from './in-browser.ts';

/** Runs in the page: waits until the pictures in view are loaded and the page was laid out after that. */
const SETTLED = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const inView = (image) => image.getBoundingClientRect().top < innerHeight && image.getBoundingClientRect().bottom > 0;
  await frame();
  await frame();
  await Promise.all([...document.querySelectorAll('#log img')].filter(inView).map((image) => image.decode()));
  await frame();
  await frame();
})()`;

describe.skipIf(noBrowser)('several chats in the simulator', () => {
  const { tab } = inBrowser();
  const opens = ({ page }: Tab, chat: string) =>
    page.getByRole('navigation').getByRole('button', { name: chat }).click();
  const why = async ({ page, message }: Tab, text: string) => {
    await message(text).last().hover();
    await message(text).last().locator('.tool.why').click();
    const panel = page.getByRole('dialog', { name: 'Mengapa?' });
    await panel.waitFor();
    return panel;
  };

  /** How far below the log's upper edge something stands, once what is shown has settled. */
  const belowTop = async (page: Page, shown: Locator) => {
    await page.evaluate(SETTLED);
    return (await shown.boundingBox())!.y - (await page.locator('#log').boundingBox())!.y;
  };

  it('gives the camat a code in private, which links the new group', async () => {
    const camat = await tab('Camat Bathin Solapan');
    await opens(camat, 'Chat pribadi');
    await camat.says('/undang');
    const invitation = camat.message('/mulai').last();
    await invitation.waitFor();
    const [, code] = /\/mulai ([\w-]+)/.exec((await invitation.textContent())!)!;
    await opens(camat, 'Grup baru');
    await camat.page.getByText('belum tersambung ke kecamatan').waitFor();
    await camat.says('halo');
    await camat.message('halo').getByText('Bot diam: grup ini belum tersambung').waitFor();
    await camat.says(`/mulai ${code}`);
    await camat.message('Bathin Solapan').last().waitFor();
    await camat.says('/rekap');
    await camat.message('Belum ada laporan dari 13 desa').waitFor();
    expect(camat.faults).toEqual([]);
  });

  it('takes a report in private, which the group does not see, and shows the neighbour its own recap', async () => {
    const petani = await tab('Kades Petani');
    await opens(petani, 'Chat pribadi');
    await petani.says('kantor sudah');
    await petani.message('Desa Petani (1/7)').waitFor();
    await opens(petani, 'Bathin Solapan');
    expect(await petani.message('kantor sudah').count()).toBe(0);
    await petani.page.getByText('1 dari 91 unit berdiri').waitFor();
    await opens(petani, 'Pinggir');
    await petani.page.getByText('0 dari 70 unit berdiri · 10 desa/kelurahan belum pernah melapor').waitFor();
    expect(await petani.page.getByLabel('Anda sebagai').locator('option:checked').textContent()).toMatch(
      /^(Kades|Lurah) /,
    );
    await petani.page.getByLabel('Anda sebagai').selectOption({ label: 'Lurah Titian Antui' });
    await petani.says('/lapor gudang sudah');
    await petani.message('Kelurahan Titian Antui (1/7)').waitFor();
  });

  it('writes as the same person again in a group that one comes back to', async () => {
    const camat = await tab('Camat Bathin Solapan');
    const who = camat.page.getByLabel('Anda sebagai').locator('option:checked');
    await opens(camat, 'Kab. Bengkalis');
    expect(await who.textContent()).toBe('Kadis Koperasi Bengkalis');
    await camat.page.getByLabel('Anda sebagai').selectOption({ label: 'Bupati Bengkalis' });
    await opens(camat, 'Bathin Solapan');
    expect(await who.textContent()).toBe('Camat Bathin Solapan');
    await opens(camat, 'Kab. Bengkalis');
    expect(await who.textContent()).toBe('Bupati Bengkalis');
  });

  it('writes in the private chat as who wrote before a row of the jump led to a group of others', async () => {
    const { page, message } = await tab('Camat Bathin Solapan');
    const who = page.getByLabel('Anda sebagai').locator('option:checked');
    await page.getByRole('button', { name: 'Majukan jam bot ke H-3' }).click();
    await page.locator('#jump').getByText('Yang dijadwalkan sebelum Sen, 3 Mei dilewati').waitFor();
    await page.locator('#jump').getByRole('button', { name: 'Kab. Bengkalis' }).last().click();
    expect(await who.textContent()).toBe('Kadis Koperasi Bengkalis');
    await page.getByRole('navigation').getByRole('button', { name: 'Chat pribadi' }).click();
    expect(await who.textContent()).toBe('Camat Bathin Solapan');
    await page.getByRole('navigation').getByRole('button', { name: 'Bathin Solapan' }).click();
    // The summary of a second jump begins at its top, however far the first was read.
    const jump = page.locator('#jump');
    await jump.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    expect(await jump.evaluate((list) => list.scrollTop)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Majukan jam bot ke H-1' }).click();
    await page.getByText('Jum, 14 Mei · 08.00 WIB. Bot mengirim').waitFor();
    expect(await jump.textContent()).not.toContain('dilewati');
    expect(await jump.evaluate((list) => list.scrollTop)).toBe(0);
    await page.locator('#jump').getByRole('button', { name: 'Kab. Bengkalis' }).last().click();
    await page.getByLabel('Pesan', { exact: true }).fill('/rekap');
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await message('Rekap KDKMP Kabupaten Bengkalis').last().waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Chat pribadi' }).click();
    expect(await who.textContent()).toBe('Kadis Koperasi Bengkalis');
  });

  it('shows the beginning of a long message that it leads to', async () => {
    const { page, message } = await tab('Camat Bathin Solapan', 360, true);
    await page.locator('#open-steps').tap();
    await page.getByRole('button', { name: 'Majukan jam bot ke H-3' }).tap();
    await page.locator('#jump').getByRole('button', { name: 'Kab. Bengkalis' }).last().tap();
    const shown = message('3 hari lagi').last();
    await shown.waitFor();
    const [top, log] = [(await shown.boundingBox())!.y, (await page.locator('#log').boundingBox())!.y];
    expect((await shown.boundingBox())!.height).toBeGreaterThan(
      (await page.locator('#log').boundingBox())!.height,
    );
    expect(Math.abs(top - log)).toBeLessThan(40);
  });

  it('shows the beginning of a long message of another chat whose picture loads after that', async () => {
    const { page } = await tab('Camat Bathin Solapan');
    // The message is shorter than the log before its picture is loaded, and taller after that.
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.getByRole('button', { name: 'Lain…' }).click();
    await page.getByLabel('Tanggal dan jam').fill('2027-05-10T08:30');
    await page.getByRole('button', { name: 'Majukan', exact: true }).click();
    const rows = page.locator('#jump .jump-row');
    for (const chat of ['Kab. Bengkalis', 'Kec. Pinggir']) {
      await rows.filter({ hasText: chat }).filter({ hasText: 'Rekap' }).last().click();
      expect(Math.abs(await belowTop(page, page.locator('article[tabindex="0"]')))).toBeLessThan(5);
    }
  });

  it('counts what was not read elsewhere, and draws a line above it', async () => {
    const reader = await tab();
    const bumbung = await tab('Kades Bumbung');
    await opens(reader, 'Pinggir');
    await bumbung.says('Selamat pagi');
    await bumbung.says('/lapor kantor sudah');
    await bumbung.message('Desa Bumbung (1/7)').waitFor();
    const row = reader.page.getByRole('navigation').getByRole('button', { name: 'Bathin Solapan' });
    await row.locator('.badge', { hasText: '3' }).waitFor();
    await row.click();
    await reader.page.getByText('3 pesan belum dibaca').waitFor();
    expect(await row.locator('.badge').count()).toBe(0);
    await opens(reader, 'Pinggir');
    await opens(reader, 'Bathin Solapan');
    expect(await reader.page.getByText('3 pesan belum dibaca').count()).toBe(0);
  });

  it.each([1280, 360])('opens at the line above what was not read, %i pixels wide', async (width) => {
    const { page, message, faults } = await tab(undefined, width, width === 360);
    const bumbung = await tab('Kades Bumbung');
    const shows = async (chat: string) => {
      if (width === 360) await page.locator('#open-chats').tap();
      await page.getByRole('navigation').getByRole('button', { name: chat }).click();
    };
    await shows('Kab. Bengkalis');
    for (const [at, unit] of ['kantor', 'sembako', 'klinik', 'apotek', 'gudang'].entries()) {
      await bumbung.says(`/lapor ${unit} sudah`);
      await bumbung.message(`Desa Bumbung (${at + 1}/7)`).waitFor();
    }
    await bumbung.says('/rekap');
    await bumbung.message('Rekap').last().waitFor();
    await shows('Kec. Bathin Solapan');
    const line = page.locator('.unread');
    await line.waitFor();
    expect(Math.abs(await belowTop(page, line))).toBeLessThan(40);

    // What comes while the reader is above the end is below a line of its own, which the notice leads to.
    await page.locator('#log').dispatchEvent('wheel');
    await page.evaluate('document.querySelector("#log").scrollTop = 0');
    await bumbung.says('/lapor logistik sudah');
    await page.getByRole('button', { name: '2 pesan baru' }).click();
    expect(await line.allTextContents()).toEqual(['2 pesan belum dibaca']);
    const first = message('/lapor logistik sudah').last();
    expect((await first.boundingBox())!.y).toBeGreaterThan((await line.boundingBox())!.y);
    expect(await belowTop(page, line)).toBeGreaterThan(-40);
    expect(faults).toEqual([]);
  });

  it('says why: what was read, who may report it, and what was written', async () => {
    const petani = await tab('Kades Petani');
    await petani.says('kantor sdh, klinik rencana bln depan');
    await petani.message('Desa Petani (1/7)').waitFor();
    const panel = await why(petani, 'kantor sdh');
    for (const words of [
      'Kades Petani: Kepala Desa Petani',
      'Percakapan di grup',
      'sdhsudah',
      'tidak dicatat: baru rencana',
      'memegang jabatan di Desa Petani: boleh melaporkan desa',
      'berdiri: dicatat',
      'Bot menjawab.',
    ])
      expect(await panel.textContent()).toContain(words);
    await petani.page.keyboard.press('Escape');

    // The explanation is of the event that was handled: the unit stands there now, and nothing is guessed again.
    await petani.says('/lapor kantor proses');
    await petani.message('Apakah benar statusnya turun?').waitFor();
    const lowering = await why(petani, '/lapor kantor proses');
    expect(await lowering.textContent()).toContain('proses: belum dicatat: sekarang berdiri');
    await petani.page.keyboard.press('Escape');
    await petani
      .message('Apakah benar statusnya turun?')
      .getByRole('button', { name: 'Ya, benar turun' })
      .click();
    await petani.page.locator('.message', { hasText: 'Desa Petani (0/7)' }).waitFor();
    const answer = await why(petani, 'Desa Petani (0/7)');
    expect(await answer.textContent()).toContain('Tombol: sama dengan mengetik /lapor 14.03.16.2001');
    await petani.page.keyboard.press('Escape');
    expect(await (await why(petani, 'kantor sdh')).textContent()).toContain('berdiri: dicatat');
  });

  it('says why it refused a neighbour, was silent, or spoke unasked; also after a restart of the page', async () => {
    const bumbung = await tab('Kades Bumbung');
    await bumbung.says('/lapor petani kantor sudah');
    await bumbung.message('hanya dapat disampaikan').waitFor();
    await bumbung.says('besok rapat ya');
    await bumbung.message('besok rapat').getByText('Bot diam').waitFor();
    await bumbung.page.getByRole('button', { name: 'Majukan jam bot ke H-3' }).click();
    await bumbung.message('3 hari lagi').last().waitFor();
    await bumbung.page.reload();
    await bumbung.message('3 hari lagi').last().waitFor();
    for (const [text, words] of [
      ['petani kantor sudah', 'Ditolak: pengirim bukan aparat Desa Petani'],
      ['hanya dapat disampaikan', 'Menjawab Kades Bumbung: /lapor petani kantor sudah'],
      ['besok rapat', 'Tidak ada laporan di dalamnya.'],
      ['3 hari lagi', 'dikirim menurut jadwal'],
    ] as const) {
      expect(await (await why(bumbung, text)).textContent()).toContain(words);
      await bumbung.page.keyboard.press('Escape');
    }
  });

  it('lets a fortnight of reports pass while it runs', async () => {
    const camat = await tab('Camat Bathin Solapan');
    await camat.says('/rekap');
    await camat.message('Belum ada laporan dari 13 desa').waitFor();
    await camat.page.getByRole('button', { name: 'Isi contoh dua pekan' }).click();
    await camat.page.getByRole('button', { name: 'Ya, isi' }).click();
    const picture = camat.page.locator('img[src^="/api/files"]').last();
    expect(await picture.getAttribute('alt')).toBe(
      'Gambar: Rekap KDMP Kecamatan Bathin Solapan. 42/91 unit berdiri, hari ini bertambah 3 unit',
    );
    await camat.page.getByText('42 dari 91 unit berdiri').waitFor();
    await camat.says('/lapor pamesi kantor sudah');
    await camat.message('Desa Pamesi (1/7)').waitFor();
    expect(camat.faults).toEqual([]);
  });
});
