import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Backups, createBackups, lastOfServer } from '../src/app/backups.ts';
import { addDays } from '../src/domain/dates.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate } from '../src/domain/ids.ts';
import { createLog } from '../src/log.ts';
import { restore } from '../src/store/backup.ts';
import { expiredNights } from '../src/store/backup-folder.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { createGuard } from '../src/web/guard.ts';
import { health } from '../src/web/health.ts';
import type { LastBackup } from '../src/web/watched.ts';
import { fill } from './fill.ts';
import { makeFolder } from './folder.ts';

let folder: string;
let file: string;
let now: Instant;
let store: Store;
let backups: Backups;
let logged: string;
beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'kopdes.sqlite');
  logged = '';
  store = openStore(file);
  const log = createLog('info', { write: (line) => (logged += line) });
  backups = createBackups({ file, folder: join(folder, 'cadangan'), store, clock: () => now, log });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const at = async (time: string) => {
  now = new Date(time).toISOString() as Instant;
  await backups.makeDue();
};
const names = () => readdirSync(join(folder, 'cadangan')).sort();

/** Links a group to a kecamatan. */
const link = (code: string) =>
  store.transaction((tx) => {
    const chat = 'telegram:-1' as ChatRef;
    tx.chats.open(code as DistrictCode, '2027-05-15' as LocalDate, now);
    tx.chats.seen(chat, 'group', 'KDMP');
    tx.chats.link(chat, code as DistrictCode, now, null);
  });

describe('a copy by itself', () => {
  it('is made at 02.00, once a night, private, and can be restored', async () => {
    await at('2027-04-01T01:59+07:00');
    expect(names()).toEqual(['cadangan-2027-03-31.sqlite']);
    await at('2027-04-01T02:00+07:00');
    await at('2027-04-01T02:01+07:00');
    expect(names()).toEqual(['cadangan-2027-03-31.sqlite', 'cadangan-2027-04-01.sqlite']);
    for (const name of names()) expect(statSync(join(folder, 'cadangan', name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'cadangan')).mode & 0o777).toBe(0o700);
    const copy = join(folder, 'cadangan', 'cadangan-2027-04-01.sqlite');
    expect(restore(copy, join(folder, 'other.sqlite'), now)).toEqual({ kept: undefined });
  });

  it('is made where there is but an empty file or a folder of its name, and counts when it is there', async () => {
    const copy = join(folder, 'cadangan', 'cadangan-2027-04-01.sqlite');
    mkdirSync(copy, { recursive: true });
    await at('2027-04-01T02:00+07:00');
    expect([backups.lastAt(), /backup failed/.test(logged)]).toEqual([undefined, true]);
    rmSync(copy, { recursive: true });
    writeFileSync(copy, '');
    await at('2027-04-01T03:00+07:00');
    expect(backups.lastAt()).toBe('2027-03-31T19:00:00.000Z');
    expect(restore(copy, join(folder, 'other.sqlite'), now)).toEqual({ kept: undefined });
  });

  it('is made of a large file too, in a thread', async () => {
    fill(file);
    await at('2027-04-01T02:00+07:00');
    const copy = join(folder, 'cadangan', 'cadangan-2027-04-01.sqlite');
    expect(restore(copy, join(folder, 'other.sqlite'), now)).toEqual({ kept: undefined });
  });

  it('follows the clocks of the kecamatan', async () => {
    now = '2027-04-01T00:00:00.000Z' as Instant;
    link('91.03.01');
    await at('2027-04-02T01:59+09:00');
    expect(names()).toEqual(['cadangan-2027-04-01.sqlite']);
    await at('2027-04-02T02:00+09:00');
    expect(names()).toContain('cadangan-2027-04-02.sqlite');
  });

  it('that fails is logged, tried again after an hour, and leaves nothing behind', async () => {
    writeFileSync(join(folder, 'cadangan'), 'a file where the folder should be');
    await at('2027-04-01T02:00+07:00');
    expect(logged).toMatch(/backup failed/);
    rmSync(join(folder, 'cadangan'));
    await at('2027-04-01T02:59+07:00');
    expect(readdirSync(folder)).not.toContain('cadangan');
    await at('2027-04-01T03:00+07:00');
    expect(names()).toEqual(['cadangan-2027-04-01.sqlite']);
  });

  it('is made, kept and missed as before after the clock was ahead for some weeks', async () => {
    for (let day = 1; day <= 16; day++) await at(`2031-06-${`${day}`.padStart(2, '0')}T02:00+07:00`);
    for (let day = 1; day <= 3; day++) await at(`2027-04-0${day}T02:00+07:00`);
    for (let day = 1; day <= 3; day++) expect(names()).toContain(`cadangan-2027-04-0${day}.sqlite`);
    expect(backups.lastAt()).toBe('2027-04-02T19:00:00.000Z');
  });

  it('that failed while the clock was ahead is tried again when it is set back', async () => {
    writeFileSync(join(folder, 'cadangan'), 'a file where the folder should be');
    await at('2031-06-01T02:00+07:00');
    rmSync(join(folder, 'cadangan'));
    await at('2027-04-01T02:00+07:00');
    expect(names()).toEqual(['cadangan-2027-04-01.sqlite']);
  });

  it('takes the place of no other file and deletes none', async () => {
    await at('2027-04-01T02:00+07:00');
    writeFileSync(join(folder, 'cadangan', 'catatan.txt'), 'milik pengelola');
    for (let day = 2; day <= 20; day++) await at(`2027-04-${`${day}`.padStart(2, '0')}T02:00+07:00`);
    expect(names()).toContain('catatan.txt');
    expect(names()).toContain('cadangan-2027-04-01.sqlite');
    expect(names()).not.toContain('cadangan-2027-04-02.sqlite');
    expect(readFileSync(join(folder, 'cadangan', 'catatan.txt'), 'utf8')).toBe('milik pengelola');
  });
});

it('the newest 14 nights stay, and the first of each of the newest 12 months, whichever nights the bot was off', () => {
  const FIRST = '2026-01-10' as LocalDate;
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 30, maxLength: 900 }), (nights) => {
      const made = nights.flatMap((on, i) => (on ? [addDays(FIRST, i)] : []));
      let kept: LocalDate[] = [];
      for (const night of made) {
        kept = [night, ...kept];
        const expired = new Set(expiredNights(kept));
        kept = kept.filter((each) => !expired.has(each));
      }
      const firsts = new Map([...made].reverse().map((night) => [night.slice(0, 7), night]));
      const wanted = new Set([...made.slice(-14), ...[...firsts.values()].slice(0, 12)]);
      expect(new Set(kept)).toEqual(wanted);
    }),
    { seed: 20 },
  );
});

describe('/readyz and /metrics', () => {
  /** What the two say of the last backup. */
  async function told(lastBackup: LastBackup): Promise<[note: string, age: string | undefined]> {
    const guard = createGuard({
      host: '127.0.0.1',
      password: undefined,
      elapsed: () => 0,
      log: createLog('silent'),
    });
    const site = health({ store, platforms: [], clock: () => now, lastBackup }, guard);
    const get = async (path: string) => site.request(`http://127.0.0.1${path}`);
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    const { backup } = (await ready.json()) as { backup: string };
    return [backup, /^kopdes_backup_age_seconds (.+)$/m.exec(await (await get('/metrics')).text())?.[1]];
  }

  it('tell how old the copy of the last night is, and warn where there is none', async () => {
    now = '2027-04-01T00:00:00.000Z' as Instant;
    expect(await told(backups.lastAt)).toEqual(['warn: none yet', '+Inf']);
    await at('2027-04-01T02:00+07:00');
    expect(await told(backups.lastAt)).toEqual(['ok', '0']);
    now = '2027-04-02T19:00:00.000Z' as Instant;
    expect(await told(backups.lastAt)).toEqual([expect.stringMatching(/^warn: .* 48 hours old/), '172800']);
    const ahead = () => '2027-04-04T19:00:00.000Z' as Instant;
    expect(await told(ahead)).toEqual([expect.stringMatching(/^warn: .* 48 hours old/), '172800']);
  });

  it('tell of a server by the newest file that its own tools put into BACKUP_DIR', async () => {
    const dumps = join(folder, 'dumps');
    const put = (name: string, text: string, time: string) => {
      writeFileSync(join(dumps, name), text);
      utimesSync(join(dumps, name), new Date(time), new Date(time));
    };
    now = '2027-04-02T00:00:00.000Z' as Instant;
    expect(await told(lastOfServer(undefined))).toEqual([expect.stringMatching(/^unknown: /), undefined]);
    expect(await told(lastOfServer(dumps))).toEqual(['warn: none yet', '+Inf']);
    mkdirSync(dumps);
    put('2027-03-30.dump', 'all of it', '2027-03-31T00:00Z');
    put('2027-03-31.dump', 'all of it', '2027-04-01T12:00Z');
    put('2027-04-01.dump', '', '2027-04-01T23:00Z');
    put('2027-04-01.dump.unfinished', 'half of it', '2027-04-01T23:30Z');
    expect(await told(lastOfServer(dumps))).toEqual(['ok', '43200']);
    rmSync(join(dumps, '2027-03-31.dump'));
    expect(await told(lastOfServer(dumps))).toEqual([
      expect.stringMatching(/^warn: .* 48 hours old/),
      '172800',
    ]);
  });
});
