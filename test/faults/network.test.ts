import { setTimeout as sleep } from 'node:timers/promises';
import { it, type TestContext } from 'vitest';
import type { Fault } from '../telegram/api-double.ts';
import { createCrowd, type Deed } from './crowd.ts';
import { brokenPromises } from './promises.ts';
import { createRandom, type Random, SEED } from './random.ts';
import { openTown } from './town.ts';

const ROUNDS = 50;
/** Sends are what can be doubled. */
const METHODS = [
  'getUpdates',
  'sendMessage',
  'sendMessage',
  'sendMessage',
  'editMessageText',
  'answerCallbackQuery',
];

/** Everything but a hang, which takes as long as the bot waits for an answer. */
const FAULTS: readonly Fault[] = [
  { kind: 'drop' },
  { kind: 'drop-after' },
  { kind: 'drop-after' },
  { kind: 'gateway' },
  { kind: 'error', code: 500, description: 'Internal Server Error' },
  { kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } },
  { kind: 'delay', ms: 300 },
];

/** A town in which the bot runs, and is started again when it ends, as a service manager does. */
async function townWithBot({ onTestFinished }: TestContext) {
  const town = await openTown('2027-04-01T02:00:00Z');
  let closing = false;
  onTestFinished(async () => {
    closing = true;
    await town.close();
  });
  const exits: number[] = [];
  const run = () => {
    const bot = town.start();
    void bot.ended.then((code) => {
      if (closing) return;
      exits.push(code ?? -1);
      run();
    });
  };
  run();
  await town.settleIn();
  return { town, exits };
}

/** What a platform may do to updates: give some late, some again, and all of them in another order. */
function createDisorder({ chance, pick, shuffle }: Random) {
  const given: Deed[] = [];
  let late: Deed[] = [];
  return (deeds: readonly Deed[]): readonly Deed[] => {
    const later = deeds.filter(() => chance(0.3));
    const again = given.length > 0 && chance(0.4) ? [pick(given)] : [];
    const now = shuffle([...late, ...deeds.filter((deed) => !later.includes(deed)), ...again]);
    late = later;
    given.push(...now);
    return now;
  };
}

it.concurrent('loses nothing and doubles nothing in a network that fails in every way, and goes on after it', async (test) => {
  const { town, exits } = await townWithBot(test);
  const random = createRandom(SEED);
  const crowd = createCrowd(town, random);
  const disorder = createDisorder(random);
  let conflicts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    if (random.chance(0.8)) town.api.fault(random.pick(METHODS), random.pick(FAULTS), 1 + random.below(2));
    if (random.chance(0.08)) {
      await town.api.until(() => town.api.polled());
      town.api.conflict();
      conflicts += 1;
    }
    crowd.deliver(disorder(Array.from({ length: 1 + random.below(6) }, crowd.act)));
    await sleep(random.below(400));
  }
  crowd.deliver(disorder([]));
  town.api.heal();
  await town.atRest();
  test.expect(brokenPromises(town, crowd)).toEqual([]);
  // One that had just begun gives way to the other at the third; any other stays.
  test.expect(exits.length).toBeLessThanOrEqual(conflicts / 3);
  test.expect(exits.filter((code) => code !== 2)).toEqual([]);
});

it.concurrent('gives up calls that hang, and loses nothing', async (test) => {
  const { town } = await townWithBot(test);
  const random = createRandom(SEED);
  const crowd = createCrowd(town, random);
  town.api.fault('sendMessage', { kind: 'hang' }, 2);
  town.api.fault('editMessageText', { kind: 'hang' });
  town.api.fault('answerCallbackQuery', { kind: 'hang' });
  crowd.acts(20);
  await town.api.until(() => town.api.unconfirmed() === 0);
  town.api.fault('getUpdates', { kind: 'hang' });
  crowd.acts(5);
  await town.api.until(() => town.api.polled());
  crowd.acts(20);
  await town.atRest();
  test.expect(brokenPromises(town, crowd)).toEqual([]);
});
