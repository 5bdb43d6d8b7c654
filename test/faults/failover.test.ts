import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onPostgres, reconnect, useCluster } from '../engine.ts';
import { makeTemplate, type Pair, startPair } from '../postgres-cluster.ts';
import { createCrowd } from './crowd.ts';
import { brokenPromises } from './promises.ts';
import { createRandom, SEED } from './random.ts';
import { within } from './running.ts';
import { openTown, type Town } from './town.ts';

const START = '2027-04-01T02:00:00.000Z';
/** Until a bot has lost a database that does not answer. */
const LOST_MS = 30_000;

describe.runIf(onPostgres)('of PostgreSQL with a synchronous standby, when the primary is killed', () => {
  let pair: Pair;
  let town: Town;
  beforeEach(async () => {
    pair = await startPair();
    makeTemplate(pair.url);
    useCluster(pair.url);
    town = await openTown(START);
  });
  afterEach(async () => {
    await town.close();
    pair.stop();
  });

  /** The bots end with the primary, as a supervisor sees it, and are started again once the standby has taken its place. */
  async function failOver(bots: readonly { readonly ended: Promise<number | null> }[]): Promise<void> {
    pair.killPrimary();
    expect(await Promise.all(bots.map(({ ended }) => ended))).toEqual(bots.map(() => 1));
    const early = town.start();
    expect(await early.ended).toBe(1);
    expect(early.log()).toContain('the server takes no writes');
    pair.promote();
    reconnect(town.database);
    await town.start().logged('"ready"');
    await town.start().logged('standing by');
  }

  it('the bot goes on with the standby, and nothing is lost that was written while people wrote', async () => {
    const random = createRandom(SEED);
    const crowd = createCrowd(town, random);
    const holder = town.start();
    await holder.logged('"ready"');
    await town.settleIn();
    const other = town.start();
    await other.logged('standing by');
    for (let burst = 0; burst < 10; burst += 1) {
      crowd.acts(1 + random.below(6));
      await sleep(random.below(60));
    }
    await failOver([holder, other]);
    crowd.acts(10);
    await town.atRest();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });

  it('nothing was answered that the standby did not have', async () => {
    const crowd = createCrowd(town, createRandom(SEED));
    const holder = town.start();
    await holder.logged('"ready"');
    await town.settleIn();
    await town.atRest();
    pair.stopReplication();
    const heard = town.heard().length;
    crowd.acts(10);
    // The commit waits for the standby, until the bot takes the database for dead.
    expect(await within(LOST_MS, holder.ended)).toBe(1);
    expect(town.heard().length).toBe(heard);
    await failOver([]);
    crowd.acts(10);
    await town.atRest();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });
});
