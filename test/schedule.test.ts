import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../commands/index.ts';
import { createBot } from '../src/app/bot.ts';
import { findUpperScope } from '../src/bot/scope.ts';
import { addDays, daysBetween, localTime, parseDate } from '../src/domain/dates.ts';
import {
  type ChatRef,
  type DistrictCode,
  type Instant,
  type LocalDate,
  type MessageRef,
  NATION,
  type UserRef,
  type VillageCode,
} from '../src/domain/ids.ts';
import { quietUntil } from '../src/domain/quiet-hours.ts';
import { UNITS, type Unit } from '../src/domain/units.ts';
import { recapMessage } from '../src/features/reminders/recap-message.ts';
import { createScheduler } from '../src/features/reminders/scheduler.ts';
import { areaSlots, slotsBetween } from '../src/features/reminders/slots.ts';
import { createLog } from '../src/log.ts';
import type { Store } from '../src/store/store.ts';
import { openTestStore } from './engine.ts';

const DEADLINE = '2027-05-15' as LocalDate;
// a Saturday
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

  it('above the kecamatan are two lists before it, and a recap on every Monday', () => {
    const slots = areaSlots([3, 1])('2027-05-03' as LocalDate, '2027-05-24' as LocalDate, DEADLINE);
    expect(slots.map(({ kind, date }) => `${kind} ${date}`)).toEqual([
      'monday 2027-05-03',
      'monday 2027-05-10',
      'reminder 2027-05-12',
      'reminder 2027-05-14',
      'monday 2027-05-17',
      'monday 2027-05-24',
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

describe('the scheduler', () => {
  const DISTRICT = '14.03.16' as DistrictCode;
  const FIRST = 'telegram:-1' as ChatRef;
  const clock = () => new Date().toISOString() as Instant;
  let store: Store;
  let logged: string[];

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    store = openTestStore(':memory:');
    logged = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    store.close();
  });

  function link(chat: ChatRef, at: string): void {
    const now = new Date(at).toISOString() as Instant;
    store.transaction((tx) => tx.chats.seen(chat, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.open(DISTRICT, DEADLINE, now));
    store.transaction((tx) => tx.chats.link(chat, DISTRICT, now, null));
  }
  /** At 08.00; `failing` is a group that nothing can be queued for. */
  function schedule(failing?: ChatRef) {
    const log = createLog('info', { write: (line) => logged.push(line) });
    const settings = { deadline: DEADLINE, reminderDays: DAYS };
    const bot = createBot({ commands, settings, log });
    const enqueue: typeof bot.enqueue = (tx, message, now) => {
      if (message.to === failing) throw new TypeError('no');
      return bot.enqueue(tx, message, now);
    };
    return createScheduler({
      store,
      enqueue,
      clock,
      log,
      cron: '0 8 * * *',
      reminderDays: DAYS,
      committed: () => {},
    });
  }
  const queued = () => store.read((tx) => tx.outbox.queuedAfter(0 as never)).map(({ chat }) => chat);
  const slot = (date: string, chat = FIRST) =>
    store.read((tx) => tx.slots.outcome(`${chat} ${DEADLINE} reminder ${date}`, clock()));

  it('does what is due when the machine slept through the moment', async () => {
    link(FIRST, '2027-05-11T05:00:00Z');
    vi.setSystemTime('2027-05-12T00:59:50Z'); // 07.59.50 WIB
    const scheduler = schedule();
    scheduler.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(queued()).toEqual([]);
    vi.setSystemTime('2027-05-12T01:03:00Z');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(queued()).toEqual([FIRST]);
    scheduler.stop();
  });

  it('reaches all groups, some at a time', async () => {
    const groups = Array.from({ length: 20 }, (_, i) => `telegram:-${i + 1}` as ChatRef);
    for (const chat of groups) link(chat, '2027-05-11T05:00:00Z');
    vi.setSystemTime('2027-05-12T01:00:00Z');
    const scheduler = schedule();
    scheduler.start();
    // All groups are read in a step of their own.
    vi.advanceTimersToNextTimer();
    expect(queued()).toEqual([]);
    vi.advanceTimersToNextTimer();
    expect(queued().length).toBeGreaterThan(0);
    expect(queued().length).toBeLessThan(groups.length);
    await vi.advanceTimersByTimeAsync(100);
    expect(queued().toSorted()).toEqual(groups.toSorted());
    scheduler.stop();
  });

  it('sees groups that move, or are linked elsewhere, while it is at it', async () => {
    const groups = Array.from({ length: 10 }, (_, i) => `telegram:-${i + 1}` as ChatRef);
    for (const chat of groups) link(chat, '2027-05-11T05:00:00Z');
    vi.setSystemTime('2027-05-12T01:00:00Z');
    const now = '2027-05-12T01:00:00.000Z' as Instant;
    const scheduler = schedule();
    scheduler.start();
    // All groups are read in a step of their own.
    vi.advanceTimersToNextTimer();
    expect(queued()).toEqual([]);
    vi.advanceTimersToNextTimer();
    const [moved, relinked] = groups.filter((chat) => !queued().includes(chat)) as [ChatRef, ChatRef];
    const to = 'telegram:-1009' as ChatRef;
    store.transaction((tx) => tx.chats.move(moved, to));
    store.transaction((tx) => tx.chats.open('14.03.01' as DistrictCode, DEADLINE, now));
    store.transaction((tx) => tx.chats.link(relinked, '14.03.01' as DistrictCode, now, null));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(queued()).toContain(to);
    expect(queued()).not.toContain(moved);
    const texts = store
      .read((tx) => tx.outbox.queuedAfter(0 as never))
      .filter(({ chat }) => chat === relinked)
      .map(({ id }) => store.read((tx) => tx.outbox.get(id))!.content!.text);
    expect(texts.join()).not.toContain('Petani');
    scheduler.stop();
  });

  it('goes on with the other groups when one fails', () => {
    const others = ['telegram:-2', 'telegram:-3'] as ChatRef[];
    for (const chat of [FIRST, ...others]) link(chat, '2027-05-11T05:00:00Z');
    vi.setSystemTime('2027-05-12T01:00:00Z');
    schedule(FIRST).tick();
    expect(queued()).toEqual(others);
    expect(slot('2027-05-12')).toBeUndefined();
    expect(slot('2027-05-12', others[0])).toBe('sent');
    expect(logged.join('')).toMatch(/could not be carried out/);
  });

  it('counts the country in steps between which others are served, and tells of its week as at once', async () => {
    const nation = 'telegram:-9' as ChatRef;
    link(nation, '2027-04-01T05:00:00Z');
    link(FIRST, '2027-04-01T05:00:00Z');
    store.transaction((tx) => {
      tx.chats.open(NATION, DEADLINE, '2027-04-01T05:00:00.000Z' as Instant);
      tx.chats.link(nation, NATION, '2027-04-01T05:00:00.000Z' as Instant, null);
    });
    const report = (at: string, unit: Unit) =>
      store.transaction((tx) => {
        const recordedAt = new Date(at).toISOString() as Instant;
        const person = tx.people.findOrAdd(['telegram:1' as UserRef], 'Bapak');
        const message = `${FIRST}:${at} ${unit}` as MessageRef;
        const entry = { person, at: recordedAt, recordedAt, message, text: null };
        tx.ledger.add(`${DISTRICT}.2001` as VillageCode, unit, 'berdiri', 'kades', entry);
      });
    report('2027-04-29T03:00:00Z', UNITS[0]);
    // 07.30 WIB on a Monday, before the kecamatan's hour.
    vi.setSystemTime('2027-05-03T00:30:00Z');
    const now = clock();
    const wanted = store.read((tx) => {
      const slot = { kind: 'monday', date: '2027-05-03' as LocalDate } as const;
      return recapMessage(tx, findUpperScope(tx, NATION)!, slot, DAYS, now)!;
    });
    const scheduler = schedule();
    scheduler.start();
    let served = 0;
    for (; !queued().includes(nation); served += 1) {
      report('2027-05-03T00:30:00Z', UNITS[1 + (served % (UNITS.length - 1))]!);
      vi.advanceTimersToNextTimer();
    }
    scheduler.stop();
    const [row] = store.read((tx) => tx.outbox.queuedAfter(0 as never)).filter(({ chat }) => chat === nation);
    expect(store.read((tx) => tx.outbox.get(row!.id))!.content).toMatchObject(wanted.content);
    // One step a province.
    expect(served).toBeGreaterThanOrEqual(38);
  });

  it('does not call missed what was not due yet when a group was linked', () => {
    link(FIRST, '2027-05-12T03:00:00Z'); // 10.00 WIB on a reminder day
    const scheduler = schedule();
    for (const at of ['2027-05-12T04:00:00Z', '2027-05-13T01:00:00Z', '2027-05-14T01:00:00Z']) {
      vi.setSystemTime(at);
      scheduler.tick();
    }
    expect([slot('2027-05-12'), slot('2027-05-14')]).toEqual([undefined, 'sent']);
    expect(logged.join('')).not.toMatch(/missed/);
  });

  it('sends late what became due after a group was linked that morning', () => {
    link(FIRST, '2027-05-12T00:20:00Z'); // 07.20 WIB on a reminder day
    const scheduler = schedule();
    vi.setSystemTime('2027-05-13T01:10:00Z');
    scheduler.tick();
    expect(slot('2027-05-12')).toBe('sent');
    expect(queued()).toEqual([FIRST]);
  });

  it('passes nothing over for good while the clock is days ahead for a minute', () => {
    link(FIRST, '2027-05-08T05:00:00Z');
    const scheduler = schedule();
    const tick = (at: string) => {
      vi.setSystemTime(at);
      scheduler.tick();
    };
    tick('2027-05-14T02:00:00Z');
    expect(slot('2027-05-12')).toBe('missed');
    tick('2027-05-09T05:00:00Z');
    expect([slot('2027-05-12'), slot('2027-05-14')]).toEqual([undefined, 'sent']);
    tick('2027-05-12T01:00:00Z');
    expect(slot('2027-05-12')).toBe('sent');
    const before = queued().length;
    // That was sent, if too early: nothing goes out twice.
    tick('2027-05-14T01:00:00Z');
    expect(queued()).toHaveLength(before);
  });

  it('finds the last moment whichever way the clock goes', () => {
    const scheduler = schedule();
    vi.setSystemTime('2027-05-13T05:00:00Z');
    scheduler.tick();
    link(FIRST, '2027-05-11T05:00:00Z');
    // Set back to before 08.00 of a reminder day, and on from there.
    for (const time of ['00:30', '00:59']) {
      vi.setSystemTime(`2027-05-12T${time}:00Z`);
      scheduler.tick();
      expect(slot('2027-05-12')).toBeUndefined();
    }
    vi.setSystemTime('2027-05-12T01:00:00Z');
    scheduler.tick();
    expect(slot('2027-05-12')).toBe('sent');
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
    ['15/5/27', '2027-05-15'],
    ['15 Mei 27', '2027-05-15'],
    ['15/5/7', undefined],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it.each([
    ['20 mei', '2026-11-27', '2027-05-20'],
    ['27/11', '2026-11-27', '2026-11-27'],
    ['26-11', '2026-11-27', '2027-11-26'],
    ['29 feb', '2026-11-27', '2028-02-29'],
    ['31 april', '2026-11-27', undefined],
    ['mei', '2026-11-27', undefined],
  ])('reads "%s" without a year on %s as the next such day', (text, today, date) => {
    expect(parseDate(text, today as LocalDate)).toBe(date);
    expect(parseDate(text)).toBeUndefined();
  });

  it('change at midnight by the clocks of each zone', () => {
    const before = '2027-05-14T15:59:59.000Z' as Instant;
    expect(localTime(before, 'Asia/Jakarta').date).toBe('2027-05-14');
    expect(localTime(before, 'Asia/Makassar').date).toBe('2027-05-14');
    expect(localTime(before, 'Asia/Jayapura').date).toBe('2027-05-15');
    expect(daysBetween('2027-02-28' as LocalDate, '2027-03-01' as LocalDate)).toBe(1);
  });
});
