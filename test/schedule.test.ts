import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localTime, parseDate } from '../src/dates.ts';
import type { Instant, LocalDate } from '../src/ids.ts';
import { quietUntil } from '../src/quiet.ts';
import { slotsBetween } from '../src/reminder.ts';

const DEADLINE = '2027-05-15' as LocalDate; // a Saturday
const DAYS = [30, 14, 7, 3, 1, 0];
const slots = (from: string, to: string) =>
  slotsBetween(from as LocalDate, to as LocalDate, DEADLINE, DAYS).map(({ kind, date }) => `${kind} ${date}`);

describe('the slots of a deadline', () => {
  it('are the reminder days, Mondays until it, a closing recap and one a week after it', () => {
    expect(slots('2027-04-14', '2027-05-31')).toEqual([
      'reminder 2027-04-15',
      'monday 2027-04-19',
      'monday 2027-04-26',
      'reminder 2027-05-01',
      'monday 2027-05-03',
      'reminder 2027-05-08',
      'monday 2027-05-10',
      'reminder 2027-05-12',
      'reminder 2027-05-14',
      'reminder 2027-05-15',
      'closing 2027-05-16',
      'weekly 2027-05-23',
      'weekly 2027-05-30',
    ]);
  });

  it('of a span are those of its parts', () => {
    const day = fc.integer({ min: -60, max: 60 }).map((n) => addDays(DEADLINE, n));
    fc.assert(
      fc.property(day, fc.nat(40), fc.nat(40), (from, a, b) => {
        const middle = addDays(from, a);
        const to = addDays(middle, b + 1);
        expect([...slots(from, middle), ...slots(addDays(middle, 1), to)]).toEqual(slots(from, to));
      }),
      { seed: 15 },
    );
  });
});

describe('quiet hours', () => {
  it.each([
    ['2027-05-12T13:00:00Z', 'Asia/Jakarta', '2027-05-13T00:00:00.000Z'], // 20.00 WIB
    ['2027-05-12T12:59:00Z', 'Asia/Jakarta', undefined],
    ['2027-05-12T23:59:00Z', 'Asia/Jakarta', '2027-05-13T00:00:00.000Z'], // 06.59 WIB
    ['2027-05-13T00:00:00Z', 'Asia/Jakarta', undefined],
    ['2027-05-14T04:30:00Z', 'Asia/Jakarta', '2027-05-14T06:30:00.000Z'], // Friday 11.30
    ['2027-05-14T06:30:00Z', 'Asia/Jakarta', undefined],
    ['2027-05-13T04:30:00Z', 'Asia/Jakarta', undefined], // Thursday 11.30
    ['2027-05-12T11:00:00Z', 'Asia/Jayapura', '2027-05-12T22:00:00.000Z'], // 20.00 WIT
    ['2027-05-12T12:00:00Z', 'Asia/Makassar', '2027-05-12T23:00:00.000Z'], // 20.00 WITA
  ])('%s in %s', (at, zone, until) => {
    expect(quietUntil(new Date(at).toISOString() as Instant, zone)).toBe(until);
  });

  it('end at a moment that is not quiet', () => {
    const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
    fc.assert(
      fc.property(at, zone, (date, timeZone) => {
        const until = quietUntil(date.toISOString() as Instant, timeZone);
        if (until) expect(quietUntil(until, timeZone)).toBeUndefined();
      }),
      { seed: 20 },
    );
  });
});

describe('dates', () => {
  it.each([
    ['15 Mei 2027', '2027-05-15'],
    ['15 mei 2027', '2027-05-15'],
    ['1 Agt 2027', '2027-08-01'],
    ['15/5/2027', '2027-05-15'],
    ['15-05-2027', '2027-05-15'],
    ['2027-05-15', '2027-05-15'],
    ['29/2/2028', '2028-02-29'],
    ['29/2/2027', undefined],
    ['31 Juni 2027', undefined],
    ['15 2027', undefined],
    ['besok', undefined],
    ['15/13/2027', undefined],
    ['0/1/2027', undefined],
    ['15/5/27', undefined],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('change at midnight by the clocks of each zone', () => {
    const before = '2027-05-14T15:59:59.000Z' as Instant;
    expect(localTime(before, 'Asia/Jakarta').date).toBe('2027-05-14');
    expect(localTime(before, 'Asia/Makassar').date).toBe('2027-05-14');
    expect(localTime(before, 'Asia/Jayapura').date).toBe('2027-05-15');
    expect(daysBetween('2027-02-28' as LocalDate, '2027-03-01' as LocalDate)).toBe(1);
  });
});
