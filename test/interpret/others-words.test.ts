import { describe, expect, it } from 'vitest';
import { inShort, message, overheard, verdictOn } from './read-case.ts';

describe("somebody else's words, pasted", () => {
  it.each([
    '[26/11/26, 10.00.12] Pak Budi: kantor sudah beroperasi',
    '\u200e[26/11/26, 10:00:12\u202fAM] ~\u00a0Pak Budi: kantor sudah beroperasi',
    '[26/11, 10.00] Bu Sari: klinik sudah berdiri',
    '[26/11 10.00] Bu Sari: gudang sudah',
    '[10.00, 26/11/2026] Bu Sari: gudang sudah berdiri',
    '26/11/26 10.00 - Pak Budi: gudang sudah berdiri',
    '26/11/26, 10.00 - Pak Budi: gudang sudah berdiri',
    'Budi, [26.11.2026 10:00]\nklinik sudah berdiri',
    'Ini dari grup sebelah:\n[26/11, 10.00] Bu Sari: klinik sudah berdiri',
    'Forwarded from Budi\ngudang sudah berdiri',
    'Diteruskan dari Budi\ngudang sudah berdiri',
    '"gudang sudah berdiri"',
    '“gudang sudah berdiri.”',
  ])('is asked about when addressed and passed over when overheard: %j', (text) => {
    expect(verdictOn(message(text))).toMatchObject({ kind: 'ask', reason: { kind: 'forwarded' } });
    expect(verdictOn(overheard(text)).kind).toBe('none');
  });

  it('is asked about, whatever its time looks like', () => {
    const text = 'Budi, [26 Nov 2026 10.00.12]:\nkantor sudah berdiri';
    expect(verdictOn(message(text)).kind).toBe('ask');
    expect(verdictOn(overheard(text)).kind).toBe('none');
  });

  it('is refused where it names another village', () => {
    expect(inShort(verdictOn(message('[26/11, 10.00] Kades Pamesi: gudang sudah')))).toBe('refuse Pamesi');
  });

  it.each([
    ['26/11/26: gudang sudah berdiri', 'gudang=berdiri'],
    ['"gudang" sudah berdiri, "klinik" belum', 'gudang=berdiri klinik=belum'],
    ['Petani [26/11/26]: gudang sudah berdiri', 'gudang=berdiri'],
  ])('is not what only looks like it: %j', (text, report) => {
    expect(inShort(verdictOn(message(text)))).toBe(report);
  });

  it('is not said where it is overstruck', () => {
    const struck = (text: string, mark: string) => text.replace(/./gu, `$&${mark}`);
    for (const mark of ['\u0336', '\u0335', '\u0301\u0336']) {
      const text = `${struck('gudang sudah', mark)}, kantor sudah`;
      expect(inShort(verdictOn(message(text)))).toBe('kantor=berdiri');
      expect(verdictOn(overheard(struck('gudang sudah berdiri', mark))).kind).toBe('none');
    }
  });
});
