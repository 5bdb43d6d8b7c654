import { describe, expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, VillageCode } from '../../src/domain/ids.ts';
import type { RoleKind } from '../../src/domain/roles.ts';
import { titlesOf } from '../../src/domain/titles.ts';
import { roleNamed, takeVillageAndRole } from '../../src/features/members/role-words.ts';
import { cooperatives, headWords, offices, roleName, villageWords } from '../../src/text/phrases.ts';

const here = (code: string) => area(code as DistrictCode)!;
/** A role in the first village of a kecamatan that is of that kind, or in the kecamatan itself. */
function office(district: string, kind: RoleKind, of: 'desa' | 'kelurahan' | 'district' = 'desa'): string {
  const found = here(district);
  const held = found.villages.find((village) => village.kind === of)?.code ?? found.code;
  return offices(found, [{ kind, area: held }]);
}

describe('the title of an office', () => {
  it.each([
    ['11.01.01', 'kades', 'Keuchik Gampong'],
    ['13.06.01', 'kades', 'Wali Nagari'],
    ['13.09.01', 'kades', 'Kepala Desa'],
    ['13.77.01', 'kades', 'Kepala Desa'],
    ['14.07.01', 'kades', 'Penghulu'],
    ['14.08.01', 'kades', 'Penghulu Kampung'],
    ['18.04.04', 'kades', 'Peratin Pekon'],
    ['18.12.01', 'kades', 'Kepalo Tiyuh'],
    ['34.04.07', 'kades', 'Lurah'],
    ['34.04.07', 'sekdes', 'Carik Kalurahan'],
    ['51.02.01', 'kades', 'Perbekel Desa'],
    ['64.07.05', 'kades', 'Petinggi Kampung'],
    ['73.18.01', 'kades', 'Kepala Lembang'],
    ['91.03.01', 'kades', 'Kepala Kampung'],
    ['14.03.16', 'kades', 'Kepala Desa'],
    ['14.03.16', 'pj', 'Pj. Kepala Desa'],
    ['11.01.01', 'plt', 'Plt. Keuchik Gampong'],
    ['14.03.16', 'sekdes', 'Sekretaris Desa'],
    ['14.03.16', 'operator', 'Operator Desa'],
    ['14.03.16', 'bpd', 'Anggota BPD Desa'],
    ['14.03.16', 'pengurus', 'Pengurus KDMP Desa'],
    ['73.18.01', 'ba', 'BA Lembang'],
  ] as const)('%s %s: %s …', (district, kind, title) => {
    const { name } = here(district).villages.find((village) => village.kind === 'desa')!;
    expect(office(district, kind)).toBe(`${title} ${name}`);
  });

  it.each([
    ['14.03.01', 'lurah', 'Lurah'],
    ['14.03.01', 'plt', 'Plt. Lurah'],
    ['14.03.01', 'seklur', 'Sekretaris Kelurahan'],
    ['14.03.01', 'pengurus', 'Pengurus KKMP Kelurahan'],
    ['91.03.01', 'lurah', 'Lurah'],
  ] as const)('%s %s of a kelurahan: %s …', (district, kind, title) => {
    const { name } = here(district).villages.find((village) => village.kind === 'kelurahan')!;
    expect(office(district, kind, 'kelurahan')).toBe(`${title} ${name}`);
  });

  it('is that of the kecamatan, whatever it is called', () => {
    expect(office('14.03.16', 'camat', 'district')).toBe('Camat Bathin Solapan');
    expect(office('14.03.16', 'kasi', 'district')).toBe('Kasi PMD Kecamatan Bathin Solapan');
    expect(office('91.03.01', 'camat', 'district')).toBe('Kepala Distrik Sentani');
    expect(office('34.04.07', 'camat', 'district')).toBe('Panewu Kapanewon Depok');
    expect(office('34.71.01', 'camat', 'district')).toMatch(/^Mantri Pamong Praja Kemantren /);
  });

  it('stands once where somebody holds it in several villages', () => {
    const codes = ['14.03.16.2001', '14.03.16.2004'] as VillageCode[];
    expect(
      offices(
        here('14.03.16'),
        codes.map((code) => ({ kind: 'ba', area: code })),
      ),
    ).toBe('BA Desa Petani dan Desa Bumbung');
  });

  it('has a form for the middle of a sentence', () => {
    expect(roleName('kades', '11.01.01.2001')).toBe('keuchik');
    expect(roleName('lurah', '14.03.01.1001')).toBe('lurah');
    expect(roleName('pj', '14.03.16.2001')).toBe('Pj. kepala desa');
    expect(roleName('kasi', '14.03.16')).toBe('Kasi PMD');
  });
});

it('names villages, heads and cooperatives by the kinds that there are', () => {
  const all = (code: string) => here(code).villages;
  expect([villageWords(all('14.03.16')), headWords(all('14.03.16'))]).toEqual(['desa', 'kepala desa']);
  expect([villageWords(all('14.03.01')), headWords(all('14.03.01'))]).toEqual([
    'desa/kelurahan',
    'kepala desa/lurah',
  ]);
  expect(villageWords(all('11.01.01'))).toBe('gampong');
  expect(
    ['14.03.16', '14.72.01', '14.03.01'].map((code) => String(cooperatives({ villages: all(code) }))),
  ).toEqual(['KDMP', 'KKMP', 'KDKMP']);
});

it('covers the villages that are called otherwise, and no others', () => {
  expect(titlesOf('13.77.01.2001').village).toBe('Desa');
  expect(titlesOf('34.71.01.1001')).toMatchObject({ village: 'Kelurahan', head: 'Lurah' });
  expect(titlesOf('31.71.01')).toMatchObject({ district: 'Kecamatan', districtHead: 'Camat' });
});

describe('a title that somebody types', () => {
  it.each([
    ['kades', 'desa', 'kades'],
    ['Pak Kades', 'desa', 'kades'],
    ['pak keuchik', 'desa', 'kades'],
    ['Wali Nagari', 'desa', 'kades'],
    ['lurah', 'desa', 'kades'],
    ['lurah', 'kelurahan', 'lurah'],
    ['kades', 'kelurahan', 'lurah'],
    ['Pj.', 'desa', 'pj'],
    ['Pj. Kepala Desa', 'desa', 'pj'],
    ['penjabat keuchik', 'desa', 'pj'],
    ['plt lurah', 'kelurahan', 'plt'],
    ['Pelaksana Harian', 'desa', 'plh'],
    ['sekdes', 'kelurahan', 'seklur'],
    ['carik', 'desa', 'sekdes'],
    ['ketua koperasi', 'desa', 'pengurus'],
    ['Ketua KKMP', 'kelurahan', 'pengurus'],
    ['business assistant', 'desa', 'ba'],
    ['tuha peut', 'desa', 'bpd'],
    ['bumdes', 'kelurahan', undefined],
    ['bpd', 'kelurahan', undefined],
    ['camat', 'desa', undefined],
    ['warga', 'desa', undefined],
    ['pj warga', 'desa', undefined],
  ] as const)('%s in a %s is %s', (words, kind, role) => expect(roleNamed(words, kind)).toBe(role));

  it.each([
    'Petani kades',
    'kades Petani',
    'Kepala Desa Petani',
    'pak kades desa Petani',
    'Pj. Kades Petani',
    'Keuchik Gampong Petani',
  ])('may stand before or after its village: %s', (words) => {
    const { found, role } = takeVillageAndRole(here('14.03.16'), words);
    expect(found.exact.map(({ name }) => name)).toEqual(['Petani']);
    expect(roleNamed(role, 'desa')).toMatch(/kades|pj/);
  });
});
