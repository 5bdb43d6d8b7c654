import { parentPort, workerData } from 'node:worker_threads';
import { quickCheck } from './quick-check.ts';

/** What the thread is told, and what it finds: nothing where the file is whole. */
export interface CheckRequest {
  readonly file: string;
}
export type CheckAnswer = readonly string[];

parentPort?.postMessage(quickCheck((workerData as CheckRequest).file));
