import type { Message, Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { botsNamedIn } from '../../src/adapters/telegram/addressing.ts';
import { decode } from '../../src/adapters/telegram/decode.ts';
import type { Self } from '../../src/adapters/telegram/identity.ts';
import { fromUnixSeconds } from '../../src/domain/clock.ts';
import type { Instant } from '../../src/domain/ids.ts';

const SELF: Self = { id: 4242, username: 'Kopdes_bot', formerly: [], seesAll: false };
const NOW = '2026-11-23T09:05:00.000Z' as Instant;
const DATE = 1_795_424_000;

const siti = { id: 71, is_bot: false, first_name: 'Siti', last_name: 'Aminah', language_code: 'id' };
const bot = { id: 4242, is_bot: true, first_name: 'Kopdes', username: 'kopdes_bot' };
const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const group = { id: -1001234, type: 'supergroup', title: 'Kades Bantan', is_forum: true };
const home = { id: 71, type: 'private', first_name: 'Siti' };
const channel = { id: -100777, type: 'channel', title: 'Warta' };

const event = (body: object, self = SELF) => decode({ update_id: 7, ...body } as Update, self, NOW);
const message = (fields: object) =>
  event({ message: { message_id: 55, date: DATE, chat: group, from: siti, ...fields } });

test('a message has all that the core asks for', () => {
  expect(message({ text: '  Desa Selat Baru sudah berdiri ' })).toEqual({
    kind: 'message',
    ref: 'telegram:-1001234:55',
    chat: 'telegram:-1001234',
    chatKind: 'group',
    chatTitle: 'Kades Bantan',
    sender: { refs: ['telegram:71'], name: 'Siti Aminah' },
    text: 'Desa Selat Baru sudah berdiri',
    addressed: false,
    sentAt: fromUnixSeconds(DATE),
  });
});

test.each<[string, object, string | undefined, boolean?]>([
  ['free text in a group', { text: 'halo' }, 'halo', false],
  ['anything in private', { text: 'halo', chat: home }, 'halo', true],
  ['a bare command', { text: '/Lapor 1 sudah' }, '/Lapor 1 sudah', true],
  ['a command to this bot', { text: '/lapor@KOPDES_bot 1 sudah' }, '/lapor 1 sudah', true],
  ['a command and a comma', { text: '/rekap@kopdes_bot, ya' }, '/rekap, ya', true],
  ['a command to another bot', { text: '/lapor@other_bot 1 sudah' }, '', false],
  ['a command to a bot of a longer name', { text: '/lapor@kopdes_bot_2 1 sudah' }, '', false],
  ['a command to another bot in private', { text: '/lapor@other_bot', chat: home }, undefined],
  ['a path', { text: '/home/siti' }, '/home/siti', false],
  ['a command inside a sentence', { text: 'coba /lapor' }, 'coba /lapor', false],
  [
    'a command of ours quoted inside one',
    { text: 'coba /lapor@kopdes_bot 1' },
    'coba /lapor@kopdes_bot 1',
    false,
  ],
  ['a mention first', { text: '@kopdes_bot: Selat Baru sudah' }, 'Selat Baru sudah', true],
  ['a mention in the middle', { text: 'halo @Kopdes_Bot Selat Baru\nsudah' }, 'halo Selat Baru\nsudah', true],
  ['a mention alone', { text: '@kopdes_bot' }, '', true],
  ['a mention, then a command', { text: '@kopdes_bot /rekap' }, '/rekap', true],
  ['an address that looks like one', { text: 'surel a@kopdes_bot' }, 'surel a@kopdes_bot', false],
  ['a mention of another name', { text: '@kopdes_bot2 halo' }, '@kopdes_bot2 halo', false],
  ['a deep link', { text: '/start Ab3-x_9', chat: home }, '/start Ab3-x_9', true],
  ['a command in a caption', { caption: '/lapor@kopdes_bot 1 sudah', photo: [] }, '/lapor 1 sudah', true],
  ['a reply to the bot', { text: 'sudah', reply_to_message: said(bot) }, 'sudah', true],
  ['a reply to a person', { text: 'sudah', reply_to_message: said(siti) }, 'sudah', false],
  ['a photo without a word', { photo: [{ file_id: 'x' }] }, '', false],
  ['a sticker in private', { sticker: {}, chat: home }, '', true],
  ['a die in private', { dice: { emoji: '🎲', value: 6 }, chat: home }, '', true],
  ['a story in private', { story: { id: 1, chat: home }, chat: home }, '', true],
  ['a checklist in private', { checklist: { title: 'x', tasks: [] }, chat: home }, '', true],
  ['a die in a group', { dice: { emoji: '🎲', value: 6 } }, '', false],
  ['a notice in private', { message_auto_delete_timer_changed: {}, chat: home }, undefined],
  ['a member who came', { new_chat_members: [siti] }, '', false],
  ['a pinned message', { pinned_message: said(siti) }, '', false],
  ['a message of another bot', { text: '/rekap', from: { ...siti, is_bot: true } }, '', false],
  ['a post of a linked channel', { text: 'x', sender_chat: channel, is_automatic_forward: true }, '', false],
  [
    "a channel's direct messages",
    { text: '/rekap', chat: { ...group, is_direct_messages: true } },
    undefined,
  ],
  [
    'a post in a channel',
    { text: '/rekap', chat: channel, from: undefined, sender_chat: channel },
    undefined,
  ],
])('%s', (_, fields, text, addressed) => {
  const found = message(fields);
  expect(found && 'text' in found ? found.text : undefined).toBe(text);
  if (text !== undefined) expect(found).toMatchObject({ addressed });
});

function said(from: object): object {
  return { message_id: 40, date: DATE - 60, chat: group, from, text: 'Desa mana?' };
}

test.each<[string, object, string]>([
  ['a quotation', { text: 'Kode\nAB', entities: [{ type: 'blockquote', offset: 5, length: 2 }] }, 'Kode\nAB'],
  [
    'a mention',
    { text: 'halo @ABCDE', entities: [{ type: 'mention', offset: 5, length: 6 }] },
    'halo @ABCDE',
  ],
  [
    'where a link leads',
    { text: 'ini', entities: [{ type: 'text_link', offset: 0, length: 3, url: 'https://t.me/x?start=AB' }] },
    'ini\nhttps://t.me/x?start=AB',
  ],
  ['a quotation from another chat', { text: 'ini', external_reply: {}, quote: { text: 'AB' } }, 'ini\nAB'],
  ['a command to another bot', { text: '/mulai@lain_bot AB' }, '/mulai@lain_bot AB'],
  [
    'what a poll asks',
    { poll: { id: '1', question: 'Kode?', options: [{ text: 'ABCDE-23456', voter_count: 0 }] } },
    'Kode?\nABCDE-23456',
  ],
  ['what a message replies to', { text: 'ini', reply_to_message: said(siti) }, 'ini\nDesa mana?'],
  ['a pinned message', { pinned_message: said(siti) }, 'Desa mana?'],
  ['another bot', { text: 'AB', from: { ...siti, is_bot: true } }, 'AB'],
  ['a channel', { text: 'AB', sender_chat: channel, is_automatic_forward: true }, 'AB'],
  ['a game', { game: { title: 'A', description: 'B', photo: [] } }, 'A\nB'],
  ['a topic', { forum_topic_created: { name: 'AB', icon_color: 1 } }, 'AB'],
  [
    'a button',
    { text: 'A', reply_markup: { inline_keyboard: [[{ text: 'B', url: 'https://x' }]] } },
    'A\nB\nhttps://x',
  ],
  ['what the Bot API will have one day', { hologram: { parts: [{ words: 'AB' }] } }, 'AB'],
  ['what a file is called', { document: { file_id: 'x', file_name: 'ABCDE-23456.pdf' } }, 'ABCDE-23456.pdf'],
])('the group sees %s', (_, fields, shown) => {
  expect(message(fields)).toMatchObject({ shown });
});

test('an anonymous admin has no name', () => {
  expect(message({ text: '/rekap', from: anonymous, sender_chat: group })).toMatchObject({
    sender: 'anonymous',
    text: '/rekap',
    addressed: true,
  });
});

test('somebody who writes as a channel has no name either', () => {
  const asChannel = { from: { id: 136817688, is_bot: true, first_name: 'Channel' }, sender_chat: channel };
  expect(message({ text: '/rekap', ...asChannel })).toMatchObject({ sender: 'anonymous', asChannel: true });
  expect(message({ text: '/rekap', from: anonymous, sender_chat: group })).not.toHaveProperty('asChannel');
});

test.each<[string, object, string]>([
  ['a photo', { photo: [{ file_id: 'x' }] }, 'photo'],
  ['a GIF, which is a document too', { animation: {}, document: {} }, 'video'],
  ['a round video', { video_note: {} }, 'video'],
  ['a voice message', { voice: {} }, 'voice'],
  ['a sticker', { sticker: {} }, 'sticker'],
  ['a file', { document: {} }, 'document'],
  ['a place', { location: { latitude: 1, longitude: 2 } }, 'location'],
  ['a venue, which has a place too', { venue: {}, location: {} }, 'location'],
  ['a contact', { contact: {} }, 'contact'],
  ['a poll', { poll: { question: 'Gudang?' } }, 'poll'],
  ['what the Bot API will have one day', { hologram: {} }, 'other'],
])('the media of a reply: %s', (_, fields, media) => {
  expect(message({ ...fields, reply_to_message: said(bot) })).toMatchObject({
    text: '',
    media,
    addressed: true,
  });
});

test('what is of no known kind and no reply to the bot means nothing', () => {
  expect(message({ hologram: {}, reply_to_message: said(siti) })).toMatchObject({
    text: '',
    onlyShown: true,
  });
  expect(message({ hologram: {} })).toBeUndefined();
});

test('a rich message is read as the lines that it shows', () => {
  const blocks = [
    {
      type: 'heading',
      text: { type: 'bold', text: ['Laporan ', { type: 'italic', text: 'Petani' }] },
      size: 1,
    },
    { type: 'paragraph', text: ['kantor ', { type: 'url', text: 'sudah', url: 'https://contoh.test' }] },
    {
      type: 'list',
      items: [
        { label: '1.', blocks: [{ type: 'paragraph', text: 'gudang proses' }] },
        { label: '•', has_checkbox: true, is_checked: true, blocks: [{ type: 'paragraph', text: 'apotek' }] },
        { label: '•', has_checkbox: true, blocks: [{ type: 'paragraph', text: 'klinik' }] },
      ],
    },
    { type: 'divider' },
    { type: 'details', summary: 'Lain', blocks: [{ type: 'pre', text: 'logistik belum' }] },
    { type: 'table', cells: [[{ text: 'sembako' }, { text: { type: 'code', text: 'buka' } }]] },
    { type: 'photo', photo: [], caption: { text: 'foto kantor' } },
    { type: 'block of a later version' },
  ];
  expect(message({ rich_message: { blocks }, reply_to_message: said(bot) })).toMatchObject({
    text: [
      'Laporan Petani',
      'kantor sudah',
      '1. gudang proses',
      '☑ apotek',
      '☐ klinik',
      'Lain',
      'logistik belum',
      'sembako buka',
      'foto kantor',
    ].join('\n'),
    addressed: true,
  });
});

test('a rich message is read without quotations and the names of mentioned people', () => {
  const blocks = [
    { type: 'blockquote', blocks: [{ type: 'paragraph', text: 'gudang sudah' }] },
    { type: 'pullquote', text: 'apotek sudah' },
    {
      type: 'paragraph',
      text: [
        { type: 'mention', text: '@kopdes_bot', username: 'kopdes_bot' },
        ' klinik sudah ',
        { type: 'text_mention', text: 'Gudang Sudah', user: siti },
        ' ',
        { type: 'mention', text: '@apotek_sudah', username: 'apotek_sudah' },
      ],
    },
  ];
  expect(message({ rich_message: { blocks } })).toMatchObject({
    text: 'klinik sudah @anggota @anggota',
    addressed: true,
  });
});

test.each<[string, unknown]>([
  ['no blocks', {}],
  ['a text', { blocks: 'kantor' }],
  ['nothing in a list', { blocks: [null, 7, [], { text: null }, { cells: 'x' }, { items: {} }] }],
  [
    'itself, deeper than any',
    { blocks: Array.from({ length: 900 }).reduce((inner) => [{ blocks: inner }], []) },
  ],
])('a rich message that holds %s says nothing', (_, rich_message) => {
  expect(message({ rich_message }) ?? { text: '', onlyShown: true }).toMatchObject({
    text: '',
    onlyShown: true,
  });
});

test('the bots that an update names', () => {
  const update = {
    update_id: 1,
    message: { text: '/rekap@Baru_bot halo @kopdes_bot @siti surel@x.test @botani' },
  };
  expect(botsNamedIn(update as never)).toEqual(['Baru_bot', 'kopdes_bot']);
  expect(botsNamedIn({ update_id: 1, edited_message: { caption: 7 } } as never)).toEqual([]);
});

test.each([
  ['first and last name', { first_name: 'Siti', last_name: 'Aminah' }, 'Siti Aminah'],
  ['first name only', { first_name: 'Siti' }, 'Siti'],
  ['an emptied name', { first_name: '', username: 'siti71' }, 'siti71'],
  ['nothing at all', { first_name: '' }, '71'],
])('a name: %s', (_, fields, name) => {
  expect(message({ text: 'x', from: { id: 71, is_bot: false, ...fields } })).toMatchObject({
    sender: { name },
  });
});

test('the answered message and its author are known', () => {
  expect(message({ text: 'sudah', reply_to_message: said(siti) })).toMatchObject({
    quotes: { ref: 'telegram:-1001234:40', author: { refs: [`telegram:${siti.id}`] } },
  });
  // Who is named by a notice has said nothing.
  const added = { message_id: 40, date: DATE, chat: group, from: siti, new_chat_members: [siti] };
  expect(message({ text: '/tunjuk kasi', reply_to_message: added })).not.toHaveProperty('quotes.author');
  // A bot is nobody that a role could be given to.
  expect(message({ text: 'sudah', reply_to_message: said(bot) })).not.toHaveProperty('quotes.author');
  expect(message({ text: 'x', reply_to_message: { ...said(anonymous), sender_chat: group } })).toMatchObject({
    quotes: { ref: 'telegram:-1001234:40' },
  });
  expect(
    message({ text: 'x', reply_to_message: { ...said(anonymous), sender_chat: group } }),
  ).not.toHaveProperty('quotes.author');
});

test('a reply to a message of another chat or topic is known as one, and nobody as its author', () => {
  const origin = { type: 'user', sender_user: bot, date: DATE };
  const external_reply = { origin, chat: group, message_id: 40 };
  const found = message({ text: '/batal', external_reply });
  expect(found).toMatchObject({ addressed: true, quotes: { ref: 'telegram:-1001234:40' } });
  expect(message({ text: '1 3', external_reply })).toMatchObject({ addressed: true });
  const bySiti = { origin: { ...origin, sender_user: siti } };
  expect(message({ text: '1 3', external_reply: bySiti })).toMatchObject({
    addressed: false,
    quotes: { ref: 'telegram:-1001234:55:elsewhere' },
  });
  expect(message({ text: '/tunjuk kasi', external_reply: bySiti })).not.toHaveProperty('quotes.author');
});

test('messages that have no number in their chat are told apart', () => {
  const ephemeral = (update_id: number) => ({
    update_id,
    message: { message_id: 0, ephemeral_message_id: 3, date: DATE, chat: group, from: siti, text: 'x' },
  });
  const refs = [7, 8].map((id) => decode(ephemeral(id) as never, SELF, NOW)?.ref);
  expect(new Set(refs).size).toBe(2);
});

test('the thread is kept in a topic only', () => {
  expect(message({ text: 'x', message_thread_id: 9, is_topic_message: true })).toMatchObject({ thread: '9' });
  expect(message({ text: 'x', message_thread_id: 40, reply_to_message: said(siti) })).not.toHaveProperty(
    'thread',
  );
});

test('a message in a topic answers nothing by itself', () => {
  const notice = { message_id: 9, date: DATE, chat: group, from: bot };
  const created = { ...notice, message_id: 8, forum_topic_created: { name: 'Laporan' } };
  for (const reply_to_message of [notice, created]) {
    const found = message({ text: 'x', message_thread_id: 9, is_topic_message: true, reply_to_message });
    expect(found).toMatchObject({ addressed: false, thread: '9' });
    expect(found).not.toHaveProperty('quotes');
  }
});

const origin = { type: 'channel', chat: channel, message_id: 3, date: DATE - 86_400 * 300 };

test.each<[string, object, boolean]>([
  ['typed', { text: 'klinik sudah' }, false],
  ['forwarded from a channel', { text: 'klinik sudah', forward_origin: origin }, true],
  [
    "forwarded, one's own, a caption",
    { caption: 'klinik sudah', photo: [], forward_origin: { type: 'user', sender_user: siti, date: DATE } },
    true,
  ],
  ['made by another bot for its sender', { text: 'klinik sudah', via_bot: { ...bot, id: 9 } }, true],
  [
    'typed, as a reply to a stretch of a forwarded message',
    {
      text: 'klinik sudah',
      reply_to_message: { ...said(siti), forward_origin: origin },
      quote: { text: 'gudang sudah', position: 0 },
    },
    false,
  ],
  [
    'nothing but a quotation',
    { text: 'klinik sudah', entities: [{ type: 'blockquote', offset: 0, length: 12 }] },
    true,
  ],
])('somebody else may have said it: %s', (_, fields, forwarded) => {
  const found = message(fields);
  expect(found).toMatchObject({ text: 'klinik sudah' });
  expect(found && 'forwarded' in found).toBe(forwarded);
  const edited = { message_id: 55, date: DATE, edit_date: DATE + 5, chat: group, from: siti, ...fields };
  expect('forwarded' in event({ edited_message: edited })!).toBe(forwarded);
});

test.each<[string, string, object[], string]>([
  [
    'the name of somebody who is mentioned',
    'gudang sudah beroperasi, halo',
    [{ type: 'text_mention', offset: 0, length: 23, user: siti }],
    '@anggota, halo',
  ],
  [
    'a user name',
    'pak @gudang_sudah klinik sudah',
    [{ type: 'mention', offset: 4, length: 13 }],
    'pak @anggota klinik sudah',
  ],
  [
    'the name of the bot, which calls it',
    '@kopdes_bot halo',
    [{ type: 'mention', offset: 0, length: 11 }],
    'halo',
  ],
  [
    'a quotation, with a mention in it',
    '\u{1f600} gudang sudah @siti\nbelum pak',
    [
      { type: 'mention', offset: 16, length: 5 },
      { type: 'expandable_blockquote', offset: 3, length: 18 },
    ],
    '\u{1f600} \n\nbelum pak',
  ],
  [
    'what is struck out, also over a quotation',
    'kantor sudah gudang belum klinik proses',
    [
      { type: 'strikethrough', offset: 0, length: 12 },
      { type: 'blockquote', offset: 8, length: 17 },
    ],
    'klinik proses',
  ],
  [
    'stretches that are none',
    'klinik sudah',
    [
      { type: 'mention', offset: -5, length: 3 },
      { type: 'blockquote', offset: 'x', length: {} },
      { type: 'text_mention', offset: 1e9, length: 1e9 },
      null as never,
    ],
    'klinik sudah',
  ],
])("the words are read without what is not the sender's: %s", (_, text, entities, own) => {
  expect(message({ text, entities })).toMatchObject({ text: own });
  expect(message({ caption: text, caption_entities: entities, photo: [] })).toMatchObject({ text: own });
});

test('an edit has its own ref and time, and names what it edits', () => {
  const edited = { message_id: 55, date: DATE, edit_date: DATE + 90, chat: group, from: siti, text: 'sudah' };
  expect(event({ edited_message: edited })).toMatchObject({
    ref: `telegram:-1001234:55:e${DATE + 90}-7`,
    edits: 'telegram:-1001234:55',
    text: 'sudah',
    sentAt: fromUnixSeconds(DATE + 90),
  });
});

test('two edits within a second are two', () => {
  const edited = { message_id: 55, date: DATE, edit_date: DATE + 90, chat: group, from: siti };
  const [one, two] = ['klinik sudah', 'klinik belum'].map((text, i) =>
    decode({ update_id: 7 + i, edited_message: { ...edited, text } } as Update, SELF, NOW),
  );
  expect(one!.ref).not.toBe(two!.ref);
});

test('every photo of an album comes, with the album', () => {
  const album = { photo: [{ file_id: 'x' }], media_group_id: '1373' };
  expect(message({ ...album, caption: '/lapor 1 sudah' })).toMatchObject({ album: '1373', media: 'photo' });
  expect(message({ ...album, message_id: 56 })).toMatchObject({ album: '1373', text: '', media: 'photo' });
});

const press = (fields: object) =>
  event({
    callback_query: { id: '99', from: siti, chat_instance: '1', data: '/lapor 14.03.16.2001 1b', ...fields },
  });

test('a press is the command of its button', () => {
  const on = { ...said(bot), message_thread_id: 9, is_topic_message: true };
  expect(press({ message: on })).toEqual({
    kind: 'message',
    ref: 'telegram:press:99',
    chat: 'telegram:-1001234',
    chatKind: 'group',
    chatTitle: 'Kades Bantan',
    thread: '9',
    sender: { refs: ['telegram:71'], name: 'Siti Aminah' },
    text: '/lapor 14.03.16.2001 1b',
    addressed: true,
    pressedOn: 'telegram:-1001234:40',
    sentAt: NOW,
  });
});

test('a press on a message too old to be shown is one too', () => {
  expect(press({ message: { message_id: 40, chat: group, date: 0 } })).toMatchObject({
    pressedOn: 'telegram:-1001234:40',
    sender: { refs: ['telegram:71'] },
  });
});

test('a press on what the bot never sent is none', () => {
  expect(press({ inline_message_id: 'abc' })).toBeUndefined();
  expect(press({ message: said(bot), data: undefined, game_short_name: 'x' })).toBeUndefined();
});

const member = (before: object | string, after: object | string, chat: object = group, self = SELF) => {
  const status = (s: object | string) => ({ user: bot, ...(typeof s === 'string' ? { status: s } : s) });
  const change = {
    chat,
    from: siti,
    date: DATE,
    old_chat_member: status(before),
    new_chat_member: status(after),
  };
  return event({ my_chat_member: change }, self);
};

test.each<[string, Parameters<typeof member>, object | undefined]>([
  ['added', ['left', 'member'], { kind: 'added', chatTitle: 'Kades Bantan', seesAll: false }],
  ['added as an admin', ['left', 'administrator'], { kind: 'added', seesAll: true }],
  ['back after a kick', ['kicked', 'member'], { kind: 'added', seesAll: false }],
  ['added without privacy mode', ['left', 'member', group, { ...SELF, seesAll: true }], { seesAll: true }],
  ['removed', ['member', 'left'], { kind: 'removed', chat: 'telegram:-1001234' }],
  ['kicked', ['administrator', 'kicked'], { kind: 'removed' }],
  ['removed while restricted', ['member', { status: 'restricted', is_member: false }], { kind: 'removed' }],
  ['restricted', ['member', { status: 'restricted', is_member: true }], undefined],
  ['made an admin', ['member', 'administrator'], { kind: 'rights', seesAll: true }],
  ['an admin no more', ['administrator', 'member'], { kind: 'rights', seesAll: false }],
  [
    'an admin no more, without privacy mode',
    ['administrator', 'member', group, { ...SELF, seesAll: true }],
    { kind: 'rights', seesAll: true },
  ],
  [
    'an admin with other rights',
    ['administrator', { status: 'administrator', can_pin_messages: true }],
    undefined,
  ],
  ['blocked', ['member', 'kicked', home], { kind: 'removed', chat: 'telegram:71' }],
  ['unblocked', ['kicked', 'member', home], undefined],
  ['added to a channel', ['left', 'administrator', channel], undefined],
])('membership: %s', (_, change, expected) => {
  const found = member(...change);
  if (expected) expect(found).toMatchObject({ ref: expect.stringMatching(/:member:\d+:7$/), ...expected });
  else expect(found).toBeUndefined();
});

test('both chats of a migration tell the same', () => {
  const old = { id: -55, type: 'group', title: 'Kades Bantan' };
  const told = message({ chat: old, migrate_to_chat_id: -1001234 });
  expect(told).toEqual({
    kind: 'migrated',
    ref: 'telegram:migrated:-55:-1001234',
    from: 'telegram:-55',
    to: 'telegram:-1001234',
    at: fromUnixSeconds(DATE),
  });
  expect(message({ migrate_from_chat_id: -55 })).toEqual(told);
});

test.each<[string, object]>([
  ['nothing', {}],
  ['an unknown kind', { poll_answer: { poll_id: '1' } }],
  ['null', { message: null as unknown as Message }],
])('not meant for the bot: %s', (_, body) => {
  expect(event(body)).toBeUndefined();
});

const whole = { message_id: 1, date: DATE, text: '/rekap', from: siti, chat: group };

test.each<[string, object]>([
  ['a date that is no date', { message: { ...whole, date: 'x' } }],
  ['an edit dated by a list', { edited_message: { ...whole, edit_date: [1] } }],
  ['an album named by an object', { message: { ...whole, media_group_id: {} } }],
  ['a message without a chat', { message: { message_id: 1, date: DATE, text: 'x', from: siti } }],
  ['a message without a number', { message: { date: DATE, text: 'x', from: siti, chat: group } }],
  ['a message without a date', { message: { message_id: 1, text: 'x', from: siti, chat: group } }],
  ['a text that is none', { message: { message_id: 1, date: DATE, text: 5, from: siti, chat: group } }],
  ['a sender without an id', { message: { message_id: 1, date: DATE, text: 'x', from: {}, chat: group } }],
  [
    'a chat with an odd id',
    { message: { message_id: 1, date: DATE, text: 'x', from: siti, chat: { ...group, id: 'a' } } },
  ],
  ['a press without a sender', { callback_query: { id: '1', data: 'x', message: said(bot) } }],
  ['a membership without a member', { my_chat_member: { chat: group, date: DATE } }],
])('malformed: %s', (_, body) => {
  expect(() => event(body)).toThrow();
});
