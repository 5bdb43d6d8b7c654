import { describe, expect, it, onTestFinished } from 'vitest';
import { onPostgres, urlOf, useCluster } from '../engine.ts';
import { makeTemplate, startCluster } from '../postgres-cluster.ts';
import { createCrowd } from './crowd.ts';
import { openLine } from './cuttable-line.ts';
import { makeNetwork } from './own-network.ts';
import { brokenPromises } from './promises.ts';
import { createRandom, SEED } from './random.ts';
import { within } from './running.ts';
import { openTown } from './town.ts';

const START = '2027-04-01T02:00:00.000Z';
/** Until a holder that is cut off has lost the database, and the other one serves it. */
const CUT_MS = 15_000;

describe.runIf(onPostgres)('of two processes on one database', () => {
  it('the other goes on when the network of the holder is cut, and the holder ends by itself', async ({
    skip,
  }) => {
    const network = makeNetwork();
    if ('impossible' in network) return skip(network.impossible);
    onTestFinished(network.remove);
    const cluster = await startCluster([], network.gateway);
    onTestFinished(cluster.stop);
    makeTemplate(cluster.url);
    useCluster(cluster.url);
    const town = await openTown(START);
    onTestFinished(town.close);
    const telegram = await openLine(Number(new URL(town.api.url).port), network.gateway);
    onTestFinished(telegram.close);
    const crowd = createCrowd(town, createRandom(SEED));

    const holder = town.start({
      within: network.enter,
      env: {
        DATABASE_URL: urlOf(town.database).replace('127.0.0.1', network.gateway),
        TELEGRAM_API_ROOT: `http://${network.gateway}:${telegram.port}`,
      },
    });
    await holder.logged('"ready"');
    await town.settleIn();
    const other = town.start();
    await other.logged('standing by');
    crowd.acts(5);
    network.cut();
    crowd.acts(5);
    await Promise.all([within(CUT_MS, holder.ended), within(CUT_MS, other.logged('"ready"'))]);
    expect(await holder.ended).toBe(1);
    crowd.acts(5);
    await town.atRest();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });
});
