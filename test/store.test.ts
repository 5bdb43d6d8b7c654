import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant, MessageRef, VillageCode } from '../src/ids.ts';
import { openDatabase } from '../src/store/open.ts';
import { openStore } from '../src/store/store.ts';
import { STATUSES } from '../src/units.ts';

const PETANI = '14.03.16.2001' as VillageCode;
const at = (minute: number) => new Date(Date.UTC(2027, 3, 1, 0, minute)).toISOString() as Instant;

describe('the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with its folder, and kept', () => {
    const file = join(folder, 'a', 'b.sqlite');
    const store = openStore(file);
    store.once.take('telegram:1:1' as MessageRef, at(0));
    store.close();
    const again = openStore(file);
    expect(again.once.take('telegram:1:1' as MessageRef, at(1))).toBe(false);
    again.close();
  });

  it('is refused when a newer program wrote it', () => {
    const file = join(folder, 'future.sqlite');
    const db = openDatabase(file);
    db.pragma('user_version = 999');
    db.close();
    expect(() => openStore(file)).toThrow(/schema 999.*update the program/);
  });

  it('is refused when it is no database', () => {
    const file = join(folder, 'text.sqlite');
    writeFileSync(file, 'Rekap koperasi desa, ditulis tangan.'.repeat(100));
    expect(() => openStore(file)).toThrow(/not a database/);
  });

  it('keeps nothing of work that fails', () => {
    const store = openStore(join(folder, 'x.sqlite'));
    const work = () =>
      store.transaction(() => {
        store.once.take('telegram:1:1' as MessageRef, at(0));
        throw new Error('no');
      });
    expect(work).toThrow('no');
    expect(store.once.seen('telegram:1:1' as MessageRef)).toBe(false);
    store.close();
  });
});

describe('the ledger', () => {
  it('says what was said last and not reversed, in whatever order it arrived', () => {
    const report = fc.record({
      minute: fc.integer({ min: 0, max: 30 }),
      status: fc.constantFrom(...STATUSES),
      reversed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 12 }), (reports) => {
        const store = openStore(':memory:');
        const person = store.people.findOrAdd(['telegram:1' as never], 'Budi');
        const entry = (i: number, minute: number) => ({
          person,
          at: at(minute),
          recordedAt: at(100 + i),
          message: `m:${i}` as MessageRef,
          text: null,
        });
        for (const [i, { minute, status }] of reports.entries())
          store.ledger.add(PETANI, 'klinik', status, 'kades', entry(i, minute));
        for (const [i, { reversed }] of reports.entries())
          if (reversed) store.ledger.reverse(`m:${i}` as MessageRef, at(200));
        const standing = reports.map((each, i) => ({ ...each, i })).filter(({ reversed }) => !reversed);
        const order = standing.sort((a, b) => a.minute - b.minute || a.i - b.i);
        const last = order.at(-1);
        const since =
          last && order.slice(order.findLastIndex(({ status }) => status !== last.status) + 1)[0]!;
        const current = store.ledger.current(PETANI, 'klinik');
        expect(current?.status).toBe(last?.status);
        expect(current?.since).toBe(since && at(since.minute));
        expect(store.ledger.history(PETANI, 99)).toHaveLength(reports.length);
        store.close();
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('retention', () => {
  it('blanks texts after 90 days and keeps the ledger', () => {
    const store = openStore(':memory:');
    const person = store.people.findOrAdd(['telegram:1' as never], 'Budi');
    store.ledger.add(PETANI, 'klinik', 'berdiri', 'kades', {
      person,
      at: at(0),
      recordedAt: at(0),
      message: 'm:1' as MessageRef,
      text: 'klinik sudah',
    });
    store.outbox.settle(
      store.outbox.add({ to: 'telegram:-1' as never, content: { text: 'x' as never } }, at(0)),
      'sent',
    );
    store.retention.prune('2027-06-29T00:00:00.000Z' as Instant);
    expect(store.outbox.counts()).toEqual({ sent: 1 });
    store.retention.prune('2027-07-01T00:00:00.000Z' as Instant);
    expect(store.outbox.counts()).toEqual({});
    expect(store.ledger.current(PETANI, 'klinik')?.status).toBe('berdiri');
    store.close();
  });
});
