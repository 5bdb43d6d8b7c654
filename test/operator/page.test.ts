import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countryNames } from '../../src/domain/areas.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate, UserRef } from '../../src/domain/ids.ts';
import { levelOf } from '../../src/domain/upper-areas.ts';
import type { Tx } from '../../src/store/tx.ts';
import { literal } from '../../src/text/markup.ts';
import { noBrowser, openBrowser } from '../simulator/browser.ts';
import { TOKEN } from '../telegram/api-double.ts';
import { DESK, flaws, NO_FLAWS, openPage, PHONE } from './pages.ts';
import { authorization, type Bot, CONFIGURED, makeBot, portIn } from './process.ts';

const GROUP = 'telegram:-1001' as ChatRef;
const HERE = '14.03.16' as DistrictCode;
const OTHER = '14.03.09' as DistrictCode;
const now = () => new Date().toISOString() as Instant;

let bot: Bot;
let url: string;
beforeEach(async () => {
  bot = await makeBot();
  bot.inStore(seed);
});
afterEach(() => bot.close());

async function start(environment = {}) {
  const started = await bot.start('"ready"', { ...CONFIGURED, ...environment });
  url = `http://127.0.0.1:${portIn(started.out.text)}`;
  return started;
}

/** A kecamatan with its camat, whose group and name are hostile. */
function seed(tx: Tx): void {
  openGroup(tx, HERE, GROUP, '<script>alert(1)</script> KDMP 081234567890');
  const camat = tx.people.findOrAdd(
    ['telegram:7' as UserRef],
    'Ani <img src=x onerror=alert(1)> 0812-3456-7890',
  );
  tx.people.give(camat, 'camat', HERE, now());
  tx.acts.add({ at: now(), by: 'server', kind: 'linked', area: HERE, about: null });
}

function openGroup(tx: Tx, code: DistrictCode, ref: ChatRef, title: string): void {
  tx.chats.open(code, '2027-05-15' as LocalDate, now());
  tx.chats.seen(ref, 'group', title);
  tx.chats.link(ref, code, now(), null);
}

const say = (text: string) =>
  bot.inStore((tx) => tx.outbox.add({ to: GROUP, content: { text: literal(text) } }, now()));
const get = async (path = '/') => (await fetch(url + path, { headers: { authorization } })).text();
const post = (path: string, form: Record<string, string> = {}, headers = {}) =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization, Origin: url, ...headers },
    body: new URLSearchParams(form),
  });
const arrived = (text: string) =>
  bot.api.until(() => bot.api.messages.some((message) => message.text?.includes(text)));

/** Says something to the group that Telegram does not take, and waits until the bot knows. */
async function sayInVain(text: string, description = 'Bad Request: message is too strange'): Promise<void> {
  bot.api.fault('sendMessage', { kind: 'error', code: 400, description });
  say(text);
  await start();
  while (!/Tidak terkirim:|Belum terkirim:/.test(await get()));
}
const unsentId = () => bot.inStore((tx) => [...tx.outbox.undelivered(1), ...tx.outbox.waiting(1)][0]!.id);

describe("the operator's page", () => {
  it('is for whoever knows the password, and shows what comes from outside as words', async () => {
    await start();
    expect((await fetch(url)).status).toBe(401);
    const page = await get();
    expect(page).toContain('Bathin Solapan, Kabupaten Bengkalis, Riau');
    expect(page).not.toMatch(/<script|<img src=x/);
    expect(page).toMatch(/Ani img src x onerror alert.* \(camat\)/);
    expect(page).not.toMatch(/081234567890|0812-3456-7890/);
    expect(page).toContain('terhubung sebagai @kopdes_bot');
    expect(page).toContain('Mode privasi Telegram menyala');
    expect(page).toMatch(/Bathin Solapan, Kabupaten Bengkalis, Riau: menautkan grup \(oleh pengelola bot\)/);
    expect(page).toContain('Tidak ada pesan yang menunggu atau gagal');
    expect(page).toContain(join(bot.folder, 'data', 'cadangan'));
    expect(page).toMatch(/skema \d+ · Node \d/);
    expect(page).not.toContain(TOKEN.split(':')[1]);
    const { headers } = await fetch(url, { headers: { authorization } });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers nobody where no password is set', async () => {
    await start({ WEB_PASSWORD: '' });
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('WEB_PASSWORD')]);
  });

  it('sends what a chat refused once more, or drops it, and the acts say so', async () => {
    await sayInVain('Selamat pagi');
    expect(await get()).toContain('Tidak terkirim: isinya tidak diterima.');
    const id = unsentId();
    expect((await post(`/pesan/${id}/kirim`)).headers.get('location')).toBe('/?selesai=resent');
    await arrived('Selamat pagi');
    expect((await post(`/pesan/${id}/kirim`)).headers.get('location')).toBe('/?selesai=no-message');
    expect(await get()).toContain('mengirim lagi pesan bot yang tidak sampai (oleh pengelola bot)');
    expect(bot.inStore((tx) => tx.acts.within(HERE, 9)[0])).toMatchObject({ kind: 'resent', by: 'server' });
    for (const path of ['/pesan/x/buang', '/pesan/99999/buang', '/pesan/1e400/kirim'])
      expect((await post(path)).headers.get('location')).toBe('/?selesai=no-message');
  });

  it('sends nothing again in a group that another area has taken over, and notes what it drops where it was for', async () => {
    await sayInVain('Untuk Bathin Solapan');
    const id = unsentId();
    bot.inStore((tx) => openGroup(tx, OTHER, GROUP, 'KDMP'));
    expect((await post(`/pesan/${id}/kirim`)).headers.get('location')).toBe('/?selesai=other-area');
    expect(await get('/?selesai=other-area')).toContain('tertaut ke wilayah lain, sehingga pesan itu tidak');
    expect((await post(`/pesan/${id}/buang`)).headers.get('location')).toBe('/?selesai=dropped');
    const kinds = (area: DistrictCode) =>
      bot.inStore((tx) => tx.acts.within(area, 9).map(({ kind }) => kind));
    expect(kinds(HERE)[0]).toBe('dropped');
    expect(kinds(OTHER)).not.toContain('dropped');
  });

  it('tries at once what still waits for a chat, and drops it', async () => {
    await sayInVain('Selamat siang', 'Bad Request: not enough rights to send text messages to the chat');
    expect(await get()).toContain('Belum terkirim: bot tidak diizinkan menulis di grup. Masih dicoba lagi.');
    const id = unsentId();
    expect((await post(`/pesan/${id}/kirim`)).headers.get('location')).toBe('/?selesai=tried');
    await arrived('Selamat siang');
  });

  it('says how often a message was tried that the platform could not take yet', async () => {
    bot.api.fault('sendMessage', { kind: 'error', code: 500 }, Number.POSITIVE_INFINITY);
    say('Selamat malam');
    await start();
    while (!/Belum terkirim, sudah dicoba \d+ kali\. Masih dicoba lagi/.test(await get()));
  });

  it('drops a message for good', async () => {
    await sayInVain('Selamat sore');
    const id = unsentId();
    expect((await post(`/pesan/${id}/buang`)).headers.get('location')).toBe('/?selesai=dropped');
    expect(await get()).toContain('Tidak ada pesan yang menunggu atau gagal');
    expect(bot.inStore((tx) => tx.outbox.get(id))).toBeUndefined();
    expect(bot.inStore((tx) => tx.acts.within(HERE, 9)[0])).toMatchObject({ kind: 'dropped' });
  });

  it('takes nothing from the page of another site', async () => {
    await sayInVain('Selamat pagi');
    const id = unsentId();
    for (const path of [`/pesan/${id}/buang`, `/pesan/${id}/kirim`, '/undangan'])
      expect((await post(path, {}, { Origin: 'http://evil.example' })).status).toBe(403);
    expect((await fetch(`${url}/pesan/${id}/buang`, { method: 'POST' })).status).toBe(401);
    expect(bot.inStore((tx) => tx.outbox.get(id)?.state)).toBe('failed');
  });

  it('shows the groups of the whole country page by page, or those of one area', async () => {
    const districts = Object.keys(countryNames()).filter((code) => levelOf(code) === 'district');
    bot.inStore((tx) => {
      for (const code of districts)
        openGroup(
          tx,
          code as DistrictCode,
          `telegram:-2${code}` as ChatRef,
          `Grup ${code.replaceAll('.', '')}`,
        );
    });
    await start();
    const all = await get();
    expect(all).toContain(`${(districts.length + 1).toLocaleString('id')} grup tertaut`);
    expect(all.match(/<li class="group">/g)).toHaveLength(25);
    expect(all).toMatch(/Halaman 1 dari \d+/);
    const next = await get('/?halaman=2');
    expect(next).toContain('Halaman 2 dari');
    expect(next).not.toContain('Grup 110101');
    const riau = await get('/?wilayah=14.03');
    expect(riau).toContain('di Kabupaten Bengkalis, Riau');
    expect(riau).toContain('Grup 140316');
    expect(riau).not.toContain('Grup 110101');
    for (const odd of ['/?halaman=-5', '/?halaman=1e9', '/?wilayah=%27;--', '/?cari=%3Cb%3E'])
      expect((await fetch(url + odd, { headers: { authorization } })).status).toBe(200);
  });

  it('makes invitations as PDF, a page each, and none to a kecamatan with a camat', async () => {
    await start();
    const found = await get('/?cari=bengkalis');
    expect(found).toContain('Kabupaten Bengkalis, Riau');
    expect(found).toContain('Bengkalis, Kabupaten Bengkalis, Riau');
    expect(await get('/?cari=bathin+so')).toContain('Camatnya sudah memakai bot ini.');
    expect(await get('/?cari=Tidak+Ada')).toContain('tidak ditemukan');
    const pages = async (form: Record<string, string>) => {
      const answer = await post('/undangan', form);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      expect(pdf.slice(0, 5)).toBe('%PDF-');
      return pdf.match(/\/Type \/Page\b/g)!.length;
    };
    expect(await pages({ wilayah: '14.03', peran: 'bupati' })).toBe(1);
    expect(await pages({ wilayah: '14.03.01' })).toBe(1);
    expect(await pages({ wilayah: '14.03', untuk: 'bagian' })).toBe(10);
    // A second click gives the file of the first: its codes stay.
    const twice = await Promise.all([1, 2].map(() => post('/undangan', { wilayah: '14.03.02' })));
    const [first, second] = await Promise.all(twice.map((answer) => answer.arrayBuffer()));
    expect(Buffer.from(second!)).toEqual(Buffer.from(first!));
    const page = await get();
    for (const act of [
      'Kabupaten Bengkalis, Riau: membuat undangan untuk Bupati',
      'Kabupaten Bengkalis, Riau: membuat undangan untuk 10 kecamatan yang belum memakai bot',
      'Kabupaten Bengkalis, Riau: membuat undangan untuk camat',
    ])
      expect(page).toContain(`${act} (oleh pengelola bot)`);
    expect((await post('/undangan', { wilayah: HERE })).headers.get('location')).toBe(
      '/?selesai=all-invited',
    );
    expect((await post('/undangan', { wilayah: '99' })).headers.get('location')).toBe('/?selesai=no-area');
  });
});

describe.skipIf(noBrowser)("the operator's page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = (device: BrowserContextOptions, path = '/') => openPage(browser, url + path, device);

  it('has no flaws on a phone and on a desk, by day and by night', async () => {
    await sayInVain('Selamat pagi');
    for (const device of [PHONE, DESK])
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open({ ...device, colorScheme }, '/?cari=bengkalis&selesai=dropped');
        expect(await flaws(page)).toEqual(NO_FLAWS);
        await page.context().close();
      }
  }, 180_000);

  it('is used by keyboard alone', async () => {
    await sayInVain('Selamat pagi');
    const page = await open(DESK);
    const tabTo = async (name: RegExp) => {
      const target = page.getByRole('button', { name });
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab');
        if (await target.evaluate((node) => node === node.ownerDocument.activeElement)) return;
      }
      expect.fail(`Tab does not reach ${name}`);
    };
    await tabTo(/^Kirim lagi ?: script alert/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'masuk antrean lagi' }).waitFor();
    await arrived('Selamat pagi');
    await page.getByLabel('Nama atau kode').focus();
    await page.keyboard.type('Mandau');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mandau, Kabupaten Bengkalis, Riau' }).waitFor();
    const download = page.waitForEvent('download');
    await tabTo(/^Unduh undangan ?: Mandau/);
    await page.keyboard.press('Enter');
    expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
