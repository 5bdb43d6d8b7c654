import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import { type AreaCode, NATION } from '../../src/domain/ids.ts';
import { upperArea } from '../../src/domain/upper-areas.ts';
import { takePlace, takeShownIn } from '../../src/interpret/places.ts';
import { asks, mayBeName, takeForms, takeShown, wordsIn } from '../../src/interpret/requests.ts';

describe('what words ask to be shown', () => {
  it.each([
    ['peringkatnya gimana', ['ranking'], 'gimana'],
    ['minta excel dan pdf mandau', ['workbook', 'page'], 'minta dan mandau'],
    ['peringktnya', ['ranking'], ''],
    ['siapa yg blm lapor', ['missing', 'reporting', 'who'], 'yg'],
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

  it('takes no name of a place for a word that asks, wherever in the country', () => {
    const regencies = upperArea(NATION)!.parts.flatMap(({ code }) => upperArea(code)!.parts);
    const named = fc.constantFrom(...regencies).chain(({ code }) => {
      const districts = upperArea(code)!.parts;
      const places = [...districts, ...districts.flatMap((each) => area(each.code)!.villages)];
      return fc.record({ code: fc.constant(code), name: fc.constantFrom(...places.map(({ name }) => name)) });
    });
    const examples = [
      ['14.03', 'Bantan'],
      ['31.71', 'Gambir'],
      ['12.05', 'Selesai'],
      ['32.01', 'Tinggi'],
      ['14.01', 'Tanjung Rendah'],
    ].map(([code, name]) => [{ code: code as AreaCode, name: name! }] as [{ code: AreaCode; name: string }]);
    fc.assert(
      fc.property(named, ({ code, name }) => {
        const taken = takePlace(code, name);
        fc.pre(taken.found.length > 0 && taken.rest === '');
        const rest = wordsIn(`${name} gimana`).join(' ');
        expect(takeShownIn(code, `${name} gimana`)).toEqual({ shown: [], rest });
      }),
      { seed: 1403, numRuns: 300, examples },
    );
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
