import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Acknowledgement, IncomingMessage, PlatformEvent } from '../../src/adapters/adapter.ts';
import { viewOf } from '../../src/adapters/whatsapp/numbers.ts';
import type { WhatsAppOptions } from '../../src/adapters/whatsapp/options.ts';
import { createWhatsApp, type WhatsApp, type WhatsAppState } from '../../src/adapters/whatsapp/whatsapp.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import { makeFolder } from '../folder.ts';
import { trust } from './noise.ts';
import { type ServerOptions, startServer } from './server.ts';

export type Rig = Awaited<ReturnType<typeof makeRig>>;

/** The adapter on a SQLite file, against a server of its own. */
export async function makeRig(given: Partial<WhatsAppOptions> = {}, serverOptions: ServerOptions = {}) {
  const folder = makeFolder();
  const server = await startServer(serverOptions);
  trust(server.root);
  const log = createLog(process.env.LOG_LEVEL ?? 'silent');
  const events: PlatformEvent[] = [];
  const states: WhatsAppState[] = [];
  const file = join(folder, 'test.sqlite');
  let store = openStore(file);
  let whatsapp = make();
  /** What the core answers an event with. */
  let answer: (event: PlatformEvent) => Promise<Acknowledgement> = async () => ({});

  function make(): WhatsApp {
    return createWhatsApp({
      ...store.whatsapp.of(1),
      webSocketUrl: server.url,
      pace: 'unlimited',
      random: () => 0.5,
      clock: systemClock,
      log,
      onState: (state) => {
        states.push(state);
        server.watch();
      },
      ...given,
      limits: { backoffMs: [10, 50], offerMs: [5, 5], ...given.limits },
    });
  }

  const start = () =>
    whatsapp.start(async (event) => {
      const answered = await answer(event);
      events.push(event);
      server.watch();
      return answered;
    });

  /** Open on both sides, and the bot has asked which groups there are: their titles come before anything else. */
  const settled = () =>
    server.until(() => whatsapp.state().phase === 'open' && server.isOpen() && server.askedForGroups());

  return {
    server,
    file,
    events,
    states,
    get store() {
      return store;
    },
    get whatsapp() {
      return whatsapp;
    },
    /** As the operator sees it. */
    numbers: { all: () => [viewOf({ id: 1, name: 'Bot', paused: false, barred: false }, whatsapp)] },
    start,
    answers(next: typeof answer): void {
      answer = next;
    },
    phase: () => whatsapp.state().phase,
    messages: () => events.filter((event): event is IncomingMessage => event.kind === 'message'),
    /** Starts, scans the QR, and waits until the bot is there. */
    async pair(): Promise<void> {
      await start();
      await server.until(() => whatsapp.state().qr !== undefined);
      server.scan(whatsapp.state().qr!);
      await settled();
    },
    async open(): Promise<void> {
      await start();
      await settled();
    },
    /** Stops the adapter; what comes next is a new one on the same file, with which something was done meanwhile. */
    async stop(meanwhile: () => void = () => {}): Promise<void> {
      await whatsapp.stop();
      await server.until(() => !server.isConnected());
      store.close();
      meanwhile();
      store = openStore(file);
      whatsapp = make();
    },
    async close(): Promise<void> {
      await whatsapp.stop();
      await server.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
