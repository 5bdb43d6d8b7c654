import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../../src/interpret/lines.ts';
import { normalise } from '../../src/interpret/normalise.ts';
import { isCertain } from '../../src/interpret/overheard.ts';
import { understand } from '../../src/interpret/reading.ts';
import { readSigns } from '../../src/interpret/signs.ts';
import { tokenise } from '../../src/interpret/tokens.ts';
import { weigh } from '../../src/interpret/weigh.ts';
import { message, VILLAGES } from './read-case.ts';

const session = new Session();

/** All steps, to the end of a text however long; `interpret` itself stops at what nobody would say. */
const readAll = (text: string): void => {
  const signs = readSigns(tokenise(normalise(text)), VILLAGES);
  const reading = understand({ text, signs, lines: readLines(signs), tooMuch: false });
  const meaning = weigh(message(text), reading);
  if (meaning.kind === 'report') isCertain(reading, meaning.reports);
};

/** How often the busiest piece of code in src/interpret runs for a text: the same on every machine, however busy. */
const workOf = async (text: string): Promise<number> => {
  await session.post('Profiler.takePreciseCoverage'); // What ran before does not count.
  readAll(text);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = result
    .filter(({ url }) => url.includes('src/interpret/'))
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges.map(({ count }) => count));
  return counts.reduce((most, count) => Math.max(most, count), 0);
};

describe('the work for a text', () => {
  beforeAll(async () => {
    session.connect();
    await session.post('Profiler.enable');
    // Only functions that have not run yet are counted piece by piece.
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    readAll('kantor'); // The villages are looked at once.
  });
  afterAll(() => session.disconnect());

  const pieces = [
    ...['kantor sudah, klinik belum, ', 'kantor? ', '1 ', '1-', '1\n', 'pak x ', 'kecuali klinik ', 'bukit '],
    ...['sudah gadung ', 'Petani : 1 2\n', 'eh 1 ', '✅', '<a ', 'z', 'a@b', '\u{1d424}'],
  ];

  it.each(pieces)('grows with the length of %j repeated, no faster', async (piece) => {
    const work = (length: number) => workOf(piece.repeat(length / piece.length));
    const [some, more] = [await work(600), await work(6_000)];
    expect(more).toBeLessThan(12 * some);
  });

  // What a pattern does within a text is not counted above. Did it go through this one again
  // and again, it would not end before the test is given up.
  it.each(pieces)('ends for %j repeated to 100,000 letters', (piece) => {
    const text = piece.repeat(100_000 / piece.length);
    expect([...tokenise(normalise(text)), ...tokenise(text)]).not.toEqual([]);
  });
});
