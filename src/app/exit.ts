import type { Hono } from 'hono';
import { redact } from '../log.ts';
import { isPostgres } from '../store/postgres/postgres.ts';
import { literal, type Markup, plain } from '../text/markup.ts';
import { lines, say } from '../text/say.ts';
import { type Address, listen } from '../web/server.ts';

/** Says a last word on stderr and ends the process. */
export function exitWith(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** What helps, by how an error's code begins. */
const REMEDIES = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'cli-database-broken'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS)/, 'cli-database-rights'],
  [/^SQLITE_(BUSY|LOCKED)/, 'cli-database-busy'],
  [/^(SQLITE_(FULL|IOERR)|ENOSPC|EIO)/, 'cli-database-full'],
  [/^(08|57P)/, 'cli-server-away'],
  [/^(28|3D|42501)/, 'cli-server-rights'],
] as const;

function remedy(error: unknown): Markup | false {
  const { code = '' } = error as { code?: string };
  const [, key] = REMEDIES.find(([pattern]) => pattern.test(code)) ?? [];
  return key !== undefined && say(key);
}

/** Opens a database; where it cannot be used, says why and what helps, and ends the process with 1. */
export function openOrExit<Opened>(url: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    return exitWithoutDatabase(url, error);
  }
}

/** Says why a database cannot be used and what helps, and ends the process with 1. */
export function exitWithoutDatabase(url: string, error: unknown): never {
  const names = { file: literal(redact(url)), reason: literal(redact(String(error))) };
  const what = say(isPostgres(url) ? 'cli-server' : 'cli-database', names);
  return exitWith(1, plain(lines(what, remedy(error))));
}

/** Starts serving; where the address is taken, says so and ends the process with 1. */
export const listenOrExit = (site: () => Promise<Hono>, address: Address): ReturnType<typeof listen> =>
  listen(site, address).catch((error) =>
    exitWith(
      1,
      plain(say('cli-port', { port: literal(`${address.port}`), reason: literal(redact(String(error))) })),
    ),
  );
