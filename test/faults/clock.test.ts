import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCrowd } from './crowd.ts';
import { brokenPromises, remindersIn } from './promises.ts';
import { createRandom, SEED } from './random.ts';
import type { Running } from './running.ts';
import { openTown, type Town } from './town.ts';

/** A Saturday; its reminders are due 3 days before (12 May), 1 day before and on the day, at 08.00. */
const DEADLINE = '2027-05-15';
const [WIB, WITA, WIT] = [-1001, -1002, -1003];

let town: Town;
beforeEach(async () => {
  town = await openTown('2027-05-11T02:00:00Z');
});
afterEach(() => town.close());

const start = (more = {}): Running => town.start({ env: { DEADLINE, ...more } });

/** Starts at that moment, lets it do what is due, of which so many reminders are known, and stops. */
async function runAt(moment: string, due = 0, more = {}): Promise<string> {
  town.setClock(moment);
  const before = remindersIn(town).length;
  const bot = start(more);
  await bot.logged('"ready"');
  await town.api.until(() => remindersIn(town).length >= before + due);
  await town.atRest();
  await bot.kill();
  return bot.log();
}

async function settleIn(moment = '2027-05-11T02:00:00Z'): Promise<void> {
  town.setClock(moment);
  const bot = start();
  await town.settleIn();
  await town.atRest();
  await bot.kill();
}

const toAll = (what: string) => [WIB, WITA, WIT].map((chat) => `${chat} ${what}`);

it('sends what became due when the clock jumps forward, within a minute and once', async () => {
  await settleIn();
  // The bot looks at each full minute, of which the first is near.
  town.setClock('2027-05-11T22:00:54Z'); // 05.00 WIB
  const bot = start();
  await bot.logged('"ready"');
  expect(remindersIn(town)).toEqual([]);
  town.setClock('2027-05-12T02:30:57Z');
  await town.api.until(() => remindersIn(town).length === 3);
  await town.atRest();
  expect(remindersIn(town).toSorted()).toEqual(toAll('Tenggat 15 Mei: 3 hari lagi'));
  expect(bot.log()).not.toMatch(/missed/);
});

it('sends nothing again when the clock jumps back, and records what is said meanwhile', async () => {
  await settleIn();
  await runAt('2027-05-12T02:00:00Z', 3);
  const crowd = createCrowd(town, createRandom(SEED));
  const bot = start();
  await bot.logged('"ready"');
  for (const moment of ['2027-05-12T02:10:00Z', '2027-05-10T02:00:00Z', '2027-05-12T02:20:00Z']) {
    town.setClock(moment);
    crowd.acts(15);
    await town.atRest();
  }
  await bot.kill();
  for (const moment of ['2027-05-11T23:00:00Z', '2027-05-12T00:59:00Z', '2027-05-12T01:00:30Z'])
    await runAt(moment);
  expect(brokenPromises(town, crowd)).toEqual([]);
  expect(remindersIn(town).toSorted()).toEqual(toAll('Tenggat 15 Mei: 3 hari lagi'));
});

it('catches up with the newest day after three days off, and names what was missed', async () => {
  await settleIn();
  await runAt('2027-05-12T02:00:00Z', 3);
  const before = remindersIn(town).length;
  const log = await runAt('2027-05-15T02:00:00Z', 3);
  expect(remindersIn(town).slice(before).toSorted()).toEqual(toAll('Tenggat 15 Mei: hari ini'));
  expect(log.match(/"slot":"\S+ 2027-05-15 reminder 2027-05-14","msg":"slot missed/g)).toHaveLength(3);
  expect(log.match(/"slot missed/g)).toHaveLength(3);
  expect(await runAt('2027-05-15T03:00:00Z')).not.toMatch(/missed/);
  expect(remindersIn(town)).toHaveLength(before + 3);
});

it('changes the day at each zone’s own midnight, and waits for each zone’s own morning', async () => {
  await settleIn('2027-05-13T02:00:00Z');
  town.setClock('2027-05-13T15:30:00Z'); // 22.30 WIB, 23.30 WITA, 00.30 WIT
  const midnight = { REMINDER_CRON: '0 0 * * *' };
  const bot = start(midnight);
  const daysLeft = async () => {
    const calls = town.api.calls.length;
    for (const group of town.groups) town.say(group, group.camat, '/rekap');
    await town.atRest();
    const answers = town.api.calls.slice(calls).filter(({ method }) => method === 'sendMessage');
    return town.groups.map(({ chat }) => {
      const { text } = answers.find(({ payload }) => payload.chat_id === chat.id)!.payload;
      return /Tenggat 15 Mei: (\S+)/.exec(text)?.[1] ?? text;
    });
  };
  expect(await daysLeft()).toEqual(['2', '2', 'besok']);
  town.setClock('2027-05-13T16:30:00Z');
  expect(await daysLeft()).toEqual(['2', 'besok', 'besok']);
  town.setClock('2027-05-13T17:30:00Z');
  expect(await daysLeft()).toEqual(['besok', 'besok', 'besok']);
  await bot.kill();

  const heard = [];
  for (const [moment, due] of [
    ['2027-05-13T21:59:00Z', 0],
    ['2027-05-13T22:01:00Z', 1],
    ['2027-05-13T23:01:00Z', 1],
    ['2027-05-14T00:01:00Z', 1],
  ] as const) {
    await runAt(moment, due, midnight);
    heard.push(remindersIn(town).length);
  }
  expect(heard).toEqual([0, 1, 2, 3]);
  expect(remindersIn(town)).toEqual(toAll('Tenggat 15 Mei: besok').toReversed());
});
