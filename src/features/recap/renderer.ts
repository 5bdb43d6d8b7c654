import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Attachment } from '../../adapters/adapter.ts';
import { localDate } from '../../domain/dates.ts';
import type { PlatformName } from '../../domain/ids.ts';
import { drawingProgram } from '../../paths.ts';
import type { RecapFile } from '../../text/content.ts';
import type { RenderRequest, RenderResponse } from './worker.ts';

/** The drawing thread ends when nothing was asked of it for so long, and gives its memory back. */
const IDLE_MS = 60_000;

/** Names what a file shows, so that the same is not made and uploaded again. */
export const fileKey = (platform: PlatformName, file: RecapFile): string =>
  `${platform} ${file.as} ${createHash('sha256').update(JSON.stringify(file.recap)).digest('base64url')}`;

const TYPES = {
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** Draws or writes a file, a picture in as many pages as it takes. Throws when it cannot be made. */
export async function renderFile(file: RecapFile): Promise<readonly Attachment[]> {
  const { district, asOf, timeZone } = file.recap;
  const name = district.name.toLowerCase().replace(/[^a-z\d]+/g, '-');
  const base = `rekap-${name}-${localDate(asOf, timeZone)}`;
  const pages = await draw(file);
  return pages.map((source, i) => ({
    as: file.as === 'png' ? 'picture' : 'document',
    name: `${base}${pages.length > 1 ? `-${i + 1}` : ''}.${file.as}`,
    type: TYPES[file.as],
    source,
  }));
}

/** The same files by the ids that the platform gave them. */
export const uploadedFiles = (file: RecapFile, ids: readonly string[]): readonly Attachment[] =>
  ids.map((uploaded) => ({
    as: file.as === 'png' ? 'picture' : 'document',
    name: `rekap.${file.as}`,
    type: TYPES[file.as],
    source: { uploaded },
  }));

interface Waiting {
  readonly resolve: (pages: readonly Uint8Array[]) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

function draw(file: RecapFile): Promise<readonly Uint8Array[]> {
  thread ??= startThread();
  clearTimeout(idle);
  thread.ref();
  const request: RenderRequest = { id: ++lastId, file };
  thread.postMessage(request);
  return new Promise((resolve, reject) => waiting.set(request.id, { resolve, reject }));
}

function startThread(): Worker {
  const started = new Worker(drawingProgram);
  started.on('message', (answer: RenderResponse) => {
    const request = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('pages' in answer) request?.resolve(answer.pages);
    else request?.reject(new Error(answer.fault));
    if (waiting.size === 0) rest(started);
  });
  started.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (thread === started) thread = undefined;
  });
  return started;
}

/** Idle, the thread does not keep the process from ending, and goes after a while. */
function rest(resting: Worker): void {
  resting.unref();
  idle = setTimeout(() => {
    if (thread === resting) thread = undefined;
    void resting.terminate();
  }, IDLE_MS).unref();
}
