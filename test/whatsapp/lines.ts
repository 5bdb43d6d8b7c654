import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type BinaryNode, decodeBinaryNode, encodeBinaryNode } from '@whiskeysockets/baileys';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Accepted, acceptNoise, type Identity } from './noise.ts';

/** One connection of the bot, as stanzas. */
export interface Line {
  send(...nodes: readonly BinaryNode[]): void;
  /** Says a last thing, and hangs up. */
  end(last: BinaryNode): void;
  /** Breaks off. */
  drop(): void;
  /** Logged in, and told what was waiting. */
  open: boolean;
  askedForGroups: boolean;
}

export interface LineHandler {
  readonly accepted: (line: Line, client: Accepted) => void;
  readonly stanza: (line: Line, node: BinaryNode) => Promise<void>;
  readonly closed: (line: Line) => void;
  readonly upgrade: () => void;
}

/** Accepts connections on 127.0.0.1: WebSocket, Noise and binary stanzas in WhatsApp's own way. */
export async function listenForLines(identity: Identity, port: number, handler: LineHandler) {
  const http = createServer((_, response) => response.writeHead(404).end());
  const upgrader = new WebSocketServer({ noServer: true });
  const sockets = new Set<Socket>();
  let hanging = 0;

  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  http.on('upgrade', (request, socket, head) => {
    handler.upgrade();
    if (hanging === 0) return upgrader.handleUpgrade(request, socket, head, serve);
    hanging -= 1;
    return socket.write('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n');
  });

  function serve(ws: WebSocket): void {
    // Strictly in order: decoding waits for inflating.
    let work = Promise.resolve();
    const noise = acceptNoise(
      identity,
      (bytes) => ws.send(bytes),
      (client) => handler.accepted(line, client),
      (data) => {
        work = work
          .then(async () => handler.stanza(line, await decodeBinaryNode(data)))
          .catch((error) => console.error('the test server failed', error));
      },
    );
    const line: Line = {
      send: (...nodes) => {
        if (ws.readyState === ws.OPEN) noise.send(nodes.map((node) => encodeBinaryNode(node)));
      },
      end(last) {
        line.send(last);
        ws.close();
      },
      drop: () => ws.terminate(),
      open: false,
      askedForGroups: false,
    };
    ws.on('message', (data: Buffer) => noise.read(data));
    ws.on('error', () => {});
    ws.on('close', () => handler.closed(line));
  }

  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    port: (http.address() as AddressInfo).port,
    /** The next attempts to connect get an HTTP error. */
    hang: (times: number) => {
      hanging = times;
    },
    async close(): Promise<void> {
      upgrader.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
