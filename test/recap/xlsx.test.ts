import { expect, test } from 'vitest';
import { addMs } from '../../src/domain/clock.ts';
import type { RecapHistory, RecapTable } from '../../src/domain/progress.ts';
import { STATUSES, UNITS } from '../../src/domain/units.ts';
import { STATES } from '../../src/features/recap/theme.ts';
import { writeRecapXlsx } from '../../src/features/recap/xlsx/xlsx.ts';
import { readZip } from './read-files.ts';
import { named, sample, uniform } from './sample.ts';

const withHistory = (recap: RecapTable, rows: number): RecapTable => ({
  ...recap,
  history: Array.from(
    { length: rows },
    (_, i): RecapHistory => ({
      at: addMs(recap.asOf, -i * 3_600_000),
      village: recap.villages[i % recap.villages.length]!.name,
      unit: UNITS[i % UNITS.length]!,
      status: STATUSES[i % STATUSES.length]!,
      by: 'kepala desa',
      reversed: i === 1,
    }),
  ),
});

/** The workbook's parts, and the sheets' cells with shared texts in their places. */
async function open(recap: RecapTable) {
  const bytes = await writeRecapXlsx(recap);
  const files = readZip(bytes);
  const texts = [...files['xl/sharedStrings.xml']!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
    (match) => match[1]!,
  );
  const sheet = (number: number) => {
    const xml = files[`xl/worksheets/sheet${number}.xml`]!;
    const found = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)];
    const cells = found.map(([, at, attributes, inner = '']) => {
      const value = /<v>(.*?)<\/v>/.exec(inner)?.[1];
      const formula = /<f>(.*?)<\/f>/.exec(inner)?.[1];
      const text = attributes!.includes('t="s"')
        ? texts[Number(value)]
        : attributes!.includes('t="str"')
          ? value
          : undefined;
      return [at!, { formula, value: value === undefined ? '' : (text ?? Number(value)) }] as const;
    });
    return { xml, cells: new Map(cells) };
  };
  return { bytes, files, sheet };
}

test('four sheets, the first with a frozen head', async () => {
  const { files, sheet } = await open(sample(13));
  expect(
    [...files['xl/workbook.xml']!.matchAll(/<sheet [^>]*?name="(.*?)"/g)].map((match) => match[1]),
  ).toEqual(['Rekap', 'Riwayat', 'Belum', 'Tindakan']);
  expect(sheet(1).xml).toContain('xSplit="3"');
  expect(sheet(1).xml).toContain('ySplit="5"');
  expect(sheet(1).xml.match(/<cfRule /g)).toHaveLength(STATES.length);
});

test('sums are formulas over the cells, with the sum of today beside them', async () => {
  const recap = sample(13);
  const { cells } = (await open(recap)).sheet(1);
  const established = (unit: (typeof UNITS)[number]) =>
    recap.villages.filter(({ units }) => ['berdiri', 'beroperasi'].includes(units[unit] ?? '')).length;
  expect(cells.get('D19')).toEqual({
    formula: expect.stringMatching(/^COUNTIF\(D6:D18,.*berdiri.*COUNTIF\(D6:D18,.*beroperasi/),
    value: established('kantor'),
  });
  expect(cells.get('K6')!.formula).toMatch(/^IF\(COUNTIF\(D6:J6,"belum melapor"\)=7,"–",COUNTIF\(D6:J6,/);
  // The fifth village never reported: nothing is known of it.
  expect(cells.get('K10')!.value).toBe('–');
  expect(cells.get('K19')!.value).toBe(UNITS.reduce((sum, unit) => sum + established(unit), 0));
  expect(cells.get('K21')!.formula).toBe('K19/91');
});

test('dates are dates, in the time of the kecamatan', async () => {
  const recap = withHistory(sample(2, { timeZone: 'Asia/Jayapura' }), 1);
  const { sheet } = await open(recap);
  const serial = (date: string) => Date.parse(date) / 86_400_000 + 25_569;
  expect(sheet(1).cells.get('C3')!.value).toBeCloseTo(serial('2026-11-23T18:05Z'), 5);
  expect(sheet(1).cells.get('C4')!.value).toBe(serial('2027-05-15'));
  expect(sheet(2).cells.get('A1')!.value).toBe('Waktu (WIT)');
  expect(sheet(2).cells.get('A2')!.value).toBeCloseTo(serial('2026-11-23T18:05Z'), 5);
});

test('a name that looks like a formula stays a name', async () => {
  const names = ['=1+1', '+Buluh', '-Bumbung', '@Air', '<Petani & "Kulim">'];
  const { sheet } = await open(withHistory(named(names), 5));
  const escaped = names.map((name) => name.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'));
  const loose = (text: unknown) => String(text).replaceAll('&quot;', '"');
  for (const [i, name] of escaped.entries()) {
    for (const cell of [
      sheet(1).cells.get(`C${6 + i}`),
      sheet(2).cells.get(`B${2 + i}`),
      sheet(3).cells.get(`B${2 + i}`),
    ]) {
      expect(loose(cell!.value)).toBe(name);
      expect(cell!.formula).toBeUndefined();
    }
  }
});

test('the ledger marks what was taken back', async () => {
  const { cells } = (await open(withHistory(sample(3), 3))).sheet(2);
  expect(['F2', 'F3', 'F4'].map((at) => cells.get(at)!.value)).toEqual(['', 'dibatalkan', '']);
});

test('the third sheet lists what is missing, and who never reported', async () => {
  const { cells } = (await open(sample(5))).sheet(3);
  expect(cells.get('D2')!.value).toBe('Simpan Pinjam, Klinik, Apotek');
  expect(cells.get('E2')!.value).toBe('');
  expect(cells.get('C6')!.value).toBe(7);
  expect(cells.get('E6')!.value).toBe('belum pernah melapor');
  expect((await open(uniform(3, 'berdiri'))).sheet(3).cells.get('A2')!.value).toBe(
    'Semua unit sudah lengkap.',
  );
});

test('the last sheet says what was decided, when and by which role', async () => {
  const recap = sample(2);
  const act = { at: recap.asOf, area: '=1+1', what: 'menyetujui pendaftaran kepala desa', by: 'Kasi PMD' };
  const { cells } = (await open({ ...recap, acts: [act] })).sheet(4);
  expect(['A1', 'B2', 'C2', 'D2'].map((at) => cells.get(at)!.value)).toEqual([
    'Waktu (WIB)',
    '=1+1',
    'menyetujui pendaftaran kepala desa',
    'Kasi PMD',
  ]);
  expect(cells.get('B2')!.formula).toBeUndefined();
});

test('108 villages with 1,600 reports stay under a megabyte', async () => {
  const { bytes } = await open(withHistory(sample(108), 1600));
  expect(bytes.length).toBeLessThan(1_000_000);
});
