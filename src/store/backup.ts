import { closeSync, existsSync, fdatasyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import { isBusy, isDamage } from './errors.ts';
import { copyPrivately, isThere, makePrivate, NotAFile, publish, realName } from './files.ts';
import { holdAlone } from './lock.ts';
import { dropOutdatedState } from './outdated-state.ts';
import { MIGRATIONS } from './schema.ts';

/** Why a file cannot be this program's database; `altered`: it has tables, views or triggers that the program did not make. */
export type Flaw = 'damaged' | 'foreign' | 'altered' | 'newer';

/** What SQLite may keep beside a file: commits that are not in it yet, or how to undo one that was not finished. */
const COMPANIONS = ['-wal', '-journal'] as const;
/** What Litestream, which copies a database continuously, makes in it: two tables of numbers, named as its source names them. */
const LITESTREAM = `
  CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
  CREATE TABLE _litestream_lock (id INTEGER);`;
/** The first is an index of `-wal`; SQLite makes another when it is missing. */
const BESIDE = ['-shm', ...COMPANIONS] as const;

/** A copy is written in steps of 400 KB, between which other work of the process has its turn, and comes to the disk every 8 MB. */
const PAGES_A_STEP = 100;
const STEPS_A_PART = 20;
/** What is read from end to end gains little from pages that are kept. In KiB. */
const CACHE_KB = 1000;

/**
 * Copies the database as it is at this moment into one new file, while others write to it; gives what is wrong with it,
 * if so without making the file. Nothing is written to the database, and none is made. Throws where it cannot be read or
 * the copy cannot be written. `extra`: SQL that makes tables which may stand beside the bot's own.
 */
export async function backUp(file: string, to: string, extra = ''): Promise<Flaw | undefined> {
  const unfinished = `${to}.unfinished`;
  discard(unfinished);
  try {
    makePrivate(unfinished);
    await copyNow(file, unfinished);
    const flaw = flawOf(unfinished, extra);
    if (!flaw) publish(unfinished, to);
    return flaw;
  } finally {
    discard(unfinished);
  }
}

async function copyNow(file: string, to: string): Promise<void> {
  isThere(file);
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma(`cache_size = -${CACHE_KB}`);
    // Holds this moment. Without it the copying starts again at every commit, and that of a busy bot would never end.
    db.exec('BEGIN');
    db.prepare('SELECT 1 FROM sqlite_schema').get();
    await copyInParts(db, to);
  } finally {
    db.close();
  }
}

/** Brings the copy to the disk part by part: all of it at once would hold up the commits of a bot at work for a tenth of a second. */
async function copyInParts(db: Database.Database, to: string): Promise<void> {
  const copy = openSync(to, 'r+');
  let steps = 0;
  const progress = () => {
    steps += 1;
    if (steps % STEPS_A_PART === 0) fdatasyncSync(copy);
    return PAGES_A_STEP;
  };
  try {
    await db.backup(to, { progress });
  } finally {
    closeSync(copy);
  }
}

/**
 * Puts a copy in the place of the database, which is kept under another name with the time (`kept`, if there was one).
 * Gives what is wrong with the copy, or that the database is in use, and changes nothing then. The copy is only read.
 * If the process is killed, the old or the new file is in its place, whole. Throws where files cannot be read or written.
 * `isKindred`: whether a sound copy may take the place of that file.
 */
export function restore(
  from: string,
  name: string,
  now: Instant,
  extra = '',
  isKindred: (copy: string, file: string) => boolean = () => true,
): Flaw | 'in use' | 'other kind' | { readonly kept: string | undefined } {
  const release = holdAlone(name);
  if (!release) return 'in use';
  // Behind a symbolic link, the link stays, and the file that others know by its own name is the one that is replaced.
  const file = realName(name);
  const unfinished = `${file}.unfinished`;
  discard(unfinished);
  try {
    const source = realName(from);
    for (const end of ['', ...COMPANIONS])
      if (end === '' || existsSync(source + end)) copyPrivately(source + end, unfinished + end);
    const flaw = flawOf(unfinished, extra);
    if (flaw) return flaw;
    if (!isKindred(unfinished, file)) return 'other kind';
    if (!foldCompanions(file)) return 'in use';
    dropOutdatedState(unfinished, existsSync(file) ? file : undefined);
    const kept = existsSync(file) ? keep(file, `${file}.${now.replaceAll(':', '-')}`) : undefined;
    // Left there, SQLite would take them for the new file's.
    for (const end of BESIDE) rmSync(file + end, { force: true });
    publish(unfinished, file);
    return { kept };
  } catch (error) {
    if (error instanceof NotAFile) return 'foreign';
    throw error;
  } finally {
    discard(unfinished);
    release();
  }
}

/** What keeps a file from being this program's database. One that is sound has nothing beside it then. */
export function flawOf(file: string, extra = ''): Flaw | undefined {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.pragma(`cache_size = -${CACHE_KB}`);
    const version = db.pragma('user_version', { simple: true }) as number;
    if (version > MIGRATIONS.length) return 'newer';
    // Before anything else: what a foreign schema computes, a check of the file would compute too.
    const foreign = schemaFlaw(db, version, extra);
    if (foreign) return foreign;
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') return 'damaged';
    db.pragma('journal_mode = DELETE');
    return undefined;
  } catch (error) {
    if (isDamage(error)) return 'damaged';
    throw error;
  } finally {
    db.close();
  }
}

/** Whether something is missing that a schema of this version has, or something is there that it has not. */
function schemaFlaw(db: Database.Database, version: number, extra: string): Flaw | undefined {
  if (version < 1) return 'foreign';
  const expected = new Database(':memory:');
  for (const step of MIGRATIONS.slice(0, version)) expected.exec(step);
  const made = schemaOf(expected);
  expected.exec(LITESTREAM);
  expected.exec(extra);
  const known = new Set(schemaOf(expected));
  const there = schemaOf(db);
  expected.close();
  if (!made.every((item) => there.includes(item))) return 'foreign';
  return there.every((item) => known.has(item)) ? undefined : 'altered';
}

/** What `ANALYZE` notes for SQLite's planner is nobody's in particular. */
const schemaOf = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      `SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))`,
    )
    .pluck()
    .all();

/** Takes what is beside the database into it; false while somebody has it open. One that is damaged stays damaged. */
function foldCompanions(file: string): boolean {
  if (!existsSync(file)) return true;
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = DELETE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    if (isDamage(error)) return true;
    throw error;
  } finally {
    db.close();
  }
}

/** Where this is killed, the next restore finds what it left: the name of the unfinished copy has no time in it. */
function keep(file: string, name: string): string {
  const unfinished = `${file}.kept.unfinished`;
  discard(unfinished);
  try {
    copyPrivately(file, unfinished);
    publish(unfinished, name);
    return name;
  } finally {
    discard(unfinished);
  }
}

function discard(file: string): void {
  for (const end of [...BESIDE, '']) rmSync(file + end, { force: true });
}
