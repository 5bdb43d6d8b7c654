import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { createBot } from '../src/bot.ts';
import { literal } from '../src/content.ts';
import type {
  ChatRef,
  DistrictCode,
  Instant,
  LocalDate,
  MessageRef,
  UserRef,
  VillageCode,
} from '../src/ids.ts';
import { createLog } from '../src/log.ts';
import type { IncomingMessage } from '../src/platform/platform.ts';
import { DISTRICT_ROLES, type RoleKind, VILLAGE_ROLES } from '../src/roles.ts';
import { openStore } from '../src/store/store.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const GROUP = 'telegram:-1' as ChatRef;
const HERE = '14.03.16' as DistrictCode;
const THERE = '14.03.09' as DistrictCode;
const OWN = '14.03.16.2001' as VillageCode; // Petani
const OTHER = '14.03.16.2002' as VillageCode; // Air Kulim

type Holder = RoleKind | 'nobody' | 'camat elsewhere' | 'kades elsewhere';
const HOLDERS: readonly Holder[] = [
  ...DISTRICT_ROLES,
  ...VILLAGE_ROLES,
  'nobody',
  'camat elsewhere',
  'kades elsewhere',
];
const COORDINATORS: readonly Holder[] = ['camat', 'kasi'];
const CAMAT: readonly Holder[] = ['camat'];
const REPORTERS: readonly Holder[] = [
  'kades',
  'lurah',
  'pj',
  'sekdes',
  'seklur',
  'operator',
  ...COORDINATORS,
];
const NOBODY: readonly Holder[] = [];

/** A kecamatan with somebody else in every office, one open request, one report; and the actor in a role of their own. */
function world(holder: Holder) {
  const store = openStore(':memory:');
  const log = createLog('silent');
  const bot = createBot(
    store,
    commands,
    { deadline: undefined, reminderDays: [7] },
    (_, content) => [content],
    log,
  );
  const account = (name: string) => ({ refs: [`telegram:${name}` as UserRef] as [UserRef], name });
  const someone = (name: string) => store.people.findOrAdd(account(name).refs, name);
  for (const code of [HERE, THERE]) store.chats.open(code, '2027-05-15' as LocalDate, NOW);
  store.chats.seen(GROUP, 'group', 'KDMP');
  store.chats.link(GROUP, HERE, NOW, null);

  store.people.give(someone('other camat'), 'camat', HERE, NOW);
  const kasi = store.people.give(someone('other kasi'), 'kasi', HERE, NOW);
  const sekdes = store.people.give(someone('reporter'), 'sekdes', OTHER, NOW);
  const request = store.people.ask(someone('asker'), 'operator', OTHER, NOW);
  const foreign = store.people.ask(someone('foreign asker'), 'operator', '14.03.09.2001' as VillageCode, NOW);
  const [kind, area]: [RoleKind | undefined, string] =
    holder === 'nobody'
      ? [undefined, '']
      : holder === 'camat elsewhere'
        ? ['camat', THERE]
        : holder === 'kades elsewhere'
          ? ['kades', '14.03.09.2001']
          : [holder, COORDINATORS.includes(holder) ? HERE : OWN];
  if (kind) store.people.give(someone('actor'), kind, area as VillageCode, NOW);

  let n = 0;
  const say = (name: string, text: string, more: Partial<IncomingMessage> = {}) => {
    const ref = `telegram:-1:${++n}` as MessageRef;
    const message: IncomingMessage = {
      kind: 'message',
      ref,
      chat: GROUP,
      chatKind: 'group',
      sender: account(name),
      text,
      hasMedia: false,
      addressed: true,
      sentAt: NOW,
      ...more,
    };
    bot.handle(message, NOW);
    return ref;
  };
  const prompt = (text: string, answers?: MessageRef, command?: string, asks?: string) => {
    const choices = command ? [{ label: 'Ya', command }] : [];
    const content = { text: literal(text), choices };
    const id = store.outbox.add({ to: GROUP, content, answers, asks: asks as UserRef | undefined }, NOW);
    const ref = `telegram:-1:bot${id}` as MessageRef;
    store.outbox.settle(id, 'sent', ref);
    return ref;
  };
  const state = () =>
    JSON.stringify([
      store.people.holders(HERE),
      store.people.holders(THERE),
      store.people.requests(HERE),
      store.people.requests(THERE),
      store.ledger.history(HERE, 100),
      store.ledger.history(THERE, 100),
      store.ledger.district(HERE),
      store.chats.district(HERE),
      store.chats.get(GROUP),
    ]);
  const theirs = say('reporter', `/lapor ${OTHER} 5b`);
  const quoted = { ref: 'telegram:-1:x' as MessageRef, author: account('guest') };
  return {
    store,
    say,
    prompt,
    state,
    theirs,
    quoted,
    ids: { kasi, sekdes, request, foreign, guest: someone('guest') },
  };
}

type World = ReturnType<typeof world>;
type Act = readonly [what: string, who: readonly Holder[], act: (world: World) => void];

/** Every way to change something, and who may. For everybody else nothing changes at all. */
const ACTS: readonly Act[] = [
  ['reports for the own village, exactly', REPORTERS, (w) => w.say('actor', `/lapor ${OWN} 1b`)],
  ['reports for the own village, in words', REPORTERS, (w) => w.say('actor', '/lapor Petani: kantor sudah')],
  [
    'presses for the own village',
    REPORTERS,
    (w) => w.say('actor', `/lapor ${OWN} 1b`, { pressedOn: w.prompt('x') }),
  ],
  [
    'says yes to lowering in another village',
    COORDINATORS,
    (w) => w.say('actor', `/lapor ${OTHER} 5bx`, { pressedOn: w.prompt('x') }),
  ],
  [
    'is overheard about the own village',
    REPORTERS,
    (w) => w.say('actor', 'Alhamdulillah kantor koperasi Desa Petani sudah berdiri', { addressed: false }),
  ],
  [
    'replies with a number to a reminder',
    REPORTERS.filter((who) => !COORDINATORS.includes(who)),
    (w) => w.say('actor', '1 3', { quotes: { ref: w.prompt('x') } }),
  ],
  ['reports for another village, exactly', COORDINATORS, (w) => w.say('actor', `/lapor ${OTHER} 1b`)],
  [
    'reports for another village, in words',
    COORDINATORS,
    (w) => w.say('actor', '/lapor Air Kulim: kantor sudah'),
  ],
  [
    'presses for another village',
    COORDINATORS,
    (w) => w.say('actor', `/lapor ${OTHER} 1b`, { pressedOn: w.prompt('x') }),
  ],
  [
    'is overheard about another village',
    COORDINATORS,
    (w) => w.say('actor', 'Alhamdulillah kantor koperasi Desa Air Kulim sudah berdiri', { addressed: false }),
  ],
  ['reports for a village of another kecamatan', NOBODY, (w) => w.say('actor', '/lapor 14.03.09.2001 1b')],
  [
    'corrects by an edit what another reported',
    NOBODY,
    (w) =>
      w.say('actor', '/lapor klinik sudah', {
        edits: w.theirs,
        ref: 'telegram:-1:e' as MessageRef,
        addressed: false,
        text: 'halo',
      }),
  ],
  [
    'takes back the report of another',
    COORDINATORS,
    (w) => w.say('actor', '/batal', { quotes: { ref: w.prompt('echo', w.theirs) } }),
  ],
  ['approves a request', COORDINATORS, (w) => w.say('actor', `/setujui ${w.ids.request}`)],
  ['approves all requests', COORDINATORS, (w) => w.say('actor', '/setujui semua')],
  [
    'approves by a press',
    COORDINATORS,
    (w) => w.say('actor', `/setujui ${w.ids.request}`, { pressedOn: w.prompt('x') }),
  ],
  ['declines a request', COORDINATORS, (w) => w.say('actor', `/tolak ${w.ids.request}`)],
  ['approves a request of another kecamatan', NOBODY, (w) => w.say('actor', `/setujui ${w.ids.foreign}`)],
  ['declines a request of another kecamatan', NOBODY, (w) => w.say('actor', `/tolak ${w.ids.foreign}`)],
  [
    'appoints for a village',
    COORDINATORS,
    (w) => w.say('actor', '/tunjuk Bumbung kades', { quotes: w.quoted }),
  ],
  ['appoints a kasi', CAMAT, (w) => w.say('actor', '/tunjuk kasi', { quotes: w.quoted })],
  [
    'hands the office over, after being asked',
    CAMAT,
    (w) => {
      const question = w.prompt('x', undefined, `/tunjuk camat #${w.ids.guest}`);
      w.say('actor', `/tunjuk camat #${w.ids.guest}`, { pressedOn: question });
    },
  ],
  [
    'hands the office to somebody nobody asked about',
    NOBODY,
    (w) => w.say('actor', `/tunjuk camat #${w.ids.guest}`),
  ],
  [
    'answers a question that was put to another',
    NOBODY,
    (w) =>
      w.say('actor', 'ya', {
        quotes: { ref: w.prompt('x', undefined, '/lepas ya', 'telegram:other camat') },
      }),
  ],
  ['takes back a village role', COORDINATORS, (w) => w.say('actor', `/cabut #${w.ids.sekdes}`)],
  ['takes back the kasi', CAMAT, (w) => w.say('actor', `/cabut #${w.ids.kasi}`)],
  ['sets the deadline', COORDINATORS, (w) => w.say('actor', '/tenggat 20 Mei 2027')],
  ['turns reminders off', COORDINATORS, (w) => w.say('actor', '/pengingat mati')],
  ['unlinks the group', CAMAT, (w) => w.say('actor', '/lepas ya')],
  ['links the group again', NOBODY, (w) => w.say('actor', '/mulai AAAAA-AAAAA')],
  ['asks for a role in a village', HOLDERS, (w) => w.say('actor', '/daftar Bumbung pendamping')],
  [
    'only looks',
    NOBODY,
    (w) => {
      for (const word of ['rekap', 'belum', 'status Petani', 'riwayat', 'tenggat', 'bantuan', 'start'])
        w.say('actor', `/${word}`);
    },
  ],
];

describe.each(ACTS)('%s', (_what, allowed, act) => {
  it.each(HOLDERS)('%s', (holder) => {
    const there = world(holder);
    const before = there.state();
    act(there);
    expect(there.state() !== before, 'something changed').toBe(allowed.includes(holder));
    there.store.close();
  });
});

describe('an anonymous admin', () => {
  it('changes nothing, whatever is asked', () => {
    for (const [, , act] of ACTS) {
      const there = world('nobody');
      const say = there.say;
      const anonymous = {
        ...there,
        say: (_: string, text: string, more = {}) => say('actor', text, { ...more, sender: 'anonymous' }),
      };
      const before = there.state();
      act(anonymous as World);
      expect(there.state()).toBe(before);
      there.store.close();
    }
  });
});
