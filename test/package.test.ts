import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { holdAlone } from '../src/store/lock.ts';
import { deadLinks } from './links.ts';

/** Root may write everywhere, whatever modes say: it gives that up. */
const BOUND = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override'] : [];
const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;

let folder: string;
let home: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  home = join(folder, 'home');
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  rmSync(home, { recursive: true, force: true });
});
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true });
});

/** Starts a program in an empty home, without what belongs to root. */
function start(
  program: readonly string[],
  { cwd = home, ...more }: { cwd?: string; [name: string]: string } = {},
) {
  mkdirSync(home, { recursive: true });
  const [command, ...args] = [...BOUND, ...program];
  const child = spawn(command!, args, { cwd, env: { PATH, HOME: home, HTTP_PORT: '0', ...more } });
  children.push(child);
  const out = { text: '' };
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (what: RegExp) =>
    new Promise<void>((resolved, rejected) => {
      const look = () => what.test(out.text) && resolved();
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      void ended.then((code) => rejected(new Error(`ended with ${code}: ${out.text}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out.text += chunk));
  return { child, out, ended, says };
}

async function run(program: readonly string[], more = {}) {
  const { out, ended } = start(program, more);
  return [await ended, out.text] as const;
}

/** The names of the packages that the bot runs with, as `npm prune --omit=dev` leaves them. */
function installedWithoutDev(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: true }>;
  };
  const isTop = (path: string) => path !== '' && path.lastIndexOf('node_modules/') === 0;
  return Object.keys(packages).filter((path) => isTop(path) && !packages[path]!.dev);
}

describe('the package, installed where nothing may be written', () => {
  let installed: string;
  let program: string;

  beforeAll(() => {
    installed = join(folder, 'package');
    program = join(installed, 'bin/kopdes-bot.mjs');
    // What was built is what `prepack` builds; building again would take it from under other tests.
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['xzf', join(folder, tarball!), '-C', folder]);
    for (const path of installedWithoutDev()) {
      mkdirSync(dirname(join(installed, path)), { recursive: true });
      symlinkSync(resolve(path), join(installed, path));
    }
    execFileSync('chmod', ['-R', 'a-w', installed]);
  });

  it('holds each document that one of its documents links to', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    const documents = files.filter((file) => file.endsWith('.md') && !file.startsWith('node_modules'));
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/pasang.md']));
    expect(documents.map((file) => [file, deadLinks(installed, file)])).toEqual(
      documents.map((file) => [file, []]),
    );
  });

  it('opens the simulator in an empty home, and writes its data folder alone', async () => {
    const { child, ended, says } = start([program]);
    await says(/^Simulator: http:/);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(readdirSync(home)).toEqual(['data']);
  });

  it('invites, backs up and restores by subcommands of its own name', async () => {
    const [code, invitation] = await run([program, 'undang', 'bathin', 'solapan']);
    expect([code, invitation]).toEqual([0, expect.stringContaining('Kode: ')]);
    expect(await run([program, 'backup', 'copy.sqlite'])).toEqual([
      0,
      expect.stringContaining('copy.sqlite'),
    ]);
    expect(await run([program, 'restore', 'copy.sqlite'])).toEqual([
      0,
      expect.stringContaining('dipulihkan'),
    ]);
    expect(await run([program, 'undang'])).toEqual([2, expect.stringContaining('kopdes-bot undang "')]);
    expect(readdirSync(home).sort()).toEqual(['copy.sqlite', 'data']);
  });

  it('says its version and its subcommands, and refuses what it does not know', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await run([program, '--version'])).toEqual([0, `${version}\n`]);
    expect(await run([program, 'bantuan'])).toEqual([0, expect.stringContaining('kopdes-bot undang')]);
    expect(await run([program, 'undnag'])).toEqual([2, expect.stringContaining('"undnag" tidak dikenal')]);
    expect(await run([program, 'constructor'])).toEqual([2, expect.stringContaining('tidak dikenal')]);
  });

  it('ends in order when npm is told to end, and the database is free then', async () => {
    const database = join(home, 'kopdes.sqlite');
    const away = {
      cwd: installed,
      DATABASE_URL: database,
      TELEGRAM_BOT_TOKEN: `1:${'A'.repeat(35)}`,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
    };
    const { child, ended, says } = start(['npm', 'start'], away);
    await says(/cannot be reached/);
    child.kill('SIGTERM');
    // A supervisor may tell npm and what it started.
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const release = holdAlone(database);
    expect(release).toBeDefined();
    release!();
  });
});

describe('a checkout', () => {
  const SOURCES = [
    'bin',
    'build.mjs',
    'src',
    'commands',
    'locales',
    'data',
    'package.json',
    'package-lock.json',
  ];

  it('builds where its sources are newer, and runs what is built where it may not write', async () => {
    const checkout = join(folder, 'checkout');
    mkdirSync(checkout);
    for (const name of SOURCES) cpSync(name, join(checkout, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'));
    const program = [process.execPath, join(checkout, 'bin/kopdes-bot.mjs')];
    const source = join(checkout, 'src/cli/command-line.ts');
    const change = (to: string) => {
      writeFileSync(
        source,
        readFileSync('src/cli/command-line.ts', 'utf8').replace("'--version'", `'${to}'`),
      );
      const later = new Date(Date.now() + 60_000);
      utimesSync(source, later, later);
    };
    expect((await run([...program, '--version']))[0]).toBe(0);
    change('--versi');
    expect((await run([...program, '--versi']))[0]).toBe(0);
    execFileSync('chmod', ['-R', 'a-w', checkout]);
    chmodSync(source, 0o600);
    change('--yang-mana');
    expect((await run([...program, '--versi']))[0]).toBe(0);
    expect(await run([...program, 'undang'])).toEqual([
      2,
      expect.stringContaining('npm run --silent undang'),
    ]);
  });
});
