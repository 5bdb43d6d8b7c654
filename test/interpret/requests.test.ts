import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks, mayBeName, takeForms, takeShown } from '../../src/interpret/requests.ts';

describe('what words ask to be shown', () => {
  it.each([
    ['peringkatnya gimana', ['ranking'], 'gimana'],
    ['minta excel dan pdf mandau', ['workbook', 'page'], 'minta dan mandau'],
    ['peringktnya', ['ranking'], ''],
    ['siapa yg blm lapor', ['missing', 'reporting'], 'siapa yg'],
    ['Rekap Rupat Utara', ['state'], 'Rupat Utara'],
    ['selamat pagi', [], 'selamat pagi'],
  ])('"%s"', (text, shown, rest) => {
    expect(takeShown(text)).toEqual({ shown, rest });
  });

  it('has forms in any order, and leaves the other words as they were typed', () => {
    expect(takeForms('pdf Mandau Peringkat')).toEqual({ forms: ['ranking', 'page'], rest: 'Mandau' });
    expect(takeForms('belum lapor')).toEqual({ forms: [], rest: 'belum lapor' });
  });

  it('tells a question or a request from a remark, and a name from words of the language', () => {
    expect(['mandau gmn', 'tolong rekap', 'sudah?'].map(asks)).toEqual([true, true, true]);
    expect(asks('besok kita rapat')).toBe(false);
    expect(['mandu', 'belum pernah', 'rapat'].map(mayBeName)).toEqual([true, false, false]);
  });

  it('keeps every word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { rest } = takeShown(text);
        for (const word of rest.split(' ')) expect(text).toContain(word);
      }),
    );
  });
});
