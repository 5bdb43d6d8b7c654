import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { whatsappFor } from '../../src/app/whatsapp.ts';
import { createLog } from '../../src/log.ts';
import { createGuard } from '../../src/web/guard.ts';
import { health } from '../../src/web/health.ts';
import { terminalQr } from '../../src/web/whatsapp.ts';
import { onBoth } from './both.ts';

const ADDRESS = 'http://127.0.0.1:3000/whatsapp';

let both: Awaited<ReturnType<typeof onBoth>>;
let whatsapp: ReturnType<typeof whatsappFor>;
let printed: string;
beforeEach(async () => {
  printed = '';
  both = await onBoth((url, store, clock, log) => {
    const config = readConfig({
      WHATSAPP: 'on',
      WHATSAPP_WEB_SOCKET_URL: url,
      WHATSAPP_PHONE: '6281100000001',
    });
    whatsapp = whatsappFor(config, store, clock, log);
    return whatsapp.platform;
  });
});
afterEach(() => both.close());

const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise(setImmediate);
};
const state = () => whatsapp.platform.all()[0]!.state!;
async function start(address: string | undefined, isTTY: boolean): Promise<void> {
  const write = (text: unknown) => {
    printed += text;
    return true;
  };
  whatsapp.watch(both.app, address, { isTTY, write });
  await both.app.start();
}

async function pair(): Promise<void> {
  await until(() => state().qr !== undefined);
  both.server.scan(state().qr!);
  await until(() => state().phase === 'open');
}

const PASSWORD = 'rahasia-sekali';
const authorization = `Basic ${Buffer.from(`x:${PASSWORD}`).toString('base64')}`;
const guard = (password?: string) =>
  createGuard({ host: '127.0.0.1', password, elapsed: () => 0, log: createLog('silent') });
const page = async () =>
  (await whatsapp.page(guard(PASSWORD)).request(ADDRESS, { headers: { authorization } })).text();
const readyz = async () => {
  const site = health(both, guard());
  const answer = await site.request('http://127.0.0.1:3000/readyz');
  return { ...((await answer.json()) as object), code: answer.status };
};
const telegramTexts = () => both.api.messages.map(({ text }) => text ?? '');
const isTold = (what: RegExp) => telegramTexts().some((text) => what.test(text));

it('shows the QR in the terminal, and the code to type', async () => {
  await start(ADDRESS, true);
  await until(() => state().code !== undefined && /▄/.test(printed));
  expect(printed).toContain(ADDRESS);
  expect(printed).toContain(`ketik kode ini: ${state().code}`);
});

it.each([
  [ADDRESS, `ada di ${ADDRESS}\n`],
  [undefined, 'isi WEB_PASSWORD'],
])(
  'shows no QR where the output is kept for others to read, but where it is (page: %s)',
  async (address, where) => {
    await start(address, false);
    await until(() => state().code !== undefined);
    // As long as drawing one takes.
    await terminalQr(state().qr!, address);
    expect(printed).toContain(where);
    expect(printed).not.toContain('▄');
  },
);

it('says the loss of the session on the page, in the health check, and to the camat on Telegram, once', async () => {
  await start(ADDRESS, true);
  await both.onTelegram('Ibu Camat', `/mulai ${both.invitation()}`);
  await pair();
  expect(await readyz()).toMatchObject({ whatsapp: 'ok' });
  both.server.logOut();
  await until(() => isTold(/tautannya diakhiri/));
  const notice = both.api.messages.find(({ text }) => text?.includes('tautannya diakhiri'))!;
  expect(notice).toMatchObject({ chat: { id: -1001234567890 } });
  expect(notice.text).toMatch(/tg:\/\/user\?id=7000">Ibu Camat/);
  await until(() => state().qr !== undefined);
  expect(await page()).toMatch(/Sesi diakhiri dari ponsel pada .*09\.00[\s\S]*class="qr"/);
  expect(await readyz()).toMatchObject({
    code: 503,
    telegram: 'ok',
    whatsapp: 'session lost 2027-04-01T02:00:00.000Z, to be paired again',
  });
  await pair();
  expect(await page()).not.toContain('Sesi diakhiri');
  expect(await readyz()).toMatchObject({ whatsapp: 'ok' });
  await both.settled();
  expect(telegramTexts().filter((text) => text.includes('tautannya diakhiri'))).toHaveLength(1);
});

it('of one of several numbers concerns the kecamatan alone in which it serves a group', async () => {
  await start(ADDRESS, true);
  const { numbers } = both.store.whatsapp;
  numbers.pause(numbers.add('Kedua').id, true);
  await both.onTelegram('Ibu Camat', `/mulai ${both.invitation()}`);
  await pair();
  both.server.logOut();
  await until(() => state().lostAt !== undefined);
  await both.settled();
  expect(isTold(/tautannya diakhiri/)).toBe(false);
  await pair();
  const { telegram } = await both.onTelegram('Ibu Camat', '/undang', 'private');
  const further = /[A-Z\d]{5}-[A-Z\d]{5}/.exec(telegram.texts.join())![0];
  await both.onWhatsApp('Ibu Camat', `/mulai ${further}`);
  both.server.logOut();
  await until(() => isTold(/tautannya diakhiri/));
});

it.each([
  ['403', 'locked', /mengunci nomor ini/, /nomornya dikunci WhatsApp/],
  ['406', 'banned', /memblokir nomor ini\. /, /nomornya diblokir WhatsApp\. /],
  ['409', 'rejected', /tidak menerima versi program ini/, /versinya tidak diterima lagi/],
  [
    '402',
    'suspended until 2027-04-01T05:00:00.000Z',
    /sementara, sampai .*12\.00/,
    /diblokir WhatsApp sementara, sampai .*12\.00/,
  ],
])(
  'says what it is that WhatsApp refuses (%s), and tells the camat once',
  async (reason, health, shown, told) => {
    await start(ADDRESS, true);
    await both.onTelegram('Ibu Camat', `/mulai ${both.invitation()}`);
    await pair();
    both.server.refuseLogins(reason, { expire: '10800' });
    both.server.drop();
    await until(() => isTold(told));
    expect(await readyz()).toMatchObject({ code: 503, whatsapp: health });
    expect(await page()).toMatch(shown);
    expect(await page()).not.toMatch(/dicoba kembali/);
    await both.settled();
    expect(telegramTexts().filter((text) => told.test(text))).toHaveLength(1);
  },
);
