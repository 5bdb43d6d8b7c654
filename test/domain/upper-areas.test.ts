import { describe, expect, it } from 'vitest';
import { type AreaCode, below, NATION } from '../../src/domain/ids.ts';
import { findAreas, isWithin, levelOf, parentOf, sizeOf, upperArea } from '../../src/domain/upper-areas.ts';

const codes = (within: string, query: string) => findAreas(within as AreaCode, query).map(({ code }) => code);

describe('areas above the kecamatan', () => {
  it('are the nation, 38 provinces and 514 kabupaten and kota, with all kecamatan and villages', () => {
    const nation = upperArea(NATION)!;
    expect(nation.parts).toHaveLength(38);
    expect(sizeOf(nation)).toEqual({ districts: 7285, villages: 83_762 });
    const provinces = nation.parts.map(({ code }) => upperArea(code)!);
    expect(provinces.flatMap(({ parts }) => parts)).toHaveLength(514);
    expect(provinces.map(sizeOf)).toEqual(
      nation.parts.map(({ districts, villages }) => ({ districts, villages })),
    );
    expect(sizeOf(upperArea('14.03')!)).toEqual({ districts: 11, villages: 155 });
  });

  it('are none for a kecamatan, a village or what is no code', () => {
    expect(['14.03.16', '14.03.16.2001', '99', '14.99', 'Riau', ''].map(upperArea)).toEqual(
      Array(6).fill(undefined),
    );
  });

  it('have a level and a parent by their code', () => {
    expect(['ID', '14', '14.03', '14.03.16', '14.03.16.2001'].map(levelOf)).toEqual([
      'nation',
      'province',
      'regency',
      'district',
      undefined,
    ]);
    expect(
      ['ID', '14', '14.03', '14.03.16', '14.03.16.2001'].map((code) => parentOf(code as AreaCode)),
    ).toEqual([undefined, 'ID', '14', '14.03', '14.03.16']);
    expect(isWithin('14.03.16' as AreaCode, '14.03' as AreaCode)).toBe(true);
    expect(isWithin('14.04.01' as AreaCode, '14.03' as AreaCode)).toBe(false);
    expect(isWithin('14.03' as AreaCode, NATION)).toBe(true);
    expect(below('14.03' as AreaCode)).toEqual({ from: '14.03', to: '14.03/' });
  });

  it('are found by name or code, as people type them, and only in their area', () => {
    expect(codes('ID', 'Bengkalis')).toEqual(['14.03', '14.03.01']);
    expect(codes('ID', 'kab. bengkalis')).toEqual(['14.03']);
    expect(codes('ID', 'Kecamatan Bengkalis')).toEqual(['14.03.01']);
    expect(codes('ID', 'riau')).toEqual(['14']);
    expect(codes('ID', '140316')).toEqual(['14.03.16']);
    expect(codes('14.03', 'Mandau')).toEqual(['14.03.09']);
    expect(codes('14.08', 'Mandau')).toEqual([]);
    expect(codes('ID', 'Indonesia')).toEqual(['ID']);
    expect(codes('ID', ' ')).toEqual([]);
  });
});
