import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findUpperScope } from '../../src/bot/scope.ts';
import { sumOfParts } from '../../src/domain/area-recap.ts';
import { area } from '../../src/domain/areas.ts';
import { addDays, daysBetween, instantAt, lastMinuteOf } from '../../src/domain/dates.ts';
import type {
  AreaCode,
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  UserRef,
  VillageCode,
} from '../../src/domain/ids.ts';
import { isEstablished, STATUSES, type Status, UNITS, type Unit } from '../../src/domain/units.ts';
import { upperArea } from '../../src/domain/upper-areas.ts';
import { aboveMessages } from '../../src/features/reminders/above-message.ts';
import type { Store } from '../../src/store/store.ts';
import type { AreaFile } from '../../src/text/content.ts';
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

/** The group of a kabupaten with two kecamatan that report as the deeds say, and what it is told on each Monday at 07.30. */
function play(store: Store, [regency, ...districts]: (typeof PLACES)[number], all: readonly Deed[]) {
  const code = regency as AreaCode;
  const villages = districts.flatMap((each) => area(each as DistrictCode)!.villages.slice(0, 5));
  const rows: Row[] = [];
  const told: { readonly text: string; readonly file: AreaFile }[] = [];
  store.transaction((tx) => {
    for (const each of [code, ...districts]) tx.chats.open(each as AreaCode, DEADLINE, instant(START));
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
        const [message] = aboveMessages(tx, tx.chats.get(GROUP)!, scope, slot, REMINDER_DAYS, morning);
        told.push({ text: message!.content.text, file: message!.content.file as AreaFile });
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
        tx.ledger.reverse(`${GROUP}:${deed.reverses}` as MessageRef, recordedAt);
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
  return { rows, told };
}

const numbersIn = (text: string, pattern: RegExp): readonly number[] =>
  (pattern.exec(text) ?? []).slice(1).map((digits) => Number(digits.replace('.', '')));

it('tells on Mondays of full weeks that follow one another, so that nothing is counted twice or never', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), deeds, (place, all) => {
      const store = openTestStore(':memory:');
      const { rows, told } = play(store, place, all);
      store.close();
      let [reached, reported] = [0, 0];
      for (const [i, { text, file }] of told.entries()) {
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
        const [recent, before] = numbersIn(text, /^Melapor pekan lalu .*: (\d+) dari .*sebelumnya (\d+)\)$/m);
        const [onTime] = numbersIn(text, /^Tepat waktu .*: (\d+) dari/m);
        const [stands] = numbersIn(text, /^Berdiri <b>([\d.]+) dari/m);
        const [up = 0] = numbersIn(text, /pekan lalu bertambah ([\d.]+)$/m);
        const [down = 0] = numbersIn(text, /pekan lalu berkurang ([\d.]+)$/m);
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
      }
    }),
    { numRuns: 60, seed: 1929 },
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
      return aboveMessages(tx, tx.chats.get(GROUP)!, findUpperScope(tx, code)!, slot, [], now);
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
  const [last] = tell(MONDAYS[0]!);
  expect(last!.content.text).toContain(
    `Berdiri <b>${units} dari ${units}</b> unit, pekan lalu bertambah ${units}`,
  );
  expect(tell(MONDAYS[1]!)).toEqual([]);
  store.close();
});

const sumOfUnits = (parts: readonly { readonly villages: number }[]): number =>
  parts.reduce((sum, { villages }) => sum + villages * UNITS.length, 0);
