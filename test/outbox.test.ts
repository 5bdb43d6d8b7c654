import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatAdapter } from '../src/adapters/adapter.ts';
import type { ChatRef, DistrictCode, Instant, LocalDate } from '../src/domain/ids.ts';
import { seeded } from '../src/domain/pace.ts';
import { recapRenderer } from '../src/features/recap/renderer.ts';
import { createLog } from '../src/log.ts';
import type { FileRenderer } from '../src/outbox/attachments.ts';
import { createCommitLoop } from '../src/outbox/commit-loop.ts';
import { createLane } from '../src/outbox/lane.ts';
import { createLanes } from '../src/outbox/lanes.ts';
import { createRateLimit } from '../src/outbox/rate-limit.ts';
import { createRelay } from '../src/outbox/relay.ts';
import type { Queued } from '../src/store/outbox.ts';
import type { Store } from '../src/store/store.ts';
import type { Tx } from '../src/store/tx.ts';
import { literal } from '../src/text/markup.ts';
import { inDatabase, onPostgres, openTestStore } from './engine.ts';
import { makeFolder } from './folder.ts';
import { outboxStates } from './outbox-states.ts';
import { sample } from './recap/sample.ts';
import { type ApiDouble, startApiDouble } from './telegram/api-double.ts';
import { telegramOn } from './telegram/on-double.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const GROUP = 'telegram:-100' as ChatRef;

describe('the outbox', () => {
  let folder: string;
  let store: Store;
  let api: ApiDouble;
  let now = NOW;

  beforeEach(async () => {
    folder = makeFolder();
    store = openTestStore(join(folder, 'test.sqlite'));
    api = await startApiDouble();
    now = NOW;
    store.transaction((tx) => tx.chats.seen(GROUP, 'group', 'KDMP'));
    store.transaction((tx) => tx.chats.open('14.03.16' as DistrictCode, '2027-05-15' as LocalDate, NOW));
    store.transaction((tx) => tx.chats.link(GROUP, '14.03.16' as DistrictCode, NOW, null));
  });
  afterEach(async () => {
    await api.close();
    store.close();
    rmSync(folder, { recursive: true });
  });

  const post = (text: string, more = {}) =>
    store.transaction((tx) => tx.outbox.add({ to: GROUP, content: { text: literal(text) }, ...more }, NOW));

  /** A delivering process; `until` waits for a state of the store. */
  function deliver({
    failed = () => {},
    files = recapRenderer,
    elapsed = () => performance.now(),
  }: {
    readonly failed?: () => void;
    readonly files?: FileRenderer;
    readonly elapsed?: () => number;
  } = {}) {
    const log = createLog('error', { write: failed });
    const clock = () => now;
    const telegram = telegramOn(api, clock, log);
    const works: ((tx: Tx) => void)[] = [];
    const events = {
      write(tx: Tx) {
        for (const work of works.splice(0)) work(tx);
      },
    };
    const loop = createCommitLoop(store, () => [relay.completions, events, relay.claims], log);
    const adapterOf = () => telegram;
    const relay = createRelay({ store, adapterOf, files, loop, clock, elapsed, log });
    relay.open(telegram);
    const write = (work: (tx: Tx) => void) => {
      works.push(work);
      loop.wake();
    };
    return { ...relay, wake: loop.wake, write };
  }
  const until = async (state: object) => {
    while (JSON.stringify(outboxStates(store)) !== JSON.stringify(state)) await new Promise(setImmediate);
  };
  /** Waits until a row was tried so often, and waits for its next try. */
  const tried = async (id: ReturnType<typeof post>, times: number) => {
    const row = () => store.read((tx) => tx.outbox.get(id));
    while (row()?.tries !== times || row()?.state !== 'queued') await new Promise(setImmediate);
  };
  const texts = () => api.callsOf('sendMessage').map((call) => call.payload.text as string);

  it('sends in the order of writing within a chat, answers before what the clock sends', async () => {
    post('pengingat', { scheduled: true });
    for (const text of ['satu', 'dua', 'tiga']) post(text);
    const relay = deliver();
    await until({ sent: 4 });
    expect(texts()).toEqual(['satu', 'dua', 'tiga', 'pengingat']);
    await relay.stop();
  });

  it('goes on in each chat whose send outlasts one in another chat', async () => {
    api.fault('sendMessage', { kind: 'delay', ms: 100 }, 1, ({ payload }) => payload.text === 'satu');
    for (const text of ['satu', 'tiga']) post(text);
    post('dua', { to: 'telegram:-200' });
    const relay = deliver();
    await until({ sent: 3 });
    expect(texts()).toEqual(expect.arrayContaining(['satu', 'dua', 'tiga']));
    await relay.stop();
  });

  /** Ten answers, of which eight are claimed together; `meanwhile` runs while the first one is on its way. */
  async function inOneRun(meanwhile: () => unknown) {
    for (let n = 1; n <= 10; n += 1) post(`jawaban ${n}.`);
    api.fault('sendMessage', { kind: 'delay', ms: 50 });
    const relay = deliver();
    await api.until(() => api.callsOf('sendMessage').length === 1);
    expect(outboxStates(store)).toEqual({ queued: 2, sending: 8 });
    await meanwhile();
    return relay;
  }
  const tenAnswers = Array.from({ length: 10 }, (_, i) => `jawaban ${i + 1}.`);

  it('claims answers of a chat together, and sends one after another', async () => {
    const relay = await inOneRun(() => {});
    await until({ sent: 10 });
    expect(texts()).toEqual(tenAnswers);
    await relay.stop();
  });

  it('puts back what was claimed behind a failing answer: in order, and unmarked', async () => {
    api.fault('sendMessage', { kind: 'drop-after' }, 1, ({ payload }) => payload.text === 'jawaban 3.');
    const relay = await inOneRun(() => {});
    await tried(3 as never, 1);
    expect(store.read((tx) => [4, 8, 9].map((id) => tx.outbox.get(id as never)?.tries))).toEqual([0, 0, 0]);
    await until({ sent: 10 });
    const marked = expect.stringMatching(/^jawaban 3\.\n.*dikirim ulang/);
    expect(texts()).toEqual([...tenAnswers.slice(0, 3), marked, ...tenAnswers.slice(3)]);
    await relay.stop();
  });

  it('sends nothing more of what was claimed together once it is stopped', async () => {
    const relay = await inOneRun(() => {});
    await relay.stop();
    expect([outboxStates(store), texts()]).toEqual([{ queued: 9, sent: 1 }, tenAnswers.slice(0, 1)]);
  });

  it('sends nothing more of it in a group that was linked to another area meanwhile', async () => {
    const relay = await inOneRun(() =>
      store.transaction((tx) => {
        tx.chats.open('14.03.01' as DistrictCode, '2027-05-15' as LocalDate, NOW);
        tx.chats.link(GROUP, '14.03.01' as DistrictCode, NOW, null);
      }),
    );
    await until({ failed: 9, sent: 1 });
    expect(texts()).toEqual(tenAnswers.slice(0, 1));
    await relay.stop();
  });

  it('draws a picture before its turn: the chat goes on meanwhile, and a kill finds it still waiting', async () => {
    const picture = post('gambar', {
      content: { text: literal('gambar'), file: { as: 'png', recap: sample(3) } },
    });
    post('jawaban');
    let draw = () => {};
    const turn = new Promise<void>((resolve) => {
      draw = resolve;
    });
    const render: FileRenderer['render'] = (file) => turn.then(() => recapRenderer.render(file));
    const relay = deliver({ files: { ...recapRenderer, render } });
    await until({ queued: 1, sent: 1 });
    expect([texts(), store.read((tx) => tx.outbox.get(picture))?.state]).toEqual([['jawaban'], 'queued']);
    draw();
    await until({ sent: 2 });
    expect(api.callsOf('sendPhoto')).toHaveLength(1);
    await relay.stop();
  });

  it.skipIf(onPostgres)('gives the picture of a message that was undone to no other', async () => {
    const file = { as: 'png', recap: sample(3) } as const;
    let noted = () => {};
    const failed = new Promise<void>((resolve) => {
      noted = resolve;
    });
    const relay = deliver({ failed: () => noted() });
    const other = new Database(join(folder, 'test.sqlite'));
    other.exec(`CREATE TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT raise(ROLLBACK, 'full'); END`);
    const both = () => {
      post('gambar', { content: { text: literal('gambar'), file } });
      post('jawaban');
    };
    relay.write(both);
    await failed;
    other.exec('DROP TRIGGER full');
    other.close();
    await recapRenderer.render(file); // drawn in their order: the first is ready now
    relay.write(() => post('halo', { to: 'telegram:-200' }));
    await until({ sent: 1 });
    expect(api.callsOf('sendPhoto')).toEqual([]);
    expect(texts()).toEqual(['halo']);
    await relay.stop();
  });

  it('goes on in every chat when it could not read for a moment', async () => {
    post('jawaban', { to: 'telegram:-200' });
    post('gambar', { content: { text: literal('gambar'), file: { as: 'png', recap: sample(3) } } });
    const rename = (from: string, to: string) =>
      inDatabase(join(folder, 'test.sqlite'), (db) =>
        db.prepare(`ALTER TABLE ${from} RENAME TO ${to}`).run(),
      );
    rename('upload', 'aside');
    let noted = () => {};
    const failed = new Promise<void>((resolve) => {
      noted = resolve;
    });
    const relay = deliver({ failed: () => noted() });
    await failed;
    rename('aside', 'upload');
    await until({ sent: 2 });
    await relay.stop();
  });

  it('holds up no text of a chat by an upload that is slow, or that fails again and again', async () => {
    const file = { as: 'png', recap: sample(3) } as const;
    api.fault('sendPhoto', { kind: 'error', code: 404 }, 2);
    api.fault('sendPhoto', { kind: 'delay', ms: 60_000 });
    const picture = post('gambar', { content: { text: literal('gambar'), file } });
    const uploads = () => api.callsOf('sendPhoto').length;
    let at = 0;
    const relay = deliver({ elapsed: () => at });
    for (const n of [1, 2, 3]) {
      await (n < 3 ? tried(picture, n) : api.until(() => uploads() === n));
      relay.write(() => post(`jawaban ${n}`));
      await api.until(() => texts().includes(`jawaban ${n}`));
      expect(uploads()).toBe(n);
      at += 60_000;
      relay.wake();
    }
    void relay.stop();
  });

  it('leaves room for texts while uploads in many chats hang', async () => {
    const file = { as: 'png', recap: sample(3) } as const;
    api.fault('sendPhoto', { kind: 'delay', ms: 60_000 }, 40);
    for (let n = 1; n <= 40; n++)
      post('', { to: `telegram:-4${n}`, content: { text: literal('gambar'), file } });
    const relay = deliver();
    await api.until(() => api.callsOf('sendPhoto').length === 8);
    relay.write(() => post('jawaban'));
    await api.until(() => texts().includes('jawaban'));
    expect(api.callsOf('sendPhoto')).toHaveLength(8);
    void relay.stop();
  });

  it('draws for others when all that was in hand has gone out at once, though no upload ends', async () => {
    api.fault('sendPhoto', { kind: 'delay', ms: 60_000 }, 12);
    for (let n = 1; n <= 12; n++) {
      const file = { as: 'png', recap: sample(3 + n) } as const;
      post('', { to: `telegram:-4${n}`, content: { text: literal('gambar'), file } });
    }
    const begun: (() => void)[] = [];
    const files: FileRenderer = {
      ...recapRenderer,
      async render(file) {
        await new Promise<void>((resolve) => begun.push(resolve));
        return [{ as: 'picture', type: 'image/png', name: `${file.as}.png`, source: new Uint8Array(8) }];
      },
    };
    const relay = deliver({ files });
    for (const uploads of [4, 8]) {
      while (begun.length < 4) await new Promise(setImmediate);
      for (const made of begun.splice(0)) made();
      await api.until(() => api.callsOf('sendPhoto').length === uploads);
    }
    void relay.stop();
  });

  it('draws for others while chats that were drawn for have to wait', async () => {
    api.fault('sendMessage', { kind: 'error', code: 429, parameters: { retry_after: 300 } }, 4);
    for (const n of [1, 2, 3, 4]) {
      const to = `telegram:-30${n}`;
      post('', { to, content: { text: literal('gambar'), file: { as: 'png', recap: sample(3 + n) } } });
      post('jawaban', { to });
    }
    post('gambar', { content: { text: literal('gambar'), file: { as: 'png', recap: sample(3) } } });
    const relay = deliver();
    await api.until(() => api.callsOf('sendPhoto').some(({ payload }) => Number(payload.chat_id) === -100));
    await relay.stop();
  });

  it('sends an answer once more, and says so, when the first may have arrived', async () => {
    post('jawaban');
    api.fault('sendMessage', { kind: 'drop-after' });
    const relay = deliver();
    await until({ sent: 1 });
    expect(texts()).toEqual(['jawaban', expect.stringMatching(/^jawaban\n.*dikirim ulang/)]);
    await relay.stop();
  });

  it('does not send a scheduled message again when the first may have arrived', async () => {
    post('pengingat', { scheduled: true });
    api.fault('sendMessage', { kind: 'drop-after' });
    const relay = deliver();
    await until({ doubtful: 1 });
    expect(texts()).toEqual(['pengingat']);
    await relay.stop();
  });

  it('finds claims of a process that was killed', async () => {
    const [answer, reminder] = [post('jawaban'), post('pengingat', { scheduled: true })];
    store.transaction((tx) => tx.outbox.claim(answer));
    store.transaction((tx) => tx.outbox.claim(reminder));
    const relay = deliver();
    await until({ doubtful: 1, sent: 1 });
    expect(texts()).toEqual([expect.stringMatching(/jawaban\n.*dikirim ulang/)]);
    await relay.stop();
  });

  it('waits as long as the platform asks, without losing the order', async () => {
    post('satu');
    post('dua');
    api.fault('sendMessage', { kind: 'error', code: 429, parameters: { retry_after: 1 } });
    const begun = performance.now();
    const relay = deliver();
    await until({ sent: 2 });
    expect(texts()).toEqual(['satu', 'satu', 'dua']);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1000);
    await relay.stop();
  });

  it('follows a group that moved and goes on', async () => {
    post('satu');
    api.fault('sendMessage', { kind: 'error', code: 400, parameters: { migrate_to_chat_id: -200 } });
    const relay = deliver();
    await until({ sent: 1 });
    expect(api.callsOf('sendMessage').map((call) => call.payload.chat_id)).toEqual([-100, -200]);
    expect(store.read((tx) => tx.chats.get('telegram:-200' as ChatRef))).toBeDefined();
    await relay.stop();
  });

  it('pauses a chat that it was removed from, until a message arrives there', async () => {
    const id = post('satu');
    const description = 'Forbidden: bot was kicked from the supergroup chat';
    api.fault('sendMessage', { kind: 'error', code: 403, description }, 2);
    const relay = deliver();
    await tried(id, 1);
    expect(store.read((tx) => tx.chats.linked())).toEqual([]);
    relay.heard(GROUP);
    await tried(id, 2);
    expect(store.read((tx) => tx.chats.linked())).toEqual([]);
    relay.heard(GROUP);
    await until({ sent: 1 });
    expect(store.read((tx) => tx.chats.linked())).toHaveLength(1);
    await relay.stop();
  });

  it('tries what a chat refused when it is told to, while no time passes', async () => {
    const id = post('satu');
    const description = 'Bad Request: not enough rights to send text messages to the chat';
    api.fault('sendMessage', { kind: 'error', code: 400, description });
    const relay = deliver({ elapsed: () => 0 });
    while (!store.read((tx) => tx.outbox.get(id))?.refusal) await new Promise(setImmediate);
    relay.retry(GROUP);
    await until({ sent: 1 });
    await relay.stop();
  });

  it('says in words, and why, what it could not draw', async () => {
    const file = { as: 'png', recap: { ...sample(3), villages: [{}] }, instead: literal('rekap') } as never;
    post('', { content: { text: literal('gambar'), file } });
    const relay = deliver();
    await until({ sent: 1 });
    expect(texts()).toEqual([expect.stringMatching(/^rekap\nGambar rekap tidak dapat dibuat/)]);
    await relay.stop();
  });

  it('replaces an edit that still waits, and what it answers', () => {
    const edits = 'telegram:-100:5' as never;
    post('lama', { edits, answers: 'telegram:-100:6', asks: 'telegram:1' });
    const newer = {
      context: { about: '14.03.16.2001' },
      asks: 'telegram:2',
      answers: 'telegram:-100:7',
      thread: '9',
    };
    const id = post('baru', { edits, ...newer });
    expect(store.read((tx) => tx.outbox.queuedAfter(0 as never)).map((row) => row.id)).toEqual([id]);
    expect(store.read((tx) => tx.outbox.get(id))).toMatchObject({ content: { text: 'baru' }, ...newer });
  });

  it('does not send what has waited for more than two weeks, as for a number that was banned', async () => {
    post('lama');
    now = '2027-04-15T02:00:00.001Z' as Instant;
    const relay = deliver();
    await until({ failed: 1 });
    now = '2027-04-15T02:00:00.000Z' as Instant;
    relay.write(() => post('baru'));
    await until({ failed: 1, sent: 1 });
    expect(texts()).toEqual(['baru']);
    await relay.stop();
  });

  it('does not send what the clock queued a day ago, or for a group that was unlinked', async () => {
    post('pengingat lama', { scheduled: true });
    now = '2027-04-02T03:00:00.000Z' as Instant;
    const relay = deliver();
    await until({ failed: 1 });
    store.transaction((tx) =>
      tx.outbox.add({ to: GROUP, content: { text: literal('pengingat') }, scheduled: true }, now),
    );
    store.transaction((tx) => tx.chats.unlink(GROUP));
    relay.wake();
    await until({ failed: 2 });
    expect(texts()).toEqual([]);
    await relay.stop();
  });

  it('says that it repeats only where there is room for it, and not in an edit', async () => {
    const long = 'x'.repeat(4090);
    post(long);
    api.fault('sendMessage', { kind: 'drop-after' });
    let relay = deliver();
    await until({ sent: 1 });
    expect(texts()).toEqual([long, long]);
    await relay.stop();
    const { message_id } = api.messages.at(-1)!;
    const edit = post('daftar baru', { edits: `telegram:-100:${message_id}` });
    store.transaction((tx) => tx.outbox.claim(edit));
    relay = deliver();
    await until({ sent: 2 });
    expect(api.callsOf('editMessageText').map((call) => call.payload.text)).toEqual(['daftar baru']);
    await relay.stop();
  });

  it('sends all that waited for a group whose move came as an event', async () => {
    for (const text of ['satu', 'dua', 'tiga']) post(text);
    api.fault('sendMessage', { kind: 'delay', ms: 50 });
    const relay = deliver();
    await api.until(() => api.callsOf('sendMessage').length === 1);
    store.transaction((tx) => tx.chats.move(GROUP, 'telegram:-200' as ChatRef));
    await until({ sent: 3 });
    expect(api.callsOf('sendMessage').map((call) => call.payload.chat_id)).toEqual([-100, -200, -200]);
    await relay.stop();
  });

  it('takes its time when a group is said to move again and again', async () => {
    post('satu');
    const moved = (to: number) =>
      ({ kind: 'error', code: 400, parameters: { migrate_to_chat_id: to } }) as const;
    api.fault('sendMessage', moved(-200), 1, (call) => call.payload.chat_id === -100);
    api.fault('sendMessage', moved(-100), 1, (call) => call.payload.chat_id === -200);
    const begun = performance.now();
    const relay = deliver();
    await until({ sent: 1 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1000);
    expect(api.callsOf('sendMessage').map((call) => call.payload.chat_id)).toEqual([-100, -200, -100]);
    await relay.stop();
  });
});

describe('what waits for a platform', () => {
  const row = (id: number, chat: number, scheduled = false) =>
    ({
      id,
      chat: `telegram:-${chat}`,
      scheduled,
      priority: 'report',
      area: null,
      file: false,
      brief: false,
      shared: false,
      patient: false,
    }) as unknown as Queued;
  const ids = (rows: readonly Queued[]) => rows.map(({ id }) => id);
  const ALWAYS = { quietMs: () => 0, ready: () => true, inHand: () => [], hasRoom: () => true };

  it('is looked at only as far as the pace allows, however many groups wait', () => {
    const lane = createLane({ perSecond: 30, perMinuteInGroup: 20 });
    for (let i = 1; i <= 3000; i++) lane.add(row(i, i));
    const first = lane.take(0, ALWAYS);
    expect(ids(first.rows)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    for (const each of first.rows) lane.done(each);
    expect(lane.take(500, ALWAYS)).toEqual({ rows: [], wait: 520 });
    expect(ids(lane.take(1020, ALWAYS).rows)[0]).toBe(31);
  });

  it('is paced by each account of the platform, and ends where it began when its chat passes to another', () => {
    const accounts = new Map([
      ['telegram:-1', 'a'],
      ['telegram:-2', 'a'],
      ['telegram:-3', 'b'],
    ]);
    const platform = {
      pace: { perSecond: 1, perMinuteInGroup: 20 },
      account: (chat: ChatRef) => accounts.get(chat)!,
    } as ChatAdapter;
    const lanes = createLanes(
      () => platform,
      () => NOW,
      () => 0,
    );
    lanes.open(platform);
    const [one, two, three] = [row(1, 1), row(2, 2), row(3, 3)] as [Queued, Queued, Queued];
    for (const each of [one, two, three]) lanes.of(each.chat).add(each);
    expect(ids(lanes.take(ALWAYS).rows)).toEqual([1, 3]);
    const lane = lanes.of(one.chat);
    accounts.set(one.chat, 'b');
    expect(lanes.of(one.chat)).toBe(lane);
    lane.done(one);
    expect(lanes.of(one.chat)).toBe(lanes.of(three.chat));
  });

  it('pauses before each message of a chat, and takes along what comes meanwhile', () => {
    const lane = createLane({ perSecond: 1, perMinuteInGroup: 12, pause: () => 1000 });
    const brief = (id: number) => ({ ...row(id, 1), brief: true, patient: true }) as Queued;
    lane.add(brief(1));
    expect(lane.take(0, ALWAYS)).toEqual({ rows: [], wait: 1000 });
    for (let id = 2; id <= 13; id++) lane.add(brief(id));
    expect(lane.take(999, ALWAYS)).toEqual({ rows: [], wait: 1 });
    const [first] = lane.take(1000, ALWAYS).rows;
    expect(first!.id).toBe(1);
    expect(ids(lane.takeCompany(first!, 1000))).toEqual(Array.from({ length: 12 }, (_, i) => i + 2));
    lane.add(brief(14));
    // Its pause begins when the one before it has gone.
    expect(lane.take(1500, ALWAYS).rows).toEqual([]);
    lane.done(first!);
    expect(lane.take(2500, ALWAYS)).toEqual({ rows: [], wait: 1000 });
    expect(ids(lane.take(3500, ALWAYS).rows)).toEqual([14]);
  });

  it('goes one behind another where it may not wait for company', () => {
    const lane = createLane({ perSecond: 30, perMinuteInGroup: 20 });
    const patient = { ...row(4, 1), brief: true, patient: true } as Queued;
    for (const each of [row(1, 1), row(2, 1), row(3, 1), patient, row(5, 1), row(6, 1, true)]) lane.add(each);
    const [first] = lane.take(0, ALWAYS).rows;
    expect(ids(lane.takeFollowing(first!, 0))).toEqual([2, 3]);
    for (const id of [1, 2]) lane.done(row(id, 1));
    expect(lane.take(0, ALWAYS).rows).toEqual([]);
    lane.done(row(3, 1));
    expect(ids(lane.take(0, ALWAYS).rows)).toEqual([4]);
  });

  it('goes out evenly where the clock sends it, and leaves room for answers', () => {
    const lane = createLane({ perSecond: 30, perMinuteInGroup: 20 });
    for (let i = 1; i <= 3000; i++) lane.add(row(i, i, true));
    let looked = 0;
    const quietMs = () => {
      looked += 1;
      return 0;
    };
    const taken: { readonly id: number; readonly at: number }[] = [];
    for (let at = 0; at < 1020; at += 1) {
      if (at === 700) for (let i = 1; i <= 5; i++) lane.add(row(-i, 5000 + i));
      for (const each of lane.take(at, { ...ALWAYS, quietMs }).rows) {
        taken.push({ id: each.id, at });
        lane.done(each);
      }
    }
    expect(looked).toBeLessThanOrEqual(30);
    expect(taken).toHaveLength(30);
    expect(taken.filter(({ at }) => at === 700).map(({ id }) => id)).toEqual([-1, -2, -3, -4, -5]);
    const times = taken.filter(({ id }) => id > 0).map(({ at }) => at);
    for (const [i, at] of times.entries()) expect(at).toBe(34 * i);
  });

  it('keeps to the limits as the platform counts, however long a message takes to arrive', () => {
    const LIMITS = { perSecond: 30, perMinuteInGroup: 20 };
    const random = seeded('arrivals');
    const lane = createLane(LIMITS);
    for (let i = 1; i <= 400; i++) lane.add(row(i, i % 16, i % 4 > 0));
    const sending = new Map<Queued, { readonly arrives: number; readonly ends: number }>();
    const arrived: { readonly at: number; readonly chat: ChatRef }[] = [];
    for (let now = 0; arrived.length < 400; now += 1) {
      for (const [each, { arrives, ends }] of sending) {
        if (arrives === now) arrived.push({ at: now, chat: each.chat });
        if (ends > now) continue;
        sending.delete(each);
        lane.ended(each, now);
        lane.done(each);
      }
      for (const each of lane.take(now, ALWAYS).rows) {
        // A connection that is new takes its time.
        const arrives = now + Math.ceil(random() * (random() < 0.2 ? 900 : 20));
        sending.set(each, { arrives, ends: arrives + Math.floor(random() * 100) });
      }
    }
    for (const { at, chat } of arrived) {
      const within = (ms: number) => arrived.filter((other) => other.at > at - ms && other.at <= at);
      expect(within(1000).length).toBeLessThanOrEqual(LIMITS.perSecond);
      expect(within(60_000).filter((other) => other.chat === chat).length).toBeLessThanOrEqual(
        LIMITS.perMinuteInGroup,
      );
    }
  });

  it('goes answers first, and what comes back before what waited behind it', () => {
    const lane = createLane('unlimited');
    for (const each of [row(1, 1, true), row(2, 1), row(3, 1), row(4, 2, true)]) lane.add(each);
    const first = lane.take(0, ALWAYS).rows;
    expect(ids(first)).toEqual([2, 4]);
    lane.putBack(first[0]!, 100);
    expect(lane.take(0, ALWAYS)).toEqual({ rows: [], wait: 100 });
    const order: number[] = [];
    for (;;) {
      const { rows } = lane.take(100, ALWAYS);
      if (rows.length === 0) break;
      order.push(...ids(rows));
      for (const each of rows) lane.done(each);
    }
    expect(order).toEqual([2, 3, 1]);
  });

  it('holds up nobody by somebody without a role whose answer waits, unless the whole chat has to', () => {
    const lane = createLane('unlimited');
    const stranger = { ...row(1, 1), priority: 'stranger' } as Queued;
    const picture = { ...row(3, 1), file: true } as Queued;
    const take = () => lane.take(0, ALWAYS).rows;
    lane.add(stranger);
    expect(ids(take())).toEqual([1]);
    lane.putBack(stranger, 100);
    for (const each of [row(2, 1), picture]) lane.add(each);
    const others = take();
    expect(ids(others)).toEqual([2, 3]);
    lane.putBack(others[0]!, 100, { all: true });
    lane.done(picture);
    lane.add({ ...picture, id: 4 } as never);
    expect(take()).toEqual([]);
  });

  it('is looked at for its picture only while there is room for one, however many groups wait for theirs', () => {
    const lane = createLane('unlimited');
    for (let i = 1; i <= 3000; i++) lane.add({ ...row(i, i, true), file: true } as Queued);
    const MOST = 4;
    let inHand: readonly Queued[] = [];
    let [asked, isMade] = [0, false];
    const ready = (each: Queued) => {
      if (!each.file) return true;
      asked += 1;
      if (!inHand.includes(each)) inHand = [...inHand, each];
      return isMade;
    };
    const take = () => {
      asked = 0;
      return lane.take(0, { ...ALWAYS, ready, inHand: () => inHand, hasRoom: () => inHand.length < MOST })
        .rows;
    };
    expect([take(), asked]).toEqual([[], MOST]);
    lane.add(row(5000, 5000, true));
    expect([ids(take()), asked]).toEqual([[5000], MOST]);
    isMade = true;
    const taken = take();
    expect([ids(taken), asked]).toEqual([[1, 2, 3, 4], MOST]);
    inHand = [];
    isMade = false;
    expect([take(), ids(inHand)]).toEqual([[], [5, 6, 7, 8]]);
  });

  it('goes out with the picture that is made, whatever waits before it', () => {
    const lane = createLane('unlimited');
    const [one, two] = [1, 2].map((n) => ({ ...row(n, n, true), file: true }) as Queued);
    for (const each of [one!, two!]) lane.add(each);
    const only = {
      ...ALWAYS,
      ready: (each: Queued) => each === two,
      inHand: () => [two!],
      hasRoom: () => false,
    };
    expect(ids(lane.take(0, only).rows)).toEqual([2]);
    expect(lane.take(0, { ...only, inHand: () => [] }).rows).toEqual([]);
  });

  it('is overtaken while its file is made, and goes out before the rest when it is', () => {
    const lane = createLane('unlimited');
    for (let id = 1; id <= 3; id++) lane.add(row(id, 1));
    let made = false;
    const take = () => lane.take(0, { ...ALWAYS, ready: ({ id }) => id !== 1 || made }).rows;
    const [first] = take();
    made = true;
    lane.done(first!);
    const [second] = take();
    expect([first!.id, second!.id]).toEqual([2, 1]);
  });
});

describe('pacing', () => {
  it.each(['answer', 'scheduled'] as const)('keeps to both limits, and reaches them (%s)', (kind) => {
    const pacer = createRateLimit({ perSecond: 30, perMinuteInGroup: 20 });
    const sent: { at: number; chat: number }[] = [];
    let now = 0;
    for (let i = 0; i < 300; i++) {
      const chat = i % 10;
      now += pacer.wait(`telegram:-${chat}` as ChatRef, kind, now);
      pacer.note(`telegram:-${chat}` as ChatRef, kind, now);
      sent.push({ at: now, chat });
    }
    for (const { at, chat } of sent) {
      expect(sent.filter((other) => other.at > at - 1000 && other.at <= at).length).toBeLessThanOrEqual(30);
      const inGroup = sent.filter((other) => other.chat === chat && other.at > at - 60_000 && other.at <= at);
      expect(inGroup.length).toBeLessThanOrEqual(20);
    }
    expect(now).toBeLessThan(66_000); // 30 a group: one wait for the minute
  });
});
