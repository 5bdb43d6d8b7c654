import { Worker } from 'node:worker_threads';
import { backupProgram } from '../paths.ts';
import { backUp, type Flaw } from './backup.ts';
import type { BackupRequest } from './backup-worker.ts';
import { isSmall } from './files.ts';

/** As `backUp`; a large file in a thread of its own: checking the copy takes seconds, in which nobody has to wait. */
export function backUpBeside(request: BackupRequest): Promise<Flaw | undefined> {
  if (isSmall(request.file)) return backUp(request.file, request.to);
  const thread = new Worker(backupProgram, { workerData: request });
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
