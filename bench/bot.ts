import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openStore } from '../src/store/store.ts';
import type { Tx } from '../src/store/tx.ts';
import { type ApiDouble, startApiDouble, TOKEN } from '../test/telegram/api-double.ts';

/** How a bot is started: Node's flags, and the program. */
export type Program = readonly string[];
export const BARE: Program = ['dist/bare.js'];
export const FLOOR: Program = ['dist/floor.js'];
/** As `npm start` does. */
export const OURS: Program = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split('exec node ')[1]!
  .split(' ');

/** What a process has used so far. */
export interface Usage {
  readonly cpuMs: number;
  /** Resident memory in bytes. */
  readonly rss: number;
}

/** A bot as a process of its own, on a Bot API double and a database of its own. */
export interface RunningBot {
  readonly api: ApiDouble;
  /** Milliseconds from its start to its first poll. */
  readonly startMs: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts a bot on an empty database, or what `prepare` makes of it, and waits for its first poll. */
export async function startBot(program: Program, prepare?: (tx: Tx) => void): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-bench-'));
  const database = join(folder, 'bot.sqlite');
  if (prepare) {
    const store = openStore(database);
    store.transaction(prepare);
    store.close();
  }
  const api = await startApiDouble({ seesAll: true });
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', './bench/meter.mjs', ...program], {
    env: {
      PATH: process.env.PATH,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.url,
      TELEGRAM_RATE: 'off',
      DATABASE_URL: database,
      HTTP_PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await api.until(() => api.callsOf('getUpdates').length > 0);
  const startMs = performance.now() - started;
  return {
    api,
    startMs,
    usage: () => ask(child),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function ask(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('usage');
  return (await answer)[0] as Usage;
}
