import type { Hono } from 'hono';
import { literal, type Markup, plain } from './content.ts';
import { exitWith } from './environment.ts';
import { type Log, redact } from './log.ts';
import { PlatformUnusable } from './platform/platform.ts';
import { lines, say } from './text.ts';
import { type Address, listen } from './web/server.ts';

/** How long a stop may take until it is forced. */
const STOP_MS = 9000;

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

/**
 * Ends the process in order: on a signal with 0, by the function that it gives with 1, or with 2 and a sentence where only
 * the owner of the bot can help: a supervisor does not start it again.
 */
export function stopInOrder(stop: () => Promise<void>, log: Log): (error: Error) => void {
  let stopping = false;
  async function end(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    // What is still under way then is found unsettled at the next start.
    setTimeout(() => process.exit(code), STOP_MS).unref();
    await stop();
    process.exit(code);
  }
  process.once('SIGTERM', () => void end(0));
  process.once('SIGINT', () => void end(0));
  return (error) => {
    // What a stop interrupts may fail for it.
    if (stopping) return;
    if (error instanceof PlatformUnusable) {
      log.fatal({ why: error.why }, 'cannot go on');
      process.stderr.write(`${plain(say(`cli-${error.why}`))}\n`);
      void end(2);
    } else {
      log.fatal({ err: error }, 'cannot go on');
      void end(1);
    }
  };
}
