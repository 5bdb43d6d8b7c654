import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';

/** A device that is always full. */
const FULL = '/dev/full';

describe.skipIf(!existsSync(FULL))('a subcommand whose output cannot be written', () => {
  const folder = makeFolder();
  afterAll(() => rmSync(folder, { recursive: true }));
  const env = { PATH: process.env.PATH, DATABASE_URL: join(folder, 'kopdes.sqlite'), HTTP_PORT: '0' };

  /** Runs it with its output to the full device; gives its exit code and what it said on stderr. */
  const run = (...args: readonly string[]) =>
    new Promise<readonly [code: number | null, said: string]>((ended) => {
      const full = openSync(FULL, 'w');
      const child = spawn(process.execPath, ['dist/main.js', ...args], {
        env,
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      let said = '';
      child.stderr!.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
      child.once('close', (code) => ended([code, said]));
    });

  it.each([
    [['undang', 'Bathin Solapan']],
    [['nomor']],
    [['hitung-ulang']],
    [['cabut-camat', 'Bathin Solapan']],
    [['backup', join(folder, 'copy.sqlite')]],
    [['interpret', '--explain', 'klinik sudah']],
    [['simulasi']],
    [['--help']],
  ])('%j ends with 1 and a sentence', async (args) => {
    expect(await run(...args)).toEqual([
      1,
      expect.stringMatching(/^(Basis data baru dibuat.+\n)?Keluaran perintah ini tidak dapat ditulis: .+\n$/),
    ]);
  });

  it('ends with 0 where it can', async () => {
    const said = await new Promise<string>((done, failed) => {
      execFile(process.execPath, ['dist/main.js', 'nomor'], { env }, (error, out) =>
        error ? failed(error) : done(out),
      );
    });
    expect(said).not.toBe('');
  });
});
