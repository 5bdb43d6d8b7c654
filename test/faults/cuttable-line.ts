import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can fall silent: nothing passes, and nobody is told. */
export interface Line {
  readonly port: number;
  silence(): void;
  /** Lets pass what waited, too. */
  restore(): void;
  close(): void;
}

/** Opens a port that leads to another one of this machine; `address` is where it can be reached. */
export function openLine(to: number, address = '127.0.0.1'): Promise<Line> {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    near.pipe(far);
    far.pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      // The end of one is kept from the other while nothing passes.
      socket.on('close', () => {
        sockets.delete(socket);
        if (!silent) for (const other of [near, far]) other.destroy();
      });
      if (silent) socket.pause();
    }
  });
  return new Promise((resolve) =>
    server.listen(0, address, () =>
      resolve({
        port: (server.address() as { port: number }).port,
        silence() {
          silent = true;
          for (const socket of sockets) socket.pause();
        },
        restore() {
          silent = false;
          for (const socket of sockets) socket.resume();
        },
        close() {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      }),
    ),
  );
}
