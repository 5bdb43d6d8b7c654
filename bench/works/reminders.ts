import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../../commands/index.ts';
import { createTelegram } from '../../src/adapters/telegram/telegram.ts';
import { createApp } from '../../src/app/app.ts';
import { addDays, localDate } from '../../src/domain/dates.ts';
import type { Instant } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import { startApiDouble, TOKEN } from '../../test/telegram/api-double.ts';
import { type Figure, percentile } from '../figures.ts';
import { keepPace, reports } from '../load.ts';
import { groups, settle } from '../town.ts';

const GROUPS = 300;
const LIMITS = { perSecond: 30, perMinuteInGroup: 20 };
const REPORTS = 40;
const REMINDER_DAYS = [3];

/** The morning's reminders to many groups, while people report: by a clock of its own, so it runs in this process. */
export async function reminders(): Promise<readonly Figure[]> {
  // Half past eight this morning in Western Indonesia, three days before the deadline; people write by the real clock.
  const today = localDate(new Date().toISOString() as Instant, 'Asia/Jakarta');
  const now = new Date(`${today}T08:30:00+07:00`).toISOString() as Instant;
  const deadline = addDays(today, REMINDER_DAYS[0]!);
  const folder = mkdtempSync(join(tmpdir(), 'kopdes-bench-'));
  const store = openStore(join(folder, 'bot.sqlite'));
  const towns = groups(GROUPS);
  store.transaction((tx) => settle(tx, towns, deadline, `${today}T00:00:00.000Z` as Instant));
  const api = await startApiDouble({ seesAll: true, limits: LIMITS });
  const log = createLog('error');
  const clock = () => now;
  const telegram = createTelegram({ token: TOKEN, apiRoot: api.url, pace: LIMITS, commands: [], clock, log });
  const settings = { deadline, reminderDays: REMINDER_DAYS, reminderCron: '0 8 * * *' };
  const app = createApp({ store, platforms: [telegram], commands, settings, clock, log });

  const begun = performance.now();
  await app.start();
  const answers = await keepPace(api, REPORTS, 200, reports(towns));
  // The last ones are settled after the server's last word.
  while (Object.keys(store.read((tx) => tx.outbox.counts())).length > 0) await sleep(5);
  const ms = performance.now() - begun;
  await app.stop();
  store.close();
  const sends = api.calls.filter(({ method }) => method.startsWith('send'));
  const tooMany = sends.filter(({ result }) => result === undefined).length;
  const allowedMs = ((sends.length - tooMany) / LIMITS.perSecond) * 1000;
  await api.close();
  rmSync(folder, { recursive: true });
  const p99 = percentile(
    answers.map((answer) => answer.ms),
    99,
  );
  return [
    {
      work: 'reminders to 300 groups',
      ours: `${(ms / 1000).toFixed(1)} s`,
      against: `limit ${(allowedMs / 1000).toFixed(1)}`,
      value: ms / allowedMs,
      goal: { atMost: 1.1 },
    },
    { work: 'refused by the limit (429)', ours: `${tooMany}`, value: tooMany, goal: { atMost: 0 } },
    { work: 'p99 of /lapor meanwhile', ours: `${p99.toFixed(0)} ms`, value: p99, goal: { atMost: 1000 } },
  ];
}
