import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Names, accounts and a session are in these files: their owner alone reads and writes them, whatever the umask. */
const OWNER = 0o600;
const OWNER_FOLDER = 0o700;
const OTHERS = 0o077;
const CHUNK_BYTES = 1 << 20;
/** Checking so much takes about ten milliseconds. */
const SMALL_BYTES = 4 << 20;
/** What thousands of groups write to lies on as many pages: about a hundred groups fill less in years. */
const LARGE_BYTES = 64 << 20;

/** A pipe, a device, a folder: reading it as a file might never end. */
export class NotAFile extends Error {
  override readonly name = 'NotAFile';
  readonly file: string;
  constructor(file: string) {
    super(`${file} is not a regular file`);
    this.file = file;
  }
}

/** Makes the folder that a file is in, for its owner alone, where it is missing. */
export const makeFolderOf = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_FOLDER });
};

/** The name behind symbolic links, also of a file that is still to be made, in a folder that is there. */
export function realName(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink())
      return realName(resolve(dirname(file), readlinkSync(file)));
    return join(realpathSync(dirname(file)), basename(file));
  }
}

/** Whether a database is read from end to end in a moment: a thread for it would cost more memory than it gives back. */
export const isSmall = (file: string): boolean =>
  ['', '-wal'].every((end) => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) <= SMALL_BYTES);

/** Whether a database is so large that writing its log back takes long. */
export const isLarge = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_BYTES;

/** Whether there is such a file; throws NotAFile for what is there and is none. */
export function isThere(file: string): boolean {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new NotAFile(file);
  return there !== undefined;
}

/** Makes an empty file for its owner alone, where there is none. Throws NotAFile for what is there and is no file. */
export function makePrivate(file: string): void {
  if (!isThere(file)) closeSync(openSync(file, 'a', OWNER));
}

/** Copies a file to a new one, which is its owner's alone from its first byte on. Throws NotAFile for what is none. */
export function copyPrivately(from: string, to: string): void {
  // A pipe that nobody writes to would hold the process up as soon as it is opened.
  const source = openSync(from, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!fstatSync(source).isFile()) throw new NotAFile(from);
    const copy = openSync(to, 'wx', OWNER);
    try {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk))
        for (let written = 0; written < read; ) written += writeSync(copy, chunk, written, read - written);
    } finally {
      closeSync(copy);
    }
  } finally {
    closeSync(source);
  }
}

/** Gives a finished file its name, in one step and only once it is on the disk. */
export function publish(finished: string, name: string): void {
  const handle = openSync(finished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(finished, name);
}

/** Of a database, of what stands beside it under its name and of further files: those that others may read or write. */
export function openToOthers(database: string, ...further: readonly string[]): readonly string[] {
  if (process.platform === 'win32') return [];
  const file = realName(database);
  const folder = dirname(file);
  const own = readdirSync(folder).filter((name) => name.startsWith(basename(file)));
  return [...own.map((name) => join(folder, name)), ...further.filter((file) => existsSync(file))].filter(
    (file) => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0,
  );
}
