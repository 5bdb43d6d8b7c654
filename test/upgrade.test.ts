import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { programVersion } from '../src/paths.ts';
import { backUp } from '../src/store/backup.ts';
import { holdAlone } from '../src/store/lock.ts';
import { MIGRATIONS } from '../src/store/schema.ts';
import { openStore } from '../src/store/store.ts';
import { makeFolder } from './folder.ts';

/** Each released version, and the schema that it wrote. */
const RELEASED = [
  ['0.1.0', 4],
  ['0.2.0', 8],
] as const;
/** Of the fortnight that each file holds. */
const REPORTS = 61;

let folder: string;
let database: string;
beforeEach(() => {
  folder = makeFolder();
  database = join(folder, 'kopdes.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

function load(version: string): void {
  const db = new Database(database);
  db.pragma('journal_mode = WAL');
  db.exec(readFileSync(`test/upgrade/${version}.sql`, 'utf8'));
  db.close();
}

/** Opens the database with this version's program, by the shortest of its subcommands. */
const invite = (...preload: string[]) => run([...preload, 'dist/main.js', 'undang', '14.03.16']);
function run(args: readonly string[], more = {}) {
  const env = { PATH: process.env.PATH, DATABASE_URL: database, HTTP_PORT: '0', ...more };
  const { status, signal, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return { ended: signal ?? status, stderr };
}

function look(file: string) {
  const db = new Database(file, { readonly: true });
  const schema = db.pragma('user_version', { simple: true });
  const reports = db.prepare('SELECT count(*) FROM report').pluck().get();
  const whole = db.pragma('integrity_check', { simple: true });
  db.close();
  return { schema, reports, whole };
}

const backups = () => readdirSync(join(folder, 'cadangan')).map((name) => join(folder, 'cadangan', name));

it('knows a database of each version that was released before this one', () => {
  const released = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\d\S+), /gm)].map(([, v]) => v);
  expect(RELEASED.map(([version]) => version)).toEqual(
    released.filter((version) => version !== programVersion()).toReversed(),
  );
});

it.each(RELEASED)(
  'a database of %s is brought to this version, after a copy of it',
  async (version, schema) => {
    load(version);
    expect(invite().ended).toBe(0);
    expect(look(database)).toEqual({ schema: MIGRATIONS.length, reports: REPORTS, whole: 'ok' });
    // What is no flaw has exactly the tables, indexes and triggers of a new database.
    expect(await backUp(database, join(folder, 'copy.sqlite'))).toBeUndefined();
    const [copy, ...others] = backups();
    expect([copy, others]).toEqual([expect.stringMatching(/sebelum-skema-\d+\.sqlite$/), []]);
    expect(look(copy!)).toEqual({ schema, reports: REPORTS, whole: 'ok' });
    expect(statSync(copy!).mode & 0o777).toBe(0o600);
  },
);

it.each(RELEASED)(
  'killed at any step, a database of %s is the old or the new one',
  (version, schema) => {
    const seen = new Set<unknown>();
    for (let step = 1; ; step++) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      load(version);
      const { ended } = run(
        ['--import', './test/kill-at-statement.mjs', 'dist/main.js', 'undang', '14.03.16'],
        { STEP: step },
      );
      if (ended === 0) break;
      expect(ended).toBe('SIGKILL');
      const after = look(database);
      expect(after).toMatchObject({ reports: REPORTS, whole: 'ok' });
      seen.add(after.schema);
      openStore(database).close();
      expect(look(database)).toMatchObject({ schema: MIGRATIONS.length, reports: REPORTS });
    }
    expect([...seen]).toEqual([schema]);
  },
  300_000,
);

it('leaves no copy where the upgrade fails: each further start would leave one more', () => {
  load('0.2.0');
  const [, table] = /CREATE TABLE (\w+)/.exec(MIGRATIONS.slice(look(database).schema as number).join(''))!;
  const db = new Database(database);
  db.exec(`CREATE TABLE ${table} (taken)`);
  db.close();
  for (let start = 0; start < 2; start++) expect(invite().ended).not.toBe(0);
  expect(backups()).toEqual([]);
  expect(look(database)).toMatchObject({ schema: 8, reports: REPORTS });
});

it('a command does not bring it up to date beneath an older program that runs', () => {
  load('0.2.0');
  const stop = holdAlone(database)!;
  const { ended, stderr } = invite();
  expect([ended, stderr]).toEqual([1, expect.stringContaining('mulai ulang bot dengan versi ini dulu')]);
  expect(look(database)).toMatchObject({ schema: 8, reports: REPORTS });
  stop();
  expect(invite().ended).toBe(0);
  const stopNew = holdAlone(database)!;
  expect(invite().ended).toBe(0);
  stopNew();
});

it('an upgrade that cannot be backed up is not begun', () => {
  load('0.2.0');
  const { ended, stderr } = run(['dist/main.js', 'undang', '14.03.16'], { BACKUP_DIR: `${database}/x` });
  expect([ended, stderr]).toEqual([1, expect.stringMatching(/^Basis data .*tidak diubah/)]);
  expect(look(database)).toMatchObject({ schema: 8, reports: REPORTS });
});

it("the one session of a WhatsApp number becomes the first number's, with its chats", () => {
  load('0.2.0');
  const before = new Database(database);
  before.exec(
    `INSERT INTO whatsapp_key VALUES ('creds', 'me', '{"account":{},"me":{"id":"62811:7@s.whatsapp.net"}}')`,
  );
  before.exec(`INSERT INTO chat (ref, kind, title) VALUES ('whatsapp:1@g.us', 'group', 'KDMP')`);
  before.close();
  expect(invite().ended).toBe(0);
  const { whatsapp, close } = openStore(database);
  const { id } = whatsapp.numbers.add('Nomor pertama');
  expect(whatsapp.numbers.phone(id)).toBe('62811');
  expect(whatsapp.numbers.groups(id)).toBe(1);
  close();
});

it('an older program refuses the database of a newer one, names the version that it needs and leaves it as it is', () => {
  load('0.2.0');
  expect(invite().ended).toBe(0);
  const db = new Database(database);
  expect(db.pragma('application_id', { simple: true })).toBe(
    programVersion()
      .split('.')
      .reduce((id, part) => 1000 * id + Number(part), 0),
  );
  db.pragma('user_version = 99');
  db.pragma('application_id = 1002003');
  db.close();
  const before = readFileSync(database);
  const { ended, stderr } = invite();
  expect([ended, stderr]).toEqual([
    2,
    expect.stringContaining('memerlukan kopdes-bot 1.2.3 atau yang lebih baru'),
  ]);
  expect(readFileSync(database).equals(before)).toBe(true);
});
