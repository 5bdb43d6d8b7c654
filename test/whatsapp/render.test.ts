import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, split } from '../../src/adapters/whatsapp/encode.ts';
import { bare, jidOf, messageRef, partsOf } from '../../src/adapters/whatsapp/refs.ts';
import type { ChatRef, MessageRef, UserRef } from '../../src/domain/ids.ts';
import {
  assignLetters,
  isWorded,
  keepLetters,
  letteredText,
  numberFor,
} from '../../src/text/choice-letters.ts';
import type { Content } from '../../src/text/content.ts';
import { type Markup, mention, plain } from '../../src/text/markup.ts';

const markup = (text: string) => text as Markup;
const show = (text: string) => encode(markup(text), [], (jid) => jid);

describe('letters', () => {
  const choice = (label: string, command = '/x') => ({ label, command });

  it('run on past Z', () => {
    const letters = assignLetters(Array.from({ length: 80 }, (_, i) => choice(`Desa ${i}`))).map(
      ({ letter }) => letter,
    );
    expect([letters[0], letters[25], letters[26], letters[51], letters[52], letters[78]]).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'CA',
    ]);
    expect(new Set(letters).size).toBe(80);
  });

  it('leave the units of a checklist their numbers, whatever status they stand for', () => {
    const taps = [
      choice('1 Kantor ✓', '/lapor 14.03.16.2001 1b'),
      choice('4 Klinik', '/lapor 14.03.16.2001 4x'),
    ];
    const other = choice('Belum …', '/lapor 14.03.16.2001 x');
    expect(assignLetters([...taps, other])).toEqual([{ letter: 'A', label: 'Belum …', choice: other }]);
    expect([...taps, other].map(numberFor)).toEqual(['1', '4', undefined]);
    expect(numberFor(choice('Klinik berdiri', '/lapor 14.03.16.2001 4b'))).toBeUndefined();
  });
});

it('keeps letters in order while a message gains choices; what is chosen by its words stands above them', () => {
  const one = (id: number) => [
    { label: `Setujui ${id}`, command: `/setujui ${id}` },
    { label: `Tolak ${id}`, command: `/tolak ${id}` },
  ];
  const all = (newest: number) => ({
    label: 'Setujui semua',
    command: `/setujui semua ${newest}`,
    inWords: true as const,
  });
  const text = markup('?');
  const first: Content = { text, choices: one(1) };
  const second = keepLetters({ text, choices: [all(2), ...one(2), ...one(1)] }, first);
  const third = keepLetters({ text, choices: [all(3), ...one(2), ...one(3), ...one(1)] }, second);
  const lines = letteredText(third.choices!).split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'Balas pesan ini dengan huruf, misalnya: A',
    'Atau dengan tulisan: Setujui semua',
  ]);
  expect(lines.slice(2)).toEqual([
    'A. Setujui 1',
    'B. Tolak 1',
    'C. Setujui 2',
    'D. Tolak 2',
    'E. Setujui 3',
    'F. Tolak 3',
  ]);
  expect(isWorded('setujui semua', lines.join('\n'))).toBe(true);
  expect(isWorded('semua', lines.join('\n'))).toBe(false);
});

it('offers twelve choices by letter and the others by their words; a thirteenth alone has its letter too', () => {
  const villages = Array.from({ length: 14 }, (_, i) => ({ label: `Desa ${i + 1}`, command: `/x ${i}` }));
  const thirteen = letteredText(villages.slice(0, 13)).split('\n');
  expect(thirteen).toHaveLength(14);
  expect(thirteen.at(-1)).toBe('M. Desa 13');
  const lines = letteredText(villages).split('\n');
  expect(lines[0]).toBe('Balas pesan ini dengan huruf, misalnya: A');
  expect(lines.filter((line) => /^[A-Z]+\. /.test(line))).toHaveLength(12);
  expect(lines.at(-1)).toBe('Pilihan lain, balas dengan tulisannya: Desa 13 / Desa 14');
  expect(letteredText([])).toBe('');
});

describe('text', () => {
  it('puts signs where they hold', () => {
    expect(show('<b>Rekap </b>dan<i> lagi</i> <b><i>x</i></b> a &lt; b<b> </b>').text).toBe(
      '*Rekap* dan _lagi_ _*x*_ a < b ',
    );
  });

  it('notifies by digits, and only those of WhatsApp', () => {
    const text = `${mention('whatsapp:12@lid' as UserRef, 'Budi')} ${mention('telegram:7' as UserRef, 'Sari')}`;
    expect(show(text)).toEqual({ text: '@12 Sari', mentions: ['12@lid'] });
  });
});

describe('pieces', () => {
  const text = fc
    .array(
      fc.array(
        fc.constantFrom(
          'kata',
          '<b>tebal</b>',
          '&amp;',
          'x'.repeat(300),
          mention('whatsapp:1@lid' as UserRef, 'Budi'),
        ),
        { maxLength: 60 },
      ),
      { maxLength: 60 },
    )
    .map((lines) => markup(lines.map((words) => words.join(' ')).join('\n')));

  it('are short, lose nothing, and end with file and choices', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (all, withFile) => {
        const choices = [{ label: 'Ya', command: '/ya' }];
        const content = {
          text: all,
          choices,
          ...(withFile && { file: { as: 'png' } }),
        } as unknown as Content;
        const pieces = split(content);
        const last = pieces.at(-1)!;
        for (const piece of pieces) expect(plain(piece.text).length).toBeLessThanOrEqual(4000);
        if (withFile) expect(plain(last.text).length).toBeLessThanOrEqual(1000);
        expect(last.choices).toBe(choices);
        expect(pieces.slice(0, -1).every(({ file, choices }) => !file && !choices)).toBe(true);
        const letters = (each: Markup) => plain(each).replace(/\s/g, '');
        expect(pieces.map((piece) => letters(piece.text)).join('')).toBe(letters(all));
      }),
      { numRuns: 60 },
    );
  });
});

describe('refs', () => {
  it('name a person, not a device', () => {
    expect(['1:7@lid', '1_1:7@lid', '62@c.us', '9:99@hosted', '1@g.us'].map(bare)).toEqual([
      '1@lid',
      '1@lid',
      '62@s.whatsapp.net',
      '9@s.whatsapp.net',
      '1@g.us',
    ]);
    expect(() => bare('x')).toThrow();
    expect(() => bare('@s.whatsapp.net')).toThrow();
  });

  it('are read back', () => {
    const ref = messageRef('1@g.us', '2@lid', 'ABC');
    expect(partsOf(ref)).toEqual({ chat: '1@g.us', participant: '2@lid', id: 'ABC' });
    expect(partsOf(`${ref}:eXYZ` as MessageRef)).toEqual(partsOf(ref));
    expect(partsOf('telegram:1:2' as MessageRef)).toBeUndefined();
    expect([jidOf('whatsapp:1@g.us' as ChatRef), jidOf('telegram:1' as ChatRef)]).toEqual([
      '1@g.us',
      undefined,
    ]);
  });
});
