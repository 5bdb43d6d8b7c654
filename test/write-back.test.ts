import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChatRef, Instant } from '../src/domain/ids.ts';
import { createLog } from '../src/log.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { writeBack } from '../src/store/write-back.ts';
import { writeBackBeside } from '../src/store/write-back-thread.ts';
import { literal } from '../src/text/markup.ts';
import { makeFolder } from './folder.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const GROUP = 'telegram:-100' as ChatRef;
/** A message that fills more than a page, and how many of them make a long log. */
const LONG = literal('x'.repeat(5000));
const MANY = 2000;

let folder: string;
let file: string;
let store: Store;
let other: Database.Database;
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'kopdes.sqlite');
  store = openStore(file);
  other = new Database(file);
});
afterEach(() => {
  other.close();
  store.close();
  rmSync(folder, { recursive: true });
});

/** Commits so many messages at once. */
const commit = (messages: number) =>
  store.transaction((tx) => {
    for (let n = 0; n < messages; n += 1) tx.outbox.add({ to: GROUP, content: { text: LONG } }, NOW);
  });
/** Pages in the log, and how many of them are in the file. */
function log(): { readonly pages: number; readonly written: number } {
  const [found] = other.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
  return { pages: found!.log, written: found!.checkpointed };
}
const isWritten = () => log().written === log().pages;

it('a commit writes a long log back itself, unless something else does', () => {
  commit(MANY);
  expect(isWritten()).toBe(true);
  store.writesBack(false);
  commit(MANY);
  expect(log().pages).toBeGreaterThan(2000);
  expect(log().written).toBe(0);
  store.writesBack(true);
  commit(1);
  expect(isWritten()).toBe(true);
});

it('what is written back lets the next commit begin the log anew', () => {
  store.writesBack(false);
  commit(MANY);
  writeBack(other);
  expect(isWritten()).toBe(true);
  commit(1);
  expect(log().pages).toBeLessThan(100);
});

it('what a reader holds is written back when it is done', () => {
  store.writesBack(false);
  const reader = new Database(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT 1 FROM outbox').get();
  commit(100);
  writeBack(other);
  expect(isWritten()).toBe(false);
  reader.close();
  writeBack(other);
  expect(isWritten()).toBe(true);
});

it('a thread writes it back while the bot works, and the commits themselves once it has ended', async () => {
  const end = writeBackBeside(store, file, createLog('silent'));
  commit(MANY);
  while (!isWritten()) await sleep(10);
  commit(1);
  expect(log().pages).toBeLessThan(100);
  await end();
  commit(MANY);
  expect(isWritten()).toBe(true);
});

it('the commits write it back where the thread cannot', async () => {
  const lines: string[] = [];
  const warned = new Promise<void>((resolve) => {
    const log = createLog('warn', {
      write(line) {
        lines.push(line);
        resolve();
      },
    });
    writeBackBeside(store, join(folder, 'missing', 'kopdes.sqlite'), log);
  });
  await warned;
  expect(lines.join('')).toContain('written back by the commits themselves');
  commit(MANY);
  expect(isWritten()).toBe(true);
});
