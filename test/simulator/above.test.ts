import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, type Tab } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe.skipIf(noBrowser)('the kabupaten in the simulator', () => {
  const { tab } = inBrowser();
  const opens = ({ page }: Tab, chat: string) =>
    page.getByRole('navigation').getByRole('button', { name: chat }).click();
  const as = ({ page }: Tab, who: string) => page.getByLabel('Anda sebagai').selectOption({ label: who });

  it('shows what its kecamatan have reported, one of them when it is asked for, and what has just been reported there', async () => {
    const kadis = await tab();
    await opens(kadis, 'Kab. Bengkalis');
    expect(await kadis.page.getByLabel('Anda sebagai').locator('option:checked').textContent()).toBe(
      'Kadis Koperasi Bengkalis',
    );
    await kadis.page.getByText('3 kecamatan belum memakai bot').waitFor();
    await kadis.says('/rekap');
    const recap = kadis.message('Rekap KDKMP Kabupaten Bengkalis').last();
    await recap.waitFor();
    expect(await recap.textContent()).toContain(
      'Belum memakai bot ini: kecamatan Rupat Utara, Bandar Laksamana',
    );
    await kadis.says('Mandau');
    await kadis.message('Rekap KDKMP Kecamatan Mandau').last().waitFor();
    const row = kadis.page.locator('tr[data-village="14.03.16"]');
    await row.getByTitle('belum pernah melapor').waitFor();
    await opens(kadis, 'Bathin Solapan');
    await as(kadis, 'Kades Petani');
    await kadis.says('/lapor semua sudah');
    await kadis.message('Desa Petani (7/7)').waitFor();
    await opens(kadis, 'Kab. Bengkalis');
    await row.getByText('8%').waitFor();
    expect(kadis.faults).toEqual([]);
  });

  it('invites a kecamatan, whose camat begins in the new group', async () => {
    const kadis = await tab();
    await opens(kadis, 'Chat pribadi');
    await as(kadis, 'Kadis Koperasi Bengkalis');
    // The example is a kecamatan that can be invited.
    await kadis.says('/undang');
    await kadis.message('misalnya: /undang Rupat Utara').waitFor();
    await kadis.says('/undang semua');
    await kadis.message('3 undangan, satu halaman untuk setiap kecamatan').waitFor();
    await kadis.message('Untuk: Rupat Utara, Bandar Laksamana, Talang Muandau').waitFor();
    await kadis.says('/undang Talang Muandau');
    const invitation = kadis.message(/Talang Muandau: \w{5}-\w{5}/).last();
    await invitation.waitFor();
    const [code] = /\w{5}-\w{5}/.exec((await invitation.textContent())!)!;
    await opens(kadis, 'Grup baru');
    await as(kadis, 'Tamu');
    await kadis.says(`/mulai ${code}`);
    await kadis.message('Kecamatan Talang Muandau').last().waitFor();
    await kadis.page.getByText('0 dari 63 unit berdiri').waitFor();
    // Nobody of Bathin Solapan reports there.
    expect(await kadis.page.locator('.idea').count()).toBe(0);
    await opens(kadis, 'Kab. Bengkalis');
    await kadis.page.getByText('2 kecamatan belum memakai bot').waitFor();
    expect(kadis.faults).toEqual([]);
  });

  it('gets its picture on Monday, and the pace with a band from the weeks before', async () => {
    const bupati = await tab();
    await opens(bupati, 'Kab. Bengkalis');
    await as(bupati, 'Bupati Bengkalis');
    await bupati.page.getByRole('button', { name: 'Majukan jam bot ke Senin' }).click();
    const monday = bupati.message('Rekap Senin').last();
    await monday.waitFor();
    // It is of the week that ended, and comes at half past seven.
    expect(await monday.textContent()).toMatch(/Data per 29 Nov 23\.59 WIB[\s\S]*07\.30/);
    expect(await bupati.page.getByLabel('Pesan', { exact: true }).getAttribute('placeholder')).toBe(
      'Ketik pesan…',
    );
    await bupati.says('/rekap laju');
    const pace = bupati.message('Laju KDKMP Kabupaten Bengkalis').last();
    await pace.waitFor();
    expect(await pace.textContent()).toMatch(
      /tercapai (antara .* dan|sekitar) [\s\S]*Tidak bergerak lebih dari 21 hari: .*Bukit Batu/,
    );
    // What a picture shows is what its caption speaks of; the caption is cut behind a word.
    const alt = async (message: Locator) => (await message.locator('img').getAttribute('alt'))!;
    expect(await alt(pace)).toMatch(/^Gambar: Laju KDKMP Kabupaten Bengkalis(?!.*tabel)/);
    const [, caption] = /^Gambar: (.*)…$/.exec(await alt(monday))!;
    const inOneLine = (text: string) => text.replace(/[\s.]+/g, ' ');
    const whole = inOneLine((await monday.locator('.text').textContent())!);
    expect(`${whole} `).toContain(`${inOneLine(caption!)} `);
    expect(bupati.faults).toEqual([]);
  });
});
