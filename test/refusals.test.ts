import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { type App, createApp } from '../src/app/app.ts';
import { area } from '../src/domain/areas.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate, UserRef } from '../src/domain/ids.ts';
import { invite } from '../src/features/members/invitations.ts';
import { createLog } from '../src/log.ts';
import type { Store } from '../src/store/store.ts';
import { openTestStore } from './engine.ts';
import { makeFolder } from './folder.ts';
import { type ApiDouble, startApiDouble } from './telegram/api-double.ts';
import { telegramOn } from './telegram/on-double.ts';

const DISTRICT = '14.03.16' as DistrictCode;
const GROUP = { id: -1001, type: 'supergroup' as const, title: 'KDMP Solapan' };
const REF = 'telegram:-1001' as ChatRef;
const CAMAT = { id: 7, is_bot: false, first_name: 'Ibu Camat' };
const SETTINGS = { deadline: '2027-05-15' as LocalDate, reminderDays: [3], reminderCron: '0 8 * * *' };
/** H-3 is a Wednesday; at 07.50. */
const MORNING = '2027-05-12T00:50:00.000Z' as Instant;
const NOT_A_MEMBER = [403, 'Forbidden: bot is not a member of the supergroup chat'] as const;
const NO_RIGHTS = [400, 'Bad Request: not enough rights to send text messages to the chat'] as const;

let folder: string;
let api: ApiDouble;
let store: Store;
let app: App;
let now: Instant;
let lastId = 9000;

beforeEach(async () => {
  folder = makeFolder();
  api = await startApiDouble();
  store = openTestStore(join(folder, 'test.sqlite'));
  now = '2027-05-07T02:00:00.000Z' as Instant;
  const clock = () => now;
  const log = createLog(process.env.LOG_LEVEL ?? 'silent');
  const telegram = telegramOn(api, clock, log);
  app = createApp({ store, platforms: [telegram], commands, settings: SETTINGS, clock, log });
  await app.start();
  await says(`/mulai ${store.transaction((tx) => invite(tx, DISTRICT, now))}`);
  await hears(/sudah aktif/);
  now = MORNING;
});
afterEach(async () => {
  await app.stop();
  store.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

function at(moment: string): void {
  now = new Date(moment).toISOString() as Instant;
  app.tick();
}

async function says(text: string, more: object = {}): Promise<void> {
  const date = Math.floor(Date.parse(now) / 1000);
  const message = { message_id: ++lastId, date, chat: GROUP, from: CAMAT, text, ...more };
  const [number] = api.queue({ message } as never);
  await api.until(() => api.confirmed() > number!);
}

const shown = () => api.messages.map(({ text, caption }) => text ?? caption ?? '');
const hears = (pattern: RegExp) => api.until(() => shown().some((text) => pattern.test(text)));
const REMINDER = /mohon balas pesan ini[\s\S]*3 hari lagi/;

function refuse(
  method: string,
  [code, description]: readonly [number, string],
  when?: RegExp,
  times = Number.POSITIVE_INFINITY,
): void {
  const says = ({ payload }: { payload: { text?: string } }) => !when || when.test(payload.text ?? '');
  api.fault(method, { kind: 'error', code, description }, times, says);
}
const refused = (method: string) => api.until(() => api.callsOf(method).some(({ result }) => !result));
/** The refusal is on the disk. */
const noted = async () => {
  const waits = () =>
    store
      .read((tx) => tx.outbox.queuedAfter(0 as never))
      .map(({ id }) => store.read((tx) => tx.outbox.get(id))!);
  while (!waits().some(({ refusal }) => refusal)) await new Promise(setImmediate);
};

describe('a group that refused', () => {
  it.each([
    ['the bot is no member', NOT_A_MEMBER],
    ['its id is unknown', [400, 'Bad Request: PEER_ID_INVALID'] as const],
    ['the bot must not write', NO_RIGHTS],
    ['it is restricted', [400, 'Bad Request: CHAT_RESTRICTED'] as const],
  ])('gets its reminder that day after all, when it is heard (%s)', async (_, why) => {
    refuse('sendMessage', why);
    at('2027-05-12T01:00:00Z');
    await refused('sendMessage');
    await noted();
    api.heal();
    at('2027-05-12T01:30:00Z');
    await says('/rekap');
    await hears(/Pembangunan|Rekap/);
    await hears(REMINDER);
    expect(store.read((tx) => tx.chats.linked())).toHaveLength(1);
    expect(shown().filter((text) => REMINDER.test(text))).toHaveLength(1);
  });

  it('gets its reminder by itself when the rights are back', async () => {
    refuse('sendMessage', NO_RIGHTS, REMINDER, 1);
    at('2027-05-12T01:00:00Z');
    await hears(REMINDER);
    expect(api.callsOf('sendMessage').filter(({ payload }) => REMINDER.test(payload.text))).toHaveLength(2);
  });

  it('does not get the reminder of another day, and /pengingat says what was refused and why', async () => {
    refuse('sendMessage', NO_RIGHTS, REMINDER);
    at('2027-05-12T01:00:00Z');
    await refused('sendMessage');
    await noted();
    await says('/pengingat');
    await hears(/Rabu, 12 Mei 2027, pengingat: bot tidak diizinkan menulis di grup; masih dicoba/);
    api.heal();
    at('2027-05-13T00:30:00Z');
    await says('/pengingat');
    await hears(/12 Mei 2027, pengingat: bot tidak diizinkan menulis di grup; tidak terkirim/);
    expect(shown().join()).not.toMatch(REMINDER);
  });

  it('and was linked to another kecamatan since gets nothing that was for the one before', async () => {
    const { code: petani } = area(DISTRICT)!.villages.find(({ name }) => name === 'Petani')!;
    store.transaction((tx) =>
      tx.people.give(tx.people.findOrAdd(['telegram:8' as UserRef], 'Budi Rahasia'), 'kades', petani, now),
    );
    refuse('sendMessage', NO_RIGHTS, /Rahasia/);
    at('2027-05-12T01:00:00Z');
    await refused('sendMessage');
    await noted();
    now = '2027-05-12T01:10:00.000Z' as Instant;
    await says('/lepas ya');
    await hears(/dilepas/);
    const code = store.transaction((tx) => invite(tx, '32.01.01' as DistrictCode, now));
    await says(`/mulai ${code}`, { from: { id: 9, is_bot: false, first_name: 'Camat Lain' } });
    await hears(/Cibinong/);
    await says('/pengingat', { from: { id: 9, is_bot: false, first_name: 'Camat Lain' } });
    await hears(/^Pengingat/);
    const before = shown().length;
    api.heal();
    at('2027-05-12T01:30:00Z');
    await says('/tenggat');
    await hears(/^Tenggat/);
    await api.until(() => store.read((tx) => tx.outbox.queuedAfter(0 as never)).length === 0);
    expect(shown().slice(before).join('\n')).not.toMatch(/Rahasia|Petani|Solapan/);
    expect(shown().find((text) => text.startsWith('Pengingat'))).not.toMatch(/tidak diizinkan/);
  });

  it('is told of a report for an hour, and not after it', async () => {
    refuse('sendMessage', NO_RIGHTS);
    await says('/lapor petani kantor sudah');
    await refused('sendMessage');
    await noted();
    now = '2027-05-12T01:20:00.000Z' as Instant;
    api.heal();
    await says('/status petani');
    await hears(/Dicatat untuk/);
    await hears(/kantor koperasi: berdiri/);
    refuse('sendMessage', NO_RIGHTS, /Dicatat/);
    await says('/lapor petani klinik sudah');
    await api.until(() => api.callsOf('sendMessage').some(({ payload }) => /klinik/.test(payload.text)));
    await noted();
    now = '2027-05-12T03:00:00.000Z' as Instant;
    api.heal();
    await says('/tenggat');
    await hears(/^Tenggat/);
    expect(shown().filter((text) => /Dicatat/.test(text))).toHaveLength(1);
  });

  it('and that was left is active again when it is heard: what is due that day comes', async () => {
    const member = (status: string) => ({ user: api.me, status });
    const change = {
      chat: GROUP,
      from: CAMAT,
      date: Date.parse(now) / 1000,
      old_chat_member: member('member'),
      new_chat_member: member('left'),
    };
    api.queue({ my_chat_member: change } as never);
    await api.until(() => api.unconfirmed() === 0);
    at('2027-05-12T01:00:00Z');
    expect(store.read((tx) => tx.chats.linked())).toEqual([]);
    await says('/status petani');
    at('2027-05-12T01:31:00Z');
    await hears(REMINDER);
  });
});

describe('a topic that was closed', () => {
  it('is left for the one that was last spoken in', async () => {
    store.transaction((tx) => tx.chats.link(REF, DISTRICT, now, '9'));
    await says('/status petani', { message_thread_id: 12, is_topic_message: true });
    await hears(/Petani/);
    const inClosed = ({ payload }: { payload: { message_thread_id?: number } }) =>
      payload.message_thread_id === 9;
    const why = { kind: 'error', code: 400, description: 'Bad Request: TOPIC_CLOSED' } as const;
    api.fault('sendMessage', why, Number.POSITIVE_INFINITY, inClosed);
    at('2027-05-12T01:00:00Z');
    await hears(REMINDER);
    const tries = api.callsOf('sendMessage').filter(({ payload }) => REMINDER.test(payload.text));
    expect(tries.map(({ payload }) => payload.message_thread_id)).toEqual([9, 12]);
  });
});

describe('files that a group does not allow', () => {
  const NO_PHOTOS = [400, 'Bad Request: not enough rights to send photos to the chat'] as const;
  const NO_FILES = [400, 'Bad Request: not enough rights to send documents to the chat'] as const;

  it('leave the Monday recap in words, with the reason', async () => {
    refuse('sendPhoto', NO_PHOTOS);
    at('2027-05-10T01:00:00Z');
    await hears(
      /Belum pernah melapor: Petani[\s\S]*Gambar rekap tidak dapat dikirim: grup ini tidak mengizinkan/,
    );
  });

  it.each([
    ['gambar', 'sendPhoto', NO_PHOTOS, /Gambar rekap tidak dapat dikirim: grup ini/],
    ['xlsx', 'sendDocument', NO_FILES, /Berkas Excel tidak dapat dikirim: grup ini/],
    ['pdf', 'sendDocument', NO_FILES, /Berkas PDF tidak dapat dikirim: grup ini/],
    ['pdf', 'sendDocument', [413, 'Request Entity Too Large'] as const, /Berkas PDF tidak dapat dikirim/],
  ])('are followed by the recap in words: /rekap %s', async (as, method, why, reason) => {
    refuse(method, why);
    await says(`/rekap ${as}`);
    await hears(reason);
    expect(shown().at(-1)).toContain('Belum pernah melapor: Petani');
    expect(api.callsOf(method)).toHaveLength(1);
  });
});
