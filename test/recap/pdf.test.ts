import { expect, test } from 'vitest';
import { writeRecapPdf } from '../../src/features/recap/pdf/pdf.ts';
import { named, sample } from './sample.ts';

const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)!.length;

test.each([
  [1, 1],
  [13, 1],
  [20, 1],
  [108, 4],
])('%i villages take %i pages of A4', async (villages, pages) => {
  const pdf = await writeRecapPdf(sample(villages));
  expect(pagesOf(pdf)).toBe(pages);
  expect(Buffer.from(pdf).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(pdf.length).toBeLessThan(1_000_000);
});

test('its title names the cooperative of the villages', async () => {
  const titled = async (kinds: readonly ('desa' | 'kelurahan')[]) =>
    Buffer.from(await writeRecapPdf(named(['Petani', 'Air Kulim'], kinds))).toString('latin1');
  expect(await titled(['desa'])).toContain('(Laporan Perkembangan Koperasi Desa Merah Putih)');
  expect(await titled(['kelurahan'])).toContain('(Laporan Perkembangan Koperasi Kelurahan Merah Putih)');
});

test('the same table gives the same bytes, dated by its own moment', async () => {
  const pdf = await writeRecapPdf(sample(13));
  expect(pdf).toEqual(await writeRecapPdf(sample(13)));
  expect(Buffer.from(pdf).toString('latin1')).toContain('(D:20261123090500Z)');
});
