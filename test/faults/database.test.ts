import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { createCrowd } from './crowd.ts';
import { brokenPromises } from './promises.ts';
import { createRandom, SEED } from './random.ts';
import type { Running, StartOptions } from './running.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeEach(async () => {
  town = await openTown('2027-04-01T02:00:00Z');
});
afterEach(() => town.close());

describe('a database that cannot be written for a while', () => {
  /** What goes wrong, for a process that runs, and how it ends. */
  interface Trouble {
    readonly begin: (bot: Running) => () => void;
    readonly logged: string;
    /** A message that was sent can still be noted as sent. */
    readonly canNote?: true;
  }

  const pragma = (ill: string, well: string) => () => {
    town.setPragma(ill);
    return () => town.setPragma(well);
  };
  /** The most that the process may write into a file: what a full disk and a quota do, and needs no rights. */
  const limitFiles = (bot: Running, bytes: string) =>
    execFileSync('prlimit', ['--pid', `${bot.child.pid}`, `--fsize=${bytes}:`]);

  const TROUBLES: Readonly<Record<string, Trouble>> = {
    'no room on the disk': {
      begin: pragma('max_page_count = 1', 'max_page_count = 1000000'),
      logged: 'database or disk is full',
      canNote: true,
    },
    'no room for the log': {
      begin: (bot) => {
        limitFiles(bot, '0');
        return () => limitFiles(bot, 'unlimited');
      },
      logged: 'disk I/O error',
    },
    'read-only': { begin: pragma('query_only = 1', 'query_only = 0'), logged: 'readonly database' },
    'locked by another process': {
      begin: () => {
        const other = new Database(town.database);
        other.exec('BEGIN IMMEDIATE');
        return () => {
          other.exec('ROLLBACK');
          other.close();
        };
      },
      logged: 'database is locked',
    },
  };

  it.each(Object.entries(TROUBLES))(
    '%s: loses nothing, says so, and goes on',
    async (_, { begin, logged, canNote }) => {
      const bot = town.start({ preload: ['preload/clock.mjs', 'preload/pragmas.mjs'] });
      await town.settleIn();
      const crowd = createCrowd(town, createRandom(SEED));
      const calls = town.api.calls.length;
      let end: (() => void) | undefined;
      crowd.acts(20);
      // While answers are on their way: what became of them cannot be noted.
      await town.api.until(() => {
        const sends = town.api.calls.slice(calls).filter(({ method }) => method === 'sendMessage').length;
        if (sends >= 3) end ??= begin(bot);
        return end !== undefined;
      });
      crowd.acts(20);
      if (!canNote) await bot.logged('commit failed, will be retried');
      await bot.logged('database cannot be written, events will be offered again');
      await bot.logged(logged);
      crowd.acts(20);
      end!();
      await town.atRest();
      expect(brokenPromises(town, crowd)).toEqual([]);
    },
  );
});

describe('a database that cannot be used at the start', () => {
  /** Starts the bot, which has to end with a code before it has said anything to anybody; gives what it said. */
  async function fails(code: number, more: Partial<StartOptions> = {}): Promise<string> {
    const bot = town.start(more);
    expect(await bot.ended).toBe(code);
    expect(town.api.calls).toEqual([]);
    return bot.log();
  }

  it('is no database: says so and leaves it as it is', async () => {
    writeFileSync(town.database, 'Daftar hadir rapat\n'.repeat(100));
    const before = readFileSync(town.database);
    expect(await fails(2)).toMatch(
      /^Basis data .* rusak atau bukan basis data, dan tidak diubah: periksa DATABASE_URL/,
    );
    expect(readFileSync(town.database).equals(before)).toBe(true);
  });

  it('is of a newer version: says so and leaves it as it is', async () => {
    const db = new Database(town.database);
    db.exec('CREATE TABLE later (x); PRAGMA user_version = 999');
    db.close();
    const before = readFileSync(town.database);
    expect(await fails(2)).toMatch(
      /^Basis data .* \(skema 999\) .*tidak diubah: pasang kembali versi yang lebih baru/,
    );
    expect(readFileSync(town.database).equals(before)).toBe(true);
  });

  it.each([
    ['its file', 0o700],
    ['its file and folder', 0o500],
  ])('may not be written, %s: says so, and works when it may', async (_, mode) => {
    openStore(town.database).close();
    chmodSync(town.database, 0o400);
    chmodSync(town.folder, mode);
    expect(await fails(1, { withoutRights: true })).toMatch(
      /tidak boleh ditulis: beri pengguna yang menjalankan bot izin menulis berkas itu dan foldernya/,
    );
    chmodSync(town.folder, 0o700);
    chmodSync(town.database, 0o600);
    town.start({ withoutRights: true });
    await town.settleIn();
  });

  it('is locked by another process: says so, and works when it is let go', async () => {
    const db = new Database(town.database);
    db.exec('BEGIN EXCLUSIVE');
    expect(await fails(1)).toMatch(/sedang dipakai proses lain: hentikan dulu yang itu/);
    db.exec('ROLLBACK');
    db.close();
    town.start();
    await town.settleIn();
  });
});
