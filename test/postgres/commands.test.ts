import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectPostgres, WRITER } from '../../src/store/postgres/postgres.ts';
import { urlOf } from '../engine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopdes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(url: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: url };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/main.js', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('a command on PostgreSQL', () => {
  it.each(['backup', 'restore'])('%s says what to use instead, and ends with 2', (command) => {
    expect(run(urlOf(join(folder, 'x')), command, 'kopdes.dump')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/pg_dump/),
    });
  });

  it('says that the server is away, and never the password', () => {
    const { status, stderr } = run('postgresql://kopdes:rahasia@127.0.0.1:1/kopdes', 'undang', '14.03.16');
    expect(status).toBe(1);
    expect(stderr).toMatch(/PostgreSQL .* tidak dapat dipakai.*ECONNREFUSED/);
    expect(stderr).toMatch(/servernya berjalan/);
    expect(stderr).not.toMatch(/rahasia/);
  });

  it('says of a database that cannot hold the tables, or all letters, that another is needed, and ends with 2', () => {
    const server = connectPostgres(urlOf(join(folder, 'x')));
    const made = ['latin1', 'foreign', 'incomplete', 'nowhere'].map((name) => `needs_owner_${name}`);
    const [latin1, foreign, incomplete, nowhere] = made;
    server.exec(`CREATE DATABASE ${latin1} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'`);
    for (const name of [foreign, incomplete, nowhere]) server.exec(`CREATE DATABASE ${name}`);
    server.exec(`ALTER DATABASE ${nowhere} SET search_path = nowhere`);
    const urlIn = (name: string) => urlOf(join(folder, 'x')).replace(/[^/]*$/, name);
    for (const [name, table] of [
      [foreign!, 'report (a int)'],
      [incomplete!, 'schema_version (version bigint)'],
    ] as const) {
      const { db, exec } = connectPostgres(urlIn(name));
      exec(`CREATE TABLE ${table}`);
      db.close();
    }
    const said = made.map((name) => run(urlIn(name), 'undang', '14.03.16'));
    for (const name of made) server.exec(`DROP DATABASE ${name} WITH (FORCE)`);
    server.db.close();
    expect(said.map(({ status }) => status)).toEqual([2, 2, 2, 2]);
    expect(said[0]!.stderr).toMatch(/pengodean LATIN1, .*ENCODING 'UTF8'/);
    for (const { stderr } of said.slice(1)) expect(stderr).toMatch(/bukan buatan bot ini/);
  });

  it('does not bring the schema up to date beneath an older program that runs', () => {
    const url = urlOf(join(folder, 'x'));
    const serving = connectPostgres(url);
    expect(serving.hold()).toBe(true);
    serving.exec('UPDATE schema_version SET version = version - 1');
    expect(run(url, 'undang', '14.03.16')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('mulai ulang bot dengan versi ini dulu'),
    });
    serving.exec('UPDATE schema_version SET version = version + 1');
    expect(run(url, 'undang', '14.03.16')).toMatchObject({ status: 0 });
    serving.db.close();
  });

  it('says in a sentence that somebody else is writing, at its start and in the middle of its work', () => {
    const url = urlOf(join(folder, 'x'));
    const other = connectPostgres(url);
    for (const lock of [`SELECT pg_advisory_xact_lock(${WRITER})`, 'LOCK TABLE act'])
      for (const command of [
        ['undang', '14.03.16'],
        ['cabut-camat', '14.03.16'],
        ['nomor', 'tambah', 'Kab. Siak'],
      ]) {
        // A number is no act.
        if (lock.startsWith('LOCK') && command[0] !== 'undang') continue;
        other.exec(`BEGIN; ${lock}`);
        const { status, stdout, stderr } = run(url, ...command);
        other.exec('ROLLBACK');
        expect([status, stdout]).toEqual([1, '']);
        expect(stderr).toMatch(
          /^Basis data PostgreSQL [^\n]* tidak dapat dipakai: [^\n]*\n.*ulangi sebentar lagi\.\n$/,
        );
      }
    other.db.close();
  });

  it('writes while the bot serves, unless it needs the database for itself', () => {
    const url = urlOf(join(folder, 'x'));
    const serving = connectPostgres(url);
    expect(serving.hold()).toBe(true);
    expect(run(url, 'undang', '14.03.16')).toMatchObject({ status: 0 });
    expect(run(url, 'hitung-ulang')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/sudah dipakai/),
    });
    serving.db.close();
    expect(run(url, 'hitung-ulang')).toMatchObject({ status: 0 });
  });
});
