import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/paths.ts';
import { openStore } from '../../src/store/store.ts';
import type { Tx } from '../../src/store/tx.ts';
import { makeFolder } from '../folder.ts';
import { type ApiDouble, startApiDouble, TOKEN } from '../telegram/api-double.ts';

export const PASSWORD = 'rahasia-sekali';
export const authorization = `Basic ${Buffer.from(`x:${PASSWORD}`).toString('base64')}`;

export interface Bot {
  readonly folder: string;
  readonly api: ApiDouble;
  /** Reads or writes the database beside the process. */
  inStore<T>(work: (tx: Tx) => T): T;
  /** Starts the program, and resolves when its output, of both kinds, has the words. */
  start(said: string, environment?: Readonly<Record<string, string>>): Promise<Started>;
  close(): Promise<void>;
}

export interface Started {
  readonly child: ChildProcess;
  readonly out: { readonly text: string };
  readonly ended: Promise<unknown>;
  /** Resolves when the output has the words. */
  until(words: string): Promise<void>;
}

/** A folder with a database of its own, a Bot API, and the real program. */
export async function makeBot(): Promise<Bot> {
  const folder = makeFolder();
  const api = await startApiDouble();
  const children: ChildProcess[] = [];
  const file = join(folder, 'data', 'kopdes.sqlite');

  async function start(said: string, environment = {}): Promise<Started> {
    const child = spawn(process.execPath, [`${root}dist/main.js`], {
      cwd: folder,
      env: { PATH: process.env.PATH, TELEGRAM_API_ROOT: api.url, TELEGRAM_RATE: 'off', ...environment },
    });
    children.push(child);
    const out = { text: '' };
    const watchers = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        out.text += chunk;
        for (const watch of watchers) watch();
      });
    // All of its output has come by then.
    const ended = once(child, 'close');
    const heard = (words: string) =>
      new Promise<void>((resolve) => {
        const watch = () => out.text.includes(words) && resolve();
        watchers.add(watch);
        watch();
      });
    const until = async (words: string) => {
      const isHeard = await Promise.race([heard(words).then(() => true), ended.then(() => false)]);
      if (!isHeard) throw new Error(`ended without saying "${words}": ${out.text}`);
    };
    await until(said);
    return { child, out, ended, until };
  }

  return {
    folder,
    api,
    start,
    inStore(work) {
      const store = openStore(file);
      try {
        return store.transaction(work);
      } finally {
        store.close();
      }
    },
    async close() {
      for (const child of children) {
        child.kill('SIGKILL');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The settings of a bot on Telegram with a page for its operator, on a free port. */
export const CONFIGURED = { TELEGRAM_BOT_TOKEN: TOKEN, WEB_PASSWORD: PASSWORD, HTTP_PORT: '0' } as const;

/** The port that the log of a bot that is ready names. */
export const portIn = (log: string): number => Number(/"http":(\d+)/.exec(log)?.[1]);
