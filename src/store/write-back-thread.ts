import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { writeBackProgram } from '../paths.ts';
import type { Store } from './store.ts';
import type { WriteBackRequest } from './write-back-worker.ts';

/**
 * Has the log of a SQLite file written back by a thread. Where all groups of the country are written to, a commit that did so itself
 * would hold everybody up for a tenth of a second, and the first one after a backup for longer. Gives how to end it.
 */
export function writeBackBeside(
  store: Pick<Store, 'writesBack'>,
  file: string,
  log: Log,
): () => Promise<void> {
  const request: WriteBackRequest = { file };
  const thread = new Worker(writeBackProgram, { workerData: request });
  thread.unref();
  store.writesBack(false);
  thread.once('error', (error) => {
    store.writesBack(true);
    log.warn({ err: error }, 'the log is written back by the commits themselves');
  });
  return async () => {
    store.writesBack(true);
    await thread.terminate();
  };
}
