import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { writeBack } from './write-back.ts';

export interface WriteBackRequest {
  readonly file: string;
}

const EVERY_MS = 500;
/** Pages go from the log into the file without being kept. In KiB. */
const CACHE_KB = 100;

const { file } = workerData as WriteBackRequest;
const db = new Database(file, { fileMustExist: true, timeout: 0 });
db.pragma('synchronous = FULL');
db.pragma(`cache_size = -${CACHE_KB}`);
setInterval(() => writeBack(db), EVERY_MS);
