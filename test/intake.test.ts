import { AsyncLocalStorage } from 'node:async_hooks';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { commands } from '../commands/index.ts';
import type { PlatformEvent } from '../src/adapters/adapter.ts';
import { createBot } from '../src/app/bot.ts';
import { createInbox } from '../src/bot/inbox.ts';
import { addMs } from '../src/domain/clock.ts';
import type { DistrictCode, Instant, MessageRef } from '../src/domain/ids.ts';
import { invite } from '../src/features/members/invitations.ts';
import { recapRenderer } from '../src/features/recap/renderer.ts';
import { createLog } from '../src/log.ts';
import { createCommitLoop } from '../src/outbox/commit-loop.ts';
import { createRelay } from '../src/outbox/relay.ts';
import { keepFromWriting, openTestStore } from './engine.ts';
import { makeFolder } from './folder.ts';
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

/** A group whose camat says things. */
function openGroup() {
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
  return { store, says, district };
}

it('does not read a message after the edit that stands for it', () => {
  const { store, says, district } = openGroup();
  says('telegram:-1:2:e9', '/lapor petani klinik sudah', { edits: 'telegram:-1:2' });
  says('telegram:-1:2', '/lapor petani kantor sudah');
  expect(store.read((tx) => tx.ledger.history(district, 9)).map(({ unit }) => unit)).toEqual(['klinik']);
  store.close();
});

it('ends with what the last form of a message says, in whatever order its forms arrive', () => {
  const form = fc.subarray(['kantor', 'klinik', 'gudang'], { minLength: 1 });
  const arrivals = fc
    .array(form, { minLength: 2, maxLength: 5 })
    .chain((forms) =>
      fc.tuple(fc.constant(forms), fc.shuffledSubarray([...forms.keys()], { minLength: forms.length })),
    );
  fc.assert(
    fc.property(arrivals, ([forms, order]) => {
      const { store, says } = openGroup();
      for (const i of order) {
        const sentAt = addMs(NOW, (i - forms.length) * 60_000);
        const edit = i > 0 && { edits: 'telegram:-1:2' };
        says(`telegram:-1:2${edit ? `:e${i}` : ''}`, `/lapor petani ${forms[i]!.join()} sudah`, {
          sentAt,
          ...edit,
        });
      }
      const standing = store.read((tx) => tx.ledger.ofMessage('telegram:-1:2' as MessageRef));
      store.close();
      expect(standing.map(({ unit }) => unit).toSorted()).toEqual(forms.at(-1)!.toSorted());
    }),
    { seed: 14, numRuns: 60 },
  );
});

it('waits once for a database that is locked, and offers no event of those that came together to it alone', async () => {
  const folder = makeFolder();
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

it('commits in the name of none of those who write', async () => {
  const store = openTestStore(':memory:');
  const writer = new AsyncLocalStorage<string>();
  const name = await new Promise((resolve) => {
    const loop = createCommitLoop(
      store,
      () => [{ write: () => {}, committed: () => resolve(writer.getStore()) }],
      log,
    );
    writer.run('WhatsApp', loop.wake);
  });
  expect(name).toBeUndefined();
  store.close();
});

it('leaves what is beyond sixteen events to the next commit once one has taken 20 ms', async () => {
  const store = openTestStore(':memory:');
  const bot = createBot({ commands, settings, log });
  const loop = createCommitLoop(store, () => [inbox], log);
  let ms = 0;
  // An event takes 8 ms.
  const handle: typeof bot.handle = (...event) => {
    ms += 8;
    return bot.handle(...event);
  };
  const inbox = createInbox(
    store,
    { ...bot, handle },
    () => NOW,
    log,
    loop.wake,
    () => ms,
  );
  const transaction = vi.spyOn(store, 'transaction');
  await Promise.all(Array.from({ length: 30 }, (_, i) => inbox.receive(added(i))));
  expect(transaction).toHaveBeenCalledTimes(2);
  expect(Object.values(outboxStates(store))).toEqual([30]);
  store.close();
});
