import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFrom } from '../src/names.ts';

/** What hostile names are made of, and what good ones are. */
const PIECES = [
  'Budi',
  'Dr. Ali, S.Pd.',
  'H.',
  'Camat',
  'Ni’mah',
  'محمد',
  'ꦧꦸꦢꦶ',
  '★',
  '👨‍👩‍👧‍👦',
  'é',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u3164',
  '\u2800',
  '\ud800',
  '\u0301'.repeat(30),
  '<b>',
  '</b>',
  '&lt;',
  '<mention ref="x">',
  '@kdmp_bot',
  '＠budi',
  '/lepas ya',
  '／rekap',
  'http://x.co',
  'bit.ly/a',
  'a@b.id',
  '#tag',
  '$BTC',
  '*tebal*',
  '_miring_',
  '~~',
  '`',
  '```',
  '||',
  '[x](y)',
  'A. Setujui semua',
  '1. ',
  '- ',
  '> ',
  '…',
  '$&',
  "$'",
  '+62 812-3456-7890',
  '0812.3456.7890',
  '1234567890123456',
  '{ $name }',
  '\\',
  '"',
  ':',
  ' ',
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('a name from outside', () => {
  it('is one short line of letters, whatever it was, and the same when it is taken again', () => {
    fc.assert(
      fc.property(hostile, (outside) => {
        const name = nameFrom(outside);
        expect(name).toMatch(/[\p{L}\p{Nd}\p{So}]/u);
        expect(name.length).toBeLessThanOrEqual(40);
        expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\t\n]|\p{M}{3}/u);
        expect(name).not.toMatch(/[@/\\<>#:*_~`|[\]{}"$+=^]/);
        expect(name).not.toMatch(/[\p{L}\p{N}]\.[\p{L}\p{N}]|\d{7}/u);
        expect(name).not.toMatch(/^(?:\s|[-.,]|\p{M}|\d+[.)] )|\s$/u);
        expect(nameFrom(name)).toBe(name);
      }),
      { seed: 14, numRuns: 3000 },
    );
  });

  it.each([
    ['Dr. H. Ali Akbar, S. Pd.', 'Dr. H. Ali Akbar, S. Pd.'],
    ['M.Ali', 'M. Ali'],
    ['Ni’mah & Sari (Pj)', 'Ni’mah & Sari (Pj)'],
    ['Budi\n\nA. Setujui semua', 'Budi A. Setujui semua'],
    ['</b>', 'b'],
    ['/lepas', 'lepas'],
    ['@kdmp_bot', 'kdmp bot'],
    ['+62 812-3456-7890', '7890'],
    ['', 'tanpa nama'],
    ['\u3164\u200b . \u202e', 'tanpa nama'],
    [undefined, 'tanpa nama'],
  ])('of %j is said as %j', (outside, name) => expect(nameFrom(outside)).toBe(name));

  it('is cut between whole characters', () => {
    expect(nameFrom('👩🏽'.repeat(100)).length).toBe(40);
    expect(nameFrom(`${'a'.repeat(39)}e\u0323\u0302`)).toBe(`${'a'.repeat(39)}ệ`);
    expect(nameFrom('🇮🇩'.repeat(30))).toBe('🇮🇩'.repeat(10));
  });

  it('takes no longer when it is long', () => {
    for (const piece of ['$&', '(a+)+b', '1 ', '.a', ' ', '\u0301', '1) ']) {
      const began = performance.now();
      nameFrom(piece.repeat(1_000_000));
      expect(performance.now() - began).toBeLessThan(2000);
    }
  });
});
