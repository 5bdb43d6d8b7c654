import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** What the thread is told, and what it finds: nothing where the file is whole. */
export interface CheckRequest {
  readonly file: string;
}
export type CheckAnswer = readonly string[];

/** As many findings as a log line has room for; one is enough to restore a backup. */
const FINDINGS = 5;
/** Each page is read once: nothing is gained by keeping them. In KiB. */
const CACHE_KB = 500;

// Runs as a thread of its own: it reads the whole file, which takes seconds for a large one.
if (parentPort) parentPort.postMessage(check((workerData as CheckRequest).file));

function check(file: string): CheckAnswer {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma(`cache_size = -${CACHE_KB}`);
    const found = db.pragma(`quick_check(${FINDINGS})`) as { quick_check: string }[];
    return found.map(({ quick_check: text }) => text).filter((text) => text !== 'ok');
  } finally {
    db.close();
  }
}
