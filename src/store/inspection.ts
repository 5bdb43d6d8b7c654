import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { checkingProgram } from '../paths.ts';
import type { CheckAnswer, CheckRequest } from './check.ts';
import { isDamage } from './errors.ts';
import { isSmall } from './files.ts';
import { quickCheck } from './quick-check.ts';
import type { Store } from './store.ts';

/**
 * Looks through the whole file for damage while the bot works: SQLite finds it only where it reads, and a start that waited for
 * it would take seconds for a large file, and minutes on a slow disk. What is found is logged and shown by `/readyz`; the bot goes on with what is whole.
 */
export async function inspect(store: Store, file: string, log: Log): Promise<void> {
  try {
    const findings = isSmall(file) ? quickCheck(file) : await checkInThread(file);
    if (findings.length === 0) log.info('the database was checked and is whole');
    else foundDamage(findings);
  } catch (error) {
    if (isDamage(error)) foundDamage([(error as Error).message]);
    else log.warn({ err: error }, 'the database could not be checked');
  }

  function foundDamage(findings: CheckAnswer): void {
    store.noteDamage();
    log.error({ findings }, 'the database is damaged: restore a backup');
  }
}

function checkInThread(file: string): Promise<CheckAnswer> {
  const request: CheckRequest = { file };
  const thread = new Worker(checkingProgram, { workerData: request });
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
