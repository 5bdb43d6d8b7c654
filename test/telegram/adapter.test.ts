import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  type Acknowledgement,
  type Attachment,
  type PlatformEvent,
  type Receive,
  type Sendable,
  SendError,
} from '../../src/adapters/adapter.ts';
import { createTelegram, type Telegram, type TelegramOptions } from '../../src/adapters/telegram/telegram.ts';
import type { ChatRef, Instant, MessageRef } from '../../src/domain/ids.ts';
import type { Markup } from '../../src/text/markup.ts';
import { type ApiDouble, startApiDouble, TOKEN } from './api-double.ts';

const NOW = '2026-11-23T09:05:00.000Z' as Instant;
const GROUP = 'telegram:-1001234' as ChatRef;
const group = { id: -1001234, type: 'supergroup' as const, title: 'Kades Bantan' };
const siti = { id: 71, is_bot: false, first_name: 'Siti' };

let double: ApiDouble;
let telegram: Telegram;
let logged: string[];

/** No test waits for a backoff, and no press is answered blank by a machine that stood still. */
const limits: NonNullable<TelegramOptions['limits']> = { pressMs: 60_000, backoffMs: [1, 4] };

const create = (options: Partial<TelegramOptions> = {}): Telegram =>
  createTelegram({
    token: TOKEN,
    apiRoot: double.url,
    pace: 'unlimited',
    commands: [
      { name: 'lapor', description: 'Melapor', where: 'anywhere' },
      { name: 'grup', description: 'Mengatur grup', where: 'group' },
      { name: 'undangan', description: 'Memakai undangan', where: 'private' },
    ],
    clock: () => NOW,
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
    ...options,
    limits: { ...limits, ...options.limits },
  });

beforeEach(async () => {
  logged = [];
  double = await startApiDouble();
  telegram = create();
});

afterEach(async () => {
  vi.useRealTimers();
  await telegram.stop();
  await double.close();
  expect(logged.join('')).not.toContain(TOKEN);
});

const text = (words: string, message_id = 55) => ({
  message: { message_id, date: 1_795_424_000, chat: group, from: siti, text: words },
});
const pressOn = (id: string) => ({
  callback_query: { id, from: siti, chat_instance: '1', data: '/rekap', message: text('x', 40).message },
});
const words = (event: PlatformEvent) => (event.kind === 'message' ? event.text : event.kind);

/** A receiver that keeps what it was offered and answers as told. */
function receiver(
  answer: (event: PlatformEvent, offered: readonly string[]) => Acknowledgement = () => ({}),
) {
  const offered: string[] = [];
  const receive: Receive = async (event) => {
    offered.push(words(event));
    return answer(event, offered);
  };
  return { offered, receive };
}

/** A promise to be settled by the test. */
function gate<T>() {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const say = (fields: Partial<Sendable> = {}) =>
  telegram.send({ to: GROUP, text: 'halo' as Markup, ...fields }, 'key');

const failure = async (fields: Partial<Sendable> = {}): Promise<SendError> => {
  const error = await say(fields).then(
    () => undefined,
    (e) => e,
  );
  expect(error).toBeInstanceOf(SendError);
  expect(error.message + error.stack).not.toContain(TOKEN);
  expect(error.cause).toBeUndefined();
  return error;
};

const picture: Attachment = {
  as: 'picture',
  name: 'rekap.png',
  type: 'image/png',
  source: Buffer.from('png'),
};

// Receiving

test('start asks who it is, polls and sets the menus', async () => {
  await telegram.start(receiver().receive);
  await double.until(double.polled);
  await double.until(() => double.callsOf('setMyCommands').length === 6);
  expect(double.calls.slice(0, 2).map(({ method }) => method)).toEqual(['getMe', 'getUpdates']);
  expect(double.callsOf('getUpdates')[0]!.payload).toEqual({
    limit: 100,
    timeout: 0,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  });
  const menus = double
    .callsOf('setMyCommands')
    .map(({ payload }) => [
      payload.scope.type,
      payload.language_code,
      payload.commands.map((c: { command: string }) => c.command).join(),
    ]);
  expect(menus).toEqual([
    ['default', undefined, 'lapor'],
    ['default', 'id', 'lapor'],
    ['all_private_chats', undefined, 'lapor,undangan'],
    ['all_private_chats', 'id', 'lapor,undangan'],
    ['all_group_chats', undefined, 'lapor,grup'],
    ['all_group_chats', 'id', 'lapor,grup'],
  ]);
  expect(await telegram.identity()).toEqual({ username: 'kopdes_bot', seesAll: false });
  expect(telegram.lastContact()).toBe(NOW);
});

test('an update that is not built as it should be is counted and logged, and the next one is heard', async () => {
  const { offered, receive } = receiver();
  await telegram.start(receive);
  double.queue({ message: { ...text('rusak').message, date: 'x' } } as never, text('utuh', 56));
  await double.until(() => double.unconfirmed() === 0);
  expect(offered).toEqual(['utuh']);
  expect(telegram.counters?.()).toMatchObject({ unreadable: 1 });
  expect(logged.filter((line) => line.includes('event not readable'))).toHaveLength(1);
});

test.each<[string, Parameters<ApiDouble['fault']>[1]]>([
  ['told to wait for a month', { kind: 'error', code: 429, parameters: { retry_after: 2_592_000 } }],
  [
    'told to wait, and not how long',
    { kind: 'error', code: 429, parameters: { retry_after: 'lama' as never } },
  ],
  ['given updates without a number', { kind: 'instead', json: '{"ok":true,"result":[{"message":{}}]}' }],
  ['given half a number', { kind: 'instead', json: '{"ok":true,"result":[{"update_id":1.5}]}' }],
  ['given the same without end', { kind: 'instead', json: '{"ok":true,"result":[{"update_id":7}]}' }],
  ['given nothing without waiting', { kind: 'instead', json: '{"ok":true,"result":[]}' }],
])('%s, it does not ask again at once', async (_, fault) => {
  telegram = create({ limits: { backoffMs: [600_000, 600_000] } });
  double.fault('getUpdates', fault, 1000);
  await telegram.start(receiver().receive);
  await double.until(() => logged.join('').includes('no updates from Telegram'));
  const asked = double.callsOf('getUpdates').length;
  for (let i = 0; i < 20; i++) await telegram.identity().then(() => say());
  expect(double.callsOf('getUpdates').length).toBe(asked);
});

test('contact is what updates come in by: no other answer counts, and no error', async () => {
  double.fault('getUpdates', { kind: 'error', code: 500 }, 2);
  await telegram.start(receiver().receive);
  await double.until(() => double.callsOf('getUpdates').length === 2);
  expect(telegram.lastContact()).toBeUndefined();
  await double.until(double.polled);
  expect(telegram.lastContact()).toBe(NOW);
});

test('connections that stay open are listened to once', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error) => warnings.push(warning);
  process.on('warning', warned);
  await telegram.start(receiver().receive);
  for (let i = 1; i <= 15; i++) {
    await double.until(double.polled);
    double.queue({
      message: { message_id: i, date: 1, chat: { id: 1, type: 'private' }, text: 'x' },
    } as never);
    await double.until(() => double.unconfirmed() === 0);
  }
  await new Promise(setImmediate);
  process.off('warning', warned);
  expect(warnings).toEqual([]);
});

test('a batch is offered in order at once, and confirmed when all of it was taken', async () => {
  const { open, opened } = gate<Acknowledgement>();
  const offered: string[] = [];
  const [, , last] = double.queue(text('a'), text('b'), text('c'));
  await telegram.start((event) => {
    offered.push(words(event));
    return words(event) === 'b' ? opened : Promise.resolve({});
  });
  await double.until(() => double.callsOf('getUpdates').length === 1 && offered.length === 3);
  expect(offered).toEqual(['a', 'b', 'c']);
  expect(double.confirmed()).toBe(0);
  open({});
  await double.until(() => double.confirmed() > 0);
  expect(double.confirmed()).toBe(last! + 1);
});

test('what was not taken is offered again before anything is confirmed', async () => {
  const { offered, receive } = receiver((event, so) => {
    if (words(event) === 'b' && so.filter((w) => w === 'b').length < 4) throw new Error('database is locked');
    return {};
  });
  double.queue(text('a'), text('b'), text('c'));
  await telegram.start(receive);
  await double.until(() => double.confirmed() > 0);
  expect(offered).toEqual(['a', 'b', 'c', 'b', 'b', 'b']);
  expect(double.callsOf('getUpdates').length).toBe(2);
});

test('a receiver that throws at once is no different', async () => {
  let tries = 0;
  double.queue(text('a'));
  await telegram.start(() => {
    if (++tries === 1) throw new Error('not open');
    return Promise.resolve({});
  });
  await double.until(() => double.confirmed() > 0);
  expect(tries).toBe(2);
});

test('an update that comes twice is offered twice, and one that means nothing is passed over', async () => {
  const { offered, receive } = receiver();
  const [first] = double.queue(
    text('a'),
    { poll_answer: {} } as object,
    { message: { text: 'broken' } } as object,
  );
  await telegram.start(receive);
  await double.until(() => double.confirmed() === first! + 3);
  double.queue({ ...text('a'), update_id: first! + 3 });
  await double.until(() => double.confirmed() === first! + 4);
  expect(offered).toEqual(['a', 'a']);
});

test('polling goes on after errors of the server and the network', async () => {
  const { offered, receive } = receiver();
  double.fault('getUpdates', { kind: 'drop' });
  double.fault('getUpdates', { kind: 'gateway' });
  double.fault('getUpdates', { kind: 'error', code: 500, description: 'Internal Server Error' });
  double.fault('getUpdates', { kind: 'drop-after' });
  double.queue(text('a'));
  await telegram.start(receive);
  await double.until(() => double.confirmed() > 0);
  expect(offered).toEqual(['a']);
});

test('polling goes on after an answer that switches protocols, and a message may have arrived', async () => {
  const { offered, receive } = receiver();
  double.fault('getUpdates', { kind: 'switch' });
  double.fault('sendMessage', { kind: 'switch' });
  double.queue(text('a'));
  await telegram.start(receive);
  expect((await failure()).outcome).toBe('unknown');
  await double.until(() => double.confirmed() > 0);
  expect(offered).toEqual(['a']);
});

test('what is too long to be read at once is asked for in smaller batches, and then in full ones again', async () => {
  const { offered, receive } = receiver();
  const isLarge = ({ payload }: { payload: { limit?: number } }) => payload.limit! > 1;
  double.fault('getUpdates', { kind: 'instead', json: ' '.repeat(20_000_001) }, 2, isLarge);
  double.queue(text('a'), text('b'));
  await telegram.start(receive);
  await double.until(() => double.unconfirmed() === 0);
  expect(offered).toEqual(['a', 'b']);
  expect(double.callsOf('getUpdates').map(({ payload }) => payload.limit)).toEqual([100, 10, 1, 100, 100]);
  expect(logged.filter((line) => line.includes('AnswerTooLong'))).toHaveLength(2);
});

test('a poll that gets no answer at all is given up and asked again', async () => {
  telegram = create({ limits: { pollSeconds: 0, callMs: 30 } });
  double.fault('getUpdates', { kind: 'hang' });
  double.queue(text('a'));
  await telegram.start(receiver().receive);
  await double.until(() => double.confirmed() > 0);
});

test('start waits out a server that cannot be reached, and a menu that fails stops nothing', async () => {
  double.fault('getMe', { kind: 'drop' });
  double.fault('getMe', { kind: 'error', code: 502, description: 'Bad Gateway' });
  double.fault('setMyCommands', {
    kind: 'error',
    code: 400,
    description: 'Bad Request: BOT_COMMAND_INVALID',
  });
  double.fault('setMyCommands', { kind: 'drop' }, 2);
  await telegram.start(receiver().receive);
  await double.until(() => double.polled() && double.callsOf('setMyCommands').length === 8);
  expect(double.callsOf('getMe').length).toBe(3);
});

test('a webhook in the way is removed, however often that takes', async () => {
  const description = "Conflict: can't use getUpdates method while webhook is active";
  double.fault('getUpdates', { kind: 'error', code: 409, description }, 2);
  double.fault('deleteWebhook', { kind: 'error', code: 500 });
  await telegram.start(receiver().receive);
  await double.until(double.polled);
  expect(double.callsOf('deleteWebhook').map(({ payload }) => payload)).toEqual([
    { drop_pending_updates: false },
    { drop_pending_updates: false },
  ]);
});

test('a poll that setWebhook ended is followed by another one', async () => {
  await telegram.start(receiver().receive);
  await double.until(double.polled);
  double.conflict('setWebhook');
  await double.until(() => double.callsOf('deleteWebhook').length === 1 && double.polled());
});

const REFUSED = { kind: 'error', code: 401, description: 'Unauthorized' } as const;

test.each([401, 404])('a token that is refused once (%i) is tried again', async (code) => {
  double.fault('getMe', { ...REFUSED, code });
  await telegram.start(receiver().receive);
  await double.until(double.polled);
  double.fault('getUpdates', { ...REFUSED, code });
  double.queue(text('a'));
  await double.until(() => double.unconfirmed() === 0 && double.polled());
});

test('a wrong token is told of when it was refused again and again', async () => {
  const token = '4242:AAHsome-other-token-that-is-not-the-one';
  telegram = create({ token });
  const error = await telegram.start(receiver().receive).catch((e) => e);
  expect(error).toMatchObject({ name: 'PlatformUnusable', why: 'token' });
  expect(error.message + error.stack + logged.join('')).not.toContain(token);
});

test('a token that is revoked later is told of', async () => {
  await telegram.start(receiver().receive);
  await double.until(double.polled);
  for (const method of ['getUpdates', 'getMe']) double.fault(method, REFUSED, Number.POSITIVE_INFINITY);
  double.queue(text('a'));
  expect(await telegram.failed).toMatchObject({ name: 'PlatformUnusable', why: 'token' });
  double.heal();
});

test('of two processes with one token the later one gives way', async () => {
  const early = create({ limits: { settledMs: 0 } });
  await early.start(receiver().receive);
  await double.until(double.polled);
  await telegram.start(receiver().receive);
  expect(await telegram.failed).toMatchObject({ name: 'PlatformUnusable', why: 'other-poller' });
  const { offered, receive } = receiver();
  await early.stop();
  const again = create();
  await again.start(receive);
  double.queue(text('a'));
  await double.until(() => offered.length === 1);
  await again.stop();
});

test('a process that was here first outlives any number of conflicts, and warns once', async () => {
  telegram = create({ limits: { settledMs: 0 } });
  const { offered, receive } = receiver();
  await telegram.start(receive);
  for (let i = 0; i < 10; i++) {
    await double.until(double.polled);
    double.conflict();
  }
  double.queue(text('a'));
  await double.until(() => offered.length === 1);
  expect(logged.join('').match(/another process polls/g)).toHaveLength(1);
});

test('a stray poll at the start sends nobody away', async () => {
  const { offered, receive } = receiver();
  await telegram.start(receive);
  for (let i = 0; i < 2; i++) {
    await double.until(double.polled);
    double.conflict();
  }
  double.queue(text('a'));
  await double.until(() => offered.length === 1);
});

// Stopping

test('stop ends a waiting poll at once and confirms what was taken', async () => {
  const [update] = double.queue(text('a'));
  await telegram.start(receiver().receive);
  await double.until(double.polled);
  await telegram.stop();
  expect(double.callsOf('getUpdates').at(-1)!.payload).toMatchObject({ offset: update! + 1, timeout: 0 });
  expect(double.unconfirmed()).toBe(0);
});

test('stop waits for the batch under way and confirms it', async () => {
  const { open, opened } = gate<Acknowledgement>();
  const { offered, receive } = receiver();
  double.queue(text('a'));
  await telegram.start(async (event) => {
    await receive(event);
    return opened;
  });
  await double.until(() => double.calls.length > 2 && offered.length === 1);
  let stopped = false;
  const stop = telegram.stop().then(() => {
    stopped = true;
  });
  await telegram.identity().catch(() => undefined);
  expect(stopped).toBe(false);
  expect(double.unconfirmed()).toBe(1);
  open({});
  await stop;
  expect(double.unconfirmed()).toBe(0);
  expect(double.callsOf('getUpdates').length).toBe(2);
});

test('stop leaves what was not taken to the next start', async () => {
  telegram = create({ limits: { backoffMs: [60_000, 60_000] } });
  const failed = gate<void>();
  double.queue(text('a'));
  await telegram.start(async () => {
    failed.open();
    throw new Error('disk full');
  });
  await failed.opened;
  await telegram.stop();
  expect(double.unconfirmed()).toBe(1);
  const { offered, receive } = receiver();
  telegram = create();
  await telegram.start(receive);
  await double.until(() => double.unconfirmed() === 0);
  expect(offered).toEqual(['a']);
});

test('stop before the server was reached ends the start', async () => {
  double.fault('getMe', { kind: 'hang' });
  const started = telegram.start(receiver().receive);
  await double.until(() => double.callsOf('getMe').length === 1);
  await telegram.stop();
  await started;
  expect(double.callsOf('getUpdates')).toEqual([]);
});

// Reactions

test('a report is marked with an emoji that bots may use; a press and another chat are not', async () => {
  telegram = create({ reactions: true });
  const chat = 'telegram:-100' as ChatRef;
  await telegram.react!(chat, 'telegram:-100:55' as MessageRef);
  await telegram.react!(chat, 'telegram:press:77' as MessageRef);
  await telegram.react!(chat, 'telegram:-200:55' as MessageRef);
  expect(double.callsOf('setMessageReaction').map(({ payload, result }) => ({ ...payload, result }))).toEqual(
    [{ chat_id: -100, message_id: 55, reaction: [{ type: 'emoji', emoji: '✍' }], result: true }],
  );
});

test('a reaction that is refused is not repeated and tells no token; without the setting there is none', async () => {
  telegram = create({ reactions: true });
  double.fault('setMessageReaction', { kind: 'error', code: 429, parameters: { retry_after: 1 } });
  const refused = telegram.react!('telegram:-100' as ChatRef, 'telegram:-100:55' as MessageRef);
  await expect(refused).rejects.toThrow(/429/);
  await expect(refused).rejects.not.toThrow(TOKEN);
  expect(double.callsOf('setMessageReaction')).toHaveLength(1);
  expect(create().react).toBeUndefined();
});

// Presses

const answers = () => double.callsOf('answerCallbackQuery').map((call) => call.payload);

test.each<[string, Acknowledgement, object]>([
  ['nothing', {}, {}],
  ['a toast', { toast: 'Tersimpan' }, { text: 'Tersimpan', show_alert: false }],
  ['an alert', { alert: 'Bukan desa Anda' }, { text: 'Bukan desa Anda', show_alert: true }],
  ['an alert rather than a toast', { toast: 'x', alert: 'y' }, { text: 'y', show_alert: true }],
  ['a long toast', { toast: `${'x'.repeat(198)}👍👍` }, { text: `${'x'.repeat(198)}…`, show_alert: false }],
])('a press is answered once, with %s', async (_, acknowledgement, expected) => {
  double.queue(pressOn('9'));
  await telegram.start(receiver(() => acknowledgement).receive);
  await double.until(() => answers().length === 1);
  await telegram.stop();
  expect(answers()).toEqual([{ callback_query_id: '9', ...expected }]);
});

test('a new name of the bot is asked for when it is called by it; the old one is known for a week', async () => {
  let now = NOW;
  telegram = create({ clock: () => now });
  const { offered, receive } = receiver();
  await telegram.start(receive);
  const later = (ms: number) => {
    now = new Date(Date.parse(now) + ms).toISOString() as Instant;
  };
  const asked = () => double.callsOf('getMe').length;
  const hears = async (command: string) => {
    const [update] = double.queue(text(command));
    await double.until(() => double.confirmed() > update!);
  };
  await hears('/rekap@bot_lain_bot');
  await hears('/rekap@bot_lain_bot');
  expect(asked()).toBe(2);
  double.me.username = 'kopdes_baru_bot';
  await hears('/rekap@kopdes_baru_bot');
  await hears('/belum@kopdes_bot');
  await hears('/status@bot_lain_bot');
  expect(offered).toEqual(['', '', '/rekap', '/belum', '']);
  expect(asked()).toBe(3);
  await say({ text: 'Ketik /lapor' as Markup });
  expect(double.messages.at(-1)!.text).toBe('Ketik /lapor@kopdes_baru_bot');
  later(7 * 86_400_000);
  await hears('/belum@kopdes_bot');
  await hears('/belum@kopdes_bot');
  expect(offered).toEqual(['', '', '/rekap', '/belum', '', '', '']);
});

test('privacy mode is asked for when the bot is put into a group; where that fails, it goes on with what it knew', async () => {
  const events: PlatformEvent[] = [];
  await telegram.start(async (event) => {
    events.push(event);
    return {};
  });
  const member = (before: string, after: string) => ({
    my_chat_member: {
      chat: group,
      from: siti,
      date: 1_795_424_000,
      old_chat_member: { status: before, user: double.me },
      new_chat_member: { status: after, user: double.me },
    },
  });
  double.me.can_read_all_group_messages = true;
  double.queue(member('left', 'member') as never);
  await double.until(() => double.unconfirmed() === 0);
  double.me.can_read_all_group_messages = false;
  double.fault('getMe', { kind: 'drop' });
  double.queue(member('left', 'member') as never);
  await double.until(() => double.unconfirmed() === 0);
  double.queue(member('left', 'member') as never);
  await double.until(() => double.unconfirmed() === 0);
  expect(events.map((event) => event.kind === 'added' && event.seesAll)).toEqual([true, true, false]);
});

test('an answer that does not say who the bot is is asked for again at the start, and later passed over', async () => {
  let now = '2027-04-01T02:00:00.000Z' as Instant;
  telegram = create({ clock: () => now });
  const senseless = ['true', '{}', '[]', 'null', '{"id":"x","username":"x"}', '{"id":1,"username":7}'];
  const answerSenselessly = () => {
    for (const result of senseless)
      double.fault('getMe', { kind: 'instead', json: `{"ok":true,"result":${result}}` });
  };
  answerSenselessly();
  const { offered, receive } = receiver();
  await telegram.start(receive);
  expect(double.callsOf('getMe').length).toBe(senseless.length + 1);
  answerSenselessly();
  for (const _ of senseless) {
    now = new Date(Date.parse(now) + 3_600_000).toISOString() as Instant;
    const [update] = double.queue(text('/rekap@kopdes_bot'));
    await double.until(() => double.confirmed() > update!);
  }
  expect(double.callsOf('getMe').length).toBe(2 * senseless.length + 1);
  expect(offered).toEqual(senseless.map(() => '/rekap'));
});

test('a press that takes too long is answered blank, and only once', async () => {
  telegram = create({ limits: { pressMs: 5 } });
  const { open, opened } = gate<Acknowledgement>();
  double.queue(pressOn('9'), text('a'));
  await telegram.start((event) => (words(event) === 'a' ? Promise.resolve({}) : opened));
  await double.until(() => answers().length === 1);
  open({ toast: 'Tersimpan' });
  await double.until(() => double.confirmed() > 0);
  await telegram.stop();
  expect(answers()).toEqual([{ callback_query_id: '9' }]);
});

test('a press that was not taken is answered when it is', async () => {
  let tries = 0;
  double.queue(pressOn('9'));
  await telegram.start(async () => {
    if (++tries < 3) throw new Error('database is locked');
    return { toast: `percobaan ${tries}` };
  });
  await double.until(() => double.confirmed() > 0);
  await telegram.stop();
  expect(answers()).toMatchObject([{ text: 'percobaan 3' }]);
});

test('so many presses at most are answered at once, and the next ones again', async () => {
  double.fault('answerCallbackQuery', { kind: 'hang' }, Number.POSITIVE_INFINITY);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  double.queue(...Array.from({ length: 200 }, (_, i) => pressOn(`${i}`)));
  await telegram.start(receiver().receive);
  await double.until(() => double.unconfirmed() === 0 && answers().length >= 50);
  expect(answers()).toHaveLength(50);
  vi.advanceTimersByTime(15_000);
  double.heal();
  await new Promise(setImmediate);
  double.queue(pressOn('x'));
  await double.until(() => answers().length > 50);
  expect(answers().at(-1)).toMatchObject({ callback_query_id: 'x' });
  await telegram.stop();
});

test('an answer that comes too late is let go, and holds nothing up', async () => {
  const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
  double.fault('answerCallbackQuery', { kind: 'error', code: 400, description });
  double.fault('answerCallbackQuery', { kind: 'hang' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  double.queue(pressOn('9'), pressOn('10'));
  await telegram.start(receiver().receive);
  await double.until(() => double.confirmed() > 0 && answers().length === 2);
  const stopped = telegram.stop();
  vi.advanceTimersByTime(15_000);
  await stopped;
  expect(answers().length).toBe(2);
});

// Sending

test('what was sent has a ref, and a file its id', async () => {
  expect(await say()).toEqual({ ref: 'telegram:-1001234:501' });
  expect(await say({ attachments: [picture] })).toEqual({
    ref: 'telegram:-1001234:502',
    uploads: ['file-2'],
  });
  expect(double.callsOf('sendPhoto')[0]).toMatchObject({
    payload: { chat_id: -1001234, caption: 'halo', parse_mode: 'HTML' },
  });
  expect(Object.values(double.callsOf('sendPhoto')[0]!.files)).toEqual([{ name: 'rekap.png', bytes: 3 }]);
  const again = { ...picture, source: { uploaded: 'file-2' } };
  expect((await say({ attachments: [again, picture] })).uploads!.length).toBe(2);
  expect(double.callsOf('sendMediaGroup')[0]!.payload.media[0]).toMatchObject({
    media: 'file-2',
    caption: 'halo',
  });
});

test.each<[string, Parameters<ApiDouble['fault']>[1], object]>([
  [
    'told to wait',
    {
      kind: 'error',
      code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    },
    { outcome: 'not-sent', detail: { retryAfterSeconds: 7 } },
  ],
  [
    'kicked',
    { kind: 'error', code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
    { outcome: 'refused', detail: { refusal: 'gone' } },
  ],
  [
    'no such chat',
    { kind: 'error', code: 400, description: 'Bad Request: chat not found' },
    { outcome: 'refused', detail: { refusal: 'gone' } },
  ],
  [
    'a deleted group',
    { kind: 'error', code: 400, description: 'Bad Request: group chat was deleted' },
    { outcome: 'refused', detail: { refusal: 'gone' } },
  ],
  [
    'a migrated group',
    {
      kind: 'error',
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -100999 },
    },
    { outcome: 'not-sent', detail: { movedTo: 'telegram:-100999' } },
  ],
  [
    'a group that moved to no number',
    { kind: 'error', code: 400, description: 'x', parameters: { migrate_to_chat_id: 'abc' as never } },
    { outcome: 'refused', detail: { refusal: 'message' } },
  ],
  [
    'no right to write',
    {
      kind: 'error',
      code: 400,
      description: 'Bad Request: not enough rights to send text messages to the chat',
    },
    { outcome: 'refused', detail: { refusal: 'rights' } },
  ],
  [
    'a right to write that is denied with 403',
    {
      kind: 'error',
      code: 403,
      description: 'Forbidden: not enough rights to send text messages to the chat',
    },
    { outcome: 'refused', detail: { refusal: 'rights' } },
  ],
  [
    'a chat that may be read only',
    { kind: 'error', code: 400, description: 'Bad Request: Have no write access to the chat' },
    { outcome: 'refused', detail: { refusal: 'rights' } },
  ],
  [
    'a restricted chat',
    { kind: 'error', code: 400, description: 'Bad Request: CHAT_RESTRICTED' },
    { outcome: 'refused', detail: { refusal: 'rights' } },
  ],
  [
    'no right to send photos',
    { kind: 'error', code: 400, description: 'Bad Request: not enough rights to send photos to the chat' },
    { outcome: 'refused', detail: { refusal: 'files' } },
  ],
  [
    'an unknown peer',
    { kind: 'error', code: 400, description: 'Bad Request: PEER_ID_INVALID' },
    { outcome: 'refused', detail: { refusal: 'gone' } },
  ],
  [
    'a text that is not accepted',
    { kind: 'error', code: 400, description: 'Bad Request: message text is empty' },
    { outcome: 'refused', detail: { refusal: 'message' } },
  ],
  [
    'a revoked token',
    { kind: 'error', code: 401, description: 'Unauthorized' },
    { outcome: 'not-sent', detail: {} },
  ],
  [
    'a server error',
    { kind: 'error', code: 500, description: 'Internal Server Error' },
    { outcome: 'unknown' },
  ],
  ['a gateway that gave up', { kind: 'gateway' }, { outcome: 'unknown' }],
  ['nothing, in JSON', { kind: 'instead', json: 'null' }, { outcome: 'unknown' }],
  ['success, without a message', { kind: 'instead', json: '{"ok":true}' }, { outcome: 'unknown' }],
  ['success, and no more', { kind: 'instead', json: '{"ok":true,"result":true}' }, { outcome: 'unknown' }],
  ['a connection lost before', { kind: 'drop' }, { outcome: 'unknown' }],
  ['a connection lost after', { kind: 'drop-after' }, { outcome: 'unknown' }],
])('%s', async (_, fault, expected) => {
  double.fault('sendMessage', fault);
  expect(await failure()).toMatchObject(expected);
  expect(double.callsOf('sendMessage').length).toBe(1);
});

test.each<[string, Partial<Sendable>, string, number]>([
  ['a message', {}, 'sendMessage', 20_000],
  ['an upload', { attachments: [picture] }, 'sendPhoto', 60_000],
])('%s without an answer may have arrived', async (_, fields, method, ms) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  double.fault(method, { kind: 'hang' });
  const failed = failure(fields);
  await double.until(() => double.callsOf(method).length === 1);
  vi.advanceTimersByTime(ms);
  expect(await failed).toMatchObject({ outcome: 'unknown' });
});

test('a server that takes no connections got nothing', async () => {
  const unused = createServer();
  await new Promise<void>((resolve) => unused.listen(0, '127.0.0.1', resolve));
  const { port } = unused.address() as AddressInfo;
  await new Promise((resolve) => unused.close(resolve));
  telegram = create({ apiRoot: `http://127.0.0.1:${port}` });
  expect(await failure()).toMatchObject({ outcome: 'not-sent' });
  telegram = create({ apiRoot: 'http://tidak-ada.invalid' });
  expect(await failure()).toMatchObject({ outcome: 'not-sent' });
});

test('a server that went away after it was known got nothing either', async () => {
  await telegram.identity();
  await double.close();
  // As soon as the kept connection has heard of its end; a call until then may have arrived.
  while ((await failure()).outcome !== 'not-sent') await new Promise(setImmediate);
  double = await startApiDouble();
});

test('whatever goes wrong before it knows its own name, nothing was sent', async () => {
  double.fault('getMe', { kind: 'drop-after' });
  expect(await failure()).toMatchObject({ outcome: 'not-sent' });
  expect((await say()).ref).toBeDefined();
});

test('what no call can say is refused, and not tried', async () => {
  const choices = [{ label: 'Ya', command: 'x'.repeat(65) }];
  expect(await failure({ choices })).toMatchObject({ outcome: 'refused', detail: {} });
  expect(double.callsOf('sendMessage')).toEqual([]);
});

// Simpler forms

const refuse = (method: string, description: string, times = 1) =>
  double.fault(method, { kind: 'error', code: 400, description: `Bad Request: ${description}` }, times);

test.each(['message thread not found', 'TOPIC_CLOSED'])(
  '%s: the message goes to the general topic',
  async (why) => {
    refuse('sendMessage', why);
    await say({ thread: '9', quotes: 'telegram:-1001234:55' as MessageRef });
    const [first, second] = double.callsOf('sendMessage').map((call) => call.payload);
    expect(first).toMatchObject({ message_thread_id: 9, reply_parameters: { message_id: 55 } });
    expect(second).not.toHaveProperty('message_thread_id');
    expect(second).not.toHaveProperty('reply_parameters');
  },
);

test('a closed topic: the message goes to the one last spoken in, and to the general one last', async () => {
  refuse('sendMessage', 'TOPIC_CLOSED', 2);
  await say({ thread: '9', lastThread: '12' });
  const threads = double.callsOf('sendMessage').map((call) => call.payload.message_thread_id);
  expect(threads).toEqual([9, 12, undefined]);
});

test('a closed general topic is a refusal', async () => {
  refuse('sendMessage', 'TOPIC_CLOSED', 2);
  expect(await failure({ thread: '9' })).toMatchObject({ outcome: 'refused', detail: { refusal: 'topic' } });
  expect(double.callsOf('sendMessage').length).toBe(2);
});

test('a quoted message that is gone is left out', async () => {
  refuse('sendMessage', 'message to be replied not found');
  await say({ thread: '9', quotes: 'telegram:-1001234:55' as MessageRef });
  const second = double.callsOf('sendMessage')[1]!.payload;
  expect(second).toMatchObject({ message_thread_id: 9 });
  expect(second).not.toHaveProperty('reply_parameters');
});

test('markup that Telegram cannot read is sent without', async () => {
  refuse('sendMessage', "can't parse entities: Unsupported start tag");
  await say({ text: '<b>Bantan</b> R&amp;D' as Markup });
  expect(double.callsOf('sendMessage').map((call) => call.payload.text)).toEqual([
    '<b>Bantan</b> R&amp;D',
    'Bantan R&amp;D',
  ]);
});

test.each(['PHOTO_INVALID_DIMENSIONS', "can't use file of type Document as Photo"])(
  'a picture that Telegram does not take (%s) is sent as a document',
  async (why) => {
    refuse('sendPhoto', why);
    expect(await say({ attachments: [picture] })).toMatchObject({ uploads: ['file-1'] });
    expect(double.callsOf('sendDocument').length).toBe(1);
  },
);

test('an edit shows the new text, and one that changes nothing is done', async () => {
  const { ref: edits } = await say();
  expect(await say({ edits, text: 'baru' as Markup })).toEqual({ ref: edits });
  expect(await say({ edits, text: 'baru' as Markup })).toEqual({ ref: edits });
  expect(double.messages.map((message) => message.text)).toEqual(['baru']);
});

test('the edit of a picture changes its caption', async () => {
  const { ref: edits } = await say({ attachments: [picture] });
  expect(await say({ edits, text: 'baru' as Markup })).toEqual({ ref: edits });
  expect(double.messages.map((message) => message.caption)).toEqual(['baru']);
});

test.each(["message can't be edited", 'message to edit not found'])('%s: a new message', async (why) => {
  const { ref: edits } = await say();
  refuse('editMessageText', why);
  const { ref } = await say({ edits, text: 'baru' as Markup });
  expect(ref).not.toBe(edits);
  expect(double.messages.map((message) => message.text)).toEqual(['halo', 'baru']);
});

test('an edit whose answer was lost can be made again', async () => {
  const { ref: edits } = await say();
  double.fault('editMessageText', { kind: 'drop-after' });
  expect(await failure({ edits, text: 'baru' as Markup })).toMatchObject({ outcome: 'not-sent' });
  expect(await say({ edits, text: 'baru' as Markup })).toEqual({ ref: edits });
});
