import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FIRST_MORNING, morningAfter, morningOf, REMINDERS } from './mornings.ts';
import { brokenPromises, remindsEachGroup } from './promises.ts';
import { createRandom, type Random, SEED } from './random.ts';
import type { Running } from './running.ts';
import { createCrowd } from './whatsapp-crowd.ts';
import { openTown, type Town } from './whatsapp-town.ts';

const KILLS = 50;

let town: Town;
beforeEach(async () => {
  town = await openTown(FIRST_MORNING);
});
afterEach(() => town.close());

/** When a process is killed: so long after its start, or after the nth stanza of a kind came from it. */
interface Moment {
  readonly after: 'start' | { readonly tag: string; readonly nth: number };
  readonly ms: number;
}

/** Questions of the login and of members, word that a message came, messages of its own. */
const TAGS = ['iq', 'receipt', 'receipt', 'message', 'message', 'message'];
/** Once it is open, a process that does not come to its moment is killed then. */
const LONGEST_MS = 1000;

function momentOf({ pick, below, chance }: Random): Moment {
  if (chance(0.15)) return { after: 'start', ms: below(1500) };
  return { after: { tag: pick(TAGS), nth: 1 + below(8) }, ms: chance(0.4) ? 0 : below(30) };
}

async function killAt({ after, ms }: Moment, bot: Running, open: Promise<void>): Promise<void> {
  if (after !== 'start') {
    const from = town.server.received.length;
    const reached = () =>
      town.server.received.slice(from).filter(({ tag }) => tag === after.tag).length >= after.nth;
    const moment = town.server.until(() => {
      if (reached() && ms === 0) bot.child.kill('SIGKILL');
      return reached() || bot.child.signalCode !== null;
    });
    await Promise.race([moment, open.then(() => sleep(LONGEST_MS))]);
  }
  if (ms > 0) await sleep(ms);
  await bot.kill();
}

it(`keeps its promises on WhatsApp when it is killed ${KILLS} times at any moment`, async () => {
  const random = createRandom(SEED);
  const crowd = createCrowd(town, random);
  const first = town.start(REMINDERS);
  await town.settleIn(first);
  await first.kill();

  for (let kill = 0; kill < KILLS; kill++) {
    const morning = morningOf(kill);
    if (morning) town.setClock(morning);
    await crowd.acts(random.below(3));
    const bot = town.start(REMINDERS);
    const open = town.server
      .until(() => town.server.isOpen() || bot.child.signalCode !== null)
      .then(() => crowd.acts(1 + random.below(3)));
    await killAt(momentOf(random), bot, open);
    await open;
    await town.server.until(() => !town.server.isConnected());
  }

  const last = town.start(REMINDERS);
  await town.atRest();
  await last.kill();
  await town.server.until(() => !town.server.isConnected());
  town.setClock(morningAfter(KILLS));
  await remindsEachGroup(town, () => town.start(REMINDERS));
  await town.atRest();
  expect(brokenPromises(town, crowd)).toEqual([]);
  expect(town.unread()).toEqual([]);
});
