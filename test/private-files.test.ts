import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../src/domain/ids.ts';
import { openStore } from '../src/store/store.ts';
import { makeFolder } from './folder.ts';
import { type ApiDouble, startApiDouble, TOKEN } from './telegram/api-double.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;

let folder: string;
let database: string;
let api: ApiDouble;
let children: ChildProcess[];
let umask: number;
beforeEach(async () => {
  // Everybody reads and writes what a program does not keep from them.
  umask = process.umask(0);
  folder = makeFolder();
  database = join(folder, 'data', 'deep', 'kopdes.sqlite');
  api = await startApiDouble();
  children = [];
});
afterEach(async () => {
  process.umask(umask);
  for (const child of children) await end(child);
  await api.close();
  rmSync(folder, { recursive: true });
});

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function start(program: string, ...words: string[]) {
  const child = spawn(process.execPath, [resolve(program), ...words], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.url,
      HTTP_PORT: '0',
    },
  });
  children.push(child);
  let log = '';
  child.stderr.on('data', (chunk) => (log += chunk));
  return {
    child,
    log: () => log,
    /** Waits until the log names a file. */
    async names(file: string): Promise<void> {
      while (!log.includes(JSON.stringify(file))) await once(child.stderr, 'data');
    },
  };
}

/** Every file and folder that was made, with its rights. */
const rights = (): Record<string, string> =>
  Object.fromEntries(
    [
      'data',
      ...readdirSync(join(folder, 'data'), { recursive: true }).map((name) => `data/${String(name)}`),
    ].map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );

const inFolder = (name: string) => join(folder, 'data', 'deep', name);
const FOLDERS = ['data', 'data/deep'];

/** Each is its owner's alone. */
function expectPrivate(): void {
  for (const [name, mode] of Object.entries(rights()))
    expect([name, mode]).toEqual([name, FOLDERS.includes(name) ? '700' : '600']);
}

it('the owner alone reads what a bot, a backup and a restore make', async () => {
  const { child, log } = start('dist/main.js');
  await api.until(() => api.polled());
  const { child: copying } = start('dist/main.js', 'backup', inFolder('copy.sqlite'));
  expect((await once(copying, 'exit'))[0]).toBe(0);
  const made = ['', '-wal', '-shm', '.lock'].map((end) => `data/deep/kopdes.sqlite${end}`);
  expect(Object.keys(rights())).toEqual(expect.arrayContaining([...made, 'data/deep/copy.sqlite']));
  expectPrivate();
  expect(log()).not.toContain('others on this machine');
  await end(child);
  chmodSync(database, 0o644);
  chmodSync(inFolder('copy.sqlite'), 0o644);
  const { child: restoring } = start('dist/main.js', 'restore', inFolder('copy.sqlite'));
  expect((await once(restoring, 'exit'))[0]).toBe(0);
  expect(Object.keys(rights()).filter((name) => /kopdes\.sqlite\.2\d{3}-/.test(name))).toHaveLength(1);
  rmSync(inFolder('copy.sqlite'));
  expectPrivate();
});

it('a backup that is killed leaves nothing that others can read', async () => {
  const store = openStore(database);
  store.transaction((tx) => {
    for (let i = 0; i < 60_000; i++) tx.inbox.take(`telegram:-1:${i}:${'x'.repeat(200)}` as never, NOW);
  });
  store.close();
  const { child } = start('dist/main.js', 'backup', inFolder('copy.sqlite'));
  while (!existsSync(inFolder('copy.sqlite.unfinished')) && child.exitCode === null)
    await new Promise((wait) => setTimeout(wait, 2));
  await end(child);
  expect(Object.keys(rights()).filter((name) => name.includes('copy'))).not.toEqual([]);
  expectPrivate();
});

it('says which files others can read, without changing them', async () => {
  openStore(database).close();
  writeFileSync(join(folder, '.env'), '');
  chmodSync(database, 0o640);
  const { log, names } = start('dist/main.js');
  for (const file of [database, '.env']) await names(file);
  const warned = log()
    .split('\n')
    .filter((line) => line.includes('others on this machine may read this file'))
    .map((line) => (JSON.parse(line) as { file: string }).file);
  expect(warned).toEqual(expect.arrayContaining([database, '.env']));
  expect(rights()['data/deep/kopdes.sqlite']).toBe('640');
});
