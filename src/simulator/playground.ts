import { rmSync } from 'node:fs';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** The one world of a process, which can be replaced by a new one. */
export interface Playground {
  /** The present world; waits while a new one is opened. */
  world(): Promise<World>;
  /** Calls back at once with the present world, and later with each new one. */
  onWorld(listener: (world: World) => void): void;
  /** Stops the world, deletes its file, and opens a new world. */
  restart(): Promise<void>;
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

  async function replaceWorld(): Promise<World> {
    await opened.stop();
    deleteWorld(options.file);
    opened = openWorld(options);
    for (const listener of listeners) listener(opened);
    return startWorld(opened);
  }

  return {
    world: () => ready,
    onWorld(listener) {
      listeners.push(listener);
      listener(opened);
    },
    async restart() {
      if (stopped) return;
      ready = ready.then(replaceWorld);
      await ready;
    },
    async stop() {
      stopped = true;
      await ready;
      await opened.stop();
    },
  };
}

/** Deletes the file of a closed world. The write-ahead log goes last: SQLite ignores it without its database. */
export function deleteWorld(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
