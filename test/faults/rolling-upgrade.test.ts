import { expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { onPostgres } from '../engine.ts';
import { createCrowd } from './crowd.ts';
import { brokenPromises } from './promises.ts';
import { createRandom, SEED } from './random.ts';
import { openTown } from './town.ts';

const START = '2027-04-01T02:00:00.000Z';
const LATER = { preload: ['preload/clock.mjs', 'preload/later-release.mjs'] };
const REFUSAL = `(skema ${MIGRATIONS.length + 1}) berasal dari kopdes-bot yang lebih baru`;

it.runIf(onPostgres)(
  'a later release stands by, goes on from the earlier one, and that one starts no more',
  async () => {
    const town = await openTown(START);
    onTestFinished(town.close);
    const crowd = createCrowd(town, createRandom(SEED));
    const earlier = town.start();
    await earlier.logged('"ready"');
    await town.settleIn();
    const waiting = town.start();
    await waiting.logged('standing by');
    const later = town.start(LATER);
    await later.logged('standing by');
    crowd.acts(10);
    // The one that serves goes last.
    waiting.child.kill('SIGTERM');
    await waiting.ended;
    earlier.child.kill('SIGTERM');
    crowd.acts(5);
    expect(await earlier.ended).toBe(0);
    await later.logged('"ready"');
    crowd.acts(10);
    await town.atRest();
    const again = town.start();
    expect(await again.ended).toBe(2);
    expect(again.log().trim().split('\n')).toEqual([expect.stringContaining(REFUSAL)]);
    expect(brokenPromises(town, crowd)).toEqual([]);
  },
);
