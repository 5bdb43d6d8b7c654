import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { area, findDistricts, timeZone, villageAround } from '../src/domain/areas.ts';
import { zoneLabel } from '../src/domain/dates.ts';
import type { DistrictCode } from '../src/domain/ids.ts';
import { MOST_WORDS } from '../src/domain/village-search.ts';
import { areasFile } from '../src/paths.ts';

type Place = readonly [offset: number, length: number];
type Block = Record<string, { readonly villages: Record<string, string> }>;
interface Whole {
  readonly province: string;
  readonly regency: string;
  readonly districts: Record<string, { readonly name: string; readonly villages: Record<string, string> }>;
}
const file = readFileSync(areasFile);

const code = (text: string) => text as DistrictCode;
const codes = (query: string) => findDistricts(query).map((match) => match.code);

describe('findDistricts', () => {
  const bathinSolapan = {
    code: '14.03.16',
    name: 'Bathin Solapan',
    regency: 'Kabupaten Bengkalis',
    province: 'Riau',
  };

  it.each([
    'Bathin Solapan',
    'bathin  solapan',
    'BATHINSOLAPAN',
    ' Kecamatan Bathin Solapan ',
    'kec. bathin solapan',
    'Kec.Bathin Solapan.',
    '14.03.16',
    '140316',
  ])('finds it by %j', (query) => expect(findDistricts(query)).toEqual([bathinSolapan]));

  it.each([
    '',
    'kecamatan',
    'Bathin',
    'Bathin Solapan Raya',
    'Riau',
    'Kabupaten Bengkalis',
    '14',
    '14.03',
    '14.03.99',
    '1403162001',
    'constructor',
  ])('finds none by %j', (query) => expect(findDistricts(query)).toEqual([]));

  it('gives every kecamatan of one name, in the order of their codes', () => {
    expect(findDistricts('sukajadi')).toEqual([
      { code: '14.71.01', name: 'Sukajadi', regency: 'Kota Pekanbaru', province: 'Riau' },
      { code: '32.73.07', name: 'Sukajadi', regency: 'Kota Bandung', province: 'Jawa Barat' },
    ]);
    expect(codes('Karanganyar')).toHaveLength(6);
  });

  it('knows names with digits, numerals, dots and apostrophes', () => {
    expect(findDistricts('2x11 kayu tanam')[0]?.name).toBe('2 x 11 Kayu Tanam');
    expect(findDistricts('iv jurai')[0]?.name).toBe('IV Jurai');
    expect(findDistricts('bts ulu')[0]?.name).toBe('BTS. Ulu');
    expect(findDistricts('Raas')[0]?.name).toBe("Ra'as");
    expect(findDistricts('timang gajah')[0]?.name).toBe('Timang Gajah');
  });

  it('takes the words of Papua and Yogyakarta for a kecamatan', () => {
    expect(codes('Distrik Sentani')).toEqual(['91.03.01']);
    expect(codes('kapanewon wates')).toContain('34.01.02');
  });
});

describe('area', () => {
  it('gives Bathin Solapan with its 13 villages in order', () => {
    const found = area(code('14.03.16'));
    expect(found).toMatchObject({ name: 'Bathin Solapan', regency: 'Kabupaten Bengkalis', province: 'Riau' });
    expect(found?.villages[9]).toEqual({ code: '14.03.16.2010', name: 'Balai Makam', kind: 'desa' });
    expect(found?.villages.map((village) => village.name)).toEqual([
      'Petani',
      'Air Kulim',
      'Buluh Manis',
      'Bumbung',
      'Pamesi',
      'Kesumbo Ampai',
      'Bathin Sobanga',
      'Sebangar',
      'Boncah Mahang',
      'Balai Makam',
      'Tambusai Batang Dui',
      'Simpang Padang',
      'Pematang Obo',
    ]);
  });

  it('tells kelurahan from desa', () => {
    const kinds = (of: string) => new Set(area(code(of))?.villages.map((village) => village.kind));
    expect(kinds('14.72.01')).toEqual(new Set(['kelurahan']));
    expect(kinds('14.03.01')).toEqual(new Set(['kelurahan', 'desa']));
    expect(kinds('91.03.13')).toEqual(new Set(['desa'])); // two of them desa adat
  });

  it('keeps a desa and a kelurahan of one name apart', () => {
    const oesao = area(code('53.01.06'))?.villages.filter((village) => village.name === 'Oesao');
    expect(oesao?.map((village) => village.kind)).toEqual(['kelurahan', 'desa']);
  });

  it('gives the largest one whole', () => expect(area(code('95.06.03'))?.villages).toHaveLength(108));

  it('gives undefined for what is no kecamatan', () => {
    for (const other of ['', '14', '14.03', '140316', '14.03.99', '99.99.99', '14.03.16.2001', '__proto__']) {
      expect(area(code(other)), other).toBeUndefined();
    }
  });

  it('keeps those in use, and no more than it must', () => {
    const first = area(code('14.03.16'));
    const second = area(code('95.06.03'));
    for (const match of manyDistricts(250)) {
      area(match);
      expect(area(code('14.03.16'))).toBe(first);
    }
    expect(area(code('95.06.03'))).not.toBe(second);
    expect(area(code('95.06.03'))).toEqual(second);
  });
});

describe('villageAround', () => {
  it('finds a village of another kecamatan of the kabupaten by its letters', () => {
    expect(villageAround(code('14.03.16'), 'pambang')).toBeUndefined();
    expect(villageAround(code('14.03.16'), 'airjamban')).toBe('Air Jamban');
    expect(villageAround(code('14.03.09'), 'airjamban')).toBeUndefined();
    expect(villageAround(code('14.03.09'), 'petani')).toBe('Petani');
    expect(villageAround(code('14.03.16'), 'petani')).toBeUndefined();
    expect(villageAround(code('32.73.07'), 'petani')).toBeUndefined();
    expect(villageAround(code('99.99.99'), 'petani')).toBeUndefined();
  });

  it('takes no name for a neighbour that the kecamatan itself has', () => {
    expect(villageAround(code('14.03.01'), 'bengkaliskota')).toBeUndefined();
    expect(villageAround(code('14.03.16'), 'bengkaliskota')).toBe('Bengkalis Kota');
  });
});

describe('time zones', () => {
  it.each([
    ['WIB', 'Asia/Jakarta', '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62'],
    ['WITA', 'Asia/Makassar', '51 52 53 63 64 65 71 72 73 74 75 76'],
    ['WIT', 'Asia/Jayapura', '81 82 91 92 93 94 95 96'],
  ])('%s', (label, zone, provinces) => {
    for (const province of provinces.split(' ')) {
      expect(timeZone(province)).toBe(zone);
      expect(timeZone(`${province}.03.16.2001`)).toBe(zone);
      expect(zoneLabel(timeZone(province))).toBe(label);
    }
  });

  it('refuses what is no province', () => {
    for (const other of ['', '0', '1', '66', 'Riau', ' 14'])
      expect(() => timeZone(other)).toThrow(RangeError);
  });
});

describe('the data file', () => {
  const { names, blocks } = readIndex();

  it('has the whole country', () => {
    const count = (length: number) => Object.keys(names).filter((key) => key.length === length).length;
    expect([count(2), count(5), count(8)]).toEqual([38, 514, 7285]);
    expect(Object.keys(blocks)).toHaveLength(514);
  });

  it('has every village in a kecamatan, none without villages, all with a zone and a tidy name', () => {
    const districts = Object.values(blocks).flatMap((place) =>
      Object.values(unpack<Block>(place).districts!),
    );
    const villages = districts.flatMap((district) => Object.entries(district.villages));
    expect(villages).toHaveLength(83_762);
    const parents = new Set(villages.map(([key]) => key.slice(0, 8)));
    expect([...parents].sort()).toEqual(Object.keys(names).filter((key) => key.length === 8));
    expect([...Object.entries(names), ...villages].filter(([, name]) => !isTidy(name))).toEqual([]);
    for (const key of Object.keys(names)) expect(() => timeZone(key)).not.toThrow();
    expect(villages.filter(([, name]) => name.split(' ').length >= MOST_WORDS)).toEqual([]);
  });
});

it('gives each kecamatan of the country as its kabupaten has it', () => {
  const blocks = Object.values(readIndex().blocks).map((place) => unpack<never>(place) as unknown as Whole);
  for (const { province, regency, districts } of blocks)
    for (const [key, { name, villages }] of Object.entries(districts)) {
      const { villages: read, ...found } = area(code(key))!;
      expect(found).toEqual({ code: key, name, regency, province });
      expect(Object.fromEntries(read.map((village) => [village.code, village.name]))).toEqual(villages);
    }
});

/** Words with one space between them, each with a capital, a digit or a mark first. */
const isTidy = (name: string) =>
  name.split(' ').every((word) => /^(dan|x|[A-Z\d('][\w'(),./-]*)$/.test(word));

function manyDistricts(count: number): DistrictCode[] {
  const keys = Object.keys(readIndex().names).filter((key) => key.length === 8 && key.startsWith('3'));
  return keys.slice(0, count).map(code);
}

function readIndex() {
  const at = (n: number) => file.readUInt32LE(4 * n);
  return { names: unpack<string>([at(0), at(1)]), blocks: unpack<Place>([at(2), at(3)]) };
}

function unpack<Value>([at, length]: Place): Record<string, Value> {
  return JSON.parse(file.subarray(at, at + length).toString()) as Record<string, Value>;
}
