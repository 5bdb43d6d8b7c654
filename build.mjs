import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const SOURCES = ['src', 'commands', 'locales/id.ftl', 'build.mjs', 'package-lock.json'];
const BUILT = 'dist/main.js';

const folder = (path) =>
  readdirSync(`${root}${path}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${path}/${name}`);

/** Few files with little in them start fast and stay small. What is native, reads files of its own or is only loaded when
 * first needed is left where it was installed. */
const options = {
  absWorkingDir: root,
  outdir: 'dist',
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  inject: ['src/app/require-node.ts'],
  external: [
    '@expo-google-fonts/inter',
    '@takumi-rs/core',
    '@whiskeysockets/baileys',
    'better-sqlite3',
    'pdfmake',
    'pg',
    'qrcode',
    'whatsapp-rust-bridge',
    'write-excel-file',
  ],
  // Packages in the old format ask for Node's modules in the old way.
  banner: {
    js: `import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);`,
  },
  logLevel: 'error',
};
/**
 * The simulator's page as one script and one style sheet, and what the operator's pages load: on a slow line each further file costs
 * a round trip.
 */
const page = {
  absWorkingDir: root,
  entryPoints: [
    'src/simulator/web/page/app.js',
    'src/simulator/web/page/style.css',
    'src/web/operator.css',
    'src/web/whatsapp.js',
  ],
  outdir: 'dist/page',
  entryNames: '[name]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2023',
  external: ['/font/*', '/page/*'],
  logLevel: 'error',
};
const named = (path) => ({ in: path, out: path.replace(/^.*\/|\.ts$/g, '') });

/** Builds the program and its threads; with `bench`, what measures them too, which is no part of the bot. */
async function buildAll({ bench }) {
  const { build } = await import('esbuild');
  const measuring = bench ? ['bench/bench.ts', ...folder('bench/bots')] : [];
  await build({ ...options, entryPoints: ['src/main.ts'] });
  const threads = [
    { in: 'src/features/recap/worker.ts', out: 'draw' },
    { in: 'src/store/postgres/thread.ts', out: 'postgres-thread' },
    ...['check', 'backup-worker', 'write-back-worker'].map((name) => named(`src/store/${name}.ts`)),
  ];
  await build({ ...options, entryPoints: [...threads, ...measuring.map(named)] });
  await build(page);
  const now = new Date();
  utimesSync(`${root}${BUILT}`, now, now);
}

/**
 * Builds where a developer changed something since: where the sources are newer than what is built, and what builds them is
 * installed and may write. In a process of its own, so that nothing of the building stays in memory.
 */
export function buildWhereOlder() {
  if (!isOlder() || !canBuild()) return;
  try {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  } catch (error) {
    process.exit(error.status ?? 1);
  }
}

function isOlder() {
  const built = statSync(`${root}${BUILT}`, { throwIfNoEntry: false });
  return !built || SOURCES.some((path) => newest(`${root}${path}`) > built.mtimeMs);
}

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

function canBuild() {
  try {
    createRequire(import.meta.url).resolve('esbuild');
    accessSync(existsSync(`${root}dist`) ? `${root}dist` : root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // What is packed holds nothing of earlier builds. Elsewhere these stay: a bot that runs may still load them.
  if (process.argv.includes('clean')) rmSync(`${root}dist`, { recursive: true, force: true });
  await buildAll({ bench: process.argv.includes('bench') });
}
