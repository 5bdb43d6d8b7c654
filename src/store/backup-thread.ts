import { Worker } from 'node:worker_threads';
import { backupProgram } from '../paths.ts';
import type { Flaw } from './backup.ts';
import type { BackupRequest } from './backup-worker.ts';

/** As `backUp`, in a thread of its own: checking a large copy takes seconds, in which nobody has to wait. */
export function backUpInThread(request: BackupRequest): Promise<Flaw | undefined> {
  const thread = new Worker(backupProgram, { workerData: request });
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
