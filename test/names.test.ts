import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../src/adapters/adapter.ts';
import { takeMentionsOut } from '../src/adapters/whatsapp/mentions.ts';
import { withNames } from '../src/bot/names.ts';
import { nameFrom, placeFrom } from '../src/text/names.ts';
import { hostile } from './hostile-names.ts';

describe('a name from outside', () => {
  it('is one short line of letters, whatever it was, and the same when it is taken again', () => {
    fc.assert(
      fc.property(hostile, (outside) => {
        const name = nameFrom(outside);
        expect(name).toMatch(/[\p{L}\p{Nd}\p{So}]/u);
        expect(name.length).toBeLessThanOrEqual(40);
        expect(name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\t\n]|\p{M}{3}/u);
        expect(name).not.toMatch(/[@/\\<>#:*_~`|[\]{}"$+=^]/);
        expect(name).not.toMatch(/[\p{L}\p{N}]\.[\p{L}\p{N}]|\d{7}/u);
        expect(name).not.toMatch(/^(?:\s|[-.,]|\p{M}|\d+[.)] )|\s$/u);
        expect(nameFrom(name)).toBe(name);
      }),
      { seed: 14, numRuns: 3000 },
    );
  });

  it.each([
    ['Dr. H. Ali Akbar, S. Pd.', 'Dr. H. Ali Akbar, S. Pd.'],
    ['M.Ali', 'M. Ali'],
    ['Ni’mah & Sari (Pj)', 'Ni’mah & Sari (Pj)'],
    ['Budi\n\nA. Setujui semua', 'Budi A. Setujui semua'],
    ['</b>', 'b'],
    ['/lepas', 'lepas'],
    ['@kdmp_bot', 'kdmp bot'],
    ['+62 812-3456-7890', '7890'],
    ['', 'tanpa nama'],
    ['\u3164\u200b . \u202e', 'tanpa nama'],
    [undefined, 'tanpa nama'],
  ])('of %j is said as %j', (outside, name) => expect(nameFrom(outside)).toBe(name));

  it('is cut between whole characters', () => {
    expect(nameFrom('👩🏽'.repeat(100)).length).toBe(40);
    expect(nameFrom(`${'a'.repeat(39)}e\u0323\u0302`)).toBe(`${'a'.repeat(39)}ệ`);
    expect(nameFrom('🇮🇩'.repeat(30))).toBe('🇮🇩'.repeat(10));
  });

  it.each(['$&', '(a+)+b', '1 ', '.a', ' ', '\u0301', '1) '])(
    'comes to an end, however long it is: %j again and again',
    (piece) => {
      expect(nameFrom(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(40);
    },
  );
});

describe('what somebody typed for a place', () => {
  it.each([
    ['14.03.16', '14.03.16'],
    [' 14.03.16.2001', '14.03.16.2001'],
    ['14.03 bupati', '14.03 bupati'],
    ['14.3.16', '14 3 16'],
    ['127.0.0.1', '127 0 0 1'],
    ['14.03.16.id', '14 03 16. id'],
    ['Petani', 'Petani'],
    ['@kdmp_bot\nA. Setujui', 'kdmp bot A. Setujui'],
    ['', 'tanpa nama'],
  ])('is said with all of its numbers: %j as %j', (typed, said) => expect(placeFrom(typed)).toBe(said));
});

describe('what comes in', () => {
  it('has no name and no title that did not go through it', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, other, title) => {
        const author = { refs: ['telegram:2'], name: other };
        const sender = { refs: ['telegram:1'], name };
        const message = {
          kind: 'message',
          chatTitle: title,
          sender,
          quotes: { ref: 'telegram:1:1', author },
          text: name,
        };
        const added = { kind: 'added', chatTitle: title };
        expect(withNames(message as unknown as PlatformEvent)).toEqual({
          ...message,
          chatTitle: nameFrom(title),
          sender: { ...sender, name: nameFrom(name) },
          quotes: { ...message.quotes, author: { ...author, name: nameFrom(other) } },
        });
        expect(withNames(added as unknown as PlatformEvent)).toEqual({
          ...added,
          chatTitle: nameFrom(title),
        });
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('grows by no mention, whatever is mentioned', () => {
    const jid = fc.oneof(
      hostile,
      hostile.map((user) => `${user}@s.whatsapp.net`),
      fc.constant('628123@s.whatsapp.net'),
    );
    const sign = fc.oneof(
      hostile,
      fc.constant('@628123'),
      hostile.map((user) => `@${user}`),
    );
    fc.assert(
      fc.property(fc.array(jid, { maxLength: 60 }), fc.array(sign, { maxLength: 60 }), (jids, signs) => {
        const text = signs.join(' ');
        const read = takeMentionsOut(text, jids, () => false);
        const marked = text.match(/@\d{1,20}/g)?.length ?? 0;
        expect(read.length).toBeLessThanOrEqual(text.length + marked * ' @anggota'.length);
        if (marked === 0) expect(read).toBe(text.trim());
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});
