import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { createApp } from '../app/app.ts';
import type { Settings } from '../bot/context.ts';
import { timeZone } from '../domain/areas.ts';
import type { Clock } from '../domain/clock.ts';
import type { Instant } from '../domain/ids.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Log } from '../log.ts';
import { openStore, type Store } from '../store/store.ts';
import { createSimulator, type Simulator } from './adapter.ts';
import { createMovableClock } from './clock.ts';
import { stopsUntil, trialDeadline } from './moments.ts';
import { DISTRICT, registerMembers } from './people.ts';
import { openTranscript, type StoredTranscript } from './transcript-store.ts';

/** The simulator's own file: a trial never touches a real kecamatan. */
export const SIMULATOR_FILE = 'data/simulator.sqlite';
/** Of a long jump, so many last days are passed one by one, so that what they bring is there. */
const DAYS_PASSED = 7;
const LOOK_MS = 5;
const MINUTE_MS = 60_000;
export const TIME_ZONE = timeZone(DISTRICT);

export interface WorldOptions {
  readonly file: string;
  readonly settings: Settings & { readonly reminderCron: string };
  readonly log: Log;
  /** What the clock of a new world shows; otherwise the machine's time. */
  readonly startAt?: Instant | undefined;
}

/** A kecamatan, its people, their conversation and the whole bot, on a clock of its own, in one file. */
export interface World {
  /** Another one after each new beginning. */
  readonly id: string;
  readonly store: Store;
  readonly transcript: StoredTranscript;
  readonly simulator: Simulator;
  readonly now: Clock;
  readonly clockOffsetMs: () => number;
  readonly start: () => Promise<void>;
  /** Moves the clock on and does what becomes due on the way; throws RangeError for a moment that is past. */
  advanceTo(to: Instant): Promise<void>;
  /** Resolves when nothing is left that the bot would send now. */
  idle(): Promise<void>;
  /** Its file is closed, or about to be. */
  readonly stopped: () => boolean;
  stop(): Promise<void>;
}

/** Opens the world in a file, made where there is none. Throws where the file cannot be used. */
export function openWorld({ file, settings, log, startAt: begin }: WorldOptions): World {
  const store = openStore(file);
  const transcript = openTranscript(file);
  const clock = createMovableClock(transcript, begin);
  const { now } = clock;
  registerMembers(store, transcript, settings.deadline ?? trialDeadline(now(), TIME_ZONE), now());
  const id = transcript.getSetting('id') ?? randomUUID();
  transcript.saveSetting('id', id);

  const simulator = createSimulator(transcript, now, log);
  const app = createApp({ store, platforms: [simulator], commands, settings, clock: now, log });
  // The scheduler's own alarm follows the machine's clock, which this one has left behind.
  const alarm = setInterval(() => app.tick(), MINUTE_MS).unref();
  let moving: Promise<void> = Promise.resolve();
  let stopped = false;

  async function walk(to: Instant): Promise<void> {
    if (to <= now()) throw new RangeError('that moment is past');
    for (const moment of stopsUntil(to, now(), TIME_ZONE, DAYS_PASSED)) {
      if (stopped) return;
      clock.advanceTo(moment);
      app.tick();
      await atRest();
    }
  }

  async function atRest(): Promise<void> {
    while (!stopped && (store.outbox.counts().sending || waiting())) await delay(LOOK_MS);
  }
  /** Scheduled messages may wait for the end of quiet hours. */
  const waiting = (): boolean =>
    store.outbox.queuedAfter(0 as never).some((row) => !row.scheduled || !quietUntil(now(), TIME_ZONE));

  return {
    id,
    store,
    transcript,
    simulator,
    now,
    clockOffsetMs: clock.offsetMs,
    start: () => app.start(),
    advanceTo(to) {
      const moved = moving.then(() => walk(to));
      moving = moved.catch(() => {});
      return moved;
    },
    idle: atRest,
    stopped: () => stopped,
    async stop() {
      stopped = true;
      clearInterval(alarm);
      await moving;
      await app.stop();
      transcript.close();
      store.close();
    },
  };
}
