import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode } from '../../src/domain/ids.ts';
import { districtRoleNamed, roleNamed } from '../../src/features/members/role-words.ts';
import { normalise } from '../../src/interpret/tag/normalise.ts';
import { tokenise } from '../../src/interpret/tag/tokens.ts';

const PIECES = [
  ...['kantor sudah, klinik belum, ', 'kantor? ', '1 ', '1-', '1\n', 'pak x ', 'kecuali klinik ', 'bukit '],
  ...['sudah gadung ', 'Petani : 1 2\n', 'eh 1 ', '✅', '<a ', 'z', 'a@b', '\u{1d424}', '1. x ', 'beres2 '],
  ...['kalau x, ', 'nib sudah, ', '| kantor ', '(kantor belum) ', 'yang belum ada\n', '1v '],
];

/** V8 as it is without anything that depends on time, memory or what ran before. */
const STEADY = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-flush-bytecode'];

/** How often the busiest piece of code runs for each text, which is a report or names places in an area. */
function workFor(texts: readonly (readonly [text: string, within?: string])[]): readonly number[] {
  const { stdout, stderr } = spawnSync(process.execPath, [...STEADY, 'test/interpret/count-work.ts'], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  const counts = stdout.trim().split('\n').map(Number);
  expect(counts.length, stderr).toBe(texts.length);
  expect(counts.filter((count) => count > 0)).toEqual(counts);
  return counts;
}

/** Twice for each of the 155 villages of Bengkalis would be 310 for each of the 16 words that are looked at. */
const MOST_LOOKED_AT = 50_000;
/** Abenaho, with 108 villages: each is compared with up to ten beginnings of what is left, as often as one is taken. */
const LARGEST = '95.06.03' as DistrictCode;
const MOST_LISTED = 500_000;

describe('the work for a text', () => {
  it('grows with its length, no faster', { timeout: 600_000 }, () => {
    const of = (piece: string, length: number) => piece.repeat(length / piece.length);
    const counts = workFor(PIECES.flatMap((piece) => [[of(piece, 600)], [of(piece, 6_000)]]));
    const faster = PIECES.filter((_, at) => counts[2 * at + 1]! >= 12 * counts[2 * at]!);
    expect(faster).toEqual([]);
  });

  it('stays small where it names many places', { timeout: 600_000 }, () => {
    const texts = ['14.03.16.2001 ', 'Desa Petani ', 'Mandau Bengkalis ', 'Petani dan '].map((each) =>
      each.repeat(20),
    );
    const areas = ['ID', '14', '14.03', '14.03.16'];
    const counts = workFor(texts.flatMap((text) => areas.map((within) => [text, within] as const)));
    expect(Math.max(...counts)).toBeLessThan(MOST_LOOKED_AT);
  });

  it('stays small where it lists the villages of a large kecamatan', { timeout: 600_000 }, () => {
    const names = area(LARGEST)!.villages.map(({ name }) => name);
    const again = names.map((_, at) => names.slice(at).join(' ')).join(', ');
    const texts = [names.join(' '), again.slice(0, 4_000)];
    const counts = workFor(texts.map((text) => [text, LARGEST] as const));
    expect(Math.max(...counts)).toBeLessThan(MOST_LISTED);
  });

  it('ends for a title with a million letters', () => {
    const words = `kades${' di'.repeat(333_333)} x`;
    expect([districtRoleNamed(words), roleNamed(words, 'desa')]).toEqual([undefined, undefined]);
  });

  // What a pattern does within a text is not counted above. Did it go through this one again
  // and again, it would not end before the test is given up.
  it.each(PIECES)('ends for %j repeated to 100,000 letters', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect([...tokenise(normalise(text)), ...tokenise(text)]).not.toEqual([]);
  });
});
