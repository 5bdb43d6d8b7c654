import type { Hono } from 'hono';
import { redact } from '../log.ts';
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
] as const;

function remedy(error: unknown): Markup | false {
  const { code = '' } = error as { code?: string };
  const [, key] = REMEDIES.find(([pattern]) => pattern.test(code)) ?? [];
  return key !== undefined && say(key);
}

/** Opens a database; where it cannot be used, says why and what helps, and ends the process with 1. */
export function openOrExit<Opened>(file: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    const what = say('cli-database', { file: literal(file), reason: literal(redact(String(error))) });
    return exitWith(1, plain(lines(what, remedy(error))));
  }
}

/** Starts serving; where the address is taken, says so and ends the process with 1. */
export const listenOrExit = (site: () => Promise<Hono>, address: Address): ReturnType<typeof listen> =>
  listen(site, address).catch((error) =>
    exitWith(
      1,
      plain(say('cli-port', { port: literal(`${address.port}`), reason: literal(redact(String(error))) })),
    ),
  );
