import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectPostgres } from '../src/store/postgres/postgres.ts';
import { openStore } from '../src/store/store.ts';
import { TEMPLATE } from './engine.ts';

/** What makes a test slow, and protects from nothing but a fall of the machine. */
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
/** How the standby is known to the primary when it gives itself no name. */
const STANDBY = 'walreceiver';

const isRoot = process.getuid?.() === 0;

/** A folder for one server, and PostgreSQL's programs in it: run as the user `postgres` where this one may not run them. */
function createServerFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-postgres-'));
  const data = join(folder, 'data');
  const bin = execFileSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1'], {
    encoding: 'utf8',
  }).trim();
  if (isRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
    chmodSync(folder, 0o755);
  }

  function run(program: string, ...args: string[]): void {
    const path = bin ? join(bin, program) : program;
    const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', path, ...args] : [path, ...args];
    execFileSync(command!, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
  }

  return {
    data,
    run,
    /** Starts the server on 127.0.0.1, and at a further address; gives its port. */
    async start(settings: readonly string[], address?: string): Promise<number> {
      const port = await freePort();
      const options = [
        `port=${port}`,
        `unix_socket_directories=${folder}`,
        `listen_addresses=127.0.0.1${address ? `,${address}` : ''}`,
        'max_connections=200',
        'max_wal_size=256MB',
        ...settings,
      ].map((each) => `-c ${each}`);
      run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', options.join(' '), 'start');
      return port;
    },
    /** The process from which all others of the server come. */
    postmaster: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]),
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A server of its own; the URL names no database. */
export interface Cluster {
  readonly url: string;
  readonly port: number;
  stop(): void;
}

/** Starts a server. At `address`, besides 127.0.0.1, it is reached from the networks of this machine. */
export async function startCluster(settings: readonly string[], address?: string): Promise<Cluster> {
  const { data, run, start, stop, remove } = createServerFolder();
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  if (address) appendFileSync(join(data, 'pg_hba.conf'), 'host all all samenet trust\n');
  const port = await start(settings, address);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}`,
    port,
    stop() {
      stop();
      remove();
    },
  };
}

/** Two servers: a commit is done when the second has it too. The URL names both, and no database. */
export interface Pair {
  readonly url: string;
  /** Kills the first with all its processes. */
  killPrimary(): void;
  /** From now on the second receives nothing, and nobody is told. */
  stopReplication(): void;
  /** Makes the second the one that takes writes. */
  promote(): void;
  stop(): void;
}

export async function startPair(): Promise<Pair> {
  const [primary, standby] = [createServerFolder(), createServerFolder()];
  primary.run(
    'initdb',
    '-D',
    primary.data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  );
  const first = await primary.start([`synchronous_standby_names=${STANDBY}`]);
  const source = `host=127.0.0.1 port=${first} user=postgres`;
  standby.run('pg_basebackup', '-D', standby.data, '-d', source, '-R', '-c', 'fast', '--no-sync');
  const second = await standby.start([]);
  let killed = false;
  return {
    url: `postgresql://postgres@127.0.0.1:${first},127.0.0.1:${second}`,
    killPrimary() {
      killed = true;
      const postmaster = primary.postmaster();
      // It would start what is killed before it.
      for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, 'SIGKILL');
    },
    stopReplication() {
      const receiver = childrenOf(standby.postmaster()).find((pid) =>
        readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(STANDBY),
      );
      process.kill(receiver!, 'SIGSTOP');
    },
    promote() {
      for (const pid of childrenOf(standby.postmaster())) process.kill(pid, 'SIGCONT');
      standby.run('pg_ctl', '-D', standby.data, '-w', 'promote');
    },
    stop() {
      for (const server of killed ? [standby] : [primary, standby]) server.stop();
      for (const server of [primary, standby]) server.remove();
    },
  };
}

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

/** For vitest: every test's database is a copy of one whose schema is up to date. */
export const setup = (): Promise<() => void> => setUp(FAST);

/** The same where processes are killed: a commit waits for the disk. */
export const setUpDurable = (): Promise<() => void> => setUp([]);

async function setUp(settings: readonly string[]): Promise<() => void> {
  const cluster = await startCluster(settings);
  makeTemplate(cluster.url);
  process.env.TEST_POSTGRES = cluster.url;
  return cluster.stop;
}

/** Makes the database that those of the tests are copies of. */
export function makeTemplate(url: string): void {
  const { db, exec } = connectPostgres(`${url}/postgres`);
  exec(`CREATE DATABASE ${TEMPLATE}`);
  openStore(`${url}/${TEMPLATE}`).close();
  db.close();
}
