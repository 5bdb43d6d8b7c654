import { Session } from 'node:inspector/promises';
import { text as readText } from 'node:stream/consumers';
import { area } from '../../src/domain/areas.ts';
import type { AreaCode } from '../../src/domain/ids.ts';
import { takeVillagesAndRoles } from '../../src/features/members/role-words.ts';
import { readLines } from '../../src/interpret/parse/lines.ts';
import { takePlace, takeShownIn, withoutPlaces } from '../../src/interpret/places.ts';
import { readingOf } from '../../src/interpret/reading.ts';
import { isCertain } from '../../src/interpret/resolve/ambient.ts';
import { weigh } from '../../src/interpret/resolve/weigh.ts';
import { normalise } from '../../src/interpret/tag/normalise.ts';
import { tagTokens } from '../../src/interpret/tag/tagger.ts';
import { tokenise } from '../../src/interpret/tag/tokens.ts';
import type { Message } from '../../src/interpret/types.ts';

/*
 * Prints for each text on standard input (JSON) how often the busiest piece of code in src/interpret and src/domain runs
 * for it: to read it as a report, or to find the places that it names in an area and the villages that it lists. Started with optimisation and flushing off (work.test.ts), so that the counts are the same on every machine.
 */

const villages = ['Petani', 'Air Kulim', 'Bukit Batu', 'Bukit Bata'].map((name) => ({ code: name, name }));
const session = new Session();

type Told = readonly [text: string, within?: AreaCode];

/** All stages, to the end of a text however long; `interpret` itself stops at what nobody would say. */
const readAll = (text: string): void => {
  const message: Message = { text, mode: 'addressed', villages, own: ['Petani'] };
  const tags = tagTokens(tokenise(normalise(text)), villages);
  const reading = readingOf(readLines(tags), tags);
  const meaning = weigh(message, reading);
  if (meaning.kind === 'report') isCertain(reading, meaning.reports);
};

const findPlaces = (within: AreaCode, text: string): void => {
  const { rest } = takePlace(within, text);
  withoutPlaces(within, rest);
  takeShownIn(within, text);
  const district = area(within);
  if (district) takeVillagesAndRoles(district, text);
};

const workOf = async ([text, within]: Told): Promise<number> => {
  await session.post('Profiler.takePreciseCoverage'); // What ran before does not count.
  if (within) findPlaces(within, text);
  else readAll(text);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const counts = result
    .filter(({ url }) => /src\/(interpret|domain)\//.test(url))
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges.map(({ count }) => count));
  return counts.reduce((most, count) => Math.max(most, count), 0);
};

session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
readAll('kantor');
// The words are learned, and the villages looked at, once.
const texts = JSON.parse(await readText(process.stdin)) as readonly Told[];
for (const each of texts) console.log(await workOf(each));
session.disconnect();
