import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/interpret/tag/normalise.ts';
import { tokenise } from '../../src/interpret/tag/tokens.ts';

const PIECES = [
  ...['kantor sudah, klinik belum, ', 'kantor? ', '1 ', '1-', '1\n', 'pak x ', 'kecuali klinik ', 'bukit '],
  ...['sudah gadung ', 'Petani : 1 2\n', 'eh 1 ', '✅', '<a ', 'z', 'a@b', '\u{1d424}', '1. x ', 'beres2 '],
  ...['kalau x, ', 'nib sudah, ', '| kantor ', '(kantor belum) ', 'yang belum ada\n', '1v '],
];

/** V8 as it is without anything that depends on time, memory or what ran before. */
const STEADY = ['--no-opt', '--no-maglev', '--no-sparkplug', '--no-flush-bytecode'];

describe('the work for a text', () => {
  it('grows with its length, no faster', { timeout: 600_000 }, () => {
    const of = (piece: string, length: number) => piece.repeat(length / piece.length);
    const input = JSON.stringify(PIECES.map((piece) => [of(piece, 600), of(piece, 6_000)]));
    const { stdout, stderr } = spawnSync(process.execPath, [...STEADY, 'test/interpret/count-work.ts'], {
      input,
      encoding: 'utf8',
    });
    const counts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [number, number]);
    expect(counts.length, stderr).toBe(PIECES.length);
    expect(counts.filter(([some, more]) => some > 0 && more > 0)).toEqual(counts);
    const faster = PIECES.filter((_, at) => counts[at]![1] >= 12 * counts[at]![0]);
    expect(faster).toEqual([]);
  });

  // What a pattern does within a text is not counted above. Did it go through this one again
  // and again, it would not end before the test is given up.
  it.each(PIECES)('ends for %j repeated to 100,000 letters', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect([...tokenise(normalise(text)), ...tokenise(text)]).not.toEqual([]);
  });
});
