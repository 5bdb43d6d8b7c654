import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The bot in a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has logged so far. */
  log(): string;
  /** Resolves once that was logged; rejects when it ends before. */
  logged(what: string | RegExp): Promise<void>;
  /** Resolves with the exit code, null after a kill. */
  readonly ended: Promise<number | null>;
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Modules, from this folder, that its process loads first. */
  readonly preload?: readonly string[];
  /** What the modes of files say holds for its process, although root started it. */
  readonly withoutRights?: true;
  /** The program, where it is not the one that was built here. */
  readonly program?: string;
  /** A command that starts its process, such as one that enters a network of its own. */
  readonly within?: readonly string[];
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
/** What stands behind `node` in it. */
const [HEAP, PROGRAM] = scripts.start.split(' node ')[1]!.split(' ') as [string, string];

/** Starts what `npm start` starts. */
export function startBot(options: StartOptions): Running {
  const { env, preload = [], withoutRights, within = [] } = options;
  const imports = preload.flatMap((file) => ['--import', `./test/faults/${file}`]);
  const bound =
    withoutRights && process.getuid!() === 0 ? ['setpriv', '--bounding-set', '-dac_override'] : [];
  const node = [process.execPath, ...imports, HEAP, options.program ?? PROGRAM];
  const [program, ...args] = [...within, ...bound, ...node];
  const child = spawn(program!, args, {
    env: { PATH: process.env.PATH, HTTP_PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const watchers = new Set<() => void>();
  child.stderr!.on('data', (chunk: Buffer) => {
    log += chunk;
    for (const watcher of [...watchers]) watcher();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    log: () => log,
    logged: (what) =>
      new Promise((resolve, reject) => {
        const watcher = () => {
          if (!(typeof what === 'string' ? log.includes(what) : what.test(log))) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        void ended.then((code) => reject(new Error(`ended with ${code} before it said ${what}:\n${log}`)));
        watcher();
      }),
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * What the system says of a process, for one that stands still and logs nothing: it works (R), waits for something (S) or for a disk (D),
 * how much of the processor it has used so far, and where in the system it waits. Empty where the system has no /proc.
 */
export function stateOf({ pid }: ChildProcess): string {
  const of = (file: string) =>
    existsSync(`/proc/${pid}/${file}`) ? readFileSync(`/proc/${pid}/${file}`, 'utf8') : '';
  // proc(5): behind the name in brackets the state; the 12th and 13th behind it are ticks of the processor.
  const fields = of('stat')
    .replace(/^.*\) /, '')
    .split(' ');
  return `${fields[0]} ${fields[11]}+${fields[12]} ticks ${of('wchan')}`;
}

/** Rejects where something does not happen in so many milliseconds. */
export const within = <T>(ms: number, what: Promise<T>): Promise<T> =>
  Promise.race([
    what,
    sleep(ms, undefined, { ref: false }).then(() => Promise.reject(new Error(`not within ${ms} ms`))),
  ]);
