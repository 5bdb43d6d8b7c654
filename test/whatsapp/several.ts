import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import type { PlatformEvent } from '../../src/adapters/adapter.ts';
import { createNumbers, type NumbersOptions } from '../../src/adapters/whatsapp/numbers.ts';
import { createWhatsApp } from '../../src/adapters/whatsapp/whatsapp.ts';
import { createApp } from '../../src/app/app.ts';
import { systemClock } from '../../src/domain/clock.ts';
import type { ChatRef } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { literal } from '../../src/text/markup.ts';
import { openTestStore } from '../engine.ts';
import { makeFolder } from '../folder.ts';
import { SETTINGS } from '../settings.ts';
import type { Actor } from './actor.ts';
import { trust } from './noise.ts';
import type { Group } from './queries.ts';
import { startServer, type WireServer } from './server.ts';

/** A number of the bot, on a server of its own. */
export interface OwnNumber {
  readonly id: number;
  readonly server: WireServer;
}

/** One bot on so many numbers, each of which scans the QR that it is shown as soon as it is there. */
export async function onSeveral(count: number) {
  const folder = makeFolder();
  const store = openTestStore(join(folder, 'test.sqlite'));
  const log = createLog(process.env.LOG_LEVEL ?? 'silent');
  const numbers = new Map<number, OwnNumber>();
  const heard: PlatformEvent[] = [];
  let identity: WireServer['identity'] | undefined;

  async function add(): Promise<OwnNumber> {
    const server = await startServer({ number: numbers.size + 1, ...(identity && { identity }) });
    identity ??= server.identity;
    trust(server.root);
    const { id } = store.whatsapp.numbers.add(`Nomor ${numbers.size + 1}`);
    const number = { id, server };
    numbers.set(id, number);
    return number;
  }
  for (let n = 0; n < count; n += 1) await add();

  const options: NumbersOptions = {
    book: store.whatsapp.numbers,
    make: (id, told) =>
      createWhatsApp({
        ...store.whatsapp.of(id),
        webSocketUrl: numbers.get(id)!.server.url,
        pace: 'unlimited',
        limits: { backoffMs: [10, 50] },
        clock: systemClock,
        log,

        ...told,
        onState: (state) => {
          told.onState(state);
          const { qr } = state;
          const { server } = numbers.get(id)!;
          if (qr) server.scan(qr);
          server.watch();
        },
      }),
    pace: 'unlimited',
    log,
  };
  function make() {
    const platform = createNumbers(options);
    const app = createApp({
      store,
      platforms: [
        {
          ...platform,
          start: (receive) =>
            platform.start(async (event) => {
              const acknowledgement = await receive(event);
              heard.push(event);
              return acknowledgement;
            }),
        },
      ],
      commands,
      settings: SETTINGS,
      clock: systemClock,
      log,
    });
    return { platform, app };
  }
  let made = make();

  const opened = ({ server }: OwnNumber) => server.until(() => server.isOpen() && server.askedForGroups());

  return {
    store,
    get platform() {
      return made.platform;
    },
    heard,
    numbers: [...numbers.values()],
    add,
    opened,
    /** As the platform is after a restart, before it is started. */
    restarted: () => createNumbers(options),
    async start(): Promise<void> {
      await made.app.start();
      await Promise.all([...numbers.values()].map(opened));
    },
    /** Stops the bot and starts it again on what is on the disk. */
    async restart(): Promise<void> {
      await made.app.stop();
      made = make();
      await made.app.start();
    },
    /** The phone of a number is lost, and that of another SIM scans the QR that is shown in its place. */
    async newSim({ id, server: lost }: OwnNumber): Promise<OwnNumber> {
      await lost.close();
      const port = Number(new URL(lost.url).port);
      const server = await startServer({ number: 100 + id, port, identity: lost.identity });
      const number = { id, server };
      numbers.set(id, number);
      await opened(number);
      return number;
    },
    /** Has the bot say something that answers nobody. */
    post: (group: Group, text: string): void =>
      made.app.post({ to: `whatsapp:${group.jid}` as ChatRef, content: { text: literal(text) } }),
    async close(): Promise<void> {
      await made.app.stop();
      for (const { server } of numbers.values()) await server.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Somebody writes in a group, and a number says something then. */
export async function answered(
  { server }: OwnNumber,
  from: Actor,
  group: Group,
  text: string,
): Promise<string> {
  const before = server.sent.length;
  await server.say({ from, in: group, message: { conversation: text } });
  await server.until(() => server.sent.length > before);
  return server.sent.at(-1)!.message.extendedTextMessage?.text ?? '';
}
