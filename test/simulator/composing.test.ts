import { describe, expect, it } from 'vitest';
import { noBrowser, type Tab } from './browser.ts';
import { inBrowser } from './in-browser.ts';

describe.skipIf(noBrowser)('writing in the simulator', () => {
  const simulator = inBrowser();
  const { tab } = simulator;
  const field = ({ page }: Tab) => page.getByLabel('Pesan', { exact: true });

  it('lists the commands behind a slash, by keyboard and by pointer', async () => {
    const camat = await tab('Camat Bathin Solapan');
    await field(camat).pressSequentially('/re');
    const option = camat.page.getByRole('listbox', { name: 'Daftar perintah' }).getByRole('option');
    await option.first().waitFor();
    expect(await option.allTextContents()).toEqual(['/rekapRekap laporan']);
    await camat.page.keyboard.press('Enter');
    expect(await field(camat).inputValue()).toBe('/rekap ');
    await field(camat).fill('/');
    expect(await option.count()).toBeGreaterThan(8);
    expect(await option.filter({ hasText: '/undang' }).count()).toBe(0);
    await option.filter({ hasText: '/belum' }).click();
    expect(await field(camat).inputValue()).toBe('/belum ');
    await camat.page.keyboard.press('Enter');
    await camat.message('Yang belum berdiri atau belum dilaporkan di').waitFor();
    // A whole name is sent as it stands.
    await field(camat).pressSequentially('/tenggat');
    await camat.page.keyboard.press('Enter');
    await camat.message('15 Mei 2027').last().waitFor();
  });

  it('lists of the commands those that the person may use in the chat', async () => {
    const head = await tab('Kades Petani');
    const names = head.page.getByRole('listbox', { name: 'Daftar perintah' }).locator('b');
    const at = await field(head).boundingBox();
    const namesOf = async (who: string) => {
      await head.page.getByLabel('Anda sebagai').selectOption({ label: who });
      await field(head).fill('/');
      return (await names.allTextContents()).join(' ');
    };
    expect(await namesOf('Kades Petani')).toBe(
      '/lapor /rekap /belum /status /batal /daftar /tenggat /riwayat /lupakan_saya /bantuan',
    );
    // The list moves nothing.
    expect(await field(head).boundingBox()).toEqual(at);
    expect(await namesOf('Tamu')).toBe(
      '/rekap /belum /status /daftar /tenggat /riwayat /lupakan_saya /bantuan',
    );
    expect(await namesOf('Camat Bathin Solapan')).toContain(
      '/setujui /tolak /tunjuk /cabut /tenggat /pengingat /riwayat /lepas /lupakan_saya',
    );
    await head.page.getByRole('button', { name: 'Chat pribadi' }).click();
    expect(await namesOf('Camat Bathin Solapan')).toContain('/undang /mulai /lupakan_saya');
  });

  it('answers a command that is none', async () => {
    const camat = await tab('Camat Bathin Solapan');
    await camat.says('/foo');
    await camat.page.locator('.message.bot').waitFor();
  });

  it('edits the last own message with the arrow up', async () => {
    const petani = await tab('Kades Petani');
    await petani.says('/lapor kantor sudah');
    await petani.message('Desa Petani (1/7)').waitFor();
    await field(petani).press('ArrowUp');
    expect(await field(petani).inputValue()).toBe('/lapor kantor sudah');
    await field(petani).fill('/lapor kantor sudah, klinik sudah');
    await petani.page.keyboard.press('Enter');
    await petani.message('Desa Petani (2/7)').waitFor();
    await petani.message('klinik sudah').first().getByText('diubah').waitFor();
    // Its answer quotes the message that was changed, as it is now.
    const quote = petani.message('Desa Petani (2/7)').locator('.quote');
    expect(await quote.textContent()).toBe('Kades Petani/lapor kantor sudah, klinik sudah');
  });

  it.each([1280, 360])('ends an edit with Escape, or by emptying, at %i pixels', async (width) => {
    const petani = await tab('Kades Petani', width, width < 500);
    const note = petani.page.locator('#note');
    await petani.says('/lapor kantor sudah');
    await petani.message('Desa Petani (1/7)').waitFor();
    for (const end of [() => field(petani).fill(''), () => field(petani).press('Escape')]) {
      await field(petani).press('ArrowUp');
      await note.filter({ hasText: 'Mengubah pesan' }).waitFor();
      await end();
      await note.waitFor({ state: 'hidden' });
      expect(await field(petani).inputValue()).toBe('');
    }
    await petani.says('/lapor klinik sudah');
    await petani.message('Desa Petani (2/7)').waitFor();
    await petani.message('/lapor kantor sudah').first().waitFor();
    expect(await petani.page.getByText('diubah', { exact: true }).count()).toBe(0);
  });

  it('ends a reply with Escape, and keeps its words', async () => {
    const petani = await tab('Kades Petani');
    await petani.says('/lapor klinik sudah');
    const answer = petani.message('Desa Petani (1/7)');
    await answer.hover();
    await answer.getByRole('button', { name: 'Balas' }).click();
    await petani.page.locator('#note', { hasText: 'Membalas' }).waitFor();
    await field(petani).fill('gudang sudah');
    await field(petani).press('Escape');
    await petani.page.locator('#note').waitFor({ state: 'hidden' });
    expect(await field(petani).inputValue()).toBe('gudang sudah');
  });

  it('shows no notice over what it says, nor once something else is done', async () => {
    const petani = await tab('Kades Petani', 360, true);
    const notice = petani.page.locator('#toast.shown');
    // No notice ends by itself.
    await petani.page.clock.install();
    await petani.page.clock.pauseAt(Date.now() + 3_600_000);
    await petani.says('/lapor');
    await petani.message('0 dari 7').getByRole('button', { name: '1 Kantor' }).tap();
    await notice.filter({ hasText: 'Dicatat. Desa Petani 1/7' }).waitFor();
    await petani.page.getByRole('button', { name: 'Cari pesan' }).tap();
    await notice.waitFor({ state: 'hidden' });
    await petani.page.getByRole('button', { name: 'Tutup pencarian' }).tap();
    await petani.message('1 dari 7').getByRole('button', { name: 'Masih proses' }).tap();
    await petani.message('Unit mana yang statusnya proses').waitFor();
    await notice.waitFor({ state: 'hidden' });
  });

  it('passes a message on to another chat, where it is no report of who does so', async () => {
    const bumbung = await tab('Kades Bumbung');
    await bumbung.says('Klinik sudah berdiri, gudang sudah berdiri');
    await bumbung.message('Desa Bumbung (2/7)').waitFor();
    const petani = await tab('Kades Petani');
    const said = petani.message('Klinik sudah berdiri').first();
    await said.hover();
    await said.getByRole('button', { name: 'Teruskan' }).click();
    const dialog = petani.page.getByRole('dialog', { name: 'Teruskan pesan' });
    await dialog.getByLabel('Ke percakapan').selectOption({ label: 'Chat pribadi' });
    await dialog.getByRole('button', { name: 'Teruskan' }).click();
    const passed = petani.message('Diteruskan dari Kades Bumbung');
    await passed.waitFor();
    expect(await petani.page.locator('#chat-title').textContent()).toBe('Chat pribadi');
    const asked = petani.message('Apakah ini laporan Desa Petani');
    await asked.waitFor();
    expect(await petani.cell('14.03.16.2001', 4).getAttribute('class')).not.toContain('berdiri');
    await passed.hover();
    expect(await passed.getByRole('button', { name: 'Ubah' }).count()).toBe(0);
    // The words stay those of who wrote them first, however often they are passed on.
    await passed.getByRole('button', { name: 'Teruskan' }).click();
    await dialog.getByLabel('Ke percakapan').selectOption({ index: 0 });
    await dialog.getByRole('button', { name: 'Teruskan' }).click();
    await petani.message('Diteruskan dari Kades Bumbung').waitFor();
    await petani.message('Bot diam').waitFor();
    expect(petani.faults).toEqual([]);
  });

  it('keeps a draft of each chat through a reload', async () => {
    const petani = await tab('Kades Petani');
    await petani.says('/lapor');
    await petani.message('Desa Petani · 0 dari 7').hover();
    await petani.message('Desa Petani · 0 dari 7').getByRole('button', { name: 'Balas' }).click();
    await field(petani).fill('1 3');
    await petani.page.reload();
    await petani.message('Desa Petani · 0 dari 7').waitFor();
    expect(await field(petani).inputValue()).toBe('1 3');
    await petani.page.getByRole('navigation').getByRole('button', { name: 'Chat pribadi' }).click();
    expect(await field(petani).inputValue()).toBe('');
    await petani.page.getByRole('navigation').getByRole('button', { name: 'Bathin Solapan' }).click();
    await field(petani).press('Enter');
    await petani.message('Desa Petani (2/7)').waitFor();
  });

  it('sends what was written without a connection later, once and in order', async () => {
    const petani = await tab('Kades Petani');
    const camat = await tab('Camat Bathin Solapan');
    await petani.page.context().setOffline(true);
    for (const text of ['/lapor kantor sudah', '/lapor klinik sudah', '/lapor gudang sudah']) {
      await petani.says(text);
      await petani.page.locator('.waiting', { hasText: text }).waitFor();
    }
    // It is as easy to read as any other.
    const waiting = petani.page.locator('.waiting .bubble').first();
    expect(await waiting.evaluate((bubble) => getComputedStyle(bubble).opacity)).toBe('1');
    await petani.page.context().setOffline(false);
    await camat.message('Desa Petani (3/7)').waitFor();
    await petani.page.locator('.waiting').first().waitFor({ state: 'detached' });
    const said = (await simulator.served.playground.world()).transcript.changedSince(0);
    expect(said.flatMap(({ message }) => (message.by === 'bot' ? [] : message.text))).toEqual([
      '/lapor kantor sudah',
      '/lapor klinik sudah',
      '/lapor gudang sudah',
    ]);
  });

  it('says a message once that is sent again because its answer was lost', async () => {
    const petani = await tab('Kades Petani');
    let tries = 0;
    await petani.page.route('**/api/say', async (route) => {
      tries += 1;
      if (tries > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await petani.says('/lapor kantor sudah');
    await petani.message('Desa Petani (1/7)').waitFor();
    await expect.poll(() => tries, { timeout: 20_000 }).toBe(2);
    await petani.page.locator('#waiting').waitFor({ state: 'detached' });
    // It was not refused either: nothing came back to be sent again.
    expect(await field(petani).inputValue()).toBe('');
    await petani.says('/lapor klinik sudah');
    await petani.message('Desa Petani (2/7)').waitFor();
    const said = (await simulator.served.playground.world()).transcript.changedSince(0);
    expect(said.filter(({ message }) => message.by !== 'bot')).toHaveLength(2);
  });

  it('cuts a long message behind a word, wherever its beginning is shown', async () => {
    const { page, says } = await tab('Kades Petani');
    await says(`/lapor klinik sudah berdiri\n${'berkepanjangan '.repeat(25)}`);
    const answer = page.locator('.message.bot').last();
    expect(await answer.locator('.quote').textContent()).toMatch(/ berkepanjangan…$/);
    const own = page.locator('.message.own').last();
    await own.hover();
    await own.getByRole('button', { name: 'Mengapa?' }).click();
    await page.getByRole('dialog', { name: 'Mengapa?' }).waitFor();
    expect(await page.locator('#why-message').textContent()).toMatch(/ berkepanjangan…$/);
    await page.keyboard.press('Escape');
    await own.hover();
    await own.getByRole('button', { name: 'Teruskan' }).click();
    await page.getByRole('dialog', { name: 'Teruskan pesan' }).waitFor();
    expect(await page.locator('#forward-message').textContent()).toMatch(/ berkepanjangan…$/);
  });

  it('finds words in the chat', async () => {
    const petani = await tab('Kades Petani');
    for (const text of ['/lapor kantor sudah', '/lapor klinik sudah']) {
      await petani.says(text);
      await petani.message(text).first().waitFor();
    }
    await petani.page.getByRole('button', { name: 'Cari pesan' }).click();
    const search = petani.page.getByLabel('Cari di percakapan ini');
    await search.fill('LAPOR KLINIK');
    await petani.page.getByText('1 dari 1', { exact: true }).waitFor();
    expect(await petani.page.locator('.hit').textContent()).toContain('/lapor klinik sudah');
    await search.fill('puskesmas');
    await petani.page.getByText('Tidak ditemukan').waitFor();
    await search.press('Escape');
    await search.waitFor({ state: 'hidden' });
  });

  it('replies to a swipe, copies on a long press, and shows the rest to a tap', async () => {
    const context = await simulator.browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(simulator.served.url);
    await page.locator('html[data-ready]').waitFor();
    await page.locator('.idea').first().tap();
    const message = page.locator('.message', { hasText: 'Dicatat' });
    await message.waitFor();
    const touch = await context.newCDPSession(page);
    const box = (await message.locator('.text').boundingBox())!;
    const at = (x: number) => [{ x: box.x + x, y: box.y + 10 }];
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : at(x) });

    // A touch is a long press when the test says so.
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await send('touchStart', 20);
    for (const x of [40, 60, 80, 100]) await send('touchMove', x);
    await send('touchEnd');
    const note = page.locator('#note', { hasText: 'Membalas Bot Koperasi' });
    await note.waitFor();
    expect(await note.textContent()).toMatch(/…/);
    expect(await note.locator('.tile-berdiri').count()).toBe(1);

    await send('touchStart', 20);
    await page.clock.runFor(1_000);
    await page.locator('#toast', { hasText: 'disalin' }).waitFor();
    await send('touchEnd');
    await page.clock.resume();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('Dicatat untuk Desa Petani');

    const own = page.locator('.message.own');
    expect(await own.getByRole('button', { name: 'Ubah' }).isVisible()).toBe(false);
    await own.locator('.text').tap();
    await own.getByRole('button', { name: 'Ubah' }).tap();
    await page.locator('#note', { hasText: 'Mengubah pesan' }).waitFor();
    await own.getByRole('button', { name: 'Mengapa?' }).tap();
    await page.getByRole('dialog', { name: 'Mengapa?' }).waitFor();
  });

  it('moves nothing when a tap shows the rest of a message or hides it: the next tap hits what it is meant for', async () => {
    const petani = await simulator.tab('Kades Petani', 360, true);
    await petani.says('/lapor');
    const button = petani.message('0 dari 7').getByRole('button', { name: '1 Kantor' });
    await button.waitFor();
    const own = petani.page.locator('.message.own');
    const edit = own.getByRole('button', { name: 'Ubah' });
    const height = () => petani.page.evaluate("document.getElementById('log').scrollHeight");
    const before = await height();
    await own.locator('.text').tap();
    await edit.waitFor();
    expect(await height()).toBe(before);
    const { x, width } = (await edit.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(360);
    await button.tap();
    await petani.message('1 dari 7').waitFor();
    await edit.waitFor({ state: 'hidden' });
  });
});
