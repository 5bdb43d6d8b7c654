import { expect, it } from 'vitest';
import { open } from '../stage.ts';
import { onEveryPlatform } from './stages.ts';

onEveryPlatform('the recap as a file', (stage) => {
  it.each([
    ['gambar', 'png'],
    ['xlsx', 'xlsx'],
    ['pdf', 'pdf'],
  ])('/rekap %s', async (word, ending) => {
    const camat = await open(stage());
    await camat.says('/lapor petani 1 2 3');
    const said = await camat.says(`/rekap ${word}`).hears('Rekap KDMP Kecamatan Bathin Solapan');
    expect(said.files).toEqual([
      expect.stringMatching(new RegExp(`^rekap-bathin-solapan-2027-04-01\\.${ending}$`)),
    ]);
  });

  it('carries the picture on Mondays, with a text that is complete without it', async () => {
    const camat = await open(stage());
    await camat.says('/lapor petani 1 2 3');
    const { said } = await stage().at('2027-04-05T01:00:00Z');
    expect(said).toHaveLength(1);
    expect(said[0]!.text).toMatch(/^Rekap Senin\n.*\n.*\n[\s\S]*Petani 3\/7/);
    expect(said[0]!.files).toHaveLength(1);
  });
});
