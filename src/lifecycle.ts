import type { Hono } from 'hono';
import { literal, plain } from './content.ts';
import { exitWith } from './environment.ts';
import { type Log, redact } from './log.ts';
import { say } from './text.ts';
import { type Guarded, listen } from './web/server.ts';

/** How long a stop may take until it is forced. */
const STOP_MS = 9000;

/** Opens a database; where it cannot be used, says why and ends the process with 1. */
export function openOrExit<Opened>(file: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    return exitWith(
      1,
      plain(say('cli-database', { file: literal(file), reason: literal(redact(String(error))) })),
    );
  }
}

/** Starts serving; where the address is taken, says so and ends the process with 1. */
export const listenOrExit = (site: () => Promise<Hono>, guarded: Guarded): ReturnType<typeof listen> =>
  listen(site, guarded).catch((error) =>
    exitWith(
      1,
      plain(say('cli-port', { port: literal(`${guarded.port}`), reason: literal(redact(String(error))) })),
    ),
  );

/** Ends the process in order: on a signal with 0, by the function that it gives with 1. */
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
    log.fatal({ err: error }, 'cannot go on');
    void end(1);
  };
}
