import fc from 'fast-check';
import { InputFile } from 'grammy/web';
import { expect, test } from 'vitest';
import type { Attachment, Sendable } from '../../src/adapters/adapter.ts';
import { encode } from '../../src/adapters/telegram/encode.ts';
import { split } from '../../src/adapters/telegram/split.ts';
import type { ChatRef, MessageRef, UserRef } from '../../src/domain/ids.ts';
import type { Choice, Content } from '../../src/text/content.ts';
import { literal, type Markup, mention, parseMarkup, plain } from '../../src/text/markup.ts';

const GROUP = 'telegram:-1001234' as ChatRef;
const HOME = 'telegram:71' as ChatRef;
const SITI = 'telegram:71' as UserRef;
const markup = (text: string) => text as Markup;
const say = (fields: Partial<Omit<Sendable, 'text'>> & { text?: string }) =>
  encode({ to: GROUP, ...fields, text: markup(fields.text ?? 'halo') }, 'kopdes_bot');
const shown = (text: string, to = GROUP) => (say({ text, to }).payload as { text: string }).text;
const button = (label: string, command = '/x'): Choice => ({ label, command });
const picture = (name = 'rekap.png'): Attachment => ({
  as: 'picture',
  name,
  type: 'image/png',
  source: new Uint8Array([1, 2, 3]),
});
const sheet: Attachment = { ...picture(), as: 'document', source: { uploaded: 'file-9' } };

test.each([
  ['ketik /lapor 1 sudah', 'ketik /lapor@kopdes_bot 1 sudah'],
  ['/lapor, /rekap.\n/Bantuan', '/lapor@kopdes_bot, /rekap@kopdes_bot.\n/Bantuan@kopdes_bot'],
  ['<b>/lapor</b> atau (/rekap)', '<b>/lapor@kopdes_bot</b> atau (/rekap@kopdes_bot)'],
  ['dan/atau 1/7 /7', 'dan/atau 1/7 /7'],
  ['https://kopdes.id/lapor a/b/c', 'https://kopdes.id/lapor a/b/c'],
  ['/lapor@lain_bot /etc/x', '/lapor@lain_bot /etc/x'],
  ['<b><i>a</i></b> &lt;b&gt; R&amp;D', '<i><b>a</b></i> &lt;b&gt; R&amp;D'],
  [mention(SITI, 'Siti <3 & /lapor'), '<a href="tg://user?id=71">Siti &lt;3 &amp; /lapor</a>'],
  [mention('whatsapp:1@lid' as UserRef, 'Siti'), 'Siti'],
])('in a group %j is shown as %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('in private a command stays bare', () => {
  expect(shown('ketik /lapor 1 sudah', HOME)).toBe('ketik /lapor 1 sudah');
});

test('a plain message', () => {
  expect(say({})).toEqual({
    method: 'sendMessage',
    payload: {
      chat_id: -1001234,
      text: 'halo',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  });
});

const quotes = 'telegram:-1001234:55' as MessageRef;
const FORCED = { force_reply: true, selective: true };
test.each<[string, Partial<Omit<Sendable, 'text'>>, object]>([
  ['a topic', { thread: '9' }, { message_thread_id: 9 }],
  ['a quote', { quotes }, { reply_parameters: { message_id: 55, allow_sending_without_reply: true } }],
  [
    'the quote of an edit',
    { quotes: `${quotes}:e17` as MessageRef },
    { reply_parameters: { message_id: 55 } },
  ],
  ['a question', { asks: SITI, quotes }, { reply_markup: FORCED, reply_parameters: { message_id: 55 } }],
  [
    'a choice',
    { asks: SITI, choices: [button('Ya')] },
    { reply_markup: { inline_keyboard: [[{ text: 'Ya' }]] } },
  ],
  ['a private chat', { to: HOME }, { chat_id: 71 }],
])('%s is part of the payload', (_, fields, expected) => {
  expect(say(fields).payload).toMatchObject(expected);
});

test.each(['telegram:press:99', 'telegram:-100999:55', 'whatsapp:x:55'])('no quote of %s', (ref) => {
  expect(say({ quotes: ref as MessageRef }).payload).not.toHaveProperty('reply_parameters');
});

const edits = 'telegram:-1001234:60' as MessageRef;
test('an edit replaces text and buttons, and asks for no answer', () => {
  expect(say({ edits, quotes, thread: '9', asks: SITI })).toEqual({
    method: 'editMessageText',
    payload: {
      chat_id: -1001234,
      message_id: 60,
      text: 'halo',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    },
  });
  expect(say({ edits, choices: [button('Ya')] }).payload).toHaveProperty('reply_markup.inline_keyboard');
});

test('an edit of a caption, of a picture, and of another chat', () => {
  const form = { to: GROUP, text: markup('halo'), edits };
  expect(encode({ ...form, captioned: true }, 'b')).toMatchObject({
    method: 'editMessageCaption',
    payload: { message_id: 60, caption: 'halo' },
  });
  expect(say({ edits, attachments: [sheet] })).toMatchObject({
    method: 'editMessageMedia',
    payload: { message_id: 60, media: { type: 'document', media: 'file-9', caption: 'halo' } },
  });
  expect(say({ edits, attachments: [sheet, sheet] }).method).toBe('sendMediaGroup');
  expect(say({ edits: 'telegram:-100999:60' as MessageRef }).method).toBe('sendMessage');
});

test('one file goes with its caption, a file sent before by its id', () => {
  const photo = say({ attachments: [picture('rekap Bantan/Timur;1.png')], choices: [button('Ya')] });
  expect(photo).toMatchObject({ method: 'sendPhoto', payload: { caption: 'halo', parse_mode: 'HTML' } });
  const { photo: file } = photo.payload as { photo: InputFile };
  expect(file).toBeInstanceOf(InputFile);
  expect(file.filename).toBe('rekap-Bantan-Timur-1.png');
  expect(photo.payload).toHaveProperty('reply_markup.inline_keyboard');
  expect(say({ attachments: [sheet], text: '' })).toEqual({
    method: 'sendDocument',
    payload: { chat_id: -1001234, document: 'file-9' },
  });
});

test('several files are an album, of documents where one of them is', () => {
  const kinds = (attachments: Attachment[]) =>
    (say({ attachments }).payload as { media: { type: string; caption?: string }[] }).media.map(
      ({ type, caption }) => [type, caption],
    );
  expect(kinds([picture(), picture()])).toEqual([
    ['photo', 'halo'],
    ['photo', undefined],
  ]);
  expect(kinds([picture(), sheet])).toEqual([
    ['document', 'halo'],
    ['document', undefined],
  ]);
  expect(() => say({ attachments: Array.from({ length: 11 }, () => sheet) })).toThrow(/11 files/);
});

test.each<[string, string[], number[]]>([
  ['seven numbers', ['1', '2', '3', '4', '5', '6', '7'], [3, 3, 1]],
  ['two words', ['Ya, simpan', 'Batal'], [2]],
  ['long among short', ['Ya', 'Koperasi Desa Merah Putih Selat Baru', 'Tidak'], [1, 1, 1]],
  ['short, then middle', ['Ya', 'Tidak', 'Lihat dulu'], [2, 1]],
  ['middle', ['Selat Baru', 'Bantan Tengah', 'Teluk Pambang'], [2, 1]],
])('buttons in rows: %s', (_, labels, rows) => {
  const { reply_markup } = say({ choices: labels.map((label) => button(label)) }).payload as {
    reply_markup: { inline_keyboard: unknown[][] };
  };
  expect(reply_markup.inline_keyboard.map((row) => row.length)).toEqual(rows);
});

test('a button takes 64 bytes of command, not 65', () => {
  expect(say({ choices: [button('Ya', 'x'.repeat(64))] }).payload).toHaveProperty('reply_markup');
  expect(() => say({ choices: [button('Ya', 'é'.repeat(33))] })).toThrow(/64 bytes/);
});

test('a chat of another platform is none', () => {
  expect(() => say({ to: 'whatsapp:1@g.us' as ChatRef })).toThrow(/not a chat of Telegram/);
});

const content = (text: string, more: Partial<Content> = {}): Content => ({ text: markup(text), ...more });
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const file = { as: 'png', recap: {} } as unknown as NonNullable<Content['file']>;
const choices = [button('Ya')];

test('what fits stays whole', () => {
  const whole = content('x'.repeat(4096), { choices });
  expect(split(whole)).toEqual([whole]);
  const captioned = content('x'.repeat(1024), { choices, file });
  expect(split(captioned)).toEqual([captioned]);
});

test('long text is cut between lines, and the choices go with the last piece', () => {
  const pieces = split(
    content(
      lines(100, (i) => `${i} ${'x'.repeat(96)}`),
      { choices },
    ),
  );
  expect(pieces.map((piece) => piece.text.split('\n').length)).toEqual([41, 40, 19]);
  expect(pieces.map((piece) => piece.choices)).toEqual([undefined, undefined, choices]);
});

test('a blank line nearby is the better place to cut, and is left out', () => {
  const village = (i: number) => lines(7, (unit) => `${i}.${unit} ${'x'.repeat(60)}`);
  const pieces = split(content(Array.from({ length: 12 }, (_, i) => village(i)).join('\n\n')));
  expect(pieces.length).toBe(2);
  for (const { text } of pieces) expect(text).toMatch(/^\d+\.0 [\s\S]*\.6 x+$/);
});

test('at most 50 people and 100 entities a piece', () => {
  const people = split(content(lines(120, (i) => mention(`telegram:${i}` as UserRef, `Bapak ${i}`))));
  expect(people.map((piece) => piece.text.split('\n').length)).toEqual([50, 50, 20]);
  const bold = split(content(lines(60, (i) => `<b>${i}</b> /lapor`)));
  expect(bold.map((piece) => piece.text.split('\n').length)).toEqual([50, 10]);
});

test('the name that a command gets in a group is counted', () => {
  expect(split(content(lines(80, () => `/lapor ${'x'.repeat(30)}`))).length).toBe(2);
});

test('people in one line are cut between their names', () => {
  const people = Array.from({ length: 60 }, (_, i) => mention(`telegram:${i}` as UserRef, `Bapak ${i}`)).join(
    ', ',
  );
  const pieces = split(content(people));
  expect(pieces.length).toBe(2);
  expect(pieces.map((piece) => plain(piece.text)).join('')).toBe(plain(markup(people)));
});

test('a file goes with the last piece, which is short enough for a caption', () => {
  const pieces = split(
    content(
      lines(60, (i) => `${i} ${'x'.repeat(97)}`),
      { choices, file },
    ),
  );
  expect(pieces.map((piece) => piece.text.split('\n').length)).toEqual([40, 10, 10]);
  expect(pieces.at(-1)!.text.length).toBeLessThanOrEqual(1024);
  expect(pieces.map((piece) => [piece.file, piece.choices])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [file, choices],
  ]);
});

test('a file without a word', () => {
  expect(split(content('', { file }))).toEqual([content('', { file })]);
});

test('more choices than one message shows follow in others', () => {
  const many = Array.from({ length: 108 }, (_, i) => button(`Desa ${i}`, `/x ${i}`));
  const pieces = split(content('Pilih desa', { choices: many }));
  expect(pieces.map((piece) => piece.choices!.length)).toEqual([100, 8]);
  const wide = many.map(({ command }) => button('x'.repeat(150), command));
  expect(split(content('Pilih desa', { choices: wide })).map((piece) => piece.choices!.length)).toEqual([
    53, 53, 2,
  ]);
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map(literal),
  fc.string({ minLength: 900, maxLength: 1500 }).map(literal),
  fc.string({ maxLength: 20 }).map((text) => markup(`<b>${literal(text.replace(/\n/g, ''))}</b>`)),
  fc.nat().map((id) => mention(`telegram:${id}` as UserRef, `Bapak ${id}`)),
  fc.constantFrom(markup('/lapor 1 sudah'), markup('\n'), markup('\n\n'), markup(' ')),
);

test('whatever the text: every piece fits, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), fc.boolean(), (words, withFile) => {
      const text = words.join('');
      const pieces = split(content(text, withFile ? { file } : {}));
      for (const piece of pieces) {
        const spans = parseMarkup(piece.text);
        const seen = shown(piece.text).replace(/<[^>]*>/g, '');
        expect(plain(markup(seen)).length).toBeLessThanOrEqual(piece.file ? 1024 : 4096);
        expect(spans.filter((span) => span.kind === 'mention').length).toBeLessThanOrEqual(50);
      }
      const letters = (of: string) => of.replace(/\s/g, '');
      expect(letters(pieces.map((piece) => plain(piece.text)).join(''))).toBe(letters(plain(markup(text))));
    }),
    // A failure is shown soon rather than in its smallest form.
    { numRuns: 200, interruptAfterTimeLimit: 3_000 },
  );
});
