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
/** Until the thread that draws has ended for want of work, so that neither process holds its memory. */
const DRAWN_MS = 65_000;
const LOOK_AGAIN_MS = 1000;
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
    return { ...bot, loadedInMs: await bot.longestBlock() };
  };
  const bots = { few: await start(files.few), all: await start(files.all) };
  await sleep(BUSY_MS);
  const longest = [await bots.all.longestBlock()];
  // What a process has worked stays in its memory, so both take the same reports.
  await keepBusy(bots.few.api, WARM_REPORTS, 32, reports(all.slice(0, FEW)));
  await keepBusy(bots.all.api, WARM_REPORTS, 32, reports(all));
  // The country draws a picture for each of its groups meanwhile, the ten kecamatan have theirs: first what is felt of that.
  const drawing = await whileDrawing(bots, all.slice(0, FEW));
  for (const bot of Object.values(bots)) await drawn(bot);
  longest.push(await bots.all.longestBlock());
  const figures = [...drawing, ...(await compare(bots, all.slice(0, FEW)))];
  const backup = run(process.execPath, ['dist/main.js', 'backup', join(folder, 'backup.sqlite')], {
    env: { PATH: process.env.PATH, DATABASE_URL: files.all },
  });
  await backup;
  longest.push(await bots.all.longestBlock());
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
    atMost('the country: longest block until its last picture has gone', longest[1]!, 50),
    ...figures,
    atMost('the country: longest block during a backup', longest[2]!, 50),
  ];
}

const atMost = (work: string, ms: number, goal: number): Figure => ({
  work,
  ours: `${ms.toFixed(1)} ms`,
  value: ms,
  goal: { atMost: goal },
});

/** Messages that a bot still has to send. */
async function waiting(bot: RunningBot): Promise<number> {
  const text = await (await fetch(`${bot.pages}/metrics`)).text();
  const states = text.matchAll(/^kopdes_outbox_messages\{state="(?:queued|sending)"\} (\d+)$/gm);
  return [...states].reduce((sum, [, count]) => sum + Number(count), 0);
}

async function drawn(bot: RunningBot): Promise<void> {
  while ((await waiting(bot)) > 0) await sleep(LOOK_AGAIN_MS);
  await sleep(DRAWN_MS);
}

type Bots = Readonly<Record<'few' | 'all', RunningBot>>;
type Measure = (bot: RunningBot) => Promise<number>;

/** What the country takes beside ten kecamatan: the medians of some rounds in turn. */
async function ratio(
  bots: Bots,
  work: string,
  measure: Measure,
  atMost?: number,
  unit = 'ms',
): Promise<Figure> {
  const times: Record<'few' | 'all', number[]> = { few: [], all: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of ['few', 'all'] as const) times[name].push(await measure(bots[name]));
  const [few, all] = [median(times.few), median(times.all)];
  return {
    work: `the country: ${work}`,
    ours: `${all.toFixed(2)} ${unit}`,
    against: `ten kecamatan ${few.toFixed(2)}`,
    value: all / few,
    ...(atMost !== undefined && { goal: { atMost } }),
  };
}

const answered =
  (count: number, next: (i: number) => Line): Measure =>
  async (bot) =>
    median((await keepBusy(bot.api, count, 1, next)).latencies);
const memory: Measure = async (bot) => (await bot.usage()).rss / 1e6;

/** What is felt while thousands of pictures wait to be drawn. */
async function whileDrawing(bots: Bots, towns: readonly Group[]): Promise<readonly Figure[]> {
  const left = await waiting(bots.all);
  const metrics = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const begun = performance.now();
    await waiting(bots.all);
    metrics.push(performance.now() - begun);
  }
  return [
    await ratio(bots, `a report while ${left} messages wait`, answered(60, reports(towns))),
    await ratio(bots, 'memory while it draws (ten have drawn)', memory, undefined, 'MB'),
    // The first one loads what counts.
    atMost(`the country: /metrics while ${left} messages wait`, median(metrics.slice(1)), 10),
  ];
}

async function compare(bots: Bots, towns: readonly Group[]): Promise<readonly Figure[]> {
  const group = towns[0]!;
  const figures = [
    await ratio(bots, 'memory after 8,000 reports from all groups', memory, 1.3, 'MB'),
    await ratio(bots, 'a report', answered(60, reports(towns)), 1.5),
    await ratio(
      bots,
      '/rekap on a busy day',
      answered(20, () => ({ group, text: '/rekap' })),
      2,
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
  return [...figures, atMost('the country: /lupakan_saya', median(forgotten), 20)];
}
