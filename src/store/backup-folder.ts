import { readdirSync, rmSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant, LocalDate } from '../domain/ids.ts';

/** The copies of so many nights are kept, and the first copy of each of so many months. */
const NIGHTS = 14;
const MONTHS = 12;
const NIGHTLY = /^cadangan-(\d{4}-\d\d-\d\d)\.sqlite$/;

/** Where the copies of a database go, unless the settings name another folder. */
export const defaultBackupFolder = (database: string): string => join(dirname(database), 'cadangan');

/** What a night's copy is called: what has another name is never deleted. */
export const nightlyBackup = (folder: string, night: LocalDate): string =>
  join(folder, `cadangan-${night}.sqlite`);

/**
 * The nights of which there is a copy, newest first; one that is empty or a folder is none. None where there is no such folder; throws
 * where it cannot be read.
 */
export const backedUpNights = (folder: string): readonly LocalDate[] =>
  filesIn(folder)
    .filter((name) => NIGHTLY.test(name) && filled(join(folder, name)))
    .map((name) => NIGHTLY.exec(name)![1] as LocalDate)
    .sort()
    .reverse();

/**
 * Deletes the copies that are older than what is kept, and leaves every file that is no night's copy. A copy of a night after `latest`
 * was made while the clock was ahead: it stays, and no other gives way to it.
 */
export function deleteOldBackups(folder: string, latest: LocalDate): void {
  const nights = backedUpNights(folder).filter((night) => night <= latest);
  for (const night of expiredNights(nights)) rmSync(nightlyBackup(folder, night), { force: true });
}

/** Of the nights, newest first, those to delete: all but the newest 14, and the first of each of the newest 12 months. */
export function expiredNights(nights: readonly LocalDate[]): readonly LocalDate[] {
  const firsts = new Map(nights.map((night) => [night.slice(0, 7), night]));
  const kept = new Set([...nights.slice(0, NIGHTS), ...[...firsts.values()].slice(0, MONTHS)]);
  return nights.filter((night) => !kept.has(night));
}

/** Every filled file in the folder that is named as a copy, whatever made it; those with a date in their names come first, newest first. */
export const backupsIn = (folder: string): readonly string[] =>
  filesIn(folder)
    .filter((name) => name.endsWith('.sqlite') && filled(join(folder, name)))
    .sort((a, b) => dateIn(b).localeCompare(dateIn(a)) || a.localeCompare(b))
    .map((name) => join(folder, name));

/**
 * When the newest file of a folder that others fill was written; one that is empty or called `….unfinished` does not count.
 * Undefined where there is none. Throws where the folder cannot be read.
 */
export function newestFile(folder: string): Instant | undefined {
  const times = filesIn(folder)
    .filter((name) => !name.endsWith('.unfinished'))
    .flatMap((name) => filled(join(folder, name)) ?? [])
    .map(({ mtimeMs }) => mtimeMs);
  return times.length > 0 ? (new Date(Math.max(...times)).toISOString() as Instant) : undefined;
}

/** What is known of a file with something in it; a link that leads nowhere is none. */
function filled(path: string): Stats | undefined {
  try {
    const found = statSync(path);
    return found.isFile() && found.size > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

const dateIn = (name: string): string => /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? '';

/** A name that is free for the copy that is made before a database is brought to a newer schema. */
export function upgradeBackup(database: string, folder: string, schema: number): string {
  const taken = new Set(filesIn(folder));
  const stem = `${basename(database).replace(/\.sqlite$/, '')}-sebelum-skema-${schema}`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.sqlite` : `${stem}-${n}.sqlite`;
    if (!taken.has(name)) return join(folder, name);
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
