import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VillageCode } from '../../src/domain/ids.ts';
import {
  decodeButton,
  decodeReport,
  encodeChecklist,
  encodeKeep,
  encodeReport,
  isReportButton,
  unitButton,
} from '../../src/domain/report-command.ts';
import {
  isNumbers,
  numberOf,
  STATUS_LETTERS,
  STATUSES,
  UNITS,
  unitNumbered,
} from '../../src/domain/units.ts';

const VILLAGE = '14.03.16.2001' as VillageCode;
const RUNS = { numRuns: 300, seed: 23_112_026 };
const status = fc.constantFrom(...STATUSES);
const row = fc.record(
  { unit: fc.constantFrom(...UNITS), status, from: status },
  { requiredKeys: ['unit', 'status'] },
);
const rows = fc.array(row, { minLength: 1, maxLength: 2 * UNITS.length });

describe('The grammar of buttons', () => {
  it('gives back what it was given: reports', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const command = encodeReport(VILLAGE, some);
        expect(decodeButton(command)).toEqual({ village: VILLAGE, asks: { kind: 'report', rows: some } });
        expect(isReportButton(command)).toBe(true);
      }),
      RUNS,
    );
  });

  it('gives back what it was given: checklists, and the no to lowering', () => {
    for (const picked of STATUSES)
      expect(decodeButton(encodeChecklist(VILLAGE, picked))?.asks).toEqual({ kind: 'checklist', picked });
    expect(decodeButton(encodeChecklist(VILLAGE))?.asks).toEqual({ kind: 'checklist' });
    expect(decodeButton(encodeKeep(VILLAGE))?.asks).toEqual({ kind: 'keep' });
    expect([encodeChecklist(VILLAGE, 'proses'), encodeKeep(VILLAGE)].some(isReportButton)).toBe(false);
  });

  it('decodes the buttons that hang in old messages', () => {
    expect(encodeReport(VILLAGE, [{ unit: 'kantor', status: 'berdiri' }])).toBe(`/lapor ${VILLAGE} 1b`);
    expect(decodeReport('1b 4P 7bx 2po')).toEqual({
      kind: 'report',
      rows: [
        { unit: 'kantor', status: 'berdiri' },
        { unit: 'klinik', status: 'proses' },
        { unit: 'logistik', status: 'belum', from: 'berdiri' },
        { unit: 'sembako', status: 'beroperasi', from: 'proses' },
      ],
    });
  });

  it('leaves people their own words', () => {
    for (const words of [
      'kios sudah',
      '1',
      '1 3 5',
      '0b',
      '8b',
      '01b',
      '1z',
      '1bzx',
      '1b kantor',
      'tetap belum',
    ])
      expect(decodeReport(words), words).toBeUndefined();
    for (const command of [
      '/status 14.03.16.2001',
      '/lapor',
      'lapor 14.03.16.2001 1b',
      `/lapor ${VILLAGE}\n1b`,
    ])
      expect(decodeButton(command), command).toBeUndefined();
  });

  it('knows the one unit that a button of a checklist stands for', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const [first] = some;
        const one = some.length === 1 && !first!.from ? first!.unit : undefined;
        expect(unitButton(encodeReport(VILLAGE, some))).toBe(one);
      }),
      RUNS,
    );
    expect(unitButton(encodeKeep(VILLAGE))).toBeUndefined();
    expect(unitButton('/setujui 4')).toBeUndefined();
  });

  it('has a letter of its own for each status', () => {
    expect(new Set(Object.values(STATUS_LETTERS)).size).toBe(STATUSES.length);
  });
});

describe('Unit numbers', () => {
  it('name each unit, and nothing else does', () => {
    expect(UNITS.map((unit) => unitNumbered(String(numberOf(unit))))).toEqual(UNITS);
    for (const text of ['0', String(UNITS.length + 1), '01', '1.0', '-1', '', ' 1'])
      expect(unitNumbered(text), text).toBeUndefined();
  });

  it('are told from a text that says more', () => {
    for (const text of ['1', ' 1 3 5', '1,3', '1. 3.', '7!', `${UNITS.length}`])
      expect(isNumbers(text), text).toBe(true);
    for (const text of ['', '135', '1 8', '0', '01', '1 sudah', '1b', ',1', '1,', '1-3'])
      expect(isNumbers(text), text).toBe(false);
  });
});
