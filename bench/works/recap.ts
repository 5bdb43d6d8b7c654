import { performance } from 'node:perf_hooks';
import type { DistrictCode, Instant } from '../../src/domain/ids.ts';
import { UNITS } from '../../src/domain/units.ts';
import { writeRecapXlsx } from '../../src/features/recap/xlsx/xlsx.ts';
import { sample } from '../../test/recap/sample.ts';
import { OURS, type RunningBot, startBot } from '../bot.ts';
import { type Figure, median, percentile } from '../figures.ts';
import { keepBusy, keepPace, reports } from '../load.ts';
import { fillLedger, type Group, groupIn, groups, settle } from '../town.ts';

const LEDGER_ROWS = 100_000;
const HISTORY_ROWS = 1_600;
const ROUNDS = 9;

/** `/rekap` as text, picture and workbook. */
export async function recap(): Promise<readonly Figure[]> {
  const towns = groups(16);
  const thirteen = groupIn(THIRTEEN, towns.length + 1);
  const empty = await startBot(OURS, (tx) => settle(tx, [...towns, thirteen]));
  const full = await startBot(OURS, (tx) => {
    settle(tx, towns);
    fillLedger(tx, towns[0]!, LEDGER_ROWS);
  });
  const figures = [
    await rekap(full, empty, towns[0]!),
    ...(await pictures(empty, thirteen)),
    await besidePictures(empty, towns),
    await workbook(),
  ];
  await empty.stop();
  await full.stop();
  return figures;
}

async function rekap(full: RunningBot, empty: RunningBot, group: Group): Promise<Figure> {
  const times: Record<'full' | 'empty', number[]> = { full: [], empty: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, bot] of [
      ['full', full],
      ['empty', empty],
    ] as const)
      times[name].push(median((await keepBusy(bot.api, 60, 1, () => ({ group, text: '/rekap' }))).latencies));
  const [ours, theirs] = [median(times.full), median(times.empty)];
  return {
    work: '/rekap with 100,000 rows in the ledger',
    ours: `${ours.toFixed(2)} ms`,
    against: `empty ${theirs.toFixed(2)}`,
    value: ours / theirs,
    goal: { atMost: 1.2 },
  };
}

/** A kecamatan of 13 villages, whose picture is new after each report. */
async function pictures(bot: RunningBot, group: Group): Promise<readonly Figure[]> {
  const once = async (text: string) => (await keepBusy(bot.api, 1, 1, () => ({ group, text }))).latencies[0]!;
  const times: Record<'drawn' | 'known' | 'text', number[]> = { drawn: [], known: [], text: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    // One unit more each time: what was shown before is known by its file's id.
    const unit = (round % UNITS.length) + 1;
    await once(`/lapor ${group.village} ${unit}${round < UNITS.length ? 'p' : 'b'}`);
    times.drawn.push(await once('/rekap gambar'));
    times.known.push(await once('/rekap gambar'));
    times.text.push(await once('/rekap'));
  }
  // The first picture starts what draws.
  const middle = (all: readonly number[]) => median(all.slice(1));
  const [fresh, again, text] = [middle(times.drawn), middle(times.known), middle(times.text)];
  return [
    { work: 'picture of 13 villages', ours: `${fresh.toFixed(1)} ms`, value: fresh, goal: { atMost: 100 } },
    {
      work: 'the same asked again unchanged',
      ours: `${again.toFixed(2)} ms`,
      against: `first ${fresh.toFixed(1)}`,
      value: again / fresh,
      goal: { atMost: 0.05 },
    },
    {
      // Nothing is drawn: it costs what any answer does, however fast the first one was.
      work: 'it beside the same recap as a text',
      ours: `${again.toFixed(2)} ms`,
      against: `text ${text.toFixed(2)}`,
      value: again / text,
      goal: { atMost: 1.5 },
    },
  ];
}

/** A hundred messages a second over 16 groups, with and without one in twenty that asks for a picture. */
async function besidePictures(bot: RunningBot, towns: readonly Group[]): Promise<Figure> {
  const report = reports(towns);
  const p99 = async (every: number): Promise<number> => {
    const answers = await keepPace(bot.api, 500, 10, (i) =>
      i % every === every - 1 ? { group: towns[i % towns.length]!, text: '/rekap gambar' } : report(i),
    );
    return percentile(
      answers.filter(({ line }) => line.text.startsWith('/lapor')).map(({ ms }) => ms),
      99,
    );
  };
  const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
  for (let round = 0; round < 3; round += 1) {
    times.without.push(await p99(Number.POSITIVE_INFINITY));
    times.with.push(await p99(20));
  }
  const [ours, theirs] = [median(times.with), median(times.without)];
  return {
    work: 'p99 of /lapor while every 20th message asks for a picture',
    ours: `${ours.toFixed(1)} ms`,
    against: `without ${theirs.toFixed(1)}`,
    value: ours / theirs,
    goal: { atMost: 1.3 },
  };
}

async function workbook(): Promise<Figure> {
  const table = sample(13);
  const history = Array.from({ length: HISTORY_ROWS }, (_, i) => ({
    at: '2026-11-23T09:05:00.000Z' as Instant,
    village: table.villages[i % 13]!.name,
    unit: UNITS[i % 7]!,
    status: 'berdiri' as const,
    by: 'kepala desa',
    reversed: i % 9 === 0,
  }));
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const started = performance.now();
    await writeRecapXlsx({ ...table, history });
    times.push(performance.now() - started);
  }
  return { work: 'workbook of 1,600 rows', ours: `${median(times).toFixed(0)} ms`, value: median(times) };
}

const THIRTEEN = '14.03.16' as DistrictCode;
