import { rmSync } from 'node:fs';
import { systemClock } from '../domain/clock.ts';
import { trialDeadline } from './moments.ts';
import { playFortnight, startOfFortnight } from './play.ts';
import { openWorld, TIME_ZONE, type World, type WorldOptions } from './world.ts';

/** The one world of a process, which can be replaced by a new one. */
export interface Playground {
  /** The present world; waits while a new one is opened. */
  world(): Promise<World>;
  /** Calls back at once with the present world, and later with each new one. */
  onWorld(listener: (world: World) => void): void;
  /** Stops the world, deletes its file, and opens a new world; `fortnight` lets two weeks of reports pass in it first. */
  restart(fortnight?: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Opens and starts the world in a file. Throws where the file cannot be used. */
export function openPlayground(options: WorldOptions): Playground {
  const listeners: ((world: World) => void)[] = [];
  let opened = openWorld(options);
  let ready = startWorld(opened);
  let stopped = false;

  async function startWorld(world: World): Promise<World> {
    await world.start();
    return world;
  }

  async function replaceWorld(fortnight: boolean): Promise<World> {
    await opened.stop();
    deleteWorld(options.file);
    if (fortnight) opened = await openFortnight(options);
    else opened = await startWorld(openWorld(options));
    for (const listener of listeners) listener(opened);
    return opened;
  }

  return {
    world: () => ready,
    onWorld(listener) {
      listeners.push(listener);
      listener(opened);
    },
    async restart(fortnight = false) {
      if (stopped) return;
      const replaced = ready.then(() => replaceWorld(fortnight));
      // A fortnight that cannot be played leaves an empty world, and its error to the caller.
      ready = fortnight ? replaced.catch(() => replaceWorld(false)) : replaced;
      await replaced;
    },
    async stop() {
      stopped = true;
      await ready;
      await opened.stop();
    },
  };
}

/** Opens a world in an empty file, and lets the fortnight before its deadline pass in it, up to the morning before H-3. */
export async function openFortnight({ settings, ...options }: WorldOptions): Promise<World> {
  const deadline = settings.deadline ?? trialDeadline(systemClock(), TIME_ZONE);
  const startAt = startOfFortnight(deadline);
  const world = openWorld({ ...options, settings: { ...settings, deadline }, startAt });
  try {
    await world.start();
    await playFortnight(world, deadline);
    return world;
  } catch (error) {
    await world.stop();
    throw error;
  }
}

/** Deletes the file of a closed world. The write-ahead log goes last: SQLite ignores it without its database. */
export function deleteWorld(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
