import { describe, expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode } from '../../src/domain/ids.ts';
import { noBrowser } from './browser.ts';
import { inBrowser } from './in-browser.ts';

const PETANI = '14.03.16.2001';
const BUMBUNG = '14.03.16.2004';
/** One pixel. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PHOTO = { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.from(DOT, 'base64') };

describe.skipIf(noBrowser)('the simulator in a browser', () => {
  const { tab } = inBrowser();

  it('shows a newcomer what to do: a tap reports, the recap changes, H-3 brings a reminder', async () => {
    const { page, message, cell, faults } = await tab();
    await page.getByText('ketuk contoh di bawah').waitFor();
    expect(await page.locator('.idea').count()).toBe(4);
    await page.locator('.idea').first().click();
    await message('Dicatat untuk Desa Petani (2/7)').waitFor();
    await cell(PETANI, 1)
      .and(page.getByLabel('berdiri', { exact: true }))
      .waitFor();
    await cell(PETANI, 4)
      .and(page.getByLabel('belum', { exact: true }))
      .waitFor();
    await page.getByText('2 dari 91 unit berdiri · 12 desa belum pernah melapor').waitFor();

    await page.getByRole('button', { name: 'Majukan jam bot ke H-3' }).click();
    const reminder = message('mohon balas pesan ini bila ada unit').last();
    await reminder.waitFor();
    expect(await reminder.locator('.mention.me').textContent()).toBe('@Kades Petani');
    await page.getByText('Rabu, 12 Mei 2027 · 08.00 WIB').first().waitFor();
    // The jump is summed up: each message of the last mornings, H-7 and H-3, with the group that it went to.
    const jump = page.locator('#jump');
    await jump.getByText('Bot mengirim').waitFor();
    const rows = (line: string) => jump.getByRole('button', { name: line }).count();
    expect(await rows('Tenggat 15 Mei: 7 hari lagi')).toBe(2);
    // The kabupaten is told too.
    expect(await rows('Tenggat 15 Mei: 3 hari lagi')).toBe(3);
    expect(await rows('mohon balas pesan ini bila ada')).toBe(0);
    await jump.getByRole('button', { name: 'Kec. Pinggir' }).last().click();
    await message('Titian Antui').last().waitFor();
    expect(faults).toEqual([]);
  });

  it('takes a report typed, by reply and by button, and shows the edit in its place', async () => {
    const { page, says, message, cell } = await tab('Kades Bumbung');
    await says('/lapor');
    const list = message('Desa Bumbung · 0 dari 7 berdiri');
    await list.getByRole('button', { name: '4 Klinik' }).click();
    await page.locator('#toast', { hasText: 'Dicatat. Desa Bumbung 1/7' }).waitFor();
    const edited = message('Desa Bumbung · 1 dari 7 berdiri');
    await edited.getByText('diubah').waitFor();
    await edited.hover();
    await edited.getByRole('button', { name: 'Balas: Bot Koperasi' }).click();
    await says('1 3');
    await message('Desa Bumbung (3/7)').waitFor();
    await says('apotek sudah berdiri');
    await message('Desa Bumbung (4/7)').waitFor();
    for (const unit of [1, 3, 4, 5])
      await cell(BUMBUNG, unit)
        .and(page.getByLabel('berdiri', { exact: true }))
        .waitFor();
  });

  it.each([1280, 360])(
    'shows what decides about a person in a row of its own, %i pixels wide',
    async (width) => {
      const { page, says } = await tab('Tamu', width, width === 360);
      await says('/daftar ba Petani');
      await page.getByRole('button', { name: 'Setujui Tamu' }).waitFor();
      const other = await tab();
      await other.page.getByLabel('Anda sebagai').selectOption({ label: 'Orang baru…' });
      await other.page.locator('#join-name').fill('Rina');
      await other.page.keyboard.press('Enter');
      await other.says('/daftar Bumbung sekdes');
      await page.getByRole('button', { name: 'Setujui semua' }).waitFor();
      const labels = await page
        .locator('.message', { has: page.getByRole('button', { name: 'Setujui semua' }) })
        .locator('.choice-row')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));
      expect(labels).toEqual([
        ['Setujui semua'],
        ['Setujui Tamu · Petani', 'Tolak Tamu · Petani'],
        ['Setujui Rina · Bumbung', 'Tolak Rina · Bumbung'],
      ]);
    },
  );

  it('tells whoever writes in passing why the bot is silent', async () => {
    const { says, message } = await tab('Kades Petani');
    await says('besok rapat jam berapa pak');
    await message('besok rapat').getByText('Agar selalu dibaca').waitFor();
    await says('makasih bot');
    await message('makasih bot').getByText('Yang dapat ditulis: /bantuan').waitFor();
    const camat = await tab('Camat Bathin Solapan');
    await camat.says('setujui semua');
    await camat.message('setujui semua').getByText('dengan perintah /setujui semua.').waitFor();
  });

  it('keeps two tabs in step as two people, and the conversation through a reload', async () => {
    const petani = await tab('Kades Petani');
    const camat = await tab('Camat Bathin Solapan');
    await petani.says('/lapor kantor sudah');
    await camat.message('Desa Petani (1/7)').waitFor();
    await camat.says('/rekap');
    await petani.message('1/91 unit berdiri').waitFor();
    await petani.page.reload();
    await petani.message('1/91 unit berdiri').waitFor();
    expect(await petani.page.getByLabel('Anda sebagai').inputValue()).toBe('simulator:kades-2001');
    expect(await camat.message('/rekap').first().getAttribute('class')).toContain('own');
  });

  it('refuses a stranger and a neighbour', async () => {
    const petani = await tab('Kades Petani');
    await petani.says('/lapor');
    const stranger = await tab('Tamu');
    await stranger.message('Desa Petani · 0 dari 7').getByRole('button', { name: '1 Kantor' }).click();
    await stranger.page.getByRole('dialog').getByText('Hanya aparat Desa Petani').waitFor();
    await stranger.page.getByRole('button', { name: 'Baik' }).click();
    const neighbour = await tab('Kades Bumbung');
    await neighbour.says('/lapor petani kantor sudah');
    await petani.message('hanya dapat disampaikan oleh aparat setempat').waitFor();
    await petani.page.getByText('0 dari 91 unit berdiri').waitFor();
  });

  it('shows names and texts letter by letter, whatever they look like', async () => {
    const { page, says, message, faults } = await tab();
    await page.getByLabel('Anda sebagai').selectOption({ label: 'Orang baru…' });
    const name = '<img src=x onerror=alert(1)>';
    await page.getByLabel('Nama').fill(name);
    await page.getByRole('button', { name: 'Masuk grup' }).click();
    await page.locator('#who option:checked', { hasText: name }).waitFor({ state: 'attached' });
    await says('<script>alert(1)</script> & <b>tebal</b>');
    const shown = message('<b>tebal</b>');
    await shown.waitFor();
    expect(await shown.locator('.name').textContent()).toBe(name);
    expect(await shown.locator('.text').textContent()).toBe('<script>alert(1)</script> & <b>tebal</b>');
    await says('/daftar Petani sekdes');
    await message('img src x onerror alert(1) sebagai Sekretaris Desa Petani').waitFor();
    expect(await page.locator('.log script, .log img:not([src^="/"])').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('sends a photo with a caption, shows pictures and offers files', async () => {
    const { page, says, message, faults } = await tab('Kades Petani');
    await page.getByLabel('Kirim foto').setInputFiles(PHOTO);
    await page.locator('#note-photo').waitFor();
    await says('/lapor gudang sudah');
    await message('/lapor gudang sudah').locator('img').waitFor();
    await message('Desa Petani (1/7)').waitFor();
    expect(await message('/lapor gudang sudah').locator('img').getAttribute('alt')).toBe(
      'Foto dari Kades Petani: /lapor gudang sudah',
    );
    await page.getByLabel('Kirim foto').setInputFiles({ ...PHOTO, buffer: Buffer.from('<svg onload=x>') });
    await page.locator('#toast', { hasText: 'bukan foto' }).waitFor();
    expect(await page.locator('#note').isVisible()).toBe(false);
    await says('klinik sudah');
    await message('Desa Petani (2/7)').waitFor();
    expect(faults).toEqual([]);
  });

  it('shows no file of the world before under the same number', async () => {
    const { page, says, message } = await tab('Camat Bathin Solapan');
    await page.getByLabel('Kirim foto').setInputFiles(PHOTO);
    await page.locator('#note-photo').waitFor();
    await says('foto kantor');
    const photo = message('foto kantor').locator('img');
    await photo.evaluate((img: HTMLImageElement) => img.decode());
    const number = await photo.getAttribute('src').then((src) => src?.split('?')[0]);
    await page.getByRole('button', { name: 'Mulai ulang', exact: true }).click();
    await page.getByRole('button', { name: 'Ya, mulai ulang' }).click();
    await page.getByText('Selamat datang di grup percobaan').waitFor();
    await says('/rekap gambar');
    const picture = page.locator('img[src^="/api/files"]');
    await picture.evaluate((img: HTMLImageElement) => img.decode());
    expect(await picture.getAttribute('src')).toContain(`${number}?`);
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(1);
  });

  it('begins afresh for every tab', async () => {
    const petani = await tab('Kades Petani');
    const camat = await tab('Camat Bathin Solapan');
    await petani.says('/lapor kantor sudah');
    await camat.message('Desa Petani (1/7)').waitFor();
    await camat.page.getByRole('button', { name: 'Mulai ulang', exact: true }).click();
    await camat.page.getByRole('button', { name: 'Ya, mulai ulang' }).click();
    for (const { page } of [petani, camat]) {
      await page.getByText('Selamat datang di grup percobaan').waitFor();
      await page.getByText('0 dari 91 unit berdiri').waitFor();
    }
    await petani.says('/lapor klinik sudah');
    await camat.message('Desa Petani (1/7)').waitFor();
  });

  it('goes on showing the time of the bot when another person is chosen', async () => {
    const { page, says, cell } = await tab();
    await page.clock.install();
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
    await page.getByLabel('Anda sebagai').selectOption({ label: 'Kades Petani' });
    await says('/lapor kantor sudah');
    await cell(PETANI, 1)
      .and(page.getByLabel('berdiri', { exact: true }))
      .waitFor();
    const shown = async () => Date.parse((await page.locator('#now').getAttribute('datetime'))!);
    const before = await shown();
    await page.clock.runFor(300_000);
    expect(await shown()).toBeGreaterThanOrEqual(before + 240_000);
    await page.getByLabel('Anda sebagai').selectOption({ label: 'Kades Bumbung' });
    expect(await shown()).toBeGreaterThanOrEqual(before + 240_000);
  });

  it('shows what a jump of the clock sent, also where the recap lies over the conversation', async () => {
    const { page } = await tab('Camat Bathin Solapan', 360, true);
    await page.locator('#open-recap').click();
    await page.locator('#open-steps').click();
    await page.getByRole('button', { name: 'Majukan jam bot ke H-3' }).click();
    const summary = page.locator('#jump');
    await summary.waitFor();
    await summary.locator('.jump-row').first().click({ trial: true });
    expect(await page.locator('#open-recap').getAttribute('aria-expanded')).toBe('false');
  });

  it('moves to any moment ahead, and to none that is past', async () => {
    const { page, says, message } = await tab('Camat Bathin Solapan');
    const move = async (at: string, go: () => Promise<void>) => {
      await page.getByRole('button', { name: 'Lain…' }).click();
      await page.getByLabel('Tanggal dan jam').fill(at);
      await go();
    };
    await move('2026-11-30T13:45', () => page.keyboard.press('Enter'));
    await page.locator('#now', { hasText: 'Senin, 30 November 2026 · 13.45 WIB' }).waitFor();
    await message('Rekap Senin').waitFor();
    await move('2026-11-29T08:00', () => page.getByRole('button', { name: 'Majukan', exact: true }).click());
    await page.locator('#toast', { hasText: 'sudah lewat' }).waitFor();
    await says('/rekap');
    await message('Data per 30 Nov 13.45 WIB').waitFor();
  });

  it('reminds 13 villages that each lack something else within one phone screen', async () => {
    const { page, says, message } = await tab('Camat Bathin Solapan', 360, true);
    const established = [
      '1 2 3',
      '1 2',
      '1 3 5 7',
      '2 4 6',
      '1 2 3 4',
      '5 6 7',
      '1 4 7',
      '2 3',
      '3 4 5',
      '1 6',
      '2 5 7',
    ];
    const reported = [...established, '1 2 5', '4 5 6'];
    for (const [i, { name }] of area('14.03.16' as DistrictCode)!.villages.entries()) {
      await says(`/lapor ${name} ${reported[i]}`);
      await message(`Dicatat untuk Desa ${name}`).waitFor();
    }
    await says('/pengingat sekarang');
    const reminder = message('Yang masih perlu dilengkapi').locator('.text');
    await reminder.waitFor();
    const screen = await page.locator('.log').boundingBox();
    expect((await reminder.boundingBox())!.height).toBeLessThanOrEqual(screen!.height);
  });

  it('fits a small phone, and is used there by keyboard alone', async () => {
    const { page, says, message } = await tab('Camat Bathin Solapan', 360);
    const wide = () =>
      page.evaluate('document.documentElement.scrollWidth + document.documentElement.scrollTop');
    await says('/belum');
    await message('Yang belum berdiri atau belum dilaporkan di').waitFor();
    expect(await wide()).toBe(360);
    await page.getByRole('button', { name: /^Rekap/ }).press('Enter');
    await page.getByRole('table').waitFor();
    expect(await wide()).toBe(360);
    await page.keyboard.press('Escape');
    await page.getByRole('table').waitFor({ state: 'hidden' });
    await page.getByLabel('Pesan', { exact: true }).focus();
    await page.keyboard.type('/tenggat');
    await page.keyboard.press('Enter');
    await message('15 Mei 2027').last().waitFor();
    expect(await wide()).toBe(360);
  });
});
