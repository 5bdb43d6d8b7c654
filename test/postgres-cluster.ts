import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectPostgres } from '../src/store/postgres/postgres.ts';
import { openStore } from '../src/store/store.ts';
import { TEMPLATE } from './engine.ts';

/** What makes a test slow, and protects from nothing but a fall of the machine. */
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** Starts PostgreSQL in a temporary folder, as the user `postgres` where this one may not; gives what stops it. */
export async function startCluster(settings: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-postgres-'));
  const data = join(folder, 'data');
  const bin = execFileSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1'], {
    encoding: 'utf8',
  }).trim();
  const run = (program: string, ...args: string[]): void => {
    const path = bin ? join(bin, program) : program;
    const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', path, ...args] : [path, ...args];
    execFileSync(command!, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
  };
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
    chmodSync(folder, 0o755);
  }
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const options = [
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    'max_wal_size=256MB',
    ...settings,
  ];
  const start = () =>
    run(
      'pg_ctl',
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-w',
      '-o',
      options.map((each) => `-c ${each}`).join(' '),
      'start',
    );
  start();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}`,
    stop(): void {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isRoot = process.getuid?.() === 0;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** For vitest: every test's database is a copy of one whose schema is up to date. */
export const setup = (): Promise<() => void> => setUp(FAST);

/** The same where processes are killed: a commit waits for the disk. */
export const setUpDurable = (): Promise<() => void> => setUp([]);

async function setUp(settings: readonly string[]): Promise<() => void> {
  const cluster = await startCluster(settings);
  const { db, exec } = connectPostgres(`${cluster.url}/postgres`);
  exec(`CREATE DATABASE ${TEMPLATE}`);
  openStore(`${cluster.url}/${TEMPLATE}`).close();
  db.close();
  process.env.TEST_POSTGRES = cluster.url;
  return cluster.stop;
}
