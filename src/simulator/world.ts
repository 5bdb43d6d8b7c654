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
import { createMovableClock, type MovableClock } from './clock.ts';
import { createExplanations } from './explanations.ts';
import { DISTRICT } from './groups.ts';
import { stopsUntil, trialDeadline } from './moments.ts';
import { registerMembers } from './people.ts';
import { BOT, type StoredTranscript } from './transcript.ts';
import { openTranscript } from './transcript-store.ts';

export const TIME_ZONE = timeZone(DISTRICT);
const POLL_MS = 5;
const MINUTE_MS = 60_000;

export interface WorldOptions {
  readonly file: string;
  readonly settings: Settings & { readonly reminderCron: string };
  readonly log: Log;
  /** What the clock of a new world shows; otherwise the machine's time. */
  readonly startAt?: Instant | undefined;
}

/** A kecamatan, its people, their conversation and the whole bot, on a clock of its own, in one file. */
export interface World {
  /** Every new world has another id. */
  readonly id: string;
  readonly store: Store;
  readonly transcript: StoredTranscript;
  readonly simulator: Simulator;
  readonly now: Clock;
  readonly clockOffsetMs: () => number;
  readonly start: () => Promise<void>;
  /** Moves the clock on and does what becomes due on the way. Throws RangeError for a moment in the past. */
  advanceTo(to: Instant): Promise<void>;
  /** Resolves when the bot has nothing left to send now. */
  idle(): Promise<void>;
  /** Whether its file is closed, or about to be. */
  readonly stopped: () => boolean;
  stop(): Promise<void>;
}

/** Opens the world in a file, which is created where it is missing. Throws if the file cannot be used. */
export function openWorld({ file, settings, log, startAt }: WorldOptions): World {
  const store = openStore(file);
  const transcript = openTranscript(file);
  const clock = createMovableClock(transcript, startAt);
  const { now } = clock;
  registerMembers(store, transcript, settings.deadline ?? trialDeadline(now(), TIME_ZONE), now());
  const explanations = createExplanations(transcript);
  const simulator = createSimulator({ ...transcript, complete: explanations.complete }, now, log);
  const { observe } = explanations;
  const app = createApp({
    store,
    platforms: [simulator],
    commands,
    settings: { ...settings, groupAccount: () => BOT.name },
    clock: now,
    observe,
    log,
  });
  const course = createCourse(store, clock, app.tick);

  return {
    id: idOf(transcript),
    store,
    transcript,
    simulator,
    now,
    clockOffsetMs: clock.offsetMs,
    start: () => app.start(),
    advanceTo: course.advanceTo,
    idle: course.idle,
    stopped: course.stopped,
    async stop() {
      if (course.stopped()) return;
      await course.stop();
      await app.stop();
      transcript.close();
      store.close();
    },
  };
}

/** How time passes in a world: by itself, and in jumps, one after another. */
function createCourse(store: Store, clock: MovableClock, tick: () => void) {
  // The scheduler's timer follows the machine's clock, which this one has left behind.
  const ticking = setInterval(tick, MINUTE_MS).unref();
  let stopped = false;
  let last: Promise<void> = Promise.resolve();

  async function idle(): Promise<void> {
    while (!stopped && isSending(store, clock.now())) await delay(POLL_MS);
  }

  async function jump(to: Instant): Promise<void> {
    if (to <= clock.now()) throw new RangeError('that moment is past');
    for (const moment of stopsUntil(to, clock.now(), TIME_ZONE)) {
      if (stopped) return;
      clock.advanceTo(moment);
      tick();
      await idle();
    }
  }

  return {
    idle,
    stopped: () => stopped,
    advanceTo(moment: Instant): Promise<void> {
      const jumped = last.then(() => jump(moment));
      last = jumped.catch(() => {});
      return jumped;
    },
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(ticking);
      await last;
    },
  };
}

/** Whether the outbox has something to send now: scheduled messages may wait for the end of quiet hours. */
const isSending = (store: Store, now: Instant): boolean =>
  store.read(
    ({ outbox }) =>
      (outbox.counts().sending ?? 0) > 0 ||
      outbox.queuedAfter(0 as never).some((row) => !row.scheduled || !quietUntil(now, TIME_ZONE)),
  );

/** The id of the world in this file; a new file is given one. */
function idOf(transcript: StoredTranscript): string {
  const id = transcript.getSetting('id') ?? randomUUID();
  transcript.saveSetting('id', id);
  return id;
}
