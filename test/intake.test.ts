import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { commands } from '../commands/index.ts';
import type { PlatformEvent } from '../src/adapters/adapter.ts';
import { createBot } from '../src/app/bot.ts';
import { createInbox } from '../src/bot/inbox.ts';
import type { DistrictCode, Instant } from '../src/domain/ids.ts';
import { invite } from '../src/features/members/invitations.ts';
import { recapRenderer } from '../src/features/recap/renderer.ts';
import { createLog } from '../src/log.ts';
import { createCommitLoop } from '../src/outbox/commit-loop.ts';
import { createRelay } from '../src/outbox/relay.ts';
import { keepFromWriting, openTestStore } from './engine.ts';
import { outboxStates } from './outbox-states.ts';

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

const settings = { deadline: undefined, reminderDays: [0] };
const log = createLog('silent');

it('does not read a message after the edit that stands for it', () => {
  const store = openTestStore(':memory:');
  const bot = createBot({ commands, settings, log });
  const says = (ref: string, text: string, more = {}) => {
    const sender = { refs: ['telegram:7'], name: 'Ibu Camat' };
    const place = { chat: 'telegram:-1', chatKind: 'group', chatTitle: 'KDMP' };
    const event = { kind: 'message', ref, ...place, sender, text, addressed: true, sentAt: NOW, ...more };
    store.transaction((tx) => bot.handle(tx, event as never, NOW));
  };
  const district = '14.03.16' as DistrictCode;
  says('telegram:-1:1', `/mulai ${store.transaction((tx) => invite(tx, district, NOW))}`);
  says('telegram:-1:2:e9', '/lapor petani klinik sudah', { edits: 'telegram:-1:2' });
  says('telegram:-1:2', '/lapor petani kantor sudah');
  expect(store.read((tx) => tx.ledger.history(district, 9)).map(({ unit }) => unit)).toEqual(['klinik']);
  store.close();
});

it('waits once for a database that is locked, and offers no event of those that came together to it alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  const file = join(folder, 'test.sqlite');
  const store = openTestStore(file);
  const bot = createBot({ commands, settings, log });
  const clock = () => NOW;
  const loop = createCommitLoop(store, () => [relay.completions, inbox, relay.claims], log);
  const relay = createRelay({ store, adapterOf: () => undefined, files: recapRenderer, loop, clock, log });
  const inbox = createInbox(store, bot, clock, log, loop.wake);
  const { receive } = inbox;
  const letWrite = keepFromWriting(file);
  const transaction = vi.spyOn(store, 'transaction');
  const results = await Promise.allSettled(Array.from({ length: 100 }, (_, i) => receive(added(i))));
  expect(transaction).toHaveBeenCalledTimes(1);
  expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']));
  letWrite();
  await receive(added(1));
  expect(Object.values(outboxStates(store))).toEqual([1]);
  await relay.stop();
  store.close();
  rmSync(folder, { recursive: true });
});
