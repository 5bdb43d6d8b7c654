import { describe, expect, it } from 'vitest';
import type { AreaCode } from '../../src/domain/ids.ts';
import { similarParts, similarPlaces, takeParts, takePlace } from '../../src/interpret/places.ts';
import { withoutFillers } from '../../src/interpret/requests.ts';

const taken = (within: string, words: string) => {
  const { found, rest } = takePlace(within as AreaCode, words);
  return [found.map(({ code }) => code).join(' '), rest];
};

describe('the place that words name', () => {
  it.each([
    ['14.03', 'Petani', '14.03.16.2001', ''],
    ['14.03', 'utk kec. Mandau ya pak', '14.03.09', ''],
    ['14.03', 'Kab. Bengkalis', '14.03', ''],
    ['14.03', 'Bengkalis', '14.03.01', ''],
    ['14.03', 'Pinggir', '14.03.13', ''],
    ['14.03', 'desa Pinggir', '14.03.13.2007', ''],
    ['14.03', 'Duri Timur gambar', '14.03.09.1007', 'gambar'],
    ['14.03', 'kab pak', '', 'kab pak'],
    ['14.03.01', 'kab bengkalis', '', 'kab bengkalis'],
    ['14.03.01', 'kec bengkalis', '14.03.01', ''],
    ['14.03', 'kec bengkalis pak', '14.03.01', ''],
    ['14.03', 'kota bengkalis', '', 'kota bengkalis'],
    ['14.03', 'prov bengkalis', '', 'prov bengkalis'],
    ['14.03', 'kab mandau', '', 'kab mandau'],
    ['14.03', 'kec petani', '', 'kec petani'],
    ['14.03', 'mandau kab bengkalis', '14.03.09', ''],
    ['14', 'kota bengkalis', '', 'kota bengkalis'],
    ['14', 'kec bengkalis', '14.03.01', ''],
    ['32', 'kota bandung', '32.73', ''],
    ['32', 'kabupaten bandung', '32.04', ''],
    ['17.01', 'kecamatan kota manna', '17.01.05', ''],
    ['17.01', 'kota manna', '17.01.05', ''],
    ['14.03.16', 'Kecamatan Bathin Solapan', '14.03.16', ''],
    ['14', '1403162001', '14.03.16.2001', ''],
    ['14', 'Petani', '', 'Petani'],
    ['ID', '32 Bandung', '32.04 32.73', ''],
    ['33.22', 'Duren', '33.22.02.2001 33.22.09.2009 33.22.20.2002', ''],
    ['33.22', 'Sumowono Duren', '33.22.09.2009', ''],
    ['33.22', 'Ungaran Barat Candirejo', '33.22.18.1006', ''],
  ])('in %s of "%s" is %s', (within, words, found, rest) => {
    expect(taken(within, words)).toEqual([found, rest]);
  });

  it('is nearly one by a letter or two of a long name, or by its beginning or end', () => {
    const near = (words: string) => similarPlaces('14.03' as AreaCode, words).map(({ name }) => name);
    expect(near('Mando')).toEqual(['Mandau']);
    expect(near('solapan')).toEqual(['Bathin Solapan']);
    expect(near('kabar')).toEqual([]);
    expect(near('Atlantis')).toEqual([]);
    expect(near('rupat utra')).toEqual(['Rupat Utara']);
    expect(near('bathn solapn')).toEqual(['Bathin Solapan']);
    expect(near('solapn')).toEqual(['Bathin Solapan']);
  });

  it('is nearly those that the words begin, the kecamatan of a town before its villages', () => {
    const near = (words: string) => similarPlaces('14.03' as AreaCode, words).map(({ code }) => code);
    expect(near('duri')).toEqual(['14.03.09', '14.03.09.1006', '14.03.09.1007']);
    expect(near('siak')).toEqual(['14.03.12']);
    expect(near('sungai')).toHaveLength(9);
    expect(near('du')).toEqual([]);
    expect(similarPlaces('14.03.09' as AreaCode, 'duri').map(({ name }) => name)).toEqual([
      'Duri Barat',
      'Duri Timur',
    ]);
  });

  it('is a part one level down for what lies in it', () => {
    const parts = (words: string) => similarParts('14.03' as AreaCode, words).map(({ name }) => name);
    expect(parts('Petani')).toEqual(['Bathin Solapan']);
    expect(parts('duri')).toEqual(['Mandau']);
    expect(parts('rupat utra')).toEqual(['Rupat Utara']);
    expect(parts('Kabupaten Bengkalis')).toEqual([]);
  });

  it('leaves out what people say around it', () => {
    expect(withoutFillers('tolong gambar dong, pak!')).toBe('gambar');
    expect(withoutFillers('kab pak')).toBe('');
  });
});

it('takes a part of an area for itself, though a place in it has its name', () => {
  expect(takeParts('ID' as AreaCode, 'riau sama jambi').found).toEqual(['14', '15']);
});
