import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { OURS, type RunningBot, startOn } from '../bot.ts';
import { type Figure, median } from '../figures.ts';
import { keepBusy, type Line, reports } from '../load.ts';
import { seedNation } from '../nation.ts';
import { type Group, groups } from '../town.ts';

const NATION = 7285;
const FEW = 10;
const ROUNDS = 5;
const WARM_REPORTS = 8000;
/** What a start has to do: to prune, and to carry the day's schedule out. */
const BUSY_MS = 60_000;
const HOUR_MS = 3_600_000;
const run = promisify(execFile);

/** The whole country in one file, beside ten kecamatan: what everybody feels of it, and what keeps everybody waiting. */
export async function nation(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-bench-'));
  const all = groups(NATION);
  const files = { few: join(folder, 'few.sqlite'), all: join(folder, 'all.sqlite') };
  // Eight in the morning in Western Indonesia, three days before the deadline.
  const morning = Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS + HOUR_MS;
  seedNation(files.few, all.slice(0, FEW), morning);
  seedNation(files.all, all, morning);
  const clock = join(folder, 'clock');
  const start = async (file: string) => {
    writeFileSync(clock, `${morning + 30_000 - Date.now()}`);
    const bot = await startOn(OURS, file, { METER_DELAY: '1', CLOCK_AHEAD: clock }, [
      './test/faults/preload/clock.mjs',
    ]);
    return { ...bot, loadedInMs: await longestBlock(bot) };
  };
  const bots = { few: await start(files.few), all: await start(files.all) };
  await sleep(BUSY_MS);
  const longest = [await longestBlock(bots.all)];
  // What a process has worked stays in its memory, so both take the same reports. The country draws a picture for each of its groups too.
  await keepBusy(bots.few.api, WARM_REPORTS, 32, reports(all.slice(0, FEW)));
  await keepBusy(bots.all.api, WARM_REPORTS, 32, reports(all));
  const figures = await compare(bots, all.slice(0, FEW));
  const backup = run(process.execPath, ['dist/main.js', 'backup', join(folder, 'backup.sqlite')], {
    env: { PATH: process.env.PATH, DATABASE_URL: files.all },
  });
  await backup;
  longest.push(await longestBlock(bots.all));
  for (const bot of Object.values(bots)) await bot.stop();
  rmSync(folder, { recursive: true });
  return [
    {
      work: 'the country: start to the first poll',
      ours: `${bots.all.startMs.toFixed(0)} ms`,
      against: `ten kecamatan ${bots.few.startMs.toFixed(0)}`,
      value: bots.all.startMs / bots.few.startMs,
      goal: { atMost: 3 },
    },
    {
      work: 'the country: longest block until then (the program is loaded)',
      ours: `${bots.all.loadedInMs.toFixed(0)} ms`,
      against: `ten kecamatan ${bots.few.loadedInMs.toFixed(0)}`,
      value: bots.all.loadedInMs / bots.few.loadedInMs,
    },
    atMost('the country: longest block in the minute after it (08.00, pruning)', longest[0]!, 50),
    ...figures,
    atMost('the country: longest block during a backup', longest[1]!, 50),
  ];
}

const longestBlock = async (bot: RunningBot): Promise<number> => (await bot.usage()).longestBlockMs;

const atMost = (work: string, ms: number, goal: number): Figure => ({
  work,
  ours: `${ms.toFixed(1)} ms`,
  value: ms,
  goal: { atMost: goal },
});

async function compare(
  bots: Record<'few' | 'all', RunningBot>,
  towns: readonly Group[],
): Promise<readonly Figure[]> {
  const ratio = async (
    work: string,
    most: number,
    measure: (bot: RunningBot) => Promise<number>,
    unit = 'ms',
  ): Promise<Figure> => {
    const times: Record<'few' | 'all', number[]> = { few: [], all: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of ['few', 'all'] as const) times[name].push(await measure(bots[name]));
    const [few, all] = [median(times.few), median(times.all)];
    return {
      work: `the country: ${work}`,
      ours: `${all.toFixed(2)} ${unit}`,
      against: `ten kecamatan ${few.toFixed(2)}`,
      value: all / few,
      goal: { atMost: most },
    };
  };
  const answered = (count: number, next: (i: number) => Line) => async (bot: RunningBot) =>
    median((await keepBusy(bot.api, count, 1, next)).latencies);
  const group = towns[0]!;
  const figures = [
    await ratio(
      'memory after 8,000 reports from all groups',
      1.3,
      async (bot) => (await bot.usage()).rss / 1e6,
      'MB',
    ),
    await ratio('a report', 1.5, answered(60, reports(towns))),
    await ratio(
      '/rekap on a busy day',
      2,
      answered(20, () => ({ group, text: '/rekap' })),
    ),
  ];
  const forgotten = [];
  for (const each of towns.slice(1, 1 + ROUNDS)) {
    const { latencies } = await keepBusy(bots.all.api, 1, 1, () => ({
      group: each,
      text: '/lupakan_saya ya',
    }));
    forgotten.push(median(latencies));
  }
  const metrics = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    await (await fetch(`${bots.all.pages}/metrics`)).text();
    metrics.push(performance.now() - begun);
  }
  return [
    ...figures,
    atMost('the country: /lupakan_saya', median(forgotten), 20),
    // The first one loads what counts.
    atMost('the country: /metrics', median(metrics.slice(1)), 10),
  ];
}
