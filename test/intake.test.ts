import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { createBot } from '../src/bot.ts';
import type { Instant } from '../src/ids.ts';
import { createIntake } from '../src/intake.ts';
import { createLog } from '../src/log.ts';
import { createOutbox } from '../src/outbox/outbox.ts';
import type { PlatformEvent } from '../src/platform/platform.ts';
import { openStore } from '../src/store/store.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const added = (n: number) =>
  ({
    kind: 'added',
    ref: `telegram:-${n}:member`,
    chat: `telegram:-${n}`,
    chatTitle: 'KDMP',
    seesAll: true,
    at: NOW,
  }) as PlatformEvent;

it('waits once for a database that is locked, and offers no event of those that came together to it alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  const file = join(folder, 'test.sqlite');
  const store = openStore(file);
  const log = createLog('silent');
  const settings = { deadline: undefined, reminderDays: [0] };
  const bot = createBot(store, commands, settings, (_, content) => [content], log);
  const clock = () => NOW;
  const outbox = createOutbox(store, () => undefined, clock, log);
  const receive = createIntake(store, bot, outbox, clock, log);
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const begun = performance.now();
  const results = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => receive(added(i))));
  expect(performance.now() - begun).toBeLessThan(9_000);
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']));
  other.exec('ROLLBACK');
  await receive(added(1));
  expect(Object.values(store.outbox.counts())).toEqual([1]);
  other.close();
  await outbox.stop();
  store.close();
  rmSync(folder, { recursive: true });
});
