import { describe, expect, it } from 'vitest';
import { type AreaRecap, byAttention } from '../../src/domain/area-recap.ts';
import { area } from '../../src/domain/areas.ts';
import type { DistrictCode, Instant, LocalDate } from '../../src/domain/ids.ts';
import { type Counts, NO_COUNTS, type Status, UNITS, type Unit } from '../../src/domain/units.ts';
import { upperArea } from '../../src/domain/upper-areas.ts';
import { governmentLine, headLine, provinceOf } from '../../src/features/recap/area-labels.ts';
import { writeLetters } from '../../src/features/recap/pdf/letters.ts';
import { writeRecapPdf } from '../../src/features/recap/pdf/pdf.ts';
import { sheetOf } from '../../src/features/recap/png/compose.ts';
import { composePace } from '../../src/features/recap/png/compose-pace.ts';
import { drawPace, drawRecap } from '../../src/features/recap/png/png.ts';
import { writeRecapXlsx } from '../../src/features/recap/xlsx/xlsx.ts';
import { readPng, readZip } from './read-files.ts';

/** An area of which every fifth part does not use the bot, and the others have a growing share of every unit. */
function recapOf(code: string): AreaRecap {
  const { parts, ...found } = upperArea(code)!;
  return {
    area: { code: found.code, level: found.level, name: found.name },
    asOf: '2027-04-05T00:30:00.000Z' as Instant,
    timeZone: 'Asia/Jakarta',
    deadline: '2027-05-15' as LocalDate,
    daysLeft: 40,
    parts: byAttention(
      parts.map((part, i) => {
        const uses = i % 5 !== 4;
        const berdiri = uses ? Math.floor((part.villages * i) / parts.length) : 0;
        const counts: Counts = { ...NO_COUNTS, berdiri };
        return {
          ...part,
          districts: { open: uses ? part.districts : 0, of: part.districts },
          units: Object.fromEntries(UNITS.map((unit) => [unit, counts])) as Record<Unit, Counts>,
          reporting: berdiri,
          reportingBefore: i % 2 === 0 ? berdiri : 0,
          recent: berdiri,
          recentBefore: 0,
          established: berdiri * UNITS.length,
          establishedBefore: 0,
        };
      }),
    ),
  };
}

const everyUnit = (status: Status) =>
  Object.fromEntries(UNITS.map((unit) => [unit, status])) as Record<Unit, Status>;

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)!.length;

describe('the recap of an area above the kecamatan', () => {
  it.each([
    ['11 kecamatan', '14.03', 1],
    ['40 kecamatan', '32.01', 1],
    ['38 provinces', 'ID', 1],
    ['51 kecamatan', '95.03', 2],
  ])('is drawn with %s', async (_, code, pages) => {
    const recap = recapOf(code);
    const drawn = (await drawRecap(recap)).map(readPng);
    expect(drawn.map(({ width }) => width)).toEqual(Array<number>(pages).fill(1080));
    // Rows of at least 72 pixels: a third of it on a phone of 360 pixels.
    expect(drawn.reduce((sum, { height }) => sum + height, 0)).toBeGreaterThan(72 * recap.parts.length);
  });

  it('is a workbook with every village, numbers as numbers, filters, and sums that agree', async () => {
    const recap = recapOf('14.03');
    const using = new Set(recap.parts.filter(({ reporting }) => reporting > 0).map(({ code }) => code));
    const villages = recap.parts.map(({ code, established }) => {
      const { villages: all, ...district } = area(code as DistrictCode)!;
      return {
        ...recap,
        district,
        villages: all.map((village, i) => ({
          ...village,
          units: i < established / UNITS.length ? everyUnit('berdiri') : {},
        })),
      };
    });
    const files = readZip(await writeRecapXlsx(recap, { villages }));
    const [parts, below] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'].map(
      (name) => files[name]!,
    ) as [string, string];
    const texts = [...files['xl/sharedStrings.xml']!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, text]) => text!,
    );
    const textsIn = (xml: string, column: string) =>
      [...xml.matchAll(new RegExp(`<c r="${column}\\d+"[^>]*t="s"[^>]*><v>(\\d+)</v>`, 'g'))].map(
        ([, index]) => texts[Number(index)]!,
      );
    const sums = (xml: string) =>
      [...xml.matchAll(/<f>(.*?)<\/f><v>(.*?)<\/v>/g)].map(([, , sum]) => Number(sum));
    expect(parts).toContain('<autoFilter ref="A5:Q16"/>');
    expect(below).toContain('<autoFilter ref="A5:L160"/>');
    expect([parts, below].map((xml) => xml.match(/<row /g)!.length)).toEqual([17, 161]);
    const established = recap.parts.reduce((sum, part) => sum + part.established, 0);
    expect(sums(parts).slice(0, 4)).toEqual([155, expect.any(Number), 155 * UNITS.length, established]);
    expect(sums(below)).toEqual([...UNITS.map(() => established / UNITS.length), established]);
    // Where nothing was reported there is no number, and why; where something was, there is no such sign.
    const without = recap.parts.length - using.size;
    expect(textsIn(parts, 'F').filter((text) => text === '–')).toHaveLength(without);
    const lately = recap.parts.filter(({ reportingBefore }) => reportingBefore === 0).length;
    expect(lately).toBeGreaterThan(without);
    for (const column of ['G', 'I'])
      expect(textsIn(parts, column).filter((text) => text === '–')).toHaveLength(lately);
    expect(
      textsIn(parts, 'Q')
        .filter((text) => text !== '')
        .slice(1)
        .sort(),
    ).toEqual(['belum memakai bot ini', 'belum memakai bot ini', 'belum pernah melapor']);
    const silent = villages
      .flatMap((district) => district.villages)
      .filter(({ units }) => !('kantor' in units));
    expect(textsIn(below, 'D').filter((text) => text === '–')).toHaveLength(silent.length);
    expect(textsIn(below, 'L').filter((text) => text.startsWith('belum'))).toHaveLength(silent.length);
  });

  it('says in every form which week it is of, and names the columns of that week', async () => {
    const week = { from: '2027-03-29' as LocalDate, to: '2027-04-04' as LocalDate };
    const recap = { ...recapOf('14.03'), week };
    const [now, ofWeek] = [
      readZip(await writeRecapXlsx(recapOf('14.03'))),
      readZip(await writeRecapXlsx(recap)),
    ];
    const texts = (files: typeof now) => files['xl/sharedStrings.xml']!;
    expect(texts(ofWeek)).toContain('Kabupaten Bengkalis · Pekan 29 Maret–4 April 2027');
    expect(texts(now)).not.toContain('Pekan');
    expect(texts(now)).toContain('Melapor 7 hari terakhir');
    expect(texts(ofWeek)).toContain('Melapor pekan itu');
    expect(texts(ofWeek)).not.toContain('7 hari');
    const header = (each: AreaRecap) => sheetOf(each).header.map(({ text }) => text);
    expect(header(recap).filter((text) => !header(recapOf('14.03')).includes(text))).toEqual([
      'Pekan 29 Maret–4 April 2027',
      expect.stringMatching(/^Melapor pekan itu: /),
    ]);
    expect(await drawRecap(recap)).not.toEqual(await drawRecap(recapOf('14.03')));
  });

  it.each([
    ['14.03', 'Pemerintah Kabupaten Bengkalis', 'Riau', 'Bupati Bengkalis,'],
    ['14.72', 'Pemerintah Kota Dumai', 'Riau', 'Wali Kota Dumai,'],
    ['14', 'Pemerintah Provinsi Riau', undefined, 'Gubernur Riau,'],
    ['ID', 'Republik Indonesia', undefined, 'Menteri Koperasi,'],
  ])(
    'has the heading of its government, and the title of who signs: %s',
    (code, government, province, head) => {
      const recap = recapOf(code);
      expect([governmentLine(recap), provinceOf(recap), headLine(recap)]).toEqual([
        government,
        province,
        head,
      ]);
    },
  );

  it('is a page to print, with all parts', async () => {
    expect(pagesOf(await writeRecapPdf(recapOf('14.03')))).toBe(1);
    expect(pagesOf(await writeRecapPdf(recapOf('ID')))).toBeGreaterThan(1);
  });

  it('draws its pace with and without a forecast', async () => {
    const pace = {
      name: 'Kabupaten Bengkalis',
      asOf: '2026-11-26T01:30:00.000Z' as Instant,
      timeZone: 'Asia/Jakarta',
      deadline: '2027-05-15' as LocalDate,
      today: '2026-11-26' as LocalDate,
      reached: [
        { day: '2026-11-19' as LocalDate, units: 20 },
        { day: '2026-11-26' as LocalDate, units: 60 },
      ],
      of: 1085,
      weeks: 1,
      average: 40,
      daysLeft: 170,
      still: [],
    };
    const band = { kind: 'band', from: '2027-03-01' as LocalDate, to: '2027-06-01' as LocalDate } as const;
    const [without, withBand] = [
      await drawPace({ ...pace, forecast: { kind: 'young' } }),
      await drawPace({ ...pace, forecast: band }),
    ];
    expect(readPng(without[0]!)).toMatchObject({ width: 1080, height: 900 });
    expect(without[0]).not.toEqual(withBand[0]);
    const far = { kind: 'band', from: '2027-06-01' as LocalDate, to: '2028-04-03' as LocalDate } as const;
    const near = { ...pace, deadline: '2026-12-10' as LocalDate, forecast: far };
    expect(JSON.stringify(composePace(near).node)).toMatch(/hari ini 26 Nov.*tenggat 10 Des.*3 Apr 2028/);
  });
});

describe('invitations', () => {
  it('are a page each', async () => {
    const letter = {
      area: 'Kecamatan Mandau',
      from: 'Kabupaten Bengkalis',
      code: 'MZ9FV-WWEYW',
      until: '12 April 2027',
      steps: ['a', 'b', 'c'],
    };
    const letters = [{ ...letter, link: 'https://t.me/kopdes_bot?startgroup=MZ9FV-WWEYW' }, letter, letter];
    expect(pagesOf(await writeLetters(letters))).toBe(3);
  });
});
