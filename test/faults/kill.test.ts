import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCrowd } from './crowd.ts';
import { FIRST_MORNING, morningAfter, morningOf, REMINDERS } from './mornings.ts';
import { brokenPromises, remindsEachGroup } from './promises.ts';
import { createRandom, type Random, SEED } from './random.ts';
import type { Running } from './running.ts';
import { openTown, type Town } from './town.ts';

const KILLS = 200;

let town: Town;
beforeEach(async () => {
  town = await openTown(FIRST_MORNING);
});
afterEach(() => town.close());

/** When a process is killed: so long after its start, or after the nth call of a method came in or took effect. */
interface Moment {
  readonly after:
    | 'start'
    | { readonly method: string; readonly nth: number; readonly phase: 'arrived' | 'done' };
  readonly ms: number;
}

const METHODS = [
  'getUpdates',
  'getUpdates',
  'sendMessage',
  'sendMessage',
  'editMessageText',
  'answerCallbackQuery',
  'sendPhoto',
];
function momentOf({ pick, below, chance }: Random): Moment {
  if (chance(0.15)) return { after: 'start', ms: below(600) };
  const phase = pick(['arrived', 'done'] as const);
  const after = { method: pick(METHODS), nth: 1 + below(3), phase };
  return { after, ms: chance(0.5) ? 0 : below(15) };
}

/** All that was said is confirmed, and the bot asks for more. */
const atRest = (): Promise<unknown> =>
  town.api.until(() => town.api.unconfirmed() === 0 && town.api.polled());

/** Kills at that moment; during a call that is before the double has answered it. */
async function killAt({ after, ms }: Moment, bot: Running, ready: Promise<void>): Promise<void> {
  if (after !== 'start') {
    const from = town.api.calls.length;
    const reached = () =>
      town.api.calls
        .slice(from)
        .filter(
          ({ method, result }) =>
            method === after.method && (after.phase === 'arrived' || result !== undefined),
        ).length >= after.nth;
    const moment = town.api.until(() => {
      if (reached() && ms === 0) bot.child.kill('SIGKILL');
      return reached() || bot.child.signalCode !== null;
    });
    // One that does not come to its moment is killed when it has dealt with what waited, however slow the machine is: messages that
    // wait for more than 14 of the town's days are ignored.
    await Promise.race([moment, ready.then(atRest)]);
  }
  if (ms > 0) await sleep(ms);
  await bot.kill();
}

it(`keeps its promises when it is killed ${KILLS} times at any moment`, async () => {
  const random = createRandom(SEED);
  const crowd = createCrowd(town, random);
  const first = town.start({ env: REMINDERS });
  await town.settleIn();
  await first.kill();

  for (let kill = 0; kill < KILLS; kill++) {
    const morning = morningOf(kill);
    if (morning) town.setClock(morning);
    crowd.acts(random.below(4));
    const bot = town.start({ env: REMINDERS });
    const ready = bot.logged('"ready"').then(
      () => crowd.acts(1 + random.below(4)),
      () => {},
    );
    await killAt(momentOf(random), bot, ready);
  }

  const last = town.start({ env: REMINDERS });
  await last.logged('"ready"');
  await town.atRest();
  await last.kill();
  town.setClock(morningAfter(KILLS));
  await remindsEachGroup(town, () => town.start({ env: REMINDERS }));
  await town.atRest();
  expect(brokenPromises(town, crowd)).toEqual([]);
});
