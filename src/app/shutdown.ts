import { PlatformUnusable } from '../adapters/adapter.ts';
import type { Log } from '../log.ts';
import { plain } from '../text/markup.ts';
import { say } from '../text/say.ts';
import { FAILED, NEEDS_OWNER } from './exit.ts';

/** How long a stop may take until it is forced. */
const STOP_MS = 9000;

export interface Shutdown {
  /** Ends the process with `FAILED`, or with `NEEDS_OWNER` and a sentence where only the owner of the bot can help. */
  fail(error: Error): void;
  /** Leaves the signals to whatever takes over. */
  leave(): void;
}

/** Ends the process in order on a signal, with 0, and where it fails. */
export function stopInOrder(stop: () => Promise<void>, log: Log): Shutdown {
  let stopping = false;
  async function end(code: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    // What is still in flight then is found unsettled at the next start.
    setTimeout(() => process.exit(code), STOP_MS).unref();
    await stop();
    process.exit(code);
  }
  // A further signal changes nothing: npm hands on the one that a supervisor has sent to both.
  const asked = () => void end(0);
  process.on('SIGTERM', asked).on('SIGINT', asked);
  return {
    fail(error) {
      // Work that the stop interrupts may fail.
      if (stopping) return;
      if (error instanceof PlatformUnusable) {
        log.fatal({ why: error.why }, 'cannot go on');
        process.stderr.write(`${plain(say(`cli-${error.why}`))}\n`);
        void end(NEEDS_OWNER);
      } else {
        log.fatal({ err: error }, 'cannot go on');
        void end(FAILED);
      }
    },
    leave() {
      process.off('SIGTERM', asked).off('SIGINT', asked);
    },
  };
}
