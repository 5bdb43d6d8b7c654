import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayNumber } from '../src/domain/dates.ts';
import {
  type AreaCode,
  type ChatRef,
  type DistrictCode,
  type Instant,
  type LocalDate,
  type MessageRef,
  NATION,
  type PersonId,
  type UserRef,
  type VillageCode,
} from '../src/domain/ids.ts';
import { STATUSES, type Status, UNITS, type Unit } from '../src/domain/units.ts';
import { isWithin } from '../src/domain/upper-areas.ts';
import type { Report } from '../src/store/ledger.ts';
import { MIGRATIONS } from '../src/store/schema.ts';
import type { Store } from '../src/store/store.ts';
import type { Tx } from '../src/store/tx.ts';
import { inDatabase, onPostgres, openTestStore } from './engine.ts';
import { makeFolder } from './folder.ts';

// Kecamatan of three provinces and two time zones.
const DISTRICTS = [
  '14.03.09',
  '14.03.16',
  '14.08.01',
  '14.08.02',
  '32.01.01',
  '91.03.01',
  '91.71.01',
] as DistrictCode[];
const GROUP = 'telegram:-1' as ChatRef;
const START = Date.UTC(2027, 3, 1, 15);
const HOUR_MS = 3_600_000;

type Deed =
  | {
      readonly kind: 'report';
      readonly village: number;
      readonly unit: Unit;
      readonly status: Status;
      readonly late: number;
    }
  | { readonly kind: 'reverse' | 'correct'; readonly message: number; readonly status: Status }
  | { readonly kind: 'forget'; readonly person: number }
  | { readonly kind: 'relink'; readonly district: number }
  | { readonly kind: 'clock'; readonly hours: number };

const status = fc.constantFrom(...STATUSES);
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('report'),
        village: fc.nat(20),
        unit: fc.constantFrom(...UNITS),
        status,
        late: fc.nat(200),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('reverse', 'correct'), message: fc.nat(60), status }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget'), person: fc.nat(3) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('relink'), district: fc.nat(DISTRICTS.length - 1) }),
    },
    // Mostly forward; sometimes the clock is set back by a day.
    {
      weight: 8,
      arbitrary: fc.record({ kind: fc.constant('clock'), hours: fc.oneof(fc.nat(60), fc.constant(-24)) }),
    },
  ),
  { maxLength: 80 },
) as fc.Arbitrary<Deed[]>;

const villageOf = (n: number): VillageCode =>
  `${DISTRICTS[n % DISTRICTS.length]!}.200${1 + Math.floor(n / DISTRICTS.length)}` as VillageCode;
const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

function reverse({ ledger }: Tx, message: MessageRef, at: Instant): readonly Report[] {
  const rows = ledger.ofMessage(message);
  ledger.reverse(rows, at);
  return rows;
}

describe('the counters', () => {
  let folder: string;
  let file: string;
  let store: Store;
  beforeEach(() => {
    folder = makeFolder();
    open('test.sqlite');
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  function open(name: string): void {
    file = join(folder, name);
    store = openTestStore(file);
    store.transaction((tx) => {
      for (const code of DISTRICTS) tx.chats.open(code, '2027-05-15' as LocalDate, instant(START));
    });
  }

  /** Carries deeds out; gives the moment of the last one. */
  function carryOut(all: readonly Deed[]): number {
    let now = START;
    let last = START;
    let n = 0;
    const account = (person: number) => `telegram:${person}` as UserRef;
    const personOf = (tx: Parameters<Parameters<Store['transaction']>[0]>[0], person: number): PersonId =>
      tx.people.findOrAdd([account(person)], 'Bapak');
    for (const deed of all)
      store.transaction((tx) => {
        const add = (village: VillageCode, unit: Unit, to: Status, at: Instant) => {
          const message = `${GROUP}:${++n}` as MessageRef;
          const entry = { person: personOf(tx, n % 4), at, recordedAt: instant(now), message, text: 'sudah' };
          tx.ledger.add(village, unit, to, 'kades', entry);
        };
        switch (deed.kind) {
          case 'report':
            add(villageOf(deed.village), deed.unit, deed.status, instant(now - deed.late * HOUR_MS));
            break;
          case 'reverse':
          case 'correct':
            for (const row of reverse(tx, `${GROUP}:${deed.message}` as MessageRef, instant(now)))
              if (deed.kind === 'correct') add(row.village, row.unit, deed.status, row.at);
            break;
          case 'forget':
            tx.erasure.forget(tx.people.find([account(deed.person)]), [account(deed.person)]);
            break;
          case 'relink':
            tx.chats.seen(GROUP, 'group', 'KDMP');
            tx.chats.link(GROUP, DISTRICTS[deed.district]!, instant(now), null);
            break;
          case 'clock':
            now += deed.hours * HOUR_MS;
            last = Math.max(last, now);
        }
      });
    return last;
  }

  function kept() {
    return inDatabase(file, (db) => ({
      days: db.prepare('SELECT * FROM frozen_day ORDER BY district, day').all(),
    }));
  }

  it('are what they are when they are counted again from the ledger', () => {
    let n = 0;
    fc.assert(
      fc.property(deeds, (all) => {
        store.close();
        open(`${++n}.sqlite`);
        carryOut(all);
        const before = kept();
        store.transaction((tx) => tx.counters.rebuild());
        expect(before).toEqual(kept());
      }),
      { numRuns: 60, seed: 1927 },
    );
  });

  it('add up to the ledger, and the parts of an area to the area, at every level and on every day', () => {
    let n = 0;
    fc.assert(
      fc.property(deeds, (all) => {
        store.close();
        open(`${++n}.sqlite`);
        const last = carryOut(all);
        store.read((tx) => {
          const unitsOn = (day: number, places: readonly AreaCode[], isToday = false) =>
            places
              .flatMap((place) => tx.counters.daysByUnit(place, 2, day, isToday))
              .reduce<Record<string, number>>((sum, row) => {
                for (const unit of UNITS)
                  for (const each of STATUSES)
                    sum[`${unit} ${each}`] = (sum[`${unit} ${each}`] ?? 0) + row.units[unit][each];
                return sum;
              }, {});
          const units = (...places: readonly AreaCode[]) => unitsOn(dayNumber(instant(last)), places, true);
          const days = (area: AreaCode, length: number, day: number) =>
            tx.counters.days(area, length, day).reduce<Record<string, number>>((sum, row) => {
              for (const [key, count] of Object.entries(row))
                if (typeof count === 'number') sum[key] = (sum[key] ?? 0) + count;
              return sum;
            }, {});
          const areas = ['14', '32', '91', '14.03', '14.08', '91.71', NATION, ...DISTRICTS] as AreaCode[];
          for (const area of areas) {
            expect(units(...DISTRICTS.filter((code) => isWithin(code, area)))).toEqual(units(area));
            for (let day = dayNumber(instant(START)) - 1; day <= dayNumber(instant(last)) + 8; day++) {
              // Of each status as many as its units have.
              const sums = unitsOn(day, [area]);
              for (const each of STATUSES)
                expect(UNITS.reduce((sum, unit) => sum + (sums[`${unit} ${each}`] ?? 0), 0)).toBe(
                  days(area, 2, day)[each] ?? 0,
                );
              expect(days(area, 8, day)).toEqual(days(area, 2, day));
              expect(days(area, 8, day)).toEqual(days(area, 5, day));
              const of = (counts: Readonly<Record<string, number>>) =>
                (counts.berdiri ?? 0) + (counts.beroperasi ?? 0);
              expect(tx.counters.established(area, [day - 1, day])).toEqual([
                of(days(area, 2, day - 1)),
                of(days(area, 2, day)),
              ]);
            }
          }
          const ledger: Record<string, number> = {};
          const lasts = new Map<VillageCode, Instant>();
          for (const row of DISTRICTS.flatMap((code) => tx.ledger.district(code))) {
            ledger[`${row.unit} ${row.status}`] = (ledger[`${row.unit} ${row.status}`] ?? 0) + 1;
            if (row.recordedAt > (lasts.get(row.village) ?? '')) lasts.set(row.village, row.recordedAt);
          }
          const counted = Object.entries(units(NATION)).filter(([, count]) => count > 0);
          expect(Object.fromEntries(counted)).toEqual(ledger);
          const today = dayNumber(instant(last)) + 3;
          const recent = [...lasts.values()].filter((at) => dayNumber(at) > today - 7).length;
          expect(days(NATION, 2, today)).toMatchObject({
            reporting: lasts.size,
            recent,
            districts: DISTRICTS.length,
          });
        });
      }),
      { numRuns: 40, seed: 1928 },
    );
  });

  it('tell how things stood on a day that is past', () => {
    const report = (village: number, unit: Unit): Deed => ({
      kind: 'report',
      village,
      unit,
      status: 'berdiri',
      late: 0,
    });
    const day: Deed = { kind: 'clock', hours: 24 };
    carryOut([
      report(0, 'kantor'),
      ...Array<Deed>(5).fill(day),
      report(7, 'kantor'),
      report(7, 'klinik'),
      ...Array<Deed>(5).fill(day),
      report(0, 'gudang'),
    ]);
    const first = dayNumber(instant(START));
    const mandau = (after: number) =>
      store.read((tx) => tx.counters.days('14.03.09' as DistrictCode, 8, first + after))[0];
    // Before it was opened, a kecamatan is none of the area's.
    expect([-1, 0, 4, 5, 6, 7, 9, 10, 12, 17].map((after) => mandau(after)?.berdiri)).toEqual([
      undefined,
      1,
      1,
      3,
      3,
      3,
      3,
      4,
      4,
      4,
    ]);
    expect([-1, 0, 4, 5, 6, 7, 9, 10, 12, 17].map((after) => mandau(after)?.recent)).toEqual([
      undefined,
      1,
      1,
      2,
      2,
      1,
      1,
      2,
      1,
      0,
    ]);
  });

  it('name the kecamatan that were counted wrongly, and mend them', () => {
    carryOut([{ kind: 'report', village: 0, unit: 'kantor', status: 'berdiri', late: 0 }]);
    const before = kept();
    inDatabase(file, (db) => db.prepare('UPDATE frozen_day SET kantor_berdiri = kantor_berdiri + 1').run());
    expect(store.transaction((tx) => tx.counters.rebuild())).toEqual([DISTRICTS[0]]);
    expect(kept()).toEqual(before);
    expect(store.transaction((tx) => tx.counters.rebuild())).toEqual([]);
  });

  it.skipIf(onPostgres)('are made at the first start on a database of a version without them', () => {
    const at = instant(START);
    store.close();
    file = join(folder, 'old.sqlite');
    const db = new Database(file);
    const step = MIGRATIONS.findLastIndex((sql) => sql.includes('CREATE TABLE frozen_day'));
    for (const sql of MIGRATIONS.slice(0, step)) db.exec(sql);
    db.exec(`INSERT INTO report (id, village, unit, status, role, at, recorded_at, message)
      VALUES (1, '14.03.09.2011', 'kantor', 'berdiri', 'kades', '${at}', '${at}', 'telegram:-1:1');
      INSERT INTO unit_status VALUES ('14.03.09.2011', 'kantor', 'berdiri', '${at}', '${at}', 1);
      PRAGMA user_version = ${step}`);
    db.close();
    store = openTestStore(file);
    expect(kept()).toMatchObject({
      days: [
        {
          district: '14.03.09',
          day: dayNumber(at),
          berdiri: 1,
          kantor_berdiri: 1,
          klinik_berdiri: 0,
          reporting: 1,
          recent0: 1,
          recent6: 1,
        },
      ],
    });
  });
});
