import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ApiDouble, startApiDouble, TOKEN } from './telegram/api-double.ts';

let folder: string;
let said: string;
let api: ApiDouble;
let child: ChildProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  said = join(folder, 'said');
  api = await startApiDouble();
  // Stands where systemd's own program would, and notes what it is told.
  writeFileSync(join(folder, 'systemd-notify'), `#!/bin/sh\necho "$@" >> ${said}\n`);
  chmodSync(join(folder, 'systemd-notify'), 0o755);
});
afterEach(async () => {
  child.kill('SIGKILL');
  await api.close();
  rmSync(folder, { recursive: true });
});

function start(more: Readonly<Record<string, string>>): void {
  const env = {
    PATH: [folder, process.env.PATH].join(delimiter),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.url,
    DATABASE_URL: join(folder, 'kopdes.sqlite'),
    HTTP_PORT: '0',
    ...more,
  };
  child = spawn(process.execPath, ['dist/main.js'], { env, stdio: 'ignore' });
}

/** Resolves once the supervisor has been told so much. */
const told = (what: RegExp) =>
  new Promise<void>((resolve) => {
    const watcher = watch(folder, look);
    function look(): void {
      if (!existsSync(said) || !what.test(readFileSync(said, 'utf8'))) return;
      watcher.close();
      resolve();
    }
    look();
  });

it('tells systemd when it is ready, again and again that it lives, and when it stops', async () => {
  start({ NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '100000' });
  await told(/^READY=1$/m);
  await told(/(?:WATCHDOG=1[\s\S]*){3}/);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await told(/^STOPPING=1$/m);
});

it('says it is ready while Telegram is out of reach, and says nothing where nobody asks', async () => {
  start({ NOTIFY_SOCKET: '/run/systemd/notify', TELEGRAM_API_ROOT: 'http://127.0.0.1:1' });
  await told(/^READY=1$/m);
  child.kill('SIGKILL');
  await once(child, 'exit');
  rmSync(said);
  start({});
  await api.until(() => api.polled());
  expect(existsSync(said)).toBe(false);
});
