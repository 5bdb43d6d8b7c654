import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/interpret/interpret.ts';
import { message } from './read-case.ts';

const isUnchanged = (text: string): boolean => {
  const meaning = interpret(message(text));
  return meaning.kind === 'none' && meaning.why === 'unchanged';
};

describe('that nothing has changed', () => {
  it.each([
    'tidak ada perubahan pak',
    'blm ada perkembangan',
    'ga ada update pak',
    'tidak ada unit baru',
    'belum bertambah',
    'sama seperti kemarin',
    'msh sprti kmrn pak',
    'tetap sama',
    'idem minggu lalu',
    'masih tetap pak, belum ada penambahan',
    'laporan kami masih sama dengan yang kemarin',
    'Assalamualaikum pak camat, untuk desa petani belum ada perubahan ya pak 🙏',
    'durung ono perubahan pak',
  ])('"%s"', (text) => {
    expect(isUnchanged(text)).toBe(true);
  });

  it.each([
    'ada perubahan pak',
    'tidak sama',
    'sama pak',
    'tidak ada perubahan?',
    'desa bumbung tidak ada perubahan',
    'desa mana yang tidak ada perubahan',
    'semoga tidak ada perubahan',
    'belum ada laporan',
    'belum ada',
    'kantor masih sama',
    'masih belum',
  ])('is not said in "%s"', (text) => {
    expect(isUnchanged(text)).toBe(false);
  });
});
