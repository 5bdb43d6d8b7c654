import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inDatabase, onPostgres, urlOf } from '../engine.ts';
import { createCrowd } from './crowd.ts';
import { openLine } from './cuttable-line.ts';
import { brokenPromises } from './promises.ts';
import { createRandom, SEED } from './random.ts';
import { within } from './running.ts';
import { openTown, type Town } from './town.ts';

const START = '2027-04-01T02:00:00.000Z';
const KILLS = 40;
/** Until a holder of which nothing is heard has lost the database, and the other one serves it. */
const SILENT_MS = 15_000;
/** A second is what it takes. */
const KILLED_MS = 10_000;

let town: Town;
beforeEach(async () => {
  town = await openTown(START);
});
afterEach(() => town.close());

/** A process that serves the kecamatan, and one that stands by. */
async function startBoth(holding: Readonly<Record<string, string>> = {}) {
  const holder = town.start({ env: holding });
  await holder.logged('"ready"');
  await town.settleIn();
  const other = town.start();
  await other.logged('standing by');
  return { holder, other };
}

describe.runIf(onPostgres)('of two processes on one database', () => {
  it(`the other goes on when the holder is killed, ${KILLS} times while people write`, async () => {
    const random = createRandom(SEED);
    const crowd = createCrowd(town, random);
    let { holder, other } = await startBoth();
    for (let kill = 0; kill < KILLS; kill += 1) {
      crowd.acts(1 + random.below(4));
      await sleep(random.below(60));
      await holder.kill();
      crowd.acts(1 + random.below(3));
      const heard = town.heard().length;
      await within(KILLED_MS, other.logged('"ready"'));
      // Not everything that people do is answered by a message.
      const goesOn = () => town.heard().length > heard || town.api.unconfirmed() === 0;
      await within(KILLED_MS, town.api.until(goesOn));
      [holder, other] = [other, town.start()];
      await other.logged('standing by');
    }
    await town.atRest();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });

  it('the other goes on when the holder stands still, which ends when it wakes', async () => {
    const random = createRandom(SEED);
    const crowd = createCrowd(town, random);
    const { holder, other } = await startBoth();
    crowd.acts(5);
    holder.child.kill('SIGSTOP');
    crowd.acts(5);
    await within(SILENT_MS, other.logged('"ready"'));
    crowd.acts(5);
    await town.atRest();
    holder.child.kill('SIGCONT');
    expect(await holder.ended).toBe(1);
    await town.atRest();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });

  it('the other goes on when the line of the holder falls silent, and the holder ends by itself', async () => {
    const random = createRandom(SEED);
    const crowd = createCrowd(town, random);
    const url = new URL(urlOf(town.database));
    const line = await openLine(Number(url.port));
    url.port = `${line.port}`;
    const { holder, other } = await startBoth({ DATABASE_URL: url.href });
    crowd.acts(5);
    line.silence();
    crowd.acts(5);
    expect(await within(SILENT_MS, holder.ended)).toBe(1);
    await within(SILENT_MS, other.logged('"ready"'));
    crowd.acts(5);
    await town.atRest();
    line.close();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });

  it('the holder goes on when the line was silent for three seconds', async () => {
    const random = createRandom(SEED);
    const crowd = createCrowd(town, random);
    const url = new URL(urlOf(town.database));
    const line = await openLine(Number(url.port));
    url.port = `${line.port}`;
    const { holder } = await startBoth({ DATABASE_URL: url.href });
    crowd.acts(5);
    line.silence();
    crowd.acts(5);
    await sleep(3000);
    line.restore();
    crowd.acts(5);
    await town.atRest();
    expect(holder.child.exitCode).toBe(null);
    line.close();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });

  it('the other goes on when the server ended the connection of the holder', async () => {
    const random = createRandom(SEED);
    const crowd = createCrowd(town, random);
    const { holder, other } = await startBoth();
    crowd.acts(5);
    inDatabase(town.database, (db) =>
      db
        .prepare(
          `SELECT pg_terminate_backend(pid) FROM pg_locks
           WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
        .all(),
    );
    expect(await holder.ended).toBe(1);
    await within(KILLED_MS, other.logged('"ready"'));
    await town.atRest();
    expect(brokenPromises(town, crowd)).toEqual([]);
  });
});
