import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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

/** What the first line of `bin/kopdes-bot.mjs` sets. */
const FROM_FIRST_LINE = { MALLOC_TRIM_THRESHOLD_: '131072' } as const;

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
  /** Where its pages are. */
  readonly pages: string;
  usage(): Promise<Usage>;
  /** The longest time for which it could do nothing else, ms, since it was asked last; where it was started with METER_DELAY. */
  longestBlock(): Promise<number>;
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
  const bot = await startOn(program, database);
  return {
    ...bot,
    async stop() {
      await bot.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Starts a bot on a database that is there; `more` goes into its environment. */
export async function startOn(
  program: Program,
  database: string,
  more: Readonly<Record<string, string>> = {},
  preload: readonly string[] = [],
): Promise<RunningBot> {
  const api = await startApiDouble({ seesAll: true });
  const port = await freePort();
  const started = performance.now();
  const imports = ['./bench/meter.mjs', ...preload].flatMap((file) => ['--import', file]);
  const child = spawn(process.execPath, [...imports, ...program], {
    env: {
      PATH: process.env.PATH,
      ...FROM_FIRST_LINE,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.url,
      TELEGRAM_RATE: 'off',
      DATABASE_URL: database,
      HTTP_PORT: `${port}`,
      LOG_LEVEL: 'error',
      ...more,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await api.until(() => api.callsOf('getUpdates').length > 0);
  const startMs = performance.now() - started;
  return {
    api,
    startMs,
    pages: `http://127.0.0.1:${port}`,
    usage: () => ask<Usage>(child, 'usage'),
    longestBlock: () => ask<number>(child, 'longestBlock'),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await api.close();
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

async function ask<Answer>(child: ChildProcess, what: string): Promise<Answer> {
  const answer = once(child, 'message');
  child.send(what);
  return (await answer)[0] as Answer;
}
