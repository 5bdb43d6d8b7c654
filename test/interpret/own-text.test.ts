import { describe, expect, it } from 'vitest';
import { readText } from '../../src/interpret/tag/normalise.ts';
import { isOwnText } from '../../src/interpret/tag/own-text.ts';
import { literal, type Markup, plain } from '../../src/text/markup.ts';
import { say } from '../../src/text/say.ts';
import { answer, message, verdictOn } from './read-case.ts';

const name = literal('Petani');
const date = literal('15 Mei 2027');

describe('a text of the bot, copied', () => {
  it.each<readonly [string, Markup]>([
    ['/belum', say('missing-head', { district: name })],
    ['/belum, all stand', say('missing-none', { villages: name })],
    ['/rekap', say('recap-of-villages', { n: 13, villages: name })],
    ['/riwayat', say('history-head', { area: name })],
    ['a checklist', say('checklist-reply')],
    ['a reminder', say('reminder-reply')],
    ['an echo of what was known', say('echo-again', { village: name, established: 1, rows: name })],
    ['the closing recap', say('closing-head', { date })],
    ['an echo', say('echo-undo')],
    ['the help line', say('help-line')],
    ['a question', say('ask-understood', { rows: name })],
  ])('is known: %s', (_, text) => {
    expect(isOwnText(readText(plain(text))), plain(text)).toBe(true);
  });

  it('is asked about where a part of a reminder could be somebody’s own heading', () => {
    expect(answer(`${plain(say('reminder-lacking'))}\n- kios\n- apotek`)).toMatch(/^ask /);
  });

  it('is read where it is the list to fill in, with the time that it carries', () => {
    const list = [
      say('list-head', { district: name }),
      say('list-as-of', { at: literal('23-11-2026 16.05') }),
      say('list-row', { number: 1, village: name, units: literal('kantor, kios') }),
      say('list-row', { number: 2, village: literal('Bumbung'), units: literal('-') }),
      say('list-how'),
    ];
    const text = list.map(plain).join('\n');
    expect(answer(text)).toBe('kantor=berdiri sembako=berdiri');
    expect(verdictOn(message(text))).toMatchObject({ list: { asOf: '23-11-2026 16.05' } });
  });
});
