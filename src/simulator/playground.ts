import { rmSync } from 'node:fs';
import { openWorld, type World, type WorldOptions } from './world.ts';

/** The one world of a process, which can begin anew. */
export interface Playground {
  /** The world there is now; waits while a new one is made. */
  world(): Promise<World>;
  /** Calls back at once and for every world that follows. */
  onWorld(listener: (world: World) => void): void;
  /** Ends the world, clears its file and begins anew. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens and starts the world in a file. Throws where the file cannot be used. */
export function openPlayground(options: WorldOptions): Playground {
  const listeners: ((world: World) => void)[] = [];
  let opened = openWorld(options);
  let ready = started(opened);
  let stopped = false;

  async function started(world: World): Promise<World> {
    await world.start();
    return world;
  }

  async function again(): Promise<World> {
    await opened.stop();
    deleteWorld(options.file);
    opened = openWorld(options);
    for (const listener of listeners) listener(opened);
    return started(opened);
  }

  return {
    world: () => ready,
    onWorld(listener) {
      listeners.push(listener);
      listener(opened);
    },
    async restart() {
      if (stopped) return;
      ready = ready.then(again);
      await ready;
    },
    async stop() {
      stopped = true;
      await ready;
      await opened.stop();
    },
  };
}

/** Takes a closed world off the disk. The log goes last: without the file that it belongs to, it is ignored. */
export function deleteWorld(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
