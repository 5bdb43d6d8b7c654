import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './network.ts';

/** Of all connections, those that one network may hold, and those that all of them may hold together. */
const SHARE_OF_ONE = 0.3;
const SHARE_OF_ALL = 0.9;

/** Connections from this machine: of a check of `/healthz`, or of a proxy, behind which everybody has its address. */
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Closes connections beyond the share of their network, of the `most` that the server takes: nobody keeps the others away, and all together
 * do not keep away this machine itself.
 */
export function shareConnections(server: Server, most: number): void {
  const held = new Map<string, number>();
  let all = 0;

  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    if (LOOPBACK.has(remoteAddress)) return;
    const network = networkOf(remoteAddress);
    const own = held.get(network) ?? 0;
    if (own >= most * SHARE_OF_ONE || all >= most * SHARE_OF_ALL) return void socket.destroy();
    held.set(network, own + 1);
    all += 1;
    socket.once('close', () => {
      const left = held.get(network)! - 1;
      if (left > 0) held.set(network, left);
      else held.delete(network);
      all -= 1;
    });
  });
}
