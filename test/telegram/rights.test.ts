import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type App, createApp } from '../../src/app/app.ts';
import type { DistrictCode, Instant, LocalDate } from '../../src/domain/ids.ts';
import { invite } from '../../src/features/members/invitations.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type ApiDouble, startApiDouble } from './api-double.ts';
import { telegramOn } from './on-double.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const SECONDS = Date.parse(NOW) / 1000;
const group = { id: -1001234, type: 'supergroup' as const, title: 'Kades Bantan' };
const siti = { id: 71, is_bot: false, first_name: 'Siti' };
const SETTINGS = { deadline: '2027-05-15' as LocalDate, reminderDays: [7], reminderCron: '0 8 * * *' };

let double: ApiDouble;
let store: Store;
let app: App;
beforeEach(async () => {
  double = await startApiDouble();
  store = openStore(':memory:');
  const log = createLog('silent');
  const clock = () => NOW;
  const telegram = telegramOn(double, clock, log);
  app = createApp({ store, platforms: [telegram], commands, settings: SETTINGS, clock, log });
  await app.start();
});
afterEach(async () => {
  await app.stop();
  store.close();
  await double.close();
});

let lastId = 100;
/** What the bot says in the group to an update. */
async function hears(update: object): Promise<string> {
  const before = double.messages.length;
  double.queue(update as never);
  await double.until(() => double.unconfirmed() === 0);
  while (
    (store.read((tx) => tx.outbox.counts()).queued ?? 0) +
      (store.read((tx) => tx.outbox.counts()).sending ?? 0) >
    0
  )
    await new Promise(setImmediate);
  return double.messages
    .slice(before)
    .map(({ text }) => text)
    .join('\n');
}
const becomes = (before: string, after: string) =>
  hears({
    my_chat_member: {
      chat: group,
      from: siti,
      date: SECONDS,
      old_chat_member: { status: before, user: double.me },
      new_chat_member: { status: after, user: double.me },
    },
  });
const says = (text: string) =>
  hears({ message: { message_id: ++lastId, date: SECONDS, chat: group, from: siti, text } });

const ALL = /pesan lain .*hanya laporan yang jelas/;
const LITTLE = 'percakapan lain tidak saya baca';

it('says on every coming what it is given to see there, also in a group that is linked', async () => {
  expect(await becomes('left', 'member')).toContain(LITTLE);
  await says(`/mulai ${store.transaction((tx) => invite(tx, '14.03.16' as DistrictCode, NOW))}`);
  await becomes('member', 'left');
  double.me.can_read_all_group_messages = true;
  const back = await becomes('left', 'member');
  expect(back).toContain('Saya sudah kembali');
  expect(back).toMatch(ALL);
  await becomes('member', 'kicked');
  double.me.can_read_all_group_messages = false;
  expect(await becomes('kicked', 'member')).toContain(LITTLE);
});

it('says once that it was made an admin, and once that it is none any more', async () => {
  await becomes('left', 'member');
  expect(await becomes('member', 'administrator')).toMatch(/kini admin.*pesan lain/);
  expect(await becomes('administrator', 'administrator')).toBe('');
  expect(await becomes('member', 'administrator')).toBe('');
  expect(await becomes('administrator', 'member')).toContain('bukan lagi admin');
  expect(await becomes('administrator', 'member')).toBe('');
});

it('says nothing of an admin’s rights where it sees everything anyway', async () => {
  double.me.can_read_all_group_messages = true;
  expect(await becomes('left', 'member')).toMatch(ALL);
  expect(await becomes('member', 'administrator')).toBe('');
  expect(await becomes('administrator', 'member')).toBe('');
});
