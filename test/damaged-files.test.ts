import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './folder.ts';

const LOCALE = 'locales/id.ftl';
const AREAS = 'data/wilayah.bin';

describe('a program with a damaged file', () => {
  let folder: string;
  beforeAll(() => {
    folder = makeFolder();
    for (const part of ['dist', 'package.json']) cpSync(part, join(folder, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  });
  beforeEach(() => {
    for (const file of [LOCALE, AREAS]) cpSync(file, join(folder, file));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: string, content: string | Buffer) => writeFileSync(join(folder, file), content);

  /** Runs the program, which has no way to any platform; gives its exit code and what it said. */
  const run = (...args: string[]) =>
    new Promise<readonly [code: unknown, said: string]>((ended) => {
      const env = {
        PATH: process.env.PATH,
        WHATSAPP: 'off',
        TELEGRAM_BOT_TOKEN: `1:${'a'.repeat(35)}`,
        TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
        DATABASE_URL: join(folder, 'kopdes.sqlite'),
        HTTP_PORT: '0',
      };
      const options = { env, timeout: 20_000 };
      execFile(process.execPath, [join(folder, 'dist/main.js'), ...args], options, (error, out, said) =>
        ended([error?.code ?? 0, out + said]),
      );
    });

  const told = (what: string) => expect.stringMatching(new RegExp(`^Berkas program .*${what}[^\n]*\n$`));

  const source = readFileSync(LOCALE, 'utf8');
  const key = 'cli-token';
  const line = source.split('\n').findIndex((each) => each.startsWith(`${key} `)) + 1;
  it.each([
    [
      'has a syntax error',
      source.replace(`${key} =`, `${key} :`),
      `baris ${line}, kalimat "${key}" tidak ada`,
    ],
    ['lacks a sentence', source.replace(/^unit-kantor .*\n/m, ''), 'kalimat "unit-kantor" tidak ada'],
    [
      'has a sentence without its text',
      source.replace(/^cli-unknown = .*$/m, 'cli-unknown ='),
      '"cli-unknown"',
    ],
    ['names something else', source.replace('{ $area }', '{ $daerah }'), 'memakai "\\$daerah"'],
    ['lacks a sign', source.replace('{ $area }', '{ area }'), 'memakai "area"'],
    ['has a sentence twice', `${source}${key} = Lagi\n`, `kalimat "${key}" ada dua kali`],
    ['was cut off', source.slice(0, source.length / 2), 'tidak ada atau salah tulis'],
    ['is empty', '', 'kalimat'],
  ])('says where its locale is wrong, and needs its owner, where that %s', async (_, content, what) => {
    expect(content).not.toBe(source);
    write(LOCALE, content);
    expect(await run()).toEqual([2, told(`id.ftl rusak: .*${what}`)]);
    expect(await run('undang', 'bathin solapan')).toEqual([2, told(`id.ftl rusak: .*${what}`)]);
  });

  it.each([
    ['is cut off', (file: Buffer) => file.subarray(0, file.length - 1)],
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.alloc(100_000, 0xff)],
  ])('does not start serving where the list of areas %s', async (_, damage) => {
    write(AREAS, damage(readFileSync(AREAS)));
    expect(await run()).toEqual([2, told('wilayah.bin rusak: isinya tidak utuh')]);
    copyFileSync(AREAS, join(folder, AREAS));
    expect(await run('undang', 'bathin solapan')).toEqual([0, expect.stringContaining('Kode:')]);
  });

  it.each([LOCALE, AREAS])('says that %s is missing', async (file) => {
    rmSync(join(folder, file));
    expect(await run()).toEqual([2, told('rusak: tidak dapat dibaca .ENOENT')]);
  });
});
