import type { Hono } from 'hono';
import { redact } from '../log.ts';
import { isDatabaseError, NewerDatabase, ServedByOlder, WrongEncoding } from '../store/errors.ts';
import { NotAFile } from '../store/files.ts';
import { SeveralNames } from '../store/lock.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { type Address, listen } from '../web/server.ts';

/**
 * How a program ends. `FAILED` may pass: a supervisor starts it again. `NEEDS_OWNER` does not: what is wrong is a setting, the
 * token, the arguments, the version of Node or the database file itself. deploy/kopdes-bot.service knows these.
 */
export const FAILED = 1;
export const NEEDS_OWNER = 2;
type Failure = typeof FAILED | typeof NEEDS_OWNER;

/** Says a last word on stderr and ends the process. */
export function exitWith(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** What is said of a database, by how an error's code begins. */
const DATABASE_FAULTS = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'cli-database-broken', NEEDS_OWNER],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS)/, 'cli-database-rights', FAILED],
  [/^SQLITE_(BUSY|LOCKED)/, 'cli-database-busy', FAILED],
  [/^(SQLITE_(FULL|IOERR)|ENOSPC|EDQUOT|EIO)/, 'cli-database-full', FAILED],
] as const;

/** Opens a database; where it cannot be used, says in a sentence what to do, and ends the process. */
export function openOrExit<Opened>(file: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    return exitWithoutDatabase(file, error);
  }
}

/** Works with a database that is open; where the database fails, says in a sentence what to do, and ends the process. */
export async function workOrExit<Done>(url: string, work: () => Done | Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (isDatabaseError(error)) exitWithoutDatabase(url, error);
    throw error;
  }
}

/** Says why a database cannot be used and what helps, and ends the process. */
export function exitWithoutDatabase(url: string, error: unknown): never {
  const [code, sentence] = faultOf(url, error);
  return exitWith(code, plain(sentence));
}

function faultOf(url: string, error: unknown): readonly [Failure, Markup] {
  if (error instanceof NewerDatabase) return [NEEDS_OWNER, newer(literal(redact(url)), error)];
  if (error instanceof ServedByOlder)
    return [FAILED, say('cli-database-older-bot', { file: literal(redact(url)) })];
  if (error instanceof WrongEncoding) {
    const names = { file: literal(redact(url)), encoding: literal(error.encoding) };
    return [NEEDS_OWNER, say('cli-server-encoding', names)];
  }
  return isPostgres(url) ? serverFault(url, error) : databaseFault(url, error);
}

const newer = (file: Markup, { schema: needed, known, program }: NewerDatabase): Markup =>
  program
    ? say('cli-database-newer-version', { file, needed, version: literal(program) })
    : say('cli-database-newer', { file, needed, known });

/** What helps with PostgreSQL, by how an error's code begins. */
const SERVER_FAULTS = [
  [/^(08|57P|25006)/, 'cli-server-away', FAILED],
  [/^(57014|55P03|40)/, 'cli-server-busy', FAILED],
  [/^(53|58)/, 'cli-server-full', FAILED],
  [/^(28|3D|42501)/, 'cli-server-rights', FAILED],
  // Tables are there that are not these, or there is no schema to make them in.
  [/^(42|3F)/, 'cli-server-foreign', NEEDS_OWNER],
] as const;

function serverFault(url: string, error: unknown): readonly [Failure, Markup] {
  const [, key, code = FAILED] = SERVER_FAULTS.find(([pattern]) => pattern.test(codeOf(error))) ?? [];
  const what = say('cli-server', { file: literal(redact(url)), reason: reasonOf(error) });
  return [code, lines(what, key && say(key))];
}

function databaseFault(path: string, error: unknown): readonly [Failure, Markup] {
  const file = literal(path);
  if (error instanceof NotAFile)
    return [NEEDS_OWNER, say('cli-database-file', { file: literal(error.file) })];
  if (error instanceof SeveralNames) return [NEEDS_OWNER, say('cli-database-links', { file })];
  const [, key, code] = DATABASE_FAULTS.find(([pattern]) => pattern.test(codeOf(error))) ?? [];
  if (key) return [code, say(key, { file })];
  return [FAILED, say('cli-database', { file, reason: reasonOf(error) })];
}

/** Starts serving; where that cannot be, says in a sentence what to do, and ends the process. */
export const listenOrExit = (site: () => Promise<Hono>, address: Address): ReturnType<typeof listen> =>
  listen(site, address).catch((error) => {
    const [code, sentence] = addressFault(address, error);
    return exitWith(code, plain(sentence));
  });

function addressFault(address: Address, error: unknown): readonly [Failure, Markup] {
  const host = literal(address.host);
  const port = literal(`${address.port}`);
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return [FAILED, say('cli-port-taken', { port })];
  if (code === 'EACCES') return [NEEDS_OWNER, say('cli-port-rights', { port })];
  // An address of this machine may be there a little later.
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_)/.test(code)) return [FAILED, say('cli-port-host', { host })];
  return [FAILED, say('cli-port', { host, port, reason: reasonOf(error) })];
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';
const reasonOf = (error: unknown): Markup => literal(redact(String(error)));
