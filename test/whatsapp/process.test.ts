import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { openStore } from '../../src/store/store.ts';
import { makeFolder } from '../folder.ts';
import type { Actor } from './actor.ts';
import type { Group } from './queries.ts';
import { startServer, type WireServer } from './server.ts';

let folder: string;
let server: WireServer;
let child: ChildProcess | undefined;
/** All that the processes printed. */
let output = '';
beforeEach(async () => {
  folder = makeFolder();
  server = await startServer();
  output = '';
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await server.close();
  rmSync(folder, { recursive: true });
});

const database = () => join(folder, 'kopdes.sqlite');
/** A bot with WhatsApp alone. */
const environment = () => ({
  PATH: process.env.PATH,
  WIRE_ROOT: Buffer.from(server.root).toString('hex'),
  WHATSAPP: 'on',
  WHATSAPP_WEB_SOCKET_URL: server.url,
  DATABASE_URL: database(),
  HTTP_PORT: '0',
  WEB_PASSWORD: 'rahasia-sekali',
});

/** Starts the bot, and gives its web address. */
async function start(): Promise<string> {
  const own = spawn(process.execPath, ['--import', './test/whatsapp/preload.mjs', 'dist/main.js'], {
    env: environment(),
  });
  child = own;
  let log = '';
  own.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const port = new Promise<string>((resolve, reject) => {
    own.stderr.on('data', (chunk: Buffer) => {
      log += chunk;
      output += chunk;
      const found = /"http":(\d+)/.exec(log)?.[1];
      if (found) resolve(found);
    });
    own.once('close', (code) => reject(new Error(`ended with ${code}: ${log}`)));
  });
  return `http://127.0.0.1:${await port}`;
}

async function stop(): Promise<void> {
  child!.kill('SIGTERM');
  const [code] = await once(child!, 'close');
  expect(code).toBe(0);
}

const authorization = `Basic ${Buffer.from('x:rahasia-sekali').toString('base64')}`;

/** The page has the QR when the server has offered the pairing, or a moment later. */
async function readQr(address: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${address}/whatsapp/qr`, {
      headers: { accept: 'text/plain', authorization },
    });
    if (answer.ok) return await answer.text();
    await sleep(20);
  }
}

/** What the bot answers to words of somebody, in a group or privately. */
async function heard(from: Actor, conversation: string, group?: Group): Promise<string | null | undefined> {
  const before = server.sent.length;
  await server.say({ from, message: { conversation }, ...(group && { in: group }) });
  await server.until(() => server.sent.length > before);
  const { message } = server.sent.at(-1)!;
  return message.extendedTextMessage?.text ?? message.imageMessage?.caption;
}

it('is paired over its page, opens a kecamatan, takes a report, and goes on after a restart', async () => {
  const store = openStore(database());
  const code = store.transaction((tx) =>
    invite(tx, '14.03.16' as DistrictCode, new Date().toISOString() as Instant),
  );
  store.close();
  const address = await start();
  server.scan(await readQr(address));
  await server.until(() => server.isOpen() && server.askedForGroups());

  const camat = server.person('Ibu Camat');
  const group = server.group('KDMP', [camat]);
  const says = (conversation: string) => heard(camat, conversation, group);
  expect(await says(`/mulai ${code}`)).toContain('sudah aktif');
  camat.renewSessions();
  expect(await says('/lapor petani klinik sudah')).toContain('(1/7)');
  await stop();
  expect(output).toMatch(/ada di http:.*\/whatsapp\n/);
  expect(output).not.toContain('▄');
  expect(output).not.toMatch(/Closing|SessionEntry|privKey|_chains/);
  await start();
  await server.until(() => server.isOpen() && server.askedForGroups());
  expect(await says('/status petani')).toContain('klinik: berdiri');
  await stop();
});

it('lives through an error that the library lets go, and tells of it without what was written', async () => {
  const address = await start();
  server.scan(await readQr(address));
  await server.until(() => server.isOpen() && server.askedForGroups());
  // Told that groups have changed, the library asks for them, and does not wait for the answer.
  const asked = () => server.received.filter(({ attrs }) => attrs.xmlns === 'w:g2').length;
  const before = asked();
  server.holdLists();
  server.tell({ tag: 'ib', attrs: {}, content: [{ tag: 'dirty', attrs: { type: 'groups' } }] });
  await server.until(() => asked() > before);
  server.drop();
  const upgrades = server.upgrades();
  server.releaseLists();
  await server.until(() => server.upgrades() > upgrades && server.isOpen());
  server.tell({ tag: 'message', attrs: { id: 'BAD', from: server.me.lid, type: 'text', notify: 'Budi@' } });
  expect(await heard(server.person('Sari'), '/bantuan')).toBeDefined();
  expect(output).toMatch(/"at":.*part of the work of a WhatsApp connection failed/);
  expect(output).toMatch(/"at":.*event not readable/);
  expect(output).not.toContain('Budi');
  await stop();
});

const invited = (more: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', 'undang', '14.03.16'], {
    env: { ...environment(), ...more },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

it('invites with the number that a camat adds to a group, once a phone has linked it', async () => {
  const address = await start();
  const get = async (path: string) => (await fetch(address + path, { headers: { authorization } })).text();
  const letter = async (wilayah: string) => {
    const headers = { authorization, origin: address };
    const body = new URLSearchParams({ wilayah });
    return await fetch(`${address}/undangan`, { method: 'POST', redirect: 'manual', headers, body });
  };
  const nowhere = { TELEGRAM_BOT_TOKEN: `1:${'A'.repeat(35)}`, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' };
  expect(invited()).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining('belum ada nomor') });
  expect(invited(nowhere)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Kode: /),
    stderr: expect.stringContaining('hanya untuk grup di Telegram'),
  });
  expect(await get('/')).toContain('Undangan dapat diunduh setelah nomor WhatsApp bot tertaut');
  expect((await letter('14.03.16')).headers.get('location')).toBe('/?selesai=no-number');
  expect(await get('/?selesai=no-number')).toContain('nomor WhatsApp bot belum tertaut');

  server.scan(await readQr(address));
  await server.until(() => server.isOpen() && server.askedForGroups());
  const told = /\+62\s811-0000-0001 \(https:\/\/wa\.me\/6281100000001\)/;
  expect(invited()).toMatchObject({ status: 0, stdout: expect.stringMatching(told), stderr: '' });
  const pdf = Buffer.from(await (await letter('14.03.16')).arrayBuffer()).toString('latin1');
  expect(pdf).toContain('(https://wa.me/6281100000001)');
  expect(await get('/')).not.toContain('Undangan dapat diunduh setelah');

  const store = openStore(database());
  const now = new Date().toISOString() as Instant;
  const regency = store.transaction((tx) => invite(tx, '14.03' as DistrictCode, now));
  const district = store.transaction((tx) => invite(tx, '14.03.16' as DistrictCode, now));
  store.close();
  // Who holds an area hands it on in a chat, and a camat links one more group.
  const [kadis, camat] = [server.person('Ibu Kadis'), server.person('Ibu Camat')];
  await heard(kadis, `/mulai ${regency}`);
  expect(await heard(kadis, '/undang Mandau')).toMatch(
    /Simpan nomor bot \+62\s811-0000-0001[\s\S]*https:\/\/wa\.me\/6281100000001$/,
  );
  await heard(camat, `/mulai ${district}`, server.group('KDMP', [camat]));
  expect(await heard(camat, '/undang')).toMatch(told);
  await stop();
  expect(output).not.toMatch(/6281100000001|811-0000-0001/);
});
