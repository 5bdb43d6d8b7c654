import { execFileSync } from 'node:child_process';

/** A network of its own on this machine, with one line to the rest of it. */
export interface OwnNetwork {
  /** Where the rest of the machine is reached from within. */
  readonly gateway: string;
  /** The command that starts a program within. */
  readonly enter: readonly string[];
  /** Nothing passes any more, and nobody is told. */
  cut(): void;
  remove(): void;
}

const ip = (...args: readonly string[]): void => {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** Makes a network; where this machine or its user cannot, says why. */
export function makeNetwork(): OwnNetwork | { readonly impossible: string } {
  const name = `kopdes-${process.pid}`;
  const [outer, inner] = [`kd${process.pid}o`, `kd${process.pid}i`];
  // Link-local: nobody outside of this machine is ever asked for it. Two runs at once have different ones.
  const net = `169.254.${1 + (process.pid % 254)}`;
  const at = 4 * ((process.pid >> 8) % 63);
  const gateway = `${net}.${at + 1}`;
  const remove = () => ip('netns', 'del', name);
  try {
    ip('netns', 'add', name);
  } catch (error) {
    return { impossible: `no network namespace can be made here: ${(error as Error).message}` };
  }
  try {
    ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', inner);
    ip('link', 'set', inner, 'netns', name);
    ip('addr', 'add', `${gateway}/30`, 'dev', outer);
    ip('link', 'set', outer, 'up');
    ip('-n', name, 'addr', 'add', `${net}.${at + 2}/30`, 'dev', inner);
    ip('-n', name, 'link', 'set', inner, 'up');
    ip('-n', name, 'link', 'set', 'lo', 'up');
  } catch (error) {
    remove();
    return { impossible: `no line into a network namespace can be made here: ${(error as Error).message}` };
  }
  return {
    gateway,
    enter: ['ip', 'netns', 'exec', name],
    cut: () => ip('-n', name, 'link', 'set', inner, 'down'),
    remove,
  };
}
