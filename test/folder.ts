import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux has a folder in memory, and how much room it needs to have. */
const MEMORY = '/dev/shm';
const ROOM = 2 ** 30;

const inMemory = existsSync(MEMORY) && roomIn(MEMORY) > ROOM;

/** A new folder for what a test writes: in memory where there is room, so that no commit waits for a disk. */
export const makeFolder = (): string => mkdtempSync(join(inMemory ? MEMORY : tmpdir(), 'kopdes-'));

function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
