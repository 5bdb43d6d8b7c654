import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Receive } from '../adapter.ts';
import type { OwnNumber } from './number-book.ts';
import type { WhatsApp } from './whatsapp.ts';

export interface NumberSessionsOptions {
  /** Makes the session of a number, which is used until that number is paused or removed. */
  readonly make: (number: number) => WhatsApp;
  /** Called when the session of a number has been closed. */
  readonly closed: (number: number) => void;
  readonly log: Log;
}

export interface NumberSessions {
  /** The session of a number, made where there is none. The session of a paused number tells what it knows, and is not started. */
  of(number: number): WhatsApp;
  /** The session of a number; undefined where the number is paused, or its session cannot be started now. */
  running(number: number): WhatsApp | undefined;
  allRunning(): readonly WhatsApp[];
  /** Resolves when a number has connected, was refused, or has tried for long: each attempt holds others up once. */
  attempted(number: number | undefined): Promise<void>;
  /** Starts and closes sessions, so that exactly the numbers run that are not paused. A session that fails stops no other. */
  follow(numbers: readonly OwnNumber[], receive: (number: number) => Receive): Promise<void>;
  stop(): Promise<void>;
}

/** For so long what another number hears in a group waits for the one that serves it to connect: it may have been banned meanwhile. */
const ATTEMPT_MS = 5_000;

/** The sessions of several numbers. One that cannot be started, or is still being closed, is started by a later `follow`. */
export function createNumberSessions({ make, closed, log }: NumberSessionsOptions): NumberSessions {
  const sessions = new Map<number, WhatsApp>();
  const started = new Set<number>();
  const closing = new Map<number, Promise<void>>();
  const attempts = new Map<number, Promise<unknown>>();

  function of(number: number): WhatsApp {
    const session = sessions.get(number) ?? make(number);
    sessions.set(number, session);
    return session;
  }
  const allRunning = (): readonly WhatsApp[] => [...started].map(of);

  async function attempted(number: number | undefined): Promise<void> {
    if (number === undefined) return;
    const attempt = of(number).attempted();
    const soon =
      attempts.get(number) ?? Promise.race([attempt, sleep(ATTEMPT_MS, undefined, { ref: false })]);
    attempts.set(number, soon);
    void attempt.finally(() => attempts.delete(number));
    await soon;
  }

  async function start(number: number, receive: Receive): Promise<void> {
    started.add(number);
    try {
      await of(number).start(receive);
    } catch (error) {
      started.delete(number);
      sessions.delete(number);
      log.error({ err: error, number }, 'WhatsApp number could not be started');
    }
  }

  async function close(number: number): Promise<void> {
    const session = of(number);
    started.delete(number);
    sessions.delete(number);
    try {
      await session.stop();
      closed(number);
    } catch (error) {
      log.error({ err: error, number }, 'WhatsApp number could not be stopped');
    } finally {
      closing.delete(number);
    }
  }

  return {
    of,
    running: (number) => (started.has(number) ? of(number) : undefined),
    allRunning,
    attempted,
    async follow(numbers, receive) {
      const wanted = numbers.filter(({ paused }) => !paused).map(({ id }) => id);
      for (const id of started) if (!wanted.includes(id)) closing.set(id, close(id));
      const fresh = wanted.filter((id) => !started.has(id) && !closing.has(id));
      await Promise.all(fresh.map((id) => start(id, receive(id))));
    },
    async stop() {
      await Promise.all([...allRunning().map((session) => session.stop()), ...closing.values()]);
    },
  };
}
