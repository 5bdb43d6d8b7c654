import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findScope, findUpperScope } from '../../src/bot/scope.ts';
import { sumOfParts } from '../../src/domain/area-recap.ts';
import { area } from '../../src/domain/areas.ts';
import { addDays, daysBetween, instantAt, lastMinuteOf } from '../../src/domain/dates.ts';
import {
  type AreaCode,
  type ChatRef,
  type DistrictCode,
  type Instant,
  type LocalDate,
  type MessageRef,
  NATION,
  type UserRef,
  type VillageCode,
} from '../../src/domain/ids.ts';
import { type DistrictRecap, totals } from '../../src/domain/progress.ts';
import { isEstablished, STATUSES, type Status, UNITS, type Unit } from '../../src/domain/units.ts';
import { upperArea } from '../../src/domain/upper-areas.ts';
import { weekBefore } from '../../src/domain/weeks.ts';
import { countInSteps, readCounts } from '../../src/features/recap/area-counts.ts';
import { areaRecap } from '../../src/features/recap/area-snapshot.ts';
import { districtRecap } from '../../src/features/recap/snapshot.ts';
import { recapMessage } from '../../src/features/reminders/recap-message.ts';
import type { Store } from '../../src/store/store.ts';
import type { AreaFile, RecapFile } from '../../src/text/content.ts';
import { openTestStore } from '../engine.ts';

const HOUR_MS = 3_600_000;
const GROUP = 'telegram:-1' as ChatRef;
const DEADLINE = '2027-05-15' as LocalDate;
/** A Thursday. */
const START = Date.UTC(2027, 3, 1, 2);
const MONDAYS = ['2027-04-05', '2027-04-12', '2027-04-19', '2027-04-26'] as LocalDate[];
/** A reminder is due on each of these Mondays. */
const REMINDER_DAYS = MONDAYS.map((monday) => daysBetween(monday, DEADLINE));
/** Kabupaten in WIB, WITA and WIT, with two kecamatan each. */
const PLACES = [
  ['14.03', '14.03.09', '14.03.16'],
  ['64.02', '64.02.01', '64.02.02'],
  ['91.03', '91.03.01', '91.03.13'],
] as const;

const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** A row of the ledger, as this test knows it. */
interface Row {
  readonly village: VillageCode;
  readonly unit: Unit;
  readonly status: Status;
  readonly at: Instant;
  readonly recordedAt: Instant;
  reversedAt?: Instant;
}

interface Deed {
  /** Hours since the deed before. */
  readonly after: number;
  readonly village: number;
  readonly unit: Unit;
  readonly status: Status;
  /** Hours that a report was on its way. */
  readonly late: number;
  /** Takes the message of that number back instead. */
  readonly reverses: number | undefined;
}

const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    after: fc.nat(20),
    village: fc.nat(9),
    unit: fc.constantFrom(...UNITS),
    status: fc.constantFrom(...STATUSES),
    late: fc.oneof(fc.constant(0), fc.nat(30)),
    reverses: fc.option(fc.nat(60), { freq: 6, nil: undefined }),
  }),
  { minLength: 40, maxLength: 80 },
);

/** What holds of each unit before a moment: the row that was said last. */
function holding(rows: readonly Row[], before: Instant): readonly Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    if (row.recordedAt >= before || (row.reversedAt !== undefined && row.reversedAt < before)) continue;
    const key = `${row.village} ${row.unit}`;
    if (row.at >= (last.get(key)?.at ?? '')) last.set(key, row);
  }
  return [...last.values()];
}

/** What is said on a Monday: to the kabupaten, and to its kecamatan. */
interface Told {
  readonly text: string;
  readonly file: AreaFile;
  readonly below: readonly { readonly text: string; readonly file: RecapFile }[];
}

/** The group of a kabupaten with two kecamatan that report as the deeds say, and what it is told on each Monday at 07.30. */
function play(store: Store, [regency, ...districts]: (typeof PLACES)[number], all: readonly Deed[]) {
  const code = regency as AreaCode;
  const villages = districts.flatMap((each) => area(each as DistrictCode)!.villages.slice(0, 5));
  const rows: Row[] = [];
  const told: Told[] = [];
  store.transaction((tx) => {
    for (const each of [NATION, code.slice(0, 2), code, ...districts])
      tx.chats.open(each as AreaCode, DEADLINE, instant(START));
    tx.chats.seen(GROUP, 'group', 'Kabupaten');
    tx.chats.link(GROUP, code, instant(START), null);
  });
  const { timeZone } = store.read((tx) => findUpperScope(tx, code)!);
  const mornings = MONDAYS.map((monday) => [monday, instantAt(monday, 450, timeZone)] as const);

  function tellUntil(now: number): void {
    for (const [monday, morning] of mornings.slice(told.length)) {
      if (Date.parse(morning) > now) return;
      store.transaction((tx) => {
        const slot = { kind: 'monday', date: monday } as const;
        const scope = findUpperScope(tx, code)!;
        const message = recapMessage(tx, scope, slot, REMINDER_DAYS, morning);
        // The camat are told at half past eight, when more may have been reported.
        const later = instantAt(monday, 510, timeZone);
        const below = districts.map((district) => {
          const here = findScope(tx, district as DistrictCode)!;
          const { text, file } = recapMessage(tx, here, slot, [], later)!.content;
          return { text, file: file as RecapFile };
        });
        told.push({ text: message!.content.text, file: message!.content.file as AreaFile, below });
      });
    }
  }

  let now = START;
  for (const [n, deed] of all.entries()) {
    now += deed.after * HOUR_MS;
    tellUntil(now);
    store.transaction((tx) => {
      const recordedAt = instant(now + n);
      if (deed.reverses !== undefined) {
        tx.ledger.reverse(tx.ledger.ofMessage(`${GROUP}:${deed.reverses}` as MessageRef), recordedAt);
        const row = rows[deed.reverses];
        if (row) row.reversedAt ??= recordedAt;
      }
      const { code: village } = villages[deed.village]!;
      const { unit, status } = deed;
      const at = instant(now + n - deed.late * HOUR_MS);
      const person = tx.people.findOrAdd(['telegram:1' as UserRef], 'Bapak');
      const message = `${GROUP}:${rows.length}` as MessageRef;
      tx.ledger.add(village, unit, status, 'kades', { person, at, recordedAt, message, text: null });
      rows.push({ village, unit, status, at, recordedAt });
    });
  }
  tellUntil(Number.POSITIVE_INFINITY);
  const after = instant(Date.UTC(2027, 4, 3));
  // The kabupaten, its province and the nation.
  const again = store.read((tx) =>
    MONDAYS.map((monday) =>
      [code, code.slice(0, 2), NATION].map((each) =>
        areaRecap(tx, findUpperScope(tx, each as AreaCode)!, after, weekBefore(monday)),
      ),
    ),
  );
  const parts = store.read((tx) =>
    MONDAYS.map((monday) =>
      districts.map((each) =>
        districtRecap(tx, findScope(tx, each as DistrictCode)!, after, weekBefore(monday)),
      ),
    ),
  );
  return { rows, told, again, parts };
}

const numbersIn = (text: string, pattern: RegExp): readonly number[] =>
  (pattern.exec(text) ?? []).slice(1).map((digits) => Number(digits.replace('.', '')));

it('tells on Mondays of full weeks that follow one another, so that nothing is counted twice or never', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), deeds, (place, all) => {
      const store = openTestStore(':memory:');
      const { rows, told, again, parts } = play(store, place, all);
      store.close();
      let [reached, reported] = [0, 0];
      for (const [i, { text, file, below }] of told.entries()) {
        const week = { from: addDays(MONDAYS[i]!, -7), to: addDays(MONDAYS[i]!, -1) };
        const [begin, end] = [week.from, MONDAYS[i]!].map((day) => instantAt(day, 0, 'Asia/Jakarta'));
        const then = holding(rows, end!);
        const established = then.filter(({ status }) => isEstablished(status)).length;
        const reporting = new Set(
          then.filter(({ recordedAt }) => recordedAt >= begin!).map(({ village }) => village),
        ).size;
        expect(file.area).toMatchObject({ week, asOf: lastMinuteOf(week.to) });
        if (then.length === 0) {
          expect(text).toContain('Belum pernah ada laporan');
          continue;
        }
        const [recent, before] = numbersIn(text, /^Melapor pekan itu: (\d+) dari .*sebelumnya (\d+)\)$/m);
        const [onTime] = numbersIn(text, /^Tepat waktu .*: (\d+) dari/m);
        const [stands] = numbersIn(text, /^Berdiri <b>([\d.]+) dari/m);
        const [up = 0] = numbersIn(text, /pekan itu bertambah ([\d.]+) unit$/m);
        const [down = 0] = numbersIn(text, /pekan itu berkurang ([\d.]+) unit$/m);
        expect({ stands, recent, onTime }).toEqual({
          stands: established,
          recent: reporting,
          onTime: reporting,
        });
        // What the Monday before told is where this one begins.
        expect({ before, stands: stands! - up + down }).toEqual({ before: reported, stands: reached });
        for (const unit of UNITS)
          for (const status of STATUSES)
            expect(file.area.parts.reduce((sum, part) => sum + part.units[unit][status], 0)).toBe(
              then.filter((row) => row.unit === unit && row.status === status).length,
            );
        expect(sumOfParts(file.area.parts).established).toBe(established);
        [reached, reported] = [established, reporting];
        // What a camat is told half an hour later is what the Kadis was told of that kecamatan.
        for (const { text: words, file: own } of below) {
          const part = file.area.parts.find(({ code }) => code === own.recap.district.code)!;
          expect(totals(own.recap).established).toBe(part.established);
          expect(own.recap).toMatchObject({ week, asOf: file.area.asOf });
          if (part.reporting === 0) expect(words).toContain('Belum ada laporan');
          else {
            expect(words).toContain(`Melapor pekan itu: ${part.recent} dari `);
            expect(words).toContain(`(sebelumnya ${part.recentBefore})`);
            expect(words).toContain(`<b>${part.established}/`);
          }
        }
        // Asked weeks later a week is as it was told, and its parts add up to it.
        const [own, ...above] = again[i]!;
        const { daysLeft: _, ...later } = own!;
        expect(file.area).toMatchObject(later);
        const sums = sumOfParts(later.parts);
        const add = (of: (each: DistrictRecap) => number) =>
          parts[i]!.reduce((sum, each) => sum + of(each), 0);
        expect(add((each) => totals(each).established)).toBe(sums.established);
        expect(add(({ establishedBefore }) => establishedBefore)).toBe(sums.establishedBefore);
        expect(add(({ reported: { recent } = { recent: -1 } }) => recent)).toBe(sums.recent);
        // So they do in the province and in the nation, which have no other reports.
        for (const { parts: shares } of above) {
          const { villages: _, ...counted } = sums;
          expect(sumOfParts(shares)).toMatchObject(counted);
          const [part] = shares.filter(({ reporting }) => reporting > 0);
          for (const unit of UNITS)
            for (const status of STATUSES)
              expect(part!.units[unit][status]).toBe(
                later.parts.reduce((sum, each) => sum + each.units[unit][status], 0),
              );
        }
      }
    }),
    { numRuns: 60, seed: 1929 },
  );
});

it('counts a week that is over in steps as at once, whatever is reported between them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), deeds, (place, all) => {
      const store = openTestStore(':memory:');
      play(store, place, all);
      const [regency, district] = place;
      const scope = store.read((tx) => findUpperScope(tx, regency.slice(0, 2) as AreaCode)!);
      const moment = { now: instant(Date.UTC(2027, 4, 3)), week: weekBefore(MONDAYS[2]!) };
      const atOnce = store.read((tx) => readCounts(tx, scope.area, moment));
      const steps = countInSteps(store, scope.area, moment);
      let step = steps.next();
      for (let n = 1; !step.done; n += 1, step = steps.next())
        store.transaction((tx) => {
          const message = `${GROUP}:between ${n}` as MessageRef;
          const person = tx.people.findOrAdd(['telegram:1' as UserRef], 'Bapak');
          const entry = { person, at: moment.now, recordedAt: moment.now, message, text: null };
          const [village] = area(district as DistrictCode)!.villages;
          tx.ledger.add(village!.code, UNITS[n % UNITS.length]!, 'beroperasi', 'kades', entry);
          tx.ledger.reverse(tx.ledger.ofMessage(`${GROUP}:${n}` as MessageRef), moment.now);
        });
      expect(step.value).toEqual(atOnce);
      store.close();
    }),
    { numRuns: 30, seed: 17 },
  );
});

it('tells of the week in which the last unit came to stand, and is silent from then on', () => {
  const store = openTestStore(':memory:');
  const code = '11.72' as AreaCode;
  const { parts } = upperArea(code)!;
  const units = sumOfUnits(parts);
  const opened = instant(START);
  const tell = (monday: LocalDate) =>
    store.transaction((tx) => {
      const slot = { kind: 'monday', date: monday } as const;
      const now = instantAt(monday, 450, 'Asia/Jakarta');
      return recapMessage(tx, findUpperScope(tx, code)!, slot, [], now);
    });
  store.transaction((tx) => {
    for (const each of [code, ...parts.map((part) => part.code)]) tx.chats.open(each, DEADLINE, opened);
    tx.chats.seen(GROUP, 'group', 'Kota');
    const person = tx.people.findOrAdd(['telegram:1' as UserRef], 'Bapak');
    const entry = { person, at: opened, recordedAt: opened, message: `${GROUP}:1` as MessageRef, text: null };
    for (const part of parts)
      for (const village of area(part.code as DistrictCode)!.villages)
        for (const unit of UNITS) tx.ledger.add(village.code, unit, 'berdiri', 'kades', entry);
  });
  const last = tell(MONDAYS[0]!);
  expect(last!.content.text).toContain(
    `Berdiri <b>${units} dari ${units}</b> unit, pekan itu bertambah ${units} unit`,
  );
  expect(tell(MONDAYS[1]!)).toBeUndefined();
  store.close();
});

const sumOfUnits = (parts: readonly { readonly villages: number }[]): number =>
  parts.reduce((sum, { villages }) => sum + villages * UNITS.length, 0);
