import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { type Bot, createBot } from '../src/app/bot.ts';
import { addMs, msBetween } from '../src/domain/clock.ts';
import type {
  AreaCode,
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  OutboxId,
  UserRef,
} from '../src/domain/ids.ts';
import { upperArea } from '../src/domain/upper-areas.ts';
import { invite } from '../src/features/members/invitations.ts';
import { createLog } from '../src/log.ts';
import type { Posted } from '../src/store/outbox.ts';
import type { Store } from '../src/store/store.ts';
import { openTestStore } from './engine.ts';

const START = '2027-04-01T02:00:00.000Z' as Instant;
const DISTRICT = '14.03.16' as DistrictCode;
const GROUP = 'whatsapp:120363@g.us' as ChatRef;
const SETTINGS = { deadline: '2027-05-15' as LocalDate, reminderDays: [0] };
/** What a number may send in a day, and what one person may use of it. */
const [CAP, SHARE] = [700, 300];
/** Messages of one person that go before what others report. */
const AHEAD = 10;

/** One of many, or several: what is looked up, asked, recorded, undone, asked for, by those with a role and without. */
const TEXTS = [
  ...[
    '/rekap',
    '/rekap gambar',
    '/belum klinik',
    '/status petani',
    '/riwayat petani',
    'bot, siapa yang belum lapor?',
  ],
  ...[
    '/lapor',
    '/lapor petani',
    '/lapor 9',
    '/lapor toko sudah',
    '/lapor kantor belum',
    'kantor belum',
    '/batal',
  ],
  ...[
    '/lapor kantor sudah',
    '/lapor klinik proses',
    'klinik sudah',
    '1 2 3',
    'ya',
    'tidak',
    'a',
    'b',
    'selamat pagi',
  ],
  ...[
    '/daftar',
    '/daftar petani',
    '/daftar petani kades',
    '/daftar petani bpd',
    '/daftar ba petani, bumbung',
  ],
  ...[
    '/setujui',
    '/tolak semua',
    '/tenggat',
    '/tenggat 20 mei',
    '/pengingat',
    '/undang',
    '/lepas',
    '/tunjuk camat',
  ],
  ...['/lupakan_saya', '/mulai AAAAA-AAAAA', '/bantuan', '/bantu', '/tetap', 'halo bot', 'bot?'],
];

describe('a flood of anything', () => {
  let store!: Store;
  let bot: Bot;
  let now: Instant;
  let lastId: number;
  /** The outbox's newest row. */
  let newest: number;

  /** Begins with a group in which a head has reported once. */
  function fresh(): void {
    if (store) store.close();
    now = START;
    lastId = 0;
    newest = 0;
    store = openTestStore(':memory:');
    const log = createLog('silent');
    const limits = { isLimited: () => true, accountOf: () => 'whatsapp 1' };
    bot = createBot({ commands, settings: SETTINGS, ...limits, log });
    store.transaction((tx) => {
      tx.chats.open(DISTRICT, '2027-05-15' as never, START);
      tx.chats.seen(GROUP, 'group', 'KDMP');
      tx.chats.link(GROUP, DISTRICT, START, null);
      const roles = [
        ['camat', 'camat', DISTRICT],
        ['kades', 'head', '14.03.16.2001'],
        ['kades', 'andi', '14.03.16.2002'],
      ] as const;
      for (const [kind, name, area] of roles)
        tx.people.give(tx.people.findOrAdd([refOf(name)], name), kind, area as AreaCode, START);
    });
    says('head', '/lapor kantor sudah');
    deliver();
  }
  afterEach(() => store.close());

  const refOf = (name: string) => `whatsapp:${name}@lid` as UserRef;
  const privately = (name: string) => refOf(name) as string as ChatRef;

  interface How {
    readonly chat?: ChatRef;
    readonly presses?: number | undefined;
    readonly repliesTo?: MessageRef | undefined;
    readonly edits?: MessageRef | undefined;
  }

  /** Says something in the group, or presses a button of what the bot said there last; gives the message. */
  function says(
    name: string,
    text: string,
    { chat = GROUP, presses, repliesTo, edits }: How = {},
  ): MessageRef {
    const ref = `${chat}:${name}@lid:M${++lastId}` as MessageRef;
    const choice = presses === undefined ? undefined : lastQuestion(presses);
    const event = {
      kind: 'message',
      ref,
      chat,
      chatKind: chat.endsWith('@g.us') ? 'group' : 'private',
      sender: { refs: [refOf(name)], name },
      text: choice?.command ?? text,
      addressed: true,
      sentAt: now,
      ...(choice && { pressedOn: choice.on }),
      ...(repliesTo && { quotes: { ref: repliesTo } }),
      ...(edits && { edits }),
    };
    store.transaction((tx) => {
      bot.handle(tx, event as never, now);
      while (tx.outbox.get((newest + 1) as OutboxId)) newest += 1;
    });
    return ref;
  }

  function lastQuestion(nth: number) {
    const asked = rows().filter(({ sentRef, content }) => sentRef && (content?.choices ?? []).length > 0);
    const on = asked.at(-1);
    const { choices = [] } = on?.content ?? {};
    return on && { command: choices[nth % choices.length]!.command, on: on.sentRef! };
  }

  /** All that the bot has said; what answered somebody who was forgotten since is gone. */
  const rows = (): readonly Posted[] =>
    store.read((tx) =>
      Array.from({ length: newest }, (_, i) => tx.outbox.get((i + 1) as OutboxId) ?? []).flat(),
    );
  const waiting = (): readonly Posted[] => rows().filter(({ state }) => state === 'queued');

  /** All that waits is sent. */
  function deliver(): void {
    store.transaction((tx) => {
      for (const { id, chat } of tx.outbox.queuedAfter(0 as never)) {
        tx.outbox.claim(id);
        tx.outbox.settle(id, 'sent', `${chat}:bot:B${++lastId}` as MessageRef);
      }
    });
  }

  const deed = fc.record({
    text: fc.constantFrom(...TEXTS),
    presses: fc.option(fc.nat(5), { nil: undefined, freq: 6 }),
    isEdit: fc.boolean(),
    isReply: fc.boolean(),
    seconds: fc.nat(20),
  });
  /** Most people who flood say the same over and over, and some say many things. */
  const flood = (deeds: number) =>
    fc
      .tuple(
        fc.oneof(fc.tuple(deed), fc.array(deed, { minLength: 1, maxLength: 12 })),
        fc.integer({ min: deeds / 2, max: deeds }),
      )
      .map(([some, length]) => Array.from({ length }, (_, i) => some[i % some.length]!));

  /** What one of those who flood does; edits change the last message. */
  function doIt(
    name: string,
    each: typeof deed extends fc.Arbitrary<infer D> ? D : never,
    last: MessageRef | undefined,
  ) {
    const repliesTo = each.isReply ? rows().findLast(({ sentRef }) => sentRef)?.sentRef : undefined;
    const how = {
      presses: each.presses,
      repliesTo: repliesTo ?? undefined,
      edits: each.isEdit ? last : undefined,
    };
    const ref = says(name, each.text, each.presses === undefined ? how : { presses: each.presses });
    return how.edits ?? ref;
  }

  it('by a head of a province, whose deadline all its groups are told of, leaves a number most of its day', () => {
    fresh();
    const kecamatan = upperArea('14')!.parts.flatMap(({ code }) =>
      upperArea(code)!.parts.map((part) => part.code),
    );
    const group = (area: AreaCode) => `whatsapp:1203${area.replaceAll('.', '')}@g.us` as ChatRef;
    const chat = group('14' as AreaCode);
    store.transaction((tx) => {
      for (const area of ['14' as AreaCode, ...kecamatan]) {
        tx.chats.open(area, '2027-05-15' as never, START);
        tx.chats.seen(group(area), 'group', 'KDMP');
        tx.chats.link(group(area), area, START, null);
      }
      tx.people.give(
        tx.people.findOrAdd([refOf('kadis')], 'kadis'),
        'kadis_koperasi',
        '14' as AreaCode,
        START,
      );
    });
    const before = newest;
    const moved = [13, 12, 13, 11].map((day) => {
      now = addMs(now, 600_000);
      says('kadis', `/tenggat ${day} mei 2027`, { chat });
      deliver();
      return store.read((tx) => tx.chats.opened(kecamatan[0]!)?.deadline);
    });
    expect(moved).toEqual(['2027-05-13', '2027-05-12', '2027-05-12', '2027-05-12']);
    expect(rows().at(-1)?.content?.text).toContain('mohon dikirim kembali besok');
    expect(newest - before).toBeLessThan(CAP * 0.6);
    now = addMs(now, 86_400_000);
    says('kadis', '/tenggat 10 mei 2027', { chat });
    expect(store.read((tx) => tx.chats.opened(kecamatan[0]!)?.deadline)).toBe('2027-05-10');
  });

  it('by one head uses no more than a share of what a number may send in a day', () => {
    fc.assert(
      fc.property(flood(500), (deeds) => {
        fresh();
        let last: MessageRef | undefined;
        for (const each of deeds) {
          now = addMs(now, 1000 * each.seconds);
          last = doIt('head', each, last);
          deliver();
        }
        expect(msBetween(START, now)).toBeLessThan(86_400_000);
        expect(rows().filter(({ priority }) => priority !== 'stranger').length).toBeLessThanOrEqual(SHARE);
        expect(SHARE).toBeLessThan(CAP / 2);
      }),
      { numRuns: 12, seed: 29 },
    );
  });

  it.each([
    '/lapor',
    '/lapor petani',
    '/lapor toko sudah',
    '/lapor kantor belum',
    '/daftar petani',
    '/lapor 9',
  ])('that is the question which %s raises is asked as often as anything is answered', (text) => {
    fresh();
    for (let n = 0; n < 400; n++) {
      now = addMs(now, 1000);
      says('head', text);
      deliver();
    }
    // 150 at once; each of the last ones may have closed a question before it.
    expect(rows().length).toBeGreaterThan(100);
    expect(rows().length).toBeLessThan(160);
  });

  it('keeps a report of somebody else waiting behind few messages', () => {
    fc.assert(
      fc.property(flood(120), fc.array(flood(60), { minLength: 1, maxLength: 4 }), (heads, strangers) => {
        fresh();
        let last: MessageRef | undefined;
        for (const each of heads) last = doIt('head', each, last);
        for (const [i, each] of strangers.entries())
          for (const said of each) doIt(`tamu${i}`, said, undefined);
        says('andi', '/lapor klinik sudah');
        const first = waiting().filter(
          ({ priority, brief, chat }) => priority === 'report' && !brief && chat === GROUP,
        );
        expect(first.filter(({ sender }) => sender !== refOf('andi')).length).toBeLessThanOrEqual(AHEAD + 3);
      }),
      { numRuns: 12, seed: 24 },
    );
  });

  it('leaves nobody a request whose message says something else by then', () => {
    fresh();
    const asked = says('sari', '/daftar sebangar kades');
    for (let n = 0; n < 60; n++) says('sari', '/rekap');
    const requests = () => store.read((tx) => tx.people.requests(DISTRICT));
    expect(requests()).toHaveLength(1);
    says('sari', '/bantuan', { edits: asked });
    expect(requests()).toEqual([]);
  });

  it('by 150 accounts in a group and privately leaves the answers of other groups what they need', () => {
    fresh();
    const other = 'whatsapp:120364@g.us' as ChatRef;
    store.transaction((tx) => {
      tx.chats.open('14.03.09' as DistrictCode, '2027-05-15' as never, START);
      tx.chats.seen(other, 'group', 'Mandau');
      tx.chats.link(other, '14.03.09' as DistrictCode, START, null);
    });
    const before = rows().length;
    for (let n = 0; n < 150; n++) {
      now = addMs(now, 20_000);
      says(`tamu${n}`, '/daftar petani');
      says(`tamu${n}`, `/daftar ${n % 2 ? 'petani' : 'bumbung'} kades`);
      says(`tamu${n}`, '/rekap');
      for (const text of ['/mulai AAAAA-AAAAA', 'halo', '/lupakan_saya', '/daftar'])
        says(`tamu${n}`, text, { chat: privately(`tamu${n}`) });
      deliver();
    }
    const said = rows().slice(before);
    // They registered, so that they are known: in their kecamatan and privately they have 60 at once and two an hour.
    expect(said.filter(({ priority }) => priority !== 'stranger').length).toBeLessThan(2 * (60 + 8));
    expect(said.filter(({ content }) => content?.text.startsWith('Mohon tunggu')).length).toBeLessThan(80);
    const asks = [
      says('warga', '/daftar', { chat: other }),
      says('warga', '/daftar duri barat lurah', { chat: other }),
      says('warga', '/lapor duri barat klinik sudah', { chat: other }),
      says('andi', '/lapor klinik sudah'),
      says('camat', '/bantuan', { chat: privately('camat') }),
    ];
    for (const ask of asks) {
      const [answer] = rows().filter(({ answers }) => answers === ask);
      expect(answer?.priority, ask).toMatch(/^(report|lookup|applicant)$/);
      expect(answer?.content?.text, ask).toMatch(/^(?!Mohon tunggu)/);
    }
    const code = store.transaction((tx) => invite(tx, '14.03' as AreaCode, now));
    const given = says('tamu7', `/mulai ${code}`, { chat: privately('tamu7') });
    expect(rows().find(({ answers }) => answers === given)?.priority).toBe('report');
  });

  it('loses nobody a report, a code, a registration or the wish to be forgotten', () => {
    fc.assert(
      fc.property(
        flood(100),
        fc.array(flood(60), { minLength: 2, maxLength: 8 }),
        fc.boolean(),
        (heads, strangers, isPrivate) => {
          fresh();
          says('budi', '/daftar bumbung kades');
          says('joko', '/daftar pamesi kades');
          deliver();
          let last: MessageRef | undefined;
          for (const each of heads) last = doIt('head', each, last);
          for (const [i, each] of strangers.entries())
            for (const said of each)
              says(`tamu${i}`, said.text, isPrivate ? { chat: privately(`tamu${i}`) } : {});
          deliver();
          const code = store.transaction((tx) => invite(tx, '14.03' as AreaCode, now));
          const asks = [
            says('andi', '/lapor klinik sudah'),
            says('budi', '/lapor bumbung gudang sudah'),
            says('kadis', `/mulai ${code}`, { chat: privately('kadis') }),
            says('sari', '/daftar sebangar kades'),
            says('joko', '/lupakan_saya ya', { chat: privately('joko') }),
          ];
          for (const ask of asks) {
            const [answer] = rows().filter(({ answers }) => answers === ask);
            expect(answer?.content?.text, ask).toMatch(/^(?!Mohon tunggu)/);
          }
          // What those who flood keep for themselves is not lost either.
          const ownCode = store.transaction((tx) => invite(tx, '14' as AreaCode, now));
          const isHead =
            store.read((tx) => tx.people.roles(tx.people.find([refOf('head')]) ?? (0 as never))).length > 0;
          says('head', '/lapor gudang sudah');
          says('tamu0', `/mulai ${ownCode}`, { chat: privately('tamu0') });
          store.read((tx) => {
            const person = (name: string) => tx.people.find([refOf(name)]);
            const units = tx.ledger.history(DISTRICT, 99).map(({ village, unit }) => `${village} ${unit}`);
            expect(units).toContain('14.03.16.2002 klinik');
            // Who flooded with "Ya, hapus" holds no role any more.
            if (isHead) expect(units).toContain('14.03.16.2001 gudang');
            expect(tx.heldReports.of(person('budi')!, DISTRICT).map(({ text }) => text)).toEqual([
              'bumbung gudang sudah',
            ]);
            expect(tx.people.roles(person('kadis')!).map(({ area }) => area)).toEqual(['14.03']);
            // Who tried five wrong codes waits an hour.
            if (tx.invitations.wrongCodesSince(refOf('tamu0'), addMs(now, -3_600_000), now) < 5)
              expect(tx.people.roles(person('tamu0')!).map(({ area }) => area)).toContain('14');
            expect(tx.people.requestsOf(person('sari')!)).toHaveLength(1);
            expect(person('joko')).toBeUndefined();
          });
        },
      ),
      { numRuns: 12, seed: 13 },
    );
  });
});
