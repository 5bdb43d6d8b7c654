import { Worker } from 'node:worker_threads';
import { drawingProgram } from '../../paths.ts';
import type { FileContent } from '../../text/content.ts';
import type { RenderRequest, RenderResponse } from './worker.ts';

/** A thread without requests ends after so long, and frees its memory. */
const IDLE_MS = 60_000;

interface PendingRequest {
  readonly resolve: (pages: readonly Uint8Array[]) => void;
  readonly reject: (error: Error) => void;
}

const pending = new Map<number, PendingRequest>();
let thread: Worker | undefined;
let idleTimer: NodeJS.Timeout | undefined;
let lastId = 0;

/** Renders a file in the thread, which starts with the first request. Rejects when the file cannot be rendered. */
export function renderPages(file: FileContent): Promise<readonly Uint8Array[]> {
  thread ??= startThread();
  clearTimeout(idleTimer);
  thread.ref();
  const request: RenderRequest = { id: ++lastId, file };
  thread.postMessage(request);
  return new Promise((resolve, reject) => pending.set(request.id, { resolve, reject }));
}

function startThread(): Worker {
  const started = new Worker(drawingProgram);
  started.on('message', (response: RenderResponse) => {
    settle(response);
    if (pending.size === 0) endWhenIdle(started);
  });
  started.on('error', (error) => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    if (thread === started) thread = undefined;
  });
  return started;
}

function settle(response: RenderResponse): void {
  const request = pending.get(response.id);
  pending.delete(response.id);
  if ('pages' in response) request?.resolve(response.pages);
  else request?.reject(new Error(response.fault));
}

/** An idle thread does not keep the process alive, and ends after a while. */
function endWhenIdle(idle: Worker): void {
  idle.unref();
  idleTimer = setTimeout(() => {
    if (thread === idle) thread = undefined;
    void idle.terminate();
  }, IDLE_MS).unref();
}
