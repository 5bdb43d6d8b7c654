import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { openStore } from '../../src/store/store.ts';
import { startServer, type WireServer } from './server.ts';

let folder: string;
let server: WireServer;
let child: ChildProcess | undefined;
/** All that the processes printed. */
let output = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  server = await startServer();
  output = '';
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await server.close();
  rmSync(folder, { recursive: true });
});

const database = () => join(folder, 'kopdes.sqlite');

/** Starts the bot with WhatsApp alone, and gives its web address. */
async function start(): Promise<string> {
  const own = spawn(process.execPath, ['--import', './test/whatsapp/preload.mjs', 'dist/main.js'], {
    env: {
      PATH: process.env.PATH,
      WIRE_ROOT: Buffer.from(server.root).toString('hex'),
      WHATSAPP: 'on',
      WHATSAPP_WEB_SOCKET_URL: server.url,
      DATABASE_URL: database(),
      HTTP_PORT: '0',
      WEB_PASSWORD: 'rahasia-sekali',
    },
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
    own.once('exit', (code) => reject(new Error(`ended with ${code}: ${log}`)));
  });
  return `http://127.0.0.1:${await port}`;
}

async function stop(): Promise<void> {
  child!.kill('SIGTERM');
  const [code] = await once(child!, 'exit');
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
  const says = async (conversation: string) => {
    const before = server.sent.length;
    await server.say({ from: camat, in: group, message: { conversation } });
    await server.until(() => server.sent.length > before);
    const { message } = server.sent.at(-1)!;
    return message.extendedTextMessage?.text ?? message.imageMessage?.caption;
  };
  expect(await says(`/mulai ${code}`)).toContain('sudah aktif');
  camat.renewSessions();
  expect(await says('/lapor petani klinik sudah')).toContain('(1/7)');
  await stop();
  expect(output).toMatch(/pindai kode ini:\n\(juga di http:.*\/whatsapp\)\n[\s\S]*▄/);
  expect(output).not.toMatch(/Closing|SessionEntry|privKey|_chains/);
  await start();
  await server.until(() => server.isOpen() && server.askedForGroups());
  expect(await says('/status petani')).toContain('klinik: berdiri');
  await stop();
});
