import { setTimeout as sleep } from 'node:timers/promises';
import { BARE, OURS, type RunningBot, startBot } from '../bot.ts';
import { type Figure, median } from '../figures.ts';
import { keepBusy, reports } from '../load.ts';
import { groups, settle } from '../town.ts';

const STARTS = 7;
const IDLE_MS = 2_000;
const UPDATES = 100_000;

/** Start-up, and memory: at rest, and after many updates. */
export async function footprint(): Promise<readonly Figure[]> {
  const towns = groups(16);
  const start = {
    bare: () => startBot(BARE),
    ours: () => startBot(OURS, (tx) => settle(tx, towns)),
  };
  const starts: Record<keyof typeof start, number[]> = { bare: [], ours: [] };
  for (let round = 0; round < STARTS; round += 1)
    for (const name of ['bare', 'ours'] as const) {
      const bot = await start[name]();
      starts[name].push(bot.startMs);
      await bot.stop();
    }
  const [bareMs, oursMs] = [median(starts.bare), median(starts.ours)];

  const bots = { bare: await start.bare(), ours: await start.ours() };
  await sleep(IDLE_MS);
  const idle = { bare: await rss(bots.bare), ours: await rss(bots.ours) };
  const busy = { bare: await growth(bots.bare, towns), ours: await growth(bots.ours, towns) };
  for (const bot of Object.values(bots)) await bot.stop();
  return [
    {
      work: 'start to the first poll',
      ours: `${oursMs.toFixed(0)} ms`,
      against: `bare ${bareMs.toFixed(0)}`,
      value: oursMs / bareMs,
      goal: { atMost: 2 },
    },
    memory('memory at rest', idle.ours, idle.bare),
    memory('memory after 100,000 updates', busy.ours.end, busy.bare.end),
    {
      work: 'its growth from 20,000 to 100,000 updates',
      ours: `${(busy.ours.end - busy.ours.early).toFixed(1)} MB`,
      against: `bare ${(busy.bare.end - busy.bare.early).toFixed(1)}`,
      value: busy.ours.end / busy.ours.early,
      goal: { atMost: 1.05 },
    },
  ];
}

const memory = (work: string, ours: number, bare: number): Figure => ({
  work,
  ours: `${ours.toFixed(1)} MB`,
  against: `bare ${bare.toFixed(1)}`,
  value: ours / bare,
  goal: { atMost: 1.25 },
});

/** Megabytes. */
const rss = async (bot: RunningBot): Promise<number> => (await bot.usage()).rss / 1e6;

/** Memory after a fifth of the updates and after all; each the middle of what was read during a twentieth of them. */
async function growth(bot: RunningBot, towns: ReturnType<typeof groups>) {
  const next = reports(towns);
  const readings: number[] = [];
  for (let done = 0; done < UPDATES; done += UPDATES / 100) {
    await keepBusy(bot.api, UPDATES / 100, 32, next);
    readings.push(await rss(bot));
  }
  return { early: median(readings.slice(15, 20)), end: median(readings.slice(-5)) };
}
