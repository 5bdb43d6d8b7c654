import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './network.ts';

/** Of all connections, those that others than this machine may hold. */
const SHARE_OF_OTHERS = 0.9;

/** Connections from this machine: of a check of `/healthz`, or of a proxy, behind which everybody has its address. */
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Where a connection comes from: the machine, and of IPv6 the site, which holds some 65,000 networks of one. */
interface Origin {
  readonly site: string;
  readonly machine: string;
}

/**
 * Keeps room for everybody, of the `most` connections that the server takes: a new one beyond them ends the oldest of the site that
 * holds most, and all together do not keep away this machine itself.
 */
export function shareConnections(server: Server, most: number): void {
  const open = new Map<Socket, Origin>();

  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    if (LOOPBACK.has(remoteAddress)) return;
    open.set(socket, { site: networkOf(remoteAddress, 48), machine: networkOf(remoteAddress, 64) });
    socket.once('close', () => open.delete(socket));
    if (open.size <= most * SHARE_OF_OTHERS) return;
    const oldest = oldestOfLargest(open);
    open.delete(oldest);
    oldest.destroy();
  });
}

/** The oldest connection of the machine that holds most, in the site that does. */
function oldestOfLargest(open: ReadonlyMap<Socket, Origin>): Socket {
  const [oldest] = largest(largest([...open], 'site'), 'machine');
  return oldest![0];
}

type Held = readonly [Socket, Origin];

function largest(held: readonly Held[], by: keyof Origin): readonly Held[] {
  const groups = new Map<string, Held[]>();
  for (const each of held) {
    const group = groups.get(each[1][by]);
    if (group) group.push(each);
    else groups.set(each[1][by], [each]);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most));
}
