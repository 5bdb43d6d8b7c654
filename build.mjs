import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

// Programs as few files with little in them: what starts fast and stays small. What is native, reads files of its own or
// is only loaded when first needed is left where it was installed.
const folder = (path) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${path}/${name}`);

// What measures is no part of the bot: it is built when it is asked for.
const bench = process.argv.includes('bench') ? ['bench/bench.ts', ...folder('bench/bots')] : [];

const options = {
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
    'qrcode',
    'write-excel-file',
  ],
  // Packages in the old format ask for Node's modules in the old way.
  banner: {
    js: `import { createRequire as requiring } from 'node:module'; const require = requiring(import.meta.url);`,
  },
  logLevel: 'error',
};
const named = (path) => ({ in: path, out: path.replace(/^.*\/|\.ts$/g, '') });

await build({ ...options, entryPoints: ['src/main.ts'] });
await build({
  ...options,
  entryPoints: [
    { in: 'src/features/recap/worker.ts', out: 'draw' },
    ...['src/store/check.ts', ...folder('src/cli'), ...bench].map(named),
  ],
});
