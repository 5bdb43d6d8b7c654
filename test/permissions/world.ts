import { commands } from '../../commands/index.ts';
import type { IncomingMessage } from '../../src/adapters/adapter.ts';
import { createBot } from '../../src/app/bot.ts';
import { area } from '../../src/domain/areas.ts';
import {
  type AreaCode,
  type ChatRef,
  type DistrictCode,
  type Instant,
  type LocalDate,
  type MessageRef,
  NATION,
  type OutboxId,
  type UpperCode,
  type UserRef,
  type VillageCode,
} from '../../src/domain/ids.ts';
import type { Actor } from '../../src/domain/people.ts';
import { type RoleKind, UPPER_ROLES } from '../../src/domain/roles.ts';
import { invite, inviteFurther } from '../../src/features/members/invitations.ts';
import { createLog } from '../../src/log.ts';
import type { Tx } from '../../src/store/tx.ts';
import { literal } from '../../src/text/markup.ts';
import { openTestStore } from '../engine.ts';

const NOW = '2027-04-01T02:00:00.000Z' as Instant;
const GROUP = 'telegram:-1' as ChatRef;
const UNLINKED = 'telegram:-2' as ChatRef;
const HERE = '14.03.16' as DistrictCode;
// Bathin Solapan
const THERE = '14.03.09' as DistrictCode;
// Mandau
const NOT_OPENED = '14.03.15' as DistrictCode;
export const OWN = '14.03.16.2001' as VillageCode;
// Petani
export const OTHER = '14.03.16.2002' as VillageCode;
// Air Kulim
export const FOREIGN = '14.03.09.2011' as VillageCode;
// Harapan Baru
const PLACES = [HERE, THERE, NOT_OPENED];

const ABOVE = 'telegram:-3' as ChatRef;
/** Kabupaten Bengkalis, Riau, the nation. */
const REGENCY = '14.03' as UpperCode;
const UPPER: Readonly<Record<keyof typeof UPPER_ROLES, UpperCode>> = {
  regency: REGENCY,
  province: '14' as UpperCode,
  nation: NATION,
};

export type Holder = RoleKind | 'nobody' | 'camat elsewhere' | 'kades elsewhere';

const officeOf = (holder: Holder): readonly [RoleKind, VillageCode | AreaCode] | undefined => {
  if (holder === 'nobody') return undefined;
  if (holder === 'camat elsewhere') return ['camat', THERE];
  if (holder === 'kades elsewhere') return ['kades', FOREIGN];
  for (const level of ['regency', 'province', 'nation'] as const)
    if ((UPPER_ROLES[level] as readonly RoleKind[]).includes(holder)) return [holder, UPPER[level]];
  return [holder, holder === 'camat' || holder === 'kasi' ? HERE : OWN];
};

export type World = ReturnType<typeof createWorld>;
type More = Partial<IncomingMessage>;

/**
 * Two kecamatan with somebody in each kind of office, an open request and a report in each, and the actor in a role of
 * their own.
 */
export function createWorld(holder: Holder) {
  const store = openTestStore(':memory:');
  const settings = { deadline: undefined, reminderDays: [7] };
  const bot = createBot({ commands, settings, log: createLog('silent') });
  const account = (name: string) => ({ refs: [`telegram:${name}` as UserRef] as [UserRef], name });
  const someone = (name: string) => store.transaction((tx) => tx.people.findOrAdd(account(name).refs, name));
  const give = (name: string, kind: RoleKind, where: string) =>
    store.transaction((tx) => tx.people.give(someone(name), kind, where as VillageCode, NOW));
  const ask = (name: string, where: VillageCode) =>
    store.transaction((tx) => tx.people.ask(someone(name), 'pendamping', where, NOW));

  store.transaction((tx) => tx.chats.open(HERE, '2027-05-15' as LocalDate, NOW));
  store.transaction((tx) => tx.chats.open(THERE, '2027-06-21' as LocalDate, NOW));
  store.transaction((tx) => tx.chats.seen(GROUP, 'group', 'KDMP'));
  store.transaction((tx) => tx.chats.link(GROUP, HERE, NOW, null));
  for (const code of Object.values(UPPER))
    store.transaction((tx) => tx.chats.open(code, '2027-06-30' as LocalDate, NOW));
  store.transaction((tx) => tx.chats.seen(ABOVE, 'group', 'Rakor'));
  store.transaction((tx) => tx.chats.link(ABOVE, REGENCY, NOW, null));
  const ids = {
    camat: give('other camat', 'camat', HERE),
    kasi: give('other kasi', 'kasi', HERE),
    kabid: give('other kabid', 'kabid', REGENCY),
    own: give('own bpd', 'bpd', OWN),
    other: give('reporter', 'sekdes', OTHER),
    foreign: give('foreign sekdes', 'sekdes', FOREIGN),
  };
  const requests = {
    own: ask('own asker', OWN),
    other: ask('other asker', OTHER),
    foreign: ask('foreign asker', FOREIGN),
  };
  const office = officeOf(holder);
  if (office) give('actor', ...office);
  // The group was shown its open requests.
  const shown = [requests.own, requests.other].map((id) => ({
    label: `Setujui ${id}`,
    command: `/setujui ${id}`,
  }));
  store.transaction((tx) => {
    const content = { text: literal('…'), choices: shown };
    const id = tx.outbox.add({ to: GROUP, content, context: { requests: true } }, NOW);
    tx.outbox.settle(id, 'sent', `${GROUP}:requests` as MessageRef);
  });

  let n = 0;
  const nextRef = (chat: ChatRef) => `${chat}:${++n}` as MessageRef;

  /** Says something in the group, called or not, as `more` has it. */
  function say(name: string, text: string, more: More = {}): MessageRef {
    const chat = more.chat ?? GROUP;
    const message: IncomingMessage = {
      kind: 'message',
      ref: nextRef(chat),
      chat,
      chatKind: 'group',
      sender: account(name),
      text,
      addressed: true,
      sentAt: NOW,
      ...more,
    };
    store.transaction((tx) => bot.handle(tx, message, NOW));
    return message.ref;
  }

  interface Prompt {
    readonly command?: string;
    readonly answers?: MessageRef | undefined;
    readonly asks?: string;
    readonly to?: ChatRef | undefined;
  }

  /** A message of the bot's with a button "Ya". */
  function prompt({ command, answers, asks, to = GROUP }: Prompt = {}): MessageRef {
    const choices = command ? [{ label: 'Ya', command }] : [];
    const content = { text: literal('…'), choices };
    const context = { named: account('guest') };
    const asked = asks ? { asks: `telegram:${asks}` as UserRef } : {};
    const id = store.transaction((tx) => tx.outbox.add({ to, content, context, answers, ...asked }, NOW));
    const ref = `${to}:bot${id}` as MessageRef;
    store.transaction((tx) => tx.outbox.settle(id, 'sent', ref));
    return ref;
  }

  const record = (name: string, village: VillageCode) => {
    const message = nextRef(GROUP);
    const source = { person: someone(name), at: NOW, recordedAt: NOW, message, text: null };
    store.transaction((tx) => tx.ledger.add(village, 'simpan_pinjam', 'berdiri', 'sekdes', source));
    store.transaction((tx) => tx.ledger.add(village, 'apotek', 'berdiri', 'sekdes', source));
    return message;
  };
  const reported = { other: record('reporter', OTHER), foreign: record('foreign sekdes', FOREIGN) };

  /** Everything that needs a right to be changed. */
  const state = () =>
    store.read(({ people, ledger, chats }) =>
      JSON.stringify([
        ...PLACES.flatMap((code) => [
          people.holders(code),
          people.requests(code),
          ledger.history(code, 100),
          ledger.district(code),
          chats.opened(code),
        ]),
        ...Object.values(UPPER).flatMap((code) => [people.holders(code), chats.opened(code)]),
        chats.get(ABOVE),
        chats.get(GROUP),
        chats.get(UNLINKED),
      ]),
    );

  /** What the bot has said since a row of the outbox. */
  const saidSince = (last: OutboxId): string =>
    store
      .read((tx) => tx.outbox.queuedAfter(last))
      .map(({ id }) => store.read((tx) => tx.outbox.get(id))!.content!)
      .map(({ text, choices = [] }) => [text, ...choices.map(({ label }) => label)].join('\n'))
      .join('\n');

  return {
    store,
    say,
    prompt,
    state,
    said: () => saidSince(0 as OutboxId),
    ids,
    requests,
    reported,
    code: store.transaction((tx) => invite(tx, NOT_OPENED, NOW)),
    furtherCode: store.transaction((tx) => inviteFurther(tx, HERE, NOW)),
    regencyCode: store.transaction((tx) => invite(tx, REGENCY, NOW)),
    /** The actor as the store knows them, and the chats that there are. */
    actor: (tx: Tx): Actor => {
      const person = tx.people.find(account('actor').refs);
      return {
        account: account('actor'),
        person,
        roles: person === undefined ? [] : tx.people.roles(person),
      };
    },
    chats: {
      group: { kind: 'group', area: HERE },
      above: { kind: 'group', area: REGENCY },
      unlinked: { kind: 'group', area: undefined },
      private: { kind: 'private', area: undefined },
    } as const,
    unlinked: { chat: UNLINKED },
    above: { chat: ABOVE },
    privately: { chat: 'telegram:actor' as ChatRef, chatKind: 'private' as const },
    quotesGuest: { quotes: { ref: 'telegram:-1:guest' as MessageRef, author: account('guest') } },
    villageName: (code: VillageCode) =>
      area(code.slice(0, 8) as DistrictCode)!.villages.find((village) => village.code === code)!.name,
  };
}

/** The ways in which words reach the bot. Words that are a command stand behind a button as well. */
export const PATHS = ['typed', 'pressed', 'replied', 'overheard', 'edited', 'forwarded'] as const;
export type Path = (typeof PATHS)[number];

/** The actor says those words on that path; `answers`: the message to whose answer they reply, or whose button they press. */
export function act(world: World, path: Path, words: string, more: More = {}, answers?: MessageRef): void {
  const { say, prompt } = world;
  const isCommand = words.startsWith('/');
  const ours = () => prompt({ answers, to: more.chat, ...(isCommand && { command: words }) });
  const about = answers && path !== 'pressed' && path !== 'replied' ? { quotes: { ref: ours() } } : {};
  switch (path) {
    case 'typed':
      say('actor', words, { ...about, ...more });
      break;
    case 'overheard':
      say('actor', words, { ...about, ...more, addressed: false });
      break;
    case 'forwarded':
      say('actor', words, { ...about, ...more, forwarded: true });
      break;
    case 'pressed': {
      const press = { ...more, pressedOn: ours() };
      delete press.quotes; // a press quotes nothing
      say('actor', words, press);
      break;
    }
    case 'replied':
      say('actor', isCommand ? 'Ya' : words, { quotes: { ref: ours() }, ...more });
      break;
    case 'edited': {
      const edits = say('actor', 'selamat pagi', { ...more, addressed: false });
      say('actor', words, { ...about, ...more, edits, ref: `${edits}:e1` as MessageRef });
    }
  }
}
