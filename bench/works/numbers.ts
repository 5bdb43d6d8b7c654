import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type WireServer } from '../../test/whatsapp/server.ts';
import { OURS, type Usage } from '../bot.ts';
import type { Figure } from '../figures.ts';

const MANY = 20;
const IDLE_MS = 5_000;

/** WhatsApp numbers in one process: what each further session takes of memory, at rest and paired. */
export async function numbers(): Promise<readonly Figure[]> {
  const one = await memoryOf(1);
  const many = await memoryOf(MANY);
  const each = (many - one) / (MANY - 1);
  return [
    {
      work: `memory of a further WhatsApp number, of ${MANY} in one process`,
      ours: `${each.toFixed(2)} MB`,
      against: `one ${one.toFixed(0)} MB, ${MANY} ${many.toFixed(0)} MB`,
      value: each,
    },
  ];
}

/** Megabytes that so many paired sessions take. */
async function memoryOf(count: number): Promise<number> {
  const servers = await startServers(count);
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-bench-'));
  const imports = ['./bench/meter.mjs', './test/whatsapp/preload.mjs'].flatMap((file) => ['--import', file]);
  const child = spawn(process.execPath, [...imports, ...OURS.slice(0, -1), 'dist/numbers.js'], {
    env: {
      PATH: process.env.PATH,
      WIRE_ROOT: Buffer.from(servers[0]!.root).toString('hex'),
      SERVERS: servers.map(({ url }) => url).join(','),
      DATABASE_URL: join(folder, 'bot.sqlite'),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const scan = ({ url, qr }: { url?: string; qr?: string }) =>
    qr && servers.find((server) => server.url === url)?.scan(qr);
  child.on('message', scan);
  await Promise.all(servers.map((server) => server.until(() => server.isOpen() && server.askedForGroups())));
  child.off('message', scan);
  await sleep(IDLE_MS);
  const { rss } = await usageOf(child);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true });
  return rss / 1e6;
}

async function startServers(count: number): Promise<readonly WireServer[]> {
  const first = await startServer();
  const { identity } = first;
  const others = Array.from({ length: count - 1 }, (_, i) => startServer({ number: i + 2, identity }));
  return [first, ...(await Promise.all(others))];
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('usage');
  return (await answer)[0] as Usage;
}
