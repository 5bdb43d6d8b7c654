import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { CONNECT_MS, serversOf } from './servers.ts';

/** What the thread is started with. */
export interface ThreadData {
  readonly url: string;
  readonly port: MessagePort;
  /** Becomes 1 when an answer is there. */
  readonly flag: Int32Array;
}

/** One statement (`name`: prepared under it) or, without `values`, several with semicolons between. */
export interface Request {
  readonly text: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
}

export type Answer =
  | { readonly columns: readonly string[]; readonly rows: readonly unknown[][]; readonly changes: number }
  | { readonly code: string; readonly message: string };

/** A connection that is silent for so long is asked whether it is still there. */
const IDLE_MS = 2000;
/** It is taken for dead when it does not answer for so long. */
const DEAD_MS = 5000;
/** read_only_sql_transaction: what PostgreSQL says where a standby is written to. */
const READ_ONLY = '25006';

/**
 * Bounds of the server on every wait, and what its planner counts with. `idle_session_timeout`: a process that stands still says
 * nothing every 2 seconds, and loses its lock. The settings of TCP do nothing on a socket of the file system. `random_page_cost` is
 * that of an SSD: with the default, of a turning disk, a statement that is planned while its table is small reads all of it, until
 * the server next analyzes the table.
 */
const SETTINGS = `
SET client_encoding = 'UTF8';
SET statement_timeout = 5000;
SET lock_timeout = 5000;
SET idle_in_transaction_session_timeout = 10000;
SET idle_session_timeout = 10000;
SET tcp_keepalives_idle = 3;
SET tcp_keepalives_interval = 1;
SET tcp_keepalives_count = 3;
SET tcp_user_timeout = 5000;
SET random_page_cost = 1.1;
`;

// Runs as a thread of its own: its one connection is asynchronous, and the store waits for each answer.
if (parentPort) void serve(workerData as ThreadData, (reason) => parentPort!.postMessage(reason));

async function serve({ url, port, flag }: ThreadData, lost: (reason: string) => void): Promise<void> {
  const opened = connect(serversOf(url));
  opened.catch(() => {});
  let last = Promise.resolve();
  let waiting = 0;
  let lastAt = performance.now();

  async function answer(request: Request): Promise<Answer> {
    try {
      const client = await opened;
      const result = await client.query({
        ...request,
        values: [...(request.values ?? [])],
        rowMode: 'array',
      });
      const { rows, fields, rowCount } = Array.isArray(result) ? result.at(-1) : result;
      return { columns: fields.map(({ name }: { name: string }) => name), rows, changes: rowCount ?? 0 };
    } catch (error) {
      // What has no SQLSTATE is a fault of the connection.
      const { code = '', message } = error as { code?: string; message: string };
      return { code: /^[0-9A-Z]{5}$/.test(code) ? code : '08000', message };
    }
  }

  port.on('message', (request: Request) => {
    waiting += 1;
    last = last.then(async () => {
      const found = await answer(request);
      waiting -= 1;
      lastAt = performance.now();
      port.postMessage(found);
      Atomics.store(flag, 0, 1);
      Atomics.notify(flag, 0);
    });
  });

  const client = await opened.catch(() => undefined);
  if (!client) return;
  client.on('error', (error) => lost(error.message));
  client.on('end', () => lost('the connection was closed'));
  setInterval(() => {
    if (waiting > 0 || performance.now() - lastAt < IDLE_MS) return;
    lastAt = performance.now();
    const dead = setTimeout(() => lost('the server does not answer'), DEAD_MS);
    const alive = () => clearTimeout(dead);
    last = last.then(() => client.query('SELECT 1')).then(alive, alive);
  }, IDLE_MS / 4);
}

/** Connects to the first server that can be written to. Rejects with the error of the last one where there is none. */
async function connect([server, ...others]: readonly string[]): Promise<pg.Client> {
  try {
    return await connectTo(server!);
  } catch (error) {
    if (others.length === 0) throw error;
    return await connect(others);
  }
}

async function connectTo(server: string): Promise<pg.Client> {
  const client = createClient(server);
  // An error while the connection is being made rejects its promise.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(SETTINGS);
    const { rows } = await client.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
    if (rows[0]?.transaction_read_only === 'off') return client;
    throw Object.assign(new Error('the server takes no writes'), { code: READ_ONLY });
  } catch (error) {
    void client.end();
    throw error;
  }
}

function createClient(connectionString: string): pg.Client {
  const { INT8, NUMERIC } = pg.types.builtins;
  for (const type of [INT8, NUMERIC]) pg.types.setTypeParser(type, Number);
  return new pg.Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 3000,
    application_name: 'kopdes-bot',
  });
}
