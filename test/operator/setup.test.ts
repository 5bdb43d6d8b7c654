import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../src/paths.ts';
import { noBrowser, openBrowser } from '../simulator/browser.ts';
import { TOKEN } from '../telegram/api-double.ts';
import { startServer } from '../whatsapp/server.ts';
import { DESK, flaws, NO_FLAWS, openPage, PHONE } from './pages.ts';
import { authorization, type Bot, makeBot, PASSWORD, portIn, type Started } from './process.ts';

const NOTHING = { HTTP_PORT: '0' };
const UNKNOWN_TOKEN = '1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

let bot: Bot;
beforeEach(async () => {
  bot = await makeBot();
});
afterEach(() => bot.close());

const saved = () => join(bot.folder, 'data', 'pengaturan.json');
const linkIn = ({ out }: Started): string => /http:\S+\/siapkan\/\S+/.exec(out.text)![0];
const rightForm = { sandi: PASSWORD, ulang: PASSWORD, token: TOKEN };
const post = (link: string, form: Record<string, string>, headers = {}) =>
  fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(link).origin, ...headers },
    body: new URLSearchParams(form),
  });

describe('the first start', () => {
  it('prints a link once; set up there, the bot runs in the same process, and at the next start by itself', async () => {
    const started = await bot.start('/siapkan/', NOTHING);
    const link = linkIn(started);
    expect(started.out.text).toMatch(
      /^Simulator: http:\S+ — .*\nMenyiapkan bot: http:\/\/127\.0\.0\.1:\d+\/siapkan\/[\w-]{22} — .*\n$/,
    );
    expect((await post(link, rightForm)).headers.get('location')).toBe('/');
    await started.until('"ready"');
    expect(statSync(saved()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(saved(), 'utf8'))).toEqual({
      TELEGRAM_BOT_TOKEN: TOKEN,
      WEB_PASSWORD: PASSWORD,
    });
    const used = await fetch(link, { redirect: 'manual' });
    expect([used.status, used.headers.get('location')]).toEqual([303, '/']);
    const { origin } = new URL(link);
    expect(started.out.text).toContain(`tautan untuk itu tidak berlaku lagi. Halaman pengelola: ${origin}\n`);
    const refused = await fetch(origin);
    expect([refused.status, await refused.text()]).toEqual([
      401,
      expect.stringContaining('kata sandi yang dipilih saat bot disiapkan di peramban'),
    ]);
    const page = await (await fetch(origin, { headers: { authorization } })).text();
    expect(page).toContain('Pengelola bot KDMP');
    expect(started.out.text + page).not.toContain(TOKEN.split(':')[1]);
    started.child.kill('SIGTERM');
    expect(await started.ended).toEqual([0, null]);
    const again = await bot.start('"ready"', NOTHING);
    expect(again.out.text).not.toContain('/siapkan/');
  });

  it('says what is wrong with each field, shows no secret again, and saves nothing', async () => {
    const link = linkIn(await bot.start('/siapkan/', NOTHING));
    const answer = async (form: Record<string, string>) =>
      (await post(link, { ...rightForm, ...form })).text();
    for (const sandi of ['pendek', 'x'.repeat(14_000)])
      expect(await answer({ sandi, ulang: sandi })).toContain('harus 8 sampai 200 huruf');
    expect(await answer({ ulang: 'rahasia-sekalx' })).toContain('Kedua kata sandi berbeda');
    expect(await answer({ token: 'bukan token' })).toContain('Ini bukan token');
    expect(await answer({ token: '' })).toContain('isi token Telegram atau nyalakan WhatsApp');
    const unknown = await answer({ token: UNKNOWN_TOKEN });
    expect(unknown).toContain('Telegram tidak mengenal token ini');
    expect(unknown).not.toContain(UNKNOWN_TOKEN);
    expect(unknown).not.toContain(PASSWORD);
    bot.api.fault('getMe', { kind: 'drop' });
    expect(await answer({})).toContain('Telegram tidak dapat dihubungi');
    expect(existsSync(saved())).toBe(false);
  });

  it('is for the holder of the link alone, and takes nothing from the page of another site', async () => {
    const link = linkIn(await bot.start('/siapkan/', NOTHING));
    const guess = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const old = await fetch(guess);
    expect([old.status, await old.text()]).toEqual([
      404,
      expect.stringMatching(/<meta name="viewport"[\s\S]*tautan penyiapan yang baru tercetak di terminal/),
    ]);
    expect((await post(guess, rightForm)).status).toBe(404);
    expect((await post(link, rightForm, { Origin: 'http://evil.example' })).status).toBe(403);
    expect(existsSync(saved())).toBe(false);
  });

  it('takes one of two forms that are sent at the same moment', async () => {
    const started = await bot.start('/siapkan/', NOTHING);
    const link = linkIn(started);
    const forms = [PASSWORD, 'lain-yang-kedua'].map((sandi) => ({ ...rightForm, sandi, ulang: sandi }));
    const answers = await Promise.all(forms.map((form) => post(link, form)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
    const told = answers.find(({ status }) => status === 409)!;
    expect(await told.text()).toContain('isian ini tidak disimpan');
    await started.until('"ready"');
    const late = await post(link, rightForm);
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining('isian ini tidak disimpan'),
    ]);
    const { WEB_PASSWORD } = JSON.parse(readFileSync(saved(), 'utf8')) as Record<string, string>;
    const shown = await fetch(new URL(link).origin, {
      headers: { authorization: `Basic ${Buffer.from(`x:${WEB_PASSWORD}`).toString('base64')}` },
    });
    expect(shown.status).toBe(200);
  });

  it('shows other computers the link alone, and no simulator without a password', async () => {
    const started = await bot.start('/siapkan/', { ...NOTHING, HTTP_HOST: '0.0.0.0' });
    const link = linkIn(started);
    expect(started.out.text).not.toContain('Simulator');
    expect((await fetch(new URL(link).origin)).status).toBe(403);
    expect((await post(link, rightForm)).status).toBe(303);
    await started.until('"ready"');
  });

  it('asks for no password where one is set, and lets the environment win', async () => {
    const environment = { ...NOTHING, WEB_PASSWORD: 'dari-lingkungan' };
    const started = await bot.start('/siapkan/', environment);
    const link = linkIn(started);
    expect(await (await fetch(link)).text()).toContain('Sudah diatur');
    expect((await post(link, { token: TOKEN })).status).toBe(303);
    await started.until('"ready"');
    expect(JSON.parse(readFileSync(saved(), 'utf8'))).toEqual({ TELEGRAM_BOT_TOKEN: TOKEN });
    started.child.kill('SIGTERM');
    await started.ended;
    await bot.start('401 Unauthorized', { ...environment, TELEGRAM_BOT_TOKEN: UNKNOWN_TOKEN });
  });

  it('ends with 2 and a sentence where the settings cannot be read, and with 0 when it is told to stop', async () => {
    const started = await bot.start('/siapkan/', NOTHING);
    started.child.kill('SIGTERM');
    expect(await started.ended).toEqual([0, null]);
    mkdirSync(join(bot.folder, 'data'), { recursive: true });
    for (const text of ['{', '[]', '{"LAIN":"x"}', '{"WEB_PASSWORD":8}']) {
      writeFileSync(saved(), text);
      const broken = await bot.start('pengaturan.json tidak dapat dibaca', NOTHING);
      expect(await broken.ended).toEqual([2, null]);
    }
    writeFileSync(saved(), '{"TELEGRAM_BOT_TOKEN":"x"}');
    const wrong = await bot.start('TELEGRAM_BOT_TOKEN harus berisi', NOTHING);
    expect(await wrong.ended).toEqual([2, null]);
  });
});

describe.skipIf(noBrowser)('the first start in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function fill(page: Page, token?: string): Promise<void> {
    await page.getByLabel('Kata sandi baru').fill(PASSWORD);
    await page.getByLabel('sekali lagi').fill(PASSWORD);
    if (token) await page.getByLabel('Token Telegram').fill(token);
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Simpan dan mulai bot' }).click();

  it('leads from the link to the invitation, and by its code in the group to a first report and its recap', async () => {
    const started = await bot.start('/siapkan/', NOTHING);
    const page = await openPage(browser, linkIn(started));
    await fill(page, UNKNOWN_TOKEN);
    await save(page);
    await page.getByRole('alert').waitFor();
    await page.getByText('Telegram tidak mengenal token ini').waitFor();
    await fill(page, TOKEN);
    await save(page);
    await page.getByRole('heading', { name: 'Pengelola bot KDMP' }).waitFor();
    await started.until('"ready"');
    await page.reload();
    await page.getByText('terhubung sebagai @kopdes_bot').waitFor();
    await page.getByLabel('Nama atau kode').fill('bathin solapan');
    await page.keyboard.press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh undangan' }).click();
    const letter = await readFile(await (await download).path(), 'latin1');
    const [, code] = /https:\/\/t\.me\/kopdes_bot\?startgroup=(\w{5}-\w{5})/.exec(letter)!;

    const camat = { id: 7, is_bot: false, first_name: 'Ani' };
    const head = { id: 8, is_bot: false, first_name: 'Budi' };
    let lastId = 0;
    const says = (from: typeof camat, text: string) => {
      const chat = { id: -1001, type: 'supergroup' as const, title: 'KDMP Solapan' };
      const date = Math.floor(Date.now() / 1000);
      bot.api.queue({ message: { message_id: ++lastId, date, chat, from, text } } as never);
    };
    const heard = (pattern: RegExp) =>
      bot.api.until(() => bot.api.messages.some(({ text }) => pattern.test(text ?? '')));
    const isAllSent = () =>
      bot.inStore((tx) => {
        const { queued = 0, sending = 0 } = tx.outbox.counts();
        return queued + sending === 0;
      });
    says(camat, `/mulai ${code}`);
    await heard(/Bathin Solapan.* sudah aktif/);
    says(head, '/daftar petani kades');
    await heard(/<b>Pendaftaran<\/b> yang menunggu persetujuan/);
    // All that the list shows can be approved once the bot knows that the list has arrived.
    await vi.waitUntil(isAllSent, { timeout: 20_000 });
    says(camat, '/setujui semua');
    await heard(/kini tercatat sebagai Kepala Desa Petani/);
    says(head, '/lapor kantor sudah');
    await heard(/Dicatat untuk .*Desa Petani.*1\/7/);
    says(camat, '/rekap');
    await heard(/1\/91.* unit berdiri/);
    await page.reload();
    await page.getByText('KDMP Solapan').waitFor();
  });

  it('links WhatsApp by a code on the page', async () => {
    const server = await startServer();
    const started = await bot.start('/siapkan/', {
      ...NOTHING,
      NODE_OPTIONS: `--import ${root}test/whatsapp/preload.mjs`,
      WIRE_ROOT: Buffer.from(server.root).toString('hex'),
      WHATSAPP_WEB_SOCKET_URL: server.url,
    });
    const page = await openPage(browser, linkIn(started), PHONE);
    await fill(page);
    await page.getByLabel('Nyalakan WhatsApp').check();
    await save(page);
    // The operator's page shows it, and when it changes; the page of the numbers too.
    const qr = page.getByAltText('Kode QR');
    await qr.waitFor();
    expect(await flaws(page)).toEqual(NO_FLAWS);
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/setup-whatsapp.png`, fullPage: true });
    const first = await qr.getAttribute('src');
    server.refreshRegistration();
    await qr.and(page.locator(`:not([src="${first}"])`)).waitFor();
    await page.getByRole('link', { name: 'Buka halaman WhatsApp' }).click();
    await qr.waitFor();
    expect(await flaws(page)).toEqual(NO_FLAWS);
    await page.evaluate('window.isTheSamePage = true');
    const origin = `http://127.0.0.1:${portIn(started.out.text)}`;
    expect(page.url()).toBe(`${origin}/whatsapp`);
    const overview = await openPage(browser, origin);
    const warning = overview.getByText('Undangan dapat diunduh setelah nomor WhatsApp bot tertaut');
    await warning.waitFor();
    await overview.getByRole('searchbox').fill('Bathin');
    const code = await fetch(`${origin}/whatsapp/qr`, { headers: { accept: 'text/plain', authorization } });
    server.scan(await code.text());
    await page.getByText('Terhubung. Bot menerima').waitFor();
    expect(await page.evaluate('window.isTheSamePage')).toBe(true);
    await warning.waitFor({ state: 'detached' });
    expect(await overview.getByRole('searchbox').inputValue()).toBe('Bathin');
    await server.close();
  }, 180_000);

  it('has no flaws on a phone and on a desk, by day and by night', async () => {
    const link = linkIn(await bot.start('/siapkan/', NOTHING));
    for (const device of [PHONE, DESK])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(browser, link, { ...device, colorScheme });
        expect(await flaws(page)).toEqual(NO_FLAWS);
        await fill(page, UNKNOWN_TOKEN);
        await save(page);
        await page.getByRole('alert').waitFor();
        expect(await flaws(page)).toEqual(NO_FLAWS);
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/setup-${device.viewport.width}-${colorScheme}.png`,
            fullPage: true,
          });
        await page.context().close();
      }
  }, 180_000);
});
