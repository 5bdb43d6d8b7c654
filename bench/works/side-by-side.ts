import { BARE, FLOOR, OURS, type RunningBot, startBot } from '../bot.ts';
import { type Figure, median } from '../figures.ts';
import { keepBusy, type Line, reports } from '../load.ts';
import { groups, settle } from '../town.ts';

const ROUNDS = 3;
const NAMES = ['bare', 'floor', 'ours'] as const;
type Name = (typeof NAMES)[number];

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly cpuMs: number;
}

const SHAPES = {
  'one group': { groups: 1, outstanding: 8, count: 800 },
  '16 groups': { groups: 16, outstanding: 32, count: 1600 },
  'one at a time': { groups: 1, outstanding: 1, count: 300 },
} as const;
type Shape = keyof typeof SHAPES;

/**
 * `/lapor` as fast as it goes, beside the two small bots: the three in turn, several times over. Bare keeps nothing and waits for no disk;
 * what floor has more than bare is what keeping costs here, two commits a report.
 */
export async function sideBySide(): Promise<readonly Figure[]> {
  const towns = groups(16);
  const bots: Record<Name, RunningBot> = {
    bare: await startBot(BARE),
    floor: await startBot(FLOOR),
    ours: await startBot(OURS, (tx) => settle(tx, towns)),
  };
  const rounds = new Map<string, Round[]>();
  const says = new Map<string, (i: number) => Line>();
  for (const [shape, load] of Object.entries(SHAPES))
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const name of NAMES) {
        const key = `${shape} ${name}`;
        const next = says.get(key) ?? reports(towns.slice(0, load.groups));
        says.set(key, next);
        const measured = await once(bots[name], load, next);
        // The first time is for warming up.
        if (round > 0) rounds.set(key, [...(rounds.get(key) ?? []), measured]);
      }
  for (const bot of Object.values(bots)) await bot.stop();

  const of = (shape: Shape, name: Name, what: keyof Round): number =>
    median(rounds.get(`${shape} ${name}`)!.map((round) => round[what]));
  const compare = (
    work: string,
    shape: Shape,
    what: keyof Round,
    with_: Name,
    unit: string,
    goal?: Figure['goal'],
  ): Figure => {
    const [ours, theirs] = [of(shape, 'ours', what), of(shape, with_, what)];
    return {
      work,
      ours: `${ours.toPrecision(3)} ${unit}`,
      against: `${with_} ${theirs.toPrecision(3)}`,
      value: ours / theirs,
      ...(goal && { goal }),
    };
  };
  return [
    compare('/lapor, one group, 8 outstanding', 'one group', 'perSecond', 'floor', '/s', { atLeast: 1 }),
    compare('/lapor, 16 groups, 32 outstanding', '16 groups', 'perSecond', 'bare', '/s', { atLeast: 1 }),
    compare('p50 of /lapor, one at a time (bare keeps nothing)', 'one at a time', 'p50', 'bare', 'ms', {
      atMost: 1.4,
    }),
    compare('the same beside what keeps it too', 'one at a time', 'p50', 'floor', 'ms'),
    compare('processor time of a /lapor (bare keeps nothing)', '16 groups', 'cpuMs', 'bare', 'ms', {
      atMost: 1.3,
    }),
    compare('the same beside what keeps it too', '16 groups', 'cpuMs', 'floor', 'ms'),
  ];
}

async function once(
  bot: RunningBot,
  { count, outstanding }: { readonly count: number; readonly outstanding: number },
  next: (i: number) => Line,
): Promise<Round> {
  const before = await bot.usage();
  const { ms, latencies } = await keepBusy(bot.api, count, outstanding, next);
  const after = await bot.usage();
  return {
    perSecond: (count / ms) * 1000,
    p50: median(latencies),
    cpuMs: (after.cpuMs - before.cpuMs) / count,
  };
}
