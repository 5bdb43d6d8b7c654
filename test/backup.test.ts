import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area } from '../src/domain/areas.ts';
import type { DistrictCode, Instant, VillageCode } from '../src/domain/ids.ts';
import { UNITS } from '../src/domain/units.ts';
import { invite, redeem } from '../src/features/members/invitations.ts';
import { TABLES } from '../src/simulator/transcript-tables.ts';
import { backUp, restore as restoreNow } from '../src/store/backup.ts';
import { MIGRATIONS } from '../src/store/schema.ts';
import { openStore } from '../src/store/store.ts';
import { makeFolder } from './folder.ts';
import { type ApiDouble, startApiDouble, TOKEN } from './telegram/api-double.ts';

const HERE = '14.03.16' as DistrictCode;
const PETANI = '14.03.16.2001' as VillageCode;
const NOW = '2027-04-01T02:00:00.000Z' as Instant;

let folder: string;
let database: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = makeFolder();
  database = join(folder, 'kopdes.sqlite');
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const environment = (more = {}) => ({ PATH: process.env.PATH, DATABASE_URL: database, ...more });

/** Runs one of the operator's commands to its end. */
async function run(args: readonly string[], more = {}, typed?: string) {
  const child = spawn(process.execPath, args, { env: environment(more) });
  children.push(child);
  if (typed !== undefined) child.stdin.end(typed);
  const out = { stdout: '', stderr: '', ended: undefined as unknown };
  child.stdout.on('data', (chunk) => (out.stdout += chunk));
  child.stderr.on('data', (chunk) => (out.stderr += chunk));
  const [code, signal] = await once(child, 'close');
  return { ...out, ended: signal ?? code };
}
const backup = (...files: string[]) => run(['dist/main.js', 'backup', ...files]);
const restore = (...files: string[]) => run(['dist/main.js', 'restore', ...files]);

/** Writes so many reports of Desa Petani into a database, and gives its name back. */
function makeDatabase(file: string, reported: number): string {
  const store = openStore(file);
  const person = store.transaction((tx) => tx.people.findOrAdd(['telegram:7' as never], 'Petani'));
  for (const unit of UNITS.slice(0, reported))
    store.transaction((tx) =>
      tx.ledger.add(PETANI, unit, 'berdiri', 'kades', {
        person,
        at: NOW,
        recordedAt: NOW,
        message: `telegram:-1:${unit}` as never,
        text: null,
      }),
    );
  store.close();
  return file;
}

/** How many reports a file holds; it is sound, or this throws. */
function reportsIn(file: string): number {
  const db = new Database(file, { fileMustExist: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const count = db.prepare('SELECT count(*) FROM report').pluck().get() as number;
  db.close();
  return count;
}

/** Every file of the folder but the lock, which is empty and stays. */
const files = () =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.lock'))
    .sort();

describe('a bot at work', () => {
  let api: ApiDouble;
  let lastId: number;
  beforeEach(async () => {
    api = await startApiDouble();
    lastId = 9000;
  });
  afterEach(() => api.close());

  async function start(): Promise<ChildProcess> {
    const env = environment({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.url,
      TELEGRAM_RATE: 'off',
      HTTP_PORT: '0',
      LOG_LEVEL: 'error',
    });
    const child = spawn(process.execPath, ['dist/main.js'], { env, stdio: 'ignore' });
    children.push(child);
    await api.until(() => api.polled());
    return child;
  }

  /** Says something in the group, and gives what is answered to it. */
  async function ask(text: string): Promise<string> {
    const id = ++lastId;
    const chat = { id: -1001, type: 'supergroup', title: 'KDMP' };
    const from = { id: 7, is_bot: false, first_name: 'Ibu Camat' };
    const date = Math.floor(Date.now() / 1000);
    api.queue({ message: { message_id: id, date, chat, from, text } } as never);
    const answer = () =>
      api.callsOf('sendMessage').find(({ payload, result }) => {
        const quoted = payload.reply_parameters?.message_id;
        return result !== undefined && quoted === id;
      });
    await api.until(() => answer() !== undefined);
    return answer()!.payload.text as string;
  }

  /** The recap without the time at which it was asked for. */
  const recap = async () => (await ask('/rekap')).replace(/^Data per .*$/m, '');

  it('is backed up in the middle of writing, and restored answers the recap of that moment', async () => {
    const store = openStore(database);
    const code = store.transaction((tx) => invite(tx, HERE, new Date().toISOString() as Instant));
    // Some megabytes, so that the copying takes a while.
    store.transaction((tx) => {
      for (let i = 0; i < 60_000; i++)
        tx.inbox.take(`telegram:-1:${i}:${'x'.repeat(200)}` as never, new Date().toISOString() as Instant);
    });
    store.close();
    const child = await start();
    await ask(`/mulai ${code}`);

    const recaps = [await recap()];
    // Every unit of every village once, so that each report changes the recap.
    const units = area(HERE)!.villages.flatMap(({ code }) => UNITS.map((_, n) => `${code} ${n + 1}`));
    const report = async () => {
      await ask(`/lapor ${units.pop()} berdiri`);
      recaps.push(await recap());
    };
    for (let n = 0; n < 5; n++) await report();
    let isCopying = true;
    const copying = backup(at('copy.sqlite')).finally(() => (isCopying = false));
    while (isCopying && units.length > 5) await report();
    const copied = await copying;
    expect(copied.ended).toBe(0);
    expect(copied.stdout).toContain(at('copy.sqlite'));
    for (let n = 0; n < 5; n++) await report();
    expect(new Set(recaps).size).toBe(recaps.length);

    const inCopy = reportsIn(at('copy.sqlite'));
    expect(inCopy).toBeGreaterThan(5);
    expect(inCopy).toBeLessThan(recaps.length - 5);
    const refused = await restore(at('copy.sqlite'));
    expect([refused.ended, refused.stderr]).toEqual([1, expect.stringContaining('sedang dipakai')]);
    expect(await recap()).toBe(recaps.at(-1));

    child.kill('SIGKILL');
    await once(child, 'exit');
    const restored = await restore(at('copy.sqlite'));
    expect([restored.ended, restored.stderr]).toEqual([0, '']);
    const kept = /disimpan sebagai (\S+)/.exec(restored.stdout)![1]!;
    expect(reportsIn(kept)).toBe(recaps.length - 1);
    await start();
    expect(await recap()).toBe(recaps[inCopy]);
  });

  it('holds its database alone', async () => {
    await start();
    const second = await run(['dist/main.js'], {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.url,
      HTTP_PORT: '0',
    });
    expect([second.ended, second.stderr]).toEqual([1, expect.stringContaining('sudah dipakai')]);
  });
});

describe('a backup', () => {
  it('is one file, without what only a running bot needs beside it', async () => {
    makeDatabase(database, 3);
    expect((await backup(at('copy.sqlite'))).ended).toBe(0);
    expect(files()).toContain('copy.sqlite');
    const copy = new Database(at('copy.sqlite'), { readonly: true });
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.close();
    expect(files().filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
  });

  it('comes to an end though something is written at every moment', async () => {
    const store = openStore(database);
    const take = (n: number) =>
      store.transaction((tx) => tx.inbox.take(`telegram:-1:${n}:${'x'.repeat(200)}` as never, NOW));
    store.transaction(() => {
      for (let n = 0; n < 10_000; n++) take(n);
    });
    let written = 10_000;
    let writing = setImmediate(function write() {
      take(written++);
      writing = setImmediate(write);
    });
    await backUp(database, at('copy.sqlite'));
    clearImmediate(writing);
    expect(written).toBeGreaterThan(10_000);
    store.close();
    expect(reportsIn(at('copy.sqlite'))).toBe(0);
    expect(statSync(at('copy.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('holds the conversation of the simulator too', async () => {
    makeDatabase(database, 3);
    const trial = new Database(database);
    trial.exec(TABLES);
    trial.prepare("INSERT INTO simulator_person VALUES ('simulator:1', 'Ibu Camat')").run();
    trial.close();
    expect((await backup(at('copy.sqlite'))).ended).toBe(0);
    expect((await restore(at('copy.sqlite'))).ended).toBe(0);
    const restored = new Database(database, { readonly: true });
    expect(restored.prepare('SELECT name FROM simulator_person').pluck().all()).toEqual(['Ibu Camat']);
    restored.close();
  });

  it('takes no trial for a real kecamatan, nor the other way round', async () => {
    const real = makeDatabase(at('real.sqlite'), 2);
    makeDatabase(database, 3);
    const trial = new Database(database);
    trial.exec(TABLES);
    trial.close();
    expect((await backup(at('trial.sqlite'))).ended).toBe(0);
    const refused = await restore(real);
    expect([refused.ended, refused.stderr]).toEqual([1, expect.stringContaining('milik simulator')]);
    expect(reportsIn(database)).toBe(3);
    rmSync(database);
    makeDatabase(database, 1);
    const other = await restore(at('trial.sqlite'));
    expect([other.ended, other.stderr]).toEqual([1, expect.stringContaining('cadangan simulator')]);
    expect(reportsIn(database)).toBe(1);
  });

  it('never takes the place of another file', async () => {
    makeDatabase(database, 3);
    writeFileSync(at('copy.sqlite'), 'precious');
    const { ended, stderr } = await backup(at('copy.sqlite'));
    expect([ended, stderr]).toEqual([1, expect.stringContaining('tidak ditimpa')]);
    expect((await backup(database)).ended).toBe(1);
    expect(reportsIn(database)).toBe(3);
    expect((await backup()).ended).toBe(2);
  });

  it('makes nothing where there is no database, or no place for the copy', async () => {
    const none = await backup(at('copy.sqlite'));
    expect([none.ended, none.stderr, files()]).toEqual([1, expect.stringContaining('belum ada'), []]);
    makeDatabase(database, 3);
    const nowhere = await backup(at('no-such-folder/copy.sqlite'));
    expect([nowhere.ended, nowhere.stderr]).toEqual([1, expect.stringContaining('tidak dapat dibuat')]);
  });

  it('changes nothing in the database, an older schema neither', async () => {
    const db = new Database(database);
    for (const step of MIGRATIONS.slice(0, 2)) db.exec(step);
    db.pragma('user_version = 2');
    db.close();
    expect((await backup(at('copy.sqlite'))).ended).toBe(0);
    for (const file of [database, at('copy.sqlite')]) {
      const after = new Database(file, { readonly: true });
      expect(after.pragma('user_version', { simple: true })).toBe(2);
      after.close();
    }
  });

  it('is not made where it could not be restored, and does not wait for a pipe', async () => {
    foreign(database, TRIGGER);
    const altered = await backup(at('copy.sqlite'));
    expect([altered.ended, altered.stderr]).toEqual([1, expect.stringContaining('bukan buatan bot ini')]);
    rmSync(database);
    execFileSync('mkfifo', [database]);
    const pipe = await backup(at('copy.sqlite'));
    expect([pipe.ended, pipe.stderr]).toEqual([1, expect.stringContaining('tidak dapat dibuat')]);
    expect(existsSync(at('copy.sqlite'))).toBe(false);
  });

  it('is not made of a damaged database', async () => {
    makeDatabase(database, 3);
    damage(database);
    const { ended, stderr } = await backup(at('copy.sqlite'));
    expect([ended, stderr]).toEqual([1, expect.stringContaining('rusak')]);
    expect(existsSync(at('copy.sqlite'))).toBe(false);
  });
});

const TRIGGER = `CREATE TRIGGER quiet AFTER INSERT ON report BEGIN DELETE FROM report WHERE id = new.id; END`;
const VIEW = 'CREATE VIEW everybody AS SELECT name, ref FROM person JOIN person_ref ON person = id';
const TABLE = 'CREATE TABLE more (x)';
const CHANGED = `PRAGMA writable_schema = ON;
  UPDATE sqlite_schema SET sql = replace(sql, 'TEXT NOT NULL', 'TEXT') WHERE name = 'report'`;

/** A copy in which somebody else has changed the schema. */
function foreign(file: string, sql: string): void {
  const db = new Database(makeDatabase(file, 5));
  db.unsafeMode(true);
  db.exec(sql);
  db.close();
}

function besideAPipe(file: string): void {
  makeDatabase(file, 5);
  execFileSync('mkfifo', [`${file}-wal`]);
}

/** Overwrites the middle of a file, as a failing disk does. */
function damage(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  const pages = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name LIKE 'report%' AND rootpage > 0");
  const roots = pages.pluck().all() as number[];
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = readFileSync(file);
  for (const page of roots) bytes.fill(0xee, (page - 1) * size, page * size);
  writeFileSync(file, bytes);
}

describe('a restore', () => {
  /** A file that cannot be restored, made in the place given; and how it is refused. */
  const UNFIT: readonly [name: string, says: RegExp, make: (file: string) => void][] = [
    ['a damaged copy', /rusak/, (file) => damage(makeDatabase(file, 5))],
    ['half a copy', /rusak/, (file) => truncateSync(makeDatabase(file, 5), 50_000)],
    ['a picture', /bukan basis data/, (file) => copyFileSync('docs/images/simulator.png', file)],
    ['an empty file', /bukan basis data bot ini/, (file) => writeFileSync(file, '')],
    ['a database of another program', /bukan basis data bot ini/, (file) => pragma(file, 'user_version = 2')],
    ['a copy of a newer version', /lebih baru/, (file) => pragma(makeDatabase(file, 5), 'user_version = 99')],
    ['a copy with a trigger of somebody else', /bukan buatan bot ini/, (file) => foreign(file, TRIGGER)],
    ['a copy with a view of somebody else', /bukan buatan bot ini/, (file) => foreign(file, VIEW)],
    ['a copy with a table of somebody else', /bukan buatan bot ini/, (file) => foreign(file, TABLE)],
    ['a copy whose table was changed', /bukan basis data bot ini/, (file) => foreign(file, CHANGED)],
    ['a pipe that nobody writes to', /bukan basis data bot ini/, (file) => execFileSync('mkfifo', [file])],
    ['a device without an end', /bukan basis data bot ini/, (file) => symlinkSync('/dev/zero', file)],
    ['a copy beside which a pipe stands for its commits', /bukan basis data bot ini/, besideAPipe],
    ['a folder', /bukan basis data bot ini/, (file) => mkdirSync(file)],
    ['no file at all', /tidak dapat dipulihkan: berkasnya tidak ditemukan/, () => {}],
  ];
  const contents = () =>
    files().map((name) => [name, statSync(at(name)).isFile() ? readFileSync(at(name)) : '']);
  it.each(UNFIT)('refuses %s and touches nothing', async (_name, says, make) => {
    makeDatabase(database, 3);
    make(at('copy.sqlite'));
    const before = contents();
    const { ended, stderr } = await restore(at('copy.sqlite'));
    expect([ended, stderr]).toEqual([1, expect.stringMatching(says)]);
    expect(contents()).toEqual(before);
  });

  it('shows what there is, newest first, and restores the one whose number is typed', async () => {
    mkdirSync(at('cadangan'));
    makeDatabase(database, 3);
    for (const [night, reported] of [
      ['2027-04-29', 4],
      ['2027-04-30', 5],
    ] as const) {
      const copy = at(join('cadangan', `cadangan-${night}.sqlite`));
      makeDatabase(copy, reported);
      utimesSync(copy, new Date(`${night}T02:00+07:00`), new Date(`${night}T02:00+07:00`));
    }
    // Not listed: a link to a copy that was deleted in its time, and a folder.
    symlinkSync('cadangan-2026-01-01.sqlite', at(join('cadangan', 'terbaru-2027-05-01.sqlite')));
    mkdirSync(at(join('cadangan', '2027-05-01.sqlite')));
    const wrong = await run(['dist/main.js', 'restore'], {}, '3\n');
    expect([wrong.ended, wrong.stderr]).toEqual([2, expect.stringContaining('"3" tidak ada dalam daftar')]);
    const { ended, stdout } = await run(['dist/main.js', 'restore'], {}, '2\n');
    expect([ended, stdout]).toEqual([
      0,
      expect.stringMatching(
        / 1\. cadangan-2027-04-30\.sqlite · Jumat, 30 April 2027 · 02\.00 WIB · \d,\d MB\n {2}2\. cadangan-2027-04-29/,
      ),
    ]);
    expect(reportsIn(database)).toBe(4);
    expect((await run(['dist/main.js', 'restore'], {}, '')).ended).toBe(2);
  });

  it('says so where there is none yet, and how one is made', async () => {
    const { ended, stderr } = await restore();
    expect([ended, stderr]).toEqual([2, expect.stringMatching(/Belum ada cadangan di .*cadangan\./)]);
    expect(stderr).toContain('npm run --silent backup');
    expect(files()).toEqual([]);
  });

  it('is made and taken back with what Litestream keeps in a database that it copies', async () => {
    foreign(
      database,
      `CREATE TABLE IF NOT EXISTS _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
       CREATE TABLE IF NOT EXISTS _litestream_lock (id INTEGER);`,
    );
    expect((await backup(at('copy.sqlite'))).ended).toBe(0);
    expect((await restore(at('copy.sqlite'))).ended).toBe(0);
    expect(reportsIn(database)).toBe(5);
  });

  it('makes no code valid again that a group may have seen since the copy', async () => {
    makeDatabase(database, 3);
    const before = openStore(database);
    const code = before.transaction((tx) => invite(tx, HERE, NOW));
    before.close();
    expect((await backup(at('copy.sqlite'))).ended).toBe(0);
    const { stdout } = await restore(at('copy.sqlite'));
    expect(stdout).toContain('Kode undangan yang belum dipakai tidak berlaku lagi');
    const after = openStore(database);
    expect(after.transaction((tx) => redeem(tx, code, 'telegram:8' as never, NOW))).toBe('wrong');
    after.close();
  });

  it('is refused while any other program has the database open', async () => {
    makeDatabase(database, 3);
    makeDatabase(at('copy.sqlite'), 5);
    const store = openStore(database);
    expect((await restore(at('copy.sqlite'))).stderr).toMatch(/sedang dipakai/);
    store.close();
    expect(reportsIn(database)).toBe(3);
  });

  it('works where there is no database yet, and where it is damaged or no database', async () => {
    makeDatabase(at('copy.sqlite'), 5);
    chmodSync(at('copy.sqlite'), 0o400);
    expect((await restore(at('copy.sqlite'))).ended).toBe(0);
    damage(database);
    expect((await restore(at('copy.sqlite'))).ended).toBe(0);
    writeFileSync(database, 'x'.repeat(9000));
    expect((await restore(at('copy.sqlite'))).ended).toBe(0);
    expect(reportsIn(database)).toBe(5);
    expect(statSync(database).mode & 0o200).toBe(0o200);
    expect(files().filter((name) => name.startsWith('kopdes.sqlite.'))).toHaveLength(2);
  });

  it('reads and replaces the files behind symbolic links, and leaves the links', async () => {
    makeDatabase(database, 5);
    makeDatabase(at('copy.sqlite'), 1);
    mkdirSync(at('links'));
    for (const name of ['kopdes.sqlite', 'copy.sqlite']) symlinkSync(at(name), at(`links/${name}`));
    // A commit that is beside the copy alone.
    const open = openStore(at('copy.sqlite'));
    makeDatabase(at('copy.sqlite'), 2);
    const more = { DATABASE_URL: at('links/kopdes.sqlite') };
    const restored = await run(['dist/main.js', 'restore', at('links/copy.sqlite')], more);
    open.close();
    expect([restored.ended, reportsIn(database)]).toEqual([0, 3]);
    expect(readdirSync(at('links'))).toEqual(['copy.sqlite', 'kopdes.sqlite']);
    expect(realpathSync(at('links/kopdes.sqlite'))).toBe(realpathSync(database));
  });

  it('takes a copy with the commits that stand beside it', async () => {
    const store = openStore(at('other.sqlite'));
    makeDatabase(at('other.sqlite'), 4);
    for (const end of ['', '-wal']) copyFileSync(at(`other.sqlite${end}`), at(`copy.sqlite${end}`));
    store.close();
    expect((await restore(at('copy.sqlite'))).ended).toBe(0);
    expect(reportsIn(database)).toBe(4);
  });

  it('leaves the one or the other in its place, whole, wherever it is killed', async () => {
    makeDatabase(at('copy.sqlite'), 5);
    const outcomes: number[] = [];
    for (let step = 1; ; step++) {
      for (const name of files().filter((each) => each !== 'copy.sqlite')) rmSync(at(name));
      await leaveAsKilled(3);
      const { ended } = await run(
        ['--import', './test/kill-at-step.mjs', 'dist/main.js', 'restore', at('copy.sqlite')],
        { STEP: step },
      );
      if (ended === 0) break;
      expect(ended).toBe('SIGKILL');
      outcomes.push(reportsIn(database));
      expect(restoreNow(at('copy.sqlite'), database, NOW)).toHaveProperty('kept');
      expect(reportsIn(database)).toBe(5);
      expect(files().filter((each) => each.includes('unfinished'))).toEqual([]);
    }
    expect(new Set(outcomes)).toEqual(new Set([3, 5]));
    expect(outcomes.length).toBeGreaterThan(8);
  }, 300_000);

  /** A database as a killed bot leaves it: its commits beside the file, not in it. */
  async function leaveAsKilled(reported: number): Promise<void> {
    makeDatabase(at('other.sqlite'), 0);
    const store = openStore(at('other.sqlite'));
    makeDatabase(at('other.sqlite'), reported);
    for (const end of ['', '-wal', '-shm']) copyFileSync(at(`other.sqlite${end}`), `${database}${end}`);
    store.close();
    rmSync(at('other.sqlite'));
  }
});

function pragma(file: string, assignment: string): void {
  const db = new Database(file);
  db.pragma(assignment);
  db.close();
}
