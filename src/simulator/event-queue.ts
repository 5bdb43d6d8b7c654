import { setTimeout as delay } from 'node:timers/promises';
import type { Acknowledgement, PlatformEvent, Receive } from '../adapters/adapter.ts';
import type { Log } from '../log.ts';
import type { Transcript } from './transcript.ts';

const RETRY_MS = 1000;

/**
 * Delivers events to the bot one at a time, each until the bot accepts it. An event that was not accepted when the queue
 * stops stays in the transcript, and `start` delivers it again.
 */
export function createEventQueue(transcript: Pick<Transcript, 'pending' | 'complete'>, log: Log) {
  const stopping = new AbortController();
  let receive: Receive | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function deliver(event: PlatformEvent): Promise<Acknowledgement> {
    const delivered = last.then(() => deliverUntilAccepted(event));
    last = delivered;
    return delivered;
  }

  async function deliverUntilAccepted(event: PlatformEvent): Promise<Acknowledgement> {
    while (receive && !stopping.signal.aborted) {
      try {
        const acknowledgement = await receive(event);
        transcript.complete(event);
        return acknowledgement;
      } catch (error) {
        log.error({ err: error }, 'event not accepted, will be offered again');
        await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    return {};
  }

  return {
    /** Resolves once the bot has accepted the event, or with nothing when the queue stops before that. */
    deliver,
    start(to: Receive): void {
      receive = to;
      for (const event of transcript.pending()) void deliver(event);
    },
    /** Resolves when no event is in flight. */
    async stop(): Promise<void> {
      stopping.abort();
      await last;
    },
  };
}
