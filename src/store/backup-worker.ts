import { parentPort, workerData } from 'node:worker_threads';
import { backUp } from './backup.ts';

export interface BackupRequest {
  readonly file: string;
  readonly to: string;
}

const { file, to } = workerData as BackupRequest;
parentPort?.postMessage(await backUp(file, to));
