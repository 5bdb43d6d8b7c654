import { afterEach, beforeEach, expect, it } from 'vitest';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  OutboxId,
} from '../../src/domain/ids.ts';
import type { Store } from '../../src/store/store.ts';
import type { Tx } from '../../src/store/tx.ts';
import { literal } from '../../src/text/markup.ts';
import { openTestStore } from '../engine.ts';

const GROUP = 'telegram:-1001' as ChatRef;
const THEN = '2027-04-01T02:00:00.000Z' as Instant;
const NOW = '2027-04-01T09:00:00.000Z' as Instant;

let store: Store;
beforeEach(() => {
  store = openTestStore(':memory:');
});
afterEach(() => store.close());

const say = (tx: Tx, text: string): OutboxId =>
  tx.outbox.add(
    { to: GROUP, content: { text: literal(text) }, answers: `telegram:-1001:${text}` as MessageRef },
    THEN,
  );

it('sends a message that may have arrived again as such, under its own id', () => {
  store.transaction((tx) => {
    const id = say(tx, 'a');
    tx.outbox.claim(id);
    tx.outbox.settle(id, 'doubtful');
    expect(tx.outbox.requeue(id, NOW)).toBe(true);
    expect(tx.outbox.get(id)).toMatchObject({
      state: 'queued',
      doubted: true,
      tries: 0,
      at: NOW,
      refusal: null,
    });
    expect(tx.outbox.requeue(id, NOW)).toBe(false);
  });
});

it('keeps together what was gathered, whether it is sent again or dropped', () => {
  store.transaction((tx) => {
    const parts = [say(tx, 'a'), say(tx, 'b')];
    const whole = tx.outbox.gather({ to: GROUP, content: { text: literal('both') } }, parts, THEN);
    tx.outbox.claim(whole);
    tx.outbox.refuse(whole, 'message');
    tx.outbox.settle(whole, 'failed');
    expect(tx.outbox.undelivered(9).map(({ id }) => id)).toEqual([whole]);
    expect(tx.outbox.requeue(parts[0]!, NOW)).toBe(false);
    expect(tx.outbox.drop(parts[0]!)).toBe(false);
    expect(tx.outbox.requeue(whole, NOW)).toBe(true);
    tx.outbox.settle(whole, 'sent', 'telegram:-1001:9' as MessageRef);
    expect([...parts, whole].map((id) => tx.outbox.get(id)?.state)).toEqual(['sent', 'sent', 'sent']);
    expect(tx.outbox.drop(whole)).toBe(false);
    tx.outbox.settle(whole, 'failed');
    expect(tx.outbox.drop(whole)).toBe(true);
    expect([...parts, whole].map((id) => tx.outbox.get(id))).toEqual([undefined, undefined, undefined]);
  });
});

it('touches nothing that is in flight, was sent, or lost its words', () => {
  store.transaction((tx) => {
    const [flying, sent] = [say(tx, 'a'), say(tx, 'b')];
    tx.outbox.claim(flying);
    tx.outbox.claim(sent);
    tx.outbox.settle(sent, 'sent', 'telegram:-1001:9' as MessageRef);
    for (const id of [flying, sent]) {
      expect(tx.outbox.unsent(id)).toBeUndefined();
      expect([tx.outbox.requeue(id, NOW), tx.outbox.drop(id)]).toEqual([false, false]);
    }
  });
});

it('shows first what a chat refused, then what waited longest, and never more than asked for', () => {
  store.transaction((tx) => {
    const ids = ['a', 'b', 'c', 'd'].map((text) => say(tx, text));
    tx.outbox.refuse(ids[2]!, 'rights');
    expect(tx.outbox.waiting(3).map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
    for (const id of ids) tx.outbox.settle(id, 'failed');
    expect(tx.outbox.undelivered(2).map(({ id }) => id)).toEqual([ids[3], ids[2]]);
  });
});

it('gives the groups of an area page by page, with what was last heard of each', () => {
  store.transaction((tx) => {
    for (const code of ['14.03.02', '14.03.16', '14.04.01', '12.01.01']) {
      const ref = `telegram:-${code}` as ChatRef;
      tx.chats.open(code as DistrictCode, '2027-05-15' as LocalDate, THEN);
      tx.chats.seen(ref, 'group', code);
      tx.chats.link(ref, code as DistrictCode, THEN, null);
    }
    tx.chats.pause('telegram:-14.03.16' as ChatRef);
    tx.outbox.add({ to: 'telegram:-14.03.16' as ChatRef, content: { text: literal('x') } }, NOW);
    const riau = { from: '14', to: '14/' };
    expect(tx.linkedGroups.count(riau)).toBe(3);
    const codes = (limit: number, offset: number) =>
      tx.linkedGroups.page(riau, limit, offset).map(({ area }) => area);
    expect([codes(2, 0), codes(2, 2), codes(2, 4)]).toEqual([['14.03.02', '14.03.16'], ['14.04.01'], []]);
    expect(tx.linkedGroups.page(riau, 1, 1)[0]).toMatchObject({
      active: false,
      lastReport: null,
      lastMessage: NOW,
    });
    expect(tx.linkedGroups.count({ from: '', to: '~' })).toBe(4);
  });
});
