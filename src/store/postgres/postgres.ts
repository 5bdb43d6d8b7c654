import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { postgresProgram } from '../../paths.ts';
import type { Db, Statement } from '../db.ts';
import { type Translated, translate } from './dialect.ts';
import { CONNECT_MS, serversOf } from './servers.ts';
import type { Answer, Request, ThreadData } from './thread.ts';

/** How long an answer is waited for: longer than the server lets any statement run. */
const ANSWER_MS = 8000;
/** The thread's own start, before it connects. */
const THREAD_STARTED_MS = 7000;
/** One writer at a time, as in SQLite: the bot, and a tool that writes for a moment. */
export const WRITER = 0x6b64_6d70;
/** Held by the process that serves the database, for as long as its connection lasts. */
const HOLDER = WRITER + 1;

/** An error of PostgreSQL; `code` is its SQLSTATE, 08000 where the connection is lost. */
class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Postgres {
  readonly db: Db;
  /** Runs statements with semicolons between, however long they take. */
  exec(sql: string): void;
  /** Makes this process the one that serves the database, until its connection ends; false while another one is. */
  hold(): boolean;
  /** Resolves when the connection is lost: nothing can be written after that, and others may hold the database. */
  readonly lost: Promise<Error>;
}

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/**
 * Connects to PostgreSQL: of several servers in the URL, to the first that can be written to. All calls wait for their answer
 * in this thread, so that the store is as synchronous as on SQLite; a thread of its own speaks to the server. Throws
 * PostgresError where none can be reached that can be written to.
 */
export function connectPostgres(url: string): Postgres {
  const line = openLine(url);
  const prepared = new Map<string, Translated & { readonly name: string }>();

  function prepare(sql: string) {
    const known = prepared.get(sql) ?? { ...translate(sql), name: `s${prepared.size}` };
    prepared.set(sql, known);
    const { text, name, names } = known;
    return (params: readonly unknown[]): Rows => {
      const values = names ? names.map((each) => (params[0] as Record<string, unknown>)[each]) : params;
      return transactions.run(() => line.ask({ text, name, values: values.map(storable) }));
    };
  }

  const transactions = createTransactions(line);
  const db: Db = {
    prepare: <P extends object, R>(sql: string) => {
      const run = prepare(sql);
      const all = (...params: readonly unknown[]) => {
        const { columns, rows } = run(params);
        return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
      };
      return statement<P, R>(run, all);
    },
    value: <P extends object, R>(sql: string) => {
      const run = prepare(sql);
      return statement<P, R>(run, (...params) => run(params).rows.map(([first]) => first));
    },
    insert: <P extends unknown[], Id>(sql: string) => {
      const run = prepare(`${sql} RETURNING id`);
      return (...params: P) => run(params).rows[0]![0] as Id;
    },
    transaction: transactions.write,
    read: transactions.read,
    inTransaction: transactions.isOpen,
    close: line.close,
  };
  line.ask({ text: 'SELECT 1' }, serversOf(url).length * CONNECT_MS + THREAD_STARTED_MS);
  return {
    db,
    lost: line.lost,
    exec: (sql) => void line.ask({ text: sql }, Number.POSITIVE_INFINITY),
    hold() {
      const [[held] = []] = line.ask({ text: `SELECT pg_try_advisory_lock(${HOLDER})` }).rows;
      if (held !== true) return false;
      const [[mine] = []] = line.ask({
        text: `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${HOLDER} AND pid = pg_backend_pid()`,
      }).rows;
      // Behind a pooler each transaction may get another connection: nobody would hold anything.
      if (mine !== 1) throw new PostgresError('0A000', 'a session is needed: connect past the pooler');
      return true;
    },
  };
}

type Rows = Extract<Answer, { rows: unknown }>;

const statement = <P extends object, R>(
  run: (params: readonly unknown[]) => Rows,
  all: (...params: readonly unknown[]) => unknown[],
): Statement<P, R> =>
  ({ get: (...params) => all(...params)[0], all, run: (...params) => run(params) }) as Statement<P, R>;

/** PostgreSQL takes no NUL in a text. */
const storable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;

interface Line {
  /** Throws PostgresError. */
  ask(request: Request, withinMs?: number): Rows;
  readonly lost: Promise<Error>;
  close(): void;
}

/** The thread that speaks to the server, and the wait for each of its answers. */
function openLine(url: string): Line {
  const { port1: port, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const data: ThreadData = { url, port: port2, flag };
  const thread = new Worker(postgresProgram, { workerData: data, transferList: [port2] });
  thread.unref();
  port.unref();
  let fault: PostgresError | undefined;
  let closed = false;
  let tell: (error: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => {
    tell = resolve;
  });

  function lose(reason: string): PostgresError {
    fault ??= new PostgresError('08000', reason);
    if (!closed) tell(fault);
    return fault;
  }
  thread.on('message', lose);
  thread.on('error', (error) => lose(error.message));
  thread.on('exit', () => lose('the thread ended'));

  return {
    lost,
    ask(request, withinMs = ANSWER_MS) {
      if (fault) throw fault;
      Atomics.store(flag, 0, 0);
      port.postMessage(request);
      const until = performance.now() + withinMs;
      // The thread's call for the answer before may come so late that it wakes this wait.
      while (Atomics.load(flag, 0) === 0)
        if (Atomics.wait(flag, 0, 0, until - performance.now()) === 'timed-out')
          throw lose('no answer in time');
      const answer = receiveMessageOnPort(port)!.message as Answer;
      if ('rows' in answer) return answer;
      throw /^(08|57P0)/.test(answer.code)
        ? lose(answer.message)
        : new PostgresError(answer.code, answer.message);
    },
    close() {
      closed = true;
      fault = new PostgresError('08003', 'the database is closed');
      void thread.terminate();
    },
  };
}

/** Transactions within transactions, as savepoints. A statement that fails undoes the innermost one. */
function createTransactions(line: Line) {
  let depth = 0;
  /** What undid the innermost open transaction: its statements are refused until it is rolled back. */
  let broken: unknown;
  const tell = (text: string): void => {
    line.ask({ text });
  };

  function within<T>(begin: string, commit: string, rollback: string, work: () => T): T {
    depth += 1;
    try {
      tell(begin);
      const done = work();
      // Somebody caught the error: PostgreSQL would answer the commit with a rollback, and without a word.
      if (broken !== undefined) throw broken;
      tell(commit);
      return done;
    } catch (error) {
      try {
        tell(rollback);
      } catch {
        // The line is lost, and the transaction with it; or it is over already.
      }
      broken = undefined;
      throw error;
    } finally {
      depth -= 1;
    }
  }
  const savepoint = <T>(work: () => T): T =>
    within(`SAVEPOINT s${depth}`, `RELEASE s${depth}`, `ROLLBACK TO s${depth}; RELEASE s${depth}`, work);

  return {
    isOpen: (): boolean => depth > 0 && broken === undefined,
    write: <T>(work: () => T): T =>
      depth > 0
        ? savepoint(work)
        : within(`BEGIN; SELECT pg_advisory_xact_lock(${WRITER})`, 'COMMIT', 'ROLLBACK', work),
    read: <T>(work: () => T): T =>
      depth > 0
        ? work()
        : within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', 'COMMIT', 'ROLLBACK', work),
    run(ask: () => Rows): Rows {
      try {
        return ask();
      } catch (error) {
        if (depth > 0) broken ??= error;
        throw error;
      }
    },
  };
}
