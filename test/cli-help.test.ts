import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';

const folder = makeFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]) => {
  const env = { PATH: process.env.PATH, DATABASE_URL: join(folder, 'kopdes.sqlite'), HTTP_PORT: '0' };
  return spawnSync(process.execPath, [resolve('dist/main.js'), ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
};

it.each(['demo', 'backup', 'undang', 'restore', 'interpret'])(
  '%s --help lists the subcommands and does nothing',
  (name) => {
    expect(run(name, '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('kopdes-bot undang'),
    });
    expect(readdirSync(folder)).toEqual([]);
  },
);

it.each([['backup', '--file'], ['demo', '-x'], ['--halo']])('%j is refused, and does nothing', (...args) => {
  expect(run(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('tidak dikenal') });
  expect(readdirSync(folder)).toEqual([]);
});
