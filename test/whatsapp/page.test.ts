import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NumberView } from '../../src/adapters/whatsapp/numbers.ts';
import type { WhatsAppState } from '../../src/adapters/whatsapp/whatsapp.ts';
import type { ChatRef, Instant } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { literal } from '../../src/text/markup.ts';
import { createGuard } from '../../src/web/guard.ts';
import { terminalCode, terminalQr, whatsappPage } from '../../src/web/whatsapp.ts';
import { makeRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await makeRig();
});
afterEach(() => rig.close());

const guard = (password?: string, host = '127.0.0.1') =>
  createGuard({ host, password, elapsed: () => 0, log: createLog('silent') });
const PASSWORD = 'rahasia123';
const authorization = `Basic ${Buffer.from(`x:${PASSWORD}`).toString('base64')}`;
const own = () => guard(PASSWORD);
/** A number that has a state of its own. */
const number = (state: WhatsAppState, id = 1): NumberView => ({
  id,
  name: `Nomor ${id}`,
  paused: false,
  barred: false,
  state,
  caps: [],
  retryRequests: 0,
  repair: async () => {},
});
const show = (...states: readonly WhatsAppState[]) =>
  whatsappPage({ all: () => states.map((state, i) => number(state, i + 1)) }, own());
const get = (page: ReturnType<typeof whatsappPage>, path = '/whatsapp', headers = {}) =>
  page.request(`http://localhost:3000${path}`, { headers: { authorization, ...headers } });

it('shows the code of a real connection, as picture and text, until it is scanned', async () => {
  const page = whatsappPage(rig.numbers, own());
  expect(await (await get(page)).text()).toContain('menghubungi');
  expect((await get(page, '/whatsapp/qr')).status).toBe(404);
  await rig.start();
  await rig.server.until(() => rig.whatsapp.state().qr !== undefined);
  expect(await (await get(page)).text()).toContain('<img class="qr" src="/whatsapp/qr?');
  const picture = await get(page, '/whatsapp/qr');
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  const text = await (await get(page, '/whatsapp/qr', { accept: 'text/plain' })).text();
  rig.server.scan(text);
  await rig.server.until(() => rig.phase() === 'open');
  expect(await (await get(page)).text()).toContain('Terhubung');
});

it('says what is wrong', async () => {
  const at = '2027-04-01T02:00:00.000Z' as Instant;
  const lost = await (await get(show({ phase: 'pairing', qr: 'x', code: 'AB12CD34', lostAt: at }))).text();
  expect(lost).toMatch(/Sesi diakhiri dari ponsel pada .*09\.00/);
  expect(lost).toContain('<b>AB12CD34</b>');
  const until = await (await get(show({ phase: 'open', restrictedUntil: at }))).text();
  expect(until).toMatch(/membatasi nomor ini sampai .*09\.00/);
  for (const phase of [
    'waiting',
    'replaced',
    'locked',
    'banned',
    'rejected',
    'suspended',
    'stopped',
  ] as const)
    expect((await get(show({ phase }))).status).toBe(200);
});

it('shows several numbers, each with its own code', async () => {
  const page = show({ phase: 'open' }, { phase: 'pairing', qr: 'second' }, { phase: 'pairing', qr: 'third' });
  const html = await (await get(page)).text();
  expect(html).toMatch(/“Nomor 1”[\s\S]*Terhubung[\s\S]*“Nomor 2”[\s\S]*src="\/whatsapp\/qr\?nomor=2&/);
  const text = async (path: string) => (await get(page, path, { accept: 'text/plain' })).text();
  expect(await text('/whatsapp/qr')).toBe('second');
  expect(await text('/whatsapp/qr?nomor=3')).toBe('third');
  expect((await get(page, '/whatsapp/qr?nomor=1')).status).toBe(404);
  expect((await get(page, '/whatsapp/qr?nomor=9')).status).toBe(404);
});

it('sends the keys out again for members who cannot read', async () => {
  const page = whatsappPage(rig.numbers, own());
  await rig.pair();
  const sari = rig.server.person('Sari');
  const group = rig.server.group('KDMP', [sari]);
  const to = `whatsapp:${group.jid}` as ChatRef;
  await rig.whatsapp.send({ to, text: literal('satu') }, '1');
  sari.forgetGroups();
  await rig.whatsapp.send({ to, text: literal('dua') }, '2');
  expect(rig.server.sent[1]).toMatchObject({ notReadBy: ['Sari'] });
  expect(await (await get(page)).text()).not.toContain('dikirim ulang');
  rig.server.askAgain(sari, group, rig.server.sent[1]!.id);
  await rig.server.until(() => rig.server.sent.length === 3);
  expect(await (await get(page)).text()).toContain('ponsel 1 kali meminta pesan bot dikirim ulang');
  sari.forgetGroups();
  expect(await (await get(page)).text()).toContain('action="/whatsapp/repair"');
  const repair = (headers = {}, nomor?: string) =>
    page.request('http://localhost:3000/whatsapp/repair', {
      method: 'POST',
      headers: { authorization, ...headers },
      ...(nomor && { body: new URLSearchParams({ nomor }) }),
    });
  expect((await repair({ origin: 'http://elsewhere.test' })).status).toBe(403);
  const origin = { host: 'localhost:3000', origin: 'http://localhost:3000' };
  const other = await repair(origin, '2');
  expect([other.status, await other.text()]).toEqual([
    404,
    expect.not.stringContaining('Kunci untuk semua anggota'),
  ]);
  await rig.whatsapp.send({ to, text: literal('masih') }, '3');
  expect(rig.server.sent[3]).toMatchObject({ notReadBy: ['Sari'] });
  expect(await (await repair(origin)).text()).toContain('dikirim ulang');
  await rig.whatsapp.send({ to, text: literal('tiga') }, '4');
  expect(rig.server.sent[4]).toMatchObject({ readBy: ['Sari'] });
});

it('is for the owner alone: whoever scans the code is the bot', async () => {
  const page = whatsappPage(rig.numbers, own());
  for (const path of ['/whatsapp', '/whatsapp/qr'])
    expect((await get(page, path, { authorization: '' })).status).toBe(401);
  expect((await get(page)).status).toBe(200);
  // A proxy on this machine need not say that it is one.
  for (const host of ['127.0.0.1', '0.0.0.0'])
    for (const path of ['/whatsapp', '/whatsapp/qr'])
      expect((await get(whatsappPage(rig.numbers, guard(undefined, host)), path)).status).toBe(403);
});

it('draws the QR in a terminal, and writes the code to type instead of it', async () => {
  expect(terminalCode('AB12CD34')).toMatch(/nomor telepon.*: AB12CD34$/);
  expect(await terminalQr('abc', 'http://localhost:3000/whatsapp')).toMatch(
    /localhost:3000\/whatsapp\)\n[\s\S]*▄/,
  );
  expect(await terminalQr('abc', undefined)).not.toContain('juga di');
});
